package archives

import (
	"archive/zip"
	"errors"
	"fmt"
	"iter"
	"os"
)

var (
	errDamagedZip = errors.New("not a complete ZIP archive: test it with unzip -t, or copy it again")
	errEncrypted  = errors.New("the member is encrypted: unpack the archive with its password")
	errOverlap    = errors.New("its members overlap, as in a decompression bomb: it is not read")
)

// openZip yields the files of a ZIP archive.
func openZip(path string) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		file, err := os.Open(path)
		if err != nil {
			yield(Member{}, openError(err, errDamagedZip))
			return
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			yield(Member{}, openError(err, errDamagedZip))
			return
		}
		archive, err := zip.NewReader(file, info.Size())
		if err != nil {
			yield(Member{}, errDamagedZip)
			return
		}
		if overlap(archive.File, info.Size()) {
			yield(Member{}, errOverlap)
			return
		}
		for _, f := range archive.File {
			if !f.FileInfo().IsDir() && !yieldZipped(file, f, yield) {
				return
			}
		}
	}
}

// overlap reports whether the members claim more bytes than the file has.
func overlap(members []*zip.File, size int64) bool {
	var sum uint64
	for _, f := range members {
		sum += f.CompressedSize64
		if sum > uint64(size) || f.CompressedSize64 > uint64(size) {
			return true
		}
	}
	return false
}

// yieldZipped yields one file of a ZIP archive; it returns false when the reader wants no more.
func yieldZipped(file *os.File, f *zip.File, yield func(Member, error) bool) bool {
	m := Member{Name: f.Name, Size: int64(f.UncompressedSize64)}
	offset, err := f.DataOffset()
	if err != nil {
		return yield(m, fmt.Errorf("the member's header cannot be read: %w", err))
	}
	m.Offset, m.Before = offset, offset
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return yield(m, errEncrypted)
	}
	r, err := f.Open()
	if err != nil {
		return yield(m, fmt.Errorf("the member cannot be opened: %w", err))
	}
	defer r.Close()
	if f.Method == zip.Store && f.CompressedSize64 == f.UncompressedSize64 {
		m.at = file
	}
	m.Reader = r
	return yield(m, nil)
}
