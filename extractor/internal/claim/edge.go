package claim

// edge is the first or last part of a month or a year: "the first ten months of 2022", "the last week of June".
func (d *doc) edge(m *moment) {
	m.kind = "interval"
	whole := civil{num(m.n, "year"), num(m.n, "month"), 0}
	switch {
	case m.n.attr("rel") != "":
		whole.y = d.day.y - 1
	case m.n.attr("month_this") != "":
		whole = civil{d.day.y, d.day.m, 0}
	case whole.y == 0 && whole.m != 0:
		whole.y = d.yearFor(whole, "")
	case whole.y == 0:
		whole.y = d.day.y
	}
	if whole.y <= 0 {
		return
	}
	m.start, m.end = civil{whole.y, max(whole.m, 1), 1}, whole.monthEnd()
	k := max(num(m.n, "n"), 1)
	if m.n.attr("first") != "" {
		if e := fromTime(m.start.forward(m.n.attr("unit"), k)); m.end.after(e) {
			m.end = e.add(-1)
		}
	} else if b := fromTime(m.end.add(1).forward(m.n.attr("unit"), -k)); b.after(m.start) {
		m.start = b
	}
}

// quarter is a part of a year: "the first quarter", "el primer semestre de 2010".
func (d *doc) quarter(m *moment) {
	m.kind = "interval"
	y := num(m.n, "year")
	k, months := max(num(m.n, "n"), 1), max(num(m.n, "months"), 1)
	if y == 0 {
		if y = d.day.y; k*months > d.day.m {
			y--
		}
	}
	if y > 0 {
		m.start, m.end = civil{y, (k-1)*months + 1, 1}, civil{y, min(k*months, 12), 0}.monthEnd()
	}
}
