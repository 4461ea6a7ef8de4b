package archives

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"iter"
)

// errDamagedZip says what can be done about an archive that does not open.
var errDamagedZip = errors.New("not a complete ZIP archive: test it with unzip -t, or copy it again")

// openZip yields the files of a ZIP archive.
func openZip(path string) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		archive, err := zip.OpenReader(path)
		if err != nil {
			yield(Member{}, openError(err, errDamagedZip))
			return
		}
		defer archive.Close()
		for _, f := range archive.File {
			if f.FileInfo().IsDir() {
				continue
			}
			if !yieldZipped(f, yield) {
				return
			}
		}
	}
}

// yieldZipped yields one file of a ZIP archive; it returns false when the reader wants no more.
func yieldZipped(f *zip.File, yield func(Member, error) bool) bool {
	m := Member{Name: f.Name}
	offset, err := f.DataOffset()
	if err != nil {
		return yield(m, fmt.Errorf("the member's header cannot be read: %w", err))
	}
	m.Offset = offset
	const encrypted = 1
	if f.Flags&encrypted != 0 {
		return yield(m, errors.New("the member is encrypted: unpack the archive with its password"))
	}
	r, err := f.Open()
	if err != nil {
		return yield(m, fmt.Errorf("the member cannot be opened: %w", err))
	}
	defer r.Close()
	m.Reader = r
	return yield(m, nil)
}

// openError tells a file that cannot be opened from one that is no archive.
func openError(err, damaged error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return damaged
}
