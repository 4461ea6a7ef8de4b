package claim

// dateHeadlines gives headlines, which say little of the time, that of the figure in the text that they stand for, or
// of the text's first figure of the kind.
func (d *doc) dateHeadlines() {
	for _, s := range d.sents {
		if s.Kind != "headline" && !(s.i <= 2 && s.Kind == "subhead") {
			continue
		}
		for _, c := range s.counts {
			if c.loss == nil || c.bracket {
				continue
			}
			if o := d.bodyOf(c); o != nil {
				c.period = o.period
			} else if o := d.firstLike(c); o != nil && c.period.basis == "published" && o.period.asOf.days(d.day) <= weekDays && (o.period.kind == c.period.kind || !c.period.explicit) {
				c.period.asOf, c.period.end, c.period.basis = o.period.asOf, o.period.end, o.period.basis
				c.period.kind = o.period.kind
			}
		}
	}
}

// weekDays is how old the text's first figure may be to date a headline.
const weekDays = 7

// firstLike is the first count of the text, if it counts the same kind of thing.
func (d *doc) firstLike(h *count) *count {
	for _, s := range d.sents {
		if s.Kind == "headline" || s.Kind == "caption" || s.Kind == "subhead" {
			continue
		}
		for _, c := range s.counts {
			if c.loss == nil || c.bracket {
				continue
			}
			if c.countsPeople() == h.countsPeople() {
				return c
			}
			return nil
		}
	}
	return nil
}

// countsPeople: its words name people, or name nothing and the loss is one of people.
func (c *count) countsPeople() bool {
	if c.category == "" {
		return c.loss == nil || c.loss.attr("effect") != "destroyed" && c.loss.attr("effect") != "damaged"
	}
	return isPeople(c.category)
}

// lookAhead dates figures whose paragraph says only after them when they were given or when it happened.
func (d *doc) lookAhead() {
	for i, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil || c.period.basis != "published" || s.Kind == "headline" || s.Kind == "caption" {
				continue
			}
			if day := d.saidLater(i, c.period.kind == "event"); !day.zero() {
				c.period.asOf, c.period.end, c.period.basis = day, day, "stated"
			}
		}
	}
}

// saidLater is the day of the statement, or of the event, that the rest of the paragraph names.
func (d *doc) saidLater(i int, event bool) civil {
	for k := i + 1; k < len(d.sents) && d.sents[k].Para == d.sents[i].Para; k++ {
		if len(d.sents[k].counts) > 0 && !event {
			return civil{}
		}
		for _, m := range d.sents[k].when {
			if m.kind == "date" && (m.hangs == "speech") != event && m.hangs != "other" && m.hangs != "end" && !m.end.after(d.day) {
				return m.end
			}
		}
		for _, c := range d.sents[k].counts {
			if c.loss != nil {
				return civil{}
			}
		}
	}
	return civil{}
}

// bodyOf is the count of the text that gives a headline's figure, exactly or less rounded.
func (d *doc) bodyOf(h *count) *count {
	v := firstOf(h.q.Quantity.Value, h.q.Quantity.Low, h.q.Quantity.High)
	if v == nil {
		return nil
	}
	var same, near *count
	for _, s := range d.sents {
		if s.Kind == "headline" || s.Kind == "caption" {
			continue
		}
		for _, c := range s.counts {
			w := firstOf(c.q.Quantity.Value, c.q.Quantity.Low, c.q.Quantity.High)
			if c.loss == nil || c.bracket || w == nil || c.countsPeople() != h.countsPeople() {
				continue
			}
			if *v == *w && (same == nil || same.period.basis == "published" || c.period.basis != "published" && c.period.asOf.after(same.period.asOf)) {
				same = c
			}
			if near == nil && *v >= 20 && *w*10 >= *v*9 && *w*10 <= *v*11 {
				near = c
			}
		}
	}
	if same != nil {
		return same
	}
	return near
}
