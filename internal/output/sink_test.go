package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func decompressed(t *testing.T, ending string, r io.Reader) string {
	t.Helper()
	var plain io.Reader
	var err error
	if ending == ".gz" {
		plain, err = gzip.NewReader(r)
	} else {
		plain, err = zstd.NewReader(r)
	}
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(plain)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFolder(t *testing.T) {
	for format, want := range map[string][]string{"csv": {"articles.csv", "claims.csv"}, "parquet": {"articles.parquet", "claims.parquet"},
		"sqlite": {"claims.sqlite"}, "jsonl": {"reports.jsonl"}, "text": {"reports.txt"}} {
		dir := filepath.Join(t.TempDir(), "new") + "/"
		sink, err := Open(dir, nil, Options{Format: format})
		if err != nil {
			t.Fatal(err)
		}
		if err := sink.Print(sample()); err != nil {
			t.Fatal(err)
		}
		if err := sink.Commit(); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range entries(t, dir) {
			got = append(got, e.Name())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", format, got, want)
		}
	}
}

// TestNothingHalfWritten holds that an output shows under its name when it is whole, and that one given up leaves nothing.
func TestNothingHalfWritten(t *testing.T) {
	for _, name := range []string{"x.jsonl", "x.csv", "x.csv.gz", "x.parquet", "x.sqlite"} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		os.WriteFile(path, []byte("old"), 0o666)
		os.WriteFile(path+".part", []byte("of a run that was killed"), 0o666)
		for _, end := range []func(*Sink) error{func(s *Sink) error { s.Abort(); return nil }, (*Sink).Commit} {
			sink, err := Open(path, nil, Options{Format: FormatOf(name)})
			if err != nil {
				t.Fatal(err)
			}
			if err := sink.Print(sample()); err != nil {
				t.Fatal(err)
			}
			if data, _ := os.ReadFile(path); string(data) != "old" {
				t.Errorf("%s shows before its end", name)
			}
			if _, err := Open(path, nil, Options{Format: FormatOf(name)}); !errors.Is(err, ErrBusy) {
				t.Errorf("%s: a second writer gets %v", name, err)
			}
			if err := end(sink); err != nil {
				t.Fatal(err)
			}
			for _, e := range entries(t, dir) {
				if strings.HasSuffix(e.Name(), ".part") || strings.HasSuffix(e.Name(), ".lock") {
					t.Errorf("%s leaves %s", name, e.Name())
				}
			}
		}
		if data, _ := os.ReadFile(path); string(data) == "old" {
			t.Errorf("%s is not written", name)
		}
	}
}

// TestFullDisk holds that every format tells of a disk that is full. A process may be forbidden to write long files,
// which fails as a full disk does.
func TestFullDisk(t *testing.T) {
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Skip(err)
	}
	limit := old
	limit.Cur = 1 << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Skip(err)
	}
	defer syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old)
	for _, name := range []string{"x.jsonl", "x.csv", "x.jsonl.gz", "x.parquet", "x.sqlite"} {
		dir := t.TempDir()
		sink, err := Open(filepath.Join(dir, name), nil, Options{Format: FormatOf(name)})
		if err != nil {
			t.Fatal(err)
		}
		if err = fill(sink); err == nil {
			err = sink.Commit()
		}
		sink.Abort()
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
		if left := entries(t, dir); len(left) > 0 {
			t.Errorf("%s leaves %v", name, left)
		}
	}
}

// fill prints reports that do not compress until some megabytes are reached or the sink fails.
func fill(sink *Sink) error {
	r, seed := sample(), uint32(1)
	for range 400 {
		noise := make([]byte, 8<<10)
		for i := range noise {
			seed = seed*1664525 + 1013904223
			noise[i] = 'a' + byte(seed>>24)%26
		}
		r.Article.Headline, r.Claims[0].Target.Text = string(noise), string(noise)
		if err := sink.Print(r); err != nil {
			return err
		}
	}
	return nil
}

func TestNoStream(t *testing.T) {
	for _, format := range []string{"parquet", "sqlite"} {
		if _, err := Open("", os.Stdout, Options{Format: format}); err == nil || !strings.Contains(err.Error(), "--output") {
			t.Errorf("%s on standard output: %v", format, err)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]string{"a.csv": "csv", "A.CSV.GZ": "csv", "b.jsonl.zst": "jsonl", "c.db": "sqlite", "d.dat": "",
		"e.gz": "", "f.ndjson": "jsonl", "g": "", "h.parquet": "parquet", "i.txt": "text"} {
		if got := FormatOf(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
