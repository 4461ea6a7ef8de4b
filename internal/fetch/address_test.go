package fetch

import (
	"net/netip"
	"testing"
)

// refused are addresses of every kind that no page is fetched from.
var refused = map[string]string{
	"0.0.0.0":                      "unspecified",
	"0.1.2.3":                      "this network",
	"10.1.2.3":                     "private",
	"100.64.0.1":                   "carrier-grade NAT",
	"127.0.0.1":                    "loopback",
	"127.255.255.254":              "loopback",
	"169.254.169.254":              "cloud metadata",
	"172.16.0.1":                   "private",
	"172.31.255.255":               "private",
	"192.0.0.8":                    "protocol assignments",
	"192.0.2.1":                    "documentation",
	"192.88.99.1":                  "6to4 relay",
	"192.168.1.1":                  "private",
	"198.18.0.1":                   "benchmark",
	"198.19.255.255":               "benchmark",
	"198.51.100.7":                 "documentation",
	"203.0.113.7":                  "documentation",
	"224.0.0.1":                    "multicast",
	"239.255.255.250":              "multicast",
	"240.0.0.1":                    "reserved",
	"255.255.255.255":              "broadcast",
	"::":                           "unspecified",
	"::1":                          "loopback",
	"::7f00:1":                     "IPv4-compatible",
	"::ffff:127.0.0.1":             "IPv4-mapped loopback",
	"::ffff:8.8.8.8":               "IPv4-mapped",
	"64:ff9b::7f00:1":              "NAT64",
	"64:ff9b:1::a00:1":             "local NAT64",
	"100::1":                       "discard",
	"2001::1":                      "Teredo",
	"2001:0:4136:e378:8000:63bf::": "Teredo",
	"2001:2::1":                    "benchmark",
	"2001:10::1":                   "ORCHID",
	"2001:db8::1":                  "documentation",
	"2002:7f00:1::1":               "6to4 loopback",
	"3fff::1":                      "documentation",
	"5f00::1":                      "segment routing",
	"fc00::1":                      "unique local",
	"fd12:3456::1":                 "unique local",
	"fe80::1":                      "link-local",
	"fe80::1%eth0":                 "link-local with zone",
	"2606:4700::1111%eth0":         "zone",
	"fec0::1":                      "site-local",
	"ff02::1":                      "multicast",
}

func TestPublic(t *testing.T) {
	public := []string{"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
		"198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888"}
	for _, text := range public {
		if !Public(netip.MustParseAddr(text)) {
			t.Errorf("%s is refused", text)
		}
	}
	for text, why := range refused {
		if Public(netip.MustParseAddr(text)) {
			t.Errorf("%s is let through: %s", text, why)
		}
	}
	if Public(netip.Addr{}) {
		t.Error("the zero address is let through")
	}
}
