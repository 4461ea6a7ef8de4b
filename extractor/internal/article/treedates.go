package article

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/pagedate"
	"lossclaims/extractor/internal/article/words"
)

// dateMark is a place of the tree that may hold the article's date.
type dateMark struct {
	value string
	basis string
	score int
}

var (
	dateClassRE    = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|dates|datetime|time|timestamp|published|publish|publication|pubdate|posted|post-?date|entry-?date|postdate|dateline|fecha|publicado|hora|byline|posted-on|meta|data)(?:$|[\s_-])|publish|fecha|date(?:time|line)?(?:$|[\s_-])`)
	dateUpdatedRE  = regexp.MustCompile(`(?i)updat|modif|actualiz|revis|edited`)
	publishMarkRE  = regexp.MustCompile(`(?i)publish|pubdate|datecreated|posted|fecha-?pub|entry-date`)
	visibleDateMax = 160
)

// tryTree looks for a date in microdata, then in time elements and hentry marks.
func (m *metadata) tryTree(tree *html.Node, bound bound, dayFirst bool) bool {
	var micro, times []dateMark
	seenHeading := false
	each(tree, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if is(n, "script", "style", "svg", "template", "noscript") {
			return false
		}
		if is(n, "h1") {
			seenHeading = true
		}
		mark, ok := markOf(n)
		if !ok {
			return true
		}
		if foreignDate(n) {
			mark.score -= 6
		}
		if seenHeading {
			mark.score++
		}
		if mark.basis == "microdata" {
			micro = append(micro, mark)
		} else {
			times = append(times, mark)
		}
		return true
	})
	return m.best(micro, bound, dayFirst, -100) || m.best(times, bound, dayFirst, -100)
}

// markOf reads an element that gives a date by its own name or attributes.
func markOf(n *html.Node) (dateMark, bool) {
	prop := strings.ToLower(attr(n, "itemprop"))
	switch {
	case strings.Contains(prop, "datepublished") || strings.Contains(prop, "datecreated") || strings.Contains(prop, "uploaddate"):
		return dateMark{dateValue(n), "microdata", 0}, true
	case is(n, "time"), is(n, "abbr") && dateClassRE.MatchString(attr(n, "class")), is(n, "relative-time", "local-time"):
		mark := dateMark{dateValue(n), "time", 0}
		names := attr(n, "class") + " " + attr(n, "id") + " " + prop
		if hasAttr(n, "pubdate") || publishMarkRE.MatchString(names) {
			mark.score += 4
		}
		if dateUpdatedRE.MatchString(names) || strings.Contains(prop, "datemodified") {
			mark.score -= 3
		}
		return mark, true
	}
	return dateMark{}, false
}

// foreignParts are in the names of parts of a page that date, or are signed by, something else than its article.
var foreignParts = newFragments(`comment related sidebar teaser recommend most-read mostread trending latest promo widget recirc popular more-
	footer copyright event calendar ticker relacionad listing carousel`)

// foreignNames tells such a part by the names that the element itself has.
func foreignNames(n *html.Node) bool {
	return foreignParts.in(attr(n, "class")) || foreignParts.in(attr(n, "id"))
}

// foreignDate: the element is within a part of the page that dates something else than its article. Asked of the few
// elements that give a date: matching the names of all costs as much as a tenth of readability.
func foreignDate(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && (is(n, "aside", "nav", "footer") || !is(n, "body", "html", "main") && foreignNames(n)) {
			return true
		}
	}
	return false
}

// dateValue is what an element says a date is, for programs if it does so.
func dateValue(n *html.Node) string {
	return firstOf(attr(n, "content"), attr(n, "datetime"), attr(n, "title"), innerText(n, 200))
}

// best takes the highest-scored mark with a believable date, the first of equals.
func (m *metadata) best(marks []dateMark, bound bound, dayFirst bool, least int) bool {
	top := least
	for _, mark := range marks {
		if mark.score <= top {
			continue
		}
		if d, ok := pagedate.Machine(mark.value, dayFirst); ok && bound.allows(d) {
			m.published, top = dated{d, mark.basis}, mark.score
		}
	}
	return m.published.basis != ""
}

// tryVisible reads dates off short lines: elements named for a date first, then whatever stands near the headline.
func (m *metadata) tryVisible(tree *html.Node, bound bound, dayFirst bool) bool {
	lines := m.visible(tree)
	heading := -1
	below := len(lines) // index of the first paragraph of the body: dates in running text are not the article's
	for i, l := range lines {
		if l.heading && heading < 0 {
			heading = i
		}
		if l.long && i < below && i > heading && !foreignDate(l.owner) {
			below = i
		}
	}
	var marks []dateMark
	for i, l := range lines {
		found := pagedate.Find(l.text, dayFirst)
		for _, f := range found {
			score := l.score(f)
			rest := len(l.text) - (f.End - f.Start)
			dateline := i <= below && opensReport(l.text, f)
			if !f.Published && !f.Updated && !dateline && (i >= below || rest > 50 && endsSentence(l.text)) {
				continue
			}
			if dateline {
				score += 6 // the whole paragraph counts against it
			} else if f.Updated {
				score += 5 // better than none, and only taken when there is no other
			} else if near := i - heading; heading >= 0 && near >= -6 && near <= 25 {
				score += 3
			} else if heading < 0 && i < 30 {
				score++
			}
			marks = append(marks, dateMark{f.Date.String(), "text", score})
		}
	}
	return m.best(marks, bound, dayFirst, 2)
}

// visibleLine is one short run of text with the names of the elements around it.
type visibleLine struct {
	text, names string
	owner       *html.Node // the element that it stands in
	heading     bool
	long        bool // a paragraph of running text
}

func (l visibleLine) score(f pagedate.Found) int {
	score := 0
	if dateClassRE.MatchString(l.names) {
		score += 3
	}
	if f.Published {
		score += 4
	}
	if f.Updated {
		score -= 2
	}
	if foreignDate(l.owner) {
		score -= 4
	}
	if rest := len(l.part(f)) - (f.End - f.Start); rest < 40 {
		score += 2
	} else if rest > 90 && !f.Published {
		score -= 3
	}
	return score
}

// visible are the page's lines, split once.
func (m *metadata) visible(tree *html.Node) []visibleLine {
	if m.lines == nil {
		m.lines = visibleLines(tree)
	}
	return m.lines
}

// part is what stands around the date between bars and bullets, folded: a page's head has the date beside the weather and
// the rate of the dollar.
func (l visibleLine) part(f pagedate.Found) string {
	text := words.Fold(l.text)
	from, to := 0, len(text)
	if i := strings.LastIndexAny(text[:f.Start], "|•·"); i >= 0 {
		from = i
	}
	if i := strings.IndexAny(text[f.End:], "|•·"); i >= 0 {
		to = f.End + i
	}
	return text[from:to]
}

var (
	datelinePlace = regexp.MustCompile(`^[a-z][a-z .'’/-]{1,36}(?:, ?[a-z][a-z .'’-]{1,24})?(?:,| ?\()? ?$`)
	datelineEnd   = regexp.MustCompile(`^[).]?,? ?(?:\(|\.?[-–—―] ?[^ \d]|[a-z][a-z /]{1,24}\)? ?\.?[-–—―])`)
)

// opensReport: the line is a report's first, with a place, the date and a dash or an agency before the text.
func opensReport(line string, f pagedate.Found) bool {
	text := words.Fold(line)
	place := text[:f.Start]
	if !datelinePlace.MatchString(place) || !datelineEnd.MatchString(text[f.End:]) {
		return false
	}
	printed := string([]rune(line)[:min(len([]rune(place)), len([]rune(line)))])
	return strings.ToUpper(printed) == printed || unicode.IsUpper([]rune(printed)[0]) && strings.ContainsAny(printed[len(printed)-2:], ",(")
}

// visibleLines splits the page's text at block elements; lines too long to be a date's label are cut short to the start,
// where a dateline stands.
func visibleLines(tree *html.Node) []visibleLine {
	var lines []visibleLine
	var walk func(n *html.Node, names string)
	var b strings.Builder
	flush := func(names string, owner *html.Node, heading bool) {
		if text := clean(b.String()); text != "" {
			lines = append(lines, visibleLine{text[:min(len(text), visibleDateMax)], names, owner, heading, len(text) > 250})
		}
		b.Reset()
	}
	walk = func(n *html.Node, names string) {
		if len(lines) > 4000 {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		if is(n, "script", "style", "svg", "template", "noscript", "head", "select", "option") {
			return
		}
		block := n.Type == html.ElementNode && blockElements[n.Data] || is(n, "br")
		inner := names
		if n.Type == html.ElementNode {
			if own := attr(n, "class") + " " + attr(n, "id"); block || len(own) > 1 {
				inner = own
			}
		}
		if block {
			flush(names, n.Parent, false)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inner)
		}
		if block || inner != names {
			flush(inner, n, is(n, "h1"))
		}
	}
	walk(tree, "")
	return lines
}
