package language

import (
	"strings"
	"unicode"
)

const (
	sliceCount = 4   // places in the text the sample is taken from
	sliceRunes = 120 // length of each, in code points
	shortText  = 120 // below this a sample is too short to be certain of
	proseRunes = 60  // a block of this length is prose, shorter ones may be furniture
)

// sample returns a few hundred characters of the text: slices spread over its middle, so that neither a notice in
// another language, nor a quotation, nor furniture at either end can outvote the article. Blocks of prose are
// preferred to short ones. Cost grows with the length, the result hardly changes.
func sample(blocks []string) string {
	text := prose(blocks, proseRunes)
	if len(text) < sliceCount*sliceRunes {
		text = prose(blocks, 0)
	}
	if len(text) > sliceCount*sliceRunes {
		text = spread(text)
	}
	return strings.TrimSpace(string(lowerShouting(text)))
}

func prose(blocks []string, atLeast int) []rune {
	var text []rune
	for _, b := range blocks {
		if runes := []rune(b); len(runes) >= atLeast {
			text = append(append(text, runes...), ' ')
		}
	}
	return text
}

// spread takes slices at even distances, each beginning and ending between words.
func spread(text []rune) []rune {
	var out []rune
	for i := 1; i <= sliceCount; i++ {
		start := len(text)*i/(sliceCount+1) - sliceRunes/2
		start = wordEdge(text, max(start, 0))
		end := wordEdge(text, min(start+sliceRunes, len(text)))
		out = append(append(out, text[start:end]...), ' ')
	}
	return out
}

// wordEdge moves a position on to the next space, if there is one near: some scripts have none.
func wordEdge(text []rune, at int) int {
	for i := at; i < len(text) && i < at+sliceRunes/4; i++ {
		if unicode.IsSpace(text[i]) {
			return i
		}
	}
	return at
}

// lowerShouting lowers a text that is mostly capitals: the models are of ordinary text.
func lowerShouting(text []rune) []rune {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	if upper <= lower {
		return text
	}
	out := make([]rune, len(text))
	for i, r := range text {
		out[i] = unicode.ToLower(r)
	}
	return out
}
