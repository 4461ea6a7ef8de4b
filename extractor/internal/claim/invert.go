package claim

// invertReach is how many words may stand between a verb at the head of its clause and the figure that is its subject.
const invertReach = 2

// inverted: the loss word opens its clause, or nothing but a phrase of place, time or cause stands before it there, and the
// figure follows as its subject. English does not speak so; those who translate from languages that put the verb first
// do: "By the shelling perished three inhabitants", "in the night were wounded two guards".
func (s *sent) inverted(l *node, c *count) bool {
	if c.from < l.to || c.from-l.to > invertReach || s.taken(l) {
		return false
	}
	for i := l.to; i < c.from; i++ {
		if t := s.toks[i]; t.punct || t.mark == "clause" || t.mark == "and" || t.node.is("loss") || t.node.is("quantity") {
			return false
		}
	}
	i := s.verbPhraseOpens(l.from)
	return i == l.from && !s.relativeSubject(i-1) || i < l.from && (s.opensAdjunct(i) || s.is(i-1, "adjunct_word")) && !s.subjectWithin(i, l.from)
}

// verbPhraseOpens is the first token of the clause, or member of a list of clauses, in which token i stands.
func (s *sent) verbPhraseOpens(i int) int {
	for i > 0 {
		t := s.toks[i-1]
		if t.punct && !softPunct(t.word) || t.mark == "and" || t.mark == "clause" && t.markLen == 1 {
			break
		}
		i--
	}
	return i
}

// relativeSubject: token i is the "who" of a relative clause, whose subject stands before it, not behind.
func (s *sent) relativeSubject(i int) bool {
	return s.is(i, "relative_word") && (i == 0 || s.toks[i-1].mark != "of")
}

// opensAdjunct: a phrase of place, time, agent or cause begins at token i.
func (s *sent) opensAdjunct(i int) bool {
	t := s.toks[i]
	return t.mark == "of" || t.mark == "by" || s.is(i, "other_preposition") || s.is(i, "adjunct_word") || t.node.is("time")
}

// subjectWithin: a figure, or a thing or party that no preposition makes part of a phrase, stands between.
func (s *sent) subjectWithin(from, to int) bool {
	for i := from; i < to; i++ {
		n := s.toks[i].node
		switch {
		case n.is("quantity") && n.attr("form") != "article":
			return true
		case n.is("target") && n.from == i && s.ungoverned(from, i):
			return true
		case s.is(i, "subject_pronoun"):
			return true
		}
	}
	return false
}

// ungoverned: no preposition stands in the three words before token i.
func (s *sent) ungoverned(from, i int) bool {
	for k := i - 1; k >= from && k >= i-3; k-- {
		if m := s.toks[k].mark; m == "of" || m == "by" || s.is(k, "other_preposition") {
			return false
		}
	}
	return true
}
