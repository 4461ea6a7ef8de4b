package claim

// others is the loser of the people counted right before, where the number only adds to them: "Twenty-five more were
// injured", "otros doce resultaron heridos".
func (s *sent) others(c *count) string {
	if !c.q.Quantity.Other && !s.markBefore(c.from, "other") && !s.markAfter(c.q.to, "other") || s.namesFoe(c) {
		return ""
	}
	for k := s.i; k >= 0 && k >= s.i-1; k-- {
		o := s.d.sents[k]
		if o.chapter != s.chapter || s.Para-o.Para > 1 || o.Kind == "headline" {
			break
		}
		for j := len(o.counts) - 1; j >= 0; j-- {
			p := o.counts[j]
			if p.loss == nil || p.loser == "" || p == c || o == s && p.from > c.from || p.bracket {
				continue
			}
			if isPeople(p.kind()) == (c.category == "" || isPeople(c.category)) && (!c.civilian() || c.category == "" || p.civilian()) {
				return p.loser
			}
			return ""
		}
	}
	return ""
}

// namesFoe: the sentence names a party before the count that may be another loser.
func (s *sent) namesFoe(c *count) bool {
	for _, n := range s.nodes {
		if n.is("party") && n.to <= c.from && s.d.realParty(n.attr("code")) && n.attr("form") != "compound" && !s.speaks(n) && s.sourceAt(n.from) == nil && !s.locative(n) {
			return true
		}
	}
	return false
}
