package claim

// speech is one act of saying: who, through whom, by which words.
type speech struct {
	origin []*entity
	relay  []*entity
	cue    string
	at     int // token of the cue
	deny   bool
	admits bool
	own    bool // named in the sentence itself, not carried over
	para   int
}

// speechReach is how many words a subject may stand before its verb.
const speechReach = 24

// findSpeakers finds the speeches of every sentence and carries them on to sentences that name none.
func (d *doc) findSpeakers() {
	var cur *speech
	for _, s := range d.sents {
		s.findSpeech(cur)
		for _, sp := range s.spks {
			if !sp.deny && len(sp.origin) > 0 {
				cur = sp
				break
			}
		}
		if s.Kind == "subhead" {
			continue
		}
		if cur != nil && s.Kind != "headline" && s.Kind != "caption" {
			s.spk = cur
		}
	}
	if d.house != nil && cur == nil {
		cur = d.house
		for _, s := range d.sents {
			s.spk = cur
		}
	}
	d.speakAhead()
	for _, s := range d.sents {
		for _, c := range s.counts {
			c.spk = s.speechFor(c)
		}
	}
}

// speakAhead gives sentences before the first speaker the one that the text names next: headlines and opening lines
// have their source in the body.
func (d *doc) speakAhead() {
	var next *speech
	for i := len(d.sents) - 1; i >= 0; i-- {
		s := d.sents[i]
		for k := len(s.spks) - 1; k >= 0; k-- {
			if !s.spks[k].deny {
				next = s.spks[k]
			}
		}
		if s.spk == nil {
			s.spk = next
		}
	}
}

func (s *sent) findSpeech(cur *speech) {
	ents := s.entities()
	for _, n := range s.nodes {
		if !n.is("source") || n.attr("type") != "verb" {
			continue
		}
		sp := &speech{cue: n.text(), at: n.from, own: true, para: s.Para, deny: n.attr("stance") == "deny", admits: n.attr("stance") == "admit"}
		switch n.attr("cue") {
		case "according":
			sp.take(s.entityAfter(ents, n.to, 8))
		case "citing":
			sp.take(s.entityAfter(ents, n.to, 8))
			if r := s.entityBefore(ents, n.from); r != nil {
				sp.relay = append(sp.relay, r)
			}
		default:
			if !s.pronounSubject(n) {
				sp.take(s.subjectOf(ents, n))
			}
		}
		if len(sp.origin) == 0 && cur != nil {
			if s.pronounBefore(n) && s.Para-cur.para <= 2 {
				sp.origin, sp.relay = cur.origin, cur.relay
			}
		}
		if len(sp.origin) > 0 {
			s.spks = append(s.spks, sp)
		}
	}
	s.mergeRelays()
}

func (sp *speech) take(e *entity) {
	if e != nil {
		sp.origin = append(sp.origin, e)
	}
}

// pronounSubject: the verb's own subject is a pronoun right before it ("he has stated").
func (s *sent) pronounSubject(n *node) bool {
	for k := n.from - 1; k >= 0 && k >= n.from-3; k-- {
		if s.is(k, "subject_pronoun") {
			return true
		}
		if s.toks[k].punct || s.nameWord(k) || s.sourceAt(k) != nil {
			return false
		}
	}
	return false
}

// pronounBefore: "he said", "the statement added", "añadió": the verb goes on with the speaker before.
func (s *sent) pronounBefore(n *node) bool {
	for k := n.from - 1; k >= 0 && k >= n.from-5; k-- {
		if s.is(k, "subject_pronoun") {
			return true
		}
		for _, m := range s.nodes {
			if m.is("source") && m.attr("type") == "document" && m.from <= k && k < m.to {
				return true
			}
		}
	}
	return s.d.verbFirst || n.from <= 1 || s.toks[n.from-1].punct
}

// subjectOf finds who says: the nearest source before the verb, a person in apposition before an institution, or in
// inverted order the source right after it.
func (s *sent) subjectOf(ents []*entity, n *node) *entity {
	var left *entity
	for _, e := range ents {
		if e.to > n.from {
			break
		}
		if e.kind == "party" && s.locativeAt(e.from) || s.toks[max(0, e.from-1)].mark == "of" && left != nil || s.counted(e) {
			continue
		}
		if n.from-e.to > speechReach || s.blocked(e.to, n.from) || s.doubtfulName(e, n) {
			continue
		}
		if left == nil || !s.apposed(left, e, n) {
			left = e
		}
	}
	right := s.entityAfter(ents, n.to, 3)
	if right == nil && s.d.verbFirst {
		if right = s.entityAfter(ents, n.to, 7); right != nil && !s.onlyTimes(n.to, right.from) {
			right = nil
		}
	}
	if right != nil && (right.id == "reporters" || right.kind == "media" && left == nil && !s.inverted(n) || right.from > n.to && s.toks[right.from-1].mark == "of") {
		right = nil
	}
	if right != nil && (left == nil || s.inverted(n)) && !s.thatBetween(n.to, right.from) {
		return right
	}
	return left
}

// counted: the entity is part of what a number counts ("1,030 Russian soldiers"), so it says nothing.
func (s *sent) counted(e *entity) bool {
	for _, c := range s.counts {
		if e.from < c.to && c.from < e.to {
			return true
		}
	}
	return false
}

// onlyTimes: nothing but times, articles and adverbs stand in between ("publicó este miércoles el ministerio").
func (s *sent) onlyTimes(from, to int) bool {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.punct || t.node != nil && !t.node.is("time") && !t.node.is("source") || t.node == nil && t.mark != "" && !s.is(i, "name_article") && !s.is(i, "genitive_word") {
			return false
		}
	}
	return true
}

// locativeAt: a preposition of place stands right before token i ("in Kyiv", "en Siria").
func (s *sent) locativeAt(i int) bool {
	return i > 0 && s.toks[i-1].mark == "of" && !s.is(i-1, "genitive_word")
}

// doubtfulName: one capitalised word that nothing marks as a name speaks only right beside the verb.
func (s *sent) doubtfulName(e *entity, n *node) bool {
	if e.kind != "person" || e.titled || e.to-e.from > 1 {
		if e.titled || s.d.known[e.person] {
			return false
		}
		return e.kind == "person" && n.from-e.to > 10
	}
	return !s.d.known[e.person] && n.from-e.to > 2
}

// apposed: a keeps the subject's place although b is nearer: "Kristoffersen, the head of Norway's Armed Forces, said",
// "the ministry in Baku said", "the minister told Reuters".
func (s *sent) apposed(a, b *entity, n *node) bool {
	if b.from-a.to > 4 {
		return false
	}
	if a.rank() > b.rank() {
		return true
	}
	if b.kind == "party" && a.kind != "party" {
		return true
	}
	return false
}

// blocked: a semicolon, a colon or another speech verb stands between subject and verb.
func (s *sent) blocked(from, to int) bool {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.word == ";" || t.node.is("source") && t.node.attr("type") == "verb" && t.node.attr("cue") == "verb" {
			return true
		}
	}
	return false
}

// inverted: the verb follows a comma or a closing quote ("…, said the ministry"; "…", informó el ministro).
func (s *sent) inverted(n *node) bool {
	if n.from == 0 {
		return true
	}
	p := s.toks[n.from-1]
	return p.punct
}

func (s *sent) thatBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.is(i, "that_word") || s.toks[i].punct {
			return true
		}
	}
	return false
}

// entityAfter is the first source within reach words after token i.
func (s *sent) entityAfter(ents []*entity, i, reach int) *entity {
	for _, e := range ents {
		if e.from >= i && e.from-i <= reach {
			return e
		}
	}
	return nil
}

func (s *sent) entityBefore(ents []*entity, i int) *entity {
	var last *entity
	for _, e := range ents {
		if e.to <= i && i-e.to <= 6 {
			last = e
		}
	}
	return last
}

// mergeRelays turns a medium beside a fuller source into its relay.
func (s *sent) mergeRelays() {
	var other *speech
	for _, sp := range s.spks {
		if sp.origin[0].kind != "media" {
			other = sp
		}
	}
	if other == nil {
		return
	}
	var keep []*speech
	for _, sp := range s.spks {
		if sp != other && sp.origin[0].kind == "media" {
			other.relay = append(other.relay, sp.origin...)
			continue
		}
		keep = append(keep, sp)
	}
	s.spks = keep
}

// speechFor picks the speech of a count: the nearest of the sentence's own, else the one carried over.
func (s *sent) speechFor(c *count) *speech {
	best, cost := (*speech)(nil), far
	for _, sp := range s.spks {
		if v := s.speechCost(sp, c); v < cost {
			best, cost = sp, v
		}
	}
	if best != nil {
		return best
	}
	return s.spk
}

// speechAt is the speech of a loss word that governs no number of its own sentence.
func (s *sent) speechAt(l *node) *speech {
	return s.speechFor(&count{s: s, q: l, from: l.from, to: l.to})
}

func (s *sent) speechCost(sp *speech, c *count) int {
	from, to := sp.at, c.from
	cost := 0
	if from > to {
		from, to = c.to, sp.at
		cost = 12
	}
	for i := from; i < to; i++ {
		switch t := s.toks[i]; {
		case t.word == ";":
			cost += 25
		case s.is(i, "contrast_word"):
			cost += 20
		default:
			cost++
		}
	}
	return cost
}
