package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxDepth caps the trees that parseShallow builds; the parser of x/net gives up above 512 open elements.
	maxDepth = 200
	// maxNodes bounds the work on one page: an article has some thousands of nodes, the longest live pages about 100,000.
	maxNodes = 400_000
)

// parse builds the page's tree. Pages that nest deeper than the parser allows get a tree from their tokens with the
// depth capped, and shallow is true.
func parse(page string) (tree *html.Node, shallow bool) {
	tree, err := html.Parse(strings.NewReader(page))
	if err == nil {
		return tree, false
	}
	return parseShallow(page), true
}

var voidElements = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")

// closedBy lists what an opening tag closes when it is still open, the few rules of HTML that change the text's blocks.
var closedBy = map[string]map[string]bool{
	"p": set("p"), "li": set("li", "p"), "tr": set("tr", "td", "th", "p"), "td": set("td", "th", "p"), "th": set("td", "th", "p"),
	"div": set("p"), "ul": set("p"), "ol": set("p"), "table": set("p"), "h1": set("p"), "h2": set("p"), "h3": set("p"), "h4": set("p"),
	"option": set("option"), "dd": set("dd", "dt", "p"), "dt": set("dd", "dt", "p"),
}

// builder makes a tree of tokens.
type builder struct {
	top   *html.Node
	stack []*html.Node
	over  int // open elements that were not pushed because of maxDepth
}

// parseShallow is the parser for hostile trees: tokens in order, elements below maxDepth become siblings.
func parseShallow(page string) *html.Node {
	root := &html.Node{Type: html.DocumentNode}
	b := &builder{top: element("html", nil)}
	root.AppendChild(b.top)
	body := element("body", nil)
	b.top.AppendChild(body)
	b.stack = []*html.Node{body}
	tokens := html.NewTokenizer(strings.NewReader(page))
	for range maxNodes {
		switch tokens.Next() {
		case html.ErrorToken:
			return root
		case html.TextToken:
			b.here().AppendChild(&html.Node{Type: html.TextNode, Data: string(tokens.Text())})
		case html.StartTagToken, html.SelfClosingTagToken:
			b.open(tokens.Token())
		case html.EndTagToken:
			name, _ := tokens.TagName()
			b.close(string(name))
		}
	}
	return root
}

func element(name string, attrs []html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name)), Attr: attrs}
}

func (b *builder) here() *html.Node { return b.stack[len(b.stack)-1] }

func (b *builder) open(t html.Token) {
	switch t.Data {
	case "html":
		b.top.Attr = t.Attr
		return
	case "head", "body":
		return
	}
	for closes := closedBy[t.Data]; len(b.stack) > 1 && closes[b.here().Data]; {
		b.stack = b.stack[:len(b.stack)-1]
	}
	n := element(t.Data, t.Attr)
	b.here().AppendChild(n)
	switch {
	case voidElements[t.Data] || t.Type == html.SelfClosingTagToken:
	case len(b.stack) >= maxDepth:
		b.over++
	default:
		b.stack = append(b.stack, n)
	}
}

// close pops to the nearest open element of that name; an end tag that closes nothing is ignored. It looks back a few
// elements only, so that a page of stray end tags costs no more than its length.
func (b *builder) close(name string) {
	if voidElements[name] {
		return
	}
	if b.over > 0 {
		b.over--
		return
	}
	for i := len(b.stack) - 1; i > 0 && i > len(b.stack)-24; i-- {
		if b.stack[i].Data == name {
			b.stack = b.stack[:i]
			return
		}
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
