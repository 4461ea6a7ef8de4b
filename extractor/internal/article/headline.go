package article

import (
	"regexp"
	"strings"
	"unicode"

	"lossclaims/extractor/internal/article/words"
)

// pickHeadline prefers the h1 that another source confirms, then JSON-LD, og:title, a lone h1 and the title element.
func (m *metadata) pickHeadline() string {
	ld, og := m.stripSite(ldText(m.main["headline"])), m.stripSite(m.tag("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title"))
	title := m.stripSite(m.title)
	for _, h := range m.headings {
		folded := letters(h)
		if folded != "" && (folded == letters(ld) || folded == letters(og) || folded == letters(title)) {
			return m.stripSite(h)
		}
	}
	if ld != "" && !strings.HasSuffix(ld, "...") && !strings.HasSuffix(ld, "…") {
		return ld
	}
	if og != "" {
		return og
	}
	if h := m.headingInTitle(); h != "" {
		return h
	}
	// A title of a few words names the site or a section; else it is a better witness than a lone heading of the section.
	if len(m.headings) == 1 && len(strings.Fields(m.headings[0])) > 2 && (len(strings.Fields(title)) < 4 || m.isSite(m.title)) {
		return m.headings[0]
	}
	return firstOf(ld, title, strings.Join(m.headings[:min(1, len(m.headings))], ""))
}

// headingInTitle is the longest heading that the title holds as a good part of it: sites put their own name into h1, and
// the headline into h2.
func (m *metadata) headingInTitle() string {
	title, best := letters(m.title), ""
	for _, h := range append(m.headings[:len(m.headings):len(m.headings)], m.subheads...) {
		if l := letters(h); len(l)*3 >= len(title) && len(strings.Fields(h)) > 2 && strings.Contains(title, l) && len(l) > len(letters(best)) && !m.isSite(h) {
			best = h
		}
	}
	return best
}

// letters reduces a title to what two spellings of it share.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9') || r >= 0x80 && (unicode.IsLetter(r) || unicode.IsNumber(r)) {
			return r
		}
		return -1
	}, words.Fold(s))
}

var (
	siteTailRE = regexp.MustCompile(`\s+[|·•»«–—-]\s+[^|·•»«]{2,40}$|\s*[|»]\s*[^|»]{2,40}$`)
	siteHeadRE = regexp.MustCompile(`^[^|»]{2,30}\s*[|»]\s+`)
)

// stripSite takes " | Site name" off a title: after a bar always, after a dash only when it is the publisher's name or
// host, for dashes belong to headlines too.
func (m *metadata) stripSite(title string) string {
	for range 3 {
		at := siteTailRE.FindStringIndex(title)
		if at == nil {
			break
		}
		tail := title[at[0]:]
		bar := strings.ContainsAny(tail, "|»·•")
		rest := strings.TrimSpace(title[:at[0]])
		if !(m.isSite(tail) || bar && len(strings.Fields(rest)) > 3) || rest == "" {
			break
		}
		title = rest
	}
	if at := siteHeadRE.FindStringIndex(title); at != nil && m.isSite(title[:at[1]]) {
		title = title[at[1]:]
	}
	return title
}

func (m *metadata) isSite(part string) bool {
	name := letters(part)
	if len(name) < 2 {
		return false
	}
	for _, site := range []string{ldText(m.main["publisher"]), m.tag("og:site_name", "application-name", "twitter:site")} {
		if s := letters(site); s != "" && (s == name || strings.Contains(s, name) && len(name) > 3 || strings.Contains(name, s) && len(s) > 3) {
			return true
		}
	}
	host := m.address
	if i := strings.Index(host, "://"); i >= 0 {
		host, _, _ = strings.Cut(host[i+3:], "/")
	}
	return len(name) > 3 && strings.Contains(letters(host), name)
}
