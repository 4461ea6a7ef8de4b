package claim

// shareOnly: the words before the figure say that only some of it was lost ("half of the 40 soldiers were killed"). A
// participle right behind belongs to the figure itself ("most of the 40 killed").
func (s *sent) shareOnly(c *count) bool {
	i := c.from - 1
	for i > 0 && (s.is(i, "name_article") || s.partyAt(i) != nil && s.partyAt(i).attr("form") == "pronoun") {
		i--
	}
	if i < 1 || c.loss.s != s || c.loss.from >= c.from && c.loss.from <= c.to && adjectival(c.loss) || !s.is(i, "genitive_word") {
		return false
	}
	return s.is(i-1, "share_word")
}

// series: a colon opens a series of bare figures, each with its time or place ("by year: 118,500 in 2022, 405,400 in
// 2023"); this is the first.
func (s *sent) series(c *count) bool {
	if c.from < 2 || s.toks[c.from-1].word != ":" || !s.hasBeside(c.q.to) {
		return false
	}
	for _, o := range s.counts {
		if o.from > c.to {
			return o.target == nil && s.hasBeside(o.q.to)
		}
	}
	return false
}

// gappedCopula reads "18 were children; eleven, women": the verb "to be" of the count before is left out at a comma.
func (c *count) gappedCopula() bool {
	s := c.s
	if len(s.counts) == 0 || !s.counts[len(s.counts)-1].copular || s.word(c.q.to) != "," {
		return false
	}
	i := c.q.to + 1
	for s.is(i, "name_article") || s.is(i, "about_word") {
		i++
	}
	if i >= len(s.toks) || !s.toks[i].node.is("target") || s.toks[i].node.from != i {
		return false
	}
	c.takeTarget(s.toks[i].node)
	c.anaphor, c.copular = true, true
	return true
}

// opensPart: the sentence begins with a part of the figure before it, and this is its first figure ("Of these, in the
// night: 61").
func (s *sent) opensPart(c *count) bool {
	if len(s.counts) > 0 || !s.opensWithPart() || c.target != nil {
		return false
	}
	for i := 0; i < c.from; i++ {
		if t := s.toks[i]; t.node.is("loss") || t.node.is("exclusion") && t.node.attr("type") == "governor" || t.node.is("source") && t.node.attr("type") == "verb" {
			return false
		}
	}
	return true
}

// ofNamed: what the sentence before named and did not lose is what some of were lost ("attacked six boats. Four were
// sunk").
func (c *count) ofNamed(named *count) bool {
	if named == nil || named.loss != nil || c.s.Para != named.s.Para || c.s.i-named.s.i > 1 || c.size() > named.size() {
		return false
	}
	return c.loss.s == c.s && c.loss.attr("role") == "passive" && c.loss.from >= c.q.to && c.loss.from-c.q.to <= 2
}

// withParty is the party of "Denmark, with 43", whose figure stands behind it.
func (s *sent) withParty(i int) *node {
	if i < 2 || !s.is(i-1, "with_word") {
		return nil
	}
	i--
	if s.word(i-1) == "," {
		i--
	}
	p := s.partyAt(i - 1)
	if p == nil || p.to != i || p.attr("form") == "adjective" || p.attr("form") == "pronoun" || p.attr("form") == "compound" {
		return nil
	}
	return p
}

// ownOnly: whose they are is all that the words say of those counted ("453 of its own").
func (c *count) ownOnly() bool {
	if c.target == nil {
		return false
	}
	p := c.s.partyAt(c.target.from)
	return p != nil && p.attr("form") == "pronoun" && p.from == c.target.from && p.to == c.target.to
}
