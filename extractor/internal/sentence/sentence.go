// Package sentence cuts an article into sentences: blocks of clean text go in; sentences with their folded form and
// their place in the text come out. Nothing is dropped but white space between sentences.
package sentence

import (
	"unicode"

	"lossclaims/extractor/internal/article"
	"lossclaims/patterns"
)

// Sentence is one sentence, headline, list item or table row.
type Sentence struct {
	Block  int    // index of its block
	Kind   string // kind of its block
	Text   []rune // as printed
	Folded []rune // patterns.Fold of Text: as long, rune for rune
	Start  int    // offset of Text in Article.Text, in code points
	Para   int    // running number of its paragraph: the items of one list and the rows of one table share it
}

// maxRunes bounds a sentence: text without full stops (lists run together, hostile pages) is cut between words.
const maxRunes = 1500

// Split cuts blocks into sentences. Abbreviations are the words whose full stop ends no sentence ("Gen.", "EE. UU.";
// "No. 1" counts before numbers only); starters are words that begin a sentence even after one of those ("the").
func Split(blocks []article.Block, abbreviations []string, starters ...string) []Sentence {
	rules := newRules(abbreviations, starters)
	var out []Sentence
	para := -1
	for i, b := range blocks {
		if i == 0 || !sameParagraph(blocks[i-1].Kind, b.Kind) {
			para++
		}
		text := []rune(b.Text)
		folded := patterns.Fold(text)
		for _, span := range spans(text, folded, b.Kind, rules) {
			out = append(out, Sentence{
				Block: i, Kind: b.Kind, Start: b.Start + span.start, Para: para,
				Text: text[span.start:span.end:span.end], Folded: folded[span.start:span.end:span.end],
			})
		}
	}
	return out
}

// sameParagraph says whether a block goes on with the list or table of the block before.
func sameParagraph(before, kind string) bool {
	return before == kind && (kind == article.ListItem || kind == article.TableRow)
}

type span struct{ start, end int }

// spans returns the sentences of one block, trimmed of white space, none empty.
func spans(text, folded []rune, kind string, rules *rules) []span {
	var out []span
	add := func(start, end int) {
		for _, s := range pieces(text, start, end) {
			for s.start < s.end && unicode.IsSpace(text[s.start]) {
				s.start++
			}
			for s.end > s.start && unicode.IsSpace(text[s.end-1]) {
				s.end--
			}
			if s.start < s.end {
				out = append(out, s)
			}
		}
	}
	start := 0
	// The cells of a row belong together, whatever stops they hold.
	if kind != article.TableRow {
		c := cutter{text: text, folded: folded, rules: rules}
		for i := 0; i < len(text); i++ {
			if end := c.cut(i, start); end > 0 {
				add(start, end)
				start, i = end, end-1
			}
		}
	}
	add(start, len(text))
	return out
}

// pieces cuts an overlong sentence between words.
func pieces(text []rune, start, end int) []span {
	var out []span
	for end-start > maxRunes {
		at := start + maxRunes
		for i := at; i > start+maxRunes/2; i-- {
			if unicode.IsSpace(text[i]) {
				at = i
				break
			}
		}
		out = append(out, span{start, at})
		start = at
	}
	return append(out, span{start, end})
}
