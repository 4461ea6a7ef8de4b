package article

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/pagedate"
)

// dated is a date with where it came from.
type dated struct {
	pagedate.Date
	basis string
}

// publishedTags are the names of meta elements that hold a publication date, most trusted first.
var publishedTags = strings.Fields(`
	article:published_time og:article:published_time article:published og:published_time og:pubdate
	article:published_date datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime
	cxenseparse:publishtime pubdate publishdate publish-date publish_date publication_date publication-date
	published_date published-date date_published published publishtime published_at originalpublicationdate
	article_date_original article.published article.created dc.date.issued dcterms.issued dc.date.created
	dcterms.created dc.date dcterms.date dcterms.available dcsext.articlefirstpublished citation_publication_date
	citation_online_date citation_date date dc.date.publication rnews:datepublished bt:pubdate displaydate
	live_date release_date article:date datecreated created createdate date_created creation_date timestamp ptime
	article-date published-on shareaholic:article_published_time pub_date prism.publicationdate
	eomportal-lastupdate search_date og:release_date video:release_date uploaddate`)

var modifiedTags = strings.Fields(`
	article:modified_time og:updated_time og:modified_time article:updated_time datemodified last-modified
	lastmod modified dcterms.modified dc.date.modified revised last_updated lastupdated updated date_modified`)

// readDates fills published and modified from the best source that gives a believable day.
func (m *metadata) readDates(tree *html.Node, h Hints) {
	bound := boundOf(h)
	dayFirst := m.dayFirst()
	try := func(basis, value string) bool {
		if d, ok := pagedate.Machine(value, dayFirst); ok && bound.allows(d) {
			m.published = dated{d, basis}
		}
		return m.published.basis != ""
	}
	_ = try("json-ld", ldText(m.main["datePublished"])) || m.tryTags(publishedTags, try) ||
		try("json-ld", ldText(m.main["dateCreated"])) || m.tryTree(tree, bound, dayFirst) || m.tryURL(h, bound) ||
		try("json-ld", m.anyLD("datePublished")) || m.tryVisible(tree, bound, dayFirst) ||
		try("json-ld", ldText(m.main["dateModified"])) || m.tryTags(modifiedTags, try) ||
		try("json-ld", ldText(m.main["uploadDate"]))
	if m.published.basis == "" {
		m.published.basis = "none"
		if d, ok := pagedate.Machine(h.Published, false); ok {
			m.published = dated{d, "input"}
		}
	}
	m.readModified(bound, dayFirst)
}

func (m *metadata) tryTags(names []string, try func(basis, value string) bool) bool {
	for _, name := range names {
		for _, value := range m.tags[name] {
			if try("meta", value) {
				return true
			}
		}
	}
	return false
}

// anyLD is the first value of a key in any JSON-LD object that may describe the page.
func (m *metadata) anyLD(key string) string {
	for _, o := range m.ld {
		if s := ldText(o[key]); s != "" {
			return s
		}
	}
	return ""
}

func (m *metadata) tryURL(h Hints, bound bound) bool {
	for _, address := range []string{m.address, h.URL, m.tag("og:url")} {
		if d, ok := pagedate.FromURL(address); ok && bound.allows(d) {
			m.published = dated{d, "url"}
			return true
		}
	}
	return false
}

func (m *metadata) readModified(bound bound, dayFirst bool) {
	values := []string{ldText(m.main["dateModified"])}
	for _, name := range modifiedTags {
		values = append(values, m.tags[name]...)
	}
	for _, value := range values {
		if d, ok := pagedate.Machine(value, dayFirst); ok && bound.allows(d) {
			m.modified = dated{d, ""}
			return
		}
	}
}

// dayFirst tells how 03/04/2024 is read: the day first in every language but American English. Pages that call their
// language English and no more are American, unless their address is of another country.
func (m *metadata) dayFirst() bool {
	lang := strings.ToLower(strings.ReplaceAll(firstOf(m.lang, m.tag("og:locale", "content-language")), "_", "-"))
	switch lang {
	case "en-us", "en-ca", "en-ph":
		return false
	case "":
		return m.abroad() || spanishLooking([]textLine{{text: m.title + " " + m.tag("description", "og:description")}})
	case "en":
		return m.abroad()
	}
	return true
}

// americanDomains are the two-letter domains that are of countries with the month first, or of none in effect.
var americanDomains = set("us", "ca", "ph", "tv", "io", "co", "me", "ai", "ly", "fm", "to", "cc", "ws", "gg", "gl", "eu")

// abroad tells whether the page's address is of a country that writes the day first.
func (m *metadata) abroad() bool {
	u, err := url.Parse(m.address)
	if err != nil {
		return false
	}
	host := u.Hostname()
	domain := host[strings.LastIndexByte(host, '.')+1:]
	return len(domain) == 2 && domain[0] > '9' && !americanDomains[domain]
}

// bound is the latest believable date.
type bound struct {
	instant time.Time
	day     string // YYYY-MM-DD
}

func boundOf(h Hints) bound {
	b := bound{instant: h.NotAfter}
	if d, ok := pagedate.Machine(h.Captured, false); ok {
		b.day = d.String()
	}
	return b
}

func (b bound) allows(d pagedate.Date) bool {
	if b.day != "" && d.String() > b.day {
		return false
	}
	if b.instant.IsZero() {
		return true
	}
	if t, err := time.Parse(time.RFC3339, d.Time); err == nil && d.Time != "" {
		return !t.After(b.instant)
	}
	return d.String() <= b.instant.UTC().Format(time.DateOnly)
}
