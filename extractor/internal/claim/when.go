package claim

// period is what a count's words say of its time.
type period struct {
	kind       string // cumulative, interval, event
	start, end civil
	asOf       civil
	basis      string // stated, published, inferred
	text       string
	explicit   bool  // its own sentence or a lead-in says so
	told       civil // the as-of date of the count whose time it goes on with
}

// datePeriods gives every count its period and as-of date, from its own words first, then from what was said before.
func (d *doc) datePeriods() {
	d.dateline()
	d.findHistory()
	t := newTelling(d)
	for _, s := range d.sents {
		t.enter(s)
		s.when = s.moments(t.lastDay)
		for _, c := range s.counts {
			if c.loss != nil {
				c.period = s.periodOf(c, t)
				t.note(s, c)
			}
		}
		s.sameTime()
		t.leave(s)
	}
	d.lookAhead()
	d.dateHeadlines()
}

// periodOf reads the count's time: a stretch, since-date or total that bears on it, else what the loss word, the list
// and the story so far imply.
func (s *sent) periodOf(c *count, t *telling) period {
	if c.lead != nil && !c.bracket {
		return c.lead.period
	}
	if p := s.wholeOf(c); p != nil {
		return *p
	}
	p, ok := s.statedPeriod(c, t)
	if !ok {
		p = s.impliedPeriod(c, t)
	}
	s.dateOf(c, &p, t)
	if p.end.zero() {
		p.end = p.asOf
	}
	return p
}

// wholeOf is the time of the sum that the count is a part of, when its own words say nothing of the time.
func (s *sent) wholeOf(c *count) *period {
	if !c.part || c.bracket {
		return nil
	}
	for _, m := range s.when {
		if gap := m.n.from - c.to; gap >= 0 && gap <= partTime && m.kind != "tally" && m.kind != "sum" && m.n.attr("many") == "" {
			return nil
		}
	}
	var whole *period
	for _, o := range s.counts {
		if o == c {
			break
		}
		if o.loss != nil && !o.bracket {
			whole = &o.period
		}
	}
	return whole
}

const partTime = 8 // words after a part in which it may name a time of its own

// statedPeriod is the stretch, the start or the total that the sentence names for the count.
func (s *sent) statedPeriod(c *count, t *telling) (period, bool) {
	if p, ok := s.columnPeriod(c, t); ok {
		return p, true
	}
	since := s.nearest(c, "since")
	interval := s.stretch(c)
	total := s.nearest(c, "total")
	p := period{explicit: true}
	switch {
	case c.bracket:
		p.kind = "interval"
		p.setText(interval)
	case s.toldOn(c) != nil:
		p.kind, p.asOf, p.basis = s.toldKind(s.toldOn(c), c), s.toldOn(c).end, "stated"
	case since != nil && !c.part && s.tellsOn(since) && c.from >= since.n.to && s.timeCost(since, c) < incidentReach && s.standing(c) == "" && !s.clauseOver(since, c):
		p.kind, p.asOf, p.basis = s.toldKind(since, c), since.start, "stated"
	case since != nil && !(s.ranks(since) && s.tellsOn(since)) && (interval == nil || s.closer(since, interval, c)):
		p.kind, p.start = "cumulative", since.start
		if !since.end.zero() {
			p.asOf, p.basis = since.end, "stated"
		}
		if since.ofDays() && !s.tally(c) && !s.tellsOn(since) && !s.d.warBegan(since.start) {
			p.kind = "interval"
		}
		p.setText(since)
	case interval != nil && (total == nil || s.closer(interval, total, c)):
		p.kind, p.start = interval.spans(), interval.start
		if event := s.nearest(c, "event"); event != nil && event.n.attr("many") == "" && interval.n.attr("type") == "range" && interval.start.days(interval.end) <= longIncident && !s.tally(c) {
			p.kind = "event"
		}
		if !interval.end.zero() {
			p.asOf, p.basis = interval.end, "stated"
		} else if m := s.within(interval); m != nil {
			if p.asOf, p.basis = m.end, "stated"; m.n.from > interval.n.from {
				p.asOf = m.end.monthEnd()
			}
		} else if s.forTheDay(interval) && t.eventIn == s.Para && !t.event.zero() {
			p.asOf, p.basis = t.event, "stated"
		} else if interval.start.zero() && t.base != nil && t.base.kind == "interval" {
			p.told = t.base.asOf
		}
		p.setText(interval)
	case total != nil && !s.nearerCalendar(total, c):
		p.kind = "cumulative"
		p.setText(total)
	case s.nearest(c, "same") != nil:
		p = t.sameStretch(s.nearest(c, "same"))
	default:
		return period{}, false
	}
	return p, true
}

// stretch is the bounded stretch that bears on the count: a rate only from near by, no hours within one incident.
func (s *sent) stretch(c *count) *moment {
	m := s.nearestOf(c, func(m *moment) bool {
		if m.kind != "interval" || m.hangs == "speech" || m.hangs == "onset" {
			return false
		}
		return m.n.attr("unit") != "hour" || num(m.n, "n")%12 == 0
	})
	if m == nil || m.n.attr("rate") != "" && s.timeCost(m, c) > rateReach {
		return nil
	}
	if s.nearerCalendar(m, c) {
		return nil
	}
	if day := s.nearest(c, "date"); day != nil && s.d.calendar(m) && day.hangs != "speech" && s.closer(day, m, c) {
		return nil
	}
	return m
}

// nearerCalendar: a month or a year bears on the count rather than m ("lost 12 so far this month, against 31 in January").
func (s *sent) nearerCalendar(m *moment, c *count) bool {
	o := s.nearestOf(c, func(o *moment) bool { return (o.kind == "month" || o.kind == "year") && o.hangs == "loss" })
	if o == nil || s.timeCost(o, c) >= s.timeCost(m, c) || s.ofOther(o, c) {
		return false
	}
	gap := max(o.n.from-m.n.to, m.n.from-o.n.to)
	return gap > 2 // "in a single week in July"
}

// ofOther: the moment stands right behind another figure, before the count ("374 deaths in 2011, against 711 last year").
func (s *sent) ofOther(m *moment, c *count) bool {
	for _, o := range s.counts {
		if gap := m.n.from - o.to; o != c && o.loss != nil && gap >= 0 && gap <= 2 && m.n.to <= c.from {
			return true
		}
	}
	return false
}

const (
	rateReach    = 12
	longIncident = 4 // days that one battle may last
)

// clauseOver: the clause behind a date has told of another loss and ended before the count ("the worst since October, when
// twelve soldiers died, came on Thursday: 13 fell").
func (s *sent) clauseOver(m *moment, c *count) bool {
	told := false
	for i := m.n.to; i < c.from; i++ {
		n := s.toks[i].node
		told = told || n.is("loss") && n.attr("weak") == ""
		if told && s.toks[i].word == "," {
			return true
		}
	}
	return false
}

// toldOn is the day that a clause about the count explains ("on 28 May, when a soldier was shot").
func (s *sent) toldOn(c *count) *moment {
	m := s.nearest(c, "date")
	if m == nil || c.part || !s.tellsOn(m) || c.from < m.n.to || s.timeCost(m, c) > incidentReach || s.clauseOver(m, c) {
		return nil
	}
	return m
}

// within is the month or year that a stretch is part of ("in a single week in July", "in October 1981 they shot down
// five aircraft in ten days").
func (s *sent) within(interval *moment) *moment {
	lasts := interval.n.attr("which") == "" && interval.n.attr("type") == "interval"
	for _, m := range s.when {
		if gap := m.n.from - interval.n.to; (m.kind == "month" || m.kind == "year") && (gap >= 0 && gap <= 2 || lasts && gap < 0 && s.d.bygone(m) && m.hangs != "speech" && m.hangs != "other") {
			return m
		}
	}
	return nil
}

// forTheDay: the figures are those of the day that the sentence before names, not of any day ("30 a day").
func (s *sent) forTheDay(m *moment) bool {
	if m.n.attr("rate") == "" || m.n.attr("unit") != "day" {
		return false
	}
	for i := m.n.from; i < m.n.to; i++ {
		if s.is(i, "name_article") {
			return true
		}
	}
	return false
}

// ofDays: the start is a day of this week ("since Monday", "since this morning"), so the stretch is a short one.
func (m *moment) ofDays() bool {
	return num(m.n, "weekday") > 0 || m.n.attr("yesterday") != "" || m.n.attr("type") == "relday"
}

// toldKind is what a clause behind a date tells: that something happened then, or that somebody then named a total
// ("since September 2022, when it owned up to 5,937 dead"); where it tells of a place it is what happened there.
func (s *sent) toldKind(m *moment, c *count) string {
	if s.is(m.n.to, "place_word") || s.is(m.n.to+1, "place_word") {
		return "event"
	}
	for _, n := range s.nodes {
		if n.is("source") && n.attr("type") == "verb" && n.from >= m.n.to && n.to <= c.from {
			return "cumulative"
		}
	}
	return "event"
}

// spans is the kind of period that a stretch makes: what is counted in days of war or over years is a running total.
func (m *moment) spans() string {
	if u := m.n.attr("unit"); m.n.attr("war") != "" && (num(m.n, "n") >= 5 || u != "day" && u != "hour" && u != "week") {
		return "cumulative"
	}
	if k := num(m.n, "n"); m.n.attr("which") == "" && m.n.attr("rate") == "" && k > 0 {
		switch u := m.n.attr("unit"); {
		case u == "year", u == "decade", u == "day" && k >= 60, u == "week" && k >= 5:
			return "cumulative"
		}
	}
	return "interval"
}

// setText keeps the words that name the period.
func (p *period) setText(m *moment) {
	if m != nil {
		p.text = m.n.text()
	}
}

// impliedPeriod: no stretch is named. A list has its lead-in's, a month or year that the loss fell in is a stretch, a
// day or an incident is an event; tallies run on; the rest goes on with what was being told.
func (s *sent) impliedPeriod(c *count, t *telling) period {
	if s.listLike() || c.label {
		if p, ok := t.listPeriod(s, c); ok && !s.ownEvent(c, t) {
			return p
		}
	}
	event := s.incident(c)
	if p, ok := s.calendarPeriod(c, event); ok {
		return p
	}
	day := s.lossDay(c)
	tally := s.tally(c)
	switch {
	case s.Kind == "table_row" && t.base == nil && event == nil && day.zero():
		return period{kind: "cumulative"}
	case event != nil && !s.listLike() && (!tally || s.timeCost(event, c) <= tollReach && !s.keeps(c)):
		p := period{kind: "event", explicit: !day.zero()}
		p.setText(event)
		return p
	case !day.zero() && !magnitude(c) && (!tally || s.dayBeside(c) || s.tollOfDay(c)):
		return period{kind: s.dayKind(c), explicit: true}
	case !day.zero() && c.loss.attr("role") != "toll" && s.dayBeside(c) && !outgrows(c):
		return period{kind: "interval", explicit: true}
	}
	if p, ok := t.goesOn(s, c, tally); ok && !(p.kind == "interval" && s.sums(c)) {
		return p
	}
	switch {
	case tally && t.base == nil && !t.first.zero() && !magnitude(c) && !s.keeps(c):
		return period{kind: "event"}
	case s.sums(c) && !t.d.day.zero() && t.local != nil && t.local.kind == "interval":
		return period{kind: "cumulative"}
	case t.eventIn == s.Para && !magnitude(c) && tally && !s.keeps(c):
		return period{kind: "event"}
	case t.base != nil && t.base.kind != "cumulative" && (!magnitude(c) || s.standing(c) == "sum" && !t.base.dwarfed(c)) && (tally || t.base.kind == "interval" && t.eventIn <= t.baseIn) && !(s.Para != t.baseIn && s.keeps(c) && s.keptSince(c)):
		return t.base.shared()
	case tally, magnitude(c), s.perfect(c), s.sums(c), s.past(c) && t.eventIn != s.Para,
		t.inTotals(s, c):
		return period{kind: "cumulative"}
	}
	return period{kind: "event"}
}

// dayKind: what was lost on a day is an incident's; on that day alone, or in attacks all over the country, it is the
// day's account.
func (s *sent) dayKind(c *count) string {
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "date" && m.hangs != "speech" })
	if m != nil && (s.is(m.n.to, "alone_word") || s.is(m.n.from-1, "alone_word") || s.is(m.n.from-2, "alone_word") && s.toks[m.n.from-1].node == nil) {
		return "interval"
	}
	return "event"
}

// ownEvent: a line of a list names a day of its own on which something happened ("27 July: 40 villagers killed").
func (s *sent) ownEvent(c *count, t *telling) bool {
	return !t.list.grows && !s.lossDay(c).zero() && !magnitude(c) && !s.tally(c)
}

// calendarPeriod reads a month or year: as the loss's own it is a stretch, or the date of an incident; as that of a
// statement it dates a running total.
func (s *sent) calendarPeriod(c *count, event *moment) (period, bool) {
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "month" || m.kind == "year" })
	if m == nil || s.nearest(c, "date") != nil && s.closer(s.nearest(c, "date"), m, c) {
		return period{}, false
	}
	p := period{asOf: m.end, basis: "stated", explicit: true}
	p.setText(m)
	switch {
	case event != nil && !magnitude(c) && !s.keeps(c):
		p.kind = "event"
	case m.hangs == "speech" || s.standing(c) != "" || m.kind == "month" && s.keeps(c) && s.d.bygone(m) && outgrows(c):
		p.kind = "cumulative"
	case single(c) || s.tellsOn(m) && c.loss.s == s && c.loss.from >= m.n.to || s.bygone(m, c):
		p.kind = "event"
	default:
		p.kind, p.asOf = "interval", m.end.monthEnd()
	}
	return p, true
}

// bygone: what fell in one month long past is remembered as a battle or a massacre, no month's account ("in July 2008
// insurgents killed nine soldiers at the outpost"). Those who keep counts, and who set months side by side, do give one.
func (s *sent) bygone(m *moment, c *count) bool {
	if m.kind != "month" || !s.d.bygone(m) || s.keeps(c) || outgrows(c) {
		return false
	}
	for _, o := range s.when {
		if o != m && !s.d.day.after(m.end.monthEnd().add(seriesDays)) && (o.kind == "month" || o.kind == "year") && o.hangs != "speech" && o.hangs != "other" {
			return false
		}
	}
	return c.loss.attr("role") != "own" || c.loss.attr("effect") != "unspecified"
}

// bygone: the month was over long before the article.
func (d *doc) bygone(m *moment) bool {
	return !d.day.zero() && !m.end.zero() && d.day.after(m.end.monthEnd().add(bygoneDays))
}

// outgrows: the figure is more than one battle or massacre costs.
func outgrows(c *count) bool {
	v := firstOf(c.q.Quantity.Value, c.q.Quantity.Low, c.q.Quantity.High)
	return v == nil || *v > bygoneToll
}

const (
	bygoneDays = 100
	seriesDays = 500 // days for which months are still set side by side
	bygoneToll = 2000
)
