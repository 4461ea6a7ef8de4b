package warc

import (
	"bytes"
	"io"
)

// chunk is how much is read at once.
const chunk = 64 << 10

// feed is what a window reads: segments, which may go on in the next gzip member.
type feed interface {
	io.Reader
	join() bool
}

// window is the part of a segment that is in memory: a stretch of unread bytes that grows at its end and is skipped at
// its beginning. Every byte is read and moved a bounded number of times.
type window struct {
	feed   feed
	buf    []byte
	start  int   // of the unread bytes in buf
	offset int64 // of the unread bytes in the segment
	joins  bool  // go on in the next gzip member where the segment ends; it does so when that begins no record
	err    error // what ended the segment: io.EOF, or its damage
}

// reset goes to the beginning of a new segment.
func (w *window) reset(f feed) { *w = window{feed: f, buf: w.buf[:0]} }

// ensure returns the unread bytes, at least n of them unless the segment ends before.
func (w *window) ensure(n int) []byte {
	for len(w.buf)-w.start < n {
		if w.err == io.EOF && w.joins && w.feed.join() {
			w.err = nil
		}
		if w.err != nil {
			break
		}
		w.room(n)
		got, err := w.feed.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf = w.buf[:len(w.buf)+got]
		w.err = err
	}
	return w.buf[w.start:]
}

// room makes room for n unread bytes and a chunk.
func (w *window) room(n int) {
	unread := len(w.buf) - w.start
	if cap(w.buf)-w.start >= n+chunk && cap(w.buf) > len(w.buf) {
		return
	}
	if cap(w.buf) >= 2*(n+chunk) {
		copy(w.buf, w.buf[w.start:])
		w.buf = w.buf[:unread]
	} else {
		grown := make([]byte, unread, 2*(n+chunk))
		copy(grown, w.buf[w.start:])
		w.buf = grown
	}
	w.start = 0
}

// skip passes n unread bytes.
func (w *window) skip(n int) {
	w.start += n
	w.offset += int64(n)
}

// skipBlanks passes line ends, as they stand between records.
func (w *window) skipBlanks() {
	for {
		b := w.ensure(1)
		n := blanks(b)
		w.skip(n)
		if n < len(b) || n == 0 {
			return
		}
	}
}

// blanks counts the line ends at the beginning of b.
func blanks(b []byte) int { return len(b) - len(bytes.TrimLeft(b, "\r\n")) }

// seekStart goes to the next beginning of a record before end, an offset in the segment, and reports whether there is
// one. Without one it goes to end, or to the end of the segment.
func (w *window) seekStart(end int64) bool {
	for w.offset < end {
		b := w.ensure(chunk)
		if len(b) == 0 {
			return false
		}
		i := bytes.Index(b, magic)
		switch {
		case i >= 0 && w.offset+int64(i) < end:
			w.skip(i)
			if isStart(w.ensure(maxProbe)) {
				return true
			}
			w.skip(1)
		case len(b) < chunk: // the end of the segment
			w.skip(int(min(int64(len(b)), end-w.offset)))
		default:
			w.skip(int(min(int64(len(b)-len(magic)), end-w.offset)))
		}
	}
	return false
}

// seek goes forward to an offset in the segment, or to the end of the segment.
func (w *window) seek(offset int64) {
	for w.offset < offset {
		b := w.ensure(1)
		if len(b) == 0 {
			return
		}
		w.skip(int(min(int64(len(b)), offset-w.offset)))
	}
}
