package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// Polite fetches many pages as a considerate robot does: it asks a server for its robots.txt first and obeys it, leaves
// some time between two requests to a host, and tries again later what may go better then. It is safe for concurrent use.
type Polite struct {
	client *Client
	opts   PoliteOptions
	mu     sync.Mutex
	hosts  map[string]*host
}

// PoliteOptions is how considerate to be. The zero value leaves no time between requests and never tries again.
type PoliteOptions struct {
	Delay   time.Duration // between the end of a request to a host and the next; a longer Crawl-delay of its robots.txt counts
	Retries int           // after the first try, of what may go better later
	Backoff time.Duration // before the first retry, doubled before each further one; a longer Retry-After counts. 0 means a second
	MaxWait time.Duration // the longest time to wait for one host; a server that asks for more is given up. 0 means a minute

	now   func() time.Time // stand in for the clock in tests
	sleep func(context.Context, time.Duration) error
}

// host is what is known of one server. Requests to it come one after the other.
type host struct {
	turn   chan struct{} // holds one token
	rules  *robotstxt.Group
	failed *Error // why there are no rules
	asked  bool   // for robots.txt
	delay  time.Duration
	free   time.Time // when the next request may be made
}

// NewPolite returns a polite fetcher that uses c.
func NewPolite(c *Client, opts PoliteOptions) *Polite {
	if opts.Backoff <= 0 {
		opts.Backoff = time.Second
	}
	if opts.MaxWait <= 0 {
		opts.MaxWait = time.Minute
	}
	if opts.now == nil {
		opts.now, opts.sleep = time.Now, sleep
	}
	return &Polite{client: c, opts: opts, hosts: map[string]*host{}}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Fetch gets the page at address. The error is an *Error; of kind disallowed where robots.txt forbids the page.
func (p *Polite) Fetch(ctx context.Context, address string) (*Page, error) {
	u, err := parse(address)
	if err != nil {
		return nil, err
	}
	h := p.host(u)
	select {
	case <-h.turn:
		defer func() { h.turn <- struct{}{} }()
	case <-ctx.Done():
		return nil, interrupted()
	}
	if err := p.allowed(ctx, h, u); err != nil {
		return nil, err
	}
	return p.try(ctx, h, address)
}

func interrupted() *Error { return problem("fetch", "interrupted before it was fetched") }

// host finds what is known of a URL's server.
func (p *Polite) host(u *url.URL) *host {
	p.mu.Lock()
	defer p.mu.Unlock()
	key := u.Scheme + "://" + strings.ToLower(u.Host)
	h := p.hosts[key]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1), delay: p.opts.Delay}
		h.turn <- struct{}{}
		p.hosts[key] = h
	}
	return h
}

// allowed returns nil where the server's robots.txt allows a page.
func (p *Polite) allowed(ctx context.Context, h *host, u *url.URL) error {
	if !h.asked {
		if err := p.askRobots(ctx, h, u); err != nil {
			return err
		}
	}
	switch path := u.EscapedPath(); {
	case h.failed != nil:
		return h.failed
	case h.rules == nil:
		return nil
	case path == "":
		return p.check(h, "/")
	case u.RawQuery != "":
		return p.check(h, path+"?"+u.RawQuery)
	default:
		return p.check(h, path)
	}
}

func (p *Polite) check(h *host, path string) error {
	if h.rules.Test(path) {
		return nil
	}
	return problem("disallowed", "the site's robots.txt asks programs not to read the page: open it in a browser, save it and use batch")
}

// askRobots reads a server's robots.txt, once. Without one everything is allowed; when the server fails to say whether
// there is one, nothing is, as the standard (RFC 9309) asks.
func (p *Polite) askRobots(ctx context.Context, h *host, u *url.URL) error {
	status, body, err := p.robots(ctx, h, u)
	if ctx.Err() != nil {
		return interrupted()
	}
	h.asked = true
	switch {
	case err != nil:
		var fault *Error
		errors.As(err, &fault)
		h.failed = problem(fault.Kind, "no robots.txt, which is asked for first: %s", fault.Message)
		return nil
	case status >= 500 || status == http.StatusTooManyRequests:
		h.failed = problem("http_status", "no robots.txt, which is asked for first: %d %s: try again later", status, http.StatusText(status))
		return nil
	}
	data, err := robotstxt.FromStatusAndBytes(status, body)
	if err != nil {
		return nil // what cannot be read forbids nothing
	}
	name, _, _ := strings.Cut(p.client.opts.UserAgent, "/")
	h.rules = data.FindGroup(name)
	if asked := min(h.rules.CrawlDelay, p.opts.MaxWait); asked > h.delay {
		h.free = h.free.Add(asked - h.delay)
		h.delay = asked
	}
	return nil
}

// robots asks for robots.txt until the server answers or the tries are used up.
func (p *Polite) robots(ctx context.Context, h *host, u *url.URL) (status int, body []byte, err error) {
	where := (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}).String()
	for try := 0; ; try++ {
		if err := p.wait(ctx, h); err != nil {
			return 0, nil, err
		}
		var after string
		status, after, body, err = p.client.raw(ctx, where)
		h.free = p.opts.now().Add(h.delay)
		var fault *Error
		errors.As(err, &fault)
		again := err != nil && worthRetry(fault) || err == nil && retryable(status)
		if !again || try == p.opts.Retries || !p.backOff(h, try, after) {
			return status, body, err
		}
	}
}

// try fetches a page, again where that may help.
func (p *Polite) try(ctx context.Context, h *host, address string) (*Page, error) {
	for try := 0; ; try++ {
		if err := p.wait(ctx, h); err != nil {
			return nil, err
		}
		page, err := p.client.Fetch(ctx, address)
		h.free = p.opts.now().Add(h.delay)
		var fault *Error
		if err == nil || !errors.As(err, &fault) || !worthRetry(fault) {
			return page, err
		}
		switch {
		case try == p.opts.Retries && try > 0:
			return nil, problem(fault.Kind, "%s (tried %d times)", fault.Message, try+1)
		case try == p.opts.Retries:
			return nil, fault
		case !p.backOff(h, try, fault.retryAfter):
			return nil, problem(fault.Kind, "%s (the server asks to wait longer than %s)", fault.Message, p.opts.MaxWait)
		}
	}
}

// wait waits until the host may be asked again.
func (p *Polite) wait(ctx context.Context, h *host) error {
	if d := h.free.Sub(p.opts.now()); d > 0 {
		if p.opts.sleep(ctx, d) != nil {
			return interrupted()
		}
	}
	return nil
}

// backOff puts off the next request, and returns false when the server asks for too much of that.
func (p *Polite) backOff(h *host, try int, retryAfter string) bool {
	now := p.opts.now()
	d := min(p.opts.Backoff<<min(try, 20), p.opts.MaxWait)
	if asked, ok := readRetryAfter(retryAfter, now); ok {
		if asked > p.opts.MaxWait {
			return false
		}
		d = max(d, asked)
	}
	if next := now.Add(d); next.After(h.free) {
		h.free = next
	}
	return true
}

// readRetryAfter reads a Retry-After header: seconds, or a date.
func readRetryAfter(s string, now time.Time) (time.Duration, bool) {
	if seconds, err := strconv.ParseUint(strings.TrimSpace(s), 10, 31); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(t.Sub(now), 0), true
	}
	return 0, false
}

// retryable reports whether an answer may be another one later.
func retryable(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// worthRetry reports whether a page may be had later.
func worthRetry(e *Error) bool {
	return e != nil && (e.Kind == "timeout" || retryable(e.status) || e.passing)
}
