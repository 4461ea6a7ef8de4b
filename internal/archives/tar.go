package archives

import (
	"archive/tar"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// unpack undoes the compression around a tar archive.
type unpack func(io.Reader) (r io.Reader, done func(), err error)

func plainTar(r io.Reader) (io.Reader, func(), error) { return r, func() {}, nil }

func gunzip(r io.Reader) (io.Reader, func(), error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, nil, errors.New("not a gzip file: test it with gzip -t, or copy it again")
	}
	return z, func() {}, nil
}

// maxWindow bounds the memory that a zstd file may ask for; zstd --long=27 needs so much.
const maxWindow = 128 << 20

func unzstd(r io.Reader) (io.Reader, func(), error) {
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, nil, fmt.Errorf("not a zstd file: %w", err)
	}
	return z, z.Close, nil
}

// tarOpener yields the files of a tar archive inside a compression.
func tarOpener(open unpack) Opener {
	return func(path string) iter.Seq2[Member, error] {
		return func(yield func(Member, error) bool) {
			file, err := os.Open(path)
			if err != nil {
				yield(Member{}, openError(err, err))
				return
			}
			defer file.Close()
			in := &counted{Reader: file}
			r, done, err := open(bufio.NewReaderSize(in, 64<<10))
			if err != nil {
				yield(Member{}, err)
				return
			}
			defer done()
			t := tape{disk: in, in: &counted{Reader: &guarded{Reader: r, in: in}}, yield: yield}
			if _, plain := r.(*bufio.Reader); plain {
				t.at = file
			}
			t.files()
		}
	}
}

// tape reads a tar archive and finds its way past damaged headers.
type tape struct {
	disk  *counted    // the archive as it is on disk
	in    *counted    // and decompressed
	at    io.ReaderAt // the archive, when it is not compressed
	yield func(Member, error) bool
}

const blockSize = 512

// files yields the files of the archive, and one error for each damaged stretch.
func (t *tape) files() {
	var again io.Reader = t.in
	for {
		archive := tar.NewReader(again)
		header, err := t.run(archive)
		if err == nil || err == io.EOF {
			return
		}
		where := t.in.n
		switch {
		case !errors.Is(err, tar.ErrHeader):
			t.yield(Member{}, t.rest(where, err))
			return
		case !t.yield(Member{}, fmt.Errorf("a damaged header %sbefore byte %d: its file is lost", header, where)):
			return
		}
		if again, err = t.resync(); err != nil {
			if err != io.EOF {
				t.yield(Member{}, t.rest(t.in.n, err))
			}
			return
		}
	}
}

// rest is the error of an archive of which no more can be read.
func (t *tape) rest(where int64, err error) error {
	switch {
	case errors.Is(err, ErrBomb):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("it is cut off after %d bytes of its decompressed content: the rest is missing", where)
	}
	return fmt.Errorf("it is damaged after %d bytes of its decompressed content, the rest cannot be read: %w", where, err)
}

// run yields the files up to the end or the first fault: nil when the reader wants no more, io.EOF at the end. last names
// the file before the fault.
func (t *tape) run(archive *tar.Reader) (last string, err error) {
	for {
		h, err := archive.Next()
		if err != nil {
			return last, err
		}
		last = fmt.Sprintf("after %q, ", h.Name)
		if h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeGNUSparse {
			continue
		}
		m := Member{Name: h.Name, Offset: t.in.n, Size: h.Size, Before: t.disk.n, Reader: archive}
		if h.Typeflag == tar.TypeReg && !sparse(h) {
			m.at = t.at
		}
		if !t.yield(m, nil) {
			return last, nil
		}
	}
}

// sparse reports whether a file's holes are not in the archive.
func sparse(h *tar.Header) bool {
	for key := range h.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return true
		}
	}
	return false
}

// resync goes to the next header in the archive.
func (t *tape) resync() (io.Reader, error) {
	if over := t.in.n % blockSize; over > 0 {
		if _, err := io.CopyN(io.Discard, t.in, blockSize-over); err != nil {
			return nil, err
		}
	}
	block := make([]byte, blockSize)
	for {
		if _, err := io.ReadFull(t.in, block); err != nil {
			return nil, err
		}
		if isTarHeader(block) {
			t.in = &counted{Reader: io.MultiReader(bytes.NewReader(block), t.in), n: t.in.n - blockSize}
			return t.in, nil
		}
	}
}

// isTarHeader reports whether a block is a header by its mark and checksum.
func isTarHeader(block []byte) bool {
	if string(block[257:262]) != "ustar" {
		return false
	}
	want, err := strconv.ParseInt(strings.Trim(string(block[148:156]), " \x00"), 8, 64)
	var sum int64
	for i, b := range block {
		if i >= 148 && i < 156 {
			b = ' '
		}
		sum += int64(b)
	}
	return err == nil && sum == want
}
