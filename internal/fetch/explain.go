package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"syscall"
)

// explain turns an error of the HTTP client into one that tells the user what to do. It never repeats the whole error:
// that may hold what the server sent.
func (c *Client) explain(u *url.URL, err error) error {
	var own *Error
	var blocked *blockedError
	var dns *net.DNSError
	var encoding *encodingError
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &blocked):
		return problem("blocked_address", "%v: give --allow-private if you mean it", blocked)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), isTimeout(err):
		return problem("timeout", "no complete answer within %s: try again or give a longer --timeout", c.opts.Timeout)
	case errors.Is(err, errTooLarge):
		return problem("too_large", "the page is larger than %s: save the article alone and use batch", size(c.opts.MaxBytes))
	case errors.As(err, &encoding):
		return problem("fetch", "the server compressed the page as %.40q, which was not asked for: save the page and use batch", encoding.name)
	case errors.Is(err, errDamaged):
		return problem("fetch", "%s compresses the page in a damaged way: save the page in a browser and use batch", u.Host)
	case errors.As(err, &dns) && dns.IsNotFound:
		return problem("fetch", "no server is called %s: check the spelling", u.Hostname())
	case errors.As(err, &dns):
		return passing("the name %s could not be looked up: check your connection", u.Hostname())
	case errors.Is(err, syscall.ECONNREFUSED):
		return passing("%s refuses connections: check the address and port", u.Host)
	case isTLS(err):
		return problem("fetch", "no secure connection to %s, its certificate or TLS is at fault: save the page in a browser and use batch", u.Host)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return passing("%s broke off the connection: try again later", u.Host)
	}
	var system syscall.Errno
	if errors.As(err, &system) {
		return problem("fetch", "%s cannot be reached: %v", u.Host, system)
	}
	return problem("fetch", "%s answers with what is no valid HTTP: open the page in a browser, save it and use batch", u.Host)
}

// size words a number of bytes.
func size(bytes int) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%d MiB", bytes>>20)
}

// passing is a fault that may be over soon.
func passing(format string, args ...any) *Error {
	e := problem("fetch", format, args...)
	e.passing = true
	return e
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

func isTLS(err error) bool {
	var verification *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var unknown x509.UnknownAuthorityError
	return errors.Is(err, http.ErrSchemeMismatch) || errors.As(err, &verification) || errors.As(err, &record) || errors.As(err, &alert) || errors.As(err, &unknown)
}

// statusError is the error of an answer other than 200.
func statusError(resp *http.Response) error {
	advice := "try again later"
	switch code := resp.StatusCode; {
	case code == http.StatusNotFound || code == http.StatusGone:
		advice = "the page is not there: check the URL"
	case code == http.StatusUnauthorized || code == http.StatusForbidden || code == http.StatusPaymentRequired ||
		code == http.StatusUnavailableForLegalReasons:
		advice = "the server does not give the page to programs: save it in a browser and use batch"
	case code == http.StatusTooManyRequests:
		advice = "the server was asked too often: wait, or lower --parallel"
	case code < 400:
		advice = "the answer holds no page: check the URL"
	case code < 500:
		advice = "check the URL"
	}
	e := problem("http_status", "%d %s: %s", resp.StatusCode, http.StatusText(resp.StatusCode), advice)
	e.status, e.retryAfter = resp.StatusCode, resp.Header.Get("Retry-After")
	return e
}

// acceptable refuses, by its header alone, a content that is no page; so nothing large is downloaded in vain. A type
// that says nothing is left to isText.
func acceptable(header string) error {
	kind, _, err := mime.ParseMediaType(header)
	if err != nil || kind == "" {
		return nil
	}
	switch kind {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml",
		"application/octet-stream":
		return nil
	}
	return notHTML(kind)
}

// isText tells plain text from HTML, and refuses bytes that are neither, whatever the header says.
func isText(header string, body []byte) (bool, error) {
	sniffed, _, _ := mime.ParseMediaType(http.DetectContentType(body))
	if major, _, _ := strings.Cut(sniffed, "/"); major != "text" && sniffed != "application/octet-stream" {
		return false, notHTML(sniffed)
	}
	kind, _, _ := mime.ParseMediaType(header)
	switch kind {
	case "text/html", "application/xhtml+xml":
		return false, nil
	case "text/plain":
		return sniffed != "text/html", nil
	}
	return sniffed == "text/plain" && !strings.HasSuffix(kind, "xml"), nil
}

func notHTML(kind string) error {
	if kind == "application/pdf" {
		return problem("not_html", "the URL is a PDF, not a web page: turn it into text (pdftotext) and use batch")
	}
	return problem("not_html", "the URL is %.60s, not a web page", kind)
}
