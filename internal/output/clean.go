package output

import (
	"regexp"
	"strings"
	"unicode"
)

// escapeSequence is what a terminal obeys: CSI, OSC and other string sequences with their ends, and two-character escapes,
// each begun by ESC or by the C1 character that stands for the pair.
var escapeSequence = regexp.MustCompile("(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]?" +
	"|(?:\x1b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\x07\x1b\u009c]*(?:\x07|\x1b\\\\|\u009c)?" +
	"|\x1b[ -/]*[0-~]?")

// Clean makes words from an article safe to print: terminal escape sequences, control characters and marks that turn
// the direction of writing are dropped, white space of every kind becomes one space.
func Clean(s string) string {
	s = escapeSequence.ReplaceAllString(strings.ToValidUTF8(s, "\uFFFD"), "")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u00ad', r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
