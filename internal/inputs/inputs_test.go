package inputs

import (
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

func list(paths []string, stdin string) (items, empties []string) {
	for item := range Walk(paths, strings.NewReader(stdin), func(f string) { empties = append(empties, f) }) {
		text := fmt.Sprintf("%s %s", item.Path, item.Kind)
		if item.Err != nil {
			text = fmt.Sprintf("%s: %v", item.Path, item.Err)
		}
		items = append(items, text)
	}
	return items, empties
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
			[]string{"d/a.HTM html", "d/b.html html", "d/dead.html html", "d/link.html html", "d/sub/c.txt text", "d/sub/d.xhtml html"}, nil},
		{"order of the arguments holds", []string{"z.txt", "d/sub", "one.pdf"}, "",
			[]string{"z.txt text", "d/sub/c.txt text", "d/sub/d.xhtml html", "one.pdf sniff"}, nil},
		{"link to a folder", []string{"sub"}, "", []string{"sub/c.txt text", "sub/d.xhtml html"}, nil},
		{"missing path", []string{"nope", "z.txt"}, "", []string{"nope: no such file or directory", "z.txt text"}, nil},
		{"empty folder", []string{"empty", "z.txt"}, "", []string{"z.txt text"}, []string{"empty"}},
		{"paths from standard input", []string{"one.pdf", "-"}, "z.txt\r\n\nd/sub\n",
			[]string{"one.pdf sniff", "z.txt text", "d/sub/c.txt text", "d/sub/d.xhtml html"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, empties := list(c.paths, c.stdin)
			if !slices.Equal(got, c.want) || !slices.Equal(empties, c.empties) {
				t.Errorf("got  %q, empty %q\nwant %q, empty %q", got, empties, c.want, c.empties)
			}
		})
	}
}

func TestWalkStopsEarly(t *testing.T) {
	tree(t, "d/a.html", "d/b.html", "e/c.html")
	n := 0
	for range Walk([]string{"d", "e"}, strings.NewReader(""), func(string) {}) {
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
	got, _ := list([]string{"d"}, "")
	want := []string{"d/a.html html", "d/locked: permission denied", "d/z.html html"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRead(t *testing.T) {
	tree(t, "a.html")
	if data, err := Read(Item{Path: "a.html"}, 6); err != nil || string(data) != "a.html" {
		t.Errorf("at the limit: %q, %v", data, err)
	}
	if _, err := Read(Item{Path: "a.html"}, 5); !errors.Is(err, ErrTooLarge) {
		t.Errorf("above the limit: %v", err)
	}
	if _, err := Read(Item{Path: "none.html"}, 5); err == nil || err.Error() != "no such file or directory" {
		t.Errorf("missing: %v", err)
	}
	if _, err := Read(Item{Path: "."}, 5); err == nil || err.Error() != "is a directory" {
		t.Errorf("folder: %v", err)
	}
}
