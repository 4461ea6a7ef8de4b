package claim

// ofPerson: the date is in a clause between commas that tells of no fighting ("the envoy, who arrived on Friday,").
func (s *sent) ofPerson(m *moment) bool {
	if m.kind != "date" && m.kind != "month" || !s.clauseCloses(m.n.to) {
		return false
	}
	for k := m.n.from - 1; k > 0 && k >= m.n.from-personReach; k-- {
		t := s.toks[k]
		if s.is(k, "who_word") && s.toks[k-1].word == "," {
			return true
		}
		if t.punct || t.node.is("source") || s.doing(k) {
			return false
		}
	}
	return false
}

// clauseCloses: a comma comes soon, with no fighting told before it.
func (s *sent) clauseCloses(from int) bool {
	for k := from; k < len(s.toks) && k < from+personReach; k++ {
		if s.toks[k].word == "," {
			return true
		}
		if s.toks[k].punct || s.doing(k) {
			return false
		}
	}
	return false
}

// doing: the token belongs to what a loss or a war is told with.
func (s *sent) doing(k int) bool {
	n := s.toks[k].node
	return n.is("loss") || n.is("quantity") || n.is("time") && n.attr("type") == "event" || s.is(k, "strike_verb") || s.is(k, "onset_verb")
}

const personReach = 8 // words from "who" to the end of its clause
