package article

import (
	"strings"

	"golang.org/x/net/html"
)

// leastMissed is how much prose an element named as the article's must have before it overrules readability.
const leastMissed = 800

// mostMissed is how much text readability may have found and still be overruled: long finds are seldom wrong, and pages
// that load further articles below the first put them all into one element.
const mostMissed = 1500

// overlooked returns the element that the page itself marks as the article's body when readability kept less than a third
// of its prose, else nil.
func (s *selection) overlooked() *html.Node {
	prose, kept := map[*html.Node]int{}, map[*html.Node]int{}
	for _, p := range s.pieces {
		if !p.solid() || p.kind == Caption || p.linked() > 0.3 {
			continue
		}
		for n := p.owner; n != nil; n = n.Parent {
			prose[n] += p.size
			kept[n] += p.kept
		}
	}
	var best *html.Node
	articles := 0
	each(s.tree, func(n *html.Node) bool {
		if is(n, "article") {
			articles++
		}
		if prose[n] >= leastMissed && namedBody(n) && (best == nil || prose[n] > prose[best]) {
			best = n
		}
		return prose[n] >= leastMissed || n.Type == html.DocumentNode
	})
	if best == nil && articles == 1 {
		each(s.tree, func(n *html.Node) bool {
			if is(n, "article") && prose[n] >= leastMissed {
				best = n
			}
			return best == nil
		})
	}
	if best == nil || s.kept > mostMissed || kept[best]*3 > prose[best] {
		return nil
	}
	return best
}

// namedBody tells whether an element's microdata or class calls it the body of an article.
func namedBody(n *html.Node) bool {
	if n.Type != html.ElementNode || is(n, "body", "html") {
		return false
	}
	if strings.EqualFold(attr(n, "itemprop"), "articleBody") {
		return true
	}
	for _, name := range nameWords(n) {
		if len(name) > 4 {
			continue
		}
		switch joined := strings.Join(name, ""); {
		case strings.Contains(joined, "articlebody"), strings.Contains(joined, "storybody"), strings.Contains(joined, "articlecontent"),
			strings.Contains(joined, "entrycontent"), strings.Contains(joined, "postcontent"), strings.Contains(joined, "articletext"),
			strings.Contains(joined, "storycontent"), joined == "storytext", joined == "postbody", joined == "cuerponoticia", joined == "cuerpo":
			return true
		}
	}
	return false
}
