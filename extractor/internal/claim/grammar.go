package claim

import (
	"slices"
	"strings"
)

// pronounParty is whose "its soldiers" are: the speaker's, or the nearest party before.
func (s *sent) pronounParty(c *count) string {
	if c.spk != nil && slices.Contains(s.spks, c.spk) {
		if code := s.speakerCode(c); code != "" {
			return code
		}
	}
	if code := s.subjectParty(c.from, c); code != "" {
		return code
	}
	return s.speakerCode(c)
}

// suffers: a verb of suffering ties the noun's losses to its subject ("suffered 300 casualties").
func (s *sent) suffers(c *count) bool {
	for i := max(0, min(c.from, c.loss.from)-4); i < min(c.from, c.loss.from); i++ {
		if s.toks[i].mark == "suffer" {
			return true
		}
	}
	return false
}

// bears: a verb of bearing losses stands before a number with its participle ("has had 300 men killed", "sufrió 12
// muertos").
func (s *sent) bears(c *count) bool {
	if role := c.loss.attr("role"); role != "state" && role != "either" {
		return false
	}
	for i := max(0, c.from-3); i < c.from; i++ {
		if s.is(i, "bearing_verb") {
			return true
		}
	}
	return false
}

// subjectParty is the nearest party before token i that can be a subject.
func (s *sent) subjectParty(i int, c *count) string {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("party") || n.to > i || n.attr("form") == "compound" || n.attr("form") != "enemy" && s.locativeAt(n.from) || s.helper(n) {
			continue
		}
		if s.speechBetween(n.to, i) {
			break
		}
		if code := s.d.codes([]*node{n}, s, c); code != "" || n.attr("form") == "enemy" {
			return code
		}
	}
	return ""
}

// speechBetween: a verb of saying stands between, so what is before it is the speaker.
func (s *sent) speechBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if n := s.toks[i].node; n.is("source") && n.attr("type") == "verb" && n.attr("cue") != "according" {
			return true
		}
	}
	return false
}

// possessor reads "Russian losses", "losses of the Ukrainian army", "bajas rusas", "Russia's dead" around the loss word.
func (s *sent) possessor(c *count) string {
	role := c.loss.attr("role")
	if role != "noun" && role != "toll" && role != "state" && role != "of" || c.loss.s != s {
		return ""
	}
	if code := s.possessorBefore(c); code != "" {
		return code
	}
	return s.possessorAfter(c)
}

func (s *sent) possessorBefore(c *count) string {
	for k, words := c.loss.to-1, 0; k >= 0 && words < 2; k-- {
		if p := s.partyAt(k); p != nil {
			if p.attr("form") == "compound" {
				return ""
			}
			if p.attr("form") == "pronoun" && s.is(k, "subject_pronoun") {
				return ""
			}
			if p.attr("form") == "pronoun" {
				return s.pronounOwner(c)
			}
			return s.notCaptor(s.d.codes([]*node{p}, s, c), c)
		}
		if k >= c.loss.from {
			continue
		}
		if s.d.headFirst && s.is(k, "name_article") {
			return "" // "los bombardeos rusos, las muertes": another noun begins
		}
		t := s.toks[k]
		if t.punct && t.word != "'" || t.mark != "" || t.node != nil && !t.node.is("target") && !t.node.is("exclusion") && t.node.attr("type") != "total" {
			return ""
		}
		words++
	}
	return ""
}

// pronounOwner is whose loss "its losses" are; "its prisoners" and "its trophies" are the enemy's.
func (s *sent) pronounOwner(c *count) string {
	code := s.pronounParty(c)
	if c.loss.attr("effect") == "captured" {
		return s.d.opponent(code, s)
	}
	return code
}

// notCaptor: of "the trophies of the brigade" the brigade is who took them from its enemy.
func (s *sent) notCaptor(code string, c *count) string {
	if c.equipment() && c.loss.attr("effect") == "captured" && c.loss.attr("role") == "noun" {
		return s.d.opponent(code, s)
	}
	return code
}

// listedLosses is whose losses a noun before speaks of that the count's own loss word only details: "Thai losses were one
// soldier dead and 15 wounded".
func (s *sent) listedLosses(c *count) string {
	if c.loss.s != s {
		return ""
	}
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("loss") || n == c.loss || n.to > min(c.from, c.loss.from) || n.attr("role") != "noun" && n.attr("role") != "toll" {
			continue
		}
		if s.semicolonBetween(n, c) {
			return ""
		}
		stand := &count{s: s, loss: n, q: n, from: n.to, to: n.to, category: c.category, spk: c.spk}
		return s.possessor(stand)
	}
	return ""
}

func (s *sent) possessorAfter(c *count) string {
	l := c.loss
	for k := l.to; k < len(s.toks) && k-l.to <= 5; k++ {
		t := s.toks[k]
		if t.mark == "by" {
			return ""
		}
		if p := s.partyAt(k); p != nil && p.attr("form") != "compound" {
			if p.attr("form") == "pronoun" && k > l.to {
				return s.pronounParty(c)
			}
			if k > l.to && l.attr("role") != "of" && !s.possessive(l.to, k, c) {
				return ""
			}
			return s.notCaptor(s.d.codes([]*node{p}, s, c), c)
		}
		if t.punct && t.word != "\"" || t.mark == "clause" || t.node.is("quantity") || t.node.is("loss") || t.node.is("time") {
			return ""
		}
	}
	return ""
}

// possessive: "of", "among", "in the ranks of" ties the party to the losses; a mere place does so for people only.
func (s *sent) possessive(from, to int, c *count) bool {
	for k := from; k < to; k++ {
		if s.is(k, "genitive_word") || s.toks[k].mark == "part" {
			return true
		}
	}
	return c.civilian()
}

// sharedParty takes the party of a neighbour in the same list ("14 Russian tanks and 28 armoured vehicles").
func (s *sent) sharedParty(c *count) string {
	code := ""
	for _, o := range s.counts {
		if o == c || o.loss != c.loss || o.part || o.from > c.from && !(o.equipment() && c.equipment()) {
			continue
		}
		if o.from < c.from || code == "" {
			if x := s.ownParties(o); x != "" && (o.chain == c.chain || o.loss == c.loss) {
				code = x
			}
		}
	}
	return code
}

// sharedLoser is the loser of the counts before on the same loss word.
func (s *sent) sharedLoser(c *count) string {
	for _, o := range s.counts {
		if o == c {
			break
		}
		if o.loss == c.loss && (o.chain == c.chain || s.colonBetween(o.to, c.from)) && o.loser != "" && isPeople(o.category) == isPeople(c.category) {
			return o.loser
		}
	}
	return ""
}

// agentOf is who inflicted the loss: the subject of an active verb or the party after "by".
func (s *sent) agentOf(c *count) *node {
	l := c.loss
	if l.s != s || l.attr("whose") == "subject" {
		return nil // who buries the dead has not killed them
	}
	if l.attr("role") == "active" {
		return s.activeSubject(l)
	}
	for _, n := range s.nodes {
		if !n.is("party") || n.attr("form") == "compound" || n.from < l.to {
			continue
		}
		for k := n.from - 1; k >= max(l.to, n.from-4); k-- {
			if s.toks[k].mark == "by" && n.from-max(c.to, l.to) <= 8 && !s.speechBetween(l.to, n.from) {
				return n
			}
		}
	}
	return nil
}

func (s *sent) activeSubject(l *node) *node {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("party") || n.to > l.from || n.attr("form") == "compound" {
			continue
		}
		if n.attr("form") == "pronoun" || s.inCount(n.from, n.to) || s.ofCounted(n) || s.helper(n) || n.from > 0 && s.toks[n.from-1].mark == "of" && !s.is(n.from-1, "genitive_word") {
			continue
		}
		if s.speechBetween(n.to, l.from) && !s.ownDeed(n.to, l.from) || s.andThat(n.to, l.from) {
			return nil
		}
		return n
	}
	return nil
}

// helper: the party only stands by another ("troops backed by African Union forces"), or is an adjective of a place ("at a
// military camp").
func (s *sent) helper(n *node) bool {
	if n.from == 0 {
		return false
	}
	before := s.toks[n.from-1].node
	return before.is("exclusion") && before.attr("what") == "strength" || n.attr("form") == "generic" && s.is(n.from-1, "indefinite_article")
}

// ofCounted: the party is whose the people or things of a count before it are ("killed 200 soldiers of the army and seized").
func (s *sent) ofCounted(n *node) bool {
	for _, o := range s.counts {
		if o.loss != nil && o.from < n.from && (slices.Contains(o.parties, n) || o.to <= n.from && s.onlyGenitive(o.to, n.from)) {
			return true
		}
	}
	return false
}

// andThat: "and that" opens a clause with a subject of its own.
func (s *sent) andThat(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if s.toks[i].mark == "and" && s.is(i+1, "that_word") && !s.toks[min(i+2, to-1)].node.is("loss") {
			return true
		}
	}
	return false
}

// ownDeed: between the speaker and the verb there is no other subject, so the speaker tells of its own deed ("said it
// had killed", "reclaman haber matado").
func (s *sent) ownDeed(from, to int) bool {
	for i := from; i < to; i++ {
		if n := s.toks[i].node; n.is("target") || n.is("quantity") || n.is("loss") || n.is("exclusion") || n.is("place") {
			return false
		}
		if n := s.partyAt(i); n != nil && n.attr("form") != "pronoun" {
			return false
		}
	}
	return true
}

// codes turns the parties of a phrase into one code: the last group or state named, two joined when both are meant.
func (d *doc) codes(ps []*node, s *sent, c *count) string {
	var set []string
	for _, p := range ps {
		code := p.attr("code")
		switch code {
		case "enemy":
			if code = s.d.calledSo(p); code == "" {
				code = s.enemyCode(c)
			}
		case "own":
			if code = s.speakerCode(c); code == "" {
				code = s.d.ourSide()
			}
		case "context":
			code = p.s.stateMeant(p)
		case "pronoun", "":
			continue
		}
		if code != "" && !slices.Contains(set, code) {
			set = append(set, code)
		}
	}
	if len(set) == 0 {
		return ""
	}
	if len(set) > 1 && !s.coordinated(ps) {
		// "Iranian Houthi drones", "soldiers of the Russian 72nd brigade in Ukraine": the first is the nearer word; of
		// "Lebanon's Hezbollah" the country only says where the group is.
		if isGroup(set[1]) && d.countryOf(set[1]) == set[0] {
			return set[1]
		}
		return set[0]
	}
	slices.Sort(set)
	return strings.Join(set, "+")
}

func (s *sent) coordinated(ps []*node) bool {
	for i := 1; i < len(ps); i++ {
		if ps[i].s != ps[i-1].s {
			return false
		}
		s = ps[i].s
		for k := ps[i-1].to; k < ps[i].from; k++ {
			if s.toks[k].mark == "and" || s.toks[k].word == "," || s.toks[k].word == "-" {
				return true
			}
		}
	}
	return false
}
