package patterns

// wordScan finds the words that begin at one place.
type wordScan struct {
	trie *trie
	text []rune
	hits []wordHit // the longest word so far of each rule
}

// wordHit is a word of a rule.
type wordHit struct {
	output
	end   int
	loose bool // a hyphen of the word stands for a space or nothing in the text
}

// end notes the words that end at at, when a word edge is there. The longest counts, and of two readings of the
// same text the one that is spelt so.
func (w *wordScan) end(outs []output, at int, loose bool) {
	if at < len(w.text) && isWord(w.text[at]) {
		return
	}
next:
	for _, o := range outs {
		for i := range w.hits {
			if w.hits[i].rule == o.rule {
				if h := w.hits[i]; at > h.end || at == h.end && h.loose && !loose {
					w.hits[i] = wordHit{o, at, loose}
				}
				continue next
			}
		}
		w.hits = append(w.hits, wordHit{o, at, loose})
	}
}

// findWords matches the pure rules: one walk of the trie at every word start.
func (m *matcher) findWords(f *finder, s *scratch) {
	clear(s.last)
	m.scanWords(f, s, m.folded, f.folded)
	if m.cased != nil {
		m.scanWords(f, s, m.cased, f.text)
	}
}

// scanWords matches the words of one trie.
func (m *matcher) scanWords(f *finder, s *scratch, t *trie, text []rune) {
	w := &s.scan
	w.trie, w.text = t, text
	inWord := false
	for i, r := range text {
		if inWord {
			inWord = isWord(r)
			continue
		}
		inWord = isWord(r)
		first := t.next(0, r)
		if first == 0 {
			continue
		}
		w.hits = w.hits[:0]
		w.walk(first, i+1, false)
		for _, h := range w.hits {
			m.wordMatch(f, s, h, i)
		}
	}
	w.text = nil
}

// wordMatch adds the match of a word unless it overlaps the rule's last one or a look-around forbids it.
func (m *matcher) wordMatch(f *finder, s *scratch, h wordHit, start int) {
	r := m.pure[h.rule]
	if start < s.last[h.rule] || !f.allowed(r, start, h.end) {
		return
	}
	s.last[h.rule] = h.end
	f.matches = append(f.matches, Match{
		Rule: r, Kind: r.Kind, Start: start, End: h.end, Attrs: f.wordAttrs(r, h, start),
	})
}

// allowed checks not_before and not_after of a pure rule.
func (f *finder) allowed(r *Rule, start, end int) bool {
	if r.before == nil && r.after == nil {
		return true
	}
	p := r.program(f.limit)
	if p.err != nil {
		return false
	}
	text := f.folded
	if r.Case {
		text = f.text
	}
	if p.before != nil {
		if found, err := p.before.FindRunesMatchStartingAt(text, end); err != nil || found != nil {
			f.noteFailure(r, err)
			return false
		}
	}
	if p.after != nil {
		if found, err := p.after.FindRunesMatchStartingAt(text, start); err != nil || found != nil {
			f.noteFailure(r, err)
			return false
		}
	}
	return true
}

// noteFailure reports a look-around that did not finish, once a text.
func (f *finder) noteFailure(r *Rule, err error) {
	if err == nil {
		return
	}
	for _, t := range f.timeouts {
		if t.Rule == r.ID {
			return
		}
	}
	f.giveUp(r, err)
}

// wordAttrs fills the attributes of a word.
func (f *finder) wordAttrs(r *Rule, h wordHit, start int) map[string]string {
	out := make(map[string]string, len(r.attrs))
	for _, a := range r.attrs {
		a.fill(out, func(s segment) string {
			if s.original {
				return string(f.text[start:h.end])
			}
			return r.pure.words[h.value].value
		})
	}
	return out
}
