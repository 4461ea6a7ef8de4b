// Package charset turns the bytes of a page into UTF-8: bytes and the server's Content-Type header go in, text and the
// name of the encoding it was read as come out.
package charset

import (
	"bytes"
	"mime"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Result is a decoded page.
type Result struct {
	Text     string // valid UTF-8, without byte order mark
	Encoding string // canonical name, such as utf-8 or windows-1252
	Doubtful bool   // the encoding was guessed, or some bytes are impossible in it
}

// detectBytes bounds what the guesser reads; it is linear, but runs some forty recognisers over it.
const detectBytes = 64 << 10

// metaBytes is how far into the page a <meta charset> is looked for. The standard says 1024; real pages put scripts first.
const metaBytes = 16 << 10

// Decode reads body as UTF-8 text. What decides, in this order: a byte order mark, the body being valid UTF-8 as a
// whole, the charset of contentType, the page's own <meta charset> unless they make nonsense of it, and last a guess from the
// bytes. Valid UTF-8 is never altered, whatever a label says: servers label it Latin-1 more often than Latin-1 text happens to be valid UTF-8.
func Decode(body []byte, contentType string) Result {
	if enc, name, mark := byteOrderMark(body); enc != nil {
		return decodeAs(enc, name, body[mark:])
	} else if name != "" && utf8.Valid(body[mark:]) {
		return Result{Text: string(body[mark:]), Encoding: name}
	}
	if utf8.Valid(body) && bytes.IndexByte(body, 0) < 0 {
		return Result{Text: string(body), Encoding: "utf-8"}
	}
	if enc, name := wideWithoutMark(body); enc != nil {
		return decodeAs(enc, name, body)
	}
	if almostUTF8(body) {
		return Result{Text: strings.ToValidUTF8(string(body), "\uFFFD"), Encoding: "utf-8", Doubtful: true}
	}
	return judged(body, headerLabel(contentType), metaLabel(body))
}

// judged reads body in the first encoding that is named for it, or in a better one: labels lie, and what other systems
// wrote without one is told by what it reads like.
func judged(body []byte, labels ...string) Result {
	named := -1
	var readings []reading
	for _, label := range labels {
		if enc, name := lookup(label); enc != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
			readings, named = append(readings, read(candidate{enc, name}, body)), 0
		}
	}
	for _, c := range append(usual[:len(usual):len(usual)], guesses(body)...) {
		readings = append(readings, read(c, body))
	}
	best := readings[0]
	for _, r := range readings[1:] {
		if named == 0 && r.better(best) || named < 0 && r.score > best.score {
			best = r
		}
	}
	res := decodeAs(best.enc, best.name, body)
	res.Doubtful = res.Doubtful || named < 0 || best.name != readings[0].name
	return res
}

// byteOrderMark returns the encoding that a leading mark names and the mark's length. For UTF-8 the encoding is nil and
// the name set: nothing needs decoding.
func byteOrderMark(b []byte) (encoding.Encoding, string, int) {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return nil, "utf-8", 3
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", 4
	case bytes.HasPrefix(b, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", 4
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 2
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 2
	}
	return nil, "", 0
}

// wideWithoutMark recognises UTF-16 that lost its mark by the zero bytes of the ASCII half of its text.
func wideWithoutMark(b []byte) (encoding.Encoding, string) {
	n := min(len(b), 4096) &^ 1
	if n < 8 {
		return nil, ""
	}
	var even, odd int
	for i := 0; i < n; i += 2 {
		if b[i] == 0 {
			even++
		}
		if b[i+1] == 0 {
			odd++
		}
	}
	switch pairs := n / 2; {
	case odd*10 >= pairs*6 && even*10 < pairs:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case even*10 >= pairs*6 && odd*10 < pairs:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// almostUTF8 tells whether body is UTF-8 with a few broken bytes, as left by a page cut in the middle or pasted
// together: then only those bytes are lost, where a one-byte reading would garble every accent.
func almostUTF8(body []byte) bool {
	var good, bad int
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good > 0 && good >= 20*bad || good > 2 && bad == 1
}

func headerLabel(contentType string) string {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		return params["charset"]
	}
	if m := labelRE.FindStringSubmatch(contentType); m != nil {
		return m[1]
	}
	return ""
}

var labelRE = regexp.MustCompile(`(?i)(?:charset|<\?xml[^>]*\bencoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)`)

// metaLabel finds the charset a page claims for itself in a meta element or XML declaration.
func metaLabel(body []byte) string {
	head := body[:min(len(body), metaBytes)]
	for len(head) > 0 {
		at := bytes.IndexByte(head, '<')
		if at < 0 {
			return ""
		}
		head = head[at:]
		end := bytes.IndexByte(head, '>')
		if end < 0 {
			return ""
		}
		tag := head[:end]
		if hasFoldPrefix(tag, "<meta") || hasFoldPrefix(tag, "<?xml") {
			if m := labelRE.FindSubmatch(tag); m != nil {
				return string(m[1])
			}
		}
		head = head[1:]
	}
	return ""
}

func hasFoldPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && strings.EqualFold(string(b[:len(prefix)]), prefix)
}

// lookup returns the encoding of an HTML label ("latin1" is windows-1252, as in browsers) or of one that IANA knows and
// browsers do not (ibm850), else nil.
func lookup(label string) (encoding.Encoding, string) {
	if label == "" {
		return nil, ""
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		enc, err = ianaindex.IANA.Encoding(label)
		if err != nil || enc == nil {
			return nil, ""
		}
		return enc, strings.ToLower(label)
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return nil, ""
	}
	return enc, name
}

// guesses are what chardet takes the body for, the best first and in the same order every time: its own best-of runs
// recognisers in parallel and returns any of equal ones.
func guesses(body []byte) []candidate {
	found, err := chardet.NewHtmlDetector().DetectAll(body[:min(len(body), detectBytes)])
	if err != nil {
		return nil
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].Confidence != found[j].Confidence {
			return found[i].Confidence > found[j].Confidence
		}
		return found[i].Charset < found[j].Charset
	})
	var all []candidate
	for _, f := range found {
		enc, name := lookup(f.Charset)
		if enc != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") && f.Confidence >= 20 && len(all) < 3 {
			all = append(all, candidate{enc, name})
		}
	}
	return all
}

// decodeAs never fails: bytes that mean nothing in enc become U+FFFD and make the result doubtful.
func decodeAs(enc encoding.Encoding, name string, body []byte) Result {
	out, err := enc.NewDecoder().Bytes(body)
	text := strings.ToValidUTF8(string(out), "\uFFFD")
	text = strings.TrimPrefix(text, "\uFEFF")
	return Result{Text: text, Encoding: name, Doubtful: err != nil || strings.Contains(text, "\uFFFD")}
}
