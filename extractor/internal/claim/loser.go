package claim

import (
	"slices"
	"strings"

	"lossclaims/patterns"
)

// findLosers settles whose loss each count is, in the order of trust: the party on the thing counted, the subject of
// losing, the possessor of the losses, the victim's side of an attack, the speaker's enemy, the context.
func (d *doc) findLosers() {
	last := ""
	lastPara := -1
	d.bySpeaker = map[string]string{}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			c.loser = s.loserOf(c)
			if c.loser == "" && last != "" && (s.Para-lastPara <= 1 || s.listLike()) && (c.category == "" || !c.civilian()) {
				c.loser = last
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

func (c *count) civilian() bool {
	return c.category == "civilians" || c.category == "people" || c.category == ""
}

// loserOf reads the loser from the count's own sentence.
func (s *sent) loserOf(c *count) string {
	if c.lead != nil && len(c.parties) == 0 {
		return c.lead.loser
	}
	if code := s.d.codes(c.parties, s, c); code != "" {
		return code
	}
	if c.pronoun {
		if code := s.pronounParty(c); code != "" {
			return code
		}
	}
	if c.like != nil && c.like.loser != "" {
		return c.like.loser
	}
	if code := s.loserByGrammar(c); code != "" {
		return code
	}
	if c.loss.s != s {
		if code := s.leadLoser(c); code != "" {
			return code
		}
	}
	if c.spk != nil && c.spk.admits && !c.equipment() {
		if code := s.speakerCode(c); code != "" {
			return code
		}
	}
	if c.equipment() {
		if code := s.launcher(c); code != "" {
			return code
		}
	}
	if c.category == "" {
		if code := s.nearestParty(c); code != "" {
			return code
		}
	}
	switch {
	case c.civilian():
		return s.civilianLoser(c)
	case c.irregular():
		if code := s.nearestGroup(c); code != "" {
			return code
		}
		return s.speakerEnemy(c)
	}
	if c.spk != nil && len(c.spk.origin) > 0 {
		if code := s.d.bySpeaker[c.spk.origin[0].id]; code != "" {
			return code
		}
	}
	switch {
	case c.category == "personnel":
		return s.ownSoldiers(c)
	}
	return s.speakerEnemy(c)
}

func (c *count) equipment() bool { return c.category != "" && !isPeople(c.category) }

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

// nearestParty is the last party that the sentence names before a number whose words do not say whose it is ("Russia's
// worst month yet, with 1,500 dead and wounded a day"); places and who speaks are none.
func (s *sent) nearestParty(c *count) string {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("party") || n.to > c.from || n.attr("form") == "compound" || n.attr("form") == "pronoun" || s.locative(n) || s.speaks(n) {
			continue
		}
		if s.semicolonBetween(n, c) || s.speechBetween(n.to, c.from) {
			return ""
		}
		return s.d.codes([]*node{n}, s, c)
	}
	return ""
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

// leadLoser is whose loss the sentence of an inherited loss word speaks of.
func (s *sent) leadLoser(c *count) string {
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
	return l.s.loserByGrammar(&count{s: l.s, loss: l, q: l, from: l.to, to: l.to, category: c.category, spk: l.s.speechAt(l)})
}

// loserByGrammar: the subject of losing, the possessor of the losses, a neighbour in the list, the object of an attack.
func (s *sent) loserByGrammar(c *count) string {
	role := c.loss.attr("role")
	if c.loss.s != s {
		role = ""
	}
	if role == "own" && c.loss.from < c.from || role == "noun" && s.suffers(c) {
		if code := s.subjectParty(c.loss.from, c); code != "" {
			return code
		}
		if code := s.subjectParty(c.from, c); code != "" {
			return code
		}
	}
	if code := s.possessor(c); code != "" {
		return code
	}
	if code := s.sharedParty(c); code != "" {
		return code
	}
	c.agent = s.agentOf(c)
	if c.agent != nil && !c.civilian() {
		return s.d.opponent(c.agent.attr("code"), s)
	}
	return ""
}

// civilianLoser: people belong to the country of the place where they were hit, else to the side that was attacked.
func (s *sent) civilianLoser(c *count) string {
	if code := s.placeCode(c); code != "" {
		return code
	}
	if c.agent != nil {
		return s.d.opponent(c.agent.attr("code"), s)
	}
	if c.spk != nil && len(c.spk.origin) > 0 {
		if e := c.spk.origin[0]; e.code != "" && s.d.civilAuthority(e) {
			return e.code
		}
	}
	return ""
}

// civilAuthority: the source is one that counts its own people.
func (d *doc) civilAuthority(e *entity) bool {
	_, ok := d.Lang.Table("civil_authority").Value(e.role)
	return ok
}

// irregular: the words for the people counted are those for fighters of no state ("militants", "insurgentes").
func (c *count) irregular() bool {
	for _, t := range c.targets {
		if _, ok := c.s.d.Lang.Table("irregular_fighter").Value(foldedText(t)); ok {
			return true
		}
	}
	return false
}

func foldedText(n *node) string { return string(n.s.Folded[n.Start:n.End]) }

// nearestGroup is the armed group that the sentence, or the text before it, names last.
func (s *sent) nearestGroup(c *count) string {
	for i := s.i; i >= 0 && i >= s.i-8; i-- {
		nodes := s.d.sents[i].nodes
		for k := len(nodes) - 1; k >= 0; k-- {
			if n := nodes[k]; n.is("party") && isGroup(n.attr("code")) && n.attr("form") != "compound" {
				return n.attr("code")
			}
		}
	}
	best := ""
	for _, code := range sortedKeys(s.d.parties) {
		if isGroup(code) && (best == "" || s.d.parties[code] > s.d.parties[best]) {
			best = code
		}
	}
	return best
}

func isGroup(code string) bool {
	return code != "" && strings.ToLower(code) == code && code != "enemy" && code != "own" && code != "pronoun" && code != "context"
}

// ownSoldiers: soldiers without a party are the enemy's of who speaks, unless the speaker admits to the loss or says
// that they died, fell or surrendered: of its own an army does not say that they were eliminated.
func (s *sent) ownSoldiers(c *count) string {
	code := s.speakerCode(c)
	switch {
	case code == "":
		return ""
	case isGroup(code):
		return s.d.opponent(code, s)
	}
	if c.spk.admits || c.loss.attr("role") == "subject" || c.loss.attr("role") == "of" {
		return code
	}
	if enemy := s.d.opponent(code, s); enemy != "" {
		return enemy
	}
	return code
}

// codes turns the parties of a phrase into one code: the last group or state named, two joined when both are meant.
func (d *doc) codes(ps []*node, s *sent, c *count) string {
	var set []string
	for _, p := range ps {
		code := p.attr("code")
		switch code {
		case "enemy":
			if code = s.speakerEnemyCode(c); code == "" {
				code = d.standingEnemy(s.speakerCode(c))
			}
		case "own":
			code = s.speakerCode(c)
		case "pronoun", "context", "":
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
		// "Iranian Houthi drones", "soldiers of the Russian 72nd brigade in Ukraine": the first is the nearer word.
		return set[0]
	}
	slices.Sort(set)
	return strings.Join(set, "+")
}

func (s *sent) coordinated(ps []*node) bool {
	for i := 1; i < len(ps); i++ {
		for k := ps[i-1].to; k < ps[i].from; k++ {
			if s.toks[k].mark == "and" || s.toks[k].word == "," || s.toks[k].word == "-" {
				return true
			}
		}
	}
	return false
}

// pronounParty is whose "its soldiers" are: the speaker's, or the nearest party before.
func (s *sent) pronounParty(c *count) string {
	if c.spk != nil && slices.Contains(s.spks, c.spk) {
		if code := s.speakerCode(c); code != "" {
			return code
		}
	}
	return s.subjectParty(c.from, c)
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

// subjectParty is the nearest party before token i that can be a subject.
func (s *sent) subjectParty(i int, c *count) string {
	for k := len(s.nodes) - 1; k >= 0; k-- {
		n := s.nodes[k]
		if !n.is("party") || n.to > i || n.attr("form") == "compound" {
			continue
		}
		if s.speechBetween(n.to, i) {
			break
		}
		if code := s.d.codes([]*node{n}, s, c); code != "" {
			return code
		}
	}
	return ""
}

// speechBetween: a verb of saying stands between, so what is before it is the speaker.
func (s *sent) speechBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if n := s.toks[i].node; n.is("source") && n.attr("type") == "verb" {
			return true
		}
	}
	return false
}

// possessor reads "Russian losses", "losses of the Ukrainian army", "bajas rusas", "Russia's dead" around the loss word.
func (s *sent) possessor(c *count) string {
	role := c.loss.attr("role")
	if role != "noun" && role != "toll" && role != "state" || c.loss.s != s {
		return ""
	}
	if code := s.possessorBefore(c); code != "" {
		return code
	}
	return s.possessorAfter(c)
}

func (s *sent) possessorBefore(c *count) string {
	for k, words := c.loss.from-1, 0; k >= 0 && words < 2; k-- {
		if p := s.partyAt(k); p != nil {
			if p.attr("form") == "compound" {
				return ""
			}
			if p.attr("form") == "pronoun" {
				return s.pronounParty(c)
			}
			return s.d.codes([]*node{p}, s, c)
		}
		t := s.toks[k]
		if t.punct && t.word != "'" || t.mark != "" || t.node != nil && !t.node.is("target") && !t.node.is("exclusion") {
			return ""
		}
		words++
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
			if k > l.to && !s.possessive(l.to, k, c) {
				return ""
			}
			return s.d.codes([]*node{p}, s, c)
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
		if o == c || o.loss != c.loss {
			continue
		}
		if o.from < c.from || code == "" {
			if x := s.d.codes(o.parties, s, o); x != "" && (o.chain == c.chain || o.loss == c.loss) {
				code = x
			}
		}
	}
	return code
}

// agentOf is who inflicted the loss: the subject of an active verb or the party after "by".
func (s *sent) agentOf(c *count) *node {
	l := c.loss
	if l.s != s {
		return nil
	}
	if l.attr("role") == "active" {
		return s.activeSubject(l)
	}
	for _, n := range s.nodes {
		if !n.is("party") || n.attr("form") == "compound" || n.from < l.to {
			continue
		}
		for k := n.from - 1; k >= max(l.to, n.from-4); k-- {
			if s.toks[k].mark == "by" {
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
		if n.attr("form") == "pronoun" || n.from > 0 && s.toks[n.from-1].mark == "of" && !s.is(n.from-1, "genitive_word") {
			continue
		}
		if s.speechBetween(n.to, l.from) {
			return nil
		}
		return n
	}
	return nil
}

// placeCode is the country of the place that the sentence names nearest to the count.
func (s *sent) placeCode(c *count) string {
	best, cost := "", far
	for _, n := range s.nodes {
		if !n.is("place") && !(n.is("party") && (n.attr("form") == "name" || n.attr("form") == "metonym")) {
			continue
		}
		d := n.from - c.to
		if d < 0 {
			d = c.from - n.to + 3
		}
		if n.is("party") {
			if !s.locative(n) {
				continue
			}
			d += 2
		}
		if s.semicolonBetween(n, c) {
			continue
		}
		if d < cost {
			best, cost = n.attr("code"), d
		}
	}
	return best
}

// locative: a preposition of place stands before the name, with an adjective or two between at most.
func (s *sent) locative(n *node) bool {
	for k := n.from - 1; k >= 0 && n.from-k <= 3; k-- {
		if s.toks[k].mark == "of" {
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

// speakerEnemy: a claim about the other side's losses, whose loser is the speaker's enemy.
func (s *sent) speakerEnemy(c *count) string {
	if c.spk == nil {
		return ""
	}
	return s.speakerEnemyCode(c)
}

// speakerCode is the party of who speaks; where nobody is named, of the page's own house.
func (s *sent) speakerCode(c *count) string {
	if c.spk != nil && len(c.spk.origin) > 0 && c.spk.origin[0].code != "" {
		return c.spk.origin[0].code
	}
	if s.d.house != nil {
		return s.d.house.origin[0].code
	}
	return ""
}

func (s *sent) speakerEnemyCode(c *count) string {
	if code := s.speakerCode(c); code != "" {
		return s.d.opponent(code, s)
	}
	return ""
}

// opponent is the enemy of a party: in the war that the article is about, the party of another side that it names
// most.
func (d *doc) opponent(code string, s *sent) string {
	if !d.realParty(code) {
		return ""
	}
	if o, ok := d.enemies[code]; ok {
		return o
	}
	best, score := "", 0
	for _, w := range d.wars {
		if !d.during(w.Start, w.End) {
			continue
		}
		for i, side := range w.Sides {
			if !slices.Contains(side, code) {
				continue
			}
			for j, other := range w.Sides {
				if o, v := d.mostNamed(other, code); i != j && v > 0 && v+d.theatre(w) > score {
					best, score = o, v+d.theatre(w)
				}
			}
		}
	}
	d.enemies[code] = best
	return best
}

// standingEnemy is the first party on the other side of the latest war that a party is in: "the enemy" of a text that
// never names it.
func (d *doc) standingEnemy(code string) string {
	best, start := "", ""
	for _, w := range d.wars {
		if !d.during(w.Start, w.End) || w.Start < start {
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

// mostNamed is the code of a side that the article names most, and how often it names the whole side.
func (d *doc) mostNamed(side []string, not string) (string, int) {
	best, sum := "", 0
	for _, o := range side {
		if o == not {
			continue
		}
		sum += d.parties[o]
		if d.parties[o] > 0 && (best == "" || d.parties[o] > d.parties[best]) {
			best = o
		}
	}
	return best, sum
}

// theatre counts how often the article names places in the countries where the war is fought.
func (d *doc) theatre(w patterns.War) int {
	n := 0
	for _, code := range w.Theatre {
		n += d.places[code]
	}
	return n
}

func (d *doc) during(start, end string) bool {
	if d.day.zero() {
		return true
	}
	return !parseCivil(start).after(d.day) && (end == "" || parseCivil(end).add(90).String() >= d.day.String())
}

// fillLosers gives counts that no grammar settled the loser of most other counts of their kind, or else the country
// that the article is about.
func (d *doc) fillLosers() {
	tally := map[bool]map[string]int{true: {}, false: {}}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss != nil && c.loser != "" {
				tally[c.civilian()][c.loser]++
			}
		}
	}
	main := d.mainPlace()
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil || c.loser != "" {
				continue
			}
			c.loser = most(tally[c.civilian()])
			if c.loser == "" || c.category == "civilians" && main != "" {
				c.loser = main
			}
			if c.loser == "" {
				c.loser = "unknown"
			}
		}
	}
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

// mainPlace is the country of most places that the article names.
func (d *doc) mainPlace() string {
	tally := map[string]int{}
	for _, s := range d.sents {
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
