package article

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/words"
)

// metadata is what the page says about itself, read before readability takes the tree apart.
type metadata struct {
	tags     map[string][]string // content of meta elements by lower-case name, property or itemprop
	ld       []ldObject
	main     ldObject // the JSON-LD object of this article, nil when there is none
	headings []string // the texts of the h1 elements
	title    string   // of the title element
	lang     string
	canon    string
	address  string // canonical, else og:url, else the hint

	headline, author, publisher, section string
	published, modified                  dated
}

// readMeta reads all metadata of the tree.
func readMeta(tree *html.Node, h Hints) *metadata {
	m := &metadata{tags: map[string][]string{}, ld: readJSONLD(tree)}
	m.readTree(tree)
	m.address = firstOf(m.absolute(m.canon, h.URL), m.absolute(m.tag("og:url"), h.URL), h.URL)
	m.main = m.mainLD()
	m.headline = m.pickHeadline()
	m.author, m.publisher = m.pickAuthor(), m.pickPublisher()
	m.section = firstOf(ldText(m.main["articleSection"]), m.tag("article:section", "parsely-section", "cxenseparse:recs:category", "section"))
	m.readDates(tree, h)
	return m
}

func (m *metadata) fill(a *Article) {
	a.Headline, a.Author, a.Publisher, a.Section = m.headline, m.author, m.publisher, m.section
	a.URL = m.address
	a.Lang = firstOf(m.lang, m.tag("og:locale", "content-language", "dc.language", "language"))
	a.Published, a.DateBasis, a.PublishedTime = m.published.String(), m.published.basis, m.published.Time
	a.Modified = m.modified.String()
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// readTree collects meta elements, title, headings, canonical link and language in one walk.
func (m *metadata) readTree(tree *html.Node) {
	each(tree, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		switch n.Data {
		case "html":
			m.lang = firstOf(attr(n, "lang"), attr(n, "xml:lang"))
		case "meta":
			m.readTag(n)
		case "title":
			if m.title == "" {
				m.title = innerText(n, 1000)
			}
		case "h1":
			if len(m.headings) < 8 {
				if text := innerText(n, 1000); text != "" {
					m.headings = append(m.headings, text)
				}
			}
		case "link":
			if m.canon == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				m.canon = strings.TrimSpace(attr(n, "href"))
			}
		case "script", "style", "svg", "template":
			return false
		}
		return true
	})
	m.readParsely()
}

func (m *metadata) readTag(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for _, name := range strings.Fields(strings.ToLower(attr(n, key))) {
			if len(m.tags[name]) < 20 {
				m.tags[name] = append(m.tags[name], content)
			}
		}
	}
}

// readParsely takes in the JSON that some publishers put into one meta element.
func (m *metadata) readParsely() {
	for _, content := range m.tags["parsely-page"] {
		var page map[string]any
		if json.Unmarshal([]byte(content), &page) != nil {
			continue
		}
		for key, name := range map[string]string{"pub_date": "parsely-pub-date", "title": "parsely-title", "section": "parsely-section", "author": "parsely-author"} {
			if text := ldText(page[key]); text != "" {
				m.tags[name] = append(m.tags[name], text)
			}
		}
	}
}

// tag returns the content of the first of the named meta elements that the page has.
func (m *metadata) tag(names ...string) string {
	for _, name := range names {
		for _, v := range m.tags[name] {
			if v = clean(html.UnescapeString(v)); v != "" {
				return v
			}
		}
	}
	return ""
}

// absolute resolves a link of the page against its address; "" when the result is no web address.
func (m *metadata) absolute(link, base string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if link == "" || err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// mainLD picks the object that is this article's: the best type first, and among several of a type the one whose address
// or headline is the page's, for pages describe their teasers in JSON-LD too.
func (m *metadata) mainLD() ldObject {
	var best ldObject
	top := 0
	for _, o := range m.ld {
		score := rankLD(o) * 4
		if path := pathOf(ldURL(o)); path != "" && path == pathOf(m.address) {
			score += 6
		}
		if title := words.Fold(ldText(o["headline"])); title != "" && m.isTitle(title) {
			score += 5
		}
		if o["datePublished"] != nil {
			score += 2
		}
		if score > top {
			best, top = o, score
		}
	}
	return best
}

func (m *metadata) isTitle(folded string) bool {
	if strings.HasPrefix(words.Fold(m.title), folded) || words.Fold(m.tag("og:title")) == folded {
		return true
	}
	for _, h := range m.headings {
		if words.Fold(h) == folded {
			return true
		}
	}
	return false
}

// pathOf is an address without scheme, query, fragment and trailing slash; "" for a bare host.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.Trim(u.Path, "/")
}

func (m *metadata) pickAuthor() string {
	name := firstOf(ldNames(m.main["author"]), ldNames(m.main["creator"]), m.tag("author", "article:author_name",
		"parsely-author", "sailthru.author", "dc.creator", "byl", "article:author", "cxenseparse:author"))
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") || len(name) > 300 {
		return ""
	}
	return name
}

func (m *metadata) pickPublisher() string {
	name := ldText(m.main["publisher"])
	if strings.HasPrefix(name, "http") {
		name = ""
	}
	return firstOf(name, m.tag("og:site_name", "application-name", "dc.publisher", "publisher", "cxenseparse:recs:publisher"),
		ldText(m.main["sourceOrganization"]))
}
