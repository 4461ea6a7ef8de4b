package claim

import (
	"slices"
	"strconv"
)

// moment is a time mention worked out against the article's date.
type moment struct {
	n      *node
	kind   string // date, interval, since, total, sum, tally, same, until, event, month, year
	start  civil
	end    civil  // the day a date names; the last day of a stretch
	anchor string // "day": counted from the day told before, not from the article's date; "unit": the month or year of that day
	offset int
	hangs  string // what it tells the time of: speech, loss, onset, end, other
}

// num is an attribute as a number, 0 for none.
func num(n *node, key string) int {
	v, _ := strconv.Atoi(digits(n.attr(key)))
	return v
}

// digits are the leading digits of "24th", "3.º"; a negative number as it is.
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

// moments works out the sentence's time mentions: the fullest one of those that overlap, dates that since-words and
// until-words open as starts and ends, and what each tells the time of. told is the day told last.
func (s *sent) moments(told civil) []*moment {
	var out []*moment
	s.d.reading = s
	for _, n := range s.timeNodes() {
		m := s.d.moment(n)
		if m == nil || s.noTime(m) || !s.anchor(m, out, told) || s.saidAlready(m, out) {
			continue
		}
		s.openedBy(m)
		s.datedFrom(m)
		s.everSince(m)
		if m.kind == "date" && m.end.zero() {
			continue
		}
		out = append(out, m)
	}
	for _, m := range out {
		m.hangs = s.hangsOn(m)
		if m.hangs == "onset" && m.kind != "event" && m.kind != "interval" {
			m.kind, m.start, m.end = "since", m.end, civil{}
		}
	}
	return out
}

// noTime: the mention is no time after all, or tells nothing of the figures'.
func (s *sent) noTime(m *moment) bool {
	if m.n.attr("type") == "relday" && s.d.history != 0 && m.end == s.d.day {
		return true // who remembers today says nothing of the day it holds for
	}
	return s.namesDay(m.n) || s.streetName(m.n) || m.kind == "event" && s.partOfTarget(m.n) || s.lastsFor(m)
}

// anchor resolves a day, month or year that is counted from the one told before; false where that is nothing new.
func (s *sent) anchor(m *moment, before []*moment, told civil) bool {
	if y := s.namesPast(); s.d.history != 0 && m.n.attr("type") == "weekday" && y != 0 {
		m.end = civil{y: y}
	}
	switch m.anchor {
	case "day":
		if last := len(before) - 1; last >= 0 && before[last].kind == "date" && m.n.from-before[last].n.to == 1 && s.toks[m.n.from-1].word == "," {
			return false // "on 4 April, two days before it all began": the day has been named
		}
		if told.zero() && m.n.attr("type") == "onward" && !slices.ContainsFunc(before, func(o *moment) bool { return o.kind == "date" }) {
			return false
		}
		m.end = s.dayTold(before, told).add(m.offset)
	case "unit":
		m.end = s.unitTold(m, told)
	}
	return true
}

// saidAlready: the mention repeats the one before it: the day on which the war began, the year of "that Sunday of 1983".
func (s *sent) saidAlready(m *moment, before []*moment) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	switch {
	case m.kind == "date" && last.kind == "since" && last.n.attr("war") != "" && s.apposedTime(last.n.to, m.n.from):
		last.start = m.end
		return true
	case m.kind == "year" && last.end == m.end && m.n.from-last.n.to <= 1:
		return true
	}
	return false
}

// streetName: the date is the name of a street, a hospital, a brigade ("30 June Square", "el hospital 22 de Mayo").
func (s *sent) streetName(n *node) bool {
	return n.attr("type") == "date" && n.attr("year") == "" && (s.is(n.from-1, "date_name") || !s.d.headFirst && s.is(n.to, "date_name"))
}

// namesDay: the weekday is that of a date right beside it ("Saturday 12 August", "el 11 de junio, viernes").
func (s *sent) namesDay(n *node) bool {
	if n.attr("type") != "weekday" {
		return false
	}
	for _, o := range s.find("time") {
		gap := max(o.from-n.to, n.from-o.to)
		if o.attr("type") == "date" && o.attr("day") != "" && o.attr("month") != "" && gap >= 0 && gap <= 1 && (gap == 0 || s.toks[min(n.to, o.to)].punct) {
			return true
		}
	}
	return false
}

// timeRank says which of two overlapping time mentions is kept.
func timeRank(n *node) int {
	switch n.attr("type") {
	case "since", "range", "until", "same":
		return 4
	case "interval", "this", "edge":
		return 3
	case "date", "anchored", "quarter":
		return 3
	case "event":
		return 0
	}
	return 2
}

// timeNodes are the sentence's time mentions, of overlapping ones the longest, of equals the one that says more.
func (s *sent) timeNodes() []*node {
	var out []*node
	all := s.find("time")
next:
	for _, n := range all {
		if n.from >= n.to {
			continue
		}
		for _, o := range all {
			if o == n || o.End <= n.Start || n.End <= o.Start || (o.attr("type") == "event") != (n.attr("type") == "event") {
				continue
			}
			if a, b := o.End-o.Start, n.End-n.Start; a > b || a == b && timeRank(o) > timeRank(n) {
				continue next
			}
		}
		out = append(out, n)
	}
	return out
}

// partOfTarget: the word names a thing that is counted, no incident ("rocket launchers", "mine sweepers").
func (s *sent) partOfTarget(n *node) bool {
	for i := n.from; i < n.to; i++ {
		if s.toks[i].node.is("target") {
			return true
		}
	}
	return n.to < len(s.toks) && n.to-n.from == 1 && s.toks[n.to].node.is("target")
}

// lastsFor: the stretch says how long or when in the day an incident was ("in a night attack", "a two-day battle"), or how often a report comes out ("its annual summary").
func (s *sent) lastsFor(m *moment) bool {
	if m.kind != "interval" || num(m.n, "n") == 0 || m.n.attr("which") != "" {
		return false
	}
	if m.n.attr("unit") == "year" && m.n.attr("rate") != "" && (s.is(m.n.from-1, "issue_word") || s.is(m.n.to, "issue_word")) {
		return true
	}
	for _, n := range s.nodes {
		if n.is("time") && n.attr("type") == "event" && n.attr("many") == "" && n.from == m.n.to {
			return true
		}
	}
	return false
}

// dayTold is the day that "the day before" counts from: the sentence's last, else the one told before it.
func (s *sent) dayTold(before []*moment, told civil) civil {
	for i := len(before) - 1; i >= 0; i-- {
		if m := before[i]; m.kind == "date" || m.kind == "until" {
			return m.end
		}
	}
	if told.zero() {
		return s.d.day
	}
	return told
}

// unitTold is the last day of the month or year that was being told ("they lost 27 soldiers during the month").
func (s *sent) unitTold(m *moment, told civil) civil {
	if told.zero() {
		return civil{}
	}
	if u, _ := s.d.Lang.Table("time_unit").Value(m.n.attr("unit")); u == "year" {
		return civil{y: told.y}.monthEnd()
	}
	return told.monthEnd()
}

// openedBy turns a time that a since-word or an until-word opens into a start or a limit: "since they crossed the
// border on 6 August", "by the end of November".
func (s *sent) openedBy(m *moment) {
	switch m.kind {
	case "date", "month", "year", "interval":
	default:
		return
	}
	if m.kind != "interval" && (s.is(m.n.from, "since_word") || s.is(m.n.from-1, "since_word") || m.anchor == "" && s.sinceBefore(m.n.from)) {
		m.kind, m.start, m.end = "since", m.end, civil{}
		return
	}
	if m.kind == "interval" && m.n.attr("which") != "" && s.sinceBefore(m.n.from) {
		m.kind = "since"
		return
	}
	if m.kind != "interval" && (s.is(m.n.from, "until_word") || s.is(m.n.from-1, "until_word")) {
		if m.kind != "date" {
			m.end = m.end.monthEnd()
		}
		m.kind = "until"
	}
}

// datedFrom: a figure that "dates from 18 November" is of that day.
func (s *sent) datedFrom(m *moment) {
	if m.kind == "since" && m.start.d != 0 && !s.is(m.n.from, "since_word") && s.is(m.n.from-1, "issue_word") {
		m.kind, m.start, m.end = "date", civil{}, m.start
	}
}

// sinceBefore: the date ends a clause that "since" opened ("since they crossed the border on 6 August").
func (s *sent) sinceBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 12; k-- {
		t := s.toks[k]
		if s.is(k, "since_word") {
			return true
		}
		if s.is(k, "until_word") || t.punct && (t.word != "," || i-k > 4) || t.node.is("loss") && t.node.attr("weak") == "" || t.node.is("quantity") || t.node.is("source") && t.node.attr("type") == "verb" {
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
		if t := s.toks[i]; t.node != nil && !t.node.is("time") || t.mark == "and" || t.word == ";" {
			return false
		}
	}
	return true
}

// moment works out a time mention by its type; nil for a date that is none.
func (d *doc) moment(n *node) *moment {
	m := &moment{n: n, kind: n.attr("type")}
	switch m.kind {
	case "date":
		m.end = d.resolveDate(n)
	case "weekday":
		d.weekday(m)
	case "relday":
		m.kind, m.end = "date", d.day.add(num(n, "offset"))
	case "anchored":
		m.kind, m.anchor, m.offset = "date", "day", num(n, "offset")
		return m
	case "onward": // the clause behind tells of a day before that of the sentence
		m.kind, m.anchor, m.offset = "date", "day", -max(num(n, "n"), 1)
		return m
	case "told":
		m.kind, m.anchor = "interval", "unit"
	case "jubilee":
		m.kind, m.end = "date", civil{num(n, "year"), d.day.m, d.day.d}
	case "feast":
		m.kind, m.end = "date", d.feast(n)
	case "ago":
		m.kind, m.end = "date", d.ago(n)
	case "month":
		m.end = d.resolveMonth(n)
	case "year":
		m.end = civil{y: num(n, "year")}
	case "range":
		d.dayRange(m)
	case "quarter":
		d.quarter(m)
	case "interval":
		d.interval(m)
	case "edge":
		d.edge(m)
	case "this":
		d.thisUnit(m)
	case "since":
		d.since(m)
	case "until":
		d.until(m)
	}
	if m.kind == "date" && m.end.zero() {
		return nil
	}
	return m
}
