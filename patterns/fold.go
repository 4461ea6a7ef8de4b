package patterns

import (
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// foldSpan is the size of the table of folded runes: Latin, Greek and Cyrillic with their extensions.
const foldSpan = 0x2100

// foldTable maps the runes below foldSpan; the rest are folded one by one.
var foldTable = sync.OnceValue(func() *[foldSpan]rune {
	var t [foldSpan]rune
	for r := range rune(foldSpan) {
		t[r] = foldSlow(r)
	}
	return &t
})

// noMark lists letters whose stroke is no combining mark, so that normalisation leaves it on.
var noMark = map[rune]rune{
	'ł': 'l', 'đ': 'd', 'ð': 'd', 'ø': 'o', 'ħ': 'h', 'ŧ': 't', 'ı': 'i', 'ß': 's', 'æ': 'a', 'œ': 'o', 'þ': 't',
}

// Fold returns the form that patterns match: rune for rune, so that offsets stay valid, lower-case, without
// diacritics, with plain quotes ("), apostrophes ('), hyphens (-) and spaces for all their kinds. The argument is
// left alone.
func Fold(text []rune) []rune {
	out := make([]rune, len(text))
	t := foldTable()
	for i, r := range text {
		if r >= 0 && r < foldSpan {
			out[i] = t[r]
		} else {
			out[i] = foldSlow(r)
		}
	}
	return out
}

// foldInto is Fold for a short word, into room that the caller has at hand.
func foldInto(room []rune, word string) []rune {
	t := foldTable()
	for _, r := range word {
		if r >= 0 && r < foldSpan {
			room = append(room, t[r])
		} else {
			room = append(room, foldSlow(r))
		}
	}
	return room
}

// foldString is Fold for the words and patterns of the files.
func foldString(s string) string { return string(Fold([]rune(s))) }

// foldSlow folds one rune: sign, case, then marks.
func foldSlow(r rune) rune {
	if p := foldSign(r); p != r {
		return p
	}
	if r = unicode.ToLower(r); r < 0x80 {
		return r
	}
	r = stripMarks(r)
	if p, ok := noMark[r]; ok {
		return p
	}
	return r
}

// stripMarks gives the base of a rune that decomposes into a base and combining marks.
func stripMarks(r rune) rune {
	d := []rune(norm.NFD.String(string(r)))
	if len(d) < 2 {
		return r
	}
	for _, m := range d[1:] {
		if !unicode.Is(unicode.Mn, m) {
			return r
		}
	}
	return unicode.ToLower(d[0])
}

// foldSign plains quotes, dashes and white space.
func foldSign(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '＂':
		return '"'
	case '‘', '’', '‚', '‛', '‹', '›', '′', '`', '´', 'ʼ', '＇':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return '-'
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// isWord tells the runes that may not stand beside a match: letters and numbers.
func isWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}
