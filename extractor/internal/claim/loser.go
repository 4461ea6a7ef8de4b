package claim

import "strings"

// findLosers settles whose loss each count is, in the order of trust: the party on the thing counted, the subject of
// losing, the possessor of the losses, the victim's side of an attack, the speaker's enemy, the context.
func (d *doc) findLosers() {
	last := ""
	lastPara := -1
	d.bySpeaker = map[string]string{}
	d.countLosers()
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
			if c.loser == "" && last != "" && s.goesOnFrom(c, lastPara) && (c.category == "" || !c.civilian()) {
				c.loser, c.why = s.fitSoldiers(c, last), "the loser told of before"
			}
			if c.loser != "" && d.fights(c.loser) {
				last, lastPara = c.loser, s.Para
				if (c.category == "" || !c.civilian()) && c.spk != nil && len(c.spk.origin) > 0 {
					d.bySpeaker[c.spk.origin[0].id] = c.loser
				}
			}
		}
	}
	d.fillLosers()
}

// goesOnFrom: the sentence may still be about whose losses paragraph para told of. A figure alone, in another paragraph
// that names a party of its own, is not.
func (s *sent) goesOnFrom(c *count, para int) bool {
	if s.listLike() || s.Para == para {
		return true
	}
	return s.Para-para <= 1 && (c.category != "" || !s.namesParty())
}

// loserStep is one way to tell whose loss a count is.
type loserStep struct {
	why  string // what the step goes by, for explanations
	find func(*sent, *count) string
	// guess: the step goes by who is near or speaks, which only tells between those who fight.
	guess bool
}

// The steps that other rules ask about.
const (
	whyCivilians = "the place or the side of civilians"
	whyOwnPeople = "the speaker's own people"
	whyCountry   = "the country it is about"
	whyLosing    = "the subject of losing"
	whyAdmission = "an admission"
)

// loserSteps are tried in the order of trust.
var loserSteps = []loserStep{
	{"the total it adds to", (*sent).loserOfTotal, false},
	{"the party on the thing counted", (*sent).ownParties, false},
	{"both sides", (*sent).bothSides, false},
	{"own", (*sent).ownSide, false},
	{"its, their", (*sent).pronounLoser, false},
	{"from whom they were taken", (*sent).takenFrom, false},
	{"the side it names", (*sent).namedSide, false},
	{"the count it refers to", (*sent).loserOfLike, false},
	{"the other side", (*sent).otherSide, false},
	{"on whom it was inflicted", (*sent).dealt, false},
	{"whom it cost", (*sent).costTo, false},
	{whyLosing, (*sent).subjectOfLosing, false},
	{"the country that heads the line", (*sent).labelled, false},
	{"the possessor of the losses", (*sent).possessor, false},
	{"the losses it details", (*sent).listedLosses, false},
	{"a neighbour in the list", (*sent).sharedParty, false},
	{"who had it", (*sent).owner, false},
	{"the object of an attack", (*sent).attacked, false},
	{"the rest of the list", (*sent).sharedLoser, false},
	{"the line that leads in", (*sent).leadLoser, false},
	{whyAdmission, (*sent).admitted, false},
	{"who launched it", (*sent).launcher, false},
	{"who has such a weapon", (*sent).weaponUser, false},
	{"over whom it was shot down", (*sent).shotDown, false},
	{"those it adds to", (*sent).others, false},
	{"the nearest party", (*sent).nearestParty, true},
	{"the paragraph's topic", (*sent).topic, true},
	{"what was attacked", (*sent).aimedAt, false},
	{"aboard which ship", (*sent).aboard, false},
	{whyCivilians, (*sent).civilianLoser, false},
	{"the country of its chapter", (*sent).chapterLoser, false},
	{"the armed group at hand", (*sent).militants, false},
	{"the speaker's own dead", (*sent).ownDead, true},
	{"the count before it in the sentence", (*sent).sameBreath, false},
	{"whose losses the source spoke of last", (*sent).lastOfSpeaker, true},
	{whyOwnPeople, (*sent).ownPeople, true},
	{"the speaker's own soldiers or the enemy's", (*sent).ownSoldiers, true},
	{"the country where soldiers fell", (*sent).soldiersAt, true},
	{"the speaker's enemy", (*sent).speakerEnemy, false},
}

// loserOf reads the loser from the count's own sentence and its context; "" where nothing tells.
func (s *sent) loserOf(c *count) string {
	for _, step := range loserSteps {
		if code := step.find(s, c); code != "" && (!step.guess || s.d.fights(code)) {
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
	code := s.d.codes(c.wordsParties(), s, c)
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
	if c.like == nil {
		return ""
	}
	if c.loss != c.like.loss && c.loss.s == s && c.loss.attr("role") == "own" {
		// "admits the loss of 54 tanks and says that Kyiv has lost 160": the second has a subject of its own.
		from := 0
		if c.like.s == s {
			from = c.like.to
		}
		if n := s.partyBetween(from, c.loss.from); n != nil && !s.speaks(n) {
			return s.d.codes([]*node{n}, s, c)
		}
	}
	if code := s.reportsOwn(c); code != "" {
		return code
	}
	return c.like.loser
}

// partyBetween is the last party that the sentence names between two tokens and that can be a subject.
func (s *sent) partyBetween(from, to int) *node {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if n.is("party") && n.from >= from && n.to <= to && n.attr("form") != "compound" && n.attr("form") != "pronoun" && !s.locative(n) {
			return n
		}
	}
	return nil
}

// reportsOwn is the party whose word of saying has the bare dead or wounded for its object, where those before were the
// other side's: "Armenia lost 105 men; Azerbaijan reported 71 dead".
func (s *sent) reportsOwn(c *count) string {
	if c.target != nil || c.from == 0 || !s.speechWordAt(c.from-1) || c.adjacentLoss() != c.loss {
		return ""
	}
	code := s.speakerCode(c)
	if code != "" && c.spk != nil && len(c.spk.origin) > 0 && s.d.civilAuthority(c.spk.origin[0]) && c.loss.attr("role") == "state" && !c.anaphor {
		c.category = "people"
		return code
	}
	if code != "" && s.d.opponent(code, s) == c.like.loser {
		return code
	}
	return ""
}

// attacked: the side that an attack was on is the enemy of who attacked.
func (s *sent) attacked(c *count) string {
	c.agent = s.agentOf(c)
	if c.agent == nil || c.civilian() {
		return ""
	}
	code := s.d.codes([]*node{c.agent}, s, c)
	switch {
	case c.agent.attr("form") == "enemy" && s.lossBetween(c.agent.to, c.loss.from):
		return "" // "the enemy lost 1,840 men, and 52 tanks were burned"
	case s.says("friendly_fire"):
		return code
	case s.rebelsOf(c.agent):
		return code // "Syrian insurgents killed nine soldiers": of the state whose rebels they are
	}
	return s.d.opponent(code, s)
}

// lossBetween: another word of loss stands between two tokens.
func (s *sent) lossBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].node.is("loss") {
			return true
		}
	}
	return false
}

// rebelsOf: the adjective of a state stands beside a word for fighters of no state.
func (s *sent) rebelsOf(n *node) bool {
	return n.attr("form") == "adjective" && (s.is(n.to, "irregular_fighter") || s.d.headFirst && s.is(n.from-1, "irregular_fighter") ||
		s.is(n.to, "irregular_body") || s.d.headFirst && s.is(n.from-1, "irregular_body"))
}

// says: a phrase of the table stands in the sentence.
func (s *sent) says(table string) bool {
	t := s.d.Lang.Table(table)
	for i := range s.toks {
		if !t.Opens(s.toks[i].word) {
			continue
		}
		for k := 1; k <= 4 && i+k <= len(s.toks); k++ {
			if _, ok := t.Value(s.phrase(i, i+k)); ok {
				return true
			}
		}
	}
	return false
}

// admitted: an admission is of one's own loss.
func (s *sent) admitted(c *count) string {
	if c.spk != nil && c.spk.admits && (!c.equipment() || s.admitsNoun(c)) {
		return s.speakerCode(c)
	}
	return ""
}

// admitsNoun: the lost things are what the verb of admitting has for its object ("admits only to the loss of one tank",
// "reconoce 34 aviones perdidos").
func (s *sent) admitsNoun(c *count) bool {
	switch c.loss.attr("role") {
	case "of", "noun", "state", "either":
	default:
		return false
	}
	first := min(c.from, c.loss.from)
	if c.loss.s != s || c.spk.at >= first || first-c.spk.at > admitReach {
		return false
	}
	for i := c.spk.at + 1; i < max(c.from, c.loss.from); i++ {
		if t := s.toks[i]; t.punct && t.word != "\"" || t.mark == "clause" || t.mark == "inflict" || s.verbAt(i) || t.node.is("loss") && t.node != c.loss {
			return false
		}
		if p := s.partyAt(i); p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" {
			return false
		}
	}
	return true
}

const admitReach = 5 // words between a verb of admitting and its object

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
