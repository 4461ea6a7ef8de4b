package claim

const modeReach = 4 // words between "could", "denied" and the loss word that they take back

// modeBefore is the word of possibility or denial that takes the loss back.
func (s *sent) modeBefore(c *count) *node {
	if c.loss.s != s {
		return nil
	}
	for _, n := range s.nodes {
		if n.is("exclusion") && n.attr("type") == "mode" && n.from <= c.loss.from && (c.loss.attr("neg") == "" || n.from < c.loss.from-1) && (s.nearMode(n, c) || s.clauseMode(n, c)) && !s.hearsay(n) {
			return n
		}
	}
	return nil
}

// hearsay: in a translation a conditional without a condition is that of hearsay, which French and the like have: "would
// have neutralized 121 terrorists".
func (s *sent) hearsay(n *node) bool {
	if !s.d.Translated || !s.d.inTable("hearsay_word", foldedText(n), "reported") {
		return false
	}
	for i := range s.toks {
		if s.is(i, "condition_word") {
			return false
		}
	}
	return true
}

// nearMode: the word stands right before the loss word, or between the count and that.
func (s *sent) nearMode(n *node, c *count) bool {
	l := c.loss
	gap := l.from - n.to
	between := n.to > c.to && c.to <= l.from
	return (between || n.to <= l.to) && gap <= modeReach && !s.borderBetween(n.to, l.from)
}

// clauseMode: the word takes a whole clause: "denied reports that 40 soldiers had been killed".
func (s *sent) clauseMode(n *node, c *count) bool {
	if n.attr("what") != "denial" {
		return false
	}
	first := min(c.from, c.loss.from)
	for i := n.to; i < min(n.to+modeReach, first); i++ {
		switch t := s.toks[i]; {
		case s.is(i, "that_word"):
			return !s.turnBetween(i+1, max(c.from, c.loss.from))
		case t.punct, t.node.is("loss"):
			return false
		}
	}
	return false
}

// turnBetween: a new clause or a contrast begins between two tokens.
func (s *sent) turnBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.word == "," || t.word == ";" || t.mark == "clause" && !s.is(i, "name_article") {
			return true
		}
	}
	return false
}

// borderBetween: punctuation or a new clause keeps a mode word from reaching over. "Con" of "amenazó con matar" joins.
func (s *sent) borderBetween(from, to int) bool {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.punct && t.word != "\"" || t.mark == "clause" || t.mark == "and" && !s.is(i, "instrument_word") {
			return true
		}
	}
	return false
}

// negated: "were not shot down", "no fueron derribados", "did not kill any of the 20".
func (s *sent) negated(c *count) bool {
	l := c.loss
	if l.s != s || l.attr("neg") != "" { // "did not come back"
		return false
	}
	for i := l.from - 1; i < l.to; i++ {
		if s.is(i, "negation_word") && !s.is(i+1, "only_word") {
			return true
		}
	}
	for i := l.to; i < c.from; i++ {
		if s.is(i, "any_word") {
			return true
		}
	}
	return false
}

// conditional: an opening condition whose consequence is the loss: "If the bridge falls, 300 would be captured".
func (s *sent) conditional(c *count) bool {
	if c.loss.s != s || len(s.toks) == 0 {
		return false
	}
	from := s.first()
	if !s.is(from, "condition_word") || s.is(from+1, "confirm_word") || s.is(from+2, "confirm_word") {
		return false
	}
	for i := from + 1; i < len(s.toks); i++ {
		if s.toks[i].word != "," {
			continue
		}
		for k := i + 1; k < max(c.loss.to, c.from) && k < len(s.toks); k++ {
			if s.is(k, "irrealis_word") {
				return true
			}
		}
		return false
	}
	return false
}

// first is the first token that is no quotation mark or dash.
func (s *sent) first() int {
	i := 0
	for i < len(s.toks)-1 && s.toks[i].punct {
		i++
	}
	return i
}
