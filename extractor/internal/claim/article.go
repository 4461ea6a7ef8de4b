package claim

import "unicode"

// ofSeveral: "a" stands before a noun of several, such as "a convoy of trucks", which is none of them; nor is one
// meant by "the first demonstrators".
func (c *count) ofSeveral(n *node) bool {
	if c.q.attr("form") != "article" || n.attr("number") != "pl" {
		return false
	}
	return c.s.is(c.q.from, "indefinite_article") || c.s.toks[c.q.to].node == n
}

// nearBy: "a" thing or person that a preposition brings in was only near by or what was aimed at ("in an attack on a
// patrol", "shot beside a lorry"); the preposition of a loss noun and that of an object are not meant.
func (s *sent) nearBy(c *count, l *node) bool {
	i := c.from - 1
	if c.q.attr("form") != "article" || i < l.to || l.to > c.from || s.is(i, "object_marker") || s.is(i, "genitive_word") {
		return false
	}
	return s.is(i, "locative_word") || s.is(i, "place_word") || s.toks[i].mark == "of"
}

// struck: one thing was hit, of which nobody says that it was lost ("a rocket hit a car").
func (s *sent) struck(c *count, l *node) bool {
	if c.q.attr("form") != "article" || l.attr("weak") != "1" || l.attr("effect") != "damaged" || l.attr("role") == "passive" {
		return false
	}
	switch c.category {
	case "ships", "submarines", "aircraft", "helicopters", "air_defence", "tanks":
		return false
	}
	return true
}

// foldAppositions gives the "one" of "one of them a girl" its thing, so that the article is no count of its own.
func (s *sent) foldAppositions() {
	for i := 0; i+1 < len(s.counts); i++ {
		a, b := s.counts[i], s.counts[i+1]
		if a.size() != 1 || a.target != nil || !a.part && !a.anaphor || b.q.attr("form") != "article" || b.target == nil || !s.onlyPart(a.q.to, b.from) {
			continue
		}
		a.target, a.targets, a.parties, a.to = b.target, b.targets, b.parties, b.to
		a.classify()
		s.counts = append(s.counts[:i+1], s.counts[i+2:]...)
	}
}

// onlyPart: nothing but "of them" stands between two tokens.
func (s *sent) onlyPart(from, to int) bool {
	return from < to && s.toks[from].mark == "part" && from+s.toks[from].markLen == to
}

// numbered: the number ends a name ("Hill 861", "Operation Herrick 10").
func (s *sent) numbered(c *count) bool {
	if c.target != nil || c.label || c.anaphor || c.part || c.bracket || c.q.attr("form") != "digits" || c.from < 2 || s.shouting() || s.Kind != "body" {
		return false
	}
	if c.q.Quantity.Mod != "exact" || c.loss.from == c.to || c.adjacentLoss() != nil {
		return false
	}
	t, before := s.toks[c.from-1], s.toks[c.from-2]
	return !t.punct && unicode.IsUpper(s.Text[t.start]) && unicode.IsLower(s.Text[t.end-1]) && t.node == nil && t.mark == "" && (!before.punct || before.word == ",")
}

// lone: one person stands before a noun of loss with a verb of his own between ("a reporter saw the bodies of eleven
// fighters").
func (s *sent) lone(c *count, l *node) bool {
	return c.q.attr("form") == "article" && isPeople(c.category) && l.from-c.to > 1 && (l.attr("role") == "of" || s.tollish(l))
}

// claimed: what a verb of claiming has as its object alone is claimed as a loss ("claimed 47 tanks"); no clause goes on
// behind it to say something else of it ("claimed 300 troops had massed").
func (c *count) claimed(l *node) bool {
	if c.category == "" || c.from < l.to || !c.s.endsPhrase(c.to) {
		return false
	}
	for _, n := range c.s.nodes {
		if n.from >= l.to && (n.is("loss") || n.is("exclusion") && n.attr("type") == "governor") && n != l {
			return false
		}
	}
	return true
}

// clauseCrossed: another clause begins between two tokens; "which", "who" of the thing itself begin none.
func (s *sent) clauseCrossed(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].mark == "clause" && !s.is(i, "relative_word") && !s.is(i, "person_relative") {
			return true
		}
	}
	return false
}
