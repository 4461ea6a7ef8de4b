package claim

import "math"

// elliptic: the number stands alone after a verb of change or saying, its thing left out ("bringing the total to
// 133,190", "against 545 a day earlier"): no noun follows it.
func (c *count) elliptic() bool {
	s := c.s
	if !s.endsGap(c.q.to) || c.q.attr("form") == "article" {
		return false
	}
	if s.series(c) || s.withParty(c.from) != nil {
		return true
	}
	if c.from > 0 && s.listLike() && s.toks[c.from-1].word == ":" {
		return true
	}
	if c.from > 0 && (s.toks[c.from-1].word == "(" || (s.toks[c.from-1].word == "," || s.toks[c.from-1].mark == "and" && s.hasBeside(c.q.to)) && s.bareBefore(c)) {
		return true
	}
	if p := s.partyJustBefore(c.from); p != nil && p.attr("form") != "adjective" && s.bareOrAnd(p.from) && s.onlyLevel(p.to, c.from) {
		return true
	}
	return s.figureVerbBefore(c.from)
}

const ellipsisReach = 4 // words between a verb of counting and its bare figure

// figureVerbBefore: a verb of change, saying or counting, or a word of comparison, leads up to token i. Quotation marks,
// times and places on the way weigh nothing ("gave a lower figure on Saturday, “at least 70”").
func (s *sent) figureVerbBefore(i int) bool {
	for k, gap := i-1, 0; k >= 0 && gap < ellipsisReach; k-- {
		t := s.toks[k]
		switch n := t.node; {
		case t.mark == "rise" && (gap == 0 || !s.is(k, "level_word")), s.is(k, "compare_word"), s.is(k, "figure_verb"), n.is("source") && n.attr("type") == "verb":
			return true
		case t.word == "\"":
		case t.punct && t.word != ",", t.mark == "clause", n.is("quantity"), n.is("loss") && n.attr("weak") == "":
			return false
		case n.is("time"):
			k = n.from
		default:
			gap++
		}
	}
	return false
}

// ellipsisParas is how many paragraphs back the words may lie that a bare figure goes on from: the one before, and some
// more where the sentence calls it a figure or a total.
func (c *count) ellipsisParas() int {
	for k := c.from - 1; k >= 0 && c.from-k <= subjectReach; k-- {
		if c.s.is(k, "figure_noun") {
			return 4
		}
	}
	return 1
}

const gapReach = 6 // words between a conjunction and a figure whose verb and noun stand before it

// gapped: the number is coordinated with a count of the same sentence, whose noun and verb it leaves out ("killed 1,200
// in Lebanon and some 160 in Israel", "2,067 Russian tanks and 539 of Ukraine's"). Where, when or whose is all that may
// stand by it.
func (c *count) gapped(prev *count) bool {
	s := c.s
	if prev.s != s || prev.loss.s != s || prev.to > c.from || c.q.attr("form") == "article" || !s.endsGap(c.q.to) || s.excludedAfter(c.q.to) {
		return false
	}
	beside := false
	k := c.from - 1
	for ; k >= prev.to && c.from-k <= gapReach; k-- {
		t := s.toks[k]
		if t.word == ":" && s.series(c) || t.mark == "and" && !s.is(k, "instrument_word") || t.word == "," || t.word == ";" || s.is(k, "compare_word") && t.mark != "of" {
			break
		}
		if n := t.node; n.is("party") || n.is("place") || n.is("time") {
			beside = true
		} else if t.mark != "of" && !s.is(k, "name_article") && !s.is(k, "about_word") && !s.is(k, "genitive_word") {
			return false
		}
	}
	if k < prev.to || c.from-k > gapReach || s.newClause(max(prev.to, prev.loss.to), k) {
		return false
	}
	return beside || s.hasBeside(c.q.to) || c.tens() && c.q.Quantity.Mod != "vague"
}

// excludedAfter: a verb behind token i, in the same clause, says what became of the number instead ("and 300 in the town fled").
func (s *sent) excludedAfter(i int) bool {
	for ; i < len(s.toks) && !s.toks[i].punct && s.toks[i].mark != "clause" && s.toks[i].mark != "and"; i++ {
		if n := s.toks[i].node; n.is("exclusion") && n.attr("type") == "governor" {
			return true
		}
	}
	return false
}

// endsGap: what follows is the end, punctuation, a time, a place, whose it is, or a preposition.
func (s *sent) endsGap(i int) bool {
	return s.endsPhrase(i) || s.is(i, "place_word") && s.hasBeside(i) || s.is(i, "genitive_word") && s.partyAt(i+1) != nil
}

// hasBeside: where, when or whose stands right after token i.
func (s *sent) hasBeside(i int) bool {
	for k := i; k < len(s.toks) && k < i+4; k++ {
		n := s.toks[k].node
		if n.is("time") || n.is("place") || n.is("party") {
			return true
		}
		if s.toks[k].mark != "of" && !s.is(k, "name_article") && !s.is(k, "place_word") {
			return false
		}
	}
	return false
}

// newClause: between two tokens a verb of its own, a word of loss or a number begins something else.
func (s *sent) newClause(from, to int) bool {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if n := t.node; n.is("loss") && n.attr("weak") == "" || n.is("exclusion") && n.attr("type") == "governor" || n.is("source") && n.attr("type") == "verb" ||
			t.mark == "clause" || t.word == ":" || t.word == "(" {
			return true
		}
	}
	return false
}

// tens: the figure is at least ten, so no age, ordinal or list number.
func (c *count) tens() bool { return c.size() >= 10 }

// partyJustBefore is the party of "Russia's at 2,164", "Uruguay one".
func (s *sent) partyJustBefore(i int) *node {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if p := s.partyAt(k); p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" {
			if s.d.bystander(p.attr("code")) || s.speaks(p) || s.keepsCount(p) {
				return nil
			}
			return p
		}
		if s.toks[k].punct || s.verbAt(k) {
			return nil
		}
	}
	return nil
}

// keepsCount: the party is the one who counts ("the tally that Kyiv keeps", "la cuenta de Kiev").
func (s *sent) keepsCount(p *node) bool {
	for k := p.from - 1; k >= 0 && p.from-k <= 4 && !s.toks[k].punct; k-- {
		if s.is(k, "count_noun") {
			return true
		}
	}
	return false
}

// onlyLevel: nothing but "at", "about", "is" stands between a party and its figure.
func (s *sent) onlyLevel(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; !t.punct && t.mark != "rise" && t.mark != "of" && t.mark != "and" && !s.is(i, "about_word") && !s.is(i, "name_article") && !s.is(i, "figure_verb") {
			return false
		}
	}
	return true
}

// bareOrAnd: a comma, "and" or nothing stands before the token.
func (s *sent) bareOrAnd(i int) bool {
	return i == 0 || s.toks[i-1].word == "," || s.toks[i-1].mark == "and"
}

// bareBefore: the count goes on a series of figures without nouns ("31,000 in February, 43,000 that December").
func (s *sent) bareBefore(c *count) bool {
	var p *count
	for _, o := range s.counts {
		if o == c {
			break
		}
		p = o
	}
	return p != nil && p.loss != nil && p.target == nil
}

// endsPhrase: what follows token i is no noun: the end, punctuation, a time, a preposition or a conjunction.
func (s *sent) endsPhrase(i int) bool {
	if i >= len(s.toks) {
		return true
	}
	t := s.toks[i]
	return t.punct && t.word != "-" && t.word != "%" || t.node.is("time") || t.mark == "and" || t.mark == "of" && !s.is(i, "genitive_word") || t.mark == "clause" || t.mark == "by"
}

// scaleOf: the figure is of the same order as the one it goes on from.
func (c *count) scaleOf(prev *count) bool { return c.size() >= 5 && c.ratio(prev) <= 1000 }

// ratio is how many times the larger of two figures is the smaller, very large where one has none.
func (c *count) ratio(o *count) float64 {
	x, y := float64(c.size()), float64(o.size())
	if x == 0 || y == 0 {
		return math.MaxFloat64
	}
	return max(x/y, y/x)
}
