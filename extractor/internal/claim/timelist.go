package claim

// list is a run of list items, table rows or labelled lines, with the time that its lead-in names.
type list struct {
	from, to int // sentences
	lead     *period
	day      civil // the day that it names
	grows    bool  // increments stand beside the totals
}

// openList finds the run of lines that s begins, and its lead-in.
func (t *telling) openList(s *sent) {
	if t.list != nil && s.i >= t.list.from && s.i < t.list.to {
		return
	}
	t.list = nil
	if !s.line() {
		return
	}
	l := &list{from: s.i, to: s.i}
	for ; l.to < len(t.d.sents) && t.d.sents[l.to].line(); l.to++ {
		for _, c := range t.d.sents[l.to].counts {
			l.grows = l.grows || c.bracket
		}
	}
	l.lead, l.day = t.leadPeriod(s.i), t.leadDay(s.i)
	t.list = l
}

// line: a list item, a table row, or a line that is all labels and figures.
func (s *sent) line() bool {
	if s.listLike() {
		return true
	}
	for _, c := range s.counts {
		if !c.label {
			return false
		}
	}
	return len(s.counts) > 0
}

// leadDay is the day that the sentences before a list name for its figures.
func (t *telling) leadDay(i int) civil {
	var other civil
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		s := t.d.sents[k]
		for j := len(s.when) - 1; j >= 0 && !s.listLike(); j-- {
			m := s.when[j]
			if m.kind != "date" && m.kind != "until" || m.hangs == "other" || m.hangs == "end" || m.end.after(t.d.day) {
				continue
			}
			if m.hangs == "speech" {
				return m.end
			}
			if other.zero() && !s.countsElse() {
				other = m.end
			}
		}
	}
	return other
}

// countsElse: the sentence counts, but no losses: clashes, sorties, the delivered.
func (s *sent) countsElse() bool { return len(s.counts) > 0 && s.firstLoss() == nil }

// leadPeriod is the time that the sentences right before a list name for it.
func (t *telling) leadPeriod(i int) *period {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		s := t.d.sents[k]
		if s.Kind == "caption" && (k < i-1 || t.d.sents[i].Kind != "table_row") {
			continue
		}
		for j := len(s.when) - 1; j >= 0; j-- {
			m := s.when[j]
			if m.hangs == "speech" || m.hangs == "other" {
				continue
			}
			switch m.kind {
			case "since", "total":
				return &period{kind: "cumulative", start: m.start, text: m.n.text(), explicit: true}
			case "until":
				return &period{kind: "cumulative", asOf: m.end, basis: "stated", text: m.n.text(), explicit: true}
			case "interval":
				p := &period{kind: "interval", start: m.start, asOf: m.end, text: m.n.text(), explicit: true}
				if !p.asOf.zero() {
					p.basis = "stated"
				}
				return p
			}
		}
		for j := len(s.counts) - 1; j >= 0; j-- {
			if c := s.counts[j]; c.loss != nil && !c.bracket && c.period.explicit && c.period.kind != "event" {
				p := c.period
				return &p
			}
		}
	}
	return nil
}

// listPeriod is the time of a line of a list: the lead-in's, else a running total where increments stand beside the
// figures or the lines list equipment.
func (t *telling) listPeriod(s *sent, c *count) (period, bool) {
	l := t.list
	if l == nil {
		return period{}, false
	}
	if l.grows {
		p := period{kind: "cumulative", explicit: true, told: l.day}
		if l.lead != nil && l.lead.kind == "cumulative" {
			p.start, p.text = l.lead.start, l.lead.text
		}
		return p, true
	}
	if l.lead != nil {
		p := l.lead.shared()
		if p.told.zero() {
			p.told = l.day
		}
		return p, true
	}
	if p := t.bySpk[speaker(c.spk)]; p != nil && p.kind != "event" {
		return p.shared(), true
	}
	if !isPeople(c.category) && c.category != "" {
		return period{kind: "cumulative", told: l.day}, true
	}
	return period{}, false
}
