package article

import (
	"golang.org/x/net/html"
)

// leastStray is how many paragraphs with figures must stand in the page's main part and outside the text before the text
// counts as incomplete: single ones are notes of the publisher.
const leastStray = 2

// complete looks for figures in the page's main part that the search for the text left out. Tables, list items and
// paragraphs among the paragraphs of the text are put back; stray counts the paragraphs that stand apart from it.
func (s *selection) complete() (stray int) {
	top := s.mainPart()
	for i, p := range s.pieces {
		if p.drop != "elsewhere" && p.drop != "short" || i <= s.heading || !hasFigure(p.text) || p.linked() > 0.3 || !within(p.owner, top) {
			continue
		}
		if furnitureText(p) != "" || s.isByline(p) || isDateLine(p.text) || reasonOf(p.owner, top, s.furniture).what != "" {
			continue
		}
		among := i > s.first && i < s.last
		switch {
		case p.kind == TableRow && i > s.first, among && (p.solid() || p.kind == ListItem), among && p.drop == "short" && hasWords(p.text):
			p.drop = ""
		case p.solid() && p.drop == "elsewhere":
			stray++
		}
	}
	if stray < leastStray {
		return 0
	}
	return stray
}

// mainPart is the element around the text that the page calls its main part or its article, or the text's container.
func (s *selection) mainPart() *html.Node {
	for n := s.container; n != nil; n = n.Parent {
		if is(n, "article", "main") || attr(n, "role") == "main" || namedBody(n) {
			return n
		}
	}
	return s.container
}

// hasWords tells a short line of text, as "Tanks: 17", from a counter.
func hasWords(text string) bool {
	n := 0
	for _, r := range letters(text) {
		if r < '0' || r > '9' {
			n++
		}
	}
	return n >= 4
}
