package article

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/mhtml"
	"lossclaims/extractor/report"
)

// fromArchive reads the page in a web archive (MHTML). What the archive says of the page holds where the hints are silent.
func fromArchive(file []byte, h Hints) (*Article, *report.Notice) {
	page, err := mhtml.Open(file)
	if err != nil {
		return nil, noArticle(err.Error() + "; save the page again, as HTML if need be")
	}
	h.ContentType = page.ContentType
	h.savedFrom(page.URL, page.Saved)
	read := FromHTML
	if page.Plain() {
		read = FromText
	}
	if mhtml.Is(page.Body) { // an archive in an archive is nothing that a browser saves
		return nil, noArticle("the web archive holds another one instead of a page")
	}
	a, failed := read(page.Body, h)
	if a != nil && page.Cut {
		a.warn("text_incomplete", "the web archive is damaged or ends before its page does")
	}
	return a, failed
}

// savedFrom fills in where and when the page was saved: no date of the page after that instant is believed.
func (h *Hints) savedFrom(address string, saved time.Time) {
	if h.URL == "" {
		h.URL = address
	}
	if !saved.IsZero() && (h.NotAfter.IsZero() || saved.Before(h.NotAfter)) {
		h.NotAfter = saved
	}
}

// savedMark is the note that a program leaves in the pages it saves.
type savedMark struct {
	note   *regexp.Regexp // groups "url" and "time", either of which may be missing
	gate   string         // stands in every page that the note stands in
	layout string         // of the time
}

const jsTime = "Mon Jan 02 2006 15:04:05 GMT-0700" // what JavaScript's Date prints, without the zone's name

var savedMarks = []savedMark{
	{regexp.MustCompile(`Page saved with SingleFile\s+url:\s*(?P<url>\S+)(?:\s+saved date:\s*(?P<time>[^(\n]*\d))?`), "saved with SingleFile", jsTime},
	{regexp.MustCompile(`(?i)<meta name="?savepage-url"?\s+content="?(?P<url>[^">\s]+)`), "savepage-url", ""},
	{regexp.MustCompile(`(?i)<meta name="?savepage-date"?\s+content="(?P<time>[^"(]*\d)`), "savepage-date", jsTime},
	{regexp.MustCompile(`<!-- saved from url=\(\d+\)(?P<url>\S+) -->`), "saved from url=", ""},
	{regexp.MustCompile(`<!-- Saved from (?P<url>\S+) at (?P<time>\S+) using monolith`), "using monolith", time.RFC3339},
	{regexp.MustCompile(`<!-- Mirrored from (?P<url>\S+) by HTTrack [^,\n]*, (?P<time>[^>\n]*?) -->`), "by HTTrack", time.RFC1123},
	{regexp.MustCompile(`data-scrapbook-source="(?P<url>[^"]+)"`), "data-scrapbook-source", ""},
	{regexp.MustCompile(`data-scrapbook-create="(?P<time>\d{14})`), "data-scrapbook-create", "20060102150405"},
	{regexp.MustCompile(`FILE ARCHIVED ON (?P<time>\d{2}:\d{2}:\d{2} \w{3} \d{2}, \d{4}) AND RETRIEVED FROM THE`), "FILE ARCHIVED ON", "15:04:05 Jan 02, 2006"},
}

// savedGates finds the gates of all marks in one pass.
var savedGates = newPhraseFinder(func() (gates []string) {
	for _, mark := range savedMarks {
		gates = append(gates, mark.gate)
	}
	return gates
}())

// noteBytes is how far from either end of a page such notes are looked for; further in, an article may quote one.
const noteBytes = 256 << 10

// readNotes takes in what the program that saved the page wrote into it.
func (h *Hints) readNotes(page string) {
	ends := page
	if len(page) > 2*noteBytes {
		ends = page[:noteBytes] + page[len(page)-noteBytes:]
	}
	seen := savedGates.in(ends)
	for i, mark := range savedMarks {
		if !seen[i] {
			continue
		}
		m := mark.note.FindStringSubmatch(ends)
		if m == nil {
			continue
		}
		var address string
		var saved time.Time
		if i := mark.note.SubexpIndex("url"); i > 0 {
			address = withScheme(html.UnescapeString(m[i]))
		}
		if i := mark.note.SubexpIndex("time"); i > 0 {
			saved, _ = time.Parse(mark.layout, strings.TrimSpace(m[i]))
		}
		h.savedFrom(address, saved)
	}
}

// withScheme completes an address as mirrors note it, "www.mill.example/a"; files and the like are no addresses.
func withScheme(address string) string {
	switch {
	case strings.HasPrefix(address, "http://"), strings.HasPrefix(address, "https://"):
		return address
	case strings.Contains(address, ":"):
		return ""
	}
	return "http://" + address
}

// readAddress takes the web archive out of the page's address.
func (h *Hints) readAddress() {
	original, saved := unarchived(h.URL)
	h.savedFrom("", saved)
	h.URL = original
}

var archivedRE = regexp.MustCompile(`^https?://(?:web\.archive\.org/web|archive\.(?:today|is|ph|md|li|vn|fo))/(\d{4,14})(?:[a-z]{2}_)?\*?/(https?://?.+)$`)

// unarchived returns the address of the page that an address of a public web archive shows, and when it was saved there.
// The time in such an address is not the article's.
func unarchived(address string) (original string, saved time.Time) {
	m := archivedRE.FindStringSubmatch(address)
	if m == nil {
		return address, time.Time{}
	}
	original = m[2]
	if i := strings.Index(original, ":/"); !strings.HasPrefix(original[i:], "://") {
		original = original[:i] + "://" + original[i+2:] // copied through something that joins slashes
	}
	if len(m[1]) == 14 {
		saved, _ = time.Parse("20060102150405", m[1])
	}
	return original, saved
}

// visibleAddress is the address that a print or reader view of a page shows of it, for pages that give none to programs.
func (m *metadata) visibleAddress(tree *html.Node) string {
	address := ""
	each(tree, func(n *html.Node) bool {
		if address == "" && is(n, "a") && hasWord(attr(n, "class"), "reader-domain") {
			address = attr(n, "href")
		}
		return address == ""
	})
	if isAddress(address) {
		return address
	}
	lines := m.visible(tree)
	for i, l := range lines {
		if i > headLines && i < len(lines)-headLines {
			continue
		}
		if field, value := labelled(l.text); field == fieldAddress && isAddress(value) {
			return value
		}
	}
	return ""
}
