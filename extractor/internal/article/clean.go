package article

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes one line of s: NFC, invisible characters dropped, every run of white space (no-break spaces too) one space.
func clean(s string) string {
	if !isPlain(s) {
		s = normal(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// normal is s in NFC, without invisible characters, with plain spaces.
func normal(s string) string { return norm.NFC.String(strings.Map(visible, s)) }

// isPlain spares printable ASCII, most of a page, the detour through normalisation.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x7f || s[i] < 0x20 && s[i] != '\n' && s[i] != '\t' && s[i] != '\r' {
			return false
		}
	}
	return true
}

// visible drops characters that a reader does not see but a matcher trips over, and turns every space into a plain one.
func visible(r rune) rune {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u034F', '\u061C', '\u180E', '\uFFFC',
		'\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\uFE0F', '\uFE0E':
		return -1
	case '\u2028', '\u2029', '\u0085':
		return ' '
	}
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}
