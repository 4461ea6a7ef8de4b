package claim

import "strconv"

// yearIn is the year that stands alone in cell k of a table's row, 0 for none.
func (s *sent) yearIn(k int) int { return s.yearAlone(s.cellStart(k), s.cellStart(k+1)-1) }

// monthIn is the month that stands alone in cell k, 0 for none.
func (s *sent) monthIn(k int) int {
	from, to := s.cellStart(k), s.cellStart(k+1)-1
	if to-from != 1 {
		return 0
	}
	v, _ := s.d.Lang.Table("month").Value(s.toks[from].word)
	m, _ := strconv.Atoi(v)
	return m
}

// yearAlone is the year that is all of the tokens.
func (s *sent) yearAlone(from, to int) int {
	if to-from != 1 || len(s.toks[from].word) != 4 {
		return 0
	}
	y := 0
	for _, r := range s.toks[from].word {
		if r < '0' || r > '9' {
			return 0
		}
		y = y*10 + int(r-'0')
	}
	if y < firstYear || y > lastYear {
		return 0
	}
	return y
}

const firstYear, lastYear = 1800, 2100 // what a number of four digits alone in a heading means as a year

// columnPeriod is the time of the column or row in which a figure of a table stands, where its heading or label tells one:
// "Past day", "Since 24 February", "2023".
func (s *sent) columnPeriod(c *count, t *telling) (period, bool) {
	if c.month != 0 {
		day := civil{c.year, c.month, 0}
		if c.year == 0 {
			day.y = s.d.yearFor(day, "")
		}
		return period{kind: "interval", start: civil{day.y, day.m, 1}, asOf: day.monthEnd(), basis: "stated", explicit: true}, true
	}
	if c.year != 0 {
		p := period{kind: "interval", start: civil{c.year, 1, 1}, asOf: civil{c.year, 12, 31}, basis: "stated", explicit: true}
		return p, true
	}
	if len(c.column) > 0 {
		if p, ok := c.headingPeriod(); ok {
			return p, true
		}
	}
	if !c.summed || t.list == nil {
		return period{}, false
	}
	p := period{kind: "cumulative", explicit: true, told: t.list.day}
	if l := t.list.lead; l != nil && l.kind == "cumulative" {
		p.start, p.text = l.start, l.text
	}
	return p, true
}

// headingPeriod is the time that the heading of the count's column tells.
func (c *count) headingPeriod() (period, bool) {
	for _, m := range c.column[0].s.when {
		if !c.inColumn(m) {
			continue
		}
		p := period{explicit: true, start: m.start, asOf: m.end, text: m.n.text()}
		switch m.kind {
		case "since", "total", "sum", "tally", "until":
			p.kind = "cumulative"
		case "interval":
			p.kind = m.spans()
		case "month", "year":
			p.kind, p.asOf = "interval", m.end.monthEnd()
		default:
			continue
		}
		if !p.asOf.zero() {
			p.basis = "stated"
		}
		return p, true
	}
	return period{}, false
}

// inColumn: the moment is one of the heading's.
func (c *count) inColumn(m *moment) bool {
	for _, n := range c.column {
		if n == m.n {
			return true
		}
	}
	return false
}
