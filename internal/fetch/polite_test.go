package fetch

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a clock that only sleeping moves; it notes the sleeps.
type clock struct {
	mu     sync.Mutex
	t      time.Time
	sleeps []time.Duration
}

func (c *clock) now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.t }

func (c *clock) sleep(_ context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
	c.sleeps = append(c.sleeps, d)
	return nil
}

func polite(opts PoliteOptions) (*Polite, *clock) {
	c := &clock{t: time.Date(2023, 2, 7, 10, 0, 0, 0, time.UTC)}
	opts.now, opts.sleep = c.now, c.sleep
	return NewPolite(client(nil), opts), c
}

// failing answers with statuses in turn, and with a page when they are used up; it notes the requests.
type failing struct {
	robots   http.HandlerFunc
	statuses []int
	after    string
	asked    []string
}

func (f *failing) handle(w http.ResponseWriter, r *http.Request) {
	f.asked = append(f.asked, r.URL.Path)
	if r.URL.Path == "/robots.txt" {
		if f.robots == nil {
			http.NotFound(w, r)
			return
		}
		f.robots(w, r)
		return
	}
	if len(f.statuses) > 0 {
		status := f.statuses[0]
		f.statuses = f.statuses[1:]
		w.Header().Set("Retry-After", f.after)
		w.WriteHeader(status)
		return
	}
	html(w, article)
}

func TestRobots(t *testing.T) {
	const rules = "User-agent: *\nDisallow: /private\nDisallow: /*?print=\n\nUser-agent: extract\nDisallow: /closed\nAllow: /closed/open\nCrawl-delay: 3\n"
	cases := []struct {
		name    string
		robots  http.HandlerFunc
		path    string
		kind    string // of the error, "" when the page is allowed
		message string
	}{
		{"no robots.txt", nil, "/closed", "", ""},
		{"forbidden to us", typed("text/plain", rules), "/closed/a", "disallowed", "robots.txt"},
		{"allowed inside", typed("text/plain", rules), "/closed/open/a", "", ""},
		{"forbidden to others", typed("text/plain", rules), "/private/a", "", ""},
		{"forbidden to all", typed("text/plain", "User-agent: *\nDisallow: /"), "", "disallowed", "save it"},
		{"forbidden query", typed("text/plain", "User-agent: *\nDisallow: /*?print="), "/a?print=1", "disallowed", ""},
		{"other query", typed("text/plain", "User-agent: *\nDisallow: /*?print="), "/a?page=1", "", ""},
		{"not to be read", status(403), "/a", "", ""},
		{"broken server", status(503), "/a", "http_status", "no robots.txt, which is asked for first: 503"},
		{"asked too often", status(429), "/a", "http_status", "429"},
		{"breaks off", hijack(""), "/a", "fetch", "no robots.txt, which is asked for first"},
		{"a page instead", typed("text/html", article), "/a", "", ""},
		{"endless", typed("text/plain", "User-agent: *\nDisallow: /x\n"+strings.Repeat("# more\n", 1<<17)), "/a", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := &failing{robots: c.robots}
			address := serve(t, f.handle)
			p, _ := polite(PoliteOptions{})
			_, err := p.Fetch(t.Context(), address+c.path)
			if c.kind != "" {
				checkError(t, err, c.kind, c.message)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			p.Fetch(t.Context(), address+c.path)
			if n := len(f.asked); f.asked[0] != "/robots.txt" || n != 3 || slices.Contains(f.asked[1:], "/robots.txt") {
				t.Errorf("asked for %q", f.asked)
			}
		})
	}
}

func TestDelay(t *testing.T) {
	one, other := &failing{}, &failing{robots: typed("text/plain", "User-agent: *\nCrawl-delay: 5")}
	a, b := serve(t, one.handle), serve(t, other.handle)
	p, c := polite(PoliteOptions{Delay: 2 * time.Second})
	for _, address := range []string{a + "/1", b + "/1", a + "/2", b + "/2", a + "/3"} {
		if _, err := p.Fetch(t.Context(), address); err != nil {
			t.Fatal(err)
		}
	}
	// a/1 after its robots.txt, b/1 after its own; a/2 need not wait, since that took longer; b/2; a/3 again not.
	want := []time.Duration{2 * time.Second, 5 * time.Second, 5 * time.Second}
	if !slices.Equal(c.sleeps, want) {
		t.Errorf("slept %v, want %v", c.sleeps, want)
	}
}

func TestRetries(t *testing.T) {
	const second = time.Second
	cases := []struct {
		name     string
		statuses []int
		after    string
		sleeps   []time.Duration
		message  string // of the error, "" for a page
	}{
		{"at once", nil, "", nil, ""},
		{"doubling", []int{500, 502, 504}, "", []time.Duration{second, 2 * second, 4 * second}, ""},
		{"used up", []int{503, 503, 503, 503}, "", []time.Duration{second, 2 * second, 4 * second}, "503 Service Unavailable: try again later (tried 4 times)"},
		{"Retry-After in seconds", []int{429}, "7", []time.Duration{7 * second}, ""},
		{"Retry-After as a date", []int{503}, "Tue, 07 Feb 2023 10:00:30 GMT", []time.Duration{30 * second}, ""},
		{"Retry-After in the past", []int{503}, "Tue, 07 Feb 2023 09:00:00 GMT", []time.Duration{second}, ""},
		{"Retry-After shorter than the backoff", []int{503, 503}, "1", []time.Duration{second, 2 * second}, ""},
		{"Retry-After too long", []int{429}, "3600", nil, "the server asks to wait longer than 1m0s"},
		{"Retry-After that is none", []int{503}, "soon", []time.Duration{second}, ""},
		{"not there", []int{404}, "", nil, "404 Not Found"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := &failing{statuses: c.statuses, after: c.after}
			p, clock := polite(PoliteOptions{Retries: 3})
			_, err := p.Fetch(t.Context(), serve(t, f.handle)+"/a")
			if c.message != "" {
				checkError(t, err, "http_status", c.message)
			} else if err != nil {
				t.Error(err)
			}
			if !slices.Equal(clock.sleeps, c.sleeps) {
				t.Errorf("slept %v, want %v", clock.sleeps, c.sleeps)
			}
		})
	}
}

func TestRetryOfConnections(t *testing.T) {
	n := 0
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if n++; n <= 4 && n != 2 { // robots.txt breaks off once, the page twice
			hijack("")(w, r)
			return
		}
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		html(w, article)
	})
	p, clock := polite(PoliteOptions{Retries: 2})
	if page, err := p.Fetch(t.Context(), address+"/a"); err != nil || string(page.Body) != article {
		t.Errorf("%v after %v", err, clock.sleeps)
	}
}

func TestPoliteRefuses(t *testing.T) {
	p, _ := polite(PoliteOptions{})
	_, err := p.Fetch(t.Context(), "ftp://mill.example/")
	checkError(t, err, "bad_url", "not fetched")
	careful := NewPolite(client(func(o *Options) { o.AllowPrivate = false }), PoliteOptions{})
	_, err = careful.Fetch(t.Context(), serve(t, func(http.ResponseWriter, *http.Request) { t.Error("a request got through") }))
	checkError(t, err, "blocked_address", "--allow-private")
}

// TestOneAtATime asks for many pages of a host at once: it never sees two requests together.
func TestOneAtATime(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		html(w, article)
		mu.Lock()
		now--
		mu.Unlock()
	})
	p, _ := polite(PoliteOptions{Delay: time.Second})
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if _, err := p.Fetch(t.Context(), fmt.Sprintf("%s/%d", address, i)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most != 1 {
		t.Errorf("%d requests at once", most)
	}
}

func TestInterruptedWait(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) { html(w, article) })
	p := NewPolite(client(nil), PoliteOptions{Delay: time.Hour})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := p.Fetch(ctx, address)
	checkError(t, err, "fetch", "interrupted")
}
