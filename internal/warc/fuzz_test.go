package warc

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// FuzzReader holds a reader against any file: it comes to an end, its records lie behind each other, and intact records
// put after the file are read whatever is before them.
func FuzzReader(f *testing.F) {
	a, b := page("a"), page("b")
	for _, seed := range []string{
		"", a, a + b, zip(a, b), zip(a + b), zip(a[:50], a[50:], b), a[:80] + b, zip(a)[:40] + zip(b), spoil(zip(a), 60),
		record("response", "u", answer("x"), 1<<62), zip(record("response", "u", answer("x"), 5000) + b),
		"\r\n\r\n" + a, "junk" + zip(a), record("response", "u", answer(zip("<p>"), "Content-Encoding: gzip"), -1),
		record("response", "u", answer("3\r\n<p>\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), -1),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		end := file
		if bytes.HasPrefix(file, gzipMagic) {
			end = append(bytes.Clone(file), zip(page("last"))...)
		}
		r := NewReader(bytes.NewReader(end), int64(len(end)), Options{MaxBlock: 2000, BombBytes: 1 << 20})
		last := Place{-1, 0}
		for n := 0; ; n++ {
			rec, err := r.Next()
			var d *Damage
			switch {
			case err == io.EOF:
				return
			case errors.As(err, &d):
			case err != nil:
				t.Fatal(err)
			default:
				if rec.Offset < last.Offset || rec.Offset == last.Offset && rec.Inner <= last.Inner || rec.Offset >= int64(len(end)) {
					t.Fatalf("%v after %v", rec.Place, last)
				}
				last = rec.Place
				if rec.HasPage() {
					if p, err := decoded(rec, 10_000); err == nil && len(p.Body) > 10_000 {
						t.Fatalf("%d bytes", len(p.Body))
					}
				}
			}
			if n > len(end) {
				t.Fatal("more records than bytes")
			}
		}
	})
}

// FuzzAfter puts anything in the place of a record between others: the others are read.
func FuzzAfter(f *testing.F) {
	f.Add([]byte("x"), true)
	f.Add([]byte(page("b")), false)
	f.Add([]byte(zip(page("b"))[:50]), true)
	f.Fuzz(func(t *testing.T, junk []byte, zipped bool) {
		if bytes.Contains(junk, magic) || bytes.Contains(junk, gzipMagic) {
			return // it may hold records of its own, or begin one that swallows the next
		}
		a, c := page("a"), page("c")
		if zipped {
			a, c = zip(a), zip(c)
		}
		got := strings.Join(read(t, a+string(junk)+c, Options{}), " ")
		if !strings.HasPrefix(got, "a@0") || !strings.Contains(got, "c@") {
			t.Errorf("got %s", got)
		}
	})
}
