package article

import (
	"strings"

	"golang.org/x/net/html"
)

// fragments are pieces of names, looked for in any case: many at once, for they are asked of every element of a page, where
// a regular expression of them takes longer than readability. The zero value is in nothing.
type fragments struct {
	first [256]bool            // a byte that one begins with
	by    map[[2]byte][]string // by their first two bytes
}

// newFragments takes lower-case ASCII fragments of two letters or more, parted by white space.
func newFragments(list string) *fragments {
	f := &fragments{by: map[[2]byte][]string{}}
	for _, s := range strings.Fields(list) {
		f.first[s[0]] = true
		key := [2]byte{s[0], s[1]}
		f.by[key] = append(f.by[key], s)
	}
	return f
}

// in tells whether one of the fragments is in s.
func (f *fragments) in(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		a := lower(s[i])
		if !f.first[a] {
			continue
		}
		for _, want := range f.by[[2]byte{a, lower(s[i+1])}] {
			if len(s)-i >= len(want) && equalFold(s[i:i+len(want)], want) {
				return true
			}
		}
	}
	return false
}

// equalFold compares with a lower-case ASCII text of the same length.
func equalFold(s, lowered string) bool {
	for i := range len(lowered) {
		if lower(s[i]) != lowered[i] {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

// named tells whether one of the fragments is in the names of an element, which nameWords gives word by word.
func named(n *html.Node, f *fragments) bool {
	for i := range n.Attr {
		if isNameAttr(n.Attr[i].Key) && f.in(n.Attr[i].Val) {
			return true
		}
	}
	return false
}

// isNameAttr tells the attributes that name an element.
func isNameAttr(key string) bool {
	switch key {
	case "class", "id", "data-component", "data-testid":
		return true
	}
	return false
}
