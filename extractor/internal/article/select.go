package article

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"lossclaims/extractor/report"
)

// leastDouble is how long a paragraph must be to count as said twice wherever its double stands.
const leastDouble = 60

// leastKept is how many bytes of text readability must find to be believed.
const leastKept = 120

// mainText returns the blocks of the article: what readability kept, minus furniture, plus what it should have kept.
func mainText(tree *html.Node, a *Article, meta *metadata) ([]Block, []report.Notice) {
	var notices []report.Notice
	body := newBodyText(meta)
	reveal(tree, body)
	mark(tree)
	part, err := find(tree, meta.address)
	if err != nil && !a.warned("degraded") {
		notices = append(notices, report.Notice{Kind: "degraded", Message: "the usual search for the article's part failed (" + err.Error() + "); the text may hold parts of the page's furniture"})
	}
	sel := newSelection(tree, render(tree, keptIn(tree, part)), meta, body)
	sel.choose()
	if lost := sel.lost(); lost > 0 {
		notices = append(notices, report.Notice{Kind: "text_incomplete", Message: fmt.Sprintf("%d paragraphs that the page gives as its article's text were not found in it", lost)})
	}
	if sel.stray > 0 {
		notices = append(notices, report.Notice{Kind: "text_incomplete", Message: fmt.Sprintf("%d paragraphs with figures stand in the page's main part apart from the text and were left out", sel.stray)})
	}
	return sel.blocks(a.Headline), notices
}

// selection decides for each piece of the page whether it is the article's.
type selection struct {
	tree      *html.Node
	pieces    []*piece
	meta      *metadata
	body      *bodyText
	container *html.Node // holds the article's body
	furniture map[*html.Node]reason
	kept      int // bytes of text that readability kept
	heading   int // index of the piece with the headline, -1 when there is none
	first     int // index of the first solid piece of the body, len(pieces) when there is none
	last      int // index of the last one, -1
	lastKept  int // index of the last solid piece that readability kept, -1
	stray     int // paragraphs with figures that stand apart from the text
}

func newSelection(tree *html.Node, pieces []*piece, meta *metadata, body *bodyText) *selection {
	s := &selection{tree: tree, pieces: pieces, meta: meta, body: body, heading: -1}
	for _, p := range pieces {
		p.inBody = body.has(p)
		s.kept += p.kept
	}
	return s
}

func (s *selection) choose() {
	if !s.body.covered(s.pieces) {
		s.keepWhere(func(p *piece) bool { return p.inBody })
	} else if n := s.overlooked(); n != nil {
		s.keepParagraphs(n)
	} else if s.kept < leastKept {
		s.keepParagraphs(s.tree)
	}
	s.container = s.widen(s.holder(0.9))
	s.findHeading()
	s.furniture = furnitureBelow(s.tree, s.pieces)
	s.lastKept = -1
	for i, p := range s.pieces {
		if p.kept*2 >= p.size && p.solid() {
			s.lastKept = i
		}
	}
	s.judge()
	s.bounds()
	s.trimTop()
	s.trimLists()
	s.trimLeads()
	s.trimEnd()
	s.trimSubheads()
	s.addStandfirst()
	s.stray = s.complete()
	s.rescue()
}

// rescue takes what readability kept, furniture or not, when the rules left nothing of it: a page whose every element is
// named "promo" still says something.
func (s *selection) rescue() {
	for i, p := range s.pieces {
		if p.drop == "" && i != s.heading {
			return
		}
	}
	for i, p := range s.pieces {
		if i != s.heading && p.kept*2 >= p.size && furnitureText(p) == "" {
			p.drop = ""
		}
	}
}

func (s *selection) keepWhere(keep func(*piece) bool) {
	s.kept = 0
	for _, p := range s.pieces {
		p.kept = 0
		if keep(p) {
			p.kept = p.size
		}
		s.kept += p.kept
	}
}

// keepParagraphs takes every paragraph-like piece below root for kept, furniture aside, where readability failed.
func (s *selection) keepParagraphs(root *html.Node) {
	prose := func(p *piece) bool {
		return within(p.owner, root) && p.linked() < 0.4 && (p.size > 80 || p.kind == ListItem || p.kind == TableRow || endsSentence(p.text))
	}
	s.keepWhere(prose)
	flags := furnitureBelow(root, s.pieces)
	s.keepWhere(func(p *piece) bool { return prose(p) && reasonOf(p.owner, root, flags).what == "" })
}

// holder is the deepest element that holds share of the kept text.
func (s *selection) holder(share float64) *html.Node {
	held := map[*html.Node]int{}
	for _, p := range s.pieces {
		if p.kept > 0 {
			for n := p.owner; n != nil; n = n.Parent {
				held[n] += p.kept
			}
		}
	}
	n := s.tree
	for {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if held[c] > 0 && float64(held[c]) >= share*float64(s.kept) {
				next = c
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
}

// widen returns the element around container that the page itself calls the article's body, or container.
func (s *selection) widen(container *html.Node) *html.Node {
	for n := container; n != nil; n = n.Parent {
		if strings.EqualFold(attr(n, "itemprop"), "articleBody") {
			return n
		}
	}
	for is(container, "p", "tbody", "tr", "td", "ul", "ol", "li", "blockquote", "span", "b", "strong", "em", "i") && container.Parent != nil {
		container = container.Parent
	}
	return container
}

// findHeading finds the piece that is the headline, an h1 before others.
func (s *selection) findHeading() {
	want := letters(s.meta.headline)
	if want == "" {
		return
	}
	for i, p := range s.pieces {
		if p.kind == ListItem || p.size < len(want) || p.size > 2*len(want)+80 || letters(s.meta.stripSite(p.text)) != want {
			continue
		}
		if s.heading < 0 || is(p.owner, "h1") && !is(s.pieces[s.heading].owner, "h1") {
			s.heading = i
		}
	}
}

// lost counts the paragraphs of the page's own copy of the body that are not in the text.
func (s *selection) lost() int {
	if s.body.size == 0 {
		return 0
	}
	var have strings.Builder
	for _, p := range s.pieces {
		if p.drop == "" {
			have.WriteString(letters(p.text))
		}
	}
	return s.body.missingFrom(have.String())
}

// blocks turns the chosen pieces into blocks, headline first, doubles dropped.
func (s *selection) blocks(headline string) []Block {
	var out []Block
	if headline != "" {
		out = append(out, Block{Kind: Headline, Text: headline})
	}
	title, last := letters(headline), ""
	said := map[string]bool{}
	for i, p := range s.pieces {
		if p.drop != "" {
			continue
		}
		if p.text == last || said[p.text] {
			last = p.text
			continue
		}
		// Pages say a paragraph twice, for wide and for narrow screens or as a pull quote; short lines may well recur.
		said[p.text] = p.size >= leastDouble && p.kind != TableRow
		if title != "" && (len(out) <= 3 || i == s.heading) && letters(p.text) == title {
			continue
		}
		out = append(out, Block{Kind: p.kind, Text: p.text})
		last = p.text
	}
	return out
}
