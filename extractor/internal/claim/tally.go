package claim

import "slices"

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
	m := s.nearestOf(c, func(m *moment) bool {
		return m.kind == "tally" && !s.superlativeBetween(c.to, m.n.from) || m.kind == "sum" || m.kind == "until"
	})
	return m != nil && s.timeCost(m, c) <= tallyReach
}

// dayBeside: the day of the loss stands right beside the figure, which is no toll ("seven soldiers on 20 July").
func (s *sent) dayBeside(c *count) bool {
	if c.loss.attr("role") == "toll" || s.standing(c) != "" {
		return false
	}
	m := s.nearestOf(c, func(m *moment) bool { return m.kind == "date" && m.hangs != "speech" })
	return m != nil && s.stride(m, c.from, c.to) <= 4
}

// tollOfDay: the toll is that of attacks on a day which the sentence names.
func (s *sent) tollOfDay(c *count) bool {
	m := s.nearest(c, "event")
	return m != nil && !s.keeps(c) && s.timeCost(m, c) <= tollReach
}

// keeps: somebody keeps the count, by name or as an estimate, whatever was told before ("its list", "put the dead at").
func (s *sent) keeps(c *count) bool {
	if c.loss.attr("role") == "toll" {
		return false
	}
	if c.ownSpeech() && s.is(c.spk.at, "record_word") && !s.countsAfter(c) && !s.superlativeBetween(c.to, c.spk.at) || s.standing(c) == "put" {
		return true
	}
	m := s.nearest(c, "tally")
	return m != nil && s.timeCost(m, c) <= tallyReach && !s.superlativeBetween(c.to, m.n.from)
}

// superlativeBetween: what is counted there is how great a thing is among others ("killed 92, the deadliest attack that the
// mission has documented").
func (s *sent) superlativeBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.is(i, "superlative_word") {
			return true
		}
	}
	return false
}

// keptSince: the words of keeping count are in the perfect ("has listed 339 of the men"), so of all the time until now.
func (s *sent) keptSince(c *count) bool {
	return c.spk != nil && c.ownSpeech() && s.is(c.spk.at-1, "perfect_word")
}

// countsAfter: the words of keeping count stand behind c and govern figures of their own ("treated 28 people and listed
// 50 as missing").
func (s *sent) countsAfter(c *count) bool {
	return c.spk.at > c.from && slices.ContainsFunc(s.counts, func(o *count) bool { return o.from > c.spk.at })
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

// standing is the kind of verb that sets the figure as the state of a count: "put" ("has put the dead at 31,000";
// "putting 16 trucks out of service" sets nothing), "reach" ("had risen to 60").
func (s *sent) standing(c *count) string {
	for k := c.from - 1; k >= 0 && k >= c.from-9; k-- {
		if v, ok := s.d.Lang.Table("standing_verb").Value(s.toks[k].word); ok {
			if v != "place" {
				return v
			}
			if k == c.from-1 {
				return ""
			}
			return "put"
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
	if l.s != s || l.attr("role") == "passive" {
		return false
	}
	from, to := l.from, l.to
	if c.from < from {
		from, to = c.from, c.from
	}
	for k := to - 1; k >= 0 && k >= from-3; k-- {
		if s.is(k, "perfect_word") {
			return !s.is(k-1, "infinitive_word")
		}
		if t := s.toks[k]; k < from && (t.punct || t.node != nil && t.node != l && !t.node.is("loss")) {
			return false
		}
	}
	return false
}

const (
	tallyReach = 14
	tollReach  = 12 // words between a toll and the incident that it is of
)
