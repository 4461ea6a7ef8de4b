package claim

// refineCategories settles what kind of people a number means where its words do not say: fighters of armed groups,
// the kind that the paragraph spoke of last, or the kind that the article mostly counts for the same loser.
func (d *doc) refineCategories() {
	civilians := 0
	tally, all := map[string]map[string]int{}, map[string]int{}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss != nil && c.category == "civilians" {
				civilians++
			}
			if c.loss != nil && isPeople(c.category) && c.category != "civilians" && !c.vaguePeople() {
				if tally[c.loser] == nil {
					tally[c.loser] = map[string]int{}
				}
				tally[c.loser][c.category]++
				all[c.category]++
			}
		}
	}
	last := map[string]string{}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			if c.vaguePeople() {
				usual := last[c.loser]
				if usual == "" {
					usual = most(tally[c.loser])
				}
				if usual == "" && c.why != whyCivilians && c.why != whyCountry && d.opponent(c.loser, nil) != "" && all["personnel"] > civilians+all["people"] {
					usual = "personnel"
				}
				c.category, c.guessed = d.kindOfPeople(c, usual), !c.saysPeople()
			}
			if isPeople(c.category) && c.category != "civilians" {
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

// kindOfPeople: what the words imply, else what the paragraph counted last for the same loser, else what the article
// mostly does. Words such as "people" mean just that unless a party lost them.
func (d *doc) kindOfPeople(c *count, usual string) string {
	if k := c.impliedCategory(); k == "personnel" || isGroup(c.loser) {
		return "personnel"
	}
	if c.category == "people" && c.target != nil && c.saysPeople() && c.loss.attr("role") != "own" {
		return "people"
	}
	if c.saysMen() && usual != "civilians" {
		return "personnel"
	}
	switch {
	case usual == "personnel" && c.why == whyCivilians:
		return "people"
	case c.spk != nil && len(c.spk.origin) > 0 && d.civilAuthority(c.spk.origin[0]):
		return "people"
	case usual != "":
		return usual
	case c.spk != nil && len(c.spk.origin) > 0 && d.inTable("military_authority", c.spk.origin[0].role, "military"):
		return "personnel"
	}
	return "people"
}

// saysMen: "men" lost in war are soldiers unless the article speaks of civilians.
func (c *count) saysMen() bool {
	for _, t := range c.targets {
		if _, ok := c.s.d.Lang.Table("men_word").Value(foldedText(t)); ok {
			return true
		}
	}
	return false
}

// saysPeople: the word is one for anybody ("people", "personas"), not one that stands for those named before ("men",
// "others", "bodies").
func (c *count) saysPeople() bool {
	for _, t := range c.targets {
		if _, ok := c.s.d.Lang.Table("anybody_word").Value(foldedText(t)); ok {
			return true
		}
	}
	return false
}
