package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// File is where results are written: standard output, or a file that appears under its name only when it is complete.
// What ends in .gz or .zst is compressed.
type File struct {
	*bufio.Writer
	compressor io.WriteCloser // under the buffer; nil without compression
	file       *os.File
	target     string // the name that file gets on Commit; "" to leave it as it is
}

// Create opens the file of a name for writing; "" and "-" are stdout. An existing file keeps its contents until Commit,
// a link keeps pointing to the file it points to, and a device or pipe is written directly.
func Create(name string, stdout *os.File) (*File, error) { return create(name, stdout, temporary) }

// create is Create with a way to make the file that is to get the name.
func create(name string, stdout *os.File, temporary func(string, fs.FileMode) (*os.File, error)) (*File, error) {
	if name == "" || name == "-" {
		return newFile(stdout, "", "")
	}
	target := resolve(name)
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
			return newFile(file, "", name)
		}
		mode = info.Mode().Perm()
	}
	file, err := temporary(target, mode)
	if err != nil {
		return nil, err
	}
	return newFile(file, target, name)
}

// resolve is the file that a name leads to when it is a link.
func resolve(name string) string {
	if resolved, err := filepath.EvalSymlinks(name); err == nil {
		return resolved
	}
	return name
}

// isFile reports whether a name is that of a regular file, or of one that is to be made.
func isFile(name string) bool {
	if name == "" || name == "-" {
		return false
	}
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

func newFile(file *os.File, target, name string) (*File, error) {
	f := &File{file: file, target: target}
	var err error
	switch _, ending := cutCompression(name); strings.ToLower(ending) {
	case ".gz":
		f.compressor = gzip.NewWriter(file)
	case ".zst":
		f.compressor, err = zstd.NewWriter(file, zstd.WithEncoderConcurrency(1))
	}
	if err != nil {
		return nil, err
	}
	if f.compressor != nil {
		f.Writer = bufio.NewWriterSize(f.compressor, 64<<10)
	} else {
		f.Writer = bufio.NewWriterSize(file, 64<<10)
	}
	return f, nil
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

// part makes the file beside target that is to get its name, over one that a killed run left. Only for who holds the
// lock of the output.
func part(target string, mode fs.FileMode) (*os.File, error) {
	name := target + ".part"
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

// Commit writes what is buffered and gives the file its name.
func (f *File) Commit() error {
	if err := f.complete(); err != nil {
		f.Abort()
		return err
	}
	return f.rename()
}

// complete writes everything down to the disk.
func (f *File) complete() error {
	if err := f.Flush(); err != nil {
		return err
	}
	if f.compressor != nil {
		if err := f.compressor.Close(); err != nil {
			return err
		}
	}
	if f.target == "" {
		return nil
	}
	if err := f.file.Sync(); err != nil {
		return err
	}
	return f.file.Close()
}

// rename gives a complete file its name.
func (f *File) rename() error {
	if f.target == "" {
		return nil
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
