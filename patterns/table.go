package patterns

import (
	"slices"
	"strings"
	"sync"
)

// Table maps words to values. The zero Table is empty.
type Table struct {
	Name  string
	Lines []Line // in the order of the files, common ones first
	data  *tableData
}

// Line is one value of a table with its words, as written.
type Line struct {
	Value string
	Words []string
	File  string
	Line  int
}

// Value gives the value of a word, in any case and with any accents: the lookup folds it, reads several spaces as
// one, and a hyphen of the table as hyphen, space or nothing.
func (t Table) Value(word string) (string, bool) {
	if t.data == nil {
		return "", false
	}
	var room [48]rune
	return t.data.lookup(foldInto(room[:0], word))
}

// Opens tells whether a word or phrase of the table may begin with the given word, read as Value reads it. It is the
// cheap question to ask before the words of a phrase are put together.
func (t Table) Opens(word string) bool {
	if t.data == nil {
		return false
	}
	var room [48]rune
	return t.data.trie().opens(foldInto(room[:0], word), 0, 0)
}

// Values lists the values once each, in the order of the files.
func (t Table) Values() []string {
	var out []string
	for _, l := range t.Lines {
		if !slices.Contains(out, l.Value) {
			out = append(out, l.Value)
		}
	}
	return out
}

// Words lists the words of a value, as written.
func (t Table) Words(value string) []string {
	var out []string
	for _, l := range t.Lines {
		if l.Value == value {
			out = append(out, l.Words...)
		}
	}
	return out
}

// rawLine is a line as one file gives it.
type rawLine struct {
	value string
	words []rawWord
	pos   pos
	layer int
}

// rawWord is a word and where it stands.
type rawWord struct {
	text string
	pos  pos
}

// word is an entry of a finished table.
type word struct {
	raw   string
	value string
	pos   pos
	layer int
}

// tableData is a finished table of one language.
type tableData struct {
	name  string
	lines []rawLine
	words []word // one a spelling; several may fold to the same
	once  sync.Once
	index *trie // of the folded words, built when first asked

	publicOnce sync.Once
	shown      Table

	clauseOnce sync.Once
	literals   clause // the words as a gate
}

// newTable joins the lines of a table. A word under two values is a fault within a layer; a later layer wins.
func newTable(name string, lines []rawLine, f *faults) *tableData {
	t := &tableData{name: name, lines: slices.Clone(lines)}
	slices.SortStableFunc(t.lines, func(a, b rawLine) int { return a.layer - b.layer })
	byKey := map[string][]int{}
	for _, l := range t.lines {
		for _, w := range l.words {
			t.addWord(word{w.text, l.value, w.pos, l.layer}, byKey, f)
		}
	}
	t.words = slices.DeleteFunc(t.words, func(w word) bool { return w.raw == "" })
	return t
}

// addWord adds w unless it clashes. byKey finds the spellings with the same folding. Words that only differ in
// hyphens may have different values, as the Tornado-S and the Tornados have: the spelling of the text decides.
func (t *tableData) addWord(w word, byKey map[string][]int, f *faults) {
	key := string(wordTokens(w.raw, false))
	for _, i := range byKey[key] {
		old := &t.words[i]
		if old.value == w.value && old.raw == w.raw {
			return
		}
		if old.value != w.value && old.layer == w.layer {
			f.add(w.pos, "%q is under %s here and under %s at %s: a word has one value in table %s",
				w.raw, w.value, old.value, old.pos, t.name)
			return
		}
		if old.value != w.value {
			old.value = w.value
		}
	}
	byKey[key] = append(byKey[key], len(t.words))
	t.words = append(t.words, w)
}

// public gives the exported view.
func (t *tableData) public() Table {
	out := Table{Name: t.name, data: t}
	for _, l := range t.lines {
		line := Line{Value: l.value, File: l.pos.file, Line: l.pos.line}
		for _, w := range l.words {
			line.Words = append(line.Words, w.text)
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// lookup gives the value of a folded text that is a word of the table.
func (t *tableData) lookup(folded []rune) (string, bool) {
	index := t.trie()
	for start := 0; start < len(folded) && folded[start] == ' '; {
		folded = folded[1:]
	}
	for len(folded) > 0 && folded[len(folded)-1] == ' ' {
		folded = folded[:len(folded)-1]
	}
	if i := index.exact(folded, 0, 0); i >= 0 {
		return t.words[i].value, true
	}
	return "", false
}

// trie is the tree of the table's words.
func (t *tableData) trie() *trie {
	t.once.Do(func() {
		words := newTrie()
		for i, w := range t.words {
			words.insert(wordTokens(w.raw, false), output{value: int32(i)})
		}
		t.index = words.done()
	})
	return t.index
}

// The tokens of a word are its runes, but for these two.
const (
	tokenSpace  = -1 // one or more spaces
	tokenHyphen = -2 // a hyphen, a space or nothing
)

// wordTokens reads a table word, folded unless the rule asks for case. A hyphen at an end or beside a space is
// itself.
func wordTokens(w string, cased bool) []rune {
	in := []rune(strings.TrimSpace(w))
	plain := Fold(in)
	if !cased {
		in = plain
	}
	var out []rune
	for i, r := range in {
		switch {
		case plain[i] == ' ':
			if out[len(out)-1] != tokenSpace {
				out = append(out, tokenSpace)
			}
		case plain[i] == '-' && i > 0 && i < len(in)-1 && plain[i-1] != ' ' && plain[i+1] != ' ':
			out = append(out, tokenHyphen)
		default:
			out = append(out, r)
		}
	}
	return out
}
