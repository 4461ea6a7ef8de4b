package warc

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// terminator ends every record.
var terminator = []byte("\r\n\r\n")

// record reads the record that the window stands at.
func (r *Reader) record() (*Record, error) {
	place := r.place()
	header, n, reason := r.header()
	r.win.joins = true
	defer func() { r.win.joins = false }()
	if reason == cutHeader && r.win.err != nil {
		return nil, r.damage(place, r.wordEnd("its header"))
	}
	if reason != "" {
		return nil, r.damage(place, reason)
	}
	rec := &Record{Place: place, Number: r.number, Header: header, Type: strings.ToLower(header.Get("WARC-Type")),
		URI: strings.Trim(header.Get("WARC-Target-URI"), "<>"), Date: parseDate(header.Get("WARC-Date"))}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, r.damage(place, "its Content-Length is no number")
	}
	rec.Size = length
	if length > int64(r.opts.MaxBlock) {
		return r.large(rec, n)
	}
	total := n + int(length)
	b := r.win.ensure(total)
	if len(b) < total {
		return nil, r.damage(place, r.wordEnd(fmt.Sprintf("its Content-Length of %d", length)))
	}
	if reason := r.ends(total); reason != "" {
		return nil, r.damage(place, reason)
	}
	rec.Block = r.win.ensure(total)[n:total:total]
	r.win.skip(total)
	r.told = false
	if !fits(header.Get("WARC-Block-Digest"), rec.Block) {
		return nil, &Damage{Place: place, Number: r.number, Reason: "its bytes do not have the digest that its header names"}
	}
	return rec, nil
}

// header parses the header of the record that the window stands at. It goes on in the next gzip member only where it must.
func (r *Reader) header() (h Header, n int, reason string) {
	b := r.win.ensure(maxHeader)
	for {
		if !bytes.HasPrefix(b, magic[:min(len(b), len(magic))]) {
			return nil, 0, "bytes that are no record"
		}
		h, n, reason = parseHeader(b)
		if reason != cutHeader || len(b) >= maxHeader {
			return h, n, reason
		}
		r.win.joins = true
		more := r.win.ensure(len(b) + 1)
		r.win.joins = false
		if len(more) == len(b) {
			return h, n, reason
		}
		b = more
	}
}

// damage is what is wrong with the record that the window stands at. The window goes to the next record that can be told.
func (r *Reader) damage(place Place, reason string) *Damage {
	r.win.joins, r.told = false, true
	r.win.skip(min(1, len(r.win.ensure(1))))
	r.win.seekStart(math.MaxInt64)
	return &Damage{Place: place, Number: r.number, Reason: reason}
}

// wordEnd says how a segment's end cuts a part of a record off.
func (r *Reader) wordEnd(part string) string {
	if r.win.err != io.EOF {
		return wordDamage(r.win.err)
	}
	if r.file.plain() {
		return part + " reaches beyond the end of the file"
	}
	return part + " reaches beyond the end of the gzip member"
}

// ends looks whether the record whose block ends n bytes ahead ends there, and says why not.
func (r *Reader) ends(n int) string {
	r.win.joins = false
	rest := r.win.ensure(n + maxBlanks + len(magic))[n:]
	blank := blanks(rest)
	follows := rest[blank:]
	switch {
	case blank > 0 && bytes.HasPrefix(follows, magic):
		return ""
	case r.win.err != nil && r.win.err != io.EOF && len(follows) == 0:
		return wordDamage(r.win.err)
	case len(follows) == 0, bytes.HasPrefix(rest, terminator):
		return ""
	}
	return "its Content-Length does not lead to its end"
}

// large passes a record whose block is larger than what is kept; n is the length of its header.
func (r *Reader) large(rec *Record, n int) (*Record, error) {
	b := r.win.ensure(n + headBytes)
	rec.Block = bytes.Clone(b[n:min(len(b), n+headBytes)])
	if r.file.plain() {
		return r.largePlain(rec, n)
	}
	from, read := r.win.offset, r.file.offset()
	begins := from + int64(n)
	if rec.Size > math.MaxInt64-begins {
		return nil, r.damage(rec.Place, fmt.Sprintf("its Content-Length of %d is impossible", rec.Size))
	}
	end, other := begins+rec.Size, int64(-1) // other is where a record begins inside the block
	r.win.skip(n)
	for r.win.offset < end {
		found := r.win.seekStart(min(end, r.win.offset+16*chunk))
		switch {
		case found && r.lies:
			return nil, &Damage{Place: rec.Place, Number: rec.Number, Reason: "its Content-Length does not lead to its end"}
		case found && other < 0:
			other = r.win.offset
		case len(r.win.ensure(1)) == 0:
			return nil, r.back(rec, other, r.wordEnd(fmt.Sprintf("its Content-Length of %d", rec.Size)))
		}
		if found {
			r.win.skip(1)
		}
		if out, in := r.win.offset-from, r.file.offset()-read; out > r.opts.BombBytes && out > in*bombRatio {
			return nil, r.bomb(rec, out, in)
		}
	}
	if reason := r.ends(0); reason != "" {
		return nil, r.back(rec, other, reason)
	}
	r.told = false
	return rec, nil
}

// largePlain looks at the end of a large record instead of passing through it.
func (r *Reader) largePlain(rec *Record, n int) (*Record, error) {
	begins := r.win.offset + int64(n)
	if rec.Size > r.file.size-r.segment-begins {
		return nil, r.damage(rec.Place, fmt.Sprintf("its Content-Length of %d reaches beyond the end of the file", rec.Size))
	}
	here := r.win.offset
	if err := r.jump(begins + rec.Size); err != nil {
		return nil, err
	}
	reason := r.ends(0)
	if reason == "" {
		r.told = false
		return rec, nil
	}
	if err := r.jump(here); err != nil {
		return nil, err
	}
	return nil, r.damage(rec.Place, reason)
}

// jump goes to an offset in the segment of an uncompressed file.
func (r *Reader) jump(offset int64) error {
	if err := r.file.openAt(r.segment + offset); err != nil {
		return err
	}
	r.win.reset(r.file)
	r.win.offset = offset
	return nil
}

// back returns to the first record that begins inside the block of one whose length is wrong; from there on, no length in
// this gzip member is believed over such a beginning, so that a member is read twice at the most.
func (r *Reader) back(rec *Record, other int64, reason string) error {
	d := &Damage{Place: rec.Place, Number: rec.Number, Reason: reason}
	if other < 0 {
		r.win.joins, r.told = false, true
		r.win.seekStart(math.MaxInt64)
		return d
	}
	if err := r.openSegment(r.segment); err != nil {
		return err
	}
	r.lies, r.told = true, true
	r.win.joins = true
	r.win.seek(other)
	r.win.joins = false
	return d
}

// bomb gives up on a gzip member that expands without end.
func (r *Reader) bomb(rec *Record, out, in int64) *Damage {
	r.open = false
	r.next, r.clean = r.file.offset(), false
	return &Damage{Place: rec.Place, Number: rec.Number, TooLarge: true,
		Reason: fmt.Sprintf("%d bytes of its gzip member expand to more than %d: the rest of the member is not read", in, out)}
}

func parseDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "20060102150405", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
