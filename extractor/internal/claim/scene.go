package claim

// scene weighs what an article or a sentence is about, by the words in it.
type scene struct{ war, disaster, crime, game int }

func (s *sent) scene() scene {
	var v scene
	for _, n := range s.nodes {
		switch {
		case n.is("target") && n.attr("generic") == "" && n.attr("category") != "civilians" && n.attr("category") != "people":
			v.war++
		case n.is("time") && (n.attr("type") == "event" || n.attr("war") != ""), n.is("party") && n.attr("form") == "group":
			v.war++
		case n.is("exclusion") && n.attr("type") == "scene":
			switch n.attr("what") {
			case "disaster":
				v.disaster++
			case "crime":
				v.crime++
			case "game":
				v.game++
			}
		}
	}
	return v
}

// refuse says why a linked count is no loss claim after all; "" keeps it.
func (d *doc) refuse(s *sent, c *count) string {
	q := c.q.Quantity
	if v := firstOf(q.Value, q.Low, q.High); v == nil || *v == 0 {
		return "no figure"
	}
	if w := s.modeBefore(c); w != nil {
		return "the words say it did not happen: " + w.text()
	}
	if _, category := settle(c); category == "" {
		return "nothing says what was lost"
	}
	doc, here := d.whole(), s.scene()
	people := c.category == "" || isPeople(c.category)
	switch {
	case doc.game >= 4 && doc.game*2 > doc.war:
		return "the article is about a game, a film or an exercise"
	case people && doc.disaster >= 3 && doc.disaster > doc.war:
		return "the article is about a disaster or disease"
	case people && here.disaster > 0 && here.war == 0:
		return "the sentence is about a disaster or disease"
	case people && doc.crime >= 3 && doc.crime > doc.war:
		return "the article is about crime"
	case doc.war == 0:
		return "nothing in the article speaks of armed violence"
	}
	return ""
}

// whole is the scene of the article.
func (d *doc) whole() scene {
	if d.about != nil {
		return *d.about
	}
	var v scene
	for _, s := range d.sents {
		h := s.scene()
		v.war += h.war
		v.disaster += h.disaster
		v.crime += h.crime
		v.game += h.game
	}
	d.about = &v
	return v
}

const modeReach = 4 // words between "could", "denied" and the loss word that they take back

// modeBefore is the word of possibility or denial that takes the loss back.
func (s *sent) modeBefore(c *count) *node {
	if c.loss.s != s {
		return nil
	}
	for _, n := range s.nodes {
		if !n.is("exclusion") || n.attr("type") != "mode" || n.from > c.loss.from {
			continue
		}
		gap := c.loss.from - n.to
		if n.to > c.to && c.to <= c.loss.from || gap <= modeReach && n.to <= c.loss.to {
			if gap <= modeReach && !s.borderBetween(n.to, c.loss.from) {
				return n
			}
		}
	}
	return nil
}

func (s *sent) borderBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.punct && t.word != "\"" || t.mark == "clause" || t.mark == "and" {
			return true
		}
	}
	return false
}

func firstOf(ps ...*int64) *int64 {
	for _, p := range ps {
		if p != nil {
			return p
		}
	}
	return nil
}
