package sentence

import (
	"strings"
	"unicode"

	"lossclaims/patterns"
)

// rules is what a language's language.yaml says on abbreviations, indexed.
type rules struct {
	// entries maps the last-but-n word of an abbreviation, with its inner full stops and without its last, to every
	// abbreviation it is a part of.
	entries  map[string][]entry
	starters map[string]bool
}

// entry is one abbreviation seen from one of its words.
type entry struct {
	words  []string // "maj", "gen"
	index  int      // the word it is seen from
	number bool     // counts before a number only
}

func newRules(abbreviations, starters []string) *rules {
	r := &rules{entries: map[string][]entry{}, starters: map[string]bool{}}
	for _, a := range abbreviations {
		r.add(strings.Fields(fold(a)))
	}
	for _, s := range starters {
		r.starters[fold(s)] = true
	}
	return r
}

func fold(s string) string { return string(patterns.Fold([]rune(s))) }

func (r *rules) add(words []string) {
	e := entry{}
	for _, w := range words {
		if number([]rune(w)) {
			e.number = true
			break
		}
		e.words = append(e.words, strings.TrimSuffix(w, "."))
	}
	for e.index = range e.words {
		w := e.words[e.index]
		r.entries[w] = append(r.entries[w], e)
	}
}

// abbreviation says whether the full stop at i belongs to an abbreviation, and whether it stands inside one, so that
// nothing can end there.
func (c *cutter) abbreviation(i int) (known, inside bool) {
	j := i
	for j > 0 && (unicode.IsLetter(c.text[j-1]) || unicode.IsNumber(c.text[j-1]) || c.text[j-1] == '.' || c.text[j-1] == 'º') {
		j--
	}
	token := string(c.folded[j:i])
	for _, e := range c.rules.entries[token] {
		if !c.before(j, e.words[:e.index]) {
			continue
		}
		if e.index+1 < len(e.words) {
			if c.after(i+1, e.words[e.index+1:]) {
				return true, true
			}
			continue
		}
		if !e.number || unicode.IsNumber(c.opened(i+1)) {
			known = true
		}
	}
	return known || initialism(token), false
}

// initialism tells "u.s" and "f.a.r.c": single letters with full stops between.
func initialism(token string) bool {
	runes := []rune(token)
	if len(runes) < 3 || len(runes)%2 == 0 {
		return false
	}
	for i, r := range runes {
		if i%2 == 0 && !unicode.IsLetter(r) || i%2 == 1 && r != '.' {
			return false
		}
	}
	return true
}

// before says whether the given words, each with its full stop, stand before i.
func (c *cutter) before(i int, words []string) bool {
	for k := len(words) - 1; k >= 0; k-- {
		for i > 0 && unicode.IsSpace(c.text[i-1]) {
			i--
		}
		w := []rune(words[k] + ".")
		if i < len(w) || string(c.folded[i-len(w):i]) != string(w) {
			return false
		}
		i -= len(w)
	}
	return i == 0 || !unicode.IsLetter(c.text[i-1])
}

// after says whether the given words, each with its full stop, stand at i or behind the space there.
func (c *cutter) after(i int, words []string) bool {
	for _, word := range words {
		for i < len(c.text) && unicode.IsSpace(c.text[i]) {
			i++
		}
		w := []rune(word + ".")
		if i+len(w) > len(c.text) || string(c.folded[i:i+len(w)]) != string(w) {
			return false
		}
		i += len(w)
	}
	return true
}
