package warc

import (
	"bufio"
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
)

// magic begins every record.
var magic = []byte("WARC/")

// gzipMagic begins every gzip member: the mark and the only method there is.
var gzipMagic = []byte{0x1F, 0x8B, 8}

// maxProbe is how many bytes are looked at to tell whether a record begins with them.
const maxProbe = 4 << 10

// source is a file as a row of segments: gzip members, or one stretch of plain records. Which of both is settled by what
// is found first.
type source struct {
	file    io.ReaderAt
	size    int64
	settled bool
	zipped  bool
	raw     *bufio.Reader // of the file, from the segment on
	read    int64         // the offset in the file that raw has read to
	gz      *gzip.Reader
	probe   *gzip.Reader
	bad     error // of the header of the gzip member
	tried   int64 // bytes that were decompressed to see whether they can be
	buffer  []byte
	failed  error // of reading the file itself
}

func newSource(file io.ReaderAt, size int64) *source {
	s := &source{file: file, size: size, buffer: make([]byte, chunk+maxProbe)}
	s.raw = bufio.NewReaderSize(nil, chunk)
	return s
}

func (s *source) plain() bool { return !s.zipped }

// offset is the place in the file of the next byte.
func (s *source) offset() int64 { return s.read - int64(s.raw.Buffered()) }

// counter reads the file and keeps count.
type counter struct{ *source }

func (c counter) Read(p []byte) (int, error) {
	s := c.source
	n, err := s.file.ReadAt(p[:min(int64(len(p)), s.size-s.read)], s.read)
	s.read += int64(n)
	switch {
	case n > 0:
		return n, nil
	case err == nil || err == io.EOF:
		return 0, io.EOF
	}
	s.failed = err
	return 0, err
}

// openAt starts a segment at an offset that find returned.
func (s *source) openAt(offset int64) error {
	s.read = offset
	s.raw.Reset(counter{s})
	s.bad = nil
	if !s.zipped {
		return nil
	}
	s.bad = s.member()
	return s.failed
}

// member starts reading the gzip member that raw stands at.
func (s *source) member() error {
	if s.gz == nil {
		s.gz = new(gzip.Reader)
	}
	err := s.gz.Reset(s.raw)
	s.gz.Multistream(false)
	return err
}

// Read reads the segment.
func (s *source) Read(p []byte) (int, error) {
	if s.bad != nil {
		return 0, s.bad
	}
	if s.zipped {
		return s.gz.Read(p)
	}
	return s.raw.Read(p)
}

// join goes on to the next gzip member if it begins no record, and so belongs to the one before it. There are programs
// that compress in blocks, whatever is in them.
func (s *source) join() bool {
	if !s.zipped {
		return false
	}
	at := s.offset()
	head := make([]byte, maxProbe)
	n, _ := s.file.ReadAt(head[:min(int64(len(head)), s.size-at)], at)
	begins, ok, err := s.peek(head[:n])
	damaged := err != nil && err != io.EOF && err != io.ErrUnexpectedEOF // it may also hold less than what was asked for
	if !ok || damaged || bytes.HasPrefix(begins, magic) {
		return false
	}
	s.bad = s.member()
	return true
}

// peek returns the first decompressed bytes of the gzip member that b begins with; ok says whether b begins with the header
// of one, err that the bytes behind it cannot be decompressed.
func (s *source) peek(b []byte) (begins []byte, ok bool, err error) {
	if !isMember(b) {
		return nil, false, nil
	}
	if s.probe == nil {
		s.probe = new(gzip.Reader)
	}
	if s.probe.Reset(bytes.NewReader(b)) != nil {
		return nil, false, nil
	}
	begins = make([]byte, len(magic))
	n, err := io.ReadFull(s.probe, begins)
	return begins[:n], true, err
}

// isMember reports whether b begins as gzip members do.
func isMember(b []byte) bool {
	const reserved = 0xE0
	return bytes.HasPrefix(b, gzipMagic) && len(b) >= 10 && b[3]&reserved == 0
}

// startsRecord reports whether the gzip member of a record is at an offset, where b is. A damaged one counts when its
// header is like those that programs write: it is a record, to be told as one. What is whole and no record is the body of
// a page that its server compressed, inside a damaged record.
func (s *source) startsRecord(offset int64, b []byte) bool {
	begins, ok, err := s.peek(b)
	if !ok || bytes.Equal(begins, magic) {
		return ok
	}
	level, system := b[8], b[9]
	usual := (level == 0 || level == 2 || level == 4) && (system <= 13 || system == 255)
	return usual && (err != nil || s.fails(offset))
}

// maxTry is how much of a gzip member is decompressed to see whether it is damaged, and maxTries how much of all.
const (
	maxTry   = 1 << 20
	maxTries = 256 << 20
)

// fails reports whether the gzip member at an offset is damaged, as far as can be told without much work.
func (s *source) fails(offset int64) bool {
	if s.tried > maxTries || s.probe.Reset(bufio.NewReader(io.NewSectionReader(s.file, offset, s.size-offset))) != nil {
		return false
	}
	s.probe.Multistream(false)
	n, err := io.Copy(io.Discard, io.LimitReader(s.probe, maxTry))
	s.tried += n + chunk
	return err != nil
}

// find returns where the next segment begins, at offset from or after it; the size of the file where there is none. With
// exact, any gzip member at from itself will do; others must begin a record.
func (s *source) find(from int64, exact bool) (int64, error) {
	if exact && from < s.size {
		head := s.buffer[:min(maxProbe, s.size-from)]
		n, err := s.file.ReadAt(head, from)
		switch {
		case err != nil && err != io.EOF:
			return 0, err
		case s.begins(head[:n]):
			return from, nil
		}
	}
	buf := s.buffer
	for at := from; at < s.size; at += chunk {
		n, err := s.file.ReadAt(buf[:min(int64(len(buf)), s.size-at)], at)
		if err != nil && err != io.EOF {
			return 0, err
		}
		if i := s.search(at, buf[:n]); i >= 0 && i < chunk {
			return at + int64(i), nil
		}
	}
	return s.size, nil
}

// blank reports whether there are a few line ends from one offset to another and nothing else.
func (s *source) blank(from, to int64) bool {
	b := make([]byte, min(to-from, maxBlanks))
	n, _ := s.file.ReadAt(b, from)
	return int64(n) == to-from && blanks(b) == n
}

// begins reports whether a segment begins with b where one is expected; the first settles what the file is.
func (s *source) begins(b []byte) bool {
	if s.settled && !s.zipped {
		return true
	}
	if !isMember(b) {
		return false
	}
	s.settled, s.zipped = true, true
	return true
}

// search returns where in b, which is at an offset of the file, the first record begins, compressed or not; -1 for nowhere.
func (s *source) search(offset int64, b []byte) int {
	for i := 0; i < len(b); i++ {
		next := s.mark(b[i:])
		if next < 0 {
			return -1
		}
		i += next
		here := b[i:min(len(b), i+maxProbe)]
		if s.startsRecord(offset+int64(i), here) {
			s.settled, s.zipped = true, true
			return i
		}
		if !s.zipped && isStart(here) {
			s.settled = true
			return i
		}
	}
	return -1
}

// mark is where the first bytes are that may begin a record, or -1.
func (s *source) mark(b []byte) int {
	zipped, plain := -1, -1
	if !s.settled || s.zipped {
		zipped = bytes.Index(b, gzipMagic)
	}
	if !s.settled || !s.zipped {
		plain = bytes.Index(b, magic)
	}
	if zipped < 0 || plain >= 0 && plain < zipped {
		return plain
	}
	return zipped
}
