package claim

// elided is whom a verb without a subject of its own goes on with: who spoke before in its sentence, the source that
// the sentence opens with, or the one that the text speaks of.
func (t *talk) elided(s *sent, n *node) *entity {
	if !s.d.verbFirst && n.from > 1 && !s.toks[n.from-1].punct {
		return nil
	}
	for k := len(s.spks) - 1; k >= 0; k-- {
		if sp := s.spks[k]; sp.at < n.from && !sp.document {
			return sp.origin[0]
		}
	}
	if e := s.opener(n.from); e != nil {
		return t.whole(e)
	}
	if t.topic != nil && s.Para-t.topic.s.Para <= 3 {
		return t.topic
	}
	return nil
}

// opener is the source that the sentence opens with, before token i, as its subject.
func (s *sent) opener(i int) *entity {
	for _, e := range s.entities() {
		if e.from > 2 || e.to > i {
			return nil
		}
		if !e.bare && !s.dependent(e) && !s.inCount(e.from, e.to) && e.kind != "media" {
			return e
		}
	}
	return nil
}

// dependent: a preposition stands before the source, so it is no subject.
func (s *sent) dependent(e *entity) bool {
	i := s.beforeArticles(e.from)
	return i >= 0 && s.toks[i].mark == "of" || s.is(i, "other_preposition") || s.byAgent(e.from)
}

// statingSubject: in a sentence that no verb of saying marks, its subject states the figure when nothing else can be
// meant: an office, a named person, a body that counts or treats people or reports ("Lebed called 80,000 dead"). Armies
// and states are told of more often than they tell, and so is whoever killed or lost.
func (t *talk) statingSubject(s *sent, first *count) {
	for _, e := range s.entities() {
		if e.to > first.from || e.from > statingReach || s.blocked(0, e.from) || s.clauseBetween(0, e.from) {
			return
		}
		if e.bare || s.dependent(e) || s.inCount(e.from, e.to) || s.dateline(e) {
			continue
		}
		if e.states() && !s.insideCount(e) && !s.clauseBetween(e.to, first.from) && !s.acts(e, first) {
			sp := &speech{own: true, origin: []*entity{t.whole(e)}, at: e.to, para: s.Para, document: true}
			s.spks = append([]*speech{sp}, s.spks...)
		}
		return
	}
}

const statingReach = 8 // words before the subject of a sentence

// states: the source is of those that a figure's sentence has as its subject because they give it.
func (e *entity) states() bool {
	switch e.kind {
	case "official":
		return true
	case "person":
		return e.titled || e.code != ""
	case "ngo", "tracker":
		return true
	case "institution":
		_, ok := e.s.d.Lang.Table("stating_body").Value(e.role)
		return ok
	}
	return false
}

// acts: a verb of killing or losing makes the subject who did it or who suffered it.
func (s *sent) acts(e *entity, c *count) bool {
	for _, n := range s.nodes {
		if n.from < e.to || n.to > c.from || !n.is("loss") {
			continue
		}
		switch n.attr("role") {
		case "active", "own", "subject", "passive":
			return true
		}
	}
	for i := e.to; i < c.from; i++ {
		if m := s.toks[i].mark; m == "suffer" || m == "inflict" {
			return true
		}
	}
	return c.loss.attr("role") == "active" && c.loss.from < c.from && c.loss.from >= e.to
}
