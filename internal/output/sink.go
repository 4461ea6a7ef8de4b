package output

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"lossclaims/extractor/report"
)

// Sink is where the reports of a run go: standard output, or one or two files that appear under their names when all
// reports are in. Until it is committed or aborted, nobody else can write the same files by a Sink.
type Sink struct {
	printer Printer
	files   []*File
	lock    *lock
	live    bool // whoever reads gets every report as it comes
}

// Open starts an output under a name: a file, a folder, or standard output for "" and "-". The errors say what is wrong
// with the name or the format; ErrBusy is one of them.
func Open(name string, stdout *os.File, opts Options) (*Sink, error) {
	if !slices.Contains(Formats, opts.Format) {
		return nil, unknownFormat(opts.Format)
	}
	s := &Sink{}
	if err := s.open(name, stdout, opts); err != nil {
		s.Abort()
		return nil, err
	}
	return s, nil
}

func (s *Sink) open(name string, stdout *os.File, opts Options) error {
	if name != "" && IsFolder(name) {
		if err := os.MkdirAll(name, 0o777); err != nil {
			return err
		}
	} else if !isFile(name) {
		return s.stream(name, stdout, opts)
	}
	names := fileNames(name, opts.Format)
	if _, compression := cutCompression(names[0]); compression != "" && (opts.Format == "parquet" || opts.Format == "sqlite") {
		return fmt.Errorf("%s: %s is not compressed as a whole: leave out %s", name, opts.Format, compression)
	}
	var err error
	if s.lock, err = acquire(resolve(names[0]) + ".lock"); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, name := range names {
		file, err := create(name, nil, part)
		if err != nil {
			return err
		}
		s.files = append(s.files, file)
	}
	var articles io.Writer
	if len(s.files) == 2 {
		articles = s.files[1]
	}
	s.printer, err = newPrinter(opts, s.files[0], articles, s.files[0].file.Name())
	return err
}

// stream prints to what is no file: standard output, a device or a pipe.
func (s *Sink) stream(name string, stdout *os.File, opts Options) error {
	if opts.Format == "parquet" || opts.Format == "sqlite" {
		return fmt.Errorf("--format %s needs a file: name one with --output", opts.Format)
	}
	file, err := Create(name, stdout)
	if err != nil {
		return err
	}
	s.files, s.live = []*File{file}, true
	s.printer, err = newPrinter(opts, file, nil, "")
	return err
}

// Name is the file that the claims or reports go to; "" when they are streamed.
func (s *Sink) Name() string { return s.files[0].target }

// Journal is the name for a journal of the run beside its output; "" when the output is streamed. The lock of the Sink
// covers it.
func (s *Sink) Journal() string {
	if s.Name() == "" {
		return ""
	}
	return s.Name() + ".journal"
}

// HasArticles reports whether failed articles, too, have a place in the output.
func HasArticles(name, format string) bool {
	return format != "csv" && format != "tsv" || isFile(name) || name != "" && IsFolder(name)
}

// Print adds a report.
func (s *Sink) Print(r *report.Report) error {
	if err := s.printer.Print(r); err != nil {
		return s.wrap(err)
	}
	if s.live {
		return s.wrap(s.files[0].Flush())
	}
	return nil
}

// Commit completes the files and gives them their names. After an error there are none.
func (s *Sink) Commit() error {
	defer s.Abort()
	if err := s.printer.Close(); err != nil {
		return s.wrap(err)
	}
	s.printer = nil
	for _, f := range s.files {
		if err := f.complete(); err != nil {
			return s.wrap(err)
		}
	}
	for _, f := range s.files {
		if err := f.rename(); err != nil {
			return err
		}
		syncFolder(f.target)
	}
	return nil
}

// syncFolder writes the new name of a file down to the disk, where the system can do that.
func syncFolder(name string) {
	if name == "" {
		return
	}
	if dir, err := os.Open(filepath.Dir(name)); err == nil {
		dir.Sync()
		dir.Close()
	}
}

// Abort drops the output; what stood under its names stays. After Commit it does nothing.
func (s *Sink) Abort() {
	if db, ok := s.printer.(*sqlitePrinter); ok && db != nil {
		db.Abort()
	}
	for _, f := range s.files {
		f.Abort()
	}
	s.lock.release()
	s.printer, s.files, s.lock = nil, nil, nil
}

// wrap says what is being written when it fails.
func (s *Sink) wrap(err error) error {
	var path *os.PathError
	if err == nil || errors.As(err, &path) || len(s.files) == 0 || s.Name() == "" {
		return err
	}
	return fmt.Errorf("writing %s: %w", s.Name(), err)
}
