package patterns

// beginnings are the texts that a match of a pattern can begin with. With them a regex is only tried at the few
// places of a sentence where it has a chance: patterns of numbers, which begin with much that is optional, spend
// most of their time on being tried in vain.
type beginnings struct {
	trie  *trie
	digit bool
	ascii [128]bool // what one can begin with
}

// maxBeginning is how many runes of a beginning are looked at.
const maxBeginning = 8

// firstSet is what can come first in an expression.
type firstSet struct {
	texts    [][]rune
	digit    bool
	nullable bool // it can match nothing, so what follows it comes first, too
	unknown  bool // anything may come first
}

// beginningsOf gives the beginnings of a pattern, nil when they cannot be told.
func beginningsOf(e *expr, cased bool) *beginnings {
	s := firsts(e, cased)
	if s.unknown || s.nullable {
		return nil
	}
	words := newTrie()
	for _, t := range s.texts {
		words.insert(t[:min(len(t), maxBeginning)], output{})
	}
	out := &beginnings{trie: words.done(), digit: s.digit}
	for r := range out.ascii {
		out.ascii[r] = out.trie.first[r] != 0 || out.digit && isDigit(rune(r))
	}
	return out
}

// at tells whether a match may begin at text[i].
func (b *beginnings) at(text []rune, i int) bool {
	if r := text[i]; b.digit && (isDigit(r) || r > 127 && isWord(r)) { // digits of other scripts are words, too
		return true
	}
	n := int32(0)
	for ; i < len(text); i++ {
		if n = b.trie.next(n, text[i]); n == 0 {
			return false
		}
		if b.trie.nodes[n].outCount > 0 {
			return true
		}
	}
	return false
}

// firsts works out what can come first in e.
func firsts(e *expr, cased bool) firstSet {
	switch e.op {
	case opLiteral:
		return firstSet{texts: [][]rune{{e.r}}}
	case opRaw:
		return rawFirsts(e)
	case opSequence:
		return sequenceFirsts(e, cased)
	case opChoice:
		out := firstSet{}
		for _, s := range e.subs {
			out.add(firsts(s, cased))
		}
		return out
	case opRepeat:
		out := firsts(e.subs[0], cased)
		out.nullable = out.nullable || e.min == 0
		return out
	case opGroup:
		switch {
		case e.text == "(?i:":
			return firstSet{unknown: true}
		case e.text == "(?:" || e.text == "(?>" || e.name != "":
			return firsts(e.subs[0], cased)
		}
		return firstSet{nullable: true} // a look-around
	}
	return tableFirsts(e.table, cased)
}

// add unites two alternatives.
func (s *firstSet) add(o firstSet) {
	s.texts = append(s.texts, o.texts...)
	s.digit = s.digit || o.digit
	s.nullable = s.nullable || o.nullable
	s.unknown = s.unknown || o.unknown
}

// sequenceFirsts unites the parts up to the first that must be there; literals in a row are one text.
func sequenceFirsts(e *expr, cased bool) firstSet {
	out := firstSet{}
	for i := 0; i < len(e.subs); i++ {
		var run []rune
		for ; i < len(e.subs) && e.subs[i].op == opLiteral; i++ {
			run = append(run, e.subs[i].r)
		}
		if run != nil {
			out.texts = append(out.texts, run)
			return out
		}
		part := firsts(e.subs[i], cased)
		out.texts = append(out.texts, part.texts...)
		out.digit = out.digit || part.digit
		if part.unknown || !part.nullable {
			out.unknown = part.unknown
			return out
		}
	}
	out.nullable = true
	return out
}

// rawFirsts knows anchors, digits and small classes.
func rawFirsts(e *expr) firstSet {
	switch {
	case e.digit:
		return firstSet{digit: true}
	case e.text == "^" || e.text == "$" || e.text == `\b` || e.text == `\B` || e.text == `\A`:
		return firstSet{nullable: true}
	case e.text[0] == '[':
		return classFirsts([]rune(e.text[1 : len(e.text)-1]))
	}
	return firstSet{unknown: true}
}

// classFirsts lists the runes of a class without ^ and without escapes but those of signs and \d.
func classFirsts(in []rune) firstSet {
	out := firstSet{}
	if len(in) == 0 || in[0] == '^' {
		return firstSet{unknown: true}
	}
	for i := 0; i < len(in); i++ {
		switch {
		case in[i] == '\\':
			i++
			if isWord(in[i]) {
				if in[i] != 'd' {
					return firstSet{unknown: true}
				}
				out.digit = true
				continue
			}
		case in[i] == '-' && i > 0 && i < len(in)-1: // a range, or a class taken off: say neither
			if i+1 < len(in) && in[i+1] >= in[i-1] && in[i+1]-in[i-1] < 64 && in[i+1] != '[' && in[i+1] != '\\' {
				for r := in[i-1]; r < in[i+1]; r++ {
					out.texts = append(out.texts, []rune{r})
				}
				continue
			}
			return firstSet{unknown: true}
		case in[i] == '[':
			return firstSet{unknown: true}
		}
		out.texts = append(out.texts, []rune{in[i]})
	}
	return out
}

// tableFirsts lists how the words of a table begin, up to a space or hyphen.
func tableFirsts(t *tableData, cased bool) firstSet {
	out := firstSet{}
	for _, w := range t.words {
		tokens := wordTokens(w.raw, cased)
		end := 0
		for end < len(tokens) && tokens[end] >= 0 {
			end++
		}
		out.texts = append(out.texts, tokens[:end])
	}
	return out
}
