package claim

import (
	"slices"

	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
)

// scene weighs what an article, a paragraph or a sentence is about, by the words in it.
type scene struct{ violence, disaster, crime, game, business int }

// other is the weight of all that is no armed violence.
func (v scene) other() int { return v.disaster + v.crime + v.game + v.business }

func (v *scene) add(o scene, times int) {
	v.violence += times * o.violence
	v.disaster += times * o.disaster
	v.crime += times * o.crime
	v.game += times * o.game
	v.business += times * o.business
}

func (s *sent) scene() scene {
	var v scene
	for _, n := range s.nodes {
		v.see(&n.Mention)
	}
	return v
}

// see adds what one mention says. Those that do are found by mention.Scenes, too.
func (v *scene) see(m *mention.Mention) {
	switch {
	case m.Kind == mention.KindTime && m.Attrs["war"] != "", m.Kind == mention.KindParty && m.Attrs["form"] == "group":
		v.violence += 2
	case m.Kind == mention.KindExclusion && m.Attrs["type"] == "scene":
		v.weigh(m)
	case m.Kind == mention.KindExclusion && m.Attrs["type"] == "score":
		v.game += 2
	}
}

func (v *scene) weigh(m *mention.Mention) {
	w := 1
	if m.Attrs["weight"] == "2" {
		w = 2
	}
	switch m.Attrs["what"] {
	case "violence":
		v.violence += w
	case "disaster":
		v.disaster += w
	case "crime":
		v.crime += w
	case "game":
		v.game += w
	case "business":
		v.business += w
	}
}

// noThing is the refusal of figures that name nothing; what stands before them may.
const noThing = "nothing says what was lost"

// refuse says why a linked count is no loss claim after all, by its own words or by what the passage is about; "" keeps it.
func (d *doc) refuse(s *sent, c *count) string {
	if r := s.refuse(c); r != "" {
		return r
	}
	return d.otherTopic(s, c)
}

// mostLost is more than any war has cost: larger figures are of money or barrels that another sentence names.
const mostLost = 100_000_000

// refuse says why the count's own words make it no loss claim.
func (s *sent) refuse(c *count) string {
	q := c.q.Quantity
	if v := firstOf(q.Value, q.Low, q.High); v == nil || *v == 0 || *v > mostLost {
		return "no figure"
	}
	if w := s.modeBefore(c); w != nil {
		return "the words say it did not happen: " + w.text()
	}
	if s.shareOnly(c) {
		return "only a share of the figure was lost"
	}
	if s.negated(c) || s.conditional(c) {
		return "the words say it did not happen"
	}
	effect, category := settle(c)
	if category == "" {
		return noThing
	}
	if !isPeople(category) && c.loss.attr("role") == "subject" && c.loss.attr("effect") == "killed" && c.loss.attr("weak") == "" {
		return "machines do not die"
	}
	if effect == "abandoned" && isPeople(category) {
		return "people who leave are no loss"
	}
	if s.loses(c) {
		return "the people counted lost something, and were not lost"
	}
	return s.bystander(c)
}

// loses: the people counted are the subject of losing, whose object follows: "three soldiers lost their legs", "un preso
// pierde 20 kilos". "14 soldiers lost near the river" has none.
func (s *sent) loses(c *count) bool {
	l := c.loss
	if l.s != s || l.attr("role") != "own" || c.equipment() || c.to != l.from || l.to >= len(s.toks) {
		return false
	}
	for _, n := range s.find("time") { // "lost the day before"
		if n.from >= l.to && n.from <= l.to+1 {
			return false
		}
	}
	next := s.toks[l.to]
	switch {
	case s.is(l.to, "name_article"), next.node.is("quantity"):
		return true
	case next.node.is("party"):
		return next.node.attr("form") == "pronoun"
	}
	return next.node.is("exclusion") && next.node.attr("after") == "number"
}

// otherTopic says what the passage is about when it is not armed violence.
func (d *doc) otherTopic(s *sent, c *count) string {
	doc, here := d.whole(), s.scene()
	switch {
	case doc.other() >= 3 && doc.other() > doc.violence && !doc.warWithin(here):
		return "the article is about a disaster, crime, a game or business"
	case here.disaster > 1 && here.disaster > here.violence && !s.ofOthers(c), s.naturalCause(c):
		return "the sentence is about a disaster or disease"
	case doc.violence == 0 && (doc.other() > 0 || !d.combatLoss()):
		return "nothing in the article speaks of armed violence"
	}
	return ""
}

// ofOthers: the words of disaster tell only of a part of what was lost ("lost 22 men, half of them in road accidents").
func (s *sent) ofOthers(c *count) bool {
	part := -1
	for i := c.to; i < len(s.toks) && part < 0; i++ {
		if s.toks[i].mark == "part" {
			part = i
		}
	}
	if part < 0 || c.part {
		return false
	}
	for _, n := range s.nodes {
		if n.is("exclusion") && n.attr("what") == "disaster" && n.attr("weight") == "2" && n.from < part {
			return false
		}
	}
	return true
}

// combatLoss: a short text may name no war, but tells of soldiers or weapons of war that were lost.
func (d *doc) combatLoss() bool {
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			switch c.category {
			case "personnel":
				if c.effectWord() != "unspecified" {
					return true
				}
			case "tanks", "armoured_vehicles", "artillery", "mlrs", "air_defence", "missiles":
				return true
			}
		}
	}
	return false
}

// Elsewhere tells, by the words of scenes alone as mention.Scenes finds them, that otherTopic will refuse every figure of
// these sentences. False is not certain.
func Elsewhere(sentences []sentence.Sentence, scenes [][]mention.Mention) bool {
	var whole scene
	here := make([]scene, len(sentences))
	for i, s := range sentences {
		for j := range scenes[i] {
			here[i].see(&scenes[i][j])
		}
		whole.add(here[i], 1)
		if s.Kind == "headline" {
			whole.add(here[i], 1)
		}
	}
	if whole.violence == 0 && whole.other() > 0 {
		return true
	}
	return whole.other() >= 3 && whole.other() > whole.violence && !slices.ContainsFunc(here, whole.warWithin)
}

// warWithin: a sentence of a disaster's report tells of the fighting that goes on beside it.
func (v scene) warWithin(here scene) bool {
	return v.disaster*2 > v.other() && here.violence >= 3 && here.other() == 0
}

const causeReach = 3 // words between a death and what it is said to come from

// naturalCause: "died of starvation", "muertos por el cólera".
func (s *sent) naturalCause(c *count) bool {
	if c.loss.s != s {
		return false
	}
	end := max(c.to, c.loss.to)
	for _, n := range s.nodes {
		if !n.is("exclusion") || n.attr("what") != "disaster" || n.attr("weight") != "2" || n.from < end || n.from-end > causeReach {
			continue
		}
		for i := end; i < n.to; i++ {
			if t := s.toks[i]; t.punct || t.mark == "clause" || t.mark == "and" {
				break
			} else if t.mark == "of" || t.mark == "by" {
				return true
			}
		}
	}
	return false
}

// whole is the scene of the article. Its headline weighs double.
func (d *doc) whole() scene {
	if d.about == nil {
		d.about = &scene{}
		for _, s := range d.sents {
			times := 1
			if s.Kind == "headline" {
				times = 2
			}
			d.about.add(s.scene(), times)
		}
	}
	return *d.about
}

func firstOf(ps ...*int64) *int64 {
	for _, p := range ps {
		if p != nil {
			return p
		}
	}
	return nil
}
