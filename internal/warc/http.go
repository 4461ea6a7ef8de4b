package warc

import (
	"bytes"
	"errors"
	"fmt"
	"net/textproto"
	"slices"
	"strconv"
	"strings"
)

// Page is what a record holds of a page: the answer of a web server, or the page itself.
type Page struct {
	Status      int    // of the HTTP answer; 200 for a page that was archived without one
	ContentType string // as the server sent it, "" when it sent none
	Body        []byte // after Decode
	Cut         string // after Decode: why Body is not the whole page, "" when it is

	raw       []byte
	whole     bool
	chunked   bool
	encodings []string
}

// ErrNoHTTP is returned for responses that are not in HTTP.
var ErrNoHTTP = errors.New("the record holds no HTTP answer")

// ErrTooLarge is returned for bodies larger than the limit.
var ErrTooLarge = errors.New("the page is too large")

// HasPage reports whether records of this type hold pages: response, resource and conversion (extracted text).
func (r *Record) HasPage() bool {
	return r.Type == "response" || r.Type == "resource" || r.Type == "conversion"
}

// Page takes the page out of a record that HasPage. Its body is to be decoded while the record's block is good.
func (r *Record) Page() (*Page, error) {
	p := &Page{Status: 200, ContentType: r.Header.Get("Content-Type"), raw: r.Block, whole: r.Whole()}
	if reason := r.Header.Get("WARC-Truncated"); reason != "" {
		p.Cut = "the archive holds only its beginning (" + reason + ")"
	}
	if r.Type != "response" {
		return p, nil
	}
	status, header, body, err := parseHTTP(r.Block)
	if err != nil {
		return nil, err
	}
	p.Status, p.ContentType, p.raw = status, header.Get("Content-Type"), body
	p.chunked = slices.Contains(tokens(header.Values("Transfer-Encoding")), "chunked")
	p.encodings = tokens(header.Values("Content-Encoding"))
	return p, nil
}

// Decode fills in the body, decoded as the answer's header says where that fits the bytes: archives often keep the header
// of an encoding that they have undone, and encodings may be nested. More than limit bytes give ErrTooLarge.
func (p *Page) Decode(limit int) (err error) {
	if !p.whole {
		return ErrTooLarge
	}
	body := p.raw
	if p.chunked {
		body = p.dechunk(body)
	}
	p.Body, err = p.decode(body, limit)
	return err
}

// parseHTTP takes an answer apart, line ends of either kind. Lines of the header that are none are passed over, as
// browsers do.
func parseHTTP(b []byte) (status int, h textproto.MIMEHeader, body []byte, err error) {
	line, rest := cutLine(b)
	proto, after, _ := strings.Cut(line, " ")
	code, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	if status, err = strconv.Atoi(code); err != nil || !strings.HasPrefix(strings.ToUpper(proto), "HTTP/") {
		return 0, nil, nil, ErrNoHTTP
	}
	h = textproto.MIMEHeader{}
	for len(rest) > 0 {
		line, rest = cutLine(rest)
		if line == "" {
			break
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			h.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	return status, h, rest, nil
}

func cutLine(b []byte) (line string, rest []byte) {
	l, rest, _ := bytes.Cut(b, []byte("\n"))
	return string(bytes.TrimSuffix(l, []byte("\r"))), rest
}

// tokens are the comma-separated values, in lower case.
func tokens(values []string) (list []string) {
	for _, v := range values {
		for t := range strings.SplitSeq(v, ",") {
			if t = strings.ToLower(strings.TrimSpace(t)); t != "" {
				list = append(list, t)
			}
		}
	}
	return list
}

// dechunk joins the chunks of a body. One that does not begin with a chunk had been joined when it was archived.
func (p *Page) dechunk(b []byte) []byte {
	var out []byte
	for first := true; ; first = false {
		line, rest := cutLine(b)
		digits, _, _ := strings.Cut(line, ";")
		size, err := strconv.ParseUint(strings.TrimSpace(digits), 16, 63)
		switch {
		case err != nil && first:
			return b
		case err != nil:
			p.Cut = "a chunk of it is damaged"
			return out
		case size == 0:
			return out
		case size > uint64(len(rest)):
			if first && !bytes.Contains(b[:min(len(b), 32)], []byte("\n")) {
				return b // a page that begins with something like a number
			}
			p.Cut = "its last chunks are missing"
			return append(out, rest...)
		}
		out = append(out, rest[:size]...)
		_, b = cutLine(rest[size:])
		if len(b) == 0 {
			p.Cut = "its last chunks are missing"
			return out
		}
	}
}

// maxNested is how many encodings around each other are undone.
const maxNested = 4

// decode undoes the content encodings that the header names, and any that can be told from the bytes.
func (p *Page) decode(body []byte, limit int) ([]byte, error) {
	named := p.encodings
	if len(named) > maxNested {
		return nil, fmt.Errorf("the page is encoded %d times over", len(named))
	}
	for i := len(named) - 1; i >= 0; i-- {
		var err error
		if body, err = p.undo(named[i], body, limit); err != nil {
			return nil, err
		}
	}
	for range maxNested { // encoded more often than the header says
		kind := encodingOf(body)
		if kind == "" {
			break
		}
		var err error
		if body, err = p.undo(kind, body, limit); err != nil {
			return nil, err
		}
	}
	if len(body) > limit {
		return nil, ErrTooLarge
	}
	return bytes.Clone(body), nil
}
