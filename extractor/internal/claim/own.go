package claim

// ownSide is who speaks, or whom the sentence is about, where the words say that the loss is their own without a party's
// name or pronoun beside it: "a list of own losses: 71", "los suyos eran 476 muertos".
func (s *sent) ownSide(c *count) string {
	if c.loss.s != s || !s.saysOwn(c) && !s.ownSubject(c) && !s.onOwnSide(c) {
		return ""
	}
	if code := s.speakerCode(c); code != "" {
		return code
	}
	return s.subjectParty(min(c.from, c.loss.from), c)
}

// saysOwn: the adjective stands right before the noun of loss.
func (s *sent) saysOwn(c *count) bool {
	r := c.loss.attr("role")
	if p := s.partyAt(c.loss.from - 1); r == "state" && p != nil && p.attr("form") == "pronoun" && p.from > 0 && s.speechWordAt(p.from-1) {
		return true // "put their dead at 200"
	}
	return (r == "noun" || r == "toll" || r == "of" || r == "state") && s.is(c.loss.from-1, "own_adjective")
}

// ownSubject: the figure is what a form of "to be" says of "theirs", "los suyos".
func (s *sent) ownSubject(c *count) bool {
	for i := c.from - 1; i >= 0 && i >= c.from-ownReach; i-- {
		if s.is(i, "own_people") {
			return true
		}
		if t := s.toks[i]; t.node.is("quantity") && i != c.q.from && c.chain == 0 || t.word == ";" || s.partyAt(i) != nil && !s.is(i, "own_people") {
			return false
		}
	}
	return false
}

const ownReach = 3 // words between "theirs" and the first figure

// onOwnSide: behind the figure stands "on his side", "in its ranks", "de su lado".
func (s *sent) onOwnSide(c *count) bool {
	from := max(c.to, c.loss.to)
	for i := from; i+2 < len(s.toks) && i <= from+ownReach; i++ {
		if s.toks[i].mark == "of" && s.toks[i+1].node.is("party") && s.toks[i+1].node.attr("form") == "pronoun" {
			return s.is(i+2, "side_word") || s.is(s.toks[i+1].node.to-1, "side_word")
		}
		if t := s.toks[i]; t.word == ";" || t.node.is("quantity") || t.mark == "clause" {
			return false
		}
	}
	return false
}
