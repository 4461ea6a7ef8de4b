package claim

import "strings"

// irregular: the words for the people counted are those for fighters of no state ("militants", "insurgentes").
func (c *count) irregular() bool {
	return c.targetIn("irregular_fighter")
}

// countryOf is the country that an armed group fights in, as a rule.
func (d *doc) countryOf(group string) string {
	for _, g := range d.Common.Groups {
		if g.Code == group {
			return g.Country
		}
	}
	return ""
}

// regular: the words for the people counted are those for a state's forces.
func (c *count) regular() bool {
	return c.targetIn("regular_soldier")
}

func foldedText(n *node) string { return string(n.s.Folded[n.Start:n.End]) }

// nearestGroup is the armed group that the sentence, or the text before it, names last: rather one that fights a state
// than one that fights another group on a state's side.
func (s *sent) nearestGroup(c *count) string {
	fallback := ""
	for i := s.i; i >= 0 && i >= s.i-8; i-- {
		nodes := s.d.sents[i].nodes
		for k := len(nodes) - 1; k >= 0; k-- {
			if n := nodes[k]; n.is("party") && isGroup(n.attr("code")) && n.attr("form") != "compound" && !s.d.bystander(n.attr("code")) {
				if !isGroup(s.d.opponent(n.attr("code"), s)) {
					return n.attr("code")
				}
				if fallback == "" {
					fallback = n.attr("code")
				}
			}
		}
	}
	if fallback != "" {
		return fallback
	}
	best := ""
	for _, code := range sortedKeys(s.d.parties) {
		if isGroup(code) && !s.d.bystander(code) && (best == "" || s.d.parties[code] > s.d.parties[best]) {
			best = code
		}
	}
	return best
}

func isGroup(code string) bool {
	switch code {
	case "", "unknown", "enemy", "own", "pronoun", "context":
		return false
	}
	return strings.ToLower(code) == code
}

// ownSoldiers: soldiers without a party are the enemy's of who speaks, unless the speaker admits to the loss or says
// that they died, fell or surrendered: of its own an army does not say that they were eliminated.
func (s *sent) ownSoldiers(c *count) string {
	if c.category != "personnel" {
		return ""
	}
	code := s.speakerCode(c)
	switch {
	case code == "":
		return ""
	case isGroup(code):
		return s.d.opponent(code, s)
	}
	if c.spk != nil && c.spk.admits || c.ownTone() || c.ofStatesman() || c.fewFallen() {
		return code
	}
	if enemy := s.d.opponent(code, s); enemy != "" {
		return enemy
	}
	return code
}

// ofStatesman: a president, minister or adviser, no soldier, gives a number of soldiers killed and names no enemy: it is
// his own army's toll.
func (c *count) ofStatesman() bool {
	if c.spk == nil || len(c.spk.origin) == 0 || c.spk.origin[0].s == nil {
		return false
	}
	e := c.spk.origin[0]
	return e.kind == "person" && !e.s.d.inTable("military_authority", e.role, "military") && e.role != "spokesperson" && c.loss.attr("role") != "active"
}

// fewFallen: a state that tells of one soldier or a handful who were killed or hurt tells of its own; of the enemy's it
// counts more, and says whose they are.
func (c *count) fewFallen() bool {
	const few = 5
	v, e := c.q.Quantity.Value, c.loss.attr("effect")
	return v != nil && *v <= few && c.regular() && c.loss.attr("role") == "passive" && (e == "killed" || e == "wounded")
}

// ownTone: soldiers who "died", whose "death" is told, are the speaker's own; the enemy's are killed.
func (c *count) ownTone() bool {
	role, effect := c.loss.attr("role"), c.loss.attr("effect")
	return (role == "subject" || role == "of") && effect != "captured" && effect != "destroyed"
}

// ownDead are soldiers whose death a state itself tells of in such a tone.
func (s *sent) ownDead(c *count) string {
	if c.category != "personnel" || c.spk == nil || !c.spk.own || !c.ownTone() || c.irregular() {
		return ""
	}
	if code := s.speakerCode(c); !isGroup(code) {
		return code
	}
	return ""
}

// ownPeople: a state that counts the dead and hurt without saying whose counts its own.
func (s *sent) ownPeople(c *count) string {
	if code := s.speakerCode(c); c.civilian() && !isGroup(code) && c.spk != nil && c.spk.own {
		return code
	}
	return ""
}

// soldiersAt: soldiers of whom nobody speaks are those of the country where they fell.
func (s *sent) soldiersAt(c *count) string {
	if !c.regular() || s.speakerCode(c) != "" {
		return ""
	}
	return s.placeCode(c)
}

// fitSoldiers corrects a loser taken from the context: soldiers, policemen and civilians are a state's, militants are no
// state's.
func (s *sent) fitSoldiers(c *count, code string) string {
	if s.d.codes(c.parties, s, c) != "" || c.pronoun || c.lead != nil || len(c.targets) == 0 {
		return code
	}
	code = s.homeOf(c, code)
	if isGroup(code) && c.regular() {
		if o := s.d.opponent(code, s); o != "" && !isGroup(o) {
			return o
		}
		if home := s.d.countryOf(code); home != "" {
			return home
		}
	}
	if code != "" && code != "unknown" && !isGroup(code) && c.irregular() {
		if o := s.nearestGroup(c); o != "" {
			return o
		}
		if c.agent != nil && c.agent.attr("code") == code {
			return "" // a state does not kill its own terrorists
		}
	}
	return code
}

// targetIn: one of the count's targets, or a word of it, stands in a table.
func (c *count) targetIn(table string) bool {
	words := c.s.d.Lang.Table(table)
	for _, t := range c.targets {
		text := foldedText(t)
		for _, w := range append(strings.Fields(text), text) {
			if _, ok := words.Value(w); ok {
				return true
			}
		}
	}
	return false
}
