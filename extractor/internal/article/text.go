package article

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/charset"
	"lossclaims/extractor/internal/article/pagedate"
	"lossclaims/extractor/internal/article/words"
	"lossclaims/extractor/internal/mhtml"
	"lossclaims/extractor/report"
)

// FromText reads an article that is plain text, Markdown included. The notice, when not nil, is the error: not_html or
// no_article.
func FromText(text []byte, h Hints) (*Article, *report.Notice) {
	if mhtml.Is(text) {
		return fromArchive(text, h)
	}
	if n := refuse(text, h.ContentType); n != nil {
		return nil, n
	}
	a := &Article{URL: h.URL, Warnings: []report.Notice{}}
	decoded := charset.Decode(text, h.ContentType)
	a.warnCharset(decoded)
	lines := a.takeLabels(tableLines(textLines(decoded.Text)), &h)
	lines = a.takeTitle(a.takeByline(a.takeDate(lines, h)))
	var blocks []Block
	if a.Headline != "" {
		blocks = append(blocks, Block{Kind: Headline, Text: a.Headline})
	}
	blocks = append(blocks, proseBlocks(lines)...)
	if len(blocks) == 0 {
		return nil, noArticle("the text is empty")
	}
	a.setBlocks(blocks, h.MaxText)
	return a, nil
}

// takeTitle removes the headline from the top, where a line looks like one or repeats the one that is known.
func (a *Article) takeTitle(lines []textLine) []textLine {
	for len(lines) > 0 && a.Headline != "" && letters(lines[0].text) == letters(a.Headline) {
		lines = lines[1:]
	}
	if a.Headline == "" && len(lines) > 0 && (lines[0].kind == Subhead || isTitleLine(lines)) {
		a.Headline, lines = lines[0].text, lines[1:]
	}
	return lines
}

// proseBlocks makes blocks of lines, without the furniture that is copied along with a page's text.
func proseBlocks(lines []textLine) []Block {
	sel := &selection{heading: -1, meta: &metadata{}}
	list := &html.Node{Type: html.ElementNode, Data: "ul"}
	for _, l := range lines {
		p := &piece{kind: l.kind, text: l.text, size: len(l.text), kept: len(l.text), owner: &html.Node{Parent: list}}
		p.drop = furnitureText(p)
		if l.kind == Body && isCapsLine(l.text) {
			p.kind = Subhead
		}
		sel.pieces, sel.kept = append(sel.pieces, p), sel.kept+p.kept
	}
	sel.bounds()
	sel.trimLeads()
	sel.trimEnd()
	sel.rescue()
	return sel.blocks("")
}

// isCapsLine tells a subhead that is set in capitals.
func isCapsLine(s string) bool {
	return len(s) < 60 && !endsSentence(s) && !hasFigure(s) && len(strings.Fields(s)) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// textLine is a paragraph or list item of plain text.
type textLine struct {
	text  string
	kind  string
	after bool // a blank line follows
}

var bulletRE = regexp.MustCompile(`^\s*(?:[•◦▪‣●○■·*–—-]|\d{1,2}[.)])\s+(\S.*)$`)

// joinLines makes paragraphs of lines: blank lines part them, a bullet begins a list item, and lines that were wrapped at
// a fixed width are joined.
func joinLines(s string) []textLine { return linesOf(s, false) }

// textLines are the lines of a text file: as joinLines, with Markdown read for what it is.
func textLines(s string) []textLine { return linesOf(s, isMarkdown(s)) }

func linesOf(s string, markdown bool) []textLine {
	raw := strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
	width := wrapWidth(raw)
	tabsToBars(raw)
	var out []textLine
	open := false // the last paragraph may go on
	for _, line := range raw {
		marked := ""
		if markdown {
			line, marked = fromMarkdown(line)
		}
		text := clean(line)
		if marked != "" && text != "" {
			out, open = append(out, textLine{text: text, kind: marked, after: marked == Subhead}), false
			continue
		}
		if text == "" {
			if len(out) > 0 {
				out[len(out)-1].after = true
			}
			open = false
			continue
		}
		if m := bulletRE.FindStringSubmatch(line); m != nil && !isNumberedProse(line) {
			out = append(out, textLine{text: clean(m[1]), kind: ListItem})
		} else if open || len(out) > 0 && !out[len(out)-1].after && continues(out[len(out)-1].text, text) {
			out[len(out)-1].text += " " + text
		} else {
			out = append(out, textLine{text: text, kind: Body})
		}
		open = width > 0 && utf8.RuneCountInString(strings.TrimRight(line, " \t")) >= width
	}
	return out
}

// continues tells whether a line goes on where the one before it broke off in mid-sentence.
func continues(before, line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r) && len(before) > 45 && !endsSentence(before) && !strings.HasSuffix(before, ";")
}

// isNumberedProse keeps "7. August" style dates and single numbered sentences from becoming list items.
func isNumberedProse(line string) bool {
	trimmed := strings.TrimSpace(line)
	return trimmed != "" && unicode.IsDigit(rune(trimmed[0]))
}

// wrapWidth is the length from which a line counts as wrapped, 0 for text whose lines are paragraphs. Wrapped text has
// many lines of nearly the same length and none much longer.
func wrapWidth(lines []string) int {
	longest, near, full := 0, 0, 0
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(strings.TrimRight(l, " \t")))
	}
	if longest > 100 || longest < 30 {
		return 0
	}
	for _, l := range lines {
		n := utf8.RuneCountInString(strings.TrimRight(l, " \t"))
		if n >= longest-18 {
			near++
		}
		if n > 0 {
			full++
		}
	}
	if near < 3 || near*2 < full {
		return 0
	}
	return longest - 18
}

// dateLeadRE is the label before a date.
var dateLeadRE = sync.OnceValue(func() *regexp.Regexp {
	var all []string
	for _, l := range fieldLabels() {
		if l.field == fieldDate {
			all = append(all, regexp.QuoteMeta(l.folded))
		}
	}
	return regexp.MustCompile(`^\s*(?:` + strings.Join(all, "|") + `)\b[\s:=*]*`)
})

// A place may stand before the date: "Bogotá, 12 de mayo de 2021", "NAIROBI — 3 June 2009".
var placeLeadRE = regexp.MustCompile(`^\p{Lu}[\p{L} .'’()-]{1,30}?(?:,|\s+[-–—])\s+`)

// takeDate reads and removes a line at the top that is a date and nothing else.
func (a *Article) takeDate(lines []textLine, h Hints) []textLine {
	a.DateBasis = "none"
	for i := 0; i < len(lines) && i < 6; i++ {
		rest := withoutLabel(lines[i].text)
		if len(rest) > 80 {
			continue
		}
		found := pagedate.Find(rest, spanishLooking(lines))
		if len(found) > 0 && !onlyDates(rest, found) {
			rest = placeLeadRE.ReplaceAllString(rest, "")
			found = pagedate.Find(rest, spanishLooking(lines))
		}
		if len(found) == 0 || !onlyDates(rest, found) {
			continue
		}
		d, ok := pagedate.Machine(rest, spanishLooking(lines))
		if !ok {
			d = found[0].Date
		}
		if !boundOf(h).allows(d) {
			if rest != lines[i].text { // a label says that it is no text
				lines = slices.Delete(slices.Clone(lines), i, i+1)
				i--
			}
			continue
		}
		a.Published, a.DateBasis, a.PublishedTime = d.String(), "text", d.Time
		return append(append([]textLine(nil), lines[:i]...), lines[i+1:]...)
	}
	if d, ok := pagedate.Machine(h.Published, false); ok {
		a.Published, a.DateBasis = d.String(), "input"
	}
	return lines
}

// withoutLabel is a line without the words that announce a date.
func withoutLabel(line string) string {
	at := dateLeadRE().FindStringIndex(words.Fold(line))
	if at == nil {
		return line
	}
	// Folding may shorten what it folds, but labels have few accents: what is left starts at the same letter from the end.
	folded := []rune(words.Fold(line)[at[1]:])
	runes := []rune(line)
	return string(runes[max(0, len(runes)-len(folded)):])
}

// spanishLooking tells how a numeric date is to be read before the language is known.
func spanishLooking(lines []textLine) bool {
	var n, all int
	for _, l := range lines[:min(len(lines), 20)] {
		for _, w := range strings.Fields(strings.ToLower(l.text)) {
			all++
			switch w {
			case "de", "la", "el", "los", "que", "del", "las", "una":
				n++
			}
		}
	}
	return n*8 > all
}

var clockRE = regexp.MustCompile(`(?i)\bt?\d{1,2}[:.]\d{2}(?::\d{2})?(?:z\b|\s*[ap]\.?m\.?)?|\b(?:[A-Z]{2,4}|hrs?|horas?|h|at|a las|on|el)\b|[+-]\d{2}:?\d{2}`)

// onlyDates tells whether a line holds dates, weekdays, clock times and nothing else.
func onlyDates(line string, found []pagedate.Found) bool {
	rest := pagedate.Strip(line, found)
	rest = clockRE.ReplaceAllString(rest, "")
	letters := 0
	for _, r := range rest {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
		}
	}
	return letters <= 2
}

// tabsToBars parts the cells of tables by bars where they are parted by tabs, as those copied from a browser are.
func tabsToBars(raw []string) {
	tabs := func(i int) int {
		if i < 0 || i >= len(raw) || bulletRE.MatchString(raw[i]) {
			return 0
		}
		return strings.Count(strings.TrimSpace(raw[i]), "\t")
	}
	table := make([]bool, len(raw))
	for i := range raw {
		table[i] = tabs(i) > 0 && (tabs(i) == tabs(i-1) || tabs(i) == tabs(i+1))
	}
	for i := range raw {
		if table[i] {
			raw[i] = strings.ReplaceAll(strings.TrimSpace(raw[i]), "\t", " | ")
		}
	}
}

// tableLines finds the rows of tables in plain text: two lines or more in a row with equally many cells, parted by bars.
func tableLines(lines []textLine) []textLine {
	cells := func(i int) int {
		if i < 0 || i >= len(lines) || lines[i].kind != Body && lines[i].kind != TableRow || endsSentence(lines[i].text) {
			return 0
		}
		return strings.Count(lines[i].text, " | ")
	}
	for i := range lines {
		if n := cells(i); n > 0 && (n == cells(i-1) || n == cells(i+1)) {
			lines[i].kind = TableRow
		}
	}
	return lines
}

// isTitleLine tells whether the first line is a headline: short, no full stop at its end, followed by a blank line or by
// longer text.
func isTitleLine(lines []textLine) bool {
	first := lines[0]
	n := utf8.RuneCountInString(first.text)
	if first.kind != Body || n < 12 || n > 200 || len(lines) < 2 {
		return false
	}
	if strings.HasSuffix(first.text, ".") || strings.HasSuffix(first.text, ":") || strings.HasSuffix(first.text, ",") {
		return false
	}
	return true
}
