package output

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "out.txt")
	os.WriteFile(name, []byte("old"), 0o600)
	os.Symlink("out.txt", filepath.Join(dir, "link"))
	content := func() string { data, _ := os.ReadFile(name); return string(data) }

	f, err := Create(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString("new")
	f.Flush()
	if content() != "old" {
		t.Errorf("before Commit: %q", content())
	}
	f.Abort()
	if content() != "old" || len(entries(t, dir)) != 2 {
		t.Errorf("after Abort: %q, %v", content(), entries(t, dir))
	}
	f, err = Create(filepath.Join(dir, "link"), nil)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString("newer")
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	info, _ := os.Stat(name)
	link, _ := os.Lstat(filepath.Join(dir, "link"))
	if content() != "newer" || info.Mode().Perm() != 0o600 || link.Mode()&os.ModeSymlink == 0 || len(entries(t, dir)) != 2 {
		t.Errorf("after Commit: %q, %v, %v", content(), info.Mode(), entries(t, dir))
	}
	if err := WriteFile(os.DevNull, []byte("x")); err != nil {
		t.Errorf("a device: %v", err)
	}
	if info, _ := os.Stat(os.DevNull); info.Mode().IsRegular() {
		t.Error("the device was replaced")
	}
	for _, bad := range []string{dir, filepath.Join(dir, "none", "x")} {
		if _, err := Create(bad, nil); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

func entries(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return list
}
