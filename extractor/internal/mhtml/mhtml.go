// Package mhtml opens web archives, the single files (.mhtml, .mht) in which browsers save a page with its pictures and
// styles: the file's bytes go in; the page itself and what the file says about it come out.
package mhtml

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"time"
)

// Page is the document of a web archive.
type Page struct {
	Body        []byte
	ContentType string    // of the document, with the charset where its header names one
	URL         string    // where the document came from, "" when the file does not say
	Saved       time.Time // when it was saved, zero when the file does not say
	Cut         bool      // the file ends, or is damaged, before the document does
}

// Plain tells whether the document is plain text instead of HTML.
func (p Page) Plain() bool { return mediaType(p.ContentType) == "text/plain" }

// ErrNoPage is returned for archives that hold pictures, styles and the like but no document.
var ErrNoPage = errors.New("the web archive holds no page")

// maxHeader is how much of a file is searched for the end of its header. Browsers write some 500 bytes, mail servers more.
const maxHeader = 64 << 10

var (
	fieldRE   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*:[ \t]`)
	versionRE = regexp.MustCompile(`(?im)^mime-version:[ \t]*\d`)
	typeRE    = regexp.MustCompile(`(?im)^content-type:[ \t]*(?:multipart/|text/html|application/xhtml)`)
)

// Is tells whether file is a web archive or a mail by the header that both begin with. No page or article does.
func Is(file []byte) bool {
	head := header(file)
	return head != nil && fieldRE.Match(head) && versionRE.Match(head) && typeRE.Match(head)
}

// trim takes a byte order mark and blank lines, which editors leave, off the start.
func trim(file []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\xEF\xBB\xBF")), " \t\r\n")
}

// header is the part of the file before the first blank line, nil when there is none.
func header(file []byte) []byte {
	head := trim(file)
	head = head[:min(len(head), maxHeader)]
	for _, gap := range []string{"\r\n\r\n", "\n\n", "\n\r\n"} {
		if at := bytes.Index(head, []byte(gap)); at >= 0 {
			return head[:at]
		}
	}
	return nil
}

// Open finds the document in a web archive: the part that the header names as its start, else the first HTML part, else
// the first plain text. A file that was cut short gives what there is of the document.
func Open(file []byte) (Page, error) {
	message, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(trim(file))))
	if err != nil {
		return Page{}, fmt.Errorf("the web archive's header is damaged: %w", err)
	}
	head := textproto.MIMEHeader(message.Header)
	s := search{start: startOf(head)}
	s.entity(head, message.Body, 0)
	if s.page == nil {
		return Page{}, ErrNoPage
	}
	page := *s.page
	if snapshot := location(head, "Snapshot-Content-Location"); snapshot != "" {
		page.URL = snapshot
	} else if page.URL == "" {
		page.URL = location(head, "Content-Location")
	}
	if saved, err := message.Header.Date(); err == nil {
		page.Saved = saved
	}
	return page, nil
}

// startOf is the Content-ID of the part that a multipart/related header calls its root, "" when it names none.
func startOf(head textproto.MIMEHeader) string {
	_, params, _ := mime.ParseMediaType(head.Get("Content-Type"))
	return params["start"]
}

// location is the web address in a header field, folded lines joined; "" for cid: and the like.
func location(head textproto.MIMEHeader, field string) string {
	address := strings.Join(strings.Fields(head.Get(field)), "")
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		return address
	}
	return ""
}

// search walks the parts of an archive until it is sure of the document.
type search struct {
	start string
	page  *Page
	rank  int
}

// maxParts and maxNesting bound the work on hostile files; a page with its pictures has some hundreds of parts.
const (
	maxParts   = 20_000
	maxNesting = 8
)

// The ranks of parts; the document is the first part of the highest rank. A part named as the start wins at once.
const (
	rankText = iota + 1
	rankHTML
	rankStart
)

// entity looks at a part, or at the parts in it.
func (s *search) entity(head textproto.MIMEHeader, body io.Reader, depth int) {
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = mediaType(head.Get("Content-Type"))
	}
	if strings.HasPrefix(kind, "multipart/") {
		if params["boundary"] != "" && depth < maxNesting {
			s.parts(multipart.NewReader(body, params["boundary"]), depth)
		}
		return
	}
	rank := s.rankOf(kind, head)
	if rank <= s.rank {
		return
	}
	data, cut := decode(head.Get("Content-Transfer-Encoding"), body)
	if len(bytes.TrimSpace(data)) == 0 {
		return
	}
	s.rank = rank
	s.page = &Page{Body: data, ContentType: head.Get("Content-Type"), URL: location(head, "Content-Location"), Cut: cut}
}

func (s *search) parts(parts *multipart.Reader, depth int) {
	for range maxParts {
		part, err := parts.NextRawPart()
		if err != nil {
			return
		}
		if s.entity(part.Header, part, depth+1); s.rank == rankStart || s.rank == rankHTML && s.start == "" {
			return
		}
	}
}

func (s *search) rankOf(kind string, head textproto.MIMEHeader) int {
	switch kind {
	case "text/html", "application/xhtml+xml":
		if s.start != "" && head.Get("Content-ID") == s.start {
			return rankStart
		}
		return rankHTML
	case "text/plain":
		return rankText
	}
	return 0
}

// mediaType is the type that a Content-Type header begins with, in lower case, even of a header that is otherwise broken.
func mediaType(contentType string) string {
	kind, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(kind))
}

// decode takes the transfer encoding off a part. Damage ends the text there, and cut is true.
func decode(encoding string, body io.Reader) (data []byte, cut bool) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		// The decoder skips line ends but no other white space.
		body = base64.NewDecoder(base64.StdEncoding, &spaceless{body})
	}
	data, err := io.ReadAll(body)
	return data, err != nil
}

// spaceless drops blanks from what it reads.
type spaceless struct{ r io.Reader }

func (s *spaceless) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	kept := p[:0]
	for _, b := range p[:n] {
		if b != ' ' && b != '\t' {
			kept = append(kept, b)
		}
	}
	return len(kept), err
}
