package warc

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"hash"
	"regexp"
	"strings"
)

// Header is a record's header; the first of several fields with a name counts.
type Header []Field

// Field is a line of a header.
type Field struct{ Name, Value string }

// Get returns the value of a field, "" when there is none. Case does not matter.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// cutHeader is the reason of a header that does not end within what there is of it.
const cutHeader = "its header has no end"

var versionRE = regexp.MustCompile(`^WARC/\d\.\d+[ \t]*$`)

// parseHeader reads the header that b begins with, line ends of either kind. It returns its length with the blank line
// after it, or why it is none.
func parseHeader(b []byte) (h Header, n int, reason string) {
	b = b[:min(len(b), maxHeader)]
	for first := true; ; first = false {
		end := bytes.IndexByte(b[n:], '\n')
		if end < 0 {
			return nil, 0, cutHeader
		}
		line := strings.TrimSuffix(string(b[n:n+end]), "\r")
		n += end + 1
		switch {
		case first && !versionRE.MatchString(line):
			return nil, 0, "its first line is no WARC version"
		case first:
		case line == "":
			return h, n, h.check()
		case line[0] == ' ' || line[0] == '\t':
			if len(h) > 0 { // a long value goes on
				h[len(h)-1].Value += " " + strings.TrimSpace(line)
			}
		default:
			name, value, ok := strings.Cut(line, ":")
			if !ok {
				return nil, 0, "a line of its header has no colon"
			}
			h = append(h, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
}

// check says what a header lacks.
func (h Header) check() string {
	for _, name := range []string{"WARC-Type", "Content-Length"} {
		if h.Get(name) == "" {
			return "its header has no " + name
		}
	}
	return ""
}

// isStart reports whether a record begins with b: more than the magic, which stands in articles about archives.
func isStart(b []byte) bool {
	b = b[:min(len(b), maxProbe)]
	if !bytes.HasPrefix(b, magic) {
		return false
	}
	line, rest, ok := bytes.Cut(b, []byte("\n"))
	if !ok || !versionRE.Match(bytes.TrimSuffix(line, []byte("\r"))) {
		return false
	}
	for len(rest) > 0 { // the header's lines, of which WARC-Type must be one
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		name, _, ok := bytes.Cut(line, []byte(":"))
		if ok && strings.EqualFold(string(bytes.TrimSpace(name)), "WARC-Type") {
			return true
		}
		if len(bytes.TrimSpace(line)) == 0 {
			return false
		}
	}
	return false
}

// fits compares a block with a digest such as sha1:BASE32. A digest of an unknown kind fits everything.
func fits(digest string, block []byte) bool {
	kind, value, _ := strings.Cut(digest, ":")
	var h hash.Hash
	switch strings.ReplaceAll(strings.ToLower(kind), "-", "") {
	case "sha1":
		h = sha1.New()
	case "sha256":
		h = sha256.New()
	case "sha512":
		h = sha512.New()
	case "md5":
		h = md5.New()
	default:
		return true
	}
	want, err := hex.DecodeString(value)
	if err != nil || len(want) != h.Size() {
		want, err = base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.ToUpper(strings.TrimRight(value, "=")))
		if err != nil || len(want) != h.Size() {
			return true
		}
	}
	h.Write(block)
	return bytes.Equal(h.Sum(nil), want)
}
