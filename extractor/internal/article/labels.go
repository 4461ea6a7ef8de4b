package article

import (
	"net/url"
	"regexp"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"lossclaims/extractor/internal/article/pagedate"
	"lossclaims/extractor/internal/article/words"
)

// The fields of an article that a line at the head of plain text may give, as in "Author: Ann Miller". Their labels are
// in the words' files under these names.
const (
	fieldTitle     = "title"
	fieldAuthor    = "author"
	fieldPublisher = "publisher"
	fieldAddress   = "address"
	fieldDate      = "date"
	fieldModified  = "modified"
	fieldSection   = "section"
	fieldCaptured  = "captured" // the day on which somebody saved or printed the text
	fieldBody      = "body"     // the text begins here, on this line or the next
	fieldNothing   = "nothing"  // of no use
)

// label is a way to write a field.
type label struct{ folded, field string }

// fieldLabels are the labels of all languages, longest first.
var fieldLabels = sync.OnceValue(func() []label {
	var all []label
	for _, l := range words.All() {
		for field, list := range l.Fields {
			for _, w := range list {
				all = append(all, label{w, field})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if len(all[i].folded) != len(all[j].folded) {
			return len(all[i].folded) > len(all[j].folded)
		}
		return all[i].folded < all[j].folded
	})
	return all
})

// labelled splits "Author: Ann Miller" into the field and its value; field is "" for other lines.
func labelled(line string) (field, value string) {
	head, value, found := strings.Cut(line, ":")
	if !found || len(head) > 40 {
		return "", ""
	}
	head = strings.Trim(words.Fold(head), " *_#")
	for _, l := range fieldLabels() {
		if head == l.folded {
			return l.field, strings.Trim(value, " *_")
		}
	}
	return "", ""
}

// headLines is how many lines at the top of plain text may say something about it.
const headLines = 12

// takeLabels reads and removes the lines at the top that name the article's title, author, publisher and address, as
// reader views and converters write them. Dates stay, for takeDate, without their label.
func (a *Article) takeLabels(lines []textLine, h *Hints) []textLine {
	var rest []textLine
	for i, l := range lines {
		if i >= headLines || utf8.RuneCountInString(l.text) > 300 || isParagraph(l) {
			return append(rest, lines[i:]...)
		}
		field, value := labelled(l.text)
		switch {
		case field != "":
			if text := a.takeField(field, value, l.text, h); text != "" {
				l.text = text
				rest = append(rest, l)
			}
		case isAddress(l.text):
			a.URL = firstOf(a.URL, l.text)
		default:
			rest = append(rest, l)
		}
	}
	return rest
}

// takeField stores a field's value and returns what of the line is to stay in the text.
func (a *Article) takeField(field, value, line string, h *Hints) string {
	switch field {
	case fieldTitle:
		a.Headline = firstOf(a.Headline, value)
	case fieldAuthor:
		a.Author = firstOf(a.Author, value)
	case fieldPublisher:
		a.Publisher = firstOf(a.Publisher, value)
	case fieldSection:
		a.Section = firstOf(a.Section, value)
	case fieldAddress:
		if !isAddress(value) {
			return line
		}
		a.URL = firstOf(a.URL, value)
	case fieldModified, fieldCaptured:
		return a.takeOtherDate(field, value, line, h)
	case fieldDate:
		return line
	case fieldBody:
		return value
	}
	return ""
}

// takeOtherDate stores a date that is not the publication's; a label without a date stays text.
func (a *Article) takeOtherDate(field, value, line string, h *Hints) string {
	d, ok := pagedate.Machine(value, false)
	switch {
	case !ok:
		return line
	case field == fieldModified:
		if boundOf(*h).allows(d) {
			a.Modified = firstOf(a.Modified, d.String())
		}
	case h.Captured == "":
		h.Captured = d.String()
	}
	return ""
}

// isParagraph tells a line of running text from one of a head.
func isParagraph(l textLine) bool {
	return l.kind == Body && utf8.RuneCountInString(l.text) > 80 && strings.HasSuffix(l.text, ".")
}

var addressRE = regexp.MustCompile(`^<?https?://[^\s<>]+>?$`)

// isAddress tells whether a line is a web address and nothing else.
func isAddress(s string) bool {
	if !addressRE.MatchString(s) {
		return false
	}
	u, err := url.Parse(strings.Trim(s, "<>"))
	return err == nil && u.Host != ""
}

// byRE splits a byline; its first words are those of every language.
var byRE = sync.OnceValue(func() *regexp.Regexp {
	var by []string
	for _, l := range words.All() {
		by = append(by, l.By...)
	}
	for i := range by {
		by[i] = regexp.QuoteMeta(by[i])
	}
	return regexp.MustCompile(`(?i)^(?:` + strings.Join(by, "|") + `)[ :]+(\p{Lu}[^\d.:;!?]{2,60}|\p{Lu}[\p{L}.'’ -]{2,60})$`)
})

// takeByline reads and removes a line such as "By Ann Miller" below the headline.
func (a *Article) takeByline(lines []textLine) []textLine {
	for i := 0; i < len(lines) && i < 4 && !isParagraph(lines[i]); i++ {
		if m := byRE().FindStringSubmatch(lines[i].text); m != nil {
			a.Author = firstOf(a.Author, m[1])
			return append(append([]textLine(nil), lines[:i]...), lines[i+1:]...)
		}
	}
	return lines
}
