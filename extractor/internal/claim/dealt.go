package claim

// dealt reads whose losses are that somebody is said to have dealt: of those on whom ("inflicted 60 casualties on the
// army", "causó ocho bajas al Ejército"), else of the enemy of whoever dealt them.
func (s *sent) dealt(c *count) string {
	v := s.dealtBy(c)
	if v < 0 {
		return ""
	}
	if code := s.dealtTo(c, v); code != "" {
		return code
	}
	if c.civilian() && c.category != "" {
		return ""
	}
	if n := s.dealer(v); n != nil {
		return s.d.opponent(s.d.codes([]*node{n}, s, c), s)
	}
	return ""
}

// costTo is whom it cost what the sentence counts: "the advance cost the rebels 31 pickups", "what it has cost the army he
// did not say, except that two tanks were out of action".
func (s *sent) costTo(c *count) string {
	for _, n := range s.find("loss") {
		if n.attr("weak") != "named" || n.to > c.from {
			continue
		}
		i := n.to
		for s.is(i, "object_marker") || s.is(i, "name_article") {
			i++
		}
		for _, p := range s.nodes {
			if f := p.attr("form"); p.is("party") && (p.from == i || p.from == n.to) && f != "compound" && f != "pronoun" {
				return s.d.codes([]*node{p}, s, c)
			}
		}
	}
	return ""
}

const dealtReach = 9 // words between a verb of inflicting and the losses

// dealtBy is the verb of inflicting that the count's losses are the object of, -1 for none.
func (s *sent) dealtBy(c *count) int {
	if c.loss.s != s || c.loss.attr("role") == "active" || c.loss.attr("role") == "own" {
		return -1
	}
	for i := min(c.from, c.loss.from) - 1; i >= 0 && min(c.from, c.loss.from)-i <= dealtReach; i-- {
		t := s.toks[i]
		switch {
		case t.mark == "inflict":
			return i
		case t.word == ";", t.node.is("loss") && t.node != c.loss && t.node.attr("weak") == "", t.mark == "suffer", t.mark == "clause":
			return -1
		}
	}
	return -1
}

// dealtTo is on whom the verb at token v inflicts.
func (s *sent) dealtTo(c *count, v int) string {
	end := max(c.to, c.loss.to)
	for i := v + 1; i < len(s.toks) && i <= end+dealtReach; i++ {
		t := s.toks[i]
		if i >= end && (t.punct && t.word != "\"" || t.mark == "clause" || t.mark == "and" || t.node.is("quantity")) {
			break
		}
		if s.is(i, "dative_word") {
			if code := s.partyBehind(c, i+1); code != "" {
				return code
			}
		}
	}
	if s.is(v-1, "dative_clitic") || s.is(v-2, "dative_clitic") {
		for i := v - 1; i >= 0 && v-i <= dealtReach && s.toks[i].word != ";"; i-- {
			if s.is(i, "dative_word") {
				return s.partyBehind(c, i+1)
			}
		}
	}
	return ""
}

// partyBehind is the party, or the armed group meant, that begins at token i, an article apart.
func (s *sent) partyBehind(c *count, i int) string {
	for s.is(i, "name_article") {
		i++
	}
	for k := i; k < len(s.toks) && k <= i+1; k++ {
		if p := s.partyAt(k); p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" {
			return s.d.codes([]*node{p}, s, c)
		}
		if s.is(k, "irregular_fighter") || s.is(k, "any_group") {
			if code := s.lastGroup(k, s.d.nativeGroup); code != "" {
				return code
			}
			return s.nearestGroup(c)
		}
		if s.toks[k].punct || s.toks[k].mark != "" {
			break
		}
	}
	return ""
}

// dealer is the party that is the subject of the verb at token v, where one stands in the sentence.
func (s *sent) dealer(v int) *node {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("party") || n.to > v || n.attr("form") == "compound" || n.attr("form") == "pronoun" || n.attr("form") == "own" {
			continue
		}
		if s.qualifies(n) || n.attr("form") != "enemy" && s.locativeAt(n.from) || s.inCount(n.from, n.to) {
			continue
		}
		if s.speechBetween(n.to, v) && !s.ownDeed(n.to, v) {
			return nil
		}
		return n
	}
	return nil
}
