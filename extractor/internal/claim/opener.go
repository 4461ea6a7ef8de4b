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
	if e := s.seatBefore(n); e != nil {
		return t.whole(e)
	}
	if e := s.opener(n.from); e != nil {
		return t.whole(e)
	}
	if t.topic != nil && s.Para-t.topic.s.Para <= 3 {
		return t.topic
	}
	return nil
}

// goesOn is who goes on speaking: the one whom the text speaks of, or who spoke last.
func (t *talk) goesOn(s *sent) *entity {
	if t.topic != nil && s.Para-t.topic.s.Para <= 3 {
		return t.topic
	}
	return t.lastOrigin()
}

// inserted: the verb stands alone between commas in a language that needs no subject, so whoever spoke before goes on:
// "Su batallón, aseguró, perdió 50 hombres".
func (s *sent) inserted(n *node) bool {
	if !s.d.verbFirst || s.word(n.from-1) != "," || s.word(n.to) != "," || n.attr("cue") != "verb" {
		return false
	}
	e := s.entityAt(n.from - 2)
	return e != nil && (e.role == "unit" || e.kind == "party" || e.bare)
}

// opener is the source that the sentence opens with, before token i, as its subject.
func (s *sent) opener(i int) *entity {
	for _, e := range s.entities() {
		if e.from > 2 || e.to > i {
			return nil
		}
		if !e.bare && !s.dependent(e) && !s.inCount(e.from, e.to) && e.kind != "media" && s.word(e.to) != "/" {
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
		if (e.states() || s.countsOthers(e, first)) && !s.insideCount(e) && !s.clauseWithin(e.to, first.from) && !s.acts(e, first) {
			sp := &speech{own: true, origin: []*entity{t.whole(e)}, at: e.to, para: s.Para, document: true}
			s.spks = append([]*speech{sp}, s.spks...)
		}
		return
	}
}

// countsOthers: a capital gives the figure of another party's losses ("London put at 15,000 the Russian dead").
func (s *sent) countsOthers(e *entity, c *count) bool {
	p := s.partyAt(e.from)
	if e.kind != "party" || p == nil || p.attr("form") != "metonym" || s.toks[e.to].punct && s.toks[e.to].word != "," {
		return false
	}
	for _, n := range s.nodes {
		if n.is("party") && n.from >= c.from && n.from <= c.to+2 && s.d.realParty(n.attr("code")) && n.attr("code") != e.code {
			return true
		}
	}
	return false
}

// clauseWithin: another clause opens between the tokens, relative ones between commas left aside.
func (s *sent) clauseWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].word == "," && s.is(i+1, "relative_word") {
			for i++; i < to && s.toks[i].word != ","; i++ {
			}
			continue
		}
		if s.clauseBetween(i, i+1) {
			return true
		}
	}
	return false
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
	case "media":
		return !e.s.d.publishes(e)
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

// countingSubject: without a verb of saying, a source whose business is counting speaks as the sentence's subject ("Oryx
// has 40 hulls on its list"), and so does any source whose sentence leads with a colon to the figure.
func (t *talk) countingSubject(s *sent, first int) {
	for _, e := range s.entities() {
		if e.to > first || s.blocked(0, e.from) {
			return
		}
		if s.locativeAt(e.from) || s.inCount(e.from, e.to) || e.bare {
			continue
		}
		if !s.byAgent(e.from) && (s.counter(e) || e.kind != "party" && !s.doubtful(e) && s.colonBetween(e.to, first)) {
			sp := &speech{own: true, origin: []*entity{t.whole(e)}, at: e.to, para: s.Para, document: true}
			s.spks = append([]*speech{sp}, s.spks...)
		}
		return
	}
}

// doubtful: a name that nothing explains.
func (s *sent) doubtful(e *entity) bool {
	return e.kind == "person" && !e.titled && !s.d.known[e.person] && e.code == ""
}

// counter: a source that has figures to give without saying so: trackers, monitors, analysts, ministries.
func (s *sent) counter(e *entity) bool {
	switch e.kind {
	case "tracker", "ngo":
		return true
	}
	_, ok := s.d.Lang.Table("counting_body").Value(e.role)
	return ok
}
