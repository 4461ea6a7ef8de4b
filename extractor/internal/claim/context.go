package claim

import (
	"slices"
	"strings"
)

// leadLoser is whose loss the sentence of an inherited loss word speaks of.
func (s *sent) leadLoser(c *count) string {
	if c.loss.s == s {
		return ""
	}
	if s.Kind == "body" && !c.label {
		if code := s.subjectParty(c.from, c); code != "" {
			return code
		}
	}
	l := c.loss
	for _, o := range l.s.counts {
		if o.loss == l && o.loser != "" {
			return o.loser
		}
	}
	stand := &count{s: l.s, loss: l, q: l, from: l.to, to: l.to, category: c.category, spk: l.s.speechAt(l)}
	for _, find := range []func(*sent, *count) string{(*sent).subjectOfLosing, (*sent).possessor, (*sent).attacked} {
		if code := find(l.s, stand); code != "" {
			return code
		}
	}
	return ""
}

const listWords = 12 // a list item with more words is a sentence that can speak for itself

// topic is the party that the paragraph opened with, for sentences that name none ("Armenia has yet to close its
// books. The last count of soldiers killed, …"); in lists and tables, the one that the line above them speaks of.
func (s *sent) topic(c *count) string {
	if s.namesParty() && (!s.listLike() || s.Kind == "list_item" && len(s.toks) > listWords) {
		return ""
	}
	if len(s.spks) > 0 && !s.listLike() && c.loss.attr("role") == "active" {
		return ""
	}
	if s.listLike() {
		if code := s.listLoser(); code != "" {
			return code
		}
	}
	lines := 0
	for i := s.i - 1; i >= 0 && i >= s.i-40; i-- {
		o := s.d.sents[i]
		if s.listLike() {
			if o.listLike() {
				continue
			}
			if lines++; lines > 3 {
				return ""
			}
			if code := o.leadParty(c); code != "" {
				return code
			}
			continue
		}
		if o.Para != s.Para {
			return ""
		}
		if len(o.counts) > 0 && o.counts[len(o.counts)-1].loss != nil || len(o.spks) > 0 {
			return ""
		}
		if n := o.openingParty(); n != nil {
			if c.civilian() && o.strikes(n) {
				return "" // who attacks is not who is hit
			}
			return o.d.codes([]*node{n}, o, c)
		}
	}
	return ""
}

// listLoser is whose loss the items before in the same list were.
func (s *sent) listLoser() string {
	for i := s.i - 1; i >= 0 && s.d.sents[i].Para == s.Para; i-- {
		for _, o := range s.d.sents[i].counts {
			if o.loss != nil && o.loser != "" {
				return o.loser
			}
		}
	}
	return ""
}

func (s *sent) namesParty() bool {
	for _, n := range s.nodes {
		if n.is("party") && n.attr("form") != "compound" && n.attr("form") != "pronoun" {
			return true
		}
	}
	return false
}

// openingParty is a party within the first words of the sentence that no preposition goes before.
func (s *sent) openingParty() *node {
	for _, n := range s.nodes {
		if n.is("party") && n.attr("form") != "compound" && n.attr("form") != "pronoun" && n.from <= 4 && !s.locative(n) && !s.d.bystander(n.attr("code")) {
			return n
		}
	}
	return nil
}

// leadParty is the party of the line above a list: the one that is no speaker, the last of several.
func (s *sent) leadParty(c *count) string {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if n.is("party") && n.attr("form") != "compound" && n.attr("form") != "pronoun" && !s.speaks(n) && s.sourceAt(n.from) == nil && !s.d.bystander(n.attr("code")) {
			return s.d.codes([]*node{n}, s, c)
		}
	}
	return ""
}

// nearestParty is the last party that the sentence names before a number whose words do not say whose it is ("Russia's
// worst month yet, with 1,500 dead and wounded a day"); places and who speaks are none.
func (s *sent) nearestParty(c *count) string {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("party") || n.to > c.from || n.attr("form") == "compound" || n.attr("form") == "pronoun" || n.attr("form") != "enemy" && s.locative(n) || s.speaks(n) ||
			s.sourceAt(n.to) != nil || s.d.bystander(n.attr("code")) || s.qualifies(n) {
			continue
		}
		if s.semicolonBetween(n, c) || s.speechBetween(n.to, c.from) || c.category != "" && n.attr("form") != "enemy" || n == c.agent {
			return ""
		}
		return s.d.codes([]*node{n}, s, c)
	}
	return ""
}

// qualifies: the party's adjective belongs to a weapon or an attack, not to those who were hit ("los misiles iraníes").
func (s *sent) qualifies(n *node) bool {
	if n.attr("form") != "adjective" {
		return false
	}
	for _, o := range s.nodes {
		if (o.is("target") && !isPeople(o.attr("category")) || o.is("time") && o.attr("type") == "event") && (o.to == n.from || o.from == n.to) {
			return true
		}
	}
	return false
}

// bystander: an organisation that counts and comments, but whose losses an article states only by name.
func (d *doc) bystander(code string) bool {
	_, ok := d.Lang.Table("bystander_party").Value(code)
	return ok
}

// speaks: the party is part of the name of one of the sentence's speakers.
func (s *sent) speaks(n *node) bool {
	for _, sp := range s.spks {
		for _, e := range append(slices.Clone(sp.origin), sp.relay...) {
			if e.s == s && e.from <= n.from && n.to <= e.to {
				return true
			}
		}
	}
	return false
}

// fillLosers gives counts that no grammar settled the loser of most other counts of their kind, or else the country
// that the article is about.
func (d *doc) fillLosers() {
	tally := map[kindOfLoser]map[string]int{}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss != nil && c.loser != "" && d.fights(c.loser) {
				k := kindOfLoser{s.chapter, c.civilian()}
				if tally[k] == nil {
					tally[k] = map[string]int{}
				}
				tally[k][c.loser]++
			}
		}
	}
	main := mainPlace(d.sents)
	var last *count
	for _, s := range d.sents {
		main := main
		if s.chapter != nil && s.chapter.code != "" {
			main = s.chapter.code
		}
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			if c.loser != "" {
				if c.civilian() {
					last = c
				}
				continue
			}
			if c.civilian() && last != nil && s.Para-last.s.Para <= 1 && s.chapter == last.s.chapter {
				c.loser, c.why = s.fitSoldiers(c, last.loser), "the civilians told of before"
				continue
			}
			c.loser, c.why = most(tally[kindOfLoser{s.chapter, c.civilian()}]), "who mostly loses"
			if c.loser == "" || c.category != "" && c.civilian() && main != "" {
				c.loser, c.why = main, whyCountry
			}
			c.loser = s.fitSoldiers(c, c.loser)
			if c.loser == "" {
				c.loser = "unknown"
			}
		}
	}
}

// kindOfLoser tells apart whose losses are counted together when the usual loser of an article or chapter is sought.
type kindOfLoser struct {
	chapter  *chapter
	civilian bool
}

func most(tally map[string]int) string {
	best := ""
	for _, k := range sortedKeys(tally) {
		if best == "" || tally[k] > tally[best] {
			best = k
		}
	}
	return best
}

// mainPlace is the country of most places that the sentences name.
func mainPlace(sents []*sent) string {
	tally := map[string]int{}
	for _, s := range sents {
		for _, n := range s.nodes {
			if n.is("place") {
				tally[n.attr("code")] += 2
			} else if code := n.attr("code"); n.is("party") && n.attr("form") != "compound" && len(code) == 3 && code == strings.ToUpper(code) {
				tally[n.attr("code")]++
			}
		}
	}
	return most(tally)
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// insideSource: the name belongs to that of a source ("the institute in Washington").
func (s *sent) insideSource(n *node) bool {
	for _, e := range s.entities() {
		if e.from <= n.from && n.to <= e.to && e.kind != "party" {
			return true
		}
	}
	return false
}

// saidBetween: what follows is said, what stands before is where it was said ("told allies at Ramstein that …").
func (s *sent) saidBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.is(i, "that_word") && !s.is(i+1, "copula") {
			return s.speechBetween(0, i)
		}
	}
	return false
}

// locative: a preposition of place stands before the name, with an adjective or two between at most.
func (s *sent) locative(n *node) bool {
	if s.is(n.to, "side_word") {
		return false
	}
	for k := n.from - 1; k >= 0 && n.from-k <= 3; k-- {
		if s.toks[k].mark == "of" || s.is(k, "place_word") {
			return true
		}
		if s.toks[k].punct || s.toks[k].node != nil {
			return false
		}
	}
	return false
}

func (s *sent) semicolonBetween(n *node, c *count) bool {
	from, to := n.to, c.from
	if n.from >= c.to {
		from, to = c.to, n.from
	}
	for i := from; i < to; i++ {
		if s.toks[i].word == ";" {
			return true
		}
	}
	return false
}

// civilianLoser: people belong to the country of the place where they were hit, else to the side that was attacked.
func (s *sent) civilianLoser(c *count) string {
	if !c.civilian() {
		return ""
	}
	if code := s.placeCode(c); code != "" {
		return code
	}
	if code := s.placeMeant(); code != "" {
		return code
	}
	if c.agent != nil {
		code := c.agent.attr("code")
		if o := s.d.opponent(code, s); o != "" || !isGroup(code) {
			return o
		}
		return s.d.countryOf(code)
	}
	if c.spk != nil && len(c.spk.origin) > 0 {
		if s.d.civilAuthority(c.spk.origin[0]) {
			return s.speakerCode(c)
		}
	}
	return ""
}

// civilAuthority: the source is one that counts its own people.
func (d *doc) civilAuthority(e *entity) bool {
	_, ok := d.Lang.Table("civil_authority").Value(e.role)
	return ok
}
