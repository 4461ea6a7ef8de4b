package claim

import (
	"slices"
	"unicode"
)

const (
	hangReach     = 20 // words between a date and the word whose time it tells
	documentReach = 4  // words between a date and the paper that it dates
)

// hangsOn says what the sentence dates with m: the saying of it ("said on Tuesday"), the loss ("Monday's bombing"), the
// start or the end of a war ("which broke out in April 2023"), or a figure set beside it ("more than on Monday").
func (s *sent) hangsOn(m *moment) string {
	if (s.compared(m) || s.ranks(m)) && !s.tellsOn(m) {
		return "other"
	}
	if m.kind == "since" || m.kind == "until" {
		return ""
	}
	if s.ofThing(m) || s.ofPerson(m) {
		return "other"
	}
	if m.kind == "interval" && !s.d.calendar(m) {
		return "loss"
	}
	if s.issuedThen(m) {
		return "speech"
	}
	best, cost := "", hangReach
	take := func(what string, from, to int) {
		if v := s.stride(m, from, to); v < cost {
			best, cost = what, v
		}
	}
	s.eachSaying(m, func(from, to int) { take("speech", from, to) })
	for _, n := range s.nodes {
		if n.is("loss") && n.attr("weak") == "" || n.is("time") && n.attr("type") == "event" {
			take("loss", n.from, n.to)
		}
	}
	for _, c := range s.counts {
		if c.loss != nil {
			take("loss", c.from, c.to)
		}
	}
	if v := s.warEdge(m, cost); v != "" {
		return v
	}
	return best
}

// eachSaying finds the words that may date a statement by m: verbs of saying, papers near by, words of issuing.
func (s *sent) eachSaying(m *moment, found func(from, to int)) {
	for _, n := range s.nodes {
		if n.is("source") && (n.attr("type") == "verb" || n.attr("type") == "document") && !s.aside(n) && !s.records(m, n) && !s.clauseEnds(m, n) && !s.thatBefore(m, n) {
			if n.attr("type") == "verb" || m.kind != "date" || s.stride(m, n.from, n.to) <= documentReach {
				found(n.from, n.to)
			}
		}
	}
	for i := range s.toks {
		if s.is(i, "issue_word") {
			found(i, i+1)
		}
	}
}

// issuedThen: the date ends the words that say when a paper came out, before what it says ("a White Paper published by
// the ministry in December 1982 claimed 72 aircraft").
func (s *sent) issuedThen(m *moment) bool {
	if m.n.to >= len(s.toks) || s.toks[m.n.to].punct || m.n.to+1 < len(s.toks) && s.toks[m.n.to].mark != "" {
		return false
	}
	for k := m.n.from - 1; k >= 0 && k >= m.n.from-hangReach/2; k-- {
		t := s.toks[k]
		switch {
		case s.is(k, "issue_word"):
			return true
		case t.punct, t.mark == "clause", s.doing(k), t.node.is("time"):
			return false
		}
	}
	return false
}

// warEdge: a verb of beginning or ending stands right beside the date, nearer than anything else.
func (s *sent) warEdge(m *moment, cost int) string {
	if m.kind == "date" && m.n.attr("month") == "" || s.tellsOn(m) {
		return ""
	}
	for i := range s.toks {
		if v, ok := s.d.Lang.Table("onset_verb").Value(s.toks[i].word); ok {
			if _, shots := s.d.Lang.Table("onset_verb").Value(s.phrase(i, min(i+2, len(s.toks)))); shots && i+1 < len(s.toks) {
				continue // who opens fire opens no war
			}
			if k := s.stride(m, i, i+1); k <= 3 && k <= cost {
				return v
			}
		}
	}
	return ""
}

// aside: the words of saying stand between commas ("In May, he said, they lost 88 tanks").
func (s *sent) aside(n *node) bool {
	if n.to >= len(s.toks) || s.toks[n.to].word != "," {
		return false
	}
	for k := n.from - 1; k >= 0 && k >= n.from-3; k-- {
		if s.toks[k].word == "," {
			return true
		}
	}
	return false
}

// thatBefore: the words of saying stand before a clause that the date is in ("said that on Monday 40 had died").
func (s *sent) thatBefore(m *moment, n *node) bool {
	if n.to > m.n.from {
		return false
	}
	for i := n.to; i < m.n.from; i++ {
		if s.is(i, "that_word") {
			return true
		}
	}
	return false
}

// clauseEnds: the date ends a clause and the words of saying come after a comma ("were killed on Friday, police said").
func (s *sent) clauseEnds(m *moment, n *node) bool {
	if n.from == m.n.to+1 && n.attr("type") == "verb" && n.attr("cue") != "according" && m.n.from > 0 && s.toks[m.n.from-1].word == "," {
		return false // "its history, in 1961, said"
	}
	return n.from > m.n.to && (m.n.from > 1 || n.attr("cue") == "according" && n.from == m.n.to+1) && s.toks[m.n.to].word == ","
}

// records: who counts in November counts what was lost in November.
func (s *sent) records(m *moment, n *node) bool {
	return (m.kind == "month" || m.kind == "year") && s.is(n.to-1, "record_word")
}

// calendar: the stretch is one by the calendar ("last month", "this week"), which may date a statement as well.
func (d *doc) calendar(m *moment) bool {
	if m.n.attr("type") == "this" {
		return true
	}
	u := m.n.attr("unit")
	return m.n.attr("n") == "" && m.n.attr("which") == "calendar" && u != "day" && u != "hour"
}

func (d *doc) inTable(table, word, value string) bool {
	v, ok := d.Lang.Table(table).Value(word)
	return ok && v == value
}

// stride counts the words between a moment and a stretch of tokens; punctuation and clauses count for more.
func (s *sent) stride(m *moment, from, to int) int {
	a, b := m.n.to, from
	if from < m.n.to {
		if to > m.n.from {
			return 0
		}
		a, b = to, m.n.from
	}
	cost := 0
	for i := a; i < b; i++ {
		switch t := s.toks[i]; {
		case t.word == ";" || t.word == ".":
			cost += 12
		case t.punct:
			cost += 3
		case t.mark == "clause":
			cost += 3
		case t.mark == "and":
			cost += 2
		default:
			cost++
		}
	}
	return cost
}

// compared: the date belongs to a figure that the sentence sets beside its own ("520 more than a day earlier").
func (s *sent) compared(m *moment) bool {
	for k := m.n.from - 1; k >= 0 && k >= m.n.from-4; k-- {
		for n := 1; n <= 3 && n <= k+1; n++ {
			if _, ok := s.d.Lang.Table("than_phrase").Value(s.phrase(k+1-n, k+1)); ok {
				return true
			}
		}
		if s.toks[k].punct || s.toks[k].node.is("quantity") || s.toks[k].node.is("loss") {
			return false
		}
	}
	return false
}

// ofThing: the year is that of a thing, no time of what is told ("the peace deal of 2016").
func (s *sent) ofThing(m *moment) bool {
	if m.kind != "year" || !s.is(m.n.from, "genitive_word") || m.n.from == 0 || s.tellsOn(m) {
		return false
	}
	before := s.toks[m.n.from-1]
	return before.node == nil && !before.punct && unicode.IsLetter([]rune(before.word)[0]) && !s.is(m.n.from-1, "issue_word")
}

// ranks: the stretch tells among what a thing is the greatest, not when the loss happened ("the deadliest attack since
// the war began", "the worst week in two years").
func (s *sent) ranks(m *moment) bool {
	if m.kind != "since" && m.kind != "interval" {
		return false
	}
	for k := m.n.from - 1; k >= 0 && k >= m.n.from-ranksReach; k-- {
		if _, ok := s.d.Lang.Table("superlative_word").Value(s.phrase(max(k-1, 0), k+1)); ok || s.is(k, "superlative_word") {
			return true
		}
		if t := s.toks[k]; t.punct || t.node.is("quantity") || t.node.is("source") && t.node.attr("type") == "verb" && !s.is(k, "record_word") {
			return false
		}
	}
	return false
}

const ranksReach = 9 // words between a superlative and the stretch over which it holds

// tellsOn: a clause right behind the date tells what happened then ("on 28 May, when a soldier was shot").
func (s *sent) tellsOn(m *moment) bool {
	for k := m.n.to; k < len(s.toks) && k <= m.n.to+2; k++ {
		for n := 1; n <= 3 && k+n <= len(s.toks); n++ {
			if _, ok := s.d.Lang.Table("when_word").Value(s.phrase(k, k+n)); ok {
				return true
			}
		}
	}
	return false
}

// nearest is the moment of a kind that is nearest to the count without a border between.
func (s *sent) nearest(c *count, kind string) *moment {
	return s.nearestOf(c, func(m *moment) bool { return m.kind == kind })
}

func (s *sent) nearestOf(c *count, fits func(*moment) bool) *moment {
	var best *moment
	cost := timeReach
	for _, m := range s.when {
		if !fits(m) || m.hangs == "other" || m.hangs == "end" || s.beyond(m, c) || m.n.attr("type") == "onward" && c.to <= m.n.from {
			continue
		}
		v := s.timeCost(m, c)
		if m.n.from <= 1 && v < far {
			v = min(v, timeReach-1) // what opens a sentence is the time of all of it
		}
		if v < cost {
			best, cost = m, v
		}
	}
	return best
}

// beyond: the moment stands behind the count and behind another figure that somebody else gave, or a semicolon.
func (s *sent) beyond(m *moment, c *count) bool {
	if m.n.from < c.to {
		return false
	}
	return m.kind != "since" && m.kind != "total" && s.semicolon(m, c) || s.othersDay(m, c) || s.ofFigure(m, c)
}

// ofFigure: the day is that of a bare figure right before it ("rose to 64, from the 51 of the day before").
func (s *sent) ofFigure(m *moment, c *count) bool {
	if m.kind != "date" {
		return false
	}
	for k := m.n.from - 1; k >= c.to && k >= m.n.from-2; k-- {
		if q := s.toks[k].node; !q.is("quantity") {
			if !s.is(k, "genitive_word") {
				return false
			}
		} else {
			return !slices.ContainsFunc(s.counts, func(o *count) bool { return o.q == q && o.loss != nil })
		}
	}
	return false
}

const timeReach = 46 // words between a count and the stretch it was counted over

// closer: a bears on the count rather than b, which stands farther off or beyond a semicolon.
func (s *sent) closer(a, b *moment, c *count) bool {
	if x, y := s.semicolon(a, c), s.semicolon(b, c); x != y {
		return y
	}
	return s.timeCost(a, c) <= s.timeCost(b, c)
}

// timeCost counts words between; other figures weigh more, and a part of the sum keeps its own time to itself ("to
// 587,370, 1,110 of them in the preceding day").
func (s *sent) timeCost(m *moment, c *count) int {
	from, to := m.n.to, c.from
	if m.n.from >= c.to {
		from, to = c.to, m.n.from
		if s.partBetween(c, m) || s.ofPart(c, m) {
			return far
		}
	} else if m.n.to > c.from {
		return 0
	}
	cost := 0
	for i := from; i < to; i++ {
		t := s.toks[i]
		switch {
		case t.word == ";":
			cost += 15
		case s.is(i, "contrast_word"):
			cost += 8
		case t.node.is("quantity"):
			cost += 3
		case t.mark == "and":
			cost += 2
		default:
			cost++
		}
	}
	return cost
}

// ofPart: the moment is in a clause about a part of what is counted ("killed 63 civilians, among them the victims of the
// missile that hit the town on Saturday").
func (s *sent) ofPart(c *count, m *moment) bool {
	if c.part || c.loss == nil || c.loss.s != s {
		return false
	}
	part, clause := false, false
	for i := max(c.to, c.loss.to); i < m.n.from; i++ {
		switch {
		case s.toks[i].mark == "part":
			part, clause = true, false
		case s.toks[i].mark == "clause":
			clause = part
		case part && s.toks[i].word == ",":
			part = false
		}
	}
	return part && clause
}

// closed: a comma ends what is said of the part before the moment ("lost 27 men, two of them majors, during the month").
func (s *sent) closed(part *count, m *moment) bool {
	for i := part.to; i < m.n.from; i++ {
		if s.toks[i].word == "," {
			return part.part
		}
	}
	return false
}

// partBetween: between the count and the moment stands a part of the count.
func (s *sent) partBetween(c *count, m *moment) bool {
	for _, o := range s.counts {
		if o.from >= c.to && o.to <= m.n.from && (o.part || o.bracket) && !c.part && !s.closed(o, m) {
			return true
		}
	}
	return false
}
