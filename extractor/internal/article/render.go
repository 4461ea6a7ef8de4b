package article

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var blockElements = set("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
	"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p",
	"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "optgroup", "menu", "video", "audio", "iframe")

// silent elements have no text of the article in them.
var silentElements = set("script", "style", "template", "noscript", "svg", "math", "head", "iframe", "object", "embed", "select", "textarea", "button",
	"input", "canvas", "audio", "video", "map", "datalist", "dialog", "meter", "progress", "title", "link", "meta",
	"amp-ad", "amp-embed", "amp-sidebar", "amp-consent", "amp-user-notification", "amp-sticky-ad", "amp-social-share", "amp-analytics",
	"amp-next-page", "amp-app-banner", "amp-lightbox", "amp-web-push", "amp-web-push-widget", "amp-story-auto-ads")

// piece is one block of the page's tree before it is known whether it belongs to the article.
type piece struct {
	kind   string
	text   string
	owner  *html.Node // the block element whose text this is
	links  int        // bytes of text inside links
	size   int        // bytes of text
	kept   int        // bytes of text that readability kept
	inBody bool       // it stands in the page's own copy of the body
	drop   string     // why it was left out, "" when it is in
}

func (p *piece) linked() float64 { return float64(p.links) / float64(max(1, p.size)) }

// renderer walks the tree and cuts it into pieces at every block element and line break.
type renderer struct {
	keeps  func(*html.Node) bool // did readability keep this element
	tables map[*html.Node]bool   // tables of data, not of layout
	pieces []*piece
	buf    strings.Builder
	cur    piece
}

// context is what the elements around a node make of its text.
type context struct {
	kind  string
	owner *html.Node
	link  bool
	pre   bool
}

// render returns the pieces of the tree below root in document order.
func render(root *html.Node, keeps func(*html.Node) bool) []*piece {
	r := &renderer{keeps: keeps, tables: dataTables(root)}
	r.node(root, context{kind: Body, owner: root})
	r.flush()
	return r.pieces
}

func (r *renderer) node(n *html.Node, c context) {
	switch n.Type {
	case html.TextNode:
		r.text(n, c)
		return
	case html.ElementNode:
	case html.DocumentNode:
		r.children(n, c)
		return
	default:
		return
	}
	if !silentElements[n.Data] && !isHidden(n) {
		r.element(n, c)
	}
}

func (r *renderer) element(n *html.Node, c context) {
	switch n.Data {
	case "br":
		r.flush()
		return
	case "a":
		c.link = c.link || isLink(n)
	case "sup", "sub":
		r.script(n, c)
		return
	case "tr":
		if table := tableOf(n); table != nil && r.tables[table] {
			r.row(n, c)
			return
		}
	}
	if !blockElements[n.Data] && !displaysBlock(n) {
		if isCaption(n) {
			c.kind = Caption
		}
		r.children(n, c)
		return
	}
	r.flush()
	c.owner, c.kind, c.pre = n, kindOf(n, c.kind), c.pre || n.Data == "pre"
	r.children(n, c)
	r.flush()
}

func (r *renderer) children(n *html.Node, c context) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		r.node(child, c)
	}
}

// isLink tells whether an anchor leads elsewhere. A pull quote that offers to tweet itself does not.
func isLink(n *html.Node) bool {
	href := attr(n, "href")
	return href != "" && href[0] != '#' && !strings.HasPrefix(href, "javascript:") && !shareLinkRE.MatchString(href)
}

var shareLinkRE = regexp.MustCompile(`(?i)^(?:https?:)?//(?:www\.)?(?:twitter|x|facebook)\.com/(?:intent|share|sharer)`)

// text adds a text node to the piece being built.
func (r *renderer) text(n *html.Node, c context) {
	if c.pre {
		r.preformatted(n, c)
		return
	}
	r.add(n.Data, n.Parent, c)
}

func (r *renderer) add(s string, parent *html.Node, c context) {
	trimmed := len(strings.TrimSpace(s))
	if trimmed > 0 && r.cur.owner == nil {
		r.cur = piece{kind: c.kind, owner: c.owner}
	}
	r.buf.WriteString(s)
	if trimmed == 0 {
		return
	}
	r.cur.size += trimmed
	if c.link {
		r.cur.links += trimmed
	}
	if r.keeps(parent) {
		r.cur.kept += trimmed
	}
}

// preformatted text is hard-wrapped: its lines are joined to paragraphs as those of plain text are.
func (r *renderer) preformatted(n *html.Node, c context) {
	lines := joinLines(n.Data)
	for i, line := range lines {
		inner := c
		if line.kind != Body {
			inner.kind = line.kind
		}
		if i > 0 {
			r.flush()
		}
		r.add(line.text, n.Parent, inner)
	}
	if len(lines) == 0 {
		r.buf.WriteByte(' ')
	}
}

// script keeps a raised number from running into the figure before it: "1,351" with footnote 2 is not 1,3512.
func (r *renderer) script(n *html.Node, c context) {
	text := innerText(n, 100)
	if text == "" {
		return
	}
	before := strings.TrimSpace(r.buf.String())
	note := is(n, "sup") && (strings.HasPrefix(text, "[") || n.FirstChild != nil && is(n.FirstChild, "a"))
	if note && len(text) < 8 {
		return
	}
	if before != "" && isDigit(text[0]) && isDigit(before[len(before)-1]) {
		r.buf.WriteByte(' ')
	}
	r.children(n, c)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// row makes one piece of a table's row, its cells joined by " | ".
func (r *renderer) row(n *html.Node, c context) {
	r.flush()
	c.owner, c.kind = n, TableRow
	var cells []string
	total := piece{kind: TableRow, owner: n}
	for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
		if !is(cell, "td", "th") || isHidden(cell) {
			continue
		}
		inner := &renderer{keeps: r.keeps, tables: r.tables}
		inner.children(cell, c)
		inner.flush()
		var parts []string
		for _, p := range inner.pieces {
			parts = append(parts, p.text)
			total.size, total.links, total.kept = total.size+p.size, total.links+p.links, total.kept+p.kept
		}
		cells = append(cells, strings.Join(parts, " "))
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if total.text = clean(strings.Join(cells, " | ")); strings.Trim(total.text, " |") != "" {
		r.pieces = append(r.pieces, &total)
	}
}

// flush ends the piece being built.
func (r *renderer) flush() {
	text := clean(r.buf.String())
	if text != "" && r.cur.owner != nil {
		p := r.cur
		p.text = text
		r.pieces = append(r.pieces, &p)
	}
	r.buf.Reset()
	r.cur = piece{}
}

func kindOf(n *html.Node, outer string) string {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return Subhead
	case "li", "dd", "dt":
		return ListItem
	case "figcaption", "caption":
		return Caption
	case "table", "article", "main", "section", "blockquote", "body":
		if outer == ListItem {
			return outer
		}
		return Body
	}
	if isCaption(n) {
		return Caption
	}
	return outer
}

const pictureWords = "image img photo picture media figure fig foto video gallery slide"

var (
	captionParts  = newFragments("caption cutline leyenda piefoto piedefoto " + pictureWords)
	captionNames  = fieldSet("caption captions figcaption cutline leyenda piefoto piedefoto")
	pictureNames  = fieldSet(pictureWords)
	captionPartly = fieldSet("credit credits description desc legend source copyright byline info title footer")
)

// isCaption tells whether an element is named as the text below a picture.
func isCaption(n *html.Node) bool {
	if is(n, "body", "html", "main", "article", "section", "h1", "h2") {
		return false
	}
	if !named(n, captionParts) {
		return false
	}
	for _, name := range nameWords(n) {
		for i, w := range name {
			if captionNames[w] || i > 0 && captionPartly[w] && pictureNames[name[i-1]] {
				return true
			}
		}
	}
	return false
}

var (
	hidingStyles = newFragments("none hidden") // one of which is in all that hiddenRE matches
	hiddenRE     = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)
)

// isHidden tells whether the page itself says that nobody sees the element.
func isHidden(n *html.Node) bool {
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "hidden":
			return !strings.EqualFold(n.Attr[i].Val, "until-found")
		case "aria-hidden":
			if n.Attr[i].Val == "true" && !blockElements[n.Data] {
				return true
			}
		case "style":
			if style := n.Attr[i].Val; hidingStyles.in(style) && hiddenRE.MatchString(style) {
				return true
			}
		}
	}
	return false
}

func displaysBlock(n *html.Node) bool {
	style := attr(n, "style")
	return style != "" && strings.Contains(strings.ReplaceAll(style, " ", ""), "display:block")
}
