package claim

import (
	"slices"
	"strconv"
	"strings"

	"lossclaims/patterns"
)

// until is the day up to which a figure holds; of a month or year its last.
func (d *doc) until(m *moment) {
	n := m.n
	switch {
	case num(n, "weekday") > 0:
		m.end = d.day.lastWeekday(num(n, "weekday"))
	case n.attr("offset") != "":
		m.end = d.day.add(num(n, "offset"))
	case n.attr("day") != "":
		m.end = d.resolveDate(n)
	case n.attr("month") != "":
		m.end = d.resolveMonth(n).monthEnd()
	case n.attr("year") != "":
		m.end = civil{num(n, "year"), 12, 31}
	}
}

// weekday is the latest such day up to the article's; "last Friday" in an article of a Friday is the week before.
func (d *doc) weekday(m *moment) {
	m.kind = "date"
	m.end = d.day.lastWeekday(num(m.n, "weekday"))
	if m.n.attr("week") != "" {
		m.end = d.day.lastWeekday(1).add(-7 + num(m.n, "weekday") - 1)
		return
	}
	if m.n.attr("rel") != "" && m.end == d.day {
		m.end = m.end.add(-7)
	}
}

// resolveDate completes a date that gives no year with the latest such day not after the article's date, or with the
// year of a history that the article tells.
func (d *doc) resolveDate(n *node) civil {
	c := civil{num(n, "year"), num(n, "month"), num(n, "day")}
	if n.attr("first") != "" {
		c.d = 1
	}
	if yy := n.attr("yy"); yy != "" {
		c.y = 2000 + num(n, "yy")
	}
	if c.m == 0 && c.y == 0 && c.d != 0 && !d.day.zero() {
		return d.dayOfMonth(c.d)
	}
	if c.m == 0 || c.d == 0 {
		return civil{}
	}
	if c.y != 0 && n.attr("type") == "date" && d.history != 0 && c.y <= d.day.y-pastYears {
		d.history = c.y
	}
	if c.y == 0 && n.recent() {
		c.y = d.latestYear(c)
	} else if c.y == 0 {
		c.y = d.yearFor(c, n.attr("rel"))
	}
	d.yearTold = c.y
	if !c.valid() {
		return civil{}
	}
	if n.attr("type") == "date" && d.longAgo(c) {
		d.told, d.toldIn = c, n.s.Para
	}
	return c
}

// recent: a word right before the date says that it is of late ("recently, on 4 December").
func (n *node) recent() bool {
	return n.s.is(n.from-1, "recent_word") || n.s.is(n.from-2, "recent_word") || n.s.is(n.from-3, "recent_word")
}

// feast is the latest such feast up to the article's day.
func (d *doc) feast(n *node) civil {
	month, day, _ := strings.Cut(n.attr("feast"), "-")
	c := civil{}
	c.m, _ = strconv.Atoi(month)
	c.d, _ = strconv.Atoi(day)
	c.y = d.yearFor(c, n.attr("rel"))
	return c
}

// dayOfMonth is the latest day of that number up to the article's day ("el día 8", "on the 26th").
func (d *doc) dayOfMonth(k int) civil {
	if t := d.told; !t.zero() && d.reading != nil && (d.history != 0 || d.reading.Para-d.toldIn <= 1) {
		c := civil{t.y, t.m, k}
		if k < t.d-toldBack {
			c = fromTime(civil{t.y, t.m, 1}.time().AddDate(0, 1, k-1))
		}
		return c
	}
	c := civil{d.day.y, d.day.m, k}
	if k > d.day.d {
		if c.m--; c.m == 0 {
			c.y, c.m = c.y-1, 12
		}
	}
	if !c.valid() {
		return civil{}
	}
	return c
}

// yearFor is the year of a day or month that names none.
func (d *doc) yearFor(c civil, rel string) int {
	if d.day.zero() {
		return 0
	}
	if d.inTable("last_word", rel, "last") {
		return d.day.y - 1
	}
	if y := d.inStory(c); y != 0 {
		return y
	}
	if d.history != 0 {
		return d.history
	}
	if rel == "that" && d.yearTold != 0 {
		return d.yearTold
	}
	return d.latestYear(c)
}

// latestYear is the year of the latest such day or month up to the article's day.
func (d *doc) latestYear(c civil) int {
	if c.m > d.day.m || c.m == d.day.m && c.d > d.day.d {
		return d.day.y - 1
	}
	return d.day.y
}

// resolveMonth completes a month; "last February" in a February is that of the year before.
func (d *doc) resolveMonth(n *node) civil {
	c := civil{num(n, "year"), num(n, "month"), 0}
	if c.y == 0 {
		c.y = d.yearFor(c, n.attr("rel"))
		if n.attr("late") != "" && !d.day.zero() {
			c.y = d.latestYear(c)
		}
		if c.m == d.day.m && (n.attr("rel") != "" || n.attr("late") != "") {
			c.y = d.day.y - 1
		}
	}
	return c
}

// ago is the day, month or year so many units before the article's day.
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

// dayRange reads "between March 8 and 11", "25 to 27 July", "del 24 al 30 de agosto"; what the first day leaves out it
// takes from the last.
func (d *doc) dayRange(m *moment) {
	n := m.n
	m.kind = "interval"
	a := civil{num(n, "year"), num(n, "month"), num(n, "day")}
	b := civil{num(n, "year_end"), num(n, "month_end"), num(n, "day_end")}
	if b.m == 0 {
		b.m = a.m
	}
	if a.m == 0 {
		a.m = b.m
	}
	if b.m == 0 && b.d != 0 && !d.day.zero() {
		b = d.dayOfMonth(b.d)
		a.m = b.m
	}
	if b.y == 0 {
		b.y = d.yearFor(b, "")
	}
	if a.y == 0 {
		a.y = b.y
		if a.m > b.m {
			a.y--
		}
	}
	m.start, m.end = a, b
	if b.d == 0 {
		m.end = b.monthEnd()
	}
	if d.warBegan(a) && m.end.monthEnd().days(d.day) <= weekDays {
		m.kind = "since"
	}
}

// warBegan: a war of the article's began on that day, so a stretch from it is a running total.
func (d *doc) warBegan(c civil) bool {
	for _, w := range d.wars {
		if st := parseCivil(w.Start); c.d != 0 && st == c || c.d == 0 && st.y == c.y && st.m == c.m {
			return true
		}
	}
	return false
}

// interval works out a stretch: between weekdays, by the calendar, or so many units back from the article's day.
func (d *doc) interval(m *moment) {
	k := max(num(m.n, "n"), 1)
	m.end = civil{}
	if w := num(m.n, "weekday"); w > 0 {
		m.end = d.day.lastWeekday(w)
		if _, ok := d.Lang.Table("last_word").Value(m.n.attr("rel")); ok {
			m.end = d.day.lastWeekday(1).add(-7 + w - 1)
		}
		m.start = m.end.lastWeekday(num(m.n, "from_weekday"))
		return
	}
	if m.n.attr("which") == "edge" {
		if u := m.n.attr("unit"); k == 1 && u == "day" || u == "hour" && k <= 24 && m.n.attr("n") != "" {
			m.kind = "event" // the first night of a battle is an incident of it
		}
		return
	}
	if d.day.zero() || m.n.attr("rate") != "" {
		return
	}
	if d.calendarUnit(m) {
		return
	}
	day := d.day
	if m.n.attr("midnight") != "" {
		day = d.day.add(-1)
		m.end = day
	}
	switch m.n.attr("unit") {
	case "hour":
		m.start = day.add(-(k + 23) / 24)
	case "day":
		m.start = day.add(-k)
	case "week":
		m.start = day.add(-7 * k)
	case "month":
		m.start = fromTime(day.time().AddDate(0, -k, 0))
	case "year":
		m.start = fromTime(day.time().AddDate(-k, 0, 0))
	}
}

// calendarUnit: "last month", "el año pasado" are the month or year before the article's, no running stretch.
func (d *doc) calendarUnit(m *moment) bool {
	if !d.calendar(m) {
		return false
	}
	switch m.n.attr("unit") {
	case "month":
		m.start = fromTime(civil{d.day.y, d.day.m, 1}.time().AddDate(0, -1, 0))
		m.end = m.start.monthEnd()
		return true
	case "year":
		m.start, m.end = civil{d.day.y - 1, 1, 1}, civil{d.day.y - 1, 12, 31}
		return true
	}
	return false
}

// thisUnit is the part of the week, month or year up to the article's day.
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

// since works out a start: of a war, on a weekday or by date.
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
		if d.episode(w) && !d.names(w, n) {
			continue
		}
		points, sides, seen := 0, 0, []string(nil)
		for _, side := range w.Sides {
			hit := 0
			for _, code := range side {
				if !slices.Contains(seen, code) { // an insurgency whose rebels have no code of their own
					hit += d.parties[code]
				}
			}
			if seen = append(seen, side...); hit > 0 {
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

// episode: w is a battle or campaign of a longer war between the same parties, which only its name can mean.
func (d *doc) episode(w patterns.War) bool {
	for _, o := range d.wars {
		if o.Start < w.Start && o.Start != "" && (o.End == "" || w.End != "" && w.End <= o.End) && sharesSides(o, w) {
			return true
		}
	}
	return false
}

// sharesSides: a party of each side of b fights in a, on different sides.
func sharesSides(a, b patterns.War) bool {
	met := map[int]bool{}
	for _, side := range b.Sides {
		for i, other := range a.Sides {
			if slices.ContainsFunc(side, func(code string) bool { return slices.Contains(other, code) }) {
				met[i] = true
			}
		}
	}
	return len(met) >= 2
}

// names: the words of the mention are a name of the war.
func (d *doc) names(w patterns.War, n *node) bool {
	said := string(patterns.Fold([]rune(n.text())))
	for _, name := range w.Names[d.Lang.Code()] {
		if strings.Contains(said, string(patterns.Fold([]rune(name)))) {
			return true
		}
	}
	return false
}
