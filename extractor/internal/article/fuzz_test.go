package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func check(t *testing.T, a *Article) {
	t.Helper()
	text := []rune(a.Text)
	end := 0
	for _, b := range a.Blocks {
		n := utf8.RuneCountInString(b.Text)
		if b.Start < end || b.Start+n > len(text) || string(text[b.Start:b.Start+n]) != b.Text {
			t.Fatalf("block %+v is not in its place", b)
		}
		if b.Text == "" || strings.Join(strings.Fields(b.Text), " ") != b.Text || !norm.NFC.IsNormalString(b.Text) {
			t.Fatalf("block %q is not clean", b.Text)
		}
		end = b.Start + n
	}
}

func FuzzFromHTML(f *testing.F) {
	f.Add(page("", "<article>"+prose+"</article>"), "text/html")
	f.Add([]byte("<table><tr><td>a<td>b<ul><li>c<pre>d\ne"), "text/html; charset=latin1")
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[{"@type":[]}]}</script><p>x`), "")
	f.Add([]byte(strings.Repeat("<b><div>", 300)+"14 men"), "")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		h := Hints{ContentType: contentType, URL: "https://mill.example/a"}
		a, n := FromHTML(body, h)
		if (a == nil) == (n == nil) {
			t.Fatalf("article %v and notice %v", a, n)
		}
		if a == nil {
			return
		}
		check(t, a)
		if b, _ := FromHTML(body, h); !cmp.Equal(a, b) {
			t.Error("two runs differ: " + cmp.Diff(a, b))
		}
	})
}

func FuzzFromText(f *testing.F) {
	f.Add([]byte("date 2023-03-25\n\nTitle of it\n\n- one\n- two\nwrapped\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		if a, _ := FromText(body, Hints{}); a != nil {
			check(t, a)
		}
	})
}

func BenchmarkFromHTML(b *testing.B) {
	html := page(`<meta name="date" content="2023-02-07">`, "<nav><ul>"+strings.Repeat(`<li><a href="/x">Section</a></li>`, 60)+"</ul></nav><article><h1>Quiet night on the river</h1>"+
		strings.Repeat(prose, 12)+"</article>"+strings.Repeat(`<div class="teaser"><a href="/y">Twelve dead as coach leaves mountain road</a></div>`, 80))
	b.SetBytes(int64(len(html)))
	b.ReportAllocs()
	for b.Loop() {
		FromHTML(html, Hints{})
	}
}
