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
	if c.costOfWar() || c.monitored() {
		return "people"
	}
	if k := c.impliedCategory(); k == "personnel" || isGroup(c.loser) || c.lossesOfForces() && d.opponent(c.loser, nil) != "" {
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
	case c.spokenBy("civil_authority", "civil"):
		return "people"
	case c.spokenBy("military_authority", "military") && c.why != whyCivilians, c.why == whyAdmission:
		return "personnel"
	case usual != "":
		return usual
	}
	return "people"
}

// spokenBy: the figure's source is of the kind that the table lists.
func (c *count) spokenBy(table, kind string) bool {
	return c.spk != nil && len(c.spk.origin) > 0 && c.s.d.inTable(table, c.spk.origin[0].role, kind)
}

// deathly: the loss word is of the dead, wounded or missing of any kind, not one that armies have for their own.
func (c *count) deathly() bool {
	switch c.effectWord() {
	case "killed", "wounded", "missing":
	default:
		return false
	}
	return len(c.parties) == 0 && !c.pronoun && !c.saysMen() && !c.loss.s.d.inTable("fighter_loss", lastWord(foldedText(c.loss)), "fighter")
}

const warReach = 8 // words between a war as the subject and what it cost

// costOfWar: a war itself is what killed, so that the figure is one of everybody ("the insurgency has cost 40,000 lives").
func (c *count) costOfWar() bool {
	s := c.s
	if !c.deathly() || c.loss.s != s || c.size() < 200 {
		return false
	}
	from := min(c.from, c.loss.from)
	for i := from - 1; i >= 0 && from-i <= warReach; i-- {
		if s.is(i, "war_noun") && !s.dependentNoun(i) {
			return true
		}
		if t := s.toks[i]; t.node.is("quantity") || t.node.is("loss") && t.node.attr("weak") == "" || t.word == ";" || t.node.is("source") {
			return false
		}
	}
	return false
}

// dependentNoun: a preposition leads up to the noun, so that it is no subject ("in the war").
func (s *sent) dependentNoun(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if t := s.toks[k]; t.mark == "of" || t.mark == "by" || t.mark == "part" || s.is(k, "since_word") {
			return true
		} else if t.punct {
			return false
		}
	}
	return false
}

// monitored: a body that counts the dead of all sides gives a figure of them without a word of who they were.
func (c *count) monitored() bool {
	return c.deathly() && c.spokenBy("human_monitor", "human") && c.lead == nil && c.like == nil && !c.part
}

// lossesOfForces: what a noun of losses counts is lost by those who fight: "losses make 752,450 persons".
func (c *count) lossesOfForces() bool {
	r := c.loss.attr("role")
	return (r == "noun" || r == "toll") && c.loss.attr("effect") == "unspecified" && c.saysPeople()
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
