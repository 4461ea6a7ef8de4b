package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

const article = "<html><body><p>Fourteen tanks were destroyed.</p></body></html>"

// serve starts a server on loopback and returns its address.
func serve(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func html(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, body)
}

func client(change func(*Options)) *Client {
	opts := Options{Timeout: 5 * time.Second, MaxBytes: 1 << 16, UserAgent: "extract/test", AllowPrivate: true}
	if change != nil {
		change(&opts)
	}
	return New(opts)
}

// hijack answers with raw bytes and closes the connection.
func hijack(raw string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		fmt.Fprint(conn, raw)
		conn.Close()
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func typed(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		fmt.Fprint(w, body)
	}
}

func compressed(body string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(body))
	z.Close()
	return b.String()
}

func brotlied(body string) string {
	var b bytes.Buffer
	z := brotli.NewWriter(&b)
	z.Write([]byte(body))
	z.Close()
	return b.String()
}

// zstded compresses with a window of some size, which the decoder must make room for.
func zstded(body string, window int) string {
	var b bytes.Buffer
	z, err := zstd.NewWriter(&b, zstd.WithWindowSize(window), zstd.WithSingleSegment(false))
	if err != nil {
		panic(err)
	}
	z.Write([]byte(body))
	z.Flush() // before Close, so that the size is not known and the window counts
	z.Close()
	return b.String()
}

// deflated compresses with the header of zlib or without.
func deflated(body string, header bool) string {
	var b bytes.Buffer
	var z io.WriteCloser
	if z, _ = flate.NewWriter(&b, flate.BestCompression); header {
		z = zlib.NewWriter(&b)
	}
	z.Write([]byte(body))
	z.Close()
	return b.String()
}

func encoded(encoding, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", encoding)
		fmt.Fprint(w, body)
	}
}

// redirect sends on to a place, for ever where the place is the server itself.
func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

// stuck never answers while the client waits.
func stuck(before string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if before != "" {
			html(w, before)
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}
}

func TestMisbehavingServers(t *testing.T) {
	endless := func(w http.ResponseWriter, r *http.Request) {
		html(w, "<p>")
		for r.Context().Err() == nil {
			if _, err := fmt.Fprint(w, strings.Repeat("more ", 1000)); err != nil {
				return
			}
		}
	}
	cases := []struct {
		name    string
		handler http.HandlerFunc
		kind    string
		message string // a part of it
	}{
		{"not found", status(404), "http_status", "404 Not Found: the page is not there"},
		{"gone", status(410), "http_status", "check the URL"},
		{"forbidden", status(403), "http_status", "save it in a browser"},
		{"too many requests", status(429), "http_status", "asked too often"},
		{"broken", status(500), "http_status", "try again later"},
		{"overloaded", status(503), "http_status", "try again later"},
		{"no content", status(204), "http_status", "holds no page"},
		{"redirect without a place", status(302), "http_status", "302"},
		{"redirect loop", redirect("/again"), "fetch", "more than 10 redirects"},
		{"redirect to a file", redirect("file:///etc/passwd"), "fetch", "file URLs are not fetched"},
		{"redirect to a password", redirect("http://u:secret@127.0.0.1/"), "fetch", "user or password"},
		{"PDF", typed("application/pdf", "%PDF-1.7"), "not_html", "pdftotext"},
		{"PDF that says HTML", typed("text/html", "%PDF-1.7 and so on"), "not_html", "pdftotext"},
		{"image", typed("image/png", "\x89PNG\r\n\x1a\n"), "not_html", "image/png"},
		{"image that says nothing", typed("application/octet-stream", "\x89PNG\r\n\x1a\n"), "not_html", "image/png"},
		{"archive", typed("text/html", "PK\x03\x04abc"), "not_html", "application/zip"},
		{"JSON", typed("application/json", "{}"), "not_html", "application/json"},
		{"feed", typed("application/rss+xml", "<rss/>"), "not_html", "application/rss+xml"},
		{"too large, as it says", typed("text/html", strings.Repeat("x", 1<<17)), "too_large", "larger than"},
		{"endless", endless, "too_large", "larger than"},
		{"bomb", encoded("gzip", compressed(strings.Repeat("x", 1<<22))), "too_large", "larger than"},
		{"broken gzip", encoded("gzip", "no gzip at all"), "fetch", ""},
		{"cut gzip", encoded("gzip", compressed(article)[:20]), "fetch", "broke off"},
		{"broken deflate", encoded("deflate", "no deflate"), "fetch", "damaged"},
		{"broken zstd", encoded("zstd", "no zstd at all"), "fetch", "damaged"},
		{"broken br", encoded("br", "\xff\xff\xff\xff\xff\xff"), "fetch", "damaged"},
		{"cut br", encoded("br", brotlied(article)[:20]), "fetch", "broke off"},
		{"unasked compression", encoded("compress", "xyz"), "fetch", `"compress"`},
		{"compressed twice", encoded("gzip, gzip", compressed(compressed(article))), "fetch", `"gzip, gzip"`},
		{"zstd that needs much memory", encoded("zstd", zstded(strings.Repeat("x", 1<<10), 64<<20)), "too_large", "larger than"},
		{"nothing", hijack(""), "fetch", "broke off"},
		{"no HTTP", hijack("220 smtp ready\r\n"), "fetch", ""},
		{"cut short", hijack("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>cut"), "fetch", "broke off"},
		{"cut chunk", hijack("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>"), "fetch", "broke off"},
		{"endless header", hijack("HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 2<<20) + "\r\n\r\n"), "fetch", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := client(nil).Fetch(t.Context(), serve(t, c.handler)+"/page")
			checkError(t, err, c.kind, c.message)
		})
	}
}

func checkError(t *testing.T, err error, kind, message string) {
	t.Helper()
	var fault *Error
	if !errors.As(err, &fault) {
		t.Fatalf("error %v, want one of kind %s", err, kind)
	}
	if fault.Kind != kind || !strings.Contains(fault.Message, message) {
		t.Errorf("%v\nwant %s: …%s…", fault, kind, message)
	}
	if strings.Contains(fault.Message, "secret") || len(fault.Message) > 200 {
		t.Errorf("message tells too much: %s", fault.Message)
	}
}

func TestTimeouts(t *testing.T) {
	short := func(o *Options) { o.Timeout = 100 * time.Millisecond }
	for name, handler := range map[string]http.HandlerFunc{"header": stuck(""), "body": stuck("<p>begun")} {
		t.Run(name, func(t *testing.T) {
			_, err := client(short).Fetch(t.Context(), serve(t, handler))
			checkError(t, err, "timeout", "within 100ms")
		})
	}
	t.Run("TLS", func(t *testing.T) {
		silent, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer silent.Close()
		_, err = client(short).Fetch(t.Context(), "https://"+silent.Addr().String())
		checkError(t, err, "timeout", "longer --timeout")
	})
}

func TestConnections(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := listener.Addr().String()
	listener.Close()
	_, err = client(nil).Fetch(t.Context(), "http://"+closed)
	checkError(t, err, "fetch", "refuses connections")

	plain := serve(t, func(w http.ResponseWriter, _ *http.Request) { html(w, article) })
	_, err = client(nil).Fetch(t.Context(), strings.Replace(plain, "http:", "https:", 1))
	checkError(t, err, "fetch", "secure connection")

	selfSigned := httptest.NewUnstartedServer(http.NotFoundHandler())
	selfSigned.Config.ErrorLog = log.New(io.Discard, "", 0)
	selfSigned.StartTLS()
	defer selfSigned.Close()
	_, err = client(nil).Fetch(t.Context(), selfSigned.URL)
	checkError(t, err, "fetch", "secure connection")
}

func TestBadURLs(t *testing.T) {
	cases := map[string]string{
		"example.com/news":          "with https:// before it",
		"":                          "with https:// before it",
		"ftp://example.com/a":       "ftp URLs are not fetched",
		"file:///etc/passwd":        "file URLs are not fetched",
		"https://":                  "names no server",
		"https:///path":             "names no server",
		"http://u:secret@127.0.0.1": "user or password",
		"http://u@127.0.0.1":        "user or password",
		"http://[::1":               "not a URL",
		"http://a b/":               "not a URL",
	}
	for address, message := range cases {
		_, err := client(nil).Fetch(t.Context(), address)
		checkError(t, err, "bad_url", message)
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	asked := false
	address := serve(t, func(w http.ResponseWriter, _ *http.Request) { asked = true; html(w, article) })
	port := address[strings.LastIndex(address, ":"):]
	careful := func(o *Options) { o.AllowPrivate = false }
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0", "[::]", "169.254.169.254",
		"[64:ff9b::7f00:1]", "[::ffff:8.8.8.8]"} {
		_, err := client(careful).Fetch(t.Context(), "http://"+host+port)
		checkError(t, err, "blocked_address", "--allow-private")
	}
	if asked {
		t.Error("a request got through")
	}
}

func TestRedirectsAreCheckedAgain(t *testing.T) {
	inner := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the redirect was followed") })
	for _, to := range []string{inner, strings.Replace(inner, "127.0.0.1", "localhost", 1), "http://[::ffff:10.0.0.1]/"} {
		outer := serve(t, redirect(to))
		onlyOuter := func(o *Options) {
			o.AllowPrivate = false
			o.public = func(target netip.AddrPort) bool { return strings.HasSuffix(outer, target.String()) }
		}
		_, err := client(onlyOuter).Fetch(t.Context(), outer)
		checkError(t, err, "blocked_address", "reserved")
	}
}

func TestProxiesAreIgnored(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1")
	t.Setenv("http_proxy", "http://127.0.0.1:1")
	address := serve(t, func(w http.ResponseWriter, _ *http.Request) { html(w, article) })
	if _, err := client(nil).Fetch(t.Context(), strings.Replace(address, "127.0.0.1", "localhost", 1)); err != nil {
		t.Error(err)
	}
}

func TestPages(t *testing.T) {
	steps := func(n int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			var i int
			fmt.Sscanf(r.URL.Path, "/%d", &i)
			if i == n {
				html(w, article)
				return
			}
			http.Redirect(w, r, fmt.Sprintf("/%d", i+1), http.StatusMovedPermanently)
		}
	}
	cases := []struct {
		name    string
		handler http.HandlerFunc
		path    string // of the page in the end
		header  string
		text    bool
	}{
		{"HTML", typed("text/html; charset=windows-1252", article), "/0", "text/html; charset=windows-1252", false},
		{"XHTML", typed("application/xhtml+xml", article), "/0", "application/xhtml+xml", false},
		{"gzip", encoded("gzip", compressed(article)), "/0", "text/html", false},
		{"gzip by its old name", encoded("X-GZIP", compressed(article)), "/0", "text/html", false},
		{"deflate", encoded("deflate", deflated(article, true)), "/0", "text/html", false},
		{"deflate without a header", encoded("deflate", deflated(article, false)), "/0", "text/html", false},
		{"brotli", encoded("br", brotlied(article)), "/0", "text/html", false},
		{"zstd", encoded("zstd", zstded(article, 1<<20)), "/0", "text/html", false},
		{"identity", encoded("identity", article), "/0", "text/html", false},
		{"nothing, compressed", encoded("gzip", ""), "/0", "text/html", false},
		{"plain text", typed("text/plain", "Fourteen tanks"), "/0", "text/plain", true},
		{"HTML called text", typed("text/plain", article), "/0", "text/plain", false},
		{"HTML called bytes", typed("application/octet-stream", article), "/0", "application/octet-stream", false},
		{"ten redirects", steps(10), "/10", "text/html; charset=utf-8", false},
		{"empty", typed("text/html", ""), "/0", "text/html", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			address := serve(t, c.handler)
			page, err := client(nil).Fetch(t.Context(), address+"/0")
			if err != nil {
				t.Fatal(err)
			}
			if page.URL != address+c.path || page.ContentType != c.header || page.Text != c.text {
				t.Errorf("page %s, %q, text %v", page.URL, page.ContentType, page.Text)
			}
			want := map[string]string{"plain text": "Fourteen tanks", "empty": "", "nothing, compressed": ""}
			if body, special := want[c.name]; !special && string(page.Body) != article || special && string(page.Body) != body {
				t.Errorf("body %q", page.Body)
			}
		})
	}
}

func TestRequest(t *testing.T) {
	var got http.Header
	address := serve(t, func(w http.ResponseWriter, r *http.Request) { got = r.Header; html(w, article) })
	if _, err := client(nil).Fetch(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	if got.Get("User-Agent") != "extract/test" || !strings.Contains(got.Get("Accept"), "text/html") || got.Get("Accept-Encoding") != "gzip, deflate, br, zstd" {
		t.Errorf("headers %v", got)
	}
}
