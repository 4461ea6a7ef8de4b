package article

import (
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// prose is enough running text for readability to find an article around it.
const prose = `<p>The brigade's press officer told reporters that the night had been quiet along the river, apart from one raid, and that the bridge held.</p>
<p>Farther north, engineers cleared the road between the two villages, which had been closed to traffic, and to aid, since the autumn.</p>
<p>Residents who stayed behind described long evenings in cellars, the hum of generators, and the dogs that nobody had come back for.</p>`

func page(head, body string) []byte {
	return []byte("<!DOCTYPE html><html lang=en><head><title>Quiet night on the river | The Mill Post</title>" + head + "</head><body>" + body + "</body></html>")
}

func read(t *testing.T, page []byte, h Hints) *Article {
	t.Helper()
	a, n := FromHTML(page, h)
	if n != nil {
		t.Fatalf("%s: %s", n.Kind, n.Message)
	}
	at := []rune(a.Text)
	for _, b := range a.Blocks {
		if end := b.Start + utf8.RuneCountInString(b.Text); end > len(at) || string(at[b.Start:end]) != b.Text {
			t.Errorf("block %q is not at %d", b.Text, b.Start)
		}
	}
	return a
}

func lines(a *Article) []string {
	var out []string
	for _, b := range a.Blocks {
		out = append(out, b.Kind+": "+b.Text)
	}
	return out
}

// TestBlocks gives what stands between the first and the last paragraph of an article, and the blocks it must make.
func TestBlocks(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"inline elements add no space", `<p>The <b>4</b>th brigade lost <i>1</i>,<a href="/x">351</a> men, he&nbsp;said.</p>`, []string{"body: The 4th brigade lost 1,351 men, he said."}},
		{"soft hyphens and zero-width characters", "<p>Am\u00admu\u200bnition for forty-one guns was lost.</p>", []string{"body: Ammunition for forty-one guns was lost."}},
		{"NFC", "<p>La posicio\u0301n cayó al alba, dijo el capitán.</p>", []string{"body: La posición cayó al alba, dijo el capitán."}},
		{"double line break", `<p>Three guns were lost there.<br><br>Two were recovered later.</p>`, []string{"body: Three guns were lost there.", "body: Two were recovered later."}},
		{"single line break", `<p>tanks – 3 (+1)<br>guns – 12 (+4)<br/>trucks – 31 (+2)</p>`, []string{"body: tanks – 3 (+1)", "body: guns – 12 (+4)", "body: trucks – 31 (+2)"}},
		{"list", `<p>The toll, as listed:</p><ul><li>three BMP-2</li><li>two T-72</li></ul>`, []string{"body: The toll, as listed:", "list_item: three BMP-2", "list_item: two T-72"}},
		{"list of linked figures", `<ul><li><a href="/a">Tanks</a>: 17 destroyed in all</li><li>Guns: 22 of them captured</li></ul>`, []string{"list_item: Tanks: 17 destroyed in all", "list_item: Guns: 22 of them captured"}},
		{"table", `<table><tr><th>Kind</th><th>Lost</th></tr><tr><td>Tanks</td><td>17</td></tr><tr><td><p>Guns</p></td><td>22<br>(est.)</td></tr></table>`, []string{"table_row: Kind | Lost", "table_row: Tanks | 17", "table_row: Guns | 22 (est.)"}},
		{"raised footnote", `<p>The list names 1,351<sup>2</sup> dead, of them 12<sup><a href="#n">[3]</a></sup> officers.</p>`, []string{"body: The list names 1,351 2 dead, of them 12 officers."}},
		{"hidden text", `<p style="display: none">Forty thousand were never killed.</p><p hidden>Nor were these 31 men.</p>`, nil},
		{"doubles", `<p>Nine men are missing since Friday, he said.</p><p>Nine men are missing since Friday, he said.</p>`, []string{"body: Nine men are missing since Friday, he said."}},
		{"a double further on", `<p>Nine men are missing since Friday, said the officer who had counted them.</p><p>One came back.</p><p>Nine men are missing since Friday, said the officer who had counted them.</p><p>One came back.</p>`,
			[]string{"body: Nine men are missing since Friday, said the officer who had counted them.", "body: One came back.", "body: One came back."}},
		{"read also", `<p>Read also: <a href="/y">Nine dead in ferry crash</a></p>`, nil},
		{"lea también", `<p><strong>Lea también:</strong> <a href="/y">Nueve muertos en un choque</a></p>`, nil},
		{"linked teaser", `<p><a href="/y">Army says 17 soldiers died in ambush</a></p>`, nil},
		{"linked sentence", `<p><a href="/y">The ministry put the number of its dead at 412.</a></p>`, []string{"body: The ministry put the number of its dead at 412."}},
		{"related box", `<div class="related-links"><h3>Related</h3><p>Twelve dead as coach leaves the mountain road near the pass, police say.</p></div>`, nil},
		{"aside", `<aside><h3>Most read</h3><ol><li><a href="/1">Six killed in strike</a></li></ol></aside>`, nil},
		{"subhead", `<h2>Losses mount</h2><p>Some 40 trucks burned on the road that day.</p>`, []string{"subhead: Losses mount", "body: Some 40 trucks burned on the road that day."}},
		{"caption", `<figure><img src="a.jpg"><figcaption>A tank, one of 12 lost.</figcaption></figure>`, []string{"caption: A tank, one of 12 lost."}},
		{"preformatted text is hard-wrapped", "<pre>The column lost nine of its\ntwelve tanks at the ford, and the\nrest turned back before the bridge\nwas blown that same evening.\n\nNobody crossed.</pre>", []string{"body: The column lost nine of its twelve tanks at the ford, and the rest turned back before the bridge was blown that same evening.", "body: Nobody crossed."}},
	}
	paragraphs := strings.SplitAfter(prose, "</p>")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(t, page("", "<article><h1>Quiet night on the river</h1>"+paragraphs[0]+paragraphs[1]+tt.in+paragraphs[2]+"</article>"), Hints{})
			got := lines(a)
			if len(got) < 4 || got[0] != "headline: Quiet night on the river" {
				t.Fatalf("got %q", got)
			}
			if diff := cmp.Diff(tt.want, append([]string(nil), got[3:len(got)-1]...)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestSeparators: items of a list follow line by line, other blocks stand apart.
func TestSeparators(t *testing.T) {
	a := read(t, page("", "<article>"+prose+"<ul><li>one gun, by the mill</li><li>two trucks, on the dam</li></ul><p>That was the whole list, he said.</p></article>"), Hints{})
	if want := "one gun, by the mill\ntwo trucks, on the dam\n\nThat was"; !strings.Contains(a.Text, want) {
		t.Errorf("%q lacks %q", a.Text, want)
	}
}

// TestPutBack: what readability drops of the article comes back, in its place.
func TestPutBack(t *testing.T) {
	body := strings.Replace(prose, "<p>Farther", `<div><ul><li>14 tanks</li><li>28 <a href="/afv">armoured vehicles</a></li></ul></div>
		<table><tr><td>Guns</td><td>31</td></tr><tr><td>Mortars</td><td>7</td></tr></table><p>Farther`, 1)
	a := read(t, page("", `<div class="story"><h1>Quiet night on the river</h1>`+body+`</div><div class="sidebar"><p>Elsewhere, 99 people danced until the morning came, organisers said.</p></div>`), Hints{})
	want := []string{"list_item: 14 tanks", "list_item: 28 armoured vehicles", "table_row: Guns | 31", "table_row: Mortars | 7"}
	if diff := cmp.Diff(want, lines(a)[2:6]); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if strings.Contains(a.Text, "99 people") {
		t.Errorf("the sidebar is in the text: %q", a.Text)
	}
}

// TestStandfirst: the line between headline and body is text, the byline and the date are not.
func TestStandfirst(t *testing.T) {
	a := read(t, page("", `<header><h1>Quiet night on the river</h1><p class="standfirst">Command counts nine trucks lost as the ice breaks up</p>
		<div class="byline">By Ann Miller</div><span class="date">March 3, 2023</span></header><div class="entry-content">`+prose+`</div>`), Hints{})
	if got := lines(a); len(got) != 5 || got[1] != "body: Command counts nine trucks lost as the ice breaks up" {
		t.Errorf("got %q", got)
	}
	if a.Published != "2023-03-03" || a.DateBasis != "text" {
		t.Errorf("date %s (%s)", a.Published, a.DateBasis)
	}
}

// TestPaywall: text that the page hides until the reader pays, and has in its JSON-LD, is read.
func TestPaywall(t *testing.T) {
	hidden := "Behind the mill stood eleven burned trucks, two of them still smoking, and a field kitchen that had somehow been left alone."
	body := strings.Repeat("The brigade's press officer told reporters that the night had been quiet along the river, apart from one raid, and that the bridge held. ", 5) + hidden
	a := read(t, page(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quiet night on the river","articleBody":"`+body+`"}</script>`,
		"<article><h1>Quiet night on the river</h1>"+prose+`<div class="paywall" hidden><p>`+hidden+"</p></div></article>"), Hints{})
	if !strings.Contains(a.Text, hidden) {
		t.Errorf("%q", a.Text)
	}
}

func TestErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "no_article",
		"   \n":                              "no_article",
		"%PDF-1.7\n%...":                     "not_html",
		"\x89PNG\r\n\x1a\n0000":              "not_html",
		"\x01\x02\x03\x04\x05\x06\x07\x08":   "not_html",
		"<html><body></body></html>":         "no_article",
		"<html><body><nav>Home</nav></body>": "no_article",
	} {
		if a, n := FromHTML([]byte(in), Hints{}); n == nil || n.Kind != want {
			t.Errorf("%q: got %v %v, want %s", in, a, n, want)
		} else if n.Message == "" {
			t.Errorf("%q: no message", in)
		}
	}
	if _, n := FromHTML([]byte("JFIF and so on"), Hints{ContentType: "image/jpeg"}); n == nil || n.Kind != "not_html" {
		t.Errorf("image by header: %v", n)
	}
}

// TestDegraded: nesting deeper than the parser allows, stray end tags and a failing finder still give the text.
func TestDegraded(t *testing.T) {
	deep := strings.Repeat("<div>", 600) + prose + strings.Repeat("</div>", 600) + "<p>After all that, 14 men were still missing, he said.</p>"
	a := read(t, page("", deep), Hints{})
	if !strings.Contains(a.Text, "14 men were still missing") || !strings.Contains(a.Text, "press officer") {
		t.Errorf("text lost: %q", a.Text)
	}
	if len(a.Warnings) == 0 || a.Warnings[0].Kind != "degraded" {
		t.Errorf("warnings %v", a.Warnings)
	}
}

type brokenFinder struct{}

func (brokenFinder) find(*html.Node, *url.URL) (*html.Node, error) { return nil, errTooMuch }

// TestFinderFails: without readability the text comes from the page's paragraphs, furniture aside, with a warning.
func TestFinderFails(t *testing.T) {
	defer func(f finder) { reader = f }(reader)
	reader = brokenFinder{}
	a := read(t, page("", `<nav><ul><li><a href="/">Home</a></li></ul></nav><div class="story"><h1>Quiet night on the river</h1>`+prose+
		`</div><aside><p>Elsewhere, 99 people danced until the morning came, organisers said.</p></aside>`), Hints{})
	if got := lines(a); len(got) != 4 || len(a.Warnings) != 1 || a.Warnings[0].Kind != "degraded" {
		t.Errorf("got %q, warnings %v", got, a.Warnings)
	}
}

func TestMaxText(t *testing.T) {
	a := read(t, page("", "<article>"+prose+"</article>"), Hints{MaxText: 60})
	if n := utf8.RuneCountInString(a.Text); n > 60 || n < 40 {
		t.Errorf("%d code points", n)
	}
	if len(a.Warnings) != 1 || a.Warnings[0].Kind != "text_incomplete" {
		t.Errorf("warnings %v", a.Warnings)
	}
}

func TestNotAfter(t *testing.T) {
	meta := `<meta property="article:published_time" content="2031-01-02T10:00:00Z"><meta name="date" content="2023-05-04">`
	for _, h := range []Hints{{Captured: "2024-01-01"}, {NotAfter: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}} {
		a := read(t, page(meta, "<article>"+prose+"</article>"), h)
		if a.Published != "2023-05-04" || a.DateBasis != "meta" {
			t.Errorf("%v: %s (%s)", h, a.Published, a.DateBasis)
		}
	}
}
