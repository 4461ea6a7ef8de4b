// Package fetch gets one web page: a URL goes in, the page's bytes with what the server says of them come out, or an
// Error with a kind of the report. It is careful by default: public addresses only, on every hop, and bounded in time
// and size.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"
)

// maxRedirects is how many redirects are followed.
const maxRedirects = 10

// Options is how pages are fetched. The zero value is careful, with no time limit of its own.
type Options struct {
	Timeout      time.Duration // for a whole page, redirects included; 0 for none
	MaxBytes     int           // of the page, decompressed; 0 means 16 MiB
	UserAgent    string        // names the tool to the server
	AllowPrivate bool          // connect to private and local addresses too
	Proxy        bool          // go through the proxies that the environment names (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)

	public   func(netip.AddrPort) bool // stands in for Public in tests
	resolver *net.Resolver             // stands in for the system's in tests
}

// Page is a fetched page.
type Page struct {
	URL         string // after redirects
	ContentType string // the header as sent, "" when there was none
	Body        []byte // decompressed
	Text        bool   // plain text, not HTML
}

// Error is a page that could not be had; Kind is one of report.Kinds, Message says what to do.
type Error struct {
	Kind, Message string

	status     int    // of the server's answer, 0 when there was none
	retryAfter string // the header of that answer
	passing    bool   // the connection failed in a way that may be over soon
}

// Error words the kind and the message.
func (e *Error) Error() string { return e.Kind + ": " + e.Message }

func problem(kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// Client fetches pages. It is safe for concurrent use.
type Client struct {
	opts Options
	http *http.Client
}

// New returns a client. It ignores the proxies of the environment unless they are asked for: a proxy looks names up by
// itself, and which addresses it connects to cannot be checked from here.
func New(opts Options) *Client {
	if opts.MaxBytes == 0 {
		opts.MaxBytes = 16 << 20
	}
	if opts.public == nil {
		opts.public = func(target netip.AddrPort) bool { return Public(target.Addr()) }
	}
	if opts.AllowPrivate {
		opts.public = func(netip.AddrPort) bool { return true }
	}
	dialer := &net.Dialer{Control: guard(opts.public), Resolver: opts.resolver}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: 1 << 20,
		MaxIdleConnsPerHost:    4,
		IdleConnTimeout:        10 * time.Second,
		DisableCompression:     true, // content undoes it, within bounds
	}
	if opts.Proxy {
		useProxies(transport, opts.resolver)
	}
	c := &Client{opts: opts, http: &http.Client{Transport: transport}}
	c.http.CheckRedirect = c.checkRedirect
	return c
}

// Fetch gets the page at address. The error is an *Error.
func (c *Client) Fetch(ctx context.Context, address string) (page *Page, err error) {
	err = c.get(ctx, address, "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1", func(resp *http.Response) error {
		page, err = c.read(resp)
		return err
	})
	return page, err
}

// maxRobots is how large a robots.txt may be: twice what the standard asks programs to read.
const maxRobots = 1 << 20

// raw gets what is at address, whatever the server's answer is, with the answer's Retry-After header. The error is an *Error.
func (c *Client) raw(ctx context.Context, address string) (status int, retryAfter string, body []byte, err error) {
	err = c.get(ctx, address, "text/plain, */*;q=0.1", func(resp *http.Response) (err error) {
		status, retryAfter = resp.StatusCode, resp.Header.Get("Retry-After")
		if body, err = content(resp, maxRobots); err != nil {
			return c.explain(resp.Request.URL, err)
		}
		return nil
	})
	return status, retryAfter, body, err
}

// get asks for address and hands the answer to read.
func (c *Client) get(ctx context.Context, address, accept string, read func(*http.Response) error) error {
	if c.opts.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.opts.Timeout)
		defer cancel()
	}
	u, err := parse(address)
	if err != nil {
		return err
	}
	if err := c.checkLiteral(u); err != nil {
		return c.explain(u, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return problem("bad_url", "%v", err)
	}
	req.Header.Set("User-Agent", c.opts.UserAgent)
	req.Header.Set("Accept-Encoding", acceptEncoding)
	req.Header.Set("Accept", accept)
	resp, err := c.http.Do(req)
	if err != nil {
		return c.explain(u, err)
	}
	defer resp.Body.Close()
	return read(resp)
}

// parse accepts absolute http and https URLs without user and password.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil:
		return nil, problem("bad_url", "not a URL: check it, and put it in quotes on the command line")
	case u.User != nil:
		return nil, problem("bad_url", "the URL carries a user or password: leave them out, or save the page and use batch")
	case u.Scheme == "":
		return nil, problem("bad_url", "not a complete URL: write it with https:// before it")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, problem("bad_url", "%.20s URLs are not fetched, only http and https: save the page and use batch", u.Scheme)
	case u.Hostname() == "":
		return nil, problem("bad_url", "the URL names no server")
	}
	return u, nil
}

// checkLiteral refuses an address that the URL itself spells out, in forms too that the dialer would rewrite before
// its guard sees them.
func (c *Client) checkLiteral(u *url.URL) error {
	addr, err := netip.ParseAddr(u.Hostname())
	if err != nil {
		return nil // a name
	}
	port := uint16(80)
	if u.Scheme == "https" {
		port = 443
	}
	if n, err := net.LookupPort("tcp", u.Port()); err == nil && u.Port() != "" {
		port = uint16(n)
	}
	if !c.opts.public(netip.AddrPortFrom(addr, port)) {
		return &blockedError{addr.String()}
	}
	return nil
}

// checkRedirect holds every hop to the rules of the first URL.
func (c *Client) checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return problem("fetch", "more than %d redirects: open the page in a browser, save it and use batch", maxRedirects)
	}
	if _, err := parse(req.URL.String()); err != nil {
		var bad *Error
		errors.As(err, &bad)
		return problem("fetch", "the page redirects to a URL that is not followed: %s", bad.Message)
	}
	return c.checkLiteral(req.URL)
}

// read takes the page out of a response, or says why it is none.
func (c *Client) read(resp *http.Response) (*Page, error) {
	where := resp.Request.URL
	if resp.StatusCode != http.StatusOK {
		return nil, statusError(resp)
	}
	header := resp.Header.Get("Content-Type")
	if err := acceptable(header); err != nil {
		return nil, err
	}
	if resp.ContentLength > int64(c.opts.MaxBytes) {
		return nil, c.explain(where, errTooLarge)
	}
	body, err := content(resp, c.opts.MaxBytes)
	if err != nil {
		return nil, c.explain(where, err)
	}
	text, err := isText(header, body)
	if err != nil {
		return nil, err
	}
	return &Page{URL: where.String(), ContentType: header, Body: body, Text: text}, nil
}
