package claim

// carrySpeakers gives every count its speech: one of its sentence, or the one that runs on from before; sentences
// before the first speaker take the next one.
func (d *doc) carrySpeakers() {
	var cur, fig *speech
	para := -1
	for _, s := range d.sents {
		if s.Kind == "subhead" {
			continue
		}
		if s.Para != para && fig != nil && cur.origin[0].someone() {
			cur = fig
		}
		para = s.Para
		if cur != nil && s.Kind != "headline" && s.Kind != "caption" {
			s.spk = cur
		}
		if sp := s.lasting(); sp != nil && s.Kind != "caption" {
			cur = sp
			s.spk = sp
			if s.firstLoss() != nil {
				fig = sp
			}
		}
	}
	d.speakAhead()
	for _, s := range d.sents {
		for _, c := range s.counts {
			c.spk = s.speechFor(c)
		}
	}
}

// lasting is the sentence's speech that the next sentences go on with.
func (s *sent) lasting() *speech {
	for _, sp := range s.spks {
		if !sp.deny {
			return sp
		}
	}
	return nil
}

// speakAhead gives sentences before the first speaker the one that the text names next: headlines and opening lines
// have their source in the body.
func (d *doc) speakAhead() {
	var next *speech
	for i := len(d.sents) - 1; i >= 0; i-- {
		s := d.sents[i]
		if sp := s.lasting(); sp != nil && s.Kind != "caption" {
			next = sp
		}
		if s.spk == nil && s.Kind != "caption" {
			s.spk = next
		}
	}
}

// speechFor picks the speech of a count: the nearest of the sentence's own, else the one carried over.
func (s *sent) speechFor(c *count) *speech {
	best, cost := (*speech)(nil), far
	for _, sp := range s.spks {
		if v := s.speechCost(sp, c); sp.of == nil && v < cost {
			best, cost = sp, v
		}
	}
	if best == nil {
		return s.spk
	}
	return s.relayed(best, c)
}

// relayed: of "JNIM said it had killed 200, according to SITE" JNIM is the origin, and SITE passed it on.
func (s *sent) relayed(best *speech, c *count) *speech {
	if !best.trails {
		return best
	}
	for _, sp := range s.spks {
		if sp == best || sp.of != nil || sp.origin[0].kind == "media" || sp.at > min(c.from, best.at) || sp.trails || sp.deny || sp.document || s.clauseBetween(sp.at, c.from) {
			continue
		}
		for _, o := range s.spks {
			if o.of == sp && o.via == best {
				return o
			}
		}
		both := *sp
		both.of, both.via = sp, best
		both.relay = append(append([]*entity{}, sp.relay...), best.origin...)
		s.spks = append(s.spks, &both)
		return &both
	}
	return best
}

// clauseBetween: another clause opens between, so what stands before it does not reach over.
func (s *sent) clauseBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.word == ";" || t.mark == "clause" && !s.is(i, "that_word") {
			return true
		}
	}
	return false
}

// speechAt is the speech of a loss word that governs no number of its own sentence.
func (s *sent) speechAt(l *node) *speech {
	return s.speechFor(&count{s: s, q: l, from: l.from, to: l.to})
}

func (s *sent) speechCost(sp *speech, c *count) int {
	from, to := sp.at, c.from
	cost := 0
	if sp.trails {
		cost = 8
	}
	if from > to {
		from, to = c.to, sp.at
		cost = 12
		if sp.trails {
			cost = 2
		}
	}
	for i := from; i < to; i++ {
		switch t := s.toks[i]; {
		case t.word == ";":
			cost += 25
		case s.is(i, "contrast_word"):
			cost += 20
		case t.mark == "clause" && !s.is(i, "that_word"):
			cost += 5
		default:
			cost++
		}
	}
	return cost
}
