package claim

// findHouse makes the publisher the speaker of an article that names none, where it is the institution of a party: on
// a ministry's own page "the enemy" needs no name.
func (d *doc) findHouse() {
	if len(d.Publisher.Text) == 0 {
		return
	}
	s := d.newSent(-1, d.Publisher, d.PublisherMentions)
	for _, e := range s.entities() {
		if e.code != "" && e.kind == "institution" && (e.role != "" || d.nationOf(e.id) != "") {
			// A paper may have a capital in its name.
			d.house = &speech{origin: []*entity{e}, para: -1}
			return
		}
	}
}

// presumeHouse takes, for an article in which nobody says anything, the first institution of a party that it names for
// the one whose figures it prints.
func (d *doc) presumeHouse() {
	for _, s := range d.sents {
		if d.house != nil || len(s.spks) > 0 {
			break
		}
		for _, e := range s.entities() {
			if e.code != "" && e.kind == "institution" && !s.insideCount(e) && !s.ship(e) {
				d.house = &speech{origin: []*entity{e}, para: -1}
				break
			}
		}
	}
	if d.house == nil {
		return
	}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.spk == nil {
				c.spk = d.house
			}
		}
	}
}

// ship: a warship does not tell what was lost.
func (s *sent) ship(e *entity) bool {
	for _, n := range s.nodes {
		if n.is("party") && n.attr("ship") != "" && n.from < e.to && e.from < n.to {
			return true
		}
	}
	return false
}

// insideCount: the name belongs to what a number counts, and not to the one who counts ("a nurse", "two officers").
func (s *sent) insideCount(e *entity) bool {
	for _, c := range s.counts {
		teller := c.loss == nil && c.q.attr("form") == "article" || s.tellers(c)
		if !teller && e.from < c.to && c.from < e.to {
			return true
		}
	}
	return false
}
