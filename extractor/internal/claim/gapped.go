package claim

// speakerGap is how many words may stand between a speaker and his figure where the verb is left out.
const speakerGap = 4

// gapped finds the speakers whose verb the clause before has: "The army speaks of 1,051 dead; the police, of 1,674",
// "Indepaz registra 48 muertos; la ONU, 30".
func (t *talk) gapped(s *sent) {
	for i := range s.toks {
		if s.toks[i].word != ";" || !s.saidBefore(i) {
			continue
		}
		e := s.gappedSpeaker(i + 1)
		if e == nil {
			continue
		}
		if c := s.countFrom(e.to); c != nil && s.onlyGap(e.to, c.from) {
			s.spks = append(s.spks, &speech{own: true, origin: []*entity{t.whole(e)}, at: e.to, para: s.Para, document: true})
		}
	}
}

// saidBefore: a verb of saying or counting stands in the clauses before token i.
func (s *sent) saidBefore(i int) bool {
	for _, sp := range s.spks {
		if sp.at < i && !sp.trails && !sp.deny {
			return true
		}
	}
	return false
}

// gappedSpeaker is the source that opens the clause at token i: a body or a person, not a party to the war, which the
// figure may be about.
func (s *sent) gappedSpeaker(i int) *entity {
	for i < len(s.toks) && (s.is(i, "name_article") || s.is(i, "contrast_word") || s.toks[i].mark == "and") {
		i++
	}
	e := s.entityAt(i)
	if e == nil || e.from > i || e.bare || e.kind == "party" || s.inCount(e.from, e.to) {
		return nil
	}
	return e
}

// seatAfter is the body in whose house something is said: "…, told in the investigative committee", "informaron en el
// ministerio".
func (s *sent) seatAfter(n *node) *entity {
	if !s.is(n.to, "seat_preposition") {
		return nil
	}
	e := s.entityAfter(n.to, 3)
	if e == nil || e.bare || e.kind != "institution" || s.beforeArticles(e.from) != n.to {
		return nil
	}
	return e
}

// seatBefore is the capital or body in which people who are not named say something: "En Kiev, a su vez, afirman que".
func (s *sent) seatBefore(n *node) *entity {
	if !s.is(n.from, "impersonal_verb") {
		return nil
	}
	for _, e := range s.entities() {
		if e.from > 2 || e.to > n.from {
			return nil
		}
		p := s.partyAt(e.from)
		if !e.bare && s.is(s.beforeArticles(e.from), "seat_preposition") && (e.kind == "institution" || p != nil && p.attr("form") == "metonym") {
			return e
		}
	}
	return nil
}

// countFrom is the first number at or after token i.
func (s *sent) countFrom(i int) *count {
	for _, c := range s.counts {
		if c.from >= i {
			return c
		}
	}
	return nil
}

// onlyGap: nothing but a comma and little words stand between the speaker and his figure.
func (s *sent) onlyGap(from, to int) bool {
	comma := false
	for i := from; i < to; i++ {
		t := s.toks[i]
		switch {
		case t.word == ",":
			comma = true
		case t.punct, t.node.is("loss") && t.node.attr("weak") == "", t.node.is("party"), t.mark == "clause":
			return false
		}
	}
	return to-from <= speakerGap && (comma || to == from)
}
