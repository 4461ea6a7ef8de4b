package claim

import "slices"

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
		t.leave(s)
	}
	d.lookAhead()
	d.dateHeadlines()
}

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
	case since != nil && s.tellsOn(since) && c.from >= since.n.to && s.timeCost(since, c) < incidentReach && s.standing(c) == "":
		p.kind, p.asOf, p.basis = s.toldKind(since, c), since.start, "stated"
	case since != nil && (interval == nil || s.closer(since, interval, c)):
		p.kind, p.start = "cumulative", since.start
		p.setText(since)
	case interval != nil && (total == nil || s.closer(interval, total, c)):
		p.kind, p.start = interval.spans(), interval.start
		if !interval.end.zero() {
			p.asOf, p.basis = interval.end, "stated"
		} else if interval.start.zero() && t.base != nil && t.base.kind == "interval" {
			p.told = t.base.asOf
		}
		p.setText(interval)
	case total != nil:
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
	if day := s.nearest(c, "date"); day != nil && s.d.calendar(m) && day.hangs != "speech" && s.closer(day, m, c) {
		return nil
	}
	return m
}

const rateReach = 12

// toldOn is the day that a clause about the count explains ("on 28 May, when a soldier was shot").
func (s *sent) toldOn(c *count) *moment {
	m := s.nearest(c, "date")
	if m == nil || !s.tellsOn(m) || c.from < m.n.to || s.timeCost(m, c) > incidentReach {
		return nil
	}
	return m
}

// toldKind is what a clause behind a date tells: that something happened then, or that somebody then named a total
// ("since September 2022, when it owned up to 5,937 dead").
func (s *sent) toldKind(m *moment, c *count) string {
	for _, n := range s.nodes {
		if n.is("source") && n.attr("type") == "verb" && n.from >= m.n.to && n.to <= c.from {
			return "cumulative"
		}
	}
	return "event"
}

// spans is the kind of period that a stretch makes: what is counted in days of war or over years is a running total.
func (m *moment) spans() string {
	if m.n.attr("war") != "" {
		return "cumulative"
	}
	if k := num(m.n, "n"); m.n.attr("which") == "" && m.n.attr("rate") == "" && k > 0 {
		switch u := m.n.attr("unit"); {
		case u == "year", u == "decade", u == "day" && k >= 60:
			return "cumulative"
		}
	}
	return "interval"
}

func (p *period) setText(m *moment) {
	if m != nil {
		p.text = m.n.text()
	}
}

// impliedPeriod: no stretch is named. A list has its lead-in's, a month or year that the loss fell in is a stretch, a
// day or an incident is an event; tallies run on; the rest goes on with what was being told.
func (s *sent) impliedPeriod(c *count, t *telling) period {
	if s.listLike() || c.label {
		if p, ok := t.listPeriod(s, c); ok {
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
	case event != nil && !s.listLike() && (!tally || s.timeCost(event, c) <= tollReach && !s.keeps(c)):
		p := period{kind: "event", explicit: !day.zero()}
		p.setText(event)
		return p
	case !day.zero() && !tally && !magnitude(c):
		return period{kind: "event", explicit: true}
	}
	if p, ok := t.goesOn(s, c, tally); ok && !(p.kind == "event" && s.perfect(c)) && !(p.kind == "interval" && s.sums(c)) {
		return p
	}
	switch {
	case s.sums(c) && !t.d.day.zero() && t.local != nil && t.local.kind == "interval":
		return period{kind: "cumulative"}
	case t.eventIn == s.Para && !magnitude(c) && tally && !s.keeps(c):
		return period{kind: "event"}
	case t.base != nil && t.base.kind != "cumulative" && !magnitude(c) && (tally || t.base.kind == "interval"):
		return t.base.shared()
	case tally, magnitude(c), s.perfect(c), s.sums(c):
		return period{kind: "cumulative"}
	}
	return period{kind: "event"}
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
	case m.hangs == "speech" || s.standing(c) != "":
		p.kind = "cumulative"
	case s.tellsOn(m) && c.from >= m.n.to:
		p.kind = "event"
	default:
		p.kind, p.asOf = "interval", m.end.monthEnd()
	}
	return p, true
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
		set(s.lossDay(c), "stated")
		set(t.eventDay(s, c), "inferred")
	}
	set(s.speechDay(c), "stated")
	if p.kind == "cumulative" {
		set(s.lossDay(c), "stated")
	}
	set(p.told, "stated")
	set(t.statedDay(s, c), "stated")
	if p.kind != "event" {
		set(t.paraDay, "stated")
	}
	set(s.d.day, "published")
	s.cap(p)
}

// cap keeps a figure from holding later than the article that gives it.
func (s *sent) cap(p *period) {
	if p.asOf.after(s.d.day) && !s.d.day.zero() {
		p.asOf = s.d.day
	}
}

// lossDay is the day on which the sentence says the loss happened, zero for none.
func (s *sent) lossDay(c *count) civil {
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "date" && m.hangs != "speech" })
	if m == nil || m.end.after(s.d.day) && !s.d.day.zero() {
		return civil{}
	}
	return m.end
}

// speechDay is the day on which the sentence says the figure was given.
func (s *sent) speechDay(c *count) civil {
	var best civil
	cost := far
	for _, m := range s.when {
		day := m.stated()
		if day.zero() || m.hangs != "speech" || day.after(s.d.day) && !s.d.day.zero() || s.semicolon(m, c) {
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

// stated is the day or month of a statement: the moment's own, of "last month" the month.
func (m *moment) stated() civil {
	switch {
	case m.kind == "date" || m.kind == "month":
		return m.end
	case m.kind == "interval" && m.n.attr("unit") == "month" && !m.start.zero():
		return civil{m.start.y, m.start.m, 0}
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

// incident is the single incident that the sentence tells of near the count; attacks in general are none.
func (s *sent) incident(c *count) *moment {
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "event" && m.n.attr("many") == "" })
	if m == nil || s.timeCost(m, c) > incidentReach {
		return nil
	}
	return m
}

const incidentReach = 16

// magnitude: figures so large are totals of a war, not of one event.
func magnitude(c *count) bool {
	v := firstOf(c.q.Quantity.Value, c.q.Quantity.Low, c.q.Quantity.High)
	if v == nil || c.loss.attr("effect") == "captured" {
		return false
	}
	switch c.category {
	case "drones", "missiles":
		return *v >= 1000
	}
	if c.category == "" || isPeople(c.category) {
		return *v >= 1000
	}
	return *v >= 150
}

// tally: the words speak of a figure that is kept and grows: a toll, a count, a list, what stands at a number.
func (s *sent) tally(c *count) bool {
	if c.loss.attr("role") == "toll" || s.standing(c) != "" || s.keeps(c) {
		return true
	}
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "tally" || m.kind == "sum" || m.kind == "until" })
	return m != nil && s.timeCost(m, c) <= tallyReach
}

const (
	tallyReach = 14
	tollReach  = 8 // words between a toll and the incident that it is of
)

// keeps: somebody keeps the count, by name or as an estimate, whatever was told before ("its list", "put the dead at").
func (s *sent) keeps(c *count) bool {
	if c.loss.attr("role") == "toll" {
		return false
	}
	if c.ownSpeech() && (s.is(c.spk.at, "record_word") || s.is(c.spk.at, "perfect_word")) || s.standing(c) == "put" {
		return true
	}
	m := s.nearest(c, "tally")
	return m != nil && s.timeCost(m, c) <= tallyReach
}

// sums: a word of adding up stands by the figure ("in total", "altogether").
func (s *sent) sums(c *count) bool {
	m := s.nearest(c, "sum")
	return m != nil && s.timeCost(m, c) <= tallyReach
}

// single: one thing or person, so one incident.
func single(c *count) bool {
	v := firstOf(c.q.Quantity.Value)
	return v != nil && *v == 1
}

// standing is the kind of verb that sets the figure as the state of a count: "put" ("has put the dead at 31,000"),
// "reach" ("had risen to 60").
func (s *sent) standing(c *count) string {
	for k := c.from - 1; k >= 0 && k >= c.from-9; k-- {
		if v, ok := s.d.Lang.Table("standing_verb").Value(s.toks[k].word); ok {
			return v
		}
		if t := s.toks[k]; t.word == ";" || t.word == "." || t.word == "," || t.node.is("quantity") || t.mark == "clause" {
			return ""
		}
	}
	return ""
}

// perfect: the loss is told in the perfect ("has lost", "han muerto"), which speaks of all that happened so far.
func (s *sent) perfect(c *count) bool {
	l := c.loss
	if l.s != s  {
		return false
	}
	for k := l.to - 1; k >= 0 && k >= l.from-3; k-- {
		if s.is(k, "perfect_word") {
			return true
		}
		if t := s.toks[k]; k < l.from && (t.punct || t.node != nil && t.node != l) {
			return false
		}
	}
	return false
}
