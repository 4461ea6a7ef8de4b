package claim

import "strings"

// sideOf is the party that a source belongs to, where its own words do not say: that of the one whose it is ("its
// operations room"), of the same person or institution elsewhere, of the only state in question.
func (d *doc) sideOf(e *entity) string {
	if e.kind == "tracker" || e.kind == "ngo" {
		return ""
	}
	if e.code != "" {
		return e.code
	}
	if code := d.nationOf(e.id); code != "" {
		return code
	}
	if code := e.ownersSide(); code != "" {
		return code
	}
	if code := e.officeSide(); code != "" {
		return code
	}
	if code := e.groupMeant(); code != "" {
		return code
	}
	if code := e.paragraphSide(); code != "" {
		return code
	}
	if code := d.codeOf(e); code != "" {
		return code
	}
	if e.kind == "person" {
		for _, s := range d.sents {
			for _, o := range s.ents {
				if o.kind == "person" && o.person == e.person && o.code != "" {
					return o.code
				}
			}
		}
	}
	if e.s != nil {
		for _, n := range e.s.nodes {
			if n.is("party") && n.attr("form") == "generic" && e.from <= n.from && n.to <= e.to {
				return e.s.stateMeant(n)
			}
		}
	}
	if (e.kind == "institution" || e.kind == "person") && d.inTable("military_authority", e.role, "military") {
		return d.homeState()
	}
	return ""
}

// nationOf is the state whose institution the canonical name says it is: "ukr-military".
func (d *doc) nationOf(id string) string {
	prefix, _, ok := strings.Cut(id, "-")
	if !ok || len(prefix) != 3 {
		return ""
	}
	for _, s := range d.Common.States {
		if strings.EqualFold(s.Code, prefix) {
			return s.Code
		}
	}
	return ""
}

// ownersSide is whom the pronoun before an institution stands for.
func (e *entity) ownersSide() string {
	if e.s == nil {
		return ""
	}
	for i := e.from; i >= 0 && i >= e.from-1; i-- {
		if p := e.s.partyAt(i); p.is("party") && p.attr("form") == "pronoun" && !e.s.is(p.from, "subject_pronoun") {
			return e.s.antecedent(p.from)
		}
	}
	return ""
}

// officeSide is the party in the office that stands beside a name: "the spokesman of the Armed Forces, N. N.,".
func (e *entity) officeSide() string {
	if e.s == nil || e.kind != "person" {
		return ""
	}
	for _, n := range e.s.nodes {
		if !n.is("party") || n.attr("form") == "pronoun" || n.attr("form") == "compound" || n.attr("form") == "enemy" {
			continue
		}
		if n.to == e.from-1 && e.s.toks[n.to].word == "," || n.from > e.to && n.from-e.to <= officeReach && e.s.toks[e.to].word == "," && e.s.plainAside(e.to+1, n.from) {
			if n.attr("form") == "generic" {
				return e.s.stateMeant(n)
			}
			return n.attr("code")
		}
	}
	return ""
}

const officeReach = 5 // words between a name and the party in the office behind it

// plainAside: no punctuation, number or verb of saying stands between.
func (s *sent) plainAside(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.punct || t.node.is("quantity") || t.node.is("loss") || s.verbAt(i) {
			return false
		}
	}
	return true
}

// groupMeant is the armed group named last before "the group", "the rebels".
func (e *entity) groupMeant() string {
	if e.s == nil {
		return ""
	}
	said := false
	for i := e.from; i < e.to; i++ {
		said = said || e.s.is(i, "any_group") || e.s.is(i, "irregular_fighter")
	}
	if !said {
		return ""
	}
	return e.s.lastGroup(e.from, func(code string) bool { return e.s.d.nativeGroup(code) })
}

const groupReach = 8 // sentences back to the group that "the group" means

// lastGroup is the armed group that fits and is named last before token i.
func (s *sent) lastGroup(i int, fits func(string) bool) string {
	for k := s.i; k >= 0 && k >= s.i-groupReach; k-- {
		o := s.d.sents[k]
		if o.chapter != s.chapter {
			break
		}
		for j := len(o.nodes) - 1; j >= 0; j-- {
			n := o.nodes[j]
			if n.is("party") && isGroup(n.attr("code")) && n.attr("form") != "compound" && !s.d.bystander(n.attr("code")) && (o != s || n.to <= i) && fits(n.attr("code")) {
				return n.attr("code")
			}
		}
	}
	return ""
}

// nativeGroup: the group fights in a country whose places the article names, or nothing is known of where it does.
func (d *doc) nativeGroup(code string) bool {
	home := d.countryOf(code)
	return home == "" || len(d.places) == 0 || d.places[home] > 0
}

// paragraphSide is the party that the sentence before, in the same paragraph, opens with, for an institution that
// every state has: "Baku sees it otherwise. The General Staff said …".
func (e *entity) paragraphSide() string {
	if e.s == nil || e.s.i < 1 || e.role == "" || e.kind == "person" && !e.titled || e.kind == "media" || e.kind == "anonymous" {
		return ""
	}
	o := e.s.d.sents[e.s.i-1]
	if o.Para != e.s.Para {
		return ""
	}
	if n := o.openingParty(); n != nil && e.s.d.realParty(n.attr("code")) && e.s.d.fights(n.attr("code")) && !o.inCount(n.from, n.to) {
		return n.attr("code")
	}
	return ""
}

const antecedentReach = 3 // sentences back to whom a pronoun stands for

// antecedent is the party that a pronoun at token i stands for: the first that the sentence names before it and that is
// no place or part of a count, or else the speaker, the first or the last party of the sentences before.
func (s *sent) antecedent(i int) string {
	if code := s.firstParty(i); code != "" {
		return code
	}
	if code := s.tellerBefore(i); code != "" {
		return code
	}
	for k := s.i - 1; k >= 0 && k >= s.i-antecedentReach; k-- {
		o := s.d.sents[k]
		if o.Kind == "headline" || o.chapter != s.chapter {
			return ""
		}
		for _, sp := range o.spks {
			if code := s.d.sideOf(sp.origin[0]); code != "" && sp.origin[0].s == o {
				return code
			}
		}
		if code := o.firstParty(len(o.toks)); code != "" {
			return code
		}
		if code := o.openingGroup(); code != "" {
			return code
		}
	}
	return ""
}

// tellerBefore is who speaks in the verb right before the pronoun at token i: "The army said it", "dice que".
func (s *sent) tellerBefore(i int) string {
	if !s.verbAt(i-1) && !(s.is(i-1, "that_word") && s.verbAt(i-2)) {
		return ""
	}
	for k := len(s.spks) - 1; k >= 0; k-- {
		if sp := s.spks[k]; sp.at < i && !sp.trails && len(sp.origin) > 0 {
			return s.d.sideOf(sp.origin[0])
		}
	}
	return ""
}

// openingGroup is the armed group that the sentence's opening words mean: "The group", "Los rebeldes".
func (s *sent) openingGroup() string {
	for i := 0; i < 3 && i < len(s.toks); i++ {
		if s.is(i, "any_group") || s.is(i, "irregular_fighter") {
			return s.lastGroup(i, func(string) bool { return true })
		}
	}
	return ""
}

// firstParty is the first party before token i that may be a subject.
func (s *sent) firstParty(i int) string {
	for _, n := range s.nodes {
		if !n.is("party") || n.to > i || !s.d.realParty(n.attr("code")) || n.attr("form") == "compound" || s.locativeAt(n.from) || s.inCount(n.from, n.to) ||
			s.d.bystander(n.attr("code")) {
			continue
		}
		return n.attr("code")
	}
	return ""
}

// weaponUser is the one party of those that fight in the article that has such a weapon: "a T-90", "dos Bradley".
func (s *sent) weaponUser(c *count) string {
	users := s.d.Lang.Table("weapon_user")
	for _, t := range c.targets {
		for i := t.from; i < t.to; i++ {
			for k := min(3, t.to-i); k > 0; k-- {
				v, ok := users.Value(t.s.phrase(i, i+k))
				if !ok {
					continue
				}
				if code := s.d.onlyFighter(strings.Fields(v)); code != "" {
					return code
				}
			}
		}
	}
	return ""
}

// onlyFighter is the one of the parties that has an enemy in the article, "" where there are none or several.
func (d *doc) onlyFighter(codes []string) string {
	found := ""
	for _, code := range codes {
		if d.parties[code] == 0 || d.opponent(code, nil) == "" {
			continue
		}
		if found != "" {
			return ""
		}
		found = code
	}
	return found
}

// shotDown is whose drones and missiles were downed over the country that the sentence is about, or by who speaks.
func (s *sent) shotDown(c *count) string {
	if c.category != "drones" && c.category != "missiles" && c.category != "drones+missiles" || c.effectWord() != "destroyed" || c.loss.attr("role") == "own" {
		return ""
	}
	code := ""
	if c.loss.attr("role") == "active" && c.loss.from < c.from {
		code = s.speakerCode(c) // "It also intercepted seven drones over the Golan"
	}
	if n := s.openingParty(); n != nil && n.to <= c.from {
		code = s.d.codes([]*node{n}, s, c)
	}
	if code == "" {
		code = s.placeCode(c)
	}
	if code == "" {
		code = s.speakerCode(c)
	}
	return s.d.opponent(code, s)
}
