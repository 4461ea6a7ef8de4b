package inputs

import (
	"archive/zip"
	"bytes"
	"os"
	"slices"
	"testing"
)

// zipped is a ZIP archive of names and contents, in turn.
func zipped(t *testing.T, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err == nil {
			_, err = w.Write([]byte(pairs[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestZip(t *testing.T) {
	tree(t)
	good := zipped(t, "b/two.html", "<p>two", "a.txt", "one", "img/x.png", "png", "__MACOSX/a.txt", "no", "b/.hid.html", "no")
	write(t, "good.zip", good)
	write(t, "cut.zip", good[:len(good)-30])
	write(t, "none.zip", zipped(t, "x.png", "png"))
	got, empties := list(t, Options{Paths: []string{"good.zip", "cut.zip", "none.zip"}, MaxBytes: 5})
	want := []string{
		"good.zip!b/two.html@40: too_large: larger than 5 bytes: cut it into articles",
		"good.zip!a.txt@103 text",
		"cut.zip: bad_record: not a complete ZIP archive: test it with unzip -t, or copy it again",
	}
	if !slices.Equal(got, want) || !slices.Equal(empties, []string{"none.zip"}) {
		t.Errorf("got %q, empty %q\nwant %q", got, empties, want)
	}
}

func TestZipDamagedMember(t *testing.T) {
	tree(t)
	data := zipped(t, "a.txt", "the first", "b.txt", "the second one")
	i := bytes.Index(data, []byte("PK\x03\x04"))
	data[i+len("PK\x03\x04")+26+len("a.txt")+3] ^= 0xFF // inside the compressed bytes of the first
	write(t, "hurt.zip", data)
	got, _ := list(t, Options{Paths: []string{"hurt.zip"}})
	if len(got) != 2 || got[1] != "hurt.zip!b.txt@101 text" || !bytes.Contains([]byte(got[0]), []byte("hurt.zip!a.txt@35: bad_record: ")) {
		t.Errorf("got %q", got)
	}
}

func TestIncludeExclude(t *testing.T) {
	tree(t, "d/a.html", "d/b.page", "d/old/c.html", "d/old/d.txt")
	write(t, "d/z.zip", zipped(t, "x/a.html", "", "x/b.page", "", "old/c.html", ""))
	cases := []struct {
		include, exclude, want []string
	}{
		{nil, []string{"a.*"}, []string{"d/old/c.html html", "d/old/d.txt text", "d/z.zip!old/c.html@158 html"}},
		{nil, []string{"**/old/**"}, []string{"d/a.html html", "d/z.zip!x/a.html@38 html"}},
		{nil, []string{"old", "z.zip"}, []string{"d/a.html html", "d/old/c.html html", "d/old/d.txt text"}},
		{[]string{"*.page"}, nil, []string{"d/b.page text", "d/z.zip!x/b.page@97 text"}},
		{[]string{"d/**"}, []string{"*.html"}, []string{"d/b.page text", "d/old/d.txt text", "d/z.zip!x/b.page@97 text"}},
	}
	for _, c := range cases {
		got, _ := list(t, Options{Paths: []string{"d"}, Include: c.include, Exclude: c.exclude})
		if !slices.Equal(got, c.want) {
			t.Errorf("include %q, exclude %q: %q\nwant %q", c.include, c.exclude, got, c.want)
		}
	}
	if CheckGlobs([]string{"a[", "b"}) == nil || CheckGlobs([]string{"**/*.{html,txt}"}) != nil {
		t.Error("a broken glob passes, or a good one does not")
	}
}

func TestGlobs(t *testing.T) {
	tree(t, "d/a.html", "d/b.txt", "d/sub/c.html", "e[1].html")
	for glob, want := range map[string][]string{
		"d/*.html":    {"d/a.html html"},
		"d/**/*.html": {"d/a.html html", "d/sub/c.html html"},
		"d/s*":        {"d/sub/c.html html"},
		"e[1].html":   {"e[1].html html"},
		"d/*.pdf":     {"d/*.pdf: unreadable: no such file or directory: check the path and its permissions"},
		"d/{a,b}.*":   {"d/a.html html", "d/b.txt text"},
		"d/[broken.*": {"d/[broken.*: unreadable: no such file or directory: check the path and its permissions"},
	} {
		if got, _ := list(t, Options{Paths: []string{glob}}); !slices.Equal(got, want) {
			t.Errorf("%s: %q\nwant %q", glob, got, want)
		}
	}
}
