package extractor_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	stdhtml "html"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/unicode/norm"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
)

// told is what a report claims, without what depends on the input's bytes and on places in the text.
func told(r *extractor.Report) []string {
	var out []string
	for _, c := range r.Claims {
		c.ID, c.Evidence, c.PartOf = "", nil, nil
		line, _ := json.Marshal(c)
		out = append(out, string(line))
	}
	slices.Sort(out)
	return out
}

// respaced are ways to write the same words. Each changes the text of a paragraph and none of what it says.
var respaced = map[string]func(string) string{
	"more spaces":         func(s string) string { return strings.ReplaceAll(s, " ", "  \t ") },
	"line breaks":         func(s string) string { return strings.ReplaceAll(s, " ", "\r\n") },
	"no-break spaces":     func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"thin spaces":         func(s string) string { return strings.ReplaceAll(s, " ", "\u2009") },
	"accents apart":       norm.NFD.String,
	"zero-width spaces":   func(s string) string { return strings.ReplaceAll(s, " ", " \u200b") },
	"byte order marks":    func(s string) string { return strings.ReplaceAll(s, " ", "\ufeff ") },
	"soft hyphens":        func(s string) string { return strings.ReplaceAll(s, "tion", "ti\u00adon") },
	"all of them at once": func(s string) string { return norm.NFD.String(strings.ReplaceAll(s, " ", " \u00a0\n\u2009")) },
}

// furniture is what sites put around an article, with figures of its own.
const furnitureBefore = `<header><a href="/">The Harbour Gazette</a></header><nav><ul><li><a href="/world">World</a></li><li><a href="/war">War</a></li>
<li><a href="/sport">Sport</a></li></ul></nav>`

const furnitureAfter = `<aside class="related"><h3>Related</h3><ul><li><a href="/a">Army says 312 rebels killed in the north</a></li>
<li><a href="/b">Mueren 47 soldados en una emboscada</a></li></ul></aside><footer><p>Copyright 2023 The Harbour Gazette</p>
<p><a href="/terms">Terms of use</a> <a href="/privacy">Privacy</a></p></footer>`

// surrounded puts furniture around what a page's body holds.
func surrounded(page []byte) []byte {
	open := regexp.MustCompile(`(?i)<body[^>]*>`).FindIndex(page)
	end := bytes.LastIndex(page, []byte("</body>"))
	if open == nil || end < open[1] {
		return nil
	}
	return slices.Concat(page[:open[1]], []byte(furnitureBefore), page[open[1]:end], []byte(furnitureAfter), page[end:])
}

// rewritten changes the running text of a page.
func rewritten(page []byte, change func(string) string) []byte {
	decoded, err := charset.NewReader(bytes.NewReader(page), "text/html")
	if err != nil {
		return nil
	}
	tree, err := nethtml.Parse(decoded)
	if err != nil {
		return nil
	}
	for n := range tree.Descendants() {
		if n.Type == nethtml.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" && n.Parent.Data != "pre" && n.Parent.Data != "title" {
			n.Data = change(n.Data)
		}
	}
	b := bytes.NewBufferString("\ufeff") // the page's own word on its character set no longer holds
	if nethtml.Render(b, tree) != nil {
		return nil
	}
	return b.Bytes()
}

// same compares the claims of two pages that say the same.
func same(t *testing.T, x *extractor.Extractor, what string, before []string, page []byte) {
	t.Helper()
	r, err := x.HTML(context.Background(), page, extractor.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, r)
	after := told(r)
	for _, c := range before {
		if !slices.Contains(after, c) {
			t.Errorf("%s: lost %s", what, c)
		}
	}
	for _, c := range after {
		if !slices.Contains(before, c) {
			t.Errorf("%s: new %s", what, c)
		}
	}
}

func TestInvariants(t *testing.T) {
	x := newExtractor(t, extractor.Options{})
	for name, page := range corpus(t) {
		page = rewritten(page, func(s string) string { return s })
		r, err := x.HTML(context.Background(), page, extractor.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		before := told(r)
		for how, change := range respaced {
			same(t, x, fmt.Sprint(name, ", ", how), before, rewritten(page, change))
		}
		if more := surrounded(page); more != nil {
			same(t, x, fmt.Sprint(name, ", furniture"), before, more)
		}
	}
}

// digits are the numbers of a text, as written.
var digits = regexp.MustCompile(`[0-9]+`)

// checkDigits holds that the digits of a claim stand in its evidence.
func checkDigits(t *testing.T, r *extractor.Report) {
	t.Helper()
	for _, c := range r.Claims {
		for _, n := range digits.FindAllString(c.Quantity.Text, -1) {
			if !slices.ContainsFunc(c.Evidence, func(e report.Evidence) bool { return strings.Contains(e.Exact, n) }) {
				t.Errorf("%s of claim %s stands in no evidence", n, c.ID)
			}
		}
	}
}

// FuzzInvariants reads a text as the paragraphs of a page, and the same page again, respaced, and among furniture.
func FuzzInvariants(f *testing.F) {
	for _, s := range []string{english, spanish} {
		f.Add(s)
	}
	f.Add("Kyiv said 14 tanks, 3 of them T-72s, were hit.\n\nRussia lost “40–50” men – and 1 200 more, a spokesman said.")
	f.Add("Murieron 14 soldados y 3\u00a0civiles; el ejército perdió un tanque.\n\n• 20 drones\n• 3 misiles")
	f.Add("Ky\x7fv said 14 tanks, 3 of them T-72s, were hit.\n\nRus")
	x := newExtractor(f, extractor.Options{})
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxFuzz || !utf8.ValidString(text) || strings.ContainsAny(text, "\u00ad") {
			t.Skip()
		}
		var b strings.Builder
		for p := range strings.SplitSeq(text, "\n\n") {
			b.WriteString("<p>" + stdhtml.EscapeString(p) + "</p>\n")
		}
		page := []byte("\ufeff<!DOCTYPE html><html><head><meta charset=utf-8><title>Losses</title></head><body><article><h1>Losses</h1>\n" + b.String() + "</article></body></html>")
		page = rewritten(page, func(s string) string { return s }) // as any parser understands it
		r, err := x.HTML(context.Background(), page, extractor.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		checkReport(t, r)
		checkDigits(t, r)
		before := told(r)
		same(t, x, "again", before, page)
		for how, change := range respaced {
			same(t, x, how, before, rewritten(page, change))
		}
	})
}

// TestForcedTimeout has a rule that cannot finish: it is named, the others still run, and nothing of the text is told.
func TestForcedTimeout(t *testing.T) {
	stuck := fstest.MapFS{"en/losses.yaml": {Data: []byte("kind: loss\nrules:\n  - {name: stuck, pattern: '(?:q|qq){1,999}x', set: {effect: destroyed}}\n")}}
	x := newExtractor(t, extractor.Options{Patterns: []fs.FS{stuck}, PatternTimeout: 100 * time.Millisecond})
	const secret = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
	r := text(t, x, strings.Replace(english, "14 tanks", secret+" and 14 tanks", 1), extractor.Meta{})
	if got := figures(r); got != bothFigures {
		t.Errorf("the other patterns found %s", got)
	}
	if len(r.Warnings) != 1 || r.Warnings[0].Kind != "pattern_timeout" || !strings.Contains(r.Warnings[0].Message, "en/stuck") {
		t.Errorf("warnings %v", r.Warnings)
	}
	if strings.Contains(fmt.Sprint(r.Warnings, r.Error), "qqqq") {
		t.Errorf("the text is told: %v", r.Warnings)
	}
}
