package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	sliceCount = 4   // places in the text the sample is taken from
	sliceRunes = 120 // length of each, in code points
	quickRunes = 25  // length of each of a first look
	shortText  = 120 // below this a sample is too short to be certain of
	proseRunes = 60  // a block of this length is prose, shorter ones may be furniture
)

// excerpt is the text that samples are taken from: an article's prose, or all of it where there is little.
type excerpt struct {
	blocks []string
	runes  []int // length of each block, in code points
	total  int   // with a space after each block
}

func newExcerpt(blocks []string) excerpt {
	e := excerpt{}
	for _, b := range blocks {
		if n := utf8.RuneCountInString(b); n >= proseRunes {
			e.add(b, n)
		}
	}
	if e.total >= sliceCount*sliceRunes {
		return e
	}
	e = excerpt{}
	for _, b := range blocks {
		e.add(b, utf8.RuneCountInString(b))
	}
	return e
}

func (e *excerpt) add(block string, runes int) {
	e.blocks, e.runes, e.total = append(e.blocks, block), append(e.runes, runes), e.total+runes+1
}

// between gives the code points from one place to another, fewer at the end of the text.
func (e *excerpt) between(from, to int) []rune {
	out := make([]rune, 0, to-from)
	for i, b := range e.blocks {
		if n := e.runes[i] + 1; from >= n {
			from, to = from-n, to-n
			continue
		}
		at := 0
		for _, r := range b {
			if at >= to {
				return out
			}
			if at >= from {
				out = append(out, r)
			}
			at++
		}
		if at >= from && at < to {
			out = append(out, ' ')
		}
		from, to = max(0, from-at-1), to-at-1
		if to <= 0 {
			return out
		}
	}
	return out
}

// sample returns a few hundred characters of the text: slices spread over its middle, so that neither a notice in
// another language, nor a quotation, nor furniture at either end can outvote the article. Blocks of prose are
// preferred to short ones. Cost grows with the length, the result hardly changes.
func (e *excerpt) sample() string {
	if e.total > sliceCount*sliceRunes {
		return shown(e.spread(sliceRunes))
	}
	return shown(e.between(0, e.total))
}

// quick is a sample of a fifth of that; "" for a text that is no longer than a whole one.
func (e *excerpt) quick() string {
	if e.total <= sliceCount*sliceRunes {
		return ""
	}
	return shown(e.spread(quickRunes))
}

func shown(text []rune) string { return strings.TrimSpace(string(lowerShouting(text))) }

// spread takes slices at even distances, each beginning and ending between words.
func (e *excerpt) spread(length int) []rune {
	var out []rune
	for i := 1; i <= sliceCount; i++ {
		start := max(e.total*i/(sliceCount+1)-length/2, 0)
		text := e.between(start, start+2*length)
		from := wordEdge(text, 0, length/4)
		to := wordEdge(text, min(from+length, len(text)), length/4)
		out = append(append(out, text[from:to]...), ' ')
	}
	return out
}

// wordEdge moves a position on to the next space, if there is one near: some scripts have none.
func wordEdge(text []rune, at, near int) int {
	for i := at; i < len(text) && i < at+near; i++ {
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
