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
	ldSite   string   // the name of the site by its own JSON-LD object
	main     ldObject // the JSON-LD object of this article, nil when there is none
	headings []string // the texts of the h1 elements
	subheads []string // the texts of the first h2 elements
	title    string   // of the title element
	lang     string
	canon    string
	address  string // canonical, else og:url, else the hint

	headline, author, publisher, section string
	published, modified                  dated

	lines []visibleLine // of the page, once they are asked for
}

// readMeta reads all metadata of the tree.
func readMeta(tree *html.Node, h Hints) *metadata {
	m := &metadata{tags: map[string][]string{}}
	m.ld, m.ldSite = readJSONLD(tree)
	m.readTree(tree)
	m.address = firstOf(m.absolute(m.canon, h.URL), m.absolute(m.tag("og:url"), h.URL), h.URL)
	if m.address == "" {
		m.address = m.visibleAddress(tree)
	}
	m.main = m.mainLD()
	m.headline = m.pickHeadline()
	m.author, m.publisher = m.pickAuthor(tree), m.pickPublisher()
	m.section = firstOf(ldText(m.main["articleSection"]), m.tag("article:section", "parsely-section", "cxenseparse:recs:category", "section"))
	m.readDates(tree, h)
	return m
}

func (m *metadata) fill(a *Article) {
	a.Headline, a.Author, a.Publisher, a.Section = m.headline, m.author, m.publisher, m.section
	a.Site = m.siteName()
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
		case "h2":
			if len(m.subheads) < 8 {
				if text := innerText(n, 400); text != "" {
					m.subheads = append(m.subheads, text)
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
	original, _ := unarchived(u.String())
	return original
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

// pickAuthor takes the author from JSON-LD, else from meta elements, else from the byline that readers see. Addresses,
// as of profiles, are no names.
func (m *metadata) pickAuthor(tree *html.Node) string {
	candidates := []string{ldAuthors(m.main["author"]), ldAuthors(m.main["creator"])}
	for _, tag := range authorTags {
		candidates = append(candidates, strings.Join(m.names(tag), ", "))
	}
	for _, name := range candidates {
		if name != "" && len(name) <= 300 {
			return name
		}
	}
	return byline(tree)
}

// ldAuthors are the names of a JSON-LD author; a name that authorName makes nothing of stays as it is ("24horas.cl").
func ldAuthors(v any) string {
	var names []string
	for _, raw := range strings.Split(ldNames(v), ", ") {
		name := firstOf(authorName(raw), raw)
		if name != "" && !strings.Contains(name, "://") && !strings.HasPrefix(name, "@") && !nobody[letters(name)] && !contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// authorTags are the names of meta elements that hold the author, most trusted first.
var authorTags = strings.Fields(`author article:author_name parsely-author sailthru.author dc.creator dcterms.creator citation_author
	byl article:author cxenseparse:author article.author og:article:author dc.contributor`)

// names are the different contents of the meta elements of one name.
func (m *metadata) names(tag string) []string {
	var all []string
	for _, v := range m.tags[tag] {
		v = authorName(html.UnescapeString(v))
		if v != "" && !contains(all, v) && len(all) < 10 {
			all = append(all, v)
		}
	}
	return all
}

// pickPublisher takes the publisher from JSON-LD or meta elements, else from the end of the page's title.
func (m *metadata) pickPublisher() string {
	for _, name := range []string{ldText(m.main["publisher"]), m.siteName(), ldText(m.main["sourceOrganization"]), m.titleTail()} {
		if name != "" && !strings.Contains(name, "://") {
			return name
		}
	}
	return ""
}

// siteName is what the page calls the site it is on.
func (m *metadata) siteName() string {
	for _, tag := range []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "cxenseparse:recs:publisher", "citation_publisher"} {
		if name := m.tag(tag); name != "" && !strings.Contains(name, "://") {
			return name
		}
	}
	for _, o := range m.ld {
		if name := ldText(o["isPartOf"]); name != "" {
			return name
		}
	}
	return m.ldSite
}

// titleTail is what a title has behind the headline: "Quiet night on the river | The Mill Post".
func (m *metadata) titleTail() string {
	head := letters(m.headline)
	at := siteTailRE.FindStringIndex(m.title)
	if at == nil || head == "" || letters(m.title[:at[0]]) != head {
		return ""
	}
	tail := strings.Trim(m.title[at[0]:], " |·•»«–—-")
	// Two names, as of site and section, cannot be told apart.
	if strings.ContainsAny(tail, "|·•»«") {
		return ""
	}
	return tail
}
