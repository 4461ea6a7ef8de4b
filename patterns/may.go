package patterns

import (
	"sync"
	"time"
)

// Probe is a matcher of some of a language's rules, built when it is first used. It is safe for concurrent use.
type Probe struct {
	once    sync.Once
	rules   []*Rule
	matcher *matcher
}

// Probe makes a matcher of the rules that keep accepts.
func (l *Language) Probe(keep func(*Rule) bool) *Probe {
	p := &Probe{}
	for _, r := range l.rules {
		if keep(r) {
			p.rules = append(p.rules, r)
		}
	}
	return p
}

// May tells whether a rule of the probe can match the text, as Language.May does.
func (p *Probe) May(text, folded []rune) bool { return p.ready().may(text, folded) }

// Has tells whether a rule of the probe matches the text.
func (p *Probe) Has(text, folded []rune, limit time.Duration) bool {
	return p.ready().has(text, folded, limit)
}

// has is find that ends with the first match.
func (m *matcher) has(text, folded []rune, limit time.Duration) bool {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	f := finder{text: text, folded: folded, limit: limit}
	any := func() bool { return len(f.matches)+len(f.timeouts) > 0 }
	if m.findWords(&f, s); any() {
		return true
	}
	clear(s.hit)
	m.gate.scan(folded, s.hit)
	for i := range m.regexes {
		if g := &m.regexes[i]; g.open(s.hit) {
			if f.regex(g.rule); any() {
				return true
			}
		}
	}
	return false
}

// Find matches the probe's rules as Language.Find matches all of them.
func (p *Probe) Find(text, folded []rune, limit time.Duration) ([]Match, []Timeout) {
	return p.ready().find(text, folded, limit)
}

func (p *Probe) ready() *matcher {
	p.once.Do(func() { p.matcher = newMatcher(p.rules) })
	return p.matcher
}

// May tells whether a rule of the kind can match the text, given as it stands and folded: false is certain, true is not.
// Rules that are tables of words are looked up in the text; of all others it only asks the gate, so that no regex runs.
func (l *Language) May(kind string, text, folded []rune) bool {
	m := l.ofKind(kind)
	return m != nil && m.may(text, folded)
}

func (m *matcher) may(text, folded []rune) bool {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	return s.scan.any(m.folded, folded) || m.cased != nil && s.scan.any(m.cased, text) || m.anyOpen(folded, s.hit)
}

// Has tells whether a rule of the kind matches the text, as Find would with all of them.
func (l *Language) Has(kind string, text, folded []rune, limit time.Duration) bool {
	m := l.ofKind(kind)
	return m != nil && m.has(text, folded, limit)
}

// ofKind is the matcher of the kind's rules, nil when there are none.
func (l *Language) ofKind(kind string) *matcher {
	p := l.probes[kind]
	if p == nil {
		return nil
	}
	return p.ready()
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
