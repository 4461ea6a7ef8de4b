package fetch

import (
	"context"
	"net"
	"net/http"
	"net/url"

	"golang.org/x/net/http/httpproxy"
)

// useProxies sends requests through the proxies of the environment. Connections to a proxy are not guarded, since proxies
// are where private addresses are at home; all others stay so.
func useProxies(t *http.Transport, resolver *net.Resolver) {
	config := httpproxy.FromEnvironment()
	choose := config.ProxyFunc()
	t.Proxy = func(req *http.Request) (*url.URL, error) { return choose(req.URL) }
	proxies := map[string]bool{}
	for _, scheme := range []string{"http", "https"} {
		if proxy, err := choose(&url.URL{Scheme: scheme, Host: "proxied.example"}); err == nil && proxy != nil {
			proxies[withPort(proxy)] = true
		}
	}
	guarded, plain := t.DialContext, &net.Dialer{Resolver: resolver}
	t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if proxies[address] {
			return plain.DialContext(ctx, network, address)
		}
		return guarded(ctx, network, address)
	}
}

// withPort is the address that the transport dials for a proxy.
func withPort(proxy *url.URL) string {
	port := proxy.Port()
	if port == "" {
		port = map[string]string{"https": "443", "socks5": "1080", "socks5h": "1080"}[proxy.Scheme]
	}
	if port == "" {
		port = "80"
	}
	return net.JoinHostPort(proxy.Hostname(), port)
}
