package patterns

import (
	"sync"
	"time"
)

// probe is a matcher of the rules of one kind.
type probe struct {
	once    sync.Once
	matcher *matcher
}

// May tells whether a rule of the kind can match the text, given as it stands and folded: false is certain, true is not.
// Rules that are tables of words are looked up in the text; of all others it only asks the gate, so that no regex runs.
func (l *Language) May(kind string, text, folded []rune) bool {
	m := l.ofKind(kind)
	if m == nil {
		return false
	}
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	return s.scan.any(m.folded, folded) || m.cased != nil && s.scan.any(m.cased, text) || m.anyOpen(folded, s.hit)
}

// Has tells whether a rule of the kind matches the text, as Find would with all of them.
func (l *Language) Has(kind string, text, folded []rune, limit time.Duration) bool {
	m := l.ofKind(kind)
	if m == nil {
		return false
	}
	matches, timeouts := m.find(text, folded, limit)
	return len(matches)+len(timeouts) > 0
}

// ofKind is the matcher of the kind's rules, nil when there are none.
func (l *Language) ofKind(kind string) *matcher {
	p := l.probes[kind]
	if p == nil {
		return nil
	}
	p.once.Do(func() {
		var rules []*Rule
		for _, r := range l.rules {
			if r.Kind == kind {
				rules = append(rules, r)
			}
		}
		p.matcher = newMatcher(rules)
	})
	return p.matcher
}

// any tells whether a word of the trie is in the text.
func (w *wordScan) any(t *trie, text []rune) bool {
	w.trie, w.text, w.hits = t, text, w.hits[:0]
	defer func() { w.text = nil }()
	inWord := false
	for i, r := range text {
		if inWord {
			inWord = isWord(r)
			continue
		}
		inWord = isWord(r)
		if first := t.next(0, r); first != 0 {
			if w.walk(first, i+1, false); len(w.hits) > 0 {
				return true
			}
		}
	}
	return false
}

// anyOpen tells whether a regex rule's gate is open.
func (m *matcher) anyOpen(folded []rune, hit bitset) bool {
	if len(m.regexes) == 0 {
		return false
	}
	clear(hit)
	m.gate.scan(folded, hit)
	for i := range m.regexes {
		if m.regexes[i].open(hit) {
			return true
		}
	}
	return false
}
