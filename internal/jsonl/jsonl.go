// Package jsonl reads articles as JSON Lines: bytes go in, a Record or the fault of a line comes out for each line, with
// where it begins. No line, however bad or long, keeps those after it from being read.
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// Line is a line that is not blank; Err is nil or what is wrong with it.
type Line struct {
	Number int   // from 1, blank lines counted
	Offset int64 // of its first byte
	Record
	Err error
}

// Record is what a line says. Just one of HTML and Text is not nil.
type Record struct {
	URL       string
	HTML      []byte
	Text      []byte
	Published string // YYYY-MM-DD, or ""
}

// ErrTooLong is the fault of a line that holds more than is read.
var ErrTooLong = errors.New("the line is too long")

// Reader reads lines.
type Reader struct {
	in     *bufio.Reader
	max    int // bytes of a line
	number int
	offset int64
}

// NewReader reads the lines of r. Articles of more than maxBytes are not wanted: a line may be some times as long, for what
// JSON escapes.
func NewReader(r io.Reader, maxBytes int) *Reader {
	const escaped = 6 // bytes that JSON may spend on one
	return &Reader{in: bufio.NewReaderSize(r, 64<<10), max: maxBytes*escaped + 64<<10}
}

// Next returns the next line. The error is io.EOF at the end, or that of reading.
func (r *Reader) Next() (Line, error) {
	for {
		data, read, err := r.line()
		if read == 0 && err != nil {
			return Line{}, err
		}
		r.number++
		line := Line{Number: r.number, Offset: r.offset}
		r.offset += read
		switch {
		case err != nil && err != io.EOF && err != ErrTooLong:
			return Line{}, err
		case err == ErrTooLong:
			line.Err = ErrTooLong
		case len(bytes.TrimSpace(data)) == 0:
			continue
		default:
			line.Record, line.Err = parse(data)
		}
		return line, nil
	}
}

// line reads to the end of a line and returns how many bytes that were. Of a line that is too long it keeps nothing.
func (r *Reader) line() (data []byte, read int64, err error) {
	for {
		part, err := r.in.ReadSlice('\n')
		read += int64(len(part))
		if read <= int64(r.max) {
			data = append(data, part...)
		} else {
			data = nil
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if read > int64(r.max) && (err == nil || err == io.EOF) {
			err = ErrTooLong
		}
		return data, read, err
	}
}

// parse reads one line.
func parse(data []byte) (Record, error) {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")))
	if !utf8.Valid(data) {
		return Record{}, errors.New(`the line is not UTF-8: pass pages in other encodings as "html_base64"`)
	}
	var in struct {
		URL       *string `json:"url"`
		HTML      *string `json:"html"`
		Base64    *string `json:"html_base64"`
		Text      *string `json:"text"`
		Published *string `json:"published"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return Record{}, wordError(err)
	}
	var rec Record
	var err error
	if in.URL != nil {
		rec.URL = *in.URL
	}
	if in.Published != nil {
		if rec.Published, err = day(*in.Published); err != nil {
			return rec, err
		}
	}
	return rec, rec.fill(in.HTML, in.Base64, in.Text)
}

// fill takes the one content that a line has.
func (rec *Record) fill(html, encoded, text *string) error {
	n := 0
	for _, s := range []*string{html, encoded, text} {
		if s != nil {
			n++
		}
	}
	switch {
	case n != 1:
		return fmt.Errorf(`the line has %d of "html", "html_base64" and "text": give just one`, n)
	case html != nil:
		rec.HTML = []byte(*html)
	case text != nil:
		rec.Text = []byte(*text)
	default:
		page, err := decode(*encoded)
		if err != nil {
			return errors.New(`"html_base64" is not base64`)
		}
		rec.HTML = page
	}
	return nil
}

// decode reads base64 in either alphabet, padded or not, broken into lines or not.
func decode(s string) ([]byte, error) {
	s = strings.NewReplacer("\n", "", "\r", "", "-", "+", "_", "/").Replace(strings.TrimSpace(s))
	return base64.RawStdEncoding.DecodeString(strings.TrimRight(s, "="))
}

// day reads a date or a time as a day in its own offset.
func day(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", time.DateTime} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), nil
		}
	}
	return "", fmt.Errorf(`"published" is no date: write it as 2023-02-07`)
}

// wordError says what is wrong with a line without repeating it.
func wordError(err error) error {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("%q is a %s: it must be a string", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("the line is a JSON %s: it must be an object", kind.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("the line is no JSON: %v at byte %d", syntax, syntax.Offset)
	}
	return errors.New("the line is no JSON")
}
