package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/pagedate"
	"lossclaims/extractor/internal/article/words"
)

// The ways in which a page marks its author, from the plainest to the faintest.
const (
	byProperty = iota // itemprop="author"
	byLink            // rel="author"
	byName            // a class such as "byline"
	byWord            // a line that begins with "By"
	byNothing
)

var (
	bylineParts   = newFragments("byline author autor firma writer signature reporter periodista credits") // one is in each of bylineNames
	bylineNames   = fieldSet("byline bylines author authors autor autora autores firma firmas writer signature reporter periodista credits")
	bylineNotName = fieldSet("bio box card avatar image img photo picture social follow info description more related date time role title job comment comments twitter link links list page posts newsletter about count share icon meta wrapper container credit caption")
)

// byline looks for the author's name where a reader sees it.
func byline(tree *html.Node) string {
	best, rank := "", byNothing
	seenHeading := false
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			if is(n, "script", "style", "svg", "template", "noscript", "head", "aside", "nav", "footer", "form") || isHidden(n) ||
				!is(n, "body", "html", "main", "article") && foreignNames(n) {
				return
			}
			seenHeading = seenHeading || is(n, "h1")
			if r := bylineRank(n, seenHeading); r < rank {
				if name := authorIn(n, r); name != "" {
					best, rank = name, r
				}
			}
		}
		for c := n.FirstChild; c != nil && rank > byProperty; c = c.NextSibling {
			walk(c)
		}
	}
	walk(tree)
	return best
}

// bylineRank says how an element marks an author, byNothing for those that do not.
func bylineRank(n *html.Node, seenHeading bool) int {
	if hasWord(attr(n, "itemprop"), "author") {
		return byProperty
	}
	if hasWord(attr(n, "rel"), "author") {
		return byLink
	}
	if named(n, bylineParts) && namedByline(n) {
		return byName
	}
	if seenHeading && is(n, "p", "div", "span", "li", "address", "strong", "em", "cite", "h2", "h3", "h4", "h5") {
		return byWord
	}
	return byNothing
}

func namedByline(n *html.Node) bool {
	for _, name := range nameWords(n) {
		is, not := false, false
		for _, w := range name {
			is, not = is || bylineNames[w], not || bylineNotName[w]
		}
		if is && !not {
			return true
		}
	}
	return false
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// authorIn is the name that an element holds, "" when what it holds is none.
func authorIn(n *html.Node, rank int) string {
	if rank == byProperty {
		if name := propertyName(n); name != "" {
			return authorName(name)
		}
	}
	text := innerText(n, 300)
	if utf8.RuneCountInString(text) > 160 {
		return ""
	}
	if rank == byWord {
		if m := byRE().FindStringSubmatch(text); m != nil && len(strings.Fields(m[1])) > 1 {
			return authorName(m[1])
		}
		return ""
	}
	if rank == byName {
		// A link to a profile is the name, what stands around it role, place and date.
		var linked []string
		each(n, func(c *html.Node) bool {
			if is(c, "a") && (hasWord(attr(c, "rel"), "author") || profileRE.MatchString(attr(c, "href"))) {
				if name := authorName(innerText(c, 200)); name != "" && !contains(linked, name) && len(linked) < 6 {
					linked = append(linked, name)
				}
			}
			return true
		})
		if len(linked) > 0 {
			return strings.Join(linked, ", ")
		}
	}
	return authorName(text)
}

// propertyName is the name that microdata gives a person.
func propertyName(n *html.Node) string {
	name := ""
	each(n, func(c *html.Node) bool {
		if c != n && name == "" && c.Type == html.ElementNode && hasWord(attr(c, "itemprop"), "name") {
			name = clean(firstOf(attr(c, "content"), innerText(c, 200)))
		}
		return name == ""
	})
	return firstOf(name, clean(attr(n, "content")))
}

var (
	byLeadRE  = regexp.MustCompile(`^(?:[\s|•·,:–—-]|\b(?:text|words|story|texto|words by)\b:?)+`)
	byTailRE  = regexp.MustCompile(`\s*(?:[|•·/\[<@]|\([^)]*$|\([^)]*\)$|\s[–—-]\s|\s\d).*$`)
	profileRE = regexp.MustCompile(`(?i)(?:author|autor|writer|profile|perfil|people|staff|journalist|periodista|reporter|contributor|columnist|firma|redact)[\w-]*[/=?]|/by/`)
	handlesRE = regexp.MustCompile(`(?:^|\s)@\w+|\S+@\S+`)
)

// authorName takes label, date, role and handle off a byline; "" when no name is left.
func authorName(s string) string {
	s = clean(s)
	if found := pagedate.Find(s, true); len(found) > 0 {
		// The offsets are those of the folded text; accents before a date are rare enough in bylines to cut by letters.
		s = string([]rune(s)[:utf8.RuneCountInString(words.Fold(s)[:found[0].Start])])
	}
	s = handlesRE.ReplaceAllString(s, " ")
	s = strings.TrimSpace(byLeadRE.ReplaceAllString(s, ""))
	for _, l := range words.All() {
		for _, by := range slices.Concat(l.AllBy, l.By) {
			if len(s) > len(by) && strings.EqualFold(s[:len(by)], by) && strings.ContainsAny(s[len(by):len(by)+1], " :") {
				s = strings.TrimLeft(s[len(by):], " :")
			}
		}
	}
	s = byTailRE.ReplaceAllString(s, "")
	s = strings.Trim(s, " ,;:|-–—")
	for _, label := range stopLabels() {
		if at := strings.Index(words.Fold(s), label); at >= 0 {
			s = strings.Trim(s[:min(at, len(s))], " ,;:|-–—")
		}
	}
	if !looksLikeName(s) {
		return ""
	}
	return s
}

// stopLabels are the words that follow a name in a byline and are no part of it, with a space before them.
func stopLabels() []string {
	var all []string
	for _, l := range words.All() {
		for _, list := range [][]string{l.Published, l.Updated, l.Weekdays} {
			for _, w := range list {
				if len(w) > 3 {
					all = append(all, " "+w)
				}
			}
		}
	}
	return all
}

// nobody are the words that content systems put where the author is not known, as letters() gives them.
var nobody = set("admin", "administrator", "anonymous", "anonimo", "noauthor", "unknown", "none", "null", "undefined", "editor", "user", "guest", "author", "autor")

// looksLikeName tells names of people, agencies and desks from the other things that stand in bylines.
func looksLikeName(s string) bool {
	n := utf8.RuneCountInString(s)
	first, _ := utf8.DecodeRuneInString(s)
	if n < 2 || n > 90 || !unicode.IsLetter(first) || unicode.IsLower(first) || len(strings.Fields(s)) > 12 || strings.ContainsAny(s, "?!{}<>=") {
		return false
	}
	p := &piece{text: s, size: len(s)}
	return furnitureText(p) == "" && !isLead(p) && !nobody[letters(s)]
}
