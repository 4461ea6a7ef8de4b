package claim

import "strings"

// countLosers counts the figures whose own words name the loser, and learns from those that also name who inflicted the
// loss who fights whom, for wars that no list holds.
func (d *doc) countLosers() {
	d.losers, d.foes = map[string]int{}, map[string]string{}
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			code := s.d.codes(c.parties, s, c)
			if code == "" {
				continue
			}
			if !c.equipment() {
				d.losers[code]++
			}
			if a := s.agentOf(c); a != nil && d.realParty(a.attr("code")) && a.attr("code") != code && !strings.Contains(code, "+") {
				d.foes[code], d.foes[a.attr("code")] = a.attr("code"), code
			}
		}
	}
	d.enemies = map[string]string{}
}

// fights: the party is one of those that fight in the article or that it counts the dead of, or in one that tells of no
// two sides, any. A state that
// only lends its weapons, its experts or its words loses nothing there unless the words say so.
func (d *doc) fights(code string) bool {
	for _, one := range strings.Split(code, "+") {
		if isGroup(one) || !d.anyEnemies() {
			continue
		}
		if d.opponent(one, nil) == "" && d.losers[one] < 2 {
			return false
		}
	}
	return true
}

// homeState is the state whose forces a text can mean that speaks of "the army" and names none: the only state that
// fights in it, or of those that fight a group, the one where most of its places are.
func (d *doc) homeState() string {
	states, civil := map[string]int{}, map[string]int{}
	for _, code := range sortedKeys(d.parties) {
		if !isGroup(code) && !strings.Contains(code, "+") && d.opponent(code, nil) != "" {
			states[code] = d.parties[code]
		}
	}
	for _, code := range sortedKeys(d.places) {
		if o := d.opponent(code, nil); isGroup(o) && !d.bystander(o) {
			civil[code] = d.places[code]
		}
	}
	if only := most(states); len(states) == 1 && (d.places[only] > 0 || len(civil) == 0) {
		return only
	}
	if len(states) == 0 && !d.anyEnemies() {
		return d.onlyState()
	}
	return most(civil)
}

// onlyState is the one state that the article names as a party, "" where there are none or several.
func (d *doc) onlyState() string {
	found := ""
	for _, code := range sortedKeys(d.parties) {
		if isGroup(code) || strings.Contains(code, "+") {
			continue
		}
		if found != "" {
			return ""
		}
		found = code
	}
	return found
}

// wordsParties are the parties in the count's own words: those that the phrase names, and those in the name of the
// thing itself ("enemy soldiers", "ocupantes", "miembros de la fuerza pública").
func (c *count) wordsParties() []*node {
	out := c.parties
	for _, t := range c.targets {
		for _, n := range t.s.nodes {
			if f := n.attr("form"); n.is("party") && (f == "enemy" || f == "own" || f == "generic" && len(c.parties) == 0) && n.from >= t.from && n.to <= t.to {
				out = append(out[:len(out):len(out)], n)
			}
		}
	}
	return out
}

// namedSide is the party on whose side the sentence says that the loss fell: "on the Armenian side", "del bando
// ucraniano", "for Russia, the same researchers …".
func (s *sent) namedSide(c *count) string {
	if c.loss.attr("role") == "own" || s.suffers(c) {
		return ""
	}
	var best *node
	for _, n := range s.nodes {
		if !n.is("party") || !s.d.realParty(n.attr("code")) || n.attr("form") == "compound" || s.semicolonBetween(n, c) || s.inCount(n.from, n.to) {
			continue
		}
		if !s.fronted(n, c) && (s.speaks(n) || !s.sideOfWords(n, c)) {
			continue
		}
		if best == nil || n.to <= c.from {
			best = n
		}
	}
	if best == nil {
		return ""
	}
	return best.attr("code")
}

// sideOfWords: the word "side" stands beside the party and a preposition before both.
func (s *sent) sideOfWords(n *node, c *count) bool {
	from := n.from
	switch {
	case s.is(n.to, "side_word") || s.is(n.to-1, "side_word"):
	case s.is(from-1, "side_word"):
		from--
	default:
		return false
	}
	for from > 0 && s.is(from-1, "name_article") {
		from--
	}
	if from == 0 || s.toks[from-1].mark == "by" || s.is(from-1, "agent_marker") {
		return false
	}
	if n.from >= c.to && s.otherLossBetween(c, n.from) {
		return false
	}
	return s.toks[from-1].mark == "of" || s.is(from-1, "topic_word")
}

// otherLossBetween: another count with a loss word of its own stands between the count and token i.
func (s *sent) otherLossBetween(c *count, i int) bool {
	for _, o := range s.counts {
		if o != c && o.from >= c.to && o.to <= i && o.loss != nil && o.loss != c.loss {
			return true
		}
	}
	return false
}

// fronted: the sentence or clause opens with whom it is about.
func (s *sent) fronted(n *node, c *count) bool {
	i := n.from - 1
	for i > 0 && s.is(i, "name_article") {
		i--
	}
	if n.to > c.from || i < 0 {
		return false
	}
	for k := 1; k <= 4 && i-k+1 >= 0; k++ {
		if _, ok := s.d.Lang.Table("topic_word").Value(s.phrase(i-k+1, i+1)); ok {
			return i-k < 0 || s.toks[i-k].punct || s.toks[i-k].mark == "and" || s.is(i-k, "contrast_word")
		}
	}
	return false
}

// enemyCode is whom "the enemy" means: the enemy of who speaks here, of whoever else the text lets speak, or else the
// other party whose losses it counts or that it names most.
func (s *sent) enemyCode(c *count) string {
	code := s.speakerCode(c)
	if code == "" {
		code = s.d.usualSpeaker()
	}
	if o := s.d.opponent(code, s); o != "" {
		return o
	}
	if o := s.d.standingEnemy(code); o != "" {
		return o
	}
	others := map[string]int{}
	for o, n := range s.d.parties {
		if o != code && !s.d.bystander(o) && 4*n >= s.d.parties[code] && (n >= 3 || s.d.losers[o] > 0) {
			others[o] = n + 10*s.d.losers[o]
		}
	}
	return most(others)
}

// ourSide is whom "our soldiers" are of in an article that lets nobody of them speak: the party that speaks most, or the
// one state of those that fight groups.
func (d *doc) ourSide() string {
	if code := d.usualSpeaker(); code != "" {
		return code
	}
	found := ""
	for _, code := range sortedKeys(d.parties) {
		if isGroup(code) || strings.Contains(code, "+") || !isGroup(d.opponent(code, nil)) {
			continue
		}
		if found != "" {
			return ""
		}
		found = code
	}
	return found
}

// usualSpeaker is the party that speaks most in the article.
func (d *doc) usualSpeaker() string {
	tally := map[string]int{}
	for _, s := range d.sents {
		for _, sp := range s.spks {
			if code := d.sideOf(sp.origin[0]); d.opponent(code, nil) != "" {
				tally[code]++
			}
		}
	}
	return most(tally)
}

// stateMeant is the state whose army "the army" is: the one named beside it ("Sweden's army"), or else the only one in
// question.
func (s *sent) stateMeant(n *node) string {
	for i := n.from - 1; i >= 0 && i >= n.from-2; i-- {
		if p := s.partyAt(i); p != nil && s.d.realParty(p.attr("code")) && p.attr("form") != "compound" {
			return p.attr("code")
		}
		if s.toks[i].punct || s.toks[i].mark != "" {
			break
		}
	}
	i := n.to
	for s.is(i, "genitive_word") || s.is(i, "name_article") {
		i++
	}
	if i < len(s.toks) && (i > n.to || s.d.headFirst) {
		if p := s.partyAt(i); p != nil && s.d.realParty(p.attr("code")) && p.attr("form") != "compound" {
			return p.attr("code")
		}
	}
	if code := s.d.calledSo(n); code != "" {
		return code
	}
	if s.chapter != nil && !s.chapter.entry && s.chapter.code != "" && !isGroup(s.chapter.code) {
		return s.chapter.code // in a digest "the army" is that of the country that its part is about
	}
	return s.d.homeState()
}

// otherSide is the enemy of those whose losses the text told of last, where the sentence turns to the other side.
func (s *sent) otherSide(c *count) string {
	for i := 0; i < c.from; i++ {
		for k := 1; k <= 5 && i+k <= c.from; k++ {
			if _, ok := s.d.Lang.Table("other_side").Value(s.phrase(i, i+k)); ok && !s.semicolonFrom(i, c.from) {
				if o := s.loserBefore(i); o != "" {
					return s.d.facing(o, s)
				}
			}
		}
	}
	return ""
}

func (s *sent) semicolonFrom(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].word == ";" {
			return true
		}
	}
	return false
}

// facing is the enemy of a party, or the one other party that the article names.
func (d *doc) facing(code string, s *sent) string {
	if o := d.opponent(code, s); o != "" {
		return o
	}
	other := ""
	for _, o := range sortedKeys(d.parties) {
		if o == code || d.bystander(o) {
			continue
		}
		if other != "" {
			return ""
		}
		other = o
	}
	return other
}

// loserBefore is whose loss the last count before token i, or of the sentences before, was.
func (s *sent) loserBefore(i int) string {
	for k := s.i; k >= 0 && k >= s.i-antecedentReach; k-- {
		o := s.d.sents[k]
		if o.chapter != s.chapter {
			break
		}
		for j := len(o.counts) - 1; j >= 0; j-- {
			if c := o.counts[j]; c.loss != nil && c.loser != "" && (o != s || c.to <= i) {
				return c.loser
			}
		}
	}
	return ""
}

// sameBreath is the loser of the count right before in the sentence, which names no other party between: "92 Houthi
// fighters killed, 16 vehicles wrecked".
func (s *sent) sameBreath(c *count) string {
	var last *count
	for _, o := range s.counts {
		if o == c {
			break
		}
		if o.loss != nil && !o.bracket {
			last = o
		}
	}
	if last == nil || last.loser == "" || last.civilian() || c.civilian() && c.category != "" {
		return ""
	}
	for i := last.to; i < c.from; i++ {
		if p := s.partyAt(i); p != nil && p.attr("form") != "compound" || s.toks[i].word == ";" || s.is(i, "contrast_word") || s.verbAt(i) {
			return ""
		}
	}
	return last.loser
}

// homeOf gives civilians, whom no armed group loses, to the country where they live.
func (s *sent) homeOf(c *count, code string) string {
	if !isGroup(code) || strings.Contains(code, "+") || c.why == whyLosing || c.category != "civilians" && !(c.category == "people" && c.saysPeople()) {
		return code
	}
	if home := s.placeCode(c); home != "" {
		return home
	}
	if home := s.d.countryOf(code); home != "" && (s.d.places[home] > 0 || s.d.parties[home] > 0) {
		return home
	}
	if home := mainPlace(s.d.sents); home != "" {
		return home
	}
	return code
}
