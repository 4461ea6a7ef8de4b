package claim

// longAgo is how many days before the article a dated loss is history, told in the article's own voice.
const longAgo = 60

// freeHistory takes the running source away from what the article itself recalls: losses dated long before it, in
// sentences that name no speaker.
func (d *doc) freeHistory() {
	if d.day.zero() || d.history != 0 {
		return
	}
	for _, s := range d.sents {
		if s.Kind == "headline" {
			continue
		}
		for _, c := range s.counts {
			if c.spk != nil && len(s.spks) > 0 && (c.spk.trails || c.spk.at > c.from || !s.clauseBetween(c.spk.at, c.from)) {
				continue
			}
			p := c.period
			if p.basis == "stated" && !p.asOf.zero() && d.day.after(p.asOf.monthEnd().add(longAgo)) && c.spk != d.house {
				c.spk = nil
			}
		}
	}
}
