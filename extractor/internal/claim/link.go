package claim

// chainCounts gives counts that hang on one list the same number: only commas, coordinators, articles and brackets
// stand between them.
func (s *sent) chainCounts() {
	chain := 0
	for i, c := range s.counts {
		if i == 0 || !s.listGap(s.counts[i-1].to, c.from) {
			chain++
		}
		c.chain = chain
	}
}

// listGap: nothing but list glue between two counts.
func (s *sent) listGap(from, to int) bool {
	plain := 0
	for i := from; i < to; i++ {
		t := s.toks[i]
		switch n := t.node; {
		case n.is("loss") && n.attr("weak") == "", n.is("quantity"), n.is("exclusion") && n.attr("type") == "governor":
			return false
		case n.is("source") && n.attr("type") == "verb":
			return false
		case t.mark == "clause" || t.mark == "part" || t.mark == "suffer" || t.mark == "inflict":
			return false
		case t.punct && t.word == ".":
			return false
		case t.punct, t.mark != "", n != nil:
		default:
			plain++
		}
	}
	return plain <= 4
}

const far = 1 << 20

// linkLosses gives every count of the sentence the loss word, or the word that excludes it, that governs it.
func (s *sent) linkLosses() {
	var cands []*node
	for _, n := range s.nodes {
		if n.is("loss") || n.is("exclusion") && n.attr("type") == "governor" && s.toks[n.from].node == n {
			cands = append(cands, n)
		}
	}
	for i := 0; i < len(s.counts); {
		j := s.listEnd(i)
		if s.partOfBefore(i, j-i) {
			i = j
			continue
		}
		s.linkChain(s.counts[i:j], cands)
		i = j
	}
}

// partOfBefore: the count is a named part of the one before it in the sentence ("1,974 dead, of whom 127 were
// children, and 9,384 injured"), whose loss word it takes, not the next one.
func (s *sent) partOfBefore(i, chain int) bool {
	c := s.counts[i]
	if i == 0 || !c.part || s.counts[i-1].loss == nil || !c.copular && (chain > 1 || !compatible(c.category, s.counts[i-1].kind())) {
		return false
	}
	n := c.adjacentLoss()
	return n == nil || c.copular && n.from > c.to
}

// linkChain finds one governor for a whole list, unless single members carry their own.
func (s *sent) linkChain(chain []*count, cands []*node) {
	best, cost := (*node)(nil), far
	for _, l := range cands {
		for k, c := range chain {
			if v := s.linkCost(chain[0].from, chain[len(chain)-1].to, c, k == 0, k == len(chain)-1, l); v < cost {
				best, cost = l, v
			}
		}
	}
	for _, c := range chain {
		own, ownCost := (*node)(nil), far
		for _, l := range cands {
			if v := s.linkCost(c.from, c.to, c, true, true, l); v < ownCost {
				own, ownCost = l, v
			}
		}
		if own == nil || ownCost > 2 {
			if l := s.levelLoss(c, cands); l != nil {
				c.setGovernor(l, 0)
				continue
			}
		}
		if own != nil && ownCost <= 2 || cost > linkLimit {
			c.setGovernor(own, ownCost)
			continue
		}
		c.setGovernor(best, cost)
	}
}

const linkLimit = 26

// falls: of fighters and aircraft "fell" is a loss; bombs and rockets only land.
func (c *count) falls() bool {
	return c.category == "personnel" || c.category == "aircraft" || c.category == "helicopters"
}

// hasObject: an active verb behind the count has a figure of its own ("14 drones destroyed three tanks").
func (s *sent) hasObject(c *count, l *node) bool {
	if r := l.attr("role"); r != "active" && r != "of" && r != "own" {
		return false
	}
	o := s.countAfter(l.to, 2)
	return o != nil && o.chain != c.chain
}

// figureBetween: a figure stands between somebody and a loss word, which is then told of the figure ("a surgeon had
// treated 64 people with wounds").
func (s *sent) figureBetween(c *count, l *node) bool {
	for _, o := range s.counts {
		if o.q.attr("form") != "article" && (o.from >= c.to && o.from < l.to || o.to <= c.from && o.to > l.from) && o.chain != c.chain {
			return true
		}
	}
	return false
}

// suits: a word that tells of a loss only with things of some kind fits what is counted.
func (c *count) suits(l *node) bool {
	switch l.attr("weak") {
	case "air":
		return c.falls() && c.category != "personnel" || c.category == "drones" || c.category == "missiles"
	case "named":
		return c.category != "" && c.from >= l.to
	case "scored":
		return c.from >= l.to && (c.category != "" || c.s.endsPhrase(c.q.to))
	case "claim":
		return c.claimed(l)
	case "fall":
		return c.falls()
	case "tally":
		return c.tallied()
	case "people":
		return isPeople(c.category) || c.category == "" && c.body != nil
	case "arms":
		return c.category == "equipment"
	case "1":
		return c.equipment()
	}
	return true
}

// tallied: a counting verb speaks of losses only where the party whose things they are stands with them, and who
// counts is one that keeps such lists ("Oryx lists 2,067 Russian tanks").
func (c *count) tallied() bool {
	if c.category == "" || len(c.parties) == 0 {
		return false
	}
	for k := c.from - 1; k >= 0; k-- {
		if n := c.s.sourceAt(k); n != nil && n.attr("type") == "tracker" {
			return true
		}
	}
	return false
}

// bareCount: a number without a thing may stand only next to a word of loss that says what was lost ("killing 30",
// "12 dead", "the toll rose to 40"), or refer back to a thing named before ("14 of them").
func (c *count) bareCount(l *node) bool {
	if l.is("exclusion") {
		return true
	}
	s := c.s
	if l.s != s {
		return true
	}
	gap, reach := 0, 3
	from, to := l.to, c.from
	if l.from >= c.to {
		from, to = c.to, l.from
	}
	if r := l.attr("role"); r == "toll" || r == "noun" || c.anaphor {
		reach = 7
	}
	for i := from; i < to; i++ {
		t := s.toks[i]
		switch n := t.node; {
		case n.is("quantity") && n != c.q, n.is("loss") && n.attr("weak") == "", t.mark == "clause" && !s.is(i, "relative_word") && !(i == c.from-1 && s.is(i, "as_word")), t.word == ";":
			return false
		case n.is("party"), n.is("time"):
			i = n.to - 1
		case t.word == ",":
			gap += 2
		default:
			gap++
		}
	}
	return gap <= reach
}

// bodyCounts: a people or a force stands for those counted, and no noun follows it ("31 Palestinians and four Israelis").
func (c *count) bodyCounts() bool {
	if c.body == nil || c.q.attr("form") == "article" || c.body.from-c.q.to > 2 || c.s.is(c.from-1, "name_article") || c.s.d.bystander(c.body.attr("code")) {
		return false
	}
	t := c.body.to
	return c.s.endsPhrase(t) || c.s.toks[t].node.is("loss") || c.s.toks[t].node.is("party") || c.s.is(t, "copula")
}

func (c *count) setGovernor(l *node, cost int) {
	switch {
	case l == nil || cost > linkLimit:
		c.reason = "no loss word governs it"
	case c.target == nil && !c.bodyCounts() && !c.bareCount(l) && !c.levelled(l):
		c.reason = "the number counts nothing that can be lost"
	case l.is("exclusion"):
		c.governor, c.reason = l, "governed by a word of "+l.attr("what")
	default:
		c.loss = l
		c.reason = ""
		c.takeModifier()
	}
}

// linkCost is how far a loss word is from a count, in words, with a price on what stands between and on the wrong side.
func (s *sent) linkCost(from, to int, c *count, first, last bool, l *node) int {
	inside := l.from >= c.q.to && l.to <= c.to
	switch {
	case !c.suits(l), l.attr("weak") != "" && s.clauseCrossed(min(to, l.to), max(from, l.from)), c.q.attr("form") == "article" && from == c.from && to == c.to && s.figureBetween(c, l):
		return far
	case inside && l.is("exclusion") && (from != c.from || to != c.to || c.target != nil && l.to <= c.target.from):
		// "14 donated tanks": the participle describes the thing, and says nothing of the others in the list.
		return far
	case inside:
		return 0
	case l.from >= to && s.hasObject(c, l):
		return far
	case l.to <= from && first && s.settled(l, from):
		return far
	case l.to <= from && first:
		return s.gapCost(l.to, from, l, false) + s.sideCost(l, c, false)
	case l.from >= to && last:
		return s.gapCost(to, l.from, l, true) + s.sideCost(l, c, true)
	}
	return far
}

// sideCost is the price of the side on which the loss word stands for its role.
func (s *sent) sideCost(l *node, c *count, after bool) int {
	free := s.d.verbFirst
	if l.is("exclusion") {
		if !after && l.attr("what") == "displaced" {
			return 8
		}
		if after && l.attr("what") != "displaced" && l.attr("what") != "exchange" && l.attr("what") != "strength" && l.attr("what") != "launch" {
			return 14
		}
		return 3
	}
	switch role := l.attr("role"); {
	case (role == "active" || role == "of") && after:
		return 18
	case role == "own" && !after && c.from-l.to > 0 && s.countAfter(l.to, 4) == nil && s.passiveBeforeAny(l):
		return 6
	case role == "own" && after:
		if s.countAfter(l.to, 4) == nil && s.passiveBefore(c, l) {
			return 1
		}
		return 12
	case role == "toll" && after && (l.from == c.to || l.from == c.to+1 && s.is(c.to, "name_article")):
		return 0
	case role == "toll" && after:
		return 10
	case role == "noun" && after:
		return 0
	case role == "noun":
		return 3
	case !after && !free && (role == "subject" || role == "passive" || role == "state") && s.inverted(l, c):
		return 0
	case (role == "subject" || role == "passive") && !after && s.taken(l):
		return 7
	case role == "subject" && !after, role == "passive" && !after:
		if free || s.colonBetween(l.to, c.from) {
			return 0
		}
		return 9
	case role == "state" && !after:
		if free || c.label {
			return 1
		}
		return 5
	}
	return 0
}

// settled: the loss word has a count of its own, and behind a word of time another begins, the subject of what went on
// then ("six soldiers were wounded as 40 rebels stormed the camp").
func (s *sent) settled(l *node, from int) bool {
	for i := from - 1; i >= l.to && i >= from-2; i-- {
		if !s.is(i, "moment_opener") {
			continue
		}
		for _, c := range s.counts {
			if c.from >= l.to && c.to <= i {
				return true
			}
		}
		return s.taken(l)
	}
	return false
}

// taken: a count stands right before the verb as its subject, so that one behind it is not ("610 died and 4,746 …").
func (s *sent) taken(l *node) bool {
	p := s.countBefore(l.from)
	if p == nil || l.from-p.to > 3 {
		return false
	}
	for k := p.to; k < l.from; k++ {
		if t := s.toks[k]; t.punct || t.mark == "clause" || t.mark == "and" || t.node.is("loss") {
			return false
		}
	}
	return true
}

// passiveBeforeAny: some count stands right before the word ("300 armoured vehicles lost"), as before a participle.
func (s *sent) passiveBeforeAny(l *node) bool {
	p := s.countBefore(l.from)
	return p != nil && s.passiveBefore(p, l)
}

func (s *sent) colonBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].word == ":" {
			return true
		}
	}
	return false
}

// gapCost walks the tokens between a loss word and a count.
func (s *sent) gapCost(from, to int, l *node, lossAfter bool) int {
	cost := 0
	for i := from; i < to; i++ {
		t := s.toks[i]
		switch n := t.node; {
		case n.is("loss") && n.attr("weak") == "" && n != l:
			cost += 9
			i = n.to - 1
		case n.is("exclusion") && n.attr("type") == "governor":
			cost += 6
			i = n.to - 1
		case n.is("source") && n.attr("type") == "verb":
			cost += 7
			i = n.to - 1
		case n.is("quantity"):
			cost += 2
			i = n.to - 1
		case n != nil && (n.is("party") || n.is("target") || n.is("time") || n.is("place") || n.is("source")):
			cost++
			i = n.to - 1
		case t.word == ";":
			cost += 12
		case t.word == ",":
			cost += 2
		case t.word == "-" || t.word == "(" || t.word == ")":
			cost += 2
		case t.punct:
			cost++
		case t.mark == "clause":
			cost += clauseCost(s, i, to, lossAfter)
		default:
			cost++
		}
	}
	return cost
}

// clauseCost: "soldiers who were killed" is as near as "soldiers were killed"; any other clause is a border.
func clauseCost(s *sent, i, to int, lossAfter bool) int {
	if s.is(i, "relative_word") && lossAfter && to-i <= 3 {
		return 1
	}
	return 8
}
