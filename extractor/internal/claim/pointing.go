package claim

// speakBack gives figures that nobody has claimed yet to the one whom the next sentence names for them: "Thirty dead. That
// is the toll given by the ministry", "Two people died. About this reports the military administration".
func (d *doc) speakBack() {
	for _, s := range d.sents {
		sp := s.lasting()
		if sp == nil || s.Kind != "body" || s.losing() || !s.pointsBack() {
			continue
		}
		for k := s.i - 1; k >= 0; k-- {
			o := d.sents[k]
			if o.Para != s.Para || o.Kind != "body" || len(o.spks) > 0 || o.hasQuotes() {
				break
			}
			o.spk = sp
		}
	}
}

// hasQuotes: some of the sentence's words stand in quotation marks, so somebody has spoken them.
func (s *sent) hasQuotes() bool {
	for i := range s.toks {
		if s.quoteMark(i) {
			return true
		}
	}
	return false
}

// pointsBack: the sentence opens with a word for what has just been said: "that", "so", "about this", "the figure".
func (s *sent) pointsBack() bool {
	i := 0
	for i < len(s.toks) && i < 2 && (s.is(i, "name_article") || s.is(i, "other_preposition")) {
		i++
	}
	return s.is(i, "pointing_word") || i > 0 && s.is(i, "figure_noun") || s.is(i, "pointing_word") && s.is(i+1, "figure_noun")
}

// backgroundYears is how long a war has lasted when its toll is common knowledge.
const backgroundYears = 2

// freeBackground takes the running source away from what every article on a long war repeats in its own voice: "The
// insurgency has killed more than 40,000 people since 1969."
func (d *doc) freeBackground() {
	for _, s := range d.sents {
		if s.Kind != "body" || len(s.spks) > 0 || d.day.zero() {
			continue
		}
		for _, c := range s.counts {
			if c.loss == nil || c.spk == nil || c.spk == d.house || c.equipment() || !magnitude(c) || !s.namesWar() {
				continue
			}
			if m := s.nearest(c, "since"); m != nil && m.n.attr("war") == "" && !m.start.zero() && m.start.y <= d.day.y-backgroundYears {
				c.spk = nil
			}
		}
	}
}

// namesWar: a word for a war stands in the sentence.
func (s *sent) namesWar() bool {
	for i := range s.toks {
		if s.is(i, "war_word") {
			return true
		}
	}
	return false
}

// freeDated takes the running source away from what an article on a war long past tells with a date of its own: each
// such event is a new one, and a source that spoke of the one before need not be that of the next.
func (d *doc) freeDated() {
	if d.history == 0 {
		return
	}
	for _, s := range d.sents {
		if s.Kind != "body" {
			continue
		}
		for _, c := range s.counts {
			sp := c.spk
			if sp == nil || sp == d.house || c.ownSpeech() || sp.origin[0].s == s || !s.datesAnew(c) {
				continue
			}
			c.spk = nil
		}
	}
}

// datesAnew: the sentence dates the count's loss by itself.
func (s *sent) datesAnew(c *count) bool {
	if c.loss == nil || c.period.basis != "stated" {
		return false
	}
	m := s.nearestOf(c, func(m *moment) bool {
		return (m.kind == "date" || m.kind == "month") && m.hangs != "speech" && m.end.y != 0
	})
	return m != nil && s.timeCost(m, c) <= incidentReach
}
