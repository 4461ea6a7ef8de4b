package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// File is where results are written: standard output, or a file that appears under its name only when it is complete.
type File struct {
	*bufio.Writer
	file   *os.File
	target string // the name that file gets on Commit; "" to leave it as it is
}

// Create opens the file of a name for writing; "" and "-" are stdout. An existing file keeps its contents until Commit,
// a link keeps pointing to the file it points to, and a device or pipe is written directly.
func Create(name string, stdout *os.File) (*File, error) {
	if name == "" || name == "-" {
		return newFile(stdout, ""), nil
	}
	target := name
	if resolved, err := filepath.EvalSymlinks(name); err == nil {
		target = resolved
	}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(target); err == nil {
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a folder", name)
		}
		if !info.Mode().IsRegular() {
			file, err := os.OpenFile(target, os.O_WRONLY, 0)
			if err != nil {
				return nil, err
			}
			return newFile(file, ""), nil
		}
		mode = info.Mode().Perm()
	}
	file, err := temporary(target, mode)
	if err != nil {
		return nil, err
	}
	return newFile(file, target), nil
}

func newFile(file *os.File, target string) *File {
	return &File{Writer: bufio.NewWriterSize(file, 64<<10), file: file, target: target}
}

// temporary makes a new file beside target, with the permissions that target has or that the user's umask leaves.
func temporary(target string, mode fs.FileMode) (*os.File, error) {
	for n := range 100 {
		name := fmt.Sprintf("%s.%d-%d.tmp", target, os.Getpid(), n)
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
	return nil, fmt.Errorf("%s: too many temporary files beside it", target)
}

// Commit writes what is buffered and gives the file its name.
func (f *File) Commit() error {
	if err := f.Flush(); err != nil {
		f.Abort()
		return err
	}
	if f.target == "" {
		return nil
	}
	if err := f.file.Close(); err != nil {
		os.Remove(f.file.Name())
		return err
	}
	return os.Rename(f.file.Name(), f.target)
}

// Abort drops the file; what stood under its name stays. After Commit it does nothing that shows.
func (f *File) Abort() {
	if f.target != "" {
		f.file.Close()
		os.Remove(f.file.Name())
	}
}

// WriteFile writes a whole file so that it is there complete or not at all.
func WriteFile(name string, data []byte) error {
	f, err := Create(name, nil)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Abort()
		return err
	}
	return f.Commit()
}

var _ io.Writer = (*File)(nil)
