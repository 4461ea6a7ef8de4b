package patterns

import (
	"cmp"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// Match is one place where a rule matched.
type Match struct {
	Rule       *Rule
	Kind       string
	Start, End int               // rune offsets in the text given to Find
	Attrs      map[string]string // as the rule's set says; an attribute without text is left out
}

// Timeout is a rule that gave up on a text. It carries nothing of the text.
type Timeout struct {
	Rule  string // the rule's id
	Stack bool   // it ran out of backtracking room, not of time
}

// matcher is what a language needs to match, built at its first Find.
type matcher struct {
	folded  *trie // of the pure rules, over folded text
	cased   *trie // of the pure rules with case, over the text as it stands; nil when there are none
	pure    []*Rule
	gate    *automaton
	regexes []gated
	clauses int
	scratch sync.Pool
}

// gated is a regex rule with the numbers of its clauses.
type gated struct {
	rule    *Rule
	clauses []int32
}

// scratch is what one Find needs besides its results.
type scratch struct {
	hit  bitset
	last []int // by pure rule, where its last match ended
	scan wordScan
}

// Find matches every rule against one sentence, given as it stands and folded (nil: Find folds it). Matches come
// in order of their start, longer ones first; those of one rule do not overlap, leftmost and then longest wins.
// limit bounds each rule, with a grain of some 100 ms; 0 is no limit. Use few different limits: each is compiled
// for. A rule that hits its limit is named in the timeouts; what it found before stays.
func (l *Language) Find(text, folded []rune, limit time.Duration) ([]Match, []Timeout) {
	if folded == nil {
		folded = Fold(text)
	}
	l.once.Do(func() { l.matcher = newMatcher(l.rules) })
	return l.matcher.find(text, folded, limit)
}

func (m *matcher) find(text, folded []rune, limit time.Duration) ([]Match, []Timeout) {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	f := finder{text: text, folded: folded, limit: limit}
	m.findWords(&f, s)
	m.findRegexes(&f, s)
	slices.SortStableFunc(f.matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Rule.ID, b.Rule.ID))
	})
	return f.matches, f.timeouts
}

// finder gathers the results of one Find.
type finder struct {
	text, folded []rune
	limit        time.Duration
	matches      []Match
	timeouts     []Timeout
}

// newMatcher builds tries and gate.
func newMatcher(rules []*Rule) *matcher {
	m := &matcher{gate: newAutomaton()}
	folded, cased := newTrie(), newTrie()
	numbers := map[string]int32{}
	for _, r := range rules {
		if r.pure != nil {
			if r.Case {
				m.addPure(r, cased)
			} else {
				m.addPure(r, folded)
			}
			continue
		}
		g := gated{rule: r}
		for _, c := range r.clauses() {
			g.clauses = append(g.clauses, m.clause(c, numbers))
		}
		m.regexes = append(m.regexes, g)
	}
	if m.folded = folded.done(); len(cased.nodes) > 1 {
		m.cased = cased.done()
	}
	m.gate.finish()
	m.scratch.New = func() any {
		return &scratch{hit: make(bitset, m.clauses/64+1), last: make([]int, len(m.pure))}
	}
	return m
}

// addPure puts the words of a pure rule into a trie.
func (m *matcher) addPure(r *Rule, t *trieBuilder) {
	for i, w := range r.pure.words {
		t.insert(wordTokens(w.raw, r.Case), output{int32(len(m.pure)), int32(i)})
	}
	m.pure = append(m.pure, r)
}

// clause numbers a clause; rules that need the same share it.
func (m *matcher) clause(c clause, numbers map[string]int32) int32 {
	key := ""
	for _, s := range c {
		key += s + "\x00"
	}
	n, ok := numbers[key]
	if !ok {
		n = int32(m.clauses)
		m.clauses++
		numbers[key] = n
		for _, s := range c {
			m.gate.add(s, n)
		}
	}
	return n
}

// findRegexes runs the rules whose clauses all hold.
func (m *matcher) findRegexes(f *finder, s *scratch) {
	clear(s.hit)
	m.gate.scan(f.folded, s.hit)
	for i := range m.regexes {
		if g := &m.regexes[i]; g.open(s.hit) {
			f.regex(g.rule)
		}
	}
}

// open tells whether all clauses hold.
func (g *gated) open(hit bitset) bool {
	for _, c := range g.clauses {
		if !hit.has(c) {
			return false
		}
	}
	return true
}

// regex runs one rule.
func (f *finder) regex(r *Rule) {
	p := r.program(f.limit)
	if p.err != nil { // the rule's own test has shown it; at run time it merely never matches
		return
	}
	text := f.folded
	if r.Case {
		text = f.text
	}
	b := budget{limit: f.limit}
	for from := 0; from < len(text); {
		if p.begin != nil {
			if from = nextBeginning(r, p.begin, text, from); from == len(text) {
				return
			}
		}
		next, err := f.search(r, p, text, from, &b)
		if err != nil { // its text embeds the input: it goes no further
			f.giveUp(r, err)
			return
		}
		from = next
	}
}

// nextBeginning gives the next place from which the rule may match, the text's length for none.
func nextBeginning(r *Rule, b *beginnings, text []rune, from int) int {
	for ; from < len(text); from++ {
		if c := text[from]; c >= 0 && c < 128 && !b.ascii[c] {
			continue
		}
		if (!r.Edges || from == 0 || !isWord(text[from-1])) && b.at(text, from) {
			return from
		}
	}
	return from
}

// search adds the matches from a place on and gives the place to go on from, the text's length at the end. A
// pattern that is tied to the place has one match at most. A match that NotAfter forbids is no match, but another
// one may begin within it.
func (f *finder) search(r *Rule, p *program, text []rune, from int, b *budget) (int, error) {
	next := len(text)
	if p.begin != nil {
		next = from + 1
	}
	if b.spent() {
		return 0, errSpent
	}
	var failed error
	err := p.main.FindRunesMatches(text, from, func(v regexp2.MatchView) bool {
		start, length, ok := v.GroupRange(0)
		if !ok || length == 0 {
			return p.begin == nil
		}
		if p.after != nil {
			found, err := p.after.FindRunesMatchStartingAt(text, start)
			if failed = err; err != nil || found != nil {
				next = start + 1
				return false
			}
		}
		f.matches = append(f.matches, Match{
			Rule: r, Kind: r.Kind, Start: start, End: start + length, Attrs: f.regexAttrs(r, p, v),
		})
		if p.begin != nil {
			next = start + length
			return false
		}
		if b.spent() {
			failed = errSpent
		}
		return failed == nil
	})
	return next, cmp.Or(failed, err)
}

// budget holds a rule to its limit over all the searches of a text: regexp2 applies it to each by itself, and a
// slow pattern may search a thousand times.
type budget struct {
	limit time.Duration
	began time.Time
	tries int
}

// errSpent ends a rule whose searches together took longer than its limit.
var errSpent = errors.New("limit spent")

// spent counts a search and tells whether the limit is used up. The clock is only read now and then.
func (b *budget) spent() bool {
	if b.limit <= 0 {
		return false
	}
	if b.tries++; b.tries == 1 {
		b.began = time.Now()
	}
	return b.tries%8 == 0 && time.Since(b.began) > b.limit
}

// giveUp notes a rule that did not finish.
func (f *finder) giveUp(r *Rule, err error) {
	f.timeouts = append(f.timeouts, Timeout{Rule: r.ID, Stack: errors.Is(err, regexp2.ErrBacktrackingStackLimit)})
}

// regexAttrs fills the attributes of a regex match.
func (f *finder) regexAttrs(r *Rule, p *program, v regexp2.MatchView) map[string]string {
	out := make(map[string]string, len(r.attrs))
	for _, a := range r.attrs {
		a.fill(out, func(s segment) string {
			start, length, ok := v.GroupRange(p.groups[s.group])
			if !ok || length == 0 {
				return ""
			}
			return f.groupText(s, start, start+length)
		})
	}
	return out
}

// fill writes the attribute. A group that took no part counts as nothing; when that goes for all of its groups,
// the attribute is left out.
func (a *attribute) fill(into map[string]string, group func(segment) string) {
	value, groups, empty := "", 0, 0
	for _, s := range a.segs {
		if s.group == "" {
			value += s.text
			continue
		}
		groups++
		text := group(s)
		if text == "" {
			empty++
		}
		value += text
	}
	if value != "" && (groups == 0 || empty < groups) {
		into[a.key] = value
	}
}

// groupText is what a group gives: the value of its table line, its original text, or its folded text.
func (f *finder) groupText(s segment, start, end int) string {
	if s.original {
		return string(f.text[start:end])
	}
	if s.table != nil {
		v, _ := s.table.lookup(f.folded[start:end])
		return v
	}
	return string(f.folded[start:end])
}
