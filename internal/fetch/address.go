package fetch

import (
	"fmt"
	"net/netip"
	"syscall"
)

// global is where public IPv6 addresses are given out; everything outside it is local, mapped or reserved.
var global = netip.MustParsePrefix("2000::/3")

// reserved are the blocks of IPv4, and of IPv6 within global, that lead to no public server or wrap an IPv4 address
// that might be a private one: the special-purpose registries of IANA.
var reserved = prefixes(
	"0.0.0.0/8",       // this network
	"10.0.0.0/8",      // private
	"100.64.0.0/10",   // carrier-grade NAT
	"127.0.0.0/8",     // loopback
	"169.254.0.0/16",  // link-local, with the metadata services of clouds
	"172.16.0.0/12",   // private
	"192.0.0.0/24",    // protocol assignments
	"192.0.2.0/24",    // documentation
	"192.31.196.0/24", // AS112
	"192.52.193.0/24", // AMT
	"192.88.99.0/24",  // 6to4 relays
	"192.168.0.0/16",  // private
	"192.175.48.0/24", // AS112
	"198.18.0.0/15",   // benchmarks
	"198.51.100.0/24", // documentation
	"203.0.113.0/24",  // documentation
	"224.0.0.0/4",     // multicast
	"240.0.0.0/4",     // reserved, with broadcast
	"2001::/23",       // protocol assignments, with Teredo, ORCHID and benchmarks
	"2001:db8::/32",   // documentation
	"2002::/16",       // 6to4
	"2620:4f:8000::/48",
	"3fff::/20", // documentation
)

func prefixes(texts ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		list[i] = netip.MustParsePrefix(text)
	}
	return list
}

// Public reports whether an address is one of the public Internet. Addresses that wrap another one (IPv4-mapped, NAT64,
// 6to4, Teredo) are not.
func Public(addr netip.Addr) bool {
	if !addr.IsValid() || addr.Zone() != "" || addr.Is6() && !global.Contains(addr) {
		return false
	}
	for _, block := range reserved {
		if block.Contains(addr) {
			return false
		}
	}
	return true
}

// blockedError says which address a connection was refused to.
type blockedError struct{ addr string }

func (e *blockedError) Error() string {
	return fmt.Sprintf("%s is a private, local or reserved address", e.addr)
}

// guard is a dialer's Control: it sees the address that is really being connected to, after the name was resolved, so that
// a name that resolves differently the second time gains nothing.
func guard(public func(netip.AddrPort) bool) func(network, address string, _ syscall.RawConn) error {
	return func(_, address string, _ syscall.RawConn) error {
		target, err := netip.ParseAddrPort(address)
		if err != nil || !public(target) {
			return &blockedError{address}
		}
		return nil
	}
}
