package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// victim listens on every loopback address there is, at one port, and counts who comes.
type victim struct {
	port  string
	count atomic.Int32
}

func newVictim(t *testing.T) *victim {
	t.Helper()
	v := &victim{}
	first, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, v.port, _ = net.SplitHostPort(first.Addr().String())
	v.accept(t, first)
	for _, host := range []string{"127.0.0.2", "127.255.255.254", "::1"} { // not every machine has them all
		if more, err := net.Listen("tcp", net.JoinHostPort(host, v.port)); err == nil {
			v.accept(t, more)
		}
	}
	return v
}

func (v *victim) accept(t *testing.T, l net.Listener) {
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			v.count.Add(1)
			conn.Close()
		}
	}()
}

// untouched fails the test when somebody came.
func (v *victim) untouched(t *testing.T) {
	t.Helper()
	if n := v.count.Load(); n > 0 {
		t.Errorf("%d connections got through", n)
	}
}

// careful is a client that lets one address through beside the public ones, asks a resolver of the test's, and never
// tries a public address in earnest: there must be no need to.
func careful(t *testing.T, allowed string, resolver *net.Resolver) *Client {
	return client(func(o *Options) {
		o.AllowPrivate, o.resolver = false, resolver
		o.public = func(target netip.AddrPort) bool {
			if target.String() == allowed {
				return true
			}
			if Public(target.Addr()) {
				t.Errorf("%s would be connected to", target)
			}
			return false
		}
	})
}

// namesFor answers every name with addresses, another list each time it is asked, the last for ever.
func namesFor(t *testing.T, answers ...[]string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go serveNames(conn, answers)
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// serveNames is a name server. A question for IPv4 moves on to the next answer.
func serveNames(conn net.PacketConn, answers [][]string) {
	var mu sync.Mutex
	asked := map[dnsmessage.Type]int{}
	packet := make([]byte, 1500)
	for {
		n, from, err := conn.ReadFrom(packet)
		if err != nil {
			return
		}
		var question dnsmessage.Message
		if question.Unpack(packet[:n]) != nil || len(question.Questions) != 1 {
			continue
		}
		mu.Lock()
		kind := question.Questions[0].Type
		answer := answers[min(asked[kind], len(answers)-1)]
		asked[kind]++
		mu.Unlock()
		if reply, err := namesReply(question, answer); err == nil {
			conn.WriteTo(reply, from)
		}
	}
}

// namesReply answers a question with those of the addresses that are of its kind.
func namesReply(m dnsmessage.Message, addresses []string) ([]byte, error) {
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	q := m.Questions[0]
	head := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0}
	for _, text := range addresses {
		addr := netip.MustParseAddr(text)
		switch {
		case addr.Is4() && q.Type == dnsmessage.TypeA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AResource{A: addr.As4()}})
		case addr.Is6() && q.Type == dnsmessage.TypeAAAA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AAAAResource{AAAA: addr.WithZone("").As16()}})
		}
	}
	return m.Pack()
}

// written is an address as a URL has it.
func written(address string) string {
	if strings.Contains(address, ":") {
		return "[" + strings.ReplaceAll(address, "%", "%25") + "]"
	}
	return address
}

func TestRefusedAddresses(t *testing.T) {
	v := newVictim(t)
	var to atomic.Value
	outer := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, to.Load().(string), http.StatusFound)
	})
	allowed := strings.TrimPrefix(outer, "http://")
	for address := range refused {
		for _, scheme := range []string{"http", "https"} {
			target := scheme + "://" + written(address) + ":" + v.port + "/"
			t.Run("as target: "+target, func(t *testing.T) {
				_, err := careful(t, allowed, nil).Fetch(t.Context(), target)
				checkError(t, err, "blocked_address", "--allow-private")
			})
			t.Run("as redirect: "+target, func(t *testing.T) {
				to.Store(target)
				_, err := careful(t, allowed, nil).Fetch(t.Context(), outer)
				checkError(t, err, "blocked_address", "--allow-private")
			})
		}
		t.Run("by name: "+address, func(t *testing.T) {
			if strings.Contains(address, "%") || address == "::ffff:8.8.8.8" {
				return // no name leads to a zone, and a resolver takes a mapped address for the public one it is
			}
			names := namesFor(t, []string{address})
			_, err := careful(t, allowed, names).Fetch(t.Context(), "http://news.example:"+v.port)
			checkError(t, err, "blocked_address", "--allow-private")
			to.Store("http://news.example:" + v.port)
			_, err = careful(t, allowed, names).Fetch(t.Context(), outer)
			checkError(t, err, "blocked_address", "--allow-private")
		})
	}
	v.untouched(t)
}

// TestOddSpellings tries loopback and the metadata service in the spellings that C libraries, browsers and proxies
// understand: whatever a resolver makes of them, no connection comes of it.
func TestOddSpellings(t *testing.T) {
	v := newVictim(t)
	hosts := []string{"2130706433", "0x7f000001", "0x7f.0x0.0x0.0x1", "0177.0.0.1", "017700000001", "127.1", "127.0.1", "0", "00000",
		"127.0.0.1.", "0x7F.1", "127.000.000.001", "1.0.0.127.in-addr.arpa", "localhost", "LOCALHOST", "localhost.", "sub.localhost",
		"[0:0:0:0:0:0:0:1]", "[::ffff:7f00:1]", "[::FFFF:127.0.0.1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::1%25lo]",
		"２１３０７０６４３３", "１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "%31%32%37.0.0.1", "2852039166", "0xA9FEA9FE", "169.16689662",
		"127.0.0.1.nip.example", "spoofed.burpcollaborator.example"}
	resolvers := map[string]*net.Resolver{
		"a resolver that reads it as a C library does": namesFor(t, []string{"127.0.0.1", "::1"}),
		"a resolver that knows no such name":           namesFor(t, nil),
	}
	for name, resolver := range resolvers {
		for _, host := range hosts {
			_, err := careful(t, "", resolver).Fetch(t.Context(), "http://"+host+":"+v.port+"/")
			fault, ok := err.(*Error)
			if !ok || fault.Kind != "blocked_address" && fault.Kind != "fetch" && fault.Kind != "bad_url" {
				t.Errorf("%s, with %s: %v", host, name, err)
			}
		}
	}
	v.untouched(t)
}

// TestRebinding has a name that leads to a harmless server first and to an inner one when it is asked again.
func TestRebinding(t *testing.T) {
	v := newVictim(t)
	for name, inner := range map[string][]string{"loopback": {"127.0.0.2"}, "both": {"127.0.0.2", "::1"}, "mapped": {"::ffff:127.0.0.2"},
		"private": {"10.0.0.7"}, "metadata": {"169.254.169.254"}} {
		t.Run(name, func(t *testing.T) {
			var hops atomic.Int32
			var address string
			outer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				hops.Add(1)
				w.Header().Set("Connection", "close") // the next hop looks the name up again
				http.Redirect(w, r, address+"/again", http.StatusFound)
			}))
			defer outer.Close()
			u, _ := url.Parse(outer.URL)
			address = "http://rebind.example:" + u.Port()
			names := namesFor(t, []string{"127.0.0.1"}, inner)
			_, err := careful(t, u.Host, names).Fetch(t.Context(), address)
			checkError(t, err, "blocked_address", "--allow-private")
			if n := hops.Load(); n != 1 {
				t.Errorf("%d hops, want the harmless one alone", n)
			}
		})
	}
	v.untouched(t)
}

// TestCredentialsInRedirects holds that a redirect with a password in it is not followed, whatever it leads to.
func TestCredentialsInRedirects(t *testing.T) {
	v := newVictim(t)
	for _, to := range []string{"http://me:secret@127.0.0.1:" + v.port, "//me:secret@127.0.0.1:" + v.port + "/", "https://secret@[::1]:" + v.port} {
		_, err := client(nil).Fetch(t.Context(), serve(t, redirect(to)))
		checkError(t, err, "fetch", "user or password")
	}
	v.untouched(t)
}

func TestProxies(t *testing.T) {
	asked := make(chan string, 10)
	proxy := serve(t, func(w http.ResponseWriter, r *http.Request) { asked <- r.URL.String(); html(w, article) })
	v := newVictim(t)
	for _, name := range []string{"HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"} {
		t.Setenv(name, proxy)
	}
	t.Setenv("NO_PROXY", "direct.example")
	t.Setenv("no_proxy", "direct.example")
	names := namesFor(t, []string{"127.0.0.1"})
	through := client(func(o *Options) { o.AllowPrivate, o.Proxy, o.resolver = false, true, names })
	if _, err := through.Fetch(t.Context(), "http://news.example/a"); err != nil {
		t.Errorf("through the proxy: %v", err)
	}
	select {
	case got := <-asked:
		if got != "http://news.example/a" {
			t.Errorf("the proxy was asked for %s", got)
		}
	case <-time.After(10 * time.Second):
		t.Error("the proxy was not asked")
	}
	for _, address := range []string{"http://direct.example:" + v.port, "http://127.0.0.1:" + v.port, "http://localhost:" + v.port, "http://10.0.0.1/"} {
		_, err := through.Fetch(t.Context(), address)
		checkError(t, err, "blocked_address", "--allow-private")
	}
	_, err := client(func(o *Options) { o.AllowPrivate, o.resolver = false, names }).Fetch(t.Context(), "http://news.example:"+v.port)
	checkError(t, err, "blocked_address", "--allow-private")
	v.untouched(t)
	if len(asked) > 0 {
		t.Errorf("the proxy was asked for %s, which nobody wanted", <-asked)
	}
}

// dripping sends a text byte by byte, for ever.
func dripping(before, unit string, every time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		defer conn.Close()
		fmt.Fprint(conn, before)
		for i := 0; ; i++ {
			if _, err := conn.Write([]byte{unit[i%len(unit)]}); err != nil {
				return
			}
			time.Sleep(every)
		}
	}
}

// flooding sends a text over and over, as fast as it is taken.
func flooding(before, unit string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		defer conn.Close()
		fmt.Fprint(conn, before)
		block := strings.Repeat(unit, 1+(64<<10)/len(unit))
		for {
			if _, err := fmt.Fprint(conn, block); err != nil {
				return
			}
		}
	}
}

// resetting breaks the connection off with a reset.
func resetting(before string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		fmt.Fprint(conn, before)
		time.Sleep(20 * time.Millisecond) // what was sent arrives first
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}
}

// TestPatience holds servers that never finish, or never begin, to the time limit. The limit of a second beyond it is
// what the command promises.
func TestPatience(t *testing.T) {
	const ok, drip = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", 20 * time.Millisecond
	const chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"
	cases := []struct {
		name    string
		handler http.HandlerFunc
		kinds   string
	}{
		{"status, byte by byte", dripping("", ok+"\r\n", drip), "timeout"},
		{"headers, byte by byte", dripping(ok, "X-More: yes\r\n", drip), "timeout"},
		{"page, byte by byte", dripping(ok+"\r\n", "<p>More.", drip), "timeout"},
		{"chunks, byte by byte", dripping(chunked, "1\r\nx\r\n", drip), "timeout"},
		{"slowly, with a length", dripping(ok+"Content-Length: 60000\r\n\r\n", "<p>More.", drip), "timeout"},
		{"less than its length, then silence", stalling(ok + "Content-Length: 60000\r\n\r\n<p>More."), "timeout"},
		{"compressed nothing, byte by byte", dripping(ok+"Content-Encoding: gzip\r\n\r\n", compressed(""), drip), "timeout"},
		{"endless headers", flooding(ok, "X-More: and more\r\n"), "fetch"},
		{"an endless header", flooding(ok+"X-More: ", "and more"), "fetch"},
		{"endless early hints", flooding("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), "fetch timeout"},
		{"an endless chunk header", flooding(chunked, "0000"), "fetch"},
		{"endless chunk extensions", flooding(chunked, "1;a=b;c=d;e=ffffffffffffffffff\r\nx\r\n"), "fetch too_large"},
		{"endless trailers", flooding(chunked+"0\r\n", "X-More: and more\r\n"), "fetch"},
		{"an endless page", flooding(ok+"\r\n", "<p>More."), "too_large"},
		{"endless compressed nothing", flooding(ok+"Content-Encoding: gzip\r\n\r\n", compressed("")), "too_large"},
		{"an endless gzip header", flooding(ok+"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x03", "name"), "too_large fetch"},
		{"a reset before all", resetting(""), "fetch"},
		{"a reset among headers", resetting(ok), "fetch"},
		{"a reset in the page", resetting(ok + "Content-Length: 500\r\n\r\n<p>Half a"), "fetch"},
		{"two lengths", hijack(ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n<p>abc"), "fetch"},
		{"a negative length", hijack(ok + "Content-Length: -5\r\n\r\n<p>abc"), "fetch"},
		{"a length beyond all", hijack(ok + "Content-Length: 99999999999999999999\r\n\r\n<p>abc"), "fetch"},
		{"a huge length", hijack(ok + "Content-Length: 9999999999999\r\n\r\n<p>abc"), "too_large"},
		{"a longer length", hijack(ok + "Content-Length: 5000\r\n\r\n<p>abc"), "fetch"},
		{"a redirect loop of two", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, map[string]string{"/": "/a", "/a": "/b", "/b": "/a"}[r.URL.Path], http.StatusFound)
		}, "fetch"},
		{"redirects that grow", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path+strings.Repeat("/more", 100), http.StatusFound)
		}, "fetch"},
		{"a video", typed("text/html", "\x1a\x45\xdf\xa3\x01\x00\x00\x00webm"), "not_html"},
		{"a film", typed("text/html", "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42mp41"), "not_html"},
		{"an image", typed("text/html; charset=utf-8", "GIF89a\x01\x00\x01\x00"), "not_html"},
		{"a PDF", typed("text/html", "%PDF-1.4\n%\xe2\xe3\xcf\xd3"), "not_html"},
		{"an archive in disguise", typed("application/xhtml+xml", "\x1f\x8b\x08\x00\x00\x00"), "not_html"},
		{"a type without end", typed("application/"+strings.Repeat("x", 10000), "abc"), "not_html"},
	}
	const timeout = 500 * time.Millisecond
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			address := serve(t, c.handler)
			patient := client(func(o *Options) { o.Timeout = timeout })
			began := time.Now()
			_, err := patient.Fetch(t.Context(), address)
			if took := time.Since(began); took > timeout+time.Second {
				t.Errorf("took %s", took)
			}
			fault, typed := err.(*Error)
			if !typed || !strings.Contains(c.kinds, fault.Kind) {
				t.Fatalf("error %v, want one of kind %s", err, c.kinds)
			}
			checkError(t, err, fault.Kind, "")
		})
	}
}

// stalling sends a beginning and then waits for the client to go.
func stalling(before string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		defer conn.Close()
		fmt.Fprint(conn, before)
		conn.Read(make([]byte, 1))
	}
}
