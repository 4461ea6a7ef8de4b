// Package warc reads web archives, compressed or not: a file goes in, its records come out one by one, each with the place
// where it begins. What is damaged comes out as a Damage with its place, and reading goes on at the next record that can
// be told from its bytes; so one bad record costs that record alone.
//
// A record is intact when its header parses, its Content-Length leads to the blank line that ends every record, the gzip
// member that it ends in has the right checksum, and its WARC-Block-Digest, where there is one of a known kind, fits.
package warc

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Place is where a record begins: Offset is that of a byte of the file, which in a compressed file starts a gzip member,
// and Inner is how far the record is into the member's decompressed bytes.
type Place struct{ Offset, Inner int64 }

// String words a place as OFFSET or OFFSET+INNER.
func (p Place) String() string {
	if p.Inner == 0 {
		return fmt.Sprint(p.Offset)
	}
	return fmt.Sprintf("%d+%d", p.Offset, p.Inner)
}

// Record is an intact record. Block is only good until the next call of Next.
type Record struct {
	Place
	Number int    // its place among all records, damaged ones counted, from 1
	Type   string // response, resource, conversion, request, revisit, metadata, warcinfo …, in lower case
	URI    string // of the target
	Date   time.Time
	Header Header
	Size   int64  // of the block
	Block  []byte // the whole of it, or its beginning when Size is above Options.MaxBlock
}

// Whole reports whether Block is all of the block.
func (r *Record) Whole() bool { return int64(len(r.Block)) == r.Size }

// Damage is a record, or a stretch of bytes where one should be, that cannot be read. It is an error that Next can be
// called after.
type Damage struct {
	Place
	Number   int
	TooLarge bool // it expands without end; nothing else is known to be wrong with it
	Reason   string
}

// Error words the place and the reason.
func (d *Damage) Error() string {
	return fmt.Sprintf("record %d at %s: %s", d.Number, d.Place, d.Reason)
}

// Options bounds what a record may cost. The zero value means the defaults.
type Options struct {
	MaxBlock  int   // bytes of a block that are kept; larger ones are passed through. 0 means 16 MiB
	BombBytes int64 // decompressed bytes of one record that look like a bomb when they come of a 100th as many; 0 means 256 MiB
}

const (
	maxHeader = 32 << 10 // of a record's header; real ones have some 500 bytes, long addresses included
	headBytes = 64 << 10 // kept of a block that is too large
	maxBlanks = 64       // line ends looked over between records; any number of them is passed
	bombRatio = 100      // real text compresses some 10 times, at most
)

// Reader reads the records of one file. It holds a block and little more in memory.
type Reader struct {
	opts   Options
	file   *source
	win    window
	number int // of the last record

	open    bool  // win has a segment
	segment int64 // where it begins
	lies    bool  // a length in it proved wrong: others are not trusted over the beginning of a record
	told    bool  // damage has been reported after its last intact record

	next  int64 // where the next segment is looked for
	clean bool  // the bytes before next were in order, so a segment should begin right there
}

// NewReader prepares to read the first size bytes of file.
func NewReader(file io.ReaderAt, size int64, opts Options) *Reader {
	if opts.MaxBlock == 0 {
		opts.MaxBlock = 16 << 20
	}
	if opts.BombBytes == 0 {
		opts.BombBytes = 256 << 20
	}
	return &Reader{opts: opts, file: newSource(file, size), clean: true}
}

// Next returns the next record. The error is io.EOF at the end, a *Damage, or one of reading the file, which is final.
func (r *Reader) Next() (*Record, error) {
	for {
		if !r.open {
			if err := r.nextSegment(); err != nil {
				return nil, err
			}
		}
		r.win.skipBlanks()
		if len(r.win.ensure(1)) > 0 {
			r.number++
			return r.record()
		}
		if err := r.endSegment(); err != nil {
			return nil, err
		}
	}
}

// nextSegment goes to the next gzip member, or to the records of an uncompressed file. Bytes before it that should not be
// there are a Damage, unless the damage that they belong to has been told.
func (r *Reader) nextSegment() error {
	start, err := r.file.find(r.next, r.clean)
	if err != nil {
		return err
	}
	if gap := start - r.next; gap > 0 && r.clean && !r.file.blank(r.next, start) {
		r.number++
		d := &Damage{Place: Place{Offset: r.next}, Number: r.number, Reason: fmt.Sprintf("%d bytes that are no record", gap)}
		r.next, r.clean = start, false
		return d
	}
	if start == r.file.size {
		return io.EOF
	}
	return r.openSegment(start)
}

// openSegment starts reading at a place that find returned.
func (r *Reader) openSegment(start int64) error {
	if err := r.file.openAt(start); err != nil {
		return err
	}
	r.win.reset(r.file)
	r.open, r.segment, r.lies, r.told = true, start, false, false
	return nil
}

// endSegment leaves a segment that has been read to its end, or to where it is damaged.
func (r *Reader) endSegment() error {
	r.open = false
	err := r.win.err
	if r.file.failed != nil {
		return r.file.failed
	}
	if err == io.EOF {
		r.next, r.clean = r.file.offset(), true
		return nil
	}
	r.next, r.clean = r.segment+1, false
	if r.told {
		return nil
	}
	r.number++
	return &Damage{Place: r.place(), Number: r.number, Reason: wordDamage(err)}
}

// place is where the window stands.
func (r *Reader) place() Place {
	if r.file.plain() {
		return Place{Offset: r.segment + r.win.offset}
	}
	return Place{Offset: r.segment, Inner: r.win.offset}
}

// wordDamage says what is wrong with a gzip member.
func wordDamage(err error) string {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "the file is cut off here"
	case errors.Is(err, gzip.ErrChecksum):
		return "the gzip member's checksum does not fit: some of its bytes are damaged"
	}
	return "the gzip member is damaged"
}
