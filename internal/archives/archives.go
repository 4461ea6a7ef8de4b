// Package archives opens files that hold other files: the path of an archive goes in, its members come out one by one,
// in the archive's own order, with where each begins. Nothing is written to disk under a member's name, and what expands
// without end is given up.
package archives

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
)

// Member is a file in an archive. Its bytes are to be read before the next member is asked for.
type Member struct {
	Name   string // with slashes, as the archive has it
	Offset int64  // of its bytes, in the archive as it is when decompressed
	Size   int64
	Before int64 // bytes of the archive as it is on disk that lie before the member
	io.Reader
	at io.ReaderAt // the archive itself, where the member's bytes are in it as they are
}

// Opener yields the members of the archive at a path. A member that cannot be read comes with an error; its Name and
// Offset say which it is. An error without a name is about the archive, or the rest of it.
type Opener func(path string) iter.Seq2[Member, error]

// formats are the archives by the endings of their names.
var formats = []struct {
	ending string
	open   Opener
}{
	{".zip", openZip},
	{".wacz", openZip},
	{".tar", tarOpener(plainTar)},
	{".tar.gz", tarOpener(gunzip)},
	{".tgz", tarOpener(gunzip)},
	{".tar.zst", tarOpener(unzstd)},
	{".tar.zstd", tarOpener(unzstd)},
	{".tzst", tarOpener(unzstd)},
}

// Extensions names the archives, to tell a reader.
const Extensions = ".zip, .wacz, .tar, .tar.gz, .tgz, .tar.zst, .tzst"

// ByName returns what opens the archive that a name's ending tells of, nil where it tells of none.
func ByName(name string) Opener {
	lower := strings.ToLower(name)
	for _, f := range formats {
		if strings.HasSuffix(lower, f.ending) {
			return f.open
		}
	}
	return nil
}

// maxSpool is the size of a member above which it is not copied.
const maxSpool = 4 << 30

// Random gives random access to a member's bytes: in the archive where they are stored as they are, else in a copy.
// done ends the access.
func (m Member) Random() (file *io.SectionReader, done func(), err error) {
	if m.at != nil {
		return io.NewSectionReader(m.at, m.Offset, m.Size), func() {}, nil
	}
	spool, err := os.CreateTemp("", "extract-*")
	if err != nil {
		return nil, nil, err
	}
	done = func() { spool.Close(); os.Remove(spool.Name()) }
	n, err := io.Copy(spool, io.LimitReader(m, maxSpool+1))
	if err == nil && n > maxSpool {
		err = fmt.Errorf("an archive of more than %d GiB inside another: unpack the outer one", maxSpool>>30)
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return io.NewSectionReader(spool, 0, n), done, nil
}

// ErrBomb is the error of reading what expands without end.
var ErrBomb = errors.New("it expands to so much more than its size that it looks like a decompression bomb")

const (
	bombBytes = 1 << 30 // of decompressed bytes that may come of anything
	bombRatio = 200     // more than that, and so many times the compressed bytes, is a bomb; text compresses some 10 times
)

// guarded reads decompressed bytes and gives up on bombs.
type guarded struct {
	io.Reader
	in  *counted // what is decompressed
	out int64
}

func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.Reader.Read(p)
	g.out += int64(n)
	if g.out > bombBytes && g.out/bombRatio > g.in.n {
		return 0, ErrBomb
	}
	return n, err
}

// counted counts the bytes that are read.
type counted struct {
	io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// openError tells a file that cannot be opened from one that is no archive.
func openError(err, damaged error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return damaged
}
