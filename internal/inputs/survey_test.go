package inputs

import (
	"archive/tar"
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestSurvey(t *testing.T) {
	tree(t, "pages/a.html", "pages/deep/b.html", "pages/picture.png", "c.txt")
	if got, want := Survey(t.Context(), Options{Paths: []string{"pages", "c.txt", "-"}}), (Extent{3, int64(len("pages/a.htmlpages/deep/b.htmlc.txt"))}); got != want {
		t.Errorf("files: %v, want %v", got, want)
	}
	archive := zipped(t, "one.html", "<p>one", "two.html", "<p>two")
	write(t, "pages/x.zip", archive)
	if got, want := Survey(t.Context(), Options{Paths: []string{"pages"}}), (Extent{0, int64(len("pages/a.htmlpages/deep/b.html") + len(archive))}); got != want {
		t.Errorf("with an archive: %v, want %v", got, want)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if got := Survey(ended, Options{Paths: []string{"pages"}}); got != (Extent{}) {
		t.Errorf("when the context has ended: %v", got)
	}
}

// TestBefore holds that what lies before an item never shrinks along the stream, inside archives too, and stays in the whole.
func TestBefore(t *testing.T) {
	tree(t, "a.html", "z.html")
	data := strings.Repeat("x", 3000)
	write(t, "m.zip", zipped(t, "one.html", data, "two.html", "<p>two"))
	var tape bytes.Buffer
	w := tar.NewWriter(&tape)
	for _, name := range []string{"one.html", "two.html"} {
		w.WriteHeader(&tar.Header{Name: name, Size: int64(len(data)), Mode: 0o644})
		w.Write([]byte(data))
	}
	w.Close()
	write(t, "n.tar", tape.Bytes())
	opts := Options{Paths: []string{"."}}
	whole, last := Survey(t.Context(), opts).Bytes, int64(-1)
	for item := range Stream(opts) {
		if item.Before < last || item.Before > whole {
			t.Errorf("%s: %d after %d, of %d", item.Input, item.Before, last, whole)
		}
		last = item.Before
	}
	if last != whole-int64(len("z.html")) {
		t.Errorf("%d before the last file, of %d", last, whole)
	}
	for item := range Lines("-", bytes.NewBufferString("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), 100) {
		if item.Before != int64(item.Order*len("{\"text\":\"a\"}\n")) {
			t.Errorf("line %d: %d", item.Order, item.Before)
		}
	}
}
