package patterns

import (
	"slices"
	"strings"
)

// clause is a set of literals one of which stands in every text that a pattern matches. A rule's gate is a list of
// clauses that must all hold; only then its regex runs.
type clause []string

// anyDigit is the literal that stands for every digit.
const anyDigit = "\x00d"

// minLiteral is the shortest literal, in letters, that is worth a clause of its own.
const minLiteral = 3

// gateOf derives the clauses of a pattern; none when it has no literal that must be there.
func gateOf(e *expr) []clause {
	all := clauses(e)
	var out []clause
	best, bestQuality := clause(nil), 1
	for _, c := range all {
		q := c.quality()
		if q >= minLiteral && !slices.ContainsFunc(out, func(o clause) bool { return slices.Equal(o, c) }) {
			out = append(out, c)
		}
		if q > bestQuality {
			best, bestQuality = c, q
		}
	}
	if len(out) == 0 && best != nil {
		out = []clause{best}
	}
	return out
}

// quality is the length of the shortest literal.
func (c clause) quality() int {
	q := minLiteral + 1
	for _, s := range c {
		if s != anyDigit {
			q = min(q, len([]rune(s)))
		}
	}
	return q
}

// newClause sorts the literals and drops those that contain another one: `deaths` adds nothing to `death`.
func newClause(literals []string) clause {
	all := make(map[string]bool, len(literals))
	for _, s := range literals {
		if s == "" {
			return nil
		}
		all[s] = true
	}
	var out clause
	for s := range all {
		if !containsOther(s, all) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// containsOther tells whether a true part of s is in all, too.
func containsOther(s string, all map[string]bool) bool {
	if s == anyDigit {
		return false
	}
	if all[anyDigit] && strings.ContainsAny(s, "0123456789") {
		return true
	}
	for from := range len(s) {
		for to := from + 1; to <= len(s); to++ {
			if to-from < len(s) && all[s[from:to]] {
				return true
			}
		}
	}
	return false
}

// clauses lists what e needs, weak clauses too.
func clauses(e *expr) []clause {
	switch e.op {
	case opRaw:
		if e.digit {
			return []clause{{anyDigit}}
		}
	case opLiteral:
		return []clause{literalClause([]rune{e.r})}
	case opSequence:
		return sequenceClauses(e)
	case opChoice:
		return choiceClauses(e)
	case opGroup:
		if e.name != "" || e.text == "(?:" || e.text == "(?>" || e.text == "(?i:" {
			return clauses(e.subs[0])
		}
	case opRepeat:
		if e.min > 0 {
			return clauses(e.subs[0])
		}
	case opTable:
		if c := e.table.clause(); len(c) > 0 {
			return []clause{c}
		}
	}
	return nil
}

// literalClause is the clause of one run of literals; a digit counts as itself.
func literalClause(run []rune) clause { return clause{foldString(string(run))} }

// sequenceClauses joins neighbouring literals to runs and adds what the other parts need.
func sequenceClauses(e *expr) []clause {
	var out []clause
	var run []rune
	flush := func() {
		if len(run) > 0 {
			out = append(out, literalClause(run))
			run = nil
		}
	}
	for _, s := range e.subs {
		if s.op == opLiteral {
			run = append(run, s.r)
			continue
		}
		flush()
		out = append(out, clauses(s)...)
	}
	flush()
	return out
}

// choiceClauses unites the best clause of every branch; a branch without one leaves none.
func choiceClauses(e *expr) []clause {
	var union []string
	for _, s := range e.subs {
		best, quality := clause(nil), 0
		for _, c := range clauses(s) {
			if q := c.quality(); q > quality {
				best, quality = c, q
			}
		}
		if best == nil {
			return nil
		}
		union = append(union, best...)
	}
	if c := newClause(union); c != nil {
		return []clause{c}
	}
	return nil
}

// clause gives the literals of a table: of each word the longest run that its spaces and hyphens leave whole.
func (t *tableData) clause() clause {
	t.clauseOnce.Do(func() {
		var literals []string
		for _, w := range t.words {
			literals = append(literals, longestRun(wordTokens(w.raw, false)))
		}
		t.literals = newClause(literals)
	})
	return t.literals
}

// longestRun gives the longest stretch of plain runes.
func longestRun(tokens []rune) string {
	var best, run []rune
	for _, r := range append(tokens, tokenSpace) {
		if r < 0 {
			if len(run) > len(best) {
				best = run
			}
			run = nil
			continue
		}
		run = append(run, r)
	}
	return string(best)
}
