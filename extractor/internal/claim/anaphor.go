package claim

// resolveAnaphors gives numbers that name no thing the thing of the count before them: "12 were killed and 30
// wounded", "14 of them", "Fifteen it judges destroyed", "27 others". Numbers that say a part of the count before them
// without a loss word of their own take its loss word too.
func (d *doc) resolveAnaphors() {
	var last, people, things *count
	for _, s := range d.sents {
		for _, c := range s.counts {
			prev := last
			if c.loss != nil && c.category == "" {
				switch c.loss.attr("effect") {
				case "destroyed", "damaged", "abandoned":
					prev = things
				case "killed", "wounded", "killed_or_wounded", "missing":
					prev = people
				}
			}
			d.resolve(c, prev)
			if c.loss != nil && c.loss.attr("effect") == "context" {
				c.effect = tollEffect(people)
			}
			if c.category == "" || c.loss == nil || c.bracket {
				continue
			}
			if last = c; isPeople(c.category) {
				people = c
			} else {
				things = c
			}
		}
	}
}

// tollEffect is what a bare "toll" or "figure" counts: what the count of people before it did, else the dead.
func tollEffect(people *count) string {
	if people == nil {
		return "killed"
	}
	if people.effect != "" {
		return people.effect
	}
	return people.loss.attr("effect")
}

func (d *doc) resolve(c, prev *count) {
	if prev == nil || c.bracket {
		return
	}
	near := c.s.Para == prev.s.Para
	if c.category == "" && c.loss != nil && near && c.sameKind(prev) {
		c.category, c.lead = prev.category, nil
		c.like = prev
	}
	if c.loss == nil && near && (c.part || c.anaphor) && (c.target == nil || compatible(c.category, prev.category)) && c.governor == nil {
		c.loss, c.reason, c.like = prev.loss, "", prev
		c.part = true
		if c.category == "" {
			c.category = prev.category
		}
	}
}

// sameKind: the loss word fits the thing named before ("30 wounded" after soldiers, "14 damaged" after tanks).
func (c *count) sameKind(prev *count) bool {
	people := isPeople(prev.category)
	switch c.loss.attr("effect") {
	case "destroyed", "damaged", "abandoned":
		return !people
	case "wounded", "killed", "killed_or_wounded", "missing":
		return people
	}
	return c.anaphor || c.part
}

func compatible(a, b string) bool { return isPeople(a) == isPeople(b) }
