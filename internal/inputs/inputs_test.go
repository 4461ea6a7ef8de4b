package inputs

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree makes files below a new folder, enters it, and returns nothing: paths in tests are relative.
func tree(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// list words the items of opts: name, kind and bytes, or the fault.
func list(t *testing.T, opts Options) (items, empties []string) {
	t.Helper()
	opts.Empty = func(f string) { empties = append(empties, f) }
	n := 0
	for item := range Stream(opts) {
		if item.Order != n {
			t.Errorf("item %d has the order %d", n, item.Order)
		}
		n++
		items = append(items, word(t, item))
	}
	return items, empties
}

func word(t *testing.T, item Item) string {
	t.Helper()
	c, err := item.Load(t.Context())
	again, errAgain := item.Load(t.Context())
	if (err == nil) != (errAgain == nil) || err == nil && !bytes.Equal(c.Data, again.Data) {
		t.Errorf("%s: loads differently the second time", item.Input)
	}
	if err != nil {
		return fmt.Sprintf("%s: %v", item.Input, err)
	}
	return fmt.Sprintf("%s %s", item.Input, c.Kind)
}

func TestWalk(t *testing.T) {
	tree(t, "d/b.html", "d/a.HTM", "d/sub/c.txt", "d/sub/d.xhtml", "d/notes.md", "d/.hidden.html", "d/.git/x.html",
		"d/img.png", "one.pdf", "z.txt")
	os.Mkdir("empty", 0o755)
	os.Symlink("b.html", "d/link.html")
	os.Symlink("nowhere", "d/dead.html")
	os.Symlink(".", "d/loop")
	os.Symlink("d/sub", "sub")
	cases := []struct {
		name    string
		paths   []string
		stdin   string
		want    []string
		empties []string
	}{
		{"a folder is sorted and filtered", []string{"d"}, "",
			[]string{"d/a.HTM html", "d/b.html html", "d/dead.html: unreadable: no such file or directory: check the path and its permissions", "d/link.html html", "d/sub/c.txt text", "d/sub/d.xhtml html"}, nil},
		{"order of the arguments holds", []string{"z.txt", "d/sub", "one.pdf"}, "",
			[]string{"z.txt text", "d/sub/c.txt text", "d/sub/d.xhtml html", "one.pdf text"}, nil},
		{"link to a folder", []string{"sub"}, "", []string{"sub/c.txt text", "sub/d.xhtml html"}, nil},
		{"missing path", []string{"nope", "z.txt"}, "", []string{"nope: unreadable: no such file or directory: check the path and its permissions", "z.txt text"}, nil},
		{"empty folder", []string{"empty", "z.txt"}, "", []string{"z.txt text"}, []string{"empty"}},
		{"paths from standard input", []string{"one.pdf", "-"}, "z.txt\r\n\nd/sub\n",
			[]string{"one.pdf text", "z.txt text", "d/sub/c.txt text", "d/sub/d.xhtml html"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, empties := list(t, Options{Paths: c.paths, List: strings.NewReader(c.stdin)})
			if !slices.Equal(got, c.want) || !slices.Equal(empties, c.empties) {
				t.Errorf("got  %q, empty %q\nwant %q, empty %q", got, empties, c.want, c.empties)
			}
		})
	}
}

func TestWalkStopsEarly(t *testing.T) {
	tree(t, "d/a.html", "d/b.html", "e/c.html")
	n := 0
	for range Stream(Options{Paths: []string{"d", "e"}}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d items after a break", n)
	}
}

func TestForbiddenFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may enter every folder")
	}
	tree(t, "d/a.html", "d/locked/b.html", "d/z.html")
	os.Chmod("d/locked", 0)
	defer os.Chmod("d/locked", 0o755)
	got, _ := list(t, Options{Paths: []string{"d"}})
	want := []string{"d/a.html html", "d/locked: unreadable: permission denied: check the path and its permissions", "d/z.html html"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadFile(t *testing.T) {
	tree(t, "a.html")
	if c, err := ReadFile("a.html", 6); err != nil || string(c.Data) != "a.html" || c.Kind != HTML {
		t.Errorf("at the limit: %v, %v", c, err)
	}
	for path, want := range map[string]string{
		"a.html":    "too_large: larger than 5 bytes: cut it into articles",
		"none.html": "unreadable: no such file or directory: check the path and its permissions",
		".":         "unreadable: is a directory: check the path and its permissions",
	} {
		var f *Fault
		if _, err := ReadFile(path, 5); !errors.As(err, &f) || f.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}
