package claim

// telling is what the article has said of the time so far: per paragraph, per source and for the whole.
type telling struct {
	d       *doc
	para    int
	local   *period            // of the paragraph's last count
	spk     *speech            // who gave it
	base    *period            // the article's first count that says its time
	baseIn  int                // the paragraph that told it
	bySpk   map[string]*period // each source's first one
	stretch *period            // the last stretch named, for "in the same period"
	stated  map[string]told    // the day on which each source gave its figures
	event   civil              // the day of the incident being told
	eventIn int                // the paragraph that told it
	first   civil              // the day of the article's first incident
	main    civil              // the latest day of an incident told, which a look back at older ones does not change
	mainIn  int                // the paragraph that told it
	aside   civil              // the day of an older incident that the paragraph before looked back at
	paraDay civil              // the day on which the paragraph's figures were given
	lastDay civil              // the last day named, for "a day earlier"
	opened  civil              // the day on which the article's first figures were given
	openers []*speech
	list    *list
	chapter *chapter
}

// told is a day and where it was named.
type told struct {
	day  civil
	para int
}

// newTelling begins an article.
func newTelling(d *doc) *telling {
	return &telling{d: d, para: -1, bySpk: map[string]*period{}, stated: map[string]told{}}
}

// enter begins a sentence: a new paragraph ends what the one before was telling, a new chapter all that was told, a list
// opens with its lead-in.
func (t *telling) enter(s *sent) {
	if s.chapter != t.chapter && !s.chapter.sharesTime(t.chapter, t.d) {
		*t = *newTelling(t.d)
	}
	t.chapter = s.chapter
	if s.Para != t.para {
		t.para = s.Para
		t.local, t.paraDay = nil, civil{}
		if t.d.history == 0 && t.event.days(t.main) > lookBack {
			t.aside = t.event
			t.event, t.eventIn = t.main, t.mainIn
		}
	}
	if s.opensEntry() { // each entry of a live page tells its own news
		t.local, t.paraDay, t.event, t.eventIn = nil, civil{}, civil{}, -1
		t.stated, t.opened = map[string]told{}, civil{}
		t.base = nil
	}
	t.openList(s)
}

// lookBack is how many days an incident lies before the article's own to be told in passing.
const lookBack = 6

// note takes over what a count says of its time.
func (t *telling) note(s *sent, c *count) {
	p := c.period
	if c.bracket {
		return
	}
	t.local, t.spk = &p, c.spk
	if s.Kind == "headline" || s.Kind == "caption" || !p.explicit {
		return
	}
	if p.kind == "event" && p.basis == "stated" && p.asOf.d != 0 {
		t.event, t.eventIn = p.asOf, s.Para
	}
	if t.old(&p) {
		return
	}
	if t.base == nil {
		t.base, t.baseIn = &p, s.Para
	}
	if k := speaker(c.spk); k != "" && (t.bySpk[k] == nil || p.kind == "interval" && t.bySpk[k].kind != "interval") {
		t.bySpk[k] = &p
	}
	if p.kind == "interval" || p.kind == "cumulative" && (t.stretch == nil || t.stretch.kind == "cumulative") {
		t.stretch = &p
	}
}

const oldDays = 45 // figures that old are history, no time to go on with

// old: the figures are history, or dated by month or year alone.
func (t *telling) old(p *period) bool {
	return !p.asOf.zero() && (p.asOf.days(t.d.day) > oldDays || p.asOf.d == 0)
}

// leave ends a sentence: its days hold for the ones after it.
func (t *telling) leave(s *sent) {
	if s.Kind == "caption" {
		return
	}
	t.learnDays(s)
	t.learnStretch(s)
	for _, sp := range s.spks {
		for _, m := range s.when {
			if k := speaker(sp); k != "" && m.hangs == "speech" && (m.kind == "date" || m.kind == "month") && s.stride(m, sp.at, sp.at+1) < hangReach {
				t.stated[k] = told{m.end, s.Para}
			}
		}
	}
}

// learnStretch: a sentence without figures may name the time of those that follow ("reports on the week from 24 to 30
// August").
func (t *telling) learnStretch(s *sent) {
	for _, c := range s.counts {
		if c.loss != nil {
			return
		}
	}
	for _, m := range s.when {
		if m.hangs == "speech" || m.kind != "interval" && m.kind != "since" || m.n.attr("rate") != "" || m.kind == "interval" && m.end.zero() && m.start.zero() {
			continue
		}
		p := &period{kind: "cumulative", start: m.start, asOf: m.end, text: m.n.text(), explicit: true}
		if m.kind == "interval" {
			p.kind = m.spans()
		}
		t.local = p
		if p.kind == "interval" && t.base == nil && s.Kind == "body" && !t.old(p) {
			t.base, t.baseIn = p, s.Para
		}
		return
	}
}

// learnDays takes over the days that the sentence names: of what happened, and of any.
func (t *telling) learnDays(s *sent) {
	for _, m := range s.when {
		if m.kind == "since" && m.start.d != 0 && m.n.attr("type") == "since" && m.n.attr("war") == "" {
			t.lastDay = m.start
		}
		if s.incidentBegan(m) {
			t.event, t.eventIn, t.lastDay = m.start, s.Para, m.start
		}
		if (m.kind == "month" || m.kind == "year") && m.hangs != "speech" && m.hangs != "other" && s.d.bygone(m) && (len(s.counts) == 0 || s.firstLoss() == nil) && s.fights() {
			t.event, t.eventIn = m.end, s.Para
		}
		if m.kind != "date" || m.end.after(s.d.day) && !s.d.day.zero() || m.hangs == "other" || m.hangs == "end" {
			continue
		}
		if m.end.d == 0 && t.event.y == m.end.y {
			continue // the year of the day that is being told
		}
		t.lastDay = m.end
		if m.hangs == "speech" || m.hangs == "" && len(s.counts) == 0 && len(s.find("source")) > 0 {
			t.paraDay = m.end
			if t.opened.zero() && s.Kind == "body" && m.hangs == "speech" && m.end.days(s.d.day) <= weekDays {
				t.opened = m.end
				t.openers = s.spks
			}
		}
		if m.hangs != "speech" && (m.hangs == "loss" || t.event.zero() || s.fights()) {
			t.event, t.eventIn = m.end, s.Para
			if t.first.zero() && s.Kind == "body" {
				t.first = m.end
			}
			if !t.main.after(m.end) && m.hangs == "loss" {
				t.main, t.mainIn = m.end, s.Para
			}
		}
	}
}

// incidentBegan: on the day began what is over since, no war that goes on ("the siege began on 15 January 2019, when a
// bomber blew himself up, and ended that night").
func (s *sent) incidentBegan(m *moment) bool {
	if m.kind != "since" || m.hangs != "onset" || m.start.d == 0 || !s.d.longAgo(m.start) || s.d.warBegan(m.start) {
		return false
	}
	return s.tellsOn(m)
}

// fights: the sentence tells of fighting, so a day in it is that of an incident; others are of visits, courts and plans.
func (s *sent) fights() bool {
	if s.d.history != 0 || s.scene().violence > 0 {
		return true
	}
	for i := range s.toks {
		if s.is(i, "strike_verb") {
			return true
		}
	}
	return false
}

// speaker is the key of who speaks, "" where nobody is named.
func speaker(sp *speech) string {
	if sp == nil || len(sp.origin) == 0 {
		return ""
	}
	if id := sp.origin[0].id; id != "" {
		return id
	}
	return sp.origin[0].name
}

// goesOn is the time that a count without one of its own shares with those before it: its paragraph's, then that of
// what its source was reporting.
func (t *telling) goesOn(s *sent, c *count, tally bool) (period, bool) {
	if p := t.local; p != nil && t.sameVoice(s, c) && (p.explicit || !tally || p.kind == "cumulative") {
		if p.kind == "event" && !magnitude(c) || p.kind != "event" && !p.dwarfed(c) {
			return p.shared(), true
		}
	}
	if day := s.speechDay(c); t.base != nil && day.d != 0 && day.days(t.base.asOf) > 3 {
		return period{}, false
	}
	if p := t.bySpk[speaker(c.spk)]; p != nil && p.kind != "event" && !p.dwarfed(c) && t.stillOn(s, c, p, tally) {
		if b := t.base; p.kind == "cumulative" && b != nil && b.kind == "interval" && (!tally && !magnitude(c) || s.standing(c) == "sum" && !b.dwarfed(c)) && !s.perfect(c) {
			return b.shared(), true
		}
		return p.shared(), true
	}
	return period{}, false
}

// sameStretch is the stretch that "the same period" goes back to; the same hours are no running total's.
func (t *telling) sameStretch(m *moment) period {
	u := m.n.attr("unit")
	if t.local != nil && t.local.explicit && t.local.kind != "event" && u == "" {
		return t.local.shared()
	}
	if t.stretch == nil || t.stretch.kind != "interval" && (u == "hour" || u == "day") {
		return period{kind: "interval", text: m.n.text(), explicit: true}
	}
	return t.stretch.shared()
}

// dwarfed: the figure is too large for the day or two that the period covers.
func (p *period) dwarfed(c *count) bool {
	v := firstOf(c.q.Quantity.Value, c.q.Quantity.Low, c.q.Quantity.High)
	if v == nil || p.kind != "interval" || p.start.days(p.told) > 3 || p.start.days(p.asOf) > 3 {
		return false
	}
	switch c.category {
	case "aircraft", "helicopters", "air_defence", "ships":
		return *v >= 50
	case "tanks", "mlrs":
		return *v >= 150
	case "drones", "missiles", "people", "personnel", "civilians", "":
		return *v >= 3000
	}
	return *v >= 300
}

// sameVoice: the count is given by the source of the one before, or by nobody that its sentence names.
func (t *telling) sameVoice(s *sent, c *count) bool {
	return !c.ownSpeech() || t.spk == c.spk || speaker(c.spk) == speaker(t.spk)
}

// shared is the period as another count takes it over; the as-of date only where its own sentence has none.
func (p *period) shared() period {
	q := period{kind: p.kind, start: p.start, text: p.text, explicit: p.explicit && p.kind != "event"}
	if p.asOf.d != 0 || p.kind == "event" {
		q.told = p.asOf
	}
	return q
}

// eventDay is the day of the incident that a count without a date belongs to.
func (t *telling) eventDay(s *sent, c *count) civil {
	if t.eventIn != s.Para && s.past(c) {
		return civil{}
	}
	if m := s.nearest(c, "event"); m != nil && m.n.attr("which") == "edge" && !t.aside.zero() {
		return t.aside // "after the first night": the one that was just told of
	}
	if m := s.nearest(c, "event"); m != nil && t.eventIn != s.Para && s.speechDay(c).d != 0 && s.is(m.n.from-1, "a_word") {
		return civil{} // "announced today the death of a soldier in an attack": another one
	}
	return t.event
}

// stillOn: a count whose sentence names nobody is still of the stretch its carried source spoke of: no incident has been
// told since, and what stands beside a total of the war is a total itself.
func (t *telling) stillOn(s *sent, c *count, p *period, tally bool) bool {
	switch {
	case c.ownSpeech() && (p.kind == "interval" || t.eventIn != s.Para):
		return true
	case p.kind == "interval":
		return t.eventIn <= t.baseIn
	}
	return tally || magnitude(c) || s.perfect(c) || t.eventIn != s.Para
}

// inTotals: the article gives totals of the war, and nothing in the paragraph tells of an incident.
func (t *telling) inTotals(s *sent, c *count) bool {
	if t.base == nil || t.base.kind != "cumulative" || t.eventIn == s.Para || single(c) || c.category == "drones" || c.category == "missiles" {
		return false
	}
	for k := s.i; k >= 0 && t.d.sents[k].Para == s.Para; k-- {
		for _, m := range t.d.sents[k].when {
			if m.kind == "event" && m.n.attr("many") == "" || m.kind == "date" && m.hangs != "speech" {
				return false
			}
		}
	}
	return true
}

// openedBy: the count is given by one of those whose statement opened the article.
func (t *telling) openedBy(c *count) bool {
	for _, sp := range t.openers {
		if k := speaker(sp); k != "" && (k == speaker(c.spk) || c.spk != nil && len(c.spk.origin) > 0 && c.spk.origin[0].code != "" && c.spk.origin[0].code == sp.origin[0].code) {
			return true
		}
	}
	return false
}

// statedDay is the day on which the count's source gave its figures, as an earlier sentence told.
func (t *telling) statedDay(s *sent, c *count) civil {
	d, ok := t.stated[speaker(c.spk)]
	if !ok || s.Para-d.para > 3 {
		return civil{}
	}
	return d.day
}
