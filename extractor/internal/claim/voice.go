package claim

import (
	"maps"
	"slices"
)

// readVoices settles what an English -ed form is: active when a count follows it at once, else a participle.
func (s *sent) readVoices() {
	for _, l := range s.find("loss") {
		if l.attr("role") != "either" {
			continue
		}
		role := "state"
		if c := s.countAfter(l.to, 4); c != nil {
			role = "active"
			if p := s.countBefore(l.from); p != nil && p.from < l.from && s.passiveBefore(p, l) && s.hasOwnLoss(c, l) {
				role = "state"
			}
		}
		if role == "state" && (s.objectFollows(l) || s.nextDeed(l)) {
			role = "active"
		}
		if s.epithet(l.from, l.to) {
			role = "state"
		}
		l.Attrs = maps.Clone(l.Attrs) // Join changes nothing that it was given
		l.Attrs["role"] = role
	}
}

// nextDeed: a verb behind a comma goes on with the subject of the one before it, and what it did that to follows:
// "destroyed three boats, damaged a bridge and …".
func (s *sent) nextDeed(l *node) bool {
	if l.from == 0 || s.toks[l.from-1].word != "," || l.to >= len(s.toks) || s.toks[l.to].node.is("time") || !s.is(l.to, "indefinite_article") && !s.is(l.to, "name_article") {
		return false
	}
	return slices.ContainsFunc(s.find("loss"), func(n *node) bool { return n.to < l.from && n.attr("role") == "active" })
}

// epithet: the -ed form stands between a number or article and its thing ("a destroyed tank").
func (s *sent) epithet(from, to int) bool {
	return slices.ContainsFunc(s.counts, func(c *count) bool { return c.from <= from && to <= c.to })
}

// countAfter is the count that begins within reach words of token i, no punctuation or preposition between.
func (s *sent) countAfter(i, reach int) *count {
	for _, c := range s.counts {
		if c.from < i {
			continue
		}
		gap := 0
		for k := i; k < c.from; k++ {
			t := s.toks[k]
			if t.punct && t.word != "\"" && t.word != ":" || t.mark == "and" || t.mark == "by" || t.mark == "clause" || t.mark == "of" && !s.is(k, "genitive_word") && !s.is(k, "object_marker") || t.node.is("loss") || t.node.is("time") && !t.node.is("quantity") {
				return nil
			}
			gap++
		}
		if gap <= reach {
			return c
		}
		return nil
	}
	return nil
}

func (s *sent) countBefore(i int) *count {
	var last *count
	for _, c := range s.counts {
		if c.to <= i {
			last = c
		}
	}
	return last
}

// passiveBefore: the count stands right before the -ed form ("12 soldiers killed"), within two words.
func (s *sent) passiveBefore(c *count, l *node) bool {
	if l.from-c.to > 2 {
		return false
	}
	for k := c.to; k < l.from; k++ {
		if t := s.toks[k]; t.punct || t.mark != "" && t.mark != "of" {
			return false
		}
	}
	return true
}

// hasOwnLoss: another loss word, not l, belongs to c ("12 killed 30 wounded").
func (s *sent) hasOwnLoss(c *count, l *node) bool {
	n := c.adjacentLoss()
	return n != nil && n != l
}

// objectFollows: a target or party without a number follows the -ed form, as an active verb's object does.
func (s *sent) objectFollows(l *node) bool {
	if l.to >= len(s.toks) {
		return false
	}
	n := s.toks[l.to].node
	return n.is("target") || n.is("party") && n.attr("form") != "compound" && n.attr("form") != "metonym" && n.attr("form") != "name"
}
