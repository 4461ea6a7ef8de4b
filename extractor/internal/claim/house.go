package claim

// findHouse makes the publisher the speaker of an article that names none, where it is the institution of a party: on
// a ministry's own page "the enemy" needs no name.
func (d *doc) findHouse() {
	if len(d.Publisher.Text) == 0 {
		return
	}
	s := d.newSent(-1, d.Publisher, d.PublisherMentions)
	for _, e := range s.entities() {
		if e.code != "" && e.kind == "institution" {
			d.house = &speech{origin: []*entity{e}, para: -1}
			return
		}
	}
}
