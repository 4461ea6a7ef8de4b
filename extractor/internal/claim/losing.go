package claim

// subjectOfLosing: who loses is the subject of "lose", or of a verb of suffering before a noun of loss.
func (s *sent) subjectOfLosing(c *count) string {
	if c.loss.s != s {
		return ""
	}
	role := c.loss.attr("role")
	if role == "own" && c.loss.from >= c.to {
		// "53,300 soldiers that Russia has lost": the subject stands between.
		for _, n := range s.nodes {
			if n.is("party") && n.from >= c.to && n.to <= c.loss.from && n.attr("form") != "compound" {
				return s.d.codes([]*node{n}, s, c)
			}
		}
	}
	if code := s.sufferedBy(c); code != "" {
		return code
	}
	if !((role == "own" || c.loss.attr("whose") == "subject") && c.loss.from < c.from || role == "noun" && c.loss.attr("effect") != "captured" && s.suffers(c) || s.bears(c)) {
		return ""
	}
	if i := c.loss.from - 1; role == "own" && i > 0 && s.toks[i].mark == "and" {
		if n := s.activeSubject(c.loss); n != nil { // "killed 11 Abu Sayyaf gunmen and lost five"
			return s.d.codes([]*node{n}, s, c)
		}
	}
	if code := s.subjectParty(c.loss.from, c); code != "" {
		return code
	}
	if code := s.subjectBehind(c); code != "" {
		return code
	}
	if code := s.subjectMeant(min(c.from, c.loss.from)); code != "" {
		return code
	}
	if code := s.subjectParty(c.from, c); code != "" || role != "own" || c.spk == nil || !c.spk.own {
		return code
	}
	// "said that his country had lost 54 tanks"
	return s.speakerCode(c)
}

// sufferedBy is the subject of a clause behind the noun of loss: "the 29 deaths that Georgia has suffered", "las bajas que
// ha tenido Chad".
func (s *sent) sufferedBy(c *count) string {
	if r := c.loss.attr("role"); r != "noun" && r != "toll" && r != "state" && r != "of" {
		return ""
	}
	i := max(c.to, c.loss.to)
	if !s.is(i, "that_word") && !s.is(i, "relative_word") {
		return ""
	}
	var n *node
	suffers := false
	for k := i + 1; k < len(s.toks) && k <= i+6 && !s.toks[k].punct && s.toks[k].mark != "clause"; k++ {
		if p := s.partyAt(k); n == nil && p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" && !s.locative(p) {
			n = p
		}
		suffers = suffers || s.toks[k].mark == "suffer" || s.toks[k].node.is("loss") && s.toks[k].node.attr("role") == "own"
	}
	if n == nil || !suffers {
		return ""
	}
	return s.d.codes([]*node{n}, s, c)
}

// subjectMeant is whom "it", "they" or "the rebels" before the verb at token i stand for.
func (s *sent) subjectMeant(i int) string {
	for k := i - 1; k >= 0; k-- {
		switch {
		case s.toks[k].word == ";", s.verbAt(k), s.toks[k].node.is("loss"), s.toks[k].node.is("quantity"):
			return ""
		case s.is(k, "subject_pronoun"):
			return s.antecedent(k)
		case s.is(k, "irregular_fighter") || s.is(k, "any_group"):
			if code := s.lastGroup(k, s.d.nativeGroup); code != "" {
				return code
			}
			return s.lastGroup(k, func(string) bool { return true })
		}
	}
	return ""
}

const behindReach = 3 // words from a verb to the subject behind it

// subjectBehind is the subject of losing that follows its verb, where the language puts it there: "perdieron los
// rebeldes", "perdió Azerbaiyán".
func (s *sent) subjectBehind(c *count) string {
	if !s.d.verbFirst || c.loss.attr("role") != "own" {
		return ""
	}
	for k := c.loss.to; k < len(s.toks) && k <= c.loss.to+behindReach; k++ {
		switch t := s.toks[k]; {
		case t.punct, t.mark == "of", t.mark == "clause", t.node.is("quantity"), t.node.is("target"):
			return ""
		case s.is(k, "irregular_fighter"):
			if code := s.lastGroup(k, s.d.nativeGroup); code != "" {
				return code
			}
			return "unknown"
		}
		if p := s.partyAt(k); p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" {
			return s.d.codes([]*node{p}, s, c)
		}
	}
	return ""
}
