package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/pagedate"
	"lossclaims/extractor/internal/article/words"
)

// judge sets drop on every piece that stays out: what readability kept is checked for furniture, what it dropped for
// text of the article.
func (s *selection) judge() {
	for i, p := range s.pieces {
		switch {
		case p.inBody:
			p.drop = furnitureText(p)
		case p.kept*2 >= p.size:
			p.drop = s.whyDrop(p)
		case !within(p.owner, s.container):
			p.drop = "elsewhere"
			if p.kind == Caption && s.heading >= 0 && i > s.heading && i < s.heading+12 && reasonOf(p.owner, nil, s.furniture).what == "" {
				p.drop = furnitureText(p)
			}
		default:
			p.drop = s.whyNotRestore(i, p)
		}
	}
}

func within(n, container *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == container {
			return true
		}
	}
	return false
}

// whyDrop says why a piece that readability kept is furniture all the same.
func (s *selection) whyDrop(p *piece) string {
	why := reasonOf(p.owner, s.container, s.furniture)
	if why.strong || why.what != "" && !p.solid() {
		return why.what
	}
	if p.linked() > 0.9 && !endsSentence(p.text) && p.kind != TableRow && p.kind != Caption {
		return "linked"
	}
	return furnitureText(p)
}

// whyNotRestore says why a piece of the article's container that readability dropped should stay out.
func (s *selection) whyNotRestore(i int, p *piece) string {
	if why := reasonOf(p.owner, s.container, s.furniture); why.what != "" {
		return why.what
	}
	if why := furnitureText(p); why != "" {
		return why
	}
	switch {
	case p.linked() > 0.6 && (p.linked() > 0.9 || !endsSentence(p.text)):
		return "linked"
	case i > s.lastKept && (p.linked() > 0.2 || !p.solid() && !hasFigure(p.text)):
		return "below"
	case p.kind == TableRow, p.kind == ListItem, p.kind == Caption:
		return ""
	case p.kind == Subhead:
		return ""
	case p.size < 60 && !endsSentence(p.text):
		return "short"
	}
	return ""
}

// solid pieces are paragraphs of running text.
func (p *piece) solid() bool {
	return p.kind != Caption && p.linked() < 0.5 && (p.size >= 80 || p.size >= 40 && endsSentence(p.text))
}

// bounds finds the first and the last solid piece of the chosen text.
func (s *selection) bounds() {
	s.first, s.last = len(s.pieces), -1
	for i, p := range s.pieces {
		if p.drop == "" && p.solid() && p.kind != Subhead {
			if s.first > i && i > s.heading {
				s.first = i
			}
			s.last = i
		}
	}
}

// trimTop drops what stands before the headline, and bylines, dates and labels between it and the body.
func (s *selection) trimTop() {
	before := 0
	for i := 0; i < s.heading; i++ {
		if s.pieces[i].drop == "" {
			before += s.pieces[i].size
		}
	}
	trust := before*4 < s.kept // else the headline stands below or inside the text
	var labels []*piece
	for i, p := range s.pieces {
		switch {
		case p.drop != "" || i >= s.first && !(i < s.first+3 && s.isByline(p)):
		case i < s.heading && trust:
			p.drop = "before headline"
		case i > s.heading && (s.isByline(p) || isDateLine(p.text)):
			p.drop = "byline"
		case i > s.heading && p.kind == Body && p.size < 60 && !endsSentence(p.text) && !hasFigure(p.text):
			labels = append(labels, p)
		}
	}
	if len(labels) <= maxLabels {
		for _, p := range labels {
			p.drop = "label"
		}
	}
}

// maxLabels is how many labels stand above a body; more short lines than that are a list, which is text.
const maxLabels = 4

// isByline tells whether a short piece names the author.
func (s *selection) isByline(p *piece) bool {
	if p.size > 160 || p.kind == ListItem {
		return false
	}
	author, text := letters(s.meta.author), letters(p.text)
	if author != "" && len(text) < len(author)+30 && strings.Contains(text, author) {
		return true
	}
	folded := words.Fold(p.text)
	return p.size < 60 && !endsSentence(p.text) && (strings.HasPrefix(folded, "by ") || strings.HasPrefix(folded, "por "))
}

// isDateLine tells whether a line is a date with labels and clock times around it.
func isDateLine(text string) bool {
	if len(text) > 140 {
		return false
	}
	found := pagedate.Find(text, true)
	if len(found) == 0 {
		return false
	}
	return len(letters(clockRE.ReplaceAllString(pagedate.Strip(text, found), ""))) <= 24
}

// hasFigure tells whether a text has a digit, and so may have a claim in it.
func hasFigure(text string) bool { return strings.IndexFunc(text, unicode.IsDigit) >= 0 }

// trimLists drops lists that are mostly links: of those that readability kept, only those whose items are links as a whole.
func (s *selection) trimLists() {
	for i := 0; i < len(s.pieces); {
		p := s.pieces[i]
		if p.kind != ListItem {
			i++
			continue
		}
		list := p.owner.Parent
		end, size, links, whole, kept := i, 0, 0, 0, 0
		for ; end < len(s.pieces) && s.pieces[end].kind == ListItem && s.pieces[end].owner.Parent == list; end++ {
			item := s.pieces[end]
			size, links, kept = size+item.size, links+item.links, kept+item.kept
			if item.linked() > 0.9 && !endsSentence(item.text) {
				whole++
			}
		}
		if end == i {
			end++
		}
		if links*10 > size*6 && (kept*2 < size || whole*10 >= (end-i)*7) {
			for _, item := range s.pieces[i:end] {
				item.drop = firstOf(item.drop, "list of links")
			}
		}
		i = end
	}
}

// trimLeads drops lines such as "Read also" and the links that follow them.
func (s *selection) trimLeads() {
	for i, p := range s.pieces {
		if p.drop != "" && p.drop != droppedLine || !isLead(p) {
			continue
		}
		p.drop = "lead"
		closing := s.onlyTitles(i + 1)
		for _, next := range s.pieces[i+1:] {
			if !closing && next.drop == "" && (next.linked() < 0.5 && (next.size > 30 || hasFigure(next.text) || endsSentence(next.text)) || next.inBody) {
				break
			}
			next.drop = firstOf(next.drop, "after lead")
		}
	}
}

// onlyTitles tells whether nothing but short lines without a full stop, as the titles of other articles are, is left.
func (s *selection) onlyTitles(from int) bool {
	for _, p := range s.pieces[from:] {
		if p.drop == "" && (p.inBody || endsSentence(p.text) || p.size > 160 || p.kind == TableRow) {
			return false
		}
	}
	return true
}

// trimEnd drops labels that trail behind the last paragraph: agency marks, tags, prompts. When they are a good part of
// the text, the article is a list and ends as one.
func (s *selection) trimEnd() {
	tail := 0
	for _, p := range s.pieces[s.last+1:] {
		if p.drop == "" && p.kind == Body {
			tail += p.size
		}
	}
	if tail*5 > s.kept {
		return
	}
	for i := s.last + 1; i > 0 && i < len(s.pieces); i++ {
		p := s.pieces[i]
		if p.drop == "" && p.kind == Body && !p.inBody && !hasFigure(p.text) && !endsSentence(p.text) {
			p.drop = "trailing"
		}
	}
}

// trimSubheads drops subheads under which nothing of the article stands.
func (s *selection) trimSubheads() {
	under := false
	for i := len(s.pieces) - 1; i >= 0; i-- {
		p := s.pieces[i]
		switch {
		case p.drop != "" || p.kind == Caption:
		case p.kind != Subhead:
			under = true
		case !under && !endsSentence(p.text) && i != s.heading:
			p.drop = "empty subhead"
		case p.linked() > 0.9:
			p.drop = "linked"
		}
	}
}

var standfirstNames = fieldSet(`
	standfirst subtitle subheadline subhead subheading deck dek summary lead lede excerpt description intro
	bajada sumario entradilla subtitulo copete resumen abstract sapo tagline strapline preamble headnote epigrafe
	introduction hed chapo antetitulo`)

// addStandfirst puts back the line between headline and body that sums the article up: readability leaves it out when it
// stands apart from the body.
func (s *selection) addStandfirst() {
	if s.heading < 0 || s.first-s.heading > 60 {
		return
	}
	about := letters(firstOf(s.meta.tag("og:description", "description"), ldText(s.meta.main["description"])))
	for i := s.heading + 1; i < s.first && i < len(s.pieces); i++ {
		p := s.pieces[i]
		text := letters(p.text)
		if p.drop == "" || p.kind != Body && p.kind != Subhead || p.size < 30 || p.linked() > 0.3 || furnitureText(p) != "" || s.isByline(p) || isDateLine(p.text) {
			continue
		}
		same := len(text) > 30 && len(about) > 30 && (strings.HasPrefix(about, text[:30]) || strings.HasPrefix(text, about[:30]))
		if why := reasonOf(p.owner, nil, s.furniture); same || s.namedStandfirst(p) && !why.strong || s.besideHeading(p) && why.what == "" && p.size > 50 {
			p.drop = ""
		}
	}
}

func (s *selection) namedStandfirst(p *piece) bool {
	for n, up := p.owner, 0; n != nil && up < 3; n, up = n.Parent, up+1 {
		for _, name := range nameWords(n) {
			for _, w := range name {
				if standfirstNames[w] {
					return true
				}
			}
		}
	}
	return false
}

// besideHeading tells whether a piece is a sibling of the headline, or of an element that holds no more than it.
func (s *selection) besideHeading(p *piece) bool {
	h := s.pieces[s.heading].owner
	return p.owner.Parent == h.Parent || p.owner.Parent == h.Parent.Parent && h.NextSibling == nil
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)] `)
	for _, end := range []string{".", "!", "?", "…", ":"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
