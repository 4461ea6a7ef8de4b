package claim

import (
	"strconv"
)

// moment is a time mention worked out against the article's date.
type moment struct {
	n     *node
	kind  string // date, interval, since, total, until, event, month, year
	start civil
	end   civil // the day a date names; the last day of a stretch
}

// period is what a count's words say of its time.
type period struct {
	kind       string // cumulative, interval, event
	start, end civil
	asOf       civil
	basis      string // stated, published, inferred
	text       string
}

func num(n *node, key string) int {
	v, _ := strconv.Atoi(digits(n.attr(key)))
	return v
}

func digits(s string) string {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 && len(s) > 1 && s[0] == '-' {
		return s
	}
	return s[:i]
}

// moments works out the sentence's time mentions.
func (s *sent) moments() []*moment {
	var out []*moment
	for _, n := range s.find("time") {
		m := s.d.moment(n)
		if m == nil {
			continue
		}
		if len(out) > 0 && m.kind == "date" {
			if p := out[len(out)-1]; p.kind == "since" && s.apposedTime(p.n.to, n.from) {
				p.start = m.end
				continue
			}
		}
		if m.kind == "date" && s.sinceBefore(n.from) {
			m.kind, m.start, m.end = "since", m.end, civil{}
		}
		out = append(out, m)
	}
	return out
}

// sinceBefore: the date ends a clause that "since" opened ("since they crossed the border on 6 August").
func (s *sent) sinceBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 12; k-- {
		t := s.toks[k]
		if s.is(k, "since_word") {
			return true
		}
		if t.punct || t.node.is("loss") || t.node.is("quantity") {
			return false
		}
	}
	return false
}

// apposedTime: a date right behind a since-phrase is the day it began ("since the war broke out on 24 February").
func (s *sent) apposedTime(from, to int) bool {
	if to-from > 4 || to < from {
		return false
	}
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.node.is("quantity") || t.node.is("loss") || t.mark == "and" || t.word == ";" {
			return false
		}
	}
	return true
}

func (d *doc) moment(n *node) *moment {
	m := &moment{n: n, kind: n.attr("type")}
	switch m.kind {
	case "date":
		m.end = d.resolveDate(n)
	case "weekday":
		m.kind = "date"
		m.end = d.day.lastWeekday(num(n, "weekday"))
		if n.attr("rel") != "" && m.end == d.day {
			m.end = m.end.add(-7)
		}
	case "relday":
		m.kind, m.end = "date", d.day.add(num(n, "offset"))
	case "ago":
		m.kind, m.end = "date", d.ago(n)
	case "month":
		m.end = d.resolveMonth(n)
	case "year":
		m.end = civil{y: num(n, "year")}
	case "interval":
		d.interval(m)
	case "this":
		d.thisUnit(m)
	case "since":
		d.since(m)
	case "until":
		m.end = d.resolveDate(n)
		if w := num(n, "weekday"); w > 0 {
			m.end = d.day.lastWeekday(w)
		}
	}
	if m.kind == "date" && m.end.zero() {
		return nil
	}
	return m
}

// resolveDate completes a date that gives no year with the latest such day not after the article's date.
func (d *doc) resolveDate(n *node) civil {
	c := civil{num(n, "year"), num(n, "month"), num(n, "day")}
	if n.attr("first") != "" {
		c.d = 1
	}
	if yy := n.attr("yy"); yy != "" {
		c.y = 2000 + num(n, "yy")
	}
	if c.m == 0 || c.d == 0 {
		return civil{}
	}
	if c.y == 0 {
		c.y = d.yearFor(c, n.attr("rel"))
	}
	if !c.valid() {
		return civil{}
	}
	return c
}

func (d *doc) yearFor(c civil, rel string) int {
	if d.day.zero() {
		return 0
	}
	if v, ok := d.Lang.Table("last_word").Value(rel); ok && v == "last" {
		return d.day.y - 1
	}
	c.y = d.day.y
	if c.m > d.day.m || c.m == d.day.m && c.d > d.day.d {
		return d.day.y - 1
	}
	return d.day.y
}

func (d *doc) resolveMonth(n *node) civil {
	c := civil{num(n, "year"), num(n, "month"), 0}
	if c.y == 0 {
		c.y = d.yearFor(c, n.attr("rel"))
	}
	return c
}

func (d *doc) ago(n *node) civil {
	k := max(num(n, "n"), 1)
	t := d.day
	switch n.attr("unit") {
	case "day":
		return t.add(-k)
	case "week":
		return t.add(-7 * k)
	case "month":
		if !t.zero() {
			x := t.time().AddDate(0, -k, 0)
			return civil{x.Year(), int(x.Month()), 0}
		}
	case "year":
		if !t.zero() {
			return civil{y: t.y - k}
		}
	case "decade":
		if !t.zero() {
			return civil{y: t.y - 10*k}
		}
	}
	return t
}

func (d *doc) interval(m *moment) {
	k := max(num(m.n, "n"), 1)
	m.end = civil{}
	if w := num(m.n, "weekday"); w > 0 {
		m.end = d.day.lastWeekday(w)
		m.start = m.end.lastWeekday(num(m.n, "from_weekday"))
		return
	}
	if d.day.zero() || m.n.attr("rate") != "" {
		return
	}
	switch m.n.attr("unit") {
	case "hour":
		m.start = d.day.add(-(k + 23) / 24)
	case "day":
		m.start = d.day.add(-k)
	case "week":
		m.start = d.day.add(-7 * k)
	case "month":
		m.start = fromTime(d.day.time().AddDate(0, -k, 0))
	case "year":
		m.start = fromTime(d.day.time().AddDate(-k, 0, 0))
	}
}

func (d *doc) thisUnit(m *moment) {
	if d.day.zero() {
		return
	}
	switch m.n.attr("unit") {
	case "week":
		m.start = d.day.lastWeekday(1)
	case "month":
		m.start = civil{d.day.y, d.day.m, 1}
	case "year":
		m.start = civil{d.day.y, 1, 1}
	case "day", "hour":
		m.kind, m.end = "date", d.day
		return
	}
	if which := m.n.attr("which"); which == "so far" {
		m.kind = "since"
		return
	}
	m.kind = "interval"
}

func (d *doc) since(m *moment) {
	n := m.n
	switch {
	case n.attr("war") != "":
		m.start = d.warStart(n)
	case num(n, "weekday") > 0:
		m.start = d.day.lastWeekday(num(n, "weekday"))
	case n.attr("yesterday") != "":
		m.start = d.day.add(-1)
	default:
		c := civil{num(n, "year"), num(n, "month"), num(n, "day")}
		if c.y == 0 && c.m != 0 {
			c.y = d.yearFor(c, n.attr("rel"))
		}
		m.start = c
	}
}

// warStart is the start of the war that the article is about: the one with most of its parties that was on.
func (d *doc) warStart(n *node) civil {
	best, score := civil{}, 0
	for _, w := range d.wars {
		if st := parseCivil(w.Start); st.after(d.day) || w.End != "" && !d.day.zero() && d.day.y > parseCivil(w.End).y+1 {
			continue
		}
		points, sides := 0, 0
		for _, side := range w.Sides {
			hit := 0
			for _, code := range side {
				hit += d.parties[code]
			}
			if hit > 0 {
				sides++
			}
			points += min(hit, 20)
		}
		if w.End != "" && parseCivil(w.End).add(60).String() < d.day.String() {
			points /= 4
		}
		if sides >= 2 && (points > score || points == score && parseCivil(w.Start).after(best)) {
			best, score = parseCivil(w.Start), points
		}
	}
	return best
}

// datePeriods gives every count its period and as-of date. The day of the last dated event and the stretch that a
// lead-in names are carried along.
func (d *doc) datePeriods() {
	var carry carriedTime
	for _, s := range d.sents {
		s.when = s.moments()
		if s.Para != carry.para {
			carry.keep = len(s.counts) > 0 && carry.spk != nil && s.counts[0].spk != nil && sameOrigin(carry.spk, s.counts[0].spk)
			carry.newParagraph(s.Para)
		}
		for _, c := range s.counts {
			if c.loss != nil {
				c.period = s.periodOf(c, &carry)
			}
		}
		carry.learn(s)
	}
}

// carriedTime is what earlier sentences said of the time.
type carriedTime struct {
	para   int
	event  civil // the day of the event being told
	stated civil // the day on which figures were given
	lead   *period
	kind   string
	spk    *speech
	keep   bool
}

func (t *carriedTime) newParagraph(p int) {
	t.para = p
	if !t.keep {
		t.kind = ""
	}
	t.keep = false
}

func sameOrigin(a, b *speech) bool {
	return a == b || len(a.origin) > 0 && len(b.origin) > 0 && a.origin[0].id == b.origin[0].id
}

// learn takes the sentence's date for the ones after it.
func (t *carriedTime) learn(s *sent) {
	for _, m := range s.when {
		if m.kind == "date" && !m.end.after(s.d.day) {
			t.event = m.end
			break
		}
	}
	for _, c := range s.counts {
		if c.loss != nil && c.period.kind != "" {
			p := c.period
			t.lead, t.kind, t.spk = &p, p.kind, c.spk
		}
	}
}

// periodOf reads the count's time: the nearest stretch, since-date, total or event word, then what the loss word and
// the context imply.
func (s *sent) periodOf(c *count, carry *carriedTime) period {
	if c.lead != nil && !c.bracket {
		p := c.lead.period
		return p
	}
	since := s.nearest(c, "since")
	interval := s.nearest(c, "interval")
	total := s.nearest(c, "total")
	event := s.nearest(c, "event")
	until := s.nearest(c, "until")
	day := s.dayFor(c)
	asOf, basis := day, "stated"
	if until != nil && !until.end.zero() {
		asOf = until.end
	}
	if asOf.zero() {
		asOf, basis = s.d.day, "published"
	}
	p := period{asOf: asOf, basis: basis}
	switch {
	case c.bracket:
		p.kind = "interval"
		p.setText(interval)
	case since != nil && (interval == nil || s.closer(since, interval, c)):
		p.kind, p.start = "cumulative", since.start
		p.setText(since)
	case interval != nil && (total == nil || s.closer(interval, total, c)):
		p.kind, p.start = "interval", interval.start
		if !interval.end.zero() {
			p.asOf, p.basis = interval.end, "stated"
		}
		p.setText(interval)
	case total != nil:
		p.kind = "cumulative"
		p.setText(total)
	default:
		s.impliedPeriod(c, &p, event, carry)
	}
	if p.end.zero() {
		p.end = p.asOf
	}
	return p
}

func (p *period) setText(m *moment) {
	if m != nil {
		p.text = m.n.text()
	}
}

// impliedPeriod: no stretch is named. Tolls and what a party "has lost" run on; a month or year names a stretch; the
// rest happened in one event, on the day that the sentence or the story so far names.
func (s *sent) impliedPeriod(c *count, p *period, event *moment, carry *carriedTime) {
	month := s.nearest(c, "month")
	year := s.nearest(c, "year")
	switch {
	case month != nil:
		p.kind = "interval"
		p.asOf, p.basis = month.end.monthEnd(), "stated"
		p.setText(month)
	case year != nil:
		p.kind = "interval"
		p.asOf, p.basis = civil{year.end.y, 12, 31}, "stated"
		p.setText(year)
	case s.runningTotal(c), s.increased(c), magnitude(c):
		p.kind = "cumulative"
	case event != nil && !s.listLike():
		p.kind = "event"
		p.setText(event)
	case carry.kind != "":
		p.kind = carry.kind
	default:
		p.kind = "event"
	}
	if p.kind == "event" && p.basis == "published" && !carry.event.zero() {
		p.asOf, p.basis = carry.event, "inferred"
	}
	if p.asOf.after(s.d.day) && !s.d.day.zero() && p.kind != "interval" {
		p.asOf = s.d.day
	}
}

// increased: an increment in brackets stands behind the figure ("3,245 (+14)").
func (s *sent) increased(c *count) bool {
	for _, o := range s.counts {
		if o.lead == c {
			return true
		}
	}
	return false
}

// magnitude: figures so large are totals of a war, not of one event.
func magnitude(c *count) bool {
	v := firstOf(c.q.Quantity.Value, c.q.Quantity.Low, c.q.Quantity.High)
	if v == nil || c.loss.attr("effect") == "captured" {
		return false
	}
	if c.category == "" || isPeople(c.category) {
		return *v >= 1000
	}
	return *v >= 150
}

// runningTotal: the words speak of a figure that grows.
func (s *sent) runningTotal(c *count) bool {
	return c.loss != nil && c.loss.attr("role") == "toll"
}

// nearest is the moment of a kind that is nearest to the count without a border between.
func (s *sent) nearest(c *count, kind string) *moment {
	var best *moment
	cost := far
	for _, m := range s.when {
		if m.kind != kind {
			continue
		}
		if v := s.timeCost(m, c); v < cost {
			best, cost = m, v
		}
	}
	if cost > 30 {
		return nil
	}
	return best
}

func (s *sent) closer(a, b *moment, c *count) bool { return s.timeCost(a, c) <= s.timeCost(b, c) }

// timeCost counts words between; another count's own phrase or a semicolon in between is a border.
func (s *sent) timeCost(m *moment, c *count) int {
	from, to := m.n.to, c.from
	if m.n.from >= c.to {
		from, to = c.to, m.n.from
	} else if m.n.to > c.from {
		return 0
	}
	cost := 0
	for i := from; i < to; i++ {
		t := s.toks[i]
		switch {
		case t.word == ";":
			cost += 15
		case t.node.is("quantity"):
			cost += 3
		case t.mark == "and":
			cost += 2
		default:
			cost++
		}
	}
	return cost
}

// dayFor is the day that the sentence names for the count, zero for none.
func (s *sent) dayFor(c *count) civil {
	m := s.nearest(c, "date")
	if m == nil || m.end.after(s.d.day) && !s.d.day.zero() {
		return civil{}
	}
	return m.end
}
