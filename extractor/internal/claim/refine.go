package claim

import "strings"

// refineCategories settles what kind of people a number means where its words do not say: fighters of armed groups,
// and the kind that the article counted last for the same loser.
func (d *doc) refineCategories() {
	last := map[string]string{}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			if c.vaguePeople() {
				c.category = d.kindOfPeople(c, last[c.loser])
			}
			if isPeople(c.category) {
				last[c.loser] = c.category
			}
		}
	}
}

// vaguePeople: the number counts people, but its words do not say which.
func (c *count) vaguePeople() bool {
	if c.category == "" {
		switch c.loss.attr("effect") {
		case "destroyed", "damaged", "abandoned":
			return false
		}
		return true
	}
	if c.category != "people" {
		return false
	}
	for _, t := range c.targets {
		if t.attr("generic") == "" {
			return false
		}
	}
	return true
}

func (d *doc) kindOfPeople(c *count, last string) string {
	if k := c.impliedCategory(); k == "personnel" {
		return k
	}
	if c.loser != "unknown" && strings.ToLower(c.loser) == c.loser {
		return "personnel"
	}
	if c.category == "people" && c.target != nil && c.loss.attr("role") != "own" {
		return "people"
	}
	if last != "" {
		return last
	}
	return "people"
}
