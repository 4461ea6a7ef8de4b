package claim

import "slices"

// placeCode is the country of the place that the sentence names nearest to the count.
func (s *sent) placeCode(c *count) string {
	best, cost := "", far
	for _, n := range s.nodes {
		if !n.is("place") && !(n.is("party") && (n.attr("form") == "name" || n.attr("form") == "metonym")) {
			continue
		}
		d := n.from - c.to
		if d < 0 {
			d = c.from - n.to + 3
		}
		if n.is("party") {
			if !s.locative(n) || s.insideSource(n) || s.seat(n) || s.d.onlooker(n.attr("code")) {
				continue
			}
			d += 2
		}
		if s.semicolonBetween(n, c) || n.to <= c.from && s.saidBetween(n.to, c.from) {
			continue
		}
		for i := c.to; i < n.from; i++ {
			if s.toks[i].mark == "clause" {
				d += 10
			}
		}
		if d < cost {
			best, cost = n.attr("code"), d
		}
	}
	return best
}

// placeMeant is the country of the last place in the sentence before, where "there" stands for it.
func (s *sent) placeMeant() string {
	there := slices.ContainsFunc(s.toks, func(t token) bool { _, ok := s.d.Lang.Table("there_word").Value(t.word); return ok })
	if !there || s.i == 0 || s.d.sents[s.i-1].Para != s.Para {
		return ""
	}
	before := s.d.sents[s.i-1].nodes
	for k := len(before) - 1; k >= 0; k-- {
		if n := before[k]; n.is("place") || n.is("party") && (n.attr("form") == "name" || n.attr("form") == "metonym") {
			return n.attr("code")
		}
	}
	return ""
}

// labelled is the country that heads a line of people's losses: "Lebanon: 226 children killed".
func (s *sent) labelled(c *count) string {
	if c.category != "civilians" && c.category != "people" || s.Kind == "headline" {
		return ""
	}
	for _, n := range s.nodes {
		if n.from == 0 && n.to < len(s.toks) && n.to < c.from && s.toks[n.to].word == ":" && (n.is("place") || n.is("party") && n.attr("form") == "name") {
			return n.attr("code")
		}
	}
	return ""
}

// onlooker: in an article of two sides the party is none and none of the article's places lie there: who speaks in its
// capital is far from where people die.
func (d *doc) onlooker(code string) bool {
	return d.places[code] == 0 && !isGroup(code) && !d.fights(code)
}

// seat: the name is where an organisation has its offices ("based in Washington").
func (s *sent) seat(n *node) bool {
	for i := n.from - 1; i >= 0 && i >= n.from-3; i-- {
		if s.is(i, "seat_word") {
			return true
		}
	}
	return false
}
