package claim

import "slices"

// dateline takes the article's day from its opening where the page gives none ("NIAMEY, 23 March 2024 (Agency)").
func (d *doc) dateline() {
	for i, s := range d.sents {
		if !d.day.zero() || i > 4 {
			return
		}
		for _, n := range s.find("time") {
			if n.attr("type") == "date" && n.attr("year") != "" && n.from <= 6 {
				d.day = d.resolveDate(n)
			}
		}
	}
}

// dateOf settles the as-of date: the event's own day or that of the statement, then what was told before.
func (s *sent) dateOf(c *count, p *period, t *telling) {
	if !p.asOf.zero() {
		s.cap(p)
		return
	}
	set := func(day civil, basis string) {
		if p.asOf.zero() && !day.zero() {
			p.asOf, p.basis = day, basis
		}
	}
	if m := s.nearest(c, "until"); m != nil {
		set(m.end, "stated")
	}
	if p.kind == "event" {
		if day := s.lossDay(c); s.d.history != 0 && day.m == 0 && t.event.y == day.y {
			set(t.event, "inferred") // the year of a day that the story has named
		}
		set(s.lossDay(c), "stated")
		if day := t.eventDay(s, c); s.stillNews(day, c, t) {
			set(day, "inferred")
		}
	}
	set(s.speechDay(c), "stated")
	if p.kind != "event" {
		set(s.lossDay(c), "stated")
	}
	set(p.told, "stated")
	set(t.statedDay(s, c), "stated")
	if p.kind != "event" {
		set(t.paraDay, "stated")
	}
	if p.kind != "event" && s.Kind == "body" && t.openedBy(c) {
		set(t.opened, "inferred")
	}
	if !s.past(c) {
		set(s.d.day, "published")
	}
	s.cap(p)
}

// cap keeps a figure from holding later than the article that gives it.
func (s *sent) cap(p *period) {
	if p.asOf.after(s.d.day) && !s.d.day.zero() {
		p.asOf = s.d.day
	}
}

// stillNews: what happened on a day told before may be what the count's own dated statement speaks of: the day is not
// after the statement, nor another paragraph's and long before it.
func (s *sent) stillNews(day civil, c *count, t *telling) bool {
	said := s.speechDay(c)
	if said.d == 0 || day.zero() {
		return true
	}
	if m := s.nearestOf(c, func(m *moment) bool { return m.kind == "date" && m.hangs != "speech" }); m != nil && s.anotherDay(m, c) {
		return false
	}
	return !day.after(said) && (t.eventIn == s.Para || day.days(said) <= newsDays)
}

const newsDays = 14 // days after which a statement speaks of another incident than that told in a paragraph before

// lossDay is the day on which the sentence says the loss happened, zero for none.
func (s *sent) lossDay(c *count) civil {
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "date" && m.hangs != "speech" })
	if m == nil || m.end.after(s.d.day) && !s.d.day.zero() || s.anotherDay(m, c) {
		return civil{}
	}
	return m.end
}

// anotherDay: m is the day of a loss told before, and the count's own clause opens with that of a statement ("shelling on
// Monday killed 14, and on Wednesday it reported nine more deaths").
func (s *sent) anotherDay(m *moment, c *count) bool {
	for _, o := range s.when {
		if o.kind != "date" || o.hangs != "speech" || o.n.from < m.n.to || o.n.to > c.from {
			continue
		}
		if slices.ContainsFunc(s.counts, func(x *count) bool { return x.loss != nil && x.from >= m.n.to && x.to <= o.n.from }) {
			return true
		}
	}
	return false
}

// speechDay is the day on which the sentence says the figure was given.
func (s *sent) speechDay(c *count) civil {
	var best civil
	cost := far
	for _, m := range s.when {
		day := m.stated()
		if day.zero() || m.hangs != "speech" || day.after(s.d.day) && !s.d.day.zero() || s.semicolon(m, c) && !s.sameSpeech(m, c) || s.othersDay(m, c) {
			continue
		}
		v := s.timeCost(m, c)
		if c.spk != nil && slices.Contains(s.spks, c.spk) && c.spk.at < len(s.toks) {
			v = min(v, s.stride(m, c.spk.at, c.spk.at+1))
		}
		if v < cost {
			best, cost = day, v
		}
	}
	return best
}

// sameSpeech: a quotation runs over the semicolon up to the words that date it ("\"Ten thousand have died; that is four a
// day,\" he said on Monday").
func (s *sent) sameSpeech(m *moment, c *count) bool {
	if c.spk == nil || !slices.Contains(s.spks, c.spk) || m.n.from < c.to || s.stride(m, c.spk.at, c.spk.at+1) > documentReach {
		return false
	}
	for i := c.to; i < min(m.n.from, c.spk.at); i++ {
		if s.quoteMark(i) {
			return true
		}
	}
	return false
}

// othersDay: the day belongs to another figure that somebody gave then ("a list of 71 dead, having owned up to 50 on
// Tuesday").
func (s *sent) othersDay(m *moment, c *count) bool {
	said := false
	for i := c.to; i < m.n.from; i++ {
		n := s.toks[i].node
		said = said || n.is("source") && n.attr("type") == "verb"
		if said && n.is("quantity") {
			return true
		}
	}
	return false
}

// stated is the day or month of a statement: the moment's own, of "last month" the month, of "last year" the year.
func (m *moment) stated() civil {
	switch {
	case m.kind == "date" || m.kind == "month":
		return m.end
	case m.kind == "interval" && m.n.attr("unit") == "month" && !m.start.zero():
		return civil{m.start.y, m.start.m, 0}
	case m.kind == "interval" && m.n.attr("unit") == "year" && !m.end.zero():
		return civil{y: m.end.y}
	}
	return civil{}
}

// semicolon: a semicolon stands between the moment and the count.
func (s *sent) semicolon(m *moment, c *count) bool {
	for i := min(m.n.to, c.to); i < max(m.n.from, c.from); i++ {
		if s.toks[i].word == ";" {
			return true
		}
	}
	return false
}
