// Package article reads one article: bytes of a page or of plain text go in; the headline, the clean text in blocks, the
// author, the publisher and the dates, with where each date came from, come out.
package article

import (
	"fmt"
	"slices"
	"time"

	"lossclaims/extractor/internal/article/charset"
	"lossclaims/extractor/internal/mhtml"
	"lossclaims/extractor/report"
)

// Hints is what is known of the input from outside its bytes. Every field may be empty.
type Hints struct {
	URL         string    // where the page came from
	ContentType string    // the HTTP Content-Type header
	Published   string    // YYYY-MM-DD, used when the page gives no date
	Captured    string    // YYYY-MM-DD: no page date after this day is believed
	NotAfter    time.Time // no page date after this instant is believed; zero for no bound
	MaxText     int       // code points of clean text kept; 0 means 2,000,000
	MaxDepth    int       // elements inside each other; 0 means as many as the parser bears, 512
}

// The kinds of blocks.
const (
	Headline = "headline"
	Body     = "body"
	Subhead  = "subhead"
	ListItem = "list_item"
	TableRow = "table_row"
	Caption  = "caption"
)

// Block is one paragraph, line, list item, table row, subhead, caption or the headline.
type Block struct {
	Kind  string
	Text  string // one line, white space collapsed, NFC
	Start int    // offset in Article.Text, in code points
}

// Article is what a page says, without its furniture.
type Article struct {
	Headline, Author, Publisher string
	Site                        string // what the page calls the site it is on
	URL                         string // canonical address, where the page names one, else Hints.URL
	Section                     string
	Published, Modified         string // YYYY-MM-DD in the page's own offset, or ""
	DateBasis                   string // json-ld, meta, microdata, time, url, text, input or none
	PublishedTime               string // RFC 3339, where the page gives a time of day
	Lang                        string // the language the page claims, a hint only
	Text                        string // blocks joined by "\n\n", list items and table rows by "\n"; headline first
	Blocks                      []Block
	Warnings                    []report.Notice
}

const defaultMaxText = 2_000_000

// FromHTML reads a saved page, be it HTML or a web archive (MHTML). The notice, when not nil, is the error: not_html or
// no_article.
func FromHTML(page []byte, h Hints) (*Article, *report.Notice) {
	if mhtml.Is(page) {
		return fromArchive(page, h)
	}
	if n := refuse(page, h.ContentType); n != nil {
		return nil, n
	}
	a := &Article{Warnings: []report.Notice{}}
	decoded := charset.Decode(page, h.ContentType)
	a.warnCharset(decoded)
	h.readNotes(decoded.Text)
	h.readAddress()
	tree, shallow := parse(decoded.Text, h.MaxDepth)
	if shallow {
		a.warn("degraded", "the page nests its elements too deep or has too many of them; it was read without the usual structure")
	}
	settle(tree)
	meta := readMeta(tree, h)
	meta.fill(a)
	blocks, notices := mainText(tree, a, meta)
	a.Warnings = append(a.Warnings, notices...)
	a.setBlocks(blocks, h.MaxText)
	if len(a.Blocks) == 0 || len(a.Blocks) == 1 && a.Blocks[0].Kind == Headline {
		return nil, noArticle("the page has no readable article text; if it fills itself in by script, save it from a browser once it has loaded")
	}
	return a, nil
}

func noArticle(message string) *report.Notice {
	return &report.Notice{Kind: "no_article", Message: message}
}

func (a *Article) warn(kind, message string) {
	a.Warnings = append(a.Warnings, report.Notice{Kind: kind, Message: message})
}

func (a *Article) warned(kind string) bool {
	return slices.ContainsFunc(a.Warnings, func(n report.Notice) bool { return n.Kind == kind })
}

func (a *Article) warnCharset(r charset.Result) {
	if r.Doubtful {
		a.warn("charset_doubtful", fmt.Sprintf("the bytes were read as %s, which is a guess or does not fit everywhere; accents may be wrong", r.Encoding))
	}
}
