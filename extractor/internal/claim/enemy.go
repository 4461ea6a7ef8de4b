package claim

import (
	"slices"

	"lossclaims/patterns"
)

// opponent is the enemy of a party: in the war that the article is about, the party of another side that it names
// most.
func (d *doc) opponent(code string, s *sent) string {
	if !d.realParty(code) {
		return ""
	}
	if o, ok := d.enemies[code]; ok {
		return o
	}
	best := d.enemyIn(code, func(w patterns.War) bool { return d.during(w.Start, w.End) })
	if best == "" {
		best = d.foes[code]
	}
	if best == "" {
		best = d.enemyHere(code)
	}
	if best == "" {
		best = d.enemyIn(code, d.recalled)
	}
	if best == "" {
		best = d.homeFoe(code)
	}
	d.enemies[code] = best
	return best
}

// enemyIn is the party of another side that the article names most, in those of the wars that fit.
func (d *doc) enemyIn(code string, fits func(patterns.War) bool) string {
	best, score := "", 0
	for _, w := range d.wars {
		if !fits(w) || !d.onScene(w, code) {
			continue
		}
		for i, side := range w.Sides {
			if !slices.Contains(side, code) {
				continue
			}
			for j, other := range w.Sides {
				if o, v := d.mostNamed(other, code, w.Theatre); i != j && v > 0 && v+d.theatre(w) > score {
					best, score = o, v+d.theatre(w)
				}
			}
		}
	}
	return best
}

// recalled: the war was fought in the year of the past that the article tells, or some years before the article.
func (d *doc) recalled(w patterns.War) bool {
	if w.End == "" {
		return false
	}
	end := parseCivil(w.End).y
	return d.history != 0 && parseCivil(w.Start).y <= d.history && d.history <= end || d.history == 0 && end < d.day.y && d.day.y-end <= recallYears
}

// recallYears is for how long after a war those who fought in it are still taken for enemies.
const recallYears = 12

// homeFoe is, for a fight that no list of wars holds, the armed group that the article names most of those at home in
// the state, or the state at home in which a group is: of whoever is no ally of it.
func (d *doc) homeFoe(code string) string {
	if isGroup(code) {
		if home := d.countryOf(code); home != "" && d.parties[home] > 0 && d.freeToFight(code, home) {
			return home
		}
		return ""
	}
	best := ""
	for _, o := range sortedKeys(d.parties) {
		if isGroup(o) && d.countryOf(o) == code && d.freeToFight(o, code) && (best == "" || d.parties[o] > d.parties[best]) {
			best = o
		}
	}
	return best
}

// freeToFight: the group is no ally of the state and is in no other war that goes on.
func (d *doc) freeToFight(group, state string) bool {
	for _, g := range d.Common.Groups {
		if g.Code == group && slices.Contains(g.SidesWith, state) {
			return false
		}
	}
	for _, w := range d.wars {
		if !d.during(w.Start, w.End) {
			continue
		}
		for _, side := range w.Sides {
			if slices.Contains(side, group) {
				return false
			}
		}
	}
	return !d.bystander(group)
}

// standingEnemy is the first party on the other side of the latest war that a party is in: "the enemy" of a text that
// never names it.
func (d *doc) standingEnemy(code string) string {
	best, start := "", ""
	for _, w := range d.wars {
		if !d.during(w.Start, w.End) || w.Start < start || !d.onScene(w, code) {
			continue
		}
		for i, side := range w.Sides {
			if slices.Contains(side, code) && len(w.Sides) == 2 && w.Sides[1-i][0] != code {
				best, start = w.Sides[1-i][0], w.Start
			}
		}
	}
	return best
}

// anyEnemies: two parties of the article fight each other.
func (d *doc) anyEnemies() bool {
	for _, code := range sortedKeys(d.parties) {
		if d.opponent(code, nil) != "" {
			return true
		}
	}
	return false
}

// enemyHere is the enemy in a war of two sides that is fought where the article's places are, for articles that never
// name the other side ("Russian aircraft destroyed two guns" in a report from Grozny).
func (d *doc) enemyHere(code string) string {
	best, named := "", 0
	for _, w := range d.wars {
		if len(w.Sides) != 2 || !d.during(w.Start, w.End) || d.theatre(w) <= named {
			continue
		}
		for i, side := range w.Sides {
			if slices.Contains(side, code) && w.Sides[1-i][0] != code {
				best, named = w.Sides[1-i][0], d.theatre(w)
			}
		}
	}
	return best
}

// mostNamed is the code of a side that the article names most, and how often it names the whole side. Of a state that
// fights at home and those that came to its help the one at home is it, unless another is named far more.
func (d *doc) mostNamed(side []string, not string, theatre []string) (string, int) {
	best, named, sum := "", 0, 0
	for _, o := range side {
		if o == not {
			continue
		}
		n := d.parties[o]
		sum += n
		if home := d.homeOfParty(o); slices.Contains(theatre, home) && (n > 0 || home == o) {
			n = n*homeWeight + d.places[home]
		}
		if n == 0 {
			continue
		}
		if best == "" || d.bystander(best) || n > named && !d.bystander(o) {
			best, named = o, n
		}
	}
	return best, sum
}

// homeOfParty is a state itself, of a group the country where it fights.
func (d *doc) homeOfParty(code string) string {
	if isGroup(code) {
		return d.countryOf(code)
	}
	return code
}

// homeWeight is how many times as often a state that helps must be named.
const homeWeight = 3

// theatre counts how often the article names places in the countries where the war is fought.
func (d *doc) theatre(w patterns.War) int {
	n := 0
	for _, code := range w.Theatre {
		n += d.places[code]
	}
	return n
}

// onScene: the article names a country where the war is fought, or the party fights it at home.
func (d *doc) onScene(w patterns.War, party string) bool {
	for _, code := range w.Theatre {
		if code == party || d.places[code] > 0 || d.parties[code] > 0 {
			return true
		}
	}
	return len(w.Theatre) == 0
}

func (d *doc) during(start, end string) bool {
	if d.day.zero() {
		return true
	}
	return !parseCivil(start).after(d.day) && (end == "" || parseCivil(end).add(90).String() >= d.day.String())
}

// speakerEnemy: a claim about the other side's losses, whose loser is the speaker's enemy.
func (s *sent) speakerEnemy(c *count) string {
	if c.spk == nil || c.civilian() {
		return ""
	}
	return s.speakerEnemyCode(c)
}

// speakerCode is the party of who speaks; where nobody is named, of the page's own house.
func (s *sent) speakerCode(c *count) string {
	if c.spk != nil && len(c.spk.origin) > 0 {
		if code := s.d.sideOf(c.spk.origin[0]); code != "" {
			return code
		}
	}
	if s.d.house != nil {
		return s.d.house.origin[0].code
	}
	return ""
}

// codeOf is the party of an institution that is named without one ("the ministry", "the military"): that of the last
// one of the kind before it.
func (d *doc) codeOf(e *entity) string {
	if e.role == "" || e.s == nil {
		return ""
	}
	for i := e.s.i; i >= 0; i-- {
		for k := len(d.sents[i].spks) - 1; k >= 0; k-- {
			for _, o := range d.sents[i].spks[k].origin {
				if o != e && o.code != "" && o.role == e.role {
					return o.code
				}
			}
		}
	}
	return ""
}

func (s *sent) speakerEnemyCode(c *count) string {
	if code := s.speakerCode(c); code != "" {
		return s.d.opponent(code, s)
	}
	return ""
}

// launcher is who sent the drones and missiles that were shot down: the subject of the last word of launching.
func (s *sent) launcher(c *count) string {
	if c.category != "drones" && c.category != "missiles" && c.category != "drones+missiles" {
		return ""
	}
	for i := s.i; i >= 0 && i >= s.i-4; i-- {
		o := s.d.sents[i]
		for k := len(o.nodes) - 1; k >= 0; k-- {
			n := o.nodes[k]
			if !n.is("exclusion") || n.attr("what") != "launch" || i == s.i && n.from > c.to {
				continue
			}
			if code := o.subjectParty(n.from, c); code != "" {
				return code
			}
		}
	}
	return ""
}
