package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// settle writes the running text of a page in one way: NFC, no invisible characters, every run of white space one space.
// How long a text is decides a lot about it further on, and neither indentation nor the accents' encoding should.
func settle(tree *html.Node) {
	each(tree, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			n.Data = settled(n.Data)
		}
		return !is(n, "pre", "textarea", "script", "style", "noscript", "template")
	})
}

// settled is clean that leaves a space at the ends, where there was one.
func settled(s string) string {
	if s == "" {
		return s
	}
	if !isPlain(s) {
		s = normal(s)
	}
	if !spaced(s) {
		return s
	}
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return " "
	}
	out := strings.Join(fields, " ")
	if unicode.IsSpace(rune(s[0])) {
		out = " " + out
	}
	if unicode.IsSpace(rune(s[len(s)-1])) {
		out += " "
	}
	return out
}

// spaced tells white space that is more than single spaces.
func spaced(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == ' ' && i+1 < len(s) && s[i+1] == ' ' {
			return true
		}
	}
	return false
}
