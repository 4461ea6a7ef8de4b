package claim

// shareWholes gives the first number of "85 of 140 drones" the thing that stands behind the second.
func (s *sent) shareWholes() {
	for i := 0; i+1 < len(s.counts); i++ {
		a, b := s.counts[i], s.counts[i+1]
		if a.target != nil || b.target == nil || b.label || !s.onlyGenitive(a.q.to, b.from) && !(b.from == a.q.to+1 && s.is(a.q.to, "origin_word")) {
			continue
		}
		a.target, a.targets, a.parties, a.body = b.target, b.targets, b.parties, b.body
	}
}

// onlyGenitive: nothing but "of", "of the" stands between.
func (s *sent) onlyGenitive(from, to int) bool {
	if to <= from || to-from > 3 || !s.is(from, "genitive_word") {
		return false
	}
	for i := from + 1; i < to; i++ {
		if !s.is(i, "name_article") && s.toks[i].mark != "part" {
			return false
		}
	}
	return true
}

// shareHeads deals the heads of a label out to as many numbers: "Aircraft and helicopters: 217 and 187".
func (s *sent) shareHeads() {
	for i := 0; i+1 < len(s.counts); i++ {
		a := s.counts[i]
		if !a.label || a.bracket || len(a.targets) != 2 {
			continue
		}
		b := s.counts[i+1]
		if b.bracket && i+2 < len(s.counts) {
			b = s.counts[i+2]
		}
		if b.target != nil && !b.label || b.bracket || !s.onlyAnd(a.q.to, b.from) {
			continue
		}
		b.target, b.targets, b.label = a.targets[1], a.targets[1:], true
		a.target, a.targets = a.targets[0], a.targets[:1]
	}
}

// onlyAnd: a coordinator, alone or behind a bracket, stands between two numbers.
func (s *sent) onlyAnd(from, to int) bool {
	and := false
	for i := from; i < to; i++ {
		switch t := s.toks[i]; {
		case t.mark == "and":
			and = true
		case t.punct, t.node.is("quantity"):
		default:
			return false
		}
	}
	return and
}
