package article

import (
	"strings"

	"golang.org/x/net/html"
)

// bodyText is the page's own copy of the article's text, which many pages have in their JSON-LD: the best witness of what
// belongs to the article, though often cut short and never with tables.
type bodyText struct {
	letters string
	size    int
}

// leastBody is how many letters such a copy must have to be a witness; shorter ones are abstracts.
const leastBody = 500

func newBodyText(m *metadata) *bodyText {
	b := &bodyText{}
	text, _ := m.main["articleBody"].(string)
	if len(text) > 300_000 {
		text = text[:300_000]
	}
	if strings.Contains(text, "</p>") || strings.Contains(text, "<br") {
		if tree, err := html.Parse(strings.NewReader(text)); err == nil {
			text = innerText(tree, len(text))
		}
	}
	if l := letters(html.UnescapeString(text)); len(l) >= leastBody {
		b.letters, b.size = l, len(l)
	}
	return b
}

// has tells whether a paragraph's text is in the copy.
func (b *bodyText) has(p *piece) bool {
	if b.size == 0 || p.size < 40 || p.kind == Caption {
		return false
	}
	text := letters(p.text)
	return len(text) >= 30 && strings.Contains(b.letters, text)
}

// covered tells whether most of what is in the copy was kept; true without a copy.
func (b *bodyText) covered(pieces []*piece) bool {
	in, kept := 0, 0
	for _, p := range pieces {
		if p.inBody {
			in, kept = in+p.size, kept+p.kept
		}
	}
	return in < leastBody || kept*10 >= in*6
}

// missingFrom counts stretches of the copy that have, the letters of the text, lacks. Copies end in "..." and in
// promotion, so that a few missing ones mean nothing.
func (b *bodyText) missingFrom(have string) int {
	const stretch = 120
	missing, all := 0, 0
	for i := 0; i+stretch <= len(b.letters); i += 4 * stretch {
		all++
		if !strings.Contains(have, b.letters[i:i+40]) && !strings.Contains(have, b.letters[i+80:i+stretch]) {
			missing++
		}
	}
	if missing*4 < all || missing < 2 {
		return 0
	}
	return missing
}

// reveal shows what a page hides only until the reader has paid or scrolled: elements that hold text of the page's own
// copy, or long paragraphs behind a pay wall. All else that is hidden stays so.
func reveal(tree *html.Node, b *bodyText) {
	each(tree, func(n *html.Node) bool {
		if n.Type != html.ElementNode || !isHidden(n) {
			return true
		}
		if !b.shownIn(n) {
			return false
		}
		attrs := n.Attr[:0]
		for _, a := range n.Attr {
			if a.Key != "hidden" && a.Key != "style" && a.Key != "aria-hidden" {
				attrs = append(attrs, a)
			}
		}
		n.Attr = attrs
		return true
	})
}

func (b *bodyText) shownIn(n *html.Node) bool {
	wall := false
	for _, name := range nameWords(n) {
		for _, w := range name {
			wall = wall || w == "paywall" || w == "premium" || w == "subscriber" || w == "subscribers"
		}
	}
	found := false
	each(n, func(c *html.Node) bool {
		if !found && is(c, "p") {
			text := innerText(c, 4000)
			found = wall && len(text) > 150 || b.size > 0 && len(text) > 60 && strings.Contains(b.letters, letters(text))
		}
		return !found
	})
	return found
}
