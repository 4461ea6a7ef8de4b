//go:build unix

package main

import (
	"fmt"
	"os"
	"strings"
)

const (
	first = "nine trucks had been lost on the road to the mill"
	last  = "fourteen men were still missing from the second company"
)

// page is an article with a hostile part in its middle.
func page(part string) string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quiet night on the river</title></head><body><article><h1>Quiet night on the river</h1>
<p>The brigade's press officer told reporters that the night had been quiet along the river, apart from one raid, and that the bridge held.</p>
<p>Farther north, he said, ` + first + `, which had been closed to traffic, and to aid, since the autumn.</p>
<p>Residents who stayed behind described long evenings in cellars, the hum of generators, and the dogs that nobody had come back for.</p>
` + part + `
<p>Late on Sunday the command admitted that ` + last + `, and that nobody knew which way they had gone.</p></article></body></html>`
}

// family is one way to be hostile.
type family struct {
	name     string
	part     func() string
	degrades bool // it cannot be read in the usual way, and the report must say so
	swallows bool // by the rules of HTML, the hostile part swallows all that follows it
}

// size is that of the families that are long instead of deep.
const size = 1 << 20

// fill repeats s up to size.
func fill(s string) string { return strings.Repeat(s, size/len(s)) }

// nest is n elements inside each other, closed or not.
func nest(n int, closed bool) family {
	f := family{name: fmt.Sprintf("nested-%d-open", n), degrades: n >= 512}
	ends := 0
	if closed {
		f.name, ends = fmt.Sprintf("nested-%d-closed", n), n
	}
	f.part = func() string { return strings.Repeat("<div>", n) + "deep inside" + strings.Repeat("</div>", ends) }
	return f
}

func find(name string) family {
	for _, f := range families() {
		if f.name == name {
			return f
		}
	}
	fmt.Fprintf(os.Stderr, "no family %q\n", name)
	os.Exit(2)
	return family{}
}

func families() []family {
	var all []family
	for _, n := range []int{511, 512, 513, 600, 20_000} {
		all = append(all, nest(n, true), nest(n, false))
	}
	all = append(all, trees()...)
	return append(all, texts()...)
}

// trees are hard on the parser and on whatever walks its tree.
func trees() []family {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	return []family{
		{name: "attributes", part: func() string { return "<p " + many(size/12, "a%d=1 ") + ">x</p>" }},
		{name: "attributes-equal", part: func() string { return "<p " + fill("a=1 ") + ">x</p>" }},
		{name: "attribute-long", part: func() string { return `<p title="` + fill("x") + `">x</p>` }},
		{name: "classes", part: func() string { return `<div class="` + fill("related ") + `">x</div>` }},
		{name: "styles", part: func() string { return fill(`<p style="display:block;display:none">x</p>`) }},
		{name: "tables-in-tables", part: func() string { return fill("<table><tr><td>") }, degrades: true},
		{name: "table-cells", part: func() string { return "<table><tr>" + fill("<td>1") }},
		{name: "table-foster-parents", part: func() string { return "<table>" + fill("<tr>x<p>") }},
		{name: "bold-open", part: func() string { return fill("<b>") }, degrades: true},
		{name: "formatting-open", part: func() string { return fill("<b><i><u><p>") }, degrades: true},
		{name: "formatting-misnested", part: func() string { return fill("<a><b><p></a>x") }},
		{name: "formatting-rebuilt", part: func() string { return "<p>" + many(450, "<b id=%d>") + fill("<p>x") }, degrades: true},
		{name: "formatting-rebuilt-300", part: func() string { return "<p>" + many(300, "<b id=%d>") + fill("<p>x") }, degrades: true},
		{name: "formatting-rebuilt-small", part: func() string { return "<p>" + many(450, "<font id=%d>") + strings.Repeat("<p>x", 20_000) }, degrades: true},
		{name: "links-open", part: func() string { return fill("<a href=x>x") }},
		{name: "list-items", part: func() string { return fill("<li>x") }},
		{name: "lists-in-lists", part: func() string { return fill("<ul><li>") }, degrades: true},
		{name: "definition-lists", part: func() string { return fill("<dl><dt>") }, degrades: true},
		{name: "paragraph-ends", part: func() string { return fill("</p>") }},
		{name: "stray-ends", part: func() string { return fill("</div>") }},
		{name: "line-breaks", part: func() string { return fill("<br>") }},
		{name: "headings", part: func() string { return fill("<h1>Title here</h1>") }},
		{name: "spans-around-paragraphs", part: func() string { return strings.Repeat("<span>", 400) + fill("<p>x") }},
		{name: "deep-and-wide", part: func() string {
			return strings.Repeat(strings.Repeat("<div>", 450)+"text, here."+strings.Repeat("</div>", 450), size/5_000)
		}},
		{name: "buttons", part: func() string { return fill("<button>") }},
		{name: "selects", part: func() string { return fill("<select><option>") }},
		{name: "svg", part: func() string { return fill("<svg><desc>") }, degrades: true, swallows: true},
		{name: "math", part: func() string { return fill("<math><mi>") }, degrades: true, swallows: true},
		{name: "templates", part: func() string { return fill("<template>") }, degrades: true, swallows: true},
		{name: "frames", part: func() string { return fill("<frameset><frame>") }},
		{name: "iframes", part: func() string { return fill("<iframe>") }, swallows: true},
		{name: "noscript", part: func() string { return fill("<noscript><p>x") }, swallows: true},
		{name: "hidden", part: func() string {
			return strings.Repeat(`<div style="display:none">`, 400) + fill("<p>x</p>") + strings.Repeat("</div>", 400)
		}},
		{name: "custom-elements", part: func() string { return fill("<x-y-z>x") }, degrades: true},
		{name: "many-metas", part: func() string { return fill(`<meta name="date" content="soon">`) }},
		{name: "many-times", part: func() string { return fill(`<time datetime="2023-02-07">x</time>`) }},
		{name: "many-bylines", part: func() string { return fill(`<div class="byline">By Ann Miller</div>`) }},
	}
}

// texts are hard on the tokenizer and on whatever reads words.
func texts() []family {
	return []family{
		{name: "entities", part: func() string { return "<p>" + fill("&amp;") }},
		{name: "entities-broken", part: func() string { return "<p>" + fill("&") }},
		{name: "less-than-signs", part: func() string { return "<p>" + fill("<") }},
		{name: "comments", part: func() string { return fill("<!-- x -->") }},
		{name: "comment-open", part: func() string { return "<!--" + fill("-") }, swallows: true},
		{name: "scripts", part: func() string { return fill("<script>x</script>") }},
		{name: "script-open", part: func() string { return "<script>" + fill("<!--<script>") }, swallows: true},
		{name: "json-ld-open", part: func() string { return `<script type="application/ld+json">` + fill("[") + "</script>" }},
		{name: "json-ld-nested", part: func() string {
			return `<script type="application/ld+json">` + fill(`[{"@type":"NewsArticle","headline":"x"},`) + "</script>"
		}},
		{name: "cdata", part: func() string { return "<svg><![CDATA[" + fill("x]]") }, swallows: true},
		{name: "processing", part: func() string { return fill("<?x ") }},
		{name: "textarea", part: func() string { return fill("<textarea>") }, swallows: true},
		{name: "plaintext", part: func() string { return "<plaintext>" + fill("<p>") }},
		{name: "zero-bytes", part: func() string { return "<p>" + fill("\x00") }},
		{name: "accents-alone", part: func() string { return "<p>" + fill("\u0301") }},
		{name: "one-long-word", part: func() string { return "<p>" + fill("x") }},
		{name: "one-long-line", part: func() string { return "<p>" + fill("14 tanks ") }},
		{name: "digits", part: func() string { return "<p>" + fill("1") }},
		{name: "commas", part: func() string { return "<p>" + fill("a, ") }},
		{name: "dates", part: func() string { return fill("<p>7 February 2023 ") }},
		{name: "dates-in-one-line", part: func() string { return "<p>" + fill("Updated 7 February 2023, ") }},
		{name: "bars-and-dashes", part: func() string { return "<title>" + fill("a | b - ") + "</title>" }},
		{name: "preformatted", part: func() string { return "<pre>" + fill("- x\n") + "</pre>" }},
		{name: "short-paragraphs", part: func() string { return fill("<p>x y z 14 tanks.</p>") }},
		{name: "teasers", part: func() string { return fill(`<a href="/x">Read more news here</a> `) }},
	}
}
