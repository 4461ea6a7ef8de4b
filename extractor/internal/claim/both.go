package claim

import "strings"

// bothSides is the pair that fights, where the words say that the figure is of both: "on both sides", "the two sides
// together", "entre unos y otros".
func (s *sent) bothSides(c *count) string {
	if len(c.parties) > 0 || !s.saysBoth(c) {
		return ""
	}
	return s.d.pair()
}

const bothReach = 8 // words between a figure or its loss word and the words for both sides

// saysBoth: words for both sides stand by the count, and no party that loses between.
func (s *sent) saysBoth(c *count) bool {
	table := s.d.Lang.Table("both_sides")
	from, to := c.from, c.to
	if c.loss.s == s {
		from, to = min(from, c.loss.from), max(to, c.loss.to)
	}
	for i := max(0, from-bothReach); i < len(s.toks) && i <= to+bothReach; i++ {
		for k := min(5, len(s.toks)-i); k > 0; k-- {
			v, ok := table.Value(s.phrase(i, i+k))
			if !ok {
				continue
			}
			if i >= from && i+k <= to || i+k <= from && s.bothReaches(i+k, from) || v == "of" && i >= to && s.bothReaches(to, i) {
				return true
			}
		}
	}
	return false
}

// bothReaches: no border, other figure or party stands between.
func (s *sent) bothReaches(from, to int) bool {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.word == ";" || t.node.is("quantity") && t.node.attr("form") != "article" || s.is(i, "contrast_word") || s.verbAt(i) {
			return false
		}
		if p := s.partyAt(i); p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" {
			return false
		}
	}
	return true
}

// pair is the two parties that fight each other in the article, joined: those of whom the less named is named most, or
// the only two that it names.
func (d *doc) pair() string {
	best, score := "", 0
	for _, code := range sortedKeys(d.parties) {
		o := d.opponent(code, nil)
		if o == "" || d.parties[o] == 0 || strings.Contains(code+o, "+") {
			continue
		}
		if v := min(d.parties[code], d.parties[o])*1000 + d.parties[code] + d.parties[o]; v > score {
			best, score = min(code, o)+"+"+max(code, o), v
		}
	}
	if named := d.namedParties(); best == "" && len(named) == 2 {
		best = strings.Join(named, "+")
	}
	return best
}

// namedParties are the parties of the article that are no mere observers, in order.
func (d *doc) namedParties() []string {
	var out []string
	for _, code := range sortedKeys(d.parties) {
		if !d.bystander(code) && !strings.Contains(code, "+") {
			out = append(out, code)
		}
	}
	return out
}
