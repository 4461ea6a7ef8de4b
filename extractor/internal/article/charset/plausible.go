package charset

import (
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// usual are the encodings in which English and Spanish pages without a label are, or were, written, the commonest first.
// Where several fit equally well the text is the same in all of them.
var usual = []candidate{
	{charmap.Windows1252, "windows-1252"},
	{charmap.ISO8859_15, "iso-8859-15"},
	{charmap.Macintosh, "macintosh"},
	{charmap.CodePage850, "ibm850"},
	{charmap.CodePage437, "ibm437"},
	{charmap.Windows1250, "windows-1250"},
	{charmap.Windows1254, "windows-1254"},
	{charmap.Windows1251, "windows-1251"},
}

// candidate is an encoding that a page may be in.
type candidate struct {
	enc  encoding.Encoding
	name string
}

// judgeBytes bounds how much of a page is read in every candidate encoding.
const judgeBytes = 256 << 10

// reading is the start of a page as read in one encoding.
type reading struct {
	candidate
	score float64 // sum over the characters that are not ASCII
	other int     // how many there are
	runes []rune
}

func read(c candidate, body []byte) reading {
	out, _ := c.enc.NewDecoder().Bytes(body[:min(len(body), judgeBytes)])
	r := reading{candidate: c, runes: []rune(string(out))}
	for i, char := range r.runes {
		if char < 0x80 {
			continue
		}
		r.other++
		r.score += fit(at(r.runes, i-1), char, at(r.runes, i+1))
	}
	return r
}

func at(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return ' '
	}
	return runes[i]
}

// better tells whether r makes sense where other makes none: where the two differ, it must gain half a letter's worth for
// every character.
func (r reading) better(other reading) bool {
	differ := other.other
	if len(r.runes) == len(other.runes) {
		differ = 0
		for i := range r.runes {
			if r.runes[i] != other.runes[i] {
				differ++
			}
		}
	}
	return differ > 0 && r.score-other.score >= 0.5*float64(differ)
}

// fit says how well a character fits between its neighbours in English or Spanish text, from 1 for an accented vowel in a
// word to -3 for a control character. Text in other scripts fits when letters of one script stand together.
func fit(prev, r, next rune) float64 {
	switch r {
	case 'á', 'é', 'í', 'ó', 'ú', 'ñ', 'ü':
		return fitLetter(prev, next, 1)
	case 'Á', 'É', 'Í', 'Ó', 'Ú', 'Ñ', 'Ü':
		return fitCapital(prev, next, 1)
	case '“', '«', '‘', '¿', '¡', '„':
		return pick(!isWord(prev) && next != ' ', 1, -1)
	case '”', '»':
		return pick(prev != ' ' && !isWord(next), 1, -1)
	case '’':
		return fitApostrophe(prev, next)
	case '—':
		return pick(unicode.IsLower(prev) && unicode.IsLower(next), 0.7, 1)
	case '–':
		return pick(unicode.IsLetter(prev) && unicode.IsLetter(next), 0, 1)
	case '…':
		return pick(unicode.IsLower(prev) && unicode.IsLower(next), -0.5, 1)
	case 'º', 'ª', '°':
		return pick(unicode.IsDigit(prev) || prev == '.' || !isWord(next), 0.8, -1)
	case '€', '£':
		return pick(unicode.IsDigit(prev) || unicode.IsDigit(next) || prev == ' ' && next == ' ' || prev == ' ' && !isWord(next), 1, -1)
	case '\u00A0', '•', '·', '™', '®', '©', '½', '²', '³', '×', '№', '\u00AD':
		return pick(unicode.IsLower(prev) && unicode.IsLower(next) && r != '\u00AD' && r != '\u00A0', -1, 0.3)
	}
	return fitOther(prev, r, next)
}

// fitOther judges the characters that neither language has of its own.
func fitOther(prev, r, next rune) float64 {
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r):
		return -3
	case !unicode.IsLetter(r):
		return -1
	case !unicode.Is(unicode.Latin, r):
		ascii := prev < 0x80 && unicode.IsLetter(prev) || next < 0x80 && unicode.IsLetter(next)
		company := prev >= 0x80 && unicode.IsLetter(prev) || next >= 0x80 && unicode.IsLetter(next)
		return pick(ascii, -2, pick(company, 0.9, -0.5))
	case r == 'ð' || r == 'þ' || r == 'ý' || r == 'Ð' || r == 'Þ' || r == 'Ý' || r == 'æ' || r == 'Æ' || r == 'œ':
		return -0.5
	case unicode.IsUpper(r):
		return fitCapital(prev, next, 0.4)
	}
	return fitLetter(prev, next, 0.4)
}

// fitLetter judges a small letter: inside or at the edge of a word, but not before a capital, nor beside another foreign
// letter unless that is a pair such as the "ñó" of "cañón".
func fitLetter(prev, next rune, worth float64) float64 {
	switch {
	case unicode.IsUpper(next):
		return -1
	case western(prev), western(next):
		return -1
	case unicode.IsLetter(prev) || unicode.IsLetter(next):
		return worth
	}
	return -0.5
}

// fitCapital judges a capital: at a word's start, or among capitals.
func fitCapital(prev, next rune, worth float64) float64 {
	switch {
	case unicode.IsLower(prev):
		return -2
	case western(next):
		return -1
	case unicode.IsLetter(prev) || unicode.IsLetter(next):
		return worth
	}
	return -0.5
}

// own tells the letters that Spanish has beyond ASCII.
func own(r rune) bool {
	switch r {
	case 'á', 'é', 'í', 'ó', 'ú', 'ñ', 'ü', 'Á', 'É', 'Í', 'Ó', 'Ú', 'Ñ', 'Ü':
		return true
	}
	return false
}

// western tells the letters of western Europe that Spanish has not. They seldom stand together, except where text in
// another script is read as Latin-1.
func western(r rune) bool {
	return r >= 0x80 && r < 0x100 && unicode.IsLetter(r) && !own(r)
}

// fitApostrophe judges ’, which closes a quotation or stands for a letter left out, as in "didn’t".
func fitApostrophe(prev, next rune) float64 {
	switch {
	case !unicode.IsLetter(prev) && !unicode.IsDigit(prev):
		return pick(unicode.IsPunct(prev) && !isWord(next), 1, -0.3)
	case !isWord(next):
		return 1
	}
	switch next {
	case 't', 's', 'r', 'l', 'v', 'd', 'm', 'T', 'S', 'R', 'L', 'V', 'D', 'M':
		return 1
	}
	return pick(unicode.IsUpper(next), 0.6, 0)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func pick(is bool, yes, no float64) float64 {
	if is {
		return yes
	}
	return no
}
