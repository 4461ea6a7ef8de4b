package claim

const (
	pastYears    = 8 // a full date so long ago may say that the article tells history
	historyOpens = 8 // sentences within which a history says that it is one; a chapter of old wars farther down is none
	youngJubilee = 4 // years after which a headline's anniversary is history
	jubileeDays  = 7 // days between the article's day and that of an anniversary
)

// findHistory finds out whether the article tells of a war long past: its dates are old, an anniversary has come round,
// and next to nothing is said of yesterday or last week. Dates without a year are then of the year told last.
func (d *doc) findHistory() {
	if d.day.zero() {
		return
	}
	year, old, now, opens := 0, 0, 0, false
	for i, s := range d.sents {
		for _, n := range s.timeNodes() {
			y, weight := d.pastYear(s, n)
			if weight > 0 && (year == 0 || old == 0) {
				year = y
			}
			old += weight
			opens = opens || weight > 0 && i < max(historyOpens, len(d.sents)/3)
			if d.present(n) && n.attr("offset") != "0" && s.firstLoss() != nil && s.namesPast() == 0 {
				now++
			}
		}
	}
	if old >= 2 && old > now && opens {
		d.history = year
	}
}

// pastYear is the year long ago that a time mention names and how much it says for history: an anniversary twice as
// much as a date, most of all in the article's opening.
func (d *doc) pastYear(s *sent, n *node) (year, weight int) {
	switch n.attr("type") {
	case "anniversary", "ago":
		if k := num(n, "n"); n.attr("unit") == "year" && (k >= pastYears || k >= youngJubilee && s.Kind == "headline" && n.attr("type") == "anniversary") {
			switch {
			case s.Kind == "headline" && n.attr("type") == "anniversary":
				return d.day.y - k, 3
			case s.i <= 3:
				return d.day.y - k, 2
			}
			return d.day.y - k, 1
		}
	case "jubilee":
		return num(n, "year"), 2
	case "date", "range", "month":
		year = max(num(n, "year"), num(n, "year_end"))
		if year == 0 || year > d.day.y-pastYears {
			return 0, 0
		}
		c := civil{d.day.y, num(n, "month"), num(n, "day")}
		if c.valid() && c.d != 0 && max(c.days(d.day), d.day.days(c)) <= jubileeDays {
			return year, 2
		}
		return year, 1
	}
	return 0, 0
}

// namesPast is the year long ago that the sentence gives, so that its weekday is of then ("that Easter Sunday of 1983").
func (s *sent) namesPast() int {
	for _, n := range s.find("time") {
		if y := num(n, "year"); y != 0 && y <= s.d.day.y-pastYears {
			return y
		}
	}
	return 0
}

// present: the mention is of the days around the article's own.
func (d *doc) present(n *node) bool {
	switch n.attr("type") {
	case "weekday", "relday", "this":
		return true
	case "interval":
		return n.attr("which") != "" && n.attr("which") != "edge"
	case "date":
		return num(n, "year") >= d.day.y-1 && n.attr("year") != ""
	}
	return false
}

// past says whether the article tells history and the count's sentence has no word of the present.
func (s *sent) past(c *count) bool {
	if s.d.history == 0 || s.perfect(c) {
		return false
	}
	for _, m := range s.when {
		if s.d.present(m.n) {
			return false
		}
	}
	return true
}

// longAgo is how many days before the article a dated loss is history, told in the article's own voice.
const longAgo = 60

// freeHistory takes the running source away from what the article itself recalls: losses dated long before it, in
// sentences that name no speaker.
func (d *doc) freeHistory() {
	if d.day.zero() || d.history != 0 {
		return
	}
	for _, s := range d.sents {
		if s.Kind == "headline" {
			continue
		}
		for _, c := range s.counts {
			if c.spk != nil && len(s.spks) > 0 && (c.spk.trails || c.spk.at > c.from || !s.clauseBetween(c.spk.at, c.from)) {
				continue
			}
			p := c.period
			if p.basis == "stated" && !p.asOf.zero() && d.day.after(p.asOf.monthEnd().add(longAgo)) && c.spk != d.house {
				c.spk = nil
			}
		}
	}
}
