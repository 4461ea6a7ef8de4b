package claim

import "unicode"

// bystander says what a count of the loss word's sentence is instead of what was lost: the weapon that struck, the
// whole that others are a part of, the one who speaks, a place, another noun. "" when it may be the thing lost.
func (s *sent) bystander(c *count) string {
	l := c.loss
	if l.s != s {
		return ""
	}
	switch {
	case s.denominator(c):
		return "it is the whole that another number is a part of"
	case s.agent(c, l):
		return "it is what struck, not what was lost"
	case s.tripped(c, l):
		return "it is what was run into"
	case s.overshadowed(c, l):
		return "the people counted nearby were lost, not the weapon"
	case s.speaking(c, l):
		return "it is the one who speaks"
	case s.described(c, l):
		return "one wreck or body is described, none is counted"
	case s.setFree(c, l):
		return "prisoners were handed over, not taken"
	case s.nearBy(c, l), s.struck(c, l):
		return "it was only near by, or aimed at"
	case s.numbered(c), s.lone(c, l):
		return "the number is part of a name, or one is only spoken of"
	case s.placed(c, l), s.structures(c):
		return "the number counts places"
	case c.owned, s.otherNoun(c, l):
		return "the number counts something else"
	}
	return ""
}

// denominator: the 140 of "downed 85 of 140 drones", the 23 of "16 of the 23"; not the 51 of "forty of the 51 killed".
func (s *sent) denominator(c *count) bool {
	if s.opensWithWhole(c) {
		return true
	}
	if c.loss.from >= c.q.to && c.loss.attr("role") != "passive" {
		return false
	}
	i := c.from - 1
	if s.is(i, "name_article") {
		i--
	}
	from := s.is(i, "origin_word") // "20 from 26 tanks", as translators have it
	if !from && !s.is(i, "genitive_word") {
		return false
	}
	for _, o := range s.counts {
		if from && (o.q.to != i || o.target == nil || o.target != c.target) {
			continue
		}
		if o != c && o.q.attr("form") != "article" && (o.q.to == i || o.to == i && o.loss == c.loss && o.category == c.category) {
			return true
		}
	}
	return false
}

const strikeGap = 3 // words between a weapon and the verb of which it is the subject or the agent

// agent: "a missile struck a flat", "five strikes destroyed two bridges", "killed by a US drone", "hit it with two rockets".
func (s *sent) agent(c *count, l *node) bool {
	if l.to <= c.from {
		return s.byBefore(c, l.to)
	}
	if c.to > l.from || l.from-c.to > strikeGap || l.attr("role") == "noun" || l.attr("role") == "toll" {
		return false
	}
	for i := c.to; i < l.from; i++ {
		t := s.toks[i]
		named := t.node.is("party") && t.node.attr("form") != "pronoun"
		if named || t.punct && t.word != "\"" || t.mark == "clause" || t.mark == "and" {
			return false
		}
	}
	return s.takesObject(c, l)
}

// takesObject: after the loss word stands what it did something to.
func (s *sent) takesObject(c *count, l *node) bool {
	if l.attr("role") == "passive" || l.attr("role") == "subject" || l.to >= len(s.toks) {
		return false
	}
	weapon := c.category == "missiles" || c.category == "drones"
	if weapon && l.attr("weak") != "" && l.to-l.from == 1 {
		return true
	}
	if o := s.countAfter(l.to, strikeGap); o != nil && o != c && (l.attr("role") == "active" || l.attr("weak") != "" || weapon) {
		return true
	}
	return l.attr("role") == "active" && s.objectFollows(l) || (weapon || l.attr("weak") != "") &&
		(s.is(l.to, "indefinite_article") || s.is(l.to, "name_article"))
}

// tripped: "the truck hit a mine", "a patrol struck two roadside bombs". Mines that are lost are cleared, seized or blown up.
func (s *sent) tripped(c *count, l *node) bool {
	if c.target == nil || c.target.from < l.to || !s.hit(l.to) {
		return false
	}
	for i := c.target.from; i < c.target.to; i++ {
		if s.is(i, "trap_word") {
			return true
		}
	}
	return false
}

// byBefore: "by", "with" a weapon, and no border between the loss word and that.
func (s *sent) byBefore(c *count, from int) bool {
	for i := c.from - 1; i >= from && i >= c.from-2; i-- {
		t := s.toks[i]
		if t.punct || t.node.is("quantity") || t.node.is("loss") {
			return false
		}
		if t.mark == "by" {
			return t.markLen == 1 && c.category != "" && (!isPeople(c.category) || c.q.attr("form") == "article")
		}
		if s.is(i, "instrument_word") {
			weapon := c.category == "missiles" || c.category == "drones" || s.hit(from) && c.category != "" && !isPeople(c.category)
			return weapon && !s.borderBetween(from, i)
		}
	}
	return false
}

// hit: the word before token i is one of striking, which says nothing yet of a loss.
func (s *sent) hit(i int) bool {
	return i > 0 && s.toks[i-1].node.is("loss") && s.toks[i-1].node.attr("weak") == "1"
}

// overshadowed: a word of killing or wounding already has its people, and a weapon of another list stands farther off.
func (s *sent) overshadowed(c *count, l *node) bool {
	if c.category == "" || isPeople(c.category) || c.label || s.listLike() {
		return false
	}
	switch l.attr("effect") {
	case "killed", "wounded":
	default:
		return false
	}
	for _, o := range s.counts {
		if o != c && o.loss == l && (o.chain != c.chain || c.q.attr("form") == "article") && (o.category == "" || isPeople(o.category)) && (o.from > c.from || s.beside(c)) {
			return true
		}
	}
	return false
}

// beside: one thing behind a preposition, no member of a list: "in a Houthi drone attack", "en un ataque contra un vehículo".
func (s *sent) beside(c *count) bool {
	if c.q.attr("form") != "article" || c.from == 0 {
		return false
	}
	before := s.toks[c.from-1]
	return !before.punct && before.mark != "and" && !before.node.is("loss")
}

// speaking: "two officials said", "according to two people": the word of saying is the count's own.
func (s *sent) speaking(c *count, l *node) bool {
	if c.target == nil || !isPeople(c.category) {
		return false
	}
	if i := c.from - 1; i >= 0 && s.speechWordAt(i) && c.q.attr("form") == "article" && c.adjacentLoss() == nil {
		return true
	}
	if i := c.from - 1; i >= l.to && s.speechWordAt(i) && s.toks[i].node.attr("cue") == "according" {
		return true
	}
	if l.to <= c.from && c.to < len(s.toks) && s.speechWordAt(c.to) && s.toks[c.to].node.attr("cue") != "according" && c.size() <= fewTellers {
		return true
	}
	for i := c.to; i < l.from; i++ {
		t := s.toks[i]
		switch {
		case s.speechWordAt(i):
			return true
		case t.node.is("source"), t.node.is("party"), t.node.is("quantity"), t.node.is("target"), t.mark == "and":
			return false
		}
	}
	return false
}

func (s *sent) speechWordAt(i int) bool {
	n := s.toks[i].node
	return n.is("source") && n.attr("type") == "verb"
}

// described: "a destroyed tank", "un tanque destruido": the state of one thing in view. Nor is the girl lost who looks
// at it, nor a "terrorist organization" one terrorist.
func (s *sent) described(c *count, l *node) bool {
	one := c.q.attr("form") == "article" && c.target != nil && isPeople(c.category)
	if one && !s.d.headFirst && c.to < l.from && s.plainWord(c.to) {
		return true
	}
	if c.q.attr("form") == "article" && s.apposedToOne(c) {
		return true
	}
	if l.attr("role") == "state" && l.from > c.to && l.to < len(s.toks) {
		n := s.toks[l.to].node
		if n.is("target") && n != c.target && (s.is(l.from-1, "indefinite_article") || s.is(l.from-1, "name_article")) {
			return true
		}
	}
	return c.q.attr("form") == "article" && !isPeople(c.category) && l.attr("role") == "state" && l.from >= c.from && l.to <= c.to
}

// apposedToOne: "its first death, a 70-year-old man": who the one dead was.
func (s *sent) apposedToOne(c *count) bool {
	if c.from < 2 || s.toks[c.from-1].word != "," {
		return false
	}
	for _, o := range s.counts {
		v := o.q.Quantity.Value
		if n := s.toks[c.from-2].node; o.from < c.from && v != nil && *v == 1 && (o.to == c.from-1 || n.is("loss") && n.from >= o.q.to && n.from-o.q.to <= 2) {
			return true
		}
	}
	return false
}

// setFree: "to free 5,000 Taliban prisoners", "returned 50 prisoners each".
func (s *sent) setFree(c *count, l *node) bool {
	if l.attr("effect") != "captured" || l.attr("role") != "noun" {
		return false
	}
	for _, n := range s.nodes {
		if !n.is("exclusion") || n.attr("what") != "exchange" && n.attr("what") != "transfer" {
			continue
		}
		if gap := max(c.from-n.to, n.from-max(c.to, l.to)); gap <= 6 && !s.colonBetween(n.to, c.from) {
			return true
		}
	}
	return false
}

// placed: "died at nine sites", "fallecidos en cinco municipios": a bare number after a word of place.
func (s *sent) placed(c *count, l *node) bool {
	if c.target != nil || l.to > c.from || l.attr("role") == "toll" {
		return false
	}
	return s.is(c.from-1, "locative_word") && s.bareNoun(c)
}

// structures: behind whose they are stands a word for buildings or works: "12 ISIL fighting positions", "6 depósitos rusos".
func (s *sent) structures(c *count) bool {
	if c.target != nil {
		return false
	}
	for i := c.q.to; i < len(s.toks) && i < c.q.to+4; i++ {
		t := s.toks[i]
		switch n := t.node; {
		case n.is("exclusion") && n.attr("type") == "building":
			return true
		case n == nil || n.is("party") || n.is("exclusion") && n.attr("type") == "scene":
		default:
			return false
		}
		if t.punct || t.mark != "" {
			return false
		}
	}
	return false
}

// otherNoun: the noun is nothing to lose: "destroyed four fighting positions", "one lost glove". What is
// killed or wounded lives, whatever its name.
func (s *sent) otherNoun(c *count, l *node) bool {
	e, r := l.attr("effect"), l.attr("role")
	if c.target != nil || c.anaphor || c.bracket || c.label || e == "killed" || e == "wounded" {
		return false
	}
	if r == "own" && l.from > c.q.to && l.from-c.q.to <= strikeGap {
		return s.bareNoun(c) // "the two sides have lost touch"
	}
	if l.from == c.q.to {
		return (r == "state" || r == "own") && s.plainWord(l.to)
	}
	if l.to > c.from || c.from-l.to > strikeGap {
		return false
	}
	if r == "state" {
		return c.from == l.to && s.bareNoun(c)
	}
	return (r == "active" || r == "own") && s.bareNoun(c)
}

// bareNoun: right after the number stands a word that the patterns know nothing of and that is no function word.
func (s *sent) bareNoun(c *count) bool { return s.plainWord(c.q.to) }

func (s *sent) plainWord(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	t := s.toks[i]
	if t.node != nil {
		return t.node.is("exclusion")
	}
	if r := s.Text[t.start]; !unicode.IsLower(r) {
		return false // a name may be that of a weapon
	}
	return !t.punct && t.mark == "" && !s.is(i, "function_word") && !s.is(i, "plain_opener") && !s.is(i, "copula")
}
