package claim

import "strings"

// findLosers settles whose loss each count is, in the order of trust: the party on the thing counted, the subject of
// losing, the possessor of the losses, the victim's side of an attack, the speaker's enemy, the context.
func (d *doc) findLosers() {
	last := ""
	lastPara := -1
	d.bySpeaker = map[string]string{}
	var now *chapter
	for _, s := range d.sents {
		if s.chapter != now {
			now, last, d.bySpeaker = s.chapter, "", map[string]string{}
		}
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			c.loser = s.fitSoldiers(c, s.loserOf(c))
			if c.loser == "" && last != "" && (s.Para-lastPara <= 1 || s.listLike()) && (c.category == "" || !c.civilian()) {
				c.loser = s.fitSoldiers(c, last)
			}
			if c.loser != "" {
				last, lastPara = c.loser, s.Para
				if (c.category == "" || !c.civilian()) && c.spk != nil && len(c.spk.origin) > 0 {
					d.bySpeaker[c.spk.origin[0].id] = c.loser
				}
			}
		}
	}
	d.fillLosers()
}

// loserStep is one way to tell whose loss a count is.
type loserStep struct {
	why  string // what the step goes by, for explanations
	find func(*sent, *count) string
}

// The steps that go by people having no uniform.
const (
	whyCivilians = "the place or the side of civilians"
	whyOwnPeople = "the speaker's own people"
)

// loserSteps are tried in the order of trust.
var loserSteps = []loserStep{
	{"the total it adds to", (*sent).loserOfTotal},
	{"the party on the thing counted", (*sent).ownParties},
	{"its, their", (*sent).pronounLoser},
	{"the count it refers to", (*sent).loserOfLike},
	{"the subject of losing", (*sent).subjectOfLosing},
	{"the possessor of the losses", (*sent).possessor},
	{"a neighbour in the list", (*sent).sharedParty},
	{"the object of an attack", (*sent).attacked},
	{"the rest of the list", (*sent).sharedLoser},
	{"the line that leads in", (*sent).leadLoser},
	{"an admission", (*sent).admitted},
	{"who launched it", (*sent).launcher},
	{"the nearest party", (*sent).nearestParty},
	{"the paragraph's topic", (*sent).topic},
	{whyCivilians, (*sent).civilianLoser},
	{"the armed group at hand", (*sent).militants},
	{"the speaker's own dead", (*sent).ownDead},
	{"whose losses the source spoke of last", (*sent).lastOfSpeaker},
	{whyOwnPeople, (*sent).ownPeople},
	{"the speaker's own soldiers or the enemy's", (*sent).ownSoldiers},
	{"the country where soldiers fell", (*sent).soldiersAt},
	{"the speaker's enemy", (*sent).speakerEnemy},
}

// loserOf reads the loser from the count's own sentence and its context; "" where nothing tells.
func (s *sent) loserOf(c *count) string {
	for _, step := range loserSteps {
		if code := step.find(s, c); code != "" {
			c.why = step.why
			return code
		}
	}
	return ""
}

func (s *sent) loserOfTotal(c *count) string {
	if c.lead != nil && len(c.parties) == 0 {
		return c.lead.loser
	}
	return ""
}

// ownParties are those in the count's own words. A country that fights nobody in the article made the equipment, no
// more ("a Polish Krab").
func (s *sent) ownParties(c *count) string {
	code := s.d.codes(c.parties, s, c)
	if c.equipment() && code != "" && !isGroup(code) && !strings.Contains(code, "+") && s.d.opponent(code, s) == "" && s.d.anyEnemies() &&
		c.madeElsewhere() {
		return ""
	}
	return code
}

// madeElsewhere: the words say otherwise whose the equipment is: it is a part of a sum, or the object of losing or of an
// attack.
func (c *count) madeElsewhere() bool {
	switch c.loss.attr("role") {
	case "active", "own", "of":
		return true
	}
	return c.part || c.loss.s != c.s
}

func (s *sent) pronounLoser(c *count) string {
	if c.pronoun {
		return s.pronounParty(c)
	}
	return ""
}

func (s *sent) loserOfLike(c *count) string {
	if c.like != nil {
		return c.like.loser
	}
	return ""
}

// attacked: the side that an attack was on is the enemy of who attacked.
func (s *sent) attacked(c *count) string {
	c.agent = s.agentOf(c)
	if c.agent != nil && !c.civilian() {
		return s.d.opponent(c.agent.attr("code"), s)
	}
	return ""
}

// admitted: an admission is of one's own loss.
func (s *sent) admitted(c *count) string {
	if c.spk != nil && c.spk.admits && !c.equipment() {
		return s.speakerCode(c)
	}
	return ""
}

// militants without a party belong to the armed group named last.
func (s *sent) militants(c *count) string {
	if !c.irregular() {
		return ""
	}
	if code := s.nearestGroup(c); code != "" {
		return code
	}
	return s.speakerEnemy(c)
}

func (s *sent) lastOfSpeaker(c *count) string {
	if c.civilian() && c.category != "" || c.spk == nil || len(c.spk.origin) == 0 {
		return ""
	}
	return s.d.bySpeaker[c.spk.origin[0].id]
}

func (c *count) civilian() bool {
	return c.category == "civilians" || c.category == "people" || c.category == ""
}

func (c *count) equipment() bool { return c.category != "" && !isPeople(c.category) }
