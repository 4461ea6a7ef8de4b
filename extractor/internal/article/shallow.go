package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxDepth caps the trees that parseShallow builds. The article of a page that is broken further down is well above it.
	maxDepth = 48
	// maxNodes caps their size; what follows becomes paragraphs of plain text.
	maxNodes = 40_000
	// tailBytes is how long these paragraphs are, about.
	tailBytes = 1000
)

var voidElements = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")

// unshown elements keep their text to themselves until they end.
var unshown = set("script", "style", "noscript", "template", "svg", "math", "iframe", "textarea", "title", "object")

// controls cannot hold blocks: a block means that nobody closed them.
var controls = set("button", "select", "option", "optgroup")

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
	nodes int

	tail  *strings.Builder // the paragraph being written once there are too many nodes
	quiet string           // the silent element whose end is awaited there
}

// parseShallow is the parser for hostile trees: tokens in order, elements below maxDepth become siblings, formatting goes.
func parseShallow(page string) *html.Node {
	root := &html.Node{Type: html.DocumentNode}
	b := &builder{top: element("html", nil)}
	root.AppendChild(b.top)
	body := element("body", nil)
	b.top.AppendChild(body)
	b.stack = []*html.Node{body}
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			b.endTail()
			return root
		}
		if b.nodes < maxNodes {
			b.token(kind, tokens)
		} else {
			b.tailToken(kind, tokens)
		}
	}
}

func (b *builder) token(kind html.TokenType, tokens *html.Tokenizer) {
	switch kind {
	case html.TextToken:
		b.append(&html.Node{Type: html.TextNode, Data: string(tokens.Text())})
	case html.StartTagToken, html.SelfClosingTagToken:
		b.open(tokens.Token())
	case html.EndTagToken:
		name, _ := tokens.TagName()
		b.close(string(name))
	}
}

// tailToken writes the text of a token into long paragraphs.
func (b *builder) tailToken(kind html.TokenType, tokens *html.Tokenizer) {
	if b.tail == nil {
		b.tail = &strings.Builder{}
		b.stack = b.stack[:1]
	}
	switch kind {
	case html.TextToken:
		if b.quiet == "" {
			b.tail.Write(tokens.Text())
		}
	case html.StartTagToken, html.EndTagToken:
		tag, _ := tokens.TagName()
		name := string(tag)
		switch {
		case b.quiet == name && kind == html.EndTagToken:
			b.quiet = ""
		case b.quiet == "" && kind == html.StartTagToken && unshown[name]:
			b.quiet = name
		case blockElements[name] && b.tail.Len() > tailBytes:
			b.endTail()
		case blockElements[name] || name == "br":
			b.tail.WriteByte(' ')
		}
	}
}

func (b *builder) endTail() {
	if b.tail == nil || b.tail.Len() == 0 {
		return
	}
	p := element("p", nil)
	p.AppendChild(&html.Node{Type: html.TextNode, Data: b.tail.String()})
	b.stack[0].AppendChild(p)
	b.tail.Reset()
}

func element(name string, attrs []html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name)), Attr: attrs}
}

func (b *builder) here() *html.Node { return b.stack[len(b.stack)-1] }

func (b *builder) append(n *html.Node) {
	b.here().AppendChild(n)
	b.nodes++
}

func (b *builder) open(t html.Token) {
	switch t.Data {
	case "html":
		b.top.Attr = t.Attr
		return
	case "head", "body":
		return
	}
	if formatting[t.Data] && t.Data != "a" {
		return
	}
	for len(b.stack) > 1 && controls[b.here().Data] && (blockElements[t.Data] || controls[t.Data] && t.Data != "option") {
		b.stack = b.stack[:len(b.stack)-1]
	}
	for closes := closedBy[t.Data]; len(b.stack) > 1 && closes[b.here().Data]; {
		b.stack = b.stack[:len(b.stack)-1]
	}
	n := element(t.Data, t.Attr)
	b.append(n)
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
	if voidElements[name] || formatting[name] && name != "a" {
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
