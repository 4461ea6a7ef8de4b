package claim

const aimReach = 6 // words between an attack and what it was on

// aimedAt is the armed group whose camp, convoy or men the sentence says were attacked, for figures behind that name
// nobody: "an air strike on an al-Shabaab camp left 30 dead".
func (s *sent) aimedAt(c *count) string {
	if c.equipment() || c.category == "civilians" || c.saysPeople() {
		return ""
	}
	for i := 0; i < c.from; i++ {
		if !s.is(i, "attack_verb") && !(s.toks[i].node.is("time") && s.toks[i].node.attr("type") == "event") {
			continue
		}
		verb := s.is(i, "attack_verb")
		aimed := verb
		for k := i + 1; k < c.from && k <= i+aimReach; k++ {
			t := s.toks[k]
			if t.punct || t.mark == "by" || t.mark == "clause" || t.mark == "and" || t.node.is("quantity") && t.node.attr("form") != "article" {
				break
			}
			aimed = aimed || s.is(k, "aim_word")
			if p := s.partyAt(k); aimed && p != nil && isGroup(p.attr("code")) && !s.d.bystander(p.attr("code")) {
				return p.attr("code")
			}
		}
	}
	return ""
}

// strikes: right behind the party stands a verb of attacking.
func (s *sent) strikes(n *node) bool {
	for i := n.to; i < len(s.toks) && i < n.to+3; i++ {
		if s.is(i, "attack_verb") {
			return true
		}
	}
	return false
}

// takenFrom is the enemy of who took prisoners or booty: "the rebels took 40 prisoners", "hicieron 40 prisioneros".
func (s *sent) takenFrom(c *count) string {
	if c.loss.s != s || c.loss.attr("effect") != "captured" || c.loss.attr("role") != "noun" {
		return ""
	}
	first := min(c.from, c.loss.from)
	for v := first - 1; v >= 0 && first-v <= aimReach; v-- {
		if t := s.toks[v]; t.punct && t.word != "\"" || t.mark == "clause" {
			return ""
		}
		if !s.is(v, "take_verb") || s.is(v-1, "copula") {
			continue
		}
		if n := s.dealer(v); n != nil {
			return s.d.opponent(s.d.codes([]*node{n}, s, c), s)
		}
		return s.speakerEnemy(c)
	}
	return ""
}

// aboard is the navy of the ship named before its crew: "hit HMS Ardent and killed 22 sailors", "the USS Stark, with 37
// dead". A ship that struck lost nobody there.
func (s *sent) aboard(c *count) string {
	crew := c.targetIn("crew_word")
	if c.equipment() || !crew && c.target != nil {
		return ""
	}
	for i := s.i; i >= 0 && i >= s.i-1 && s.d.sents[i].Para == s.Para; i-- {
		o := s.d.sents[i]
		for k := len(o.nodes) - 1; k >= 0 && (crew || i == s.i); k-- {
			n := o.nodes[k]
			if !n.is("party") || i == s.i && n.to > c.from {
				continue
			}
			if n.attr("ship") != "" && (i < s.i || !s.activeBetween(n.to, c.from)) {
				return n.attr("code")
			}
			if !crew {
				break
			}
		}
	}
	return ""
}

// activeBetween: a verb of which the ship may be the subject stands between it and the count.
func (s *sent) activeBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if n := s.toks[i].node; n.is("loss") && n.attr("role") == "active" && s.toks[max(0, n.from-1)].mark != "and" || s.is(i, "attack_verb") {
			return true
		}
	}
	return false
}
