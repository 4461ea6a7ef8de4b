package article

import (
	"strings"

	"golang.org/x/net/html"
)

// parse builds the page's tree. Pages that nest deeper than the parser allows, and those of which it would build a tree
// out of all proportion, get one from their tokens with depth and size capped; then shallow is true. maxDepth, where not
// 0, is a lower limit than the parser's.
func parse(page string, maxDepth int) (tree *html.Node, shallow bool) {
	if !weigh(page).fits() {
		return parseShallow(page), true
	}
	tree, err := html.Parse(strings.NewReader(page))
	if err == nil && (maxDepth <= 0 || !deeper(tree, maxDepth)) {
		return tree, false
	}
	return parseShallow(page), true
}

// deeper tells whether elements stand in more than limit others.
func deeper(tree *html.Node, limit int) bool {
	depth := -1 // of the document itself
	for n := tree; ; {
		if depth > limit {
			return true
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n.NextSibling == nil {
			if n = n.Parent; n == nil || n == tree {
				return false
			}
			depth--
		}
		n = n.NextSibling
	}
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// attr returns the value of n's attribute, "" when it has none.
func attr(n *html.Node, name string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return true
		}
	}
	return false
}

// is tells whether n is an element of one of the names.
func is(n *html.Node, names ...string) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, name := range names {
		if n.Data == name {
			return true
		}
	}
	return false
}

// each calls fn for n and everything below it, in document order, until fn returns false for a node, whose inside is
// then left out.
func each(n *html.Node, fn func(*html.Node) bool) {
	if !fn(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, fn)
	}
}

// innerText is the text below n with white space collapsed, about limit bytes of it. It stops there: it is asked for
// elements that may hold the whole page.
func innerText(n *html.Node, limit int) string {
	var b strings.Builder
	addText(&b, n, limit)
	return clean(b.String())
}

func addText(b *strings.Builder, n *html.Node, limit int) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case is(n, "br", "p", "div", "li"):
		b.WriteByte(' ')
	case is(n, "script", "style", "template", "noscript", "svg"):
		return
	}
	for c := n.FirstChild; c != nil && b.Len() < limit; c = c.NextSibling {
		addText(b, c, limit)
	}
}
