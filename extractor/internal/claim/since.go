package claim

const afterReach = 9 // words between "after" and the day

// everSince makes a start of the day after which something has gone on, where the perfect says so ("after the fall of the
// town on January 2 the rebels have lost 1,137 fighters").
func (s *sent) everSince(m *moment) {
	if m.kind != "date" || m.end.d == 0 || m.n.attr("type") == "onward" || !s.afterWord(m) {
		return
	}
	for i := m.n.to; i < len(s.toks); i++ {
		n := s.toks[i].node
		if s.is(i, "perfect_word") {
			m.kind, m.start, m.end = "since", m.end, civil{}
			return
		}
		if n.is("loss") && n.attr("weak") == "" {
			return
		}
	}
}

// afterWord: "after" opens the phrase that the date ends.
func (s *sent) afterWord(m *moment) bool {
	for k := m.n.from - 1; k >= 0 && k >= m.n.from-afterReach; k-- {
		t := s.toks[k]
		if s.is(k, "after_word") {
			return true
		}
		if t.punct || t.node.is("loss") && t.node.attr("weak") == "" || t.node.is("quantity") {
			return false
		}
	}
	return false
}
