package claim

// nounReach is how many words before a participle the noun of counting may stand ("the number of policemen killed").
const nounReach = 6

// levelled: a verb or preposition of level sets the number as the state of a toll that the sentence names before,
// however much stands between ("The number of people killed when rebels took the town has risen to 18").
func (c *count) levelled(l *node) bool {
	s := c.s
	if l.is("exclusion") || l.s != s || l.to > c.from || c.q.attr("form") == "article" || !s.endsPhrase(c.q.to) {
		return false
	}
	if !s.figureVerbBefore(c.from) && !s.is(c.from-1, "amount_word") && !s.is(c.q.from, "bound_verb") {
		return false
	}
	for k := l.to; k < c.from-1; k++ {
		if s.is(k, "figure_noun") { // "the dead are counted with the wounded, which takes its total to 300"
			return false
		}
	}
	return s.tollish(l) && !s.counted(l, c)
}

// levelLoss is the toll of which c, a number without a thing, is set as the state: a noun before a participle.
func (s *sent) levelLoss(c *count, cands []*node) *node {
	if c.target != nil || c.label || c.bracket {
		return nil
	}
	var best *node
	for _, l := range cands {
		if l.is("loss") && l.attr("weak") == "" && c.levelled(l) && (best == nil || best.attr("role") != "noun" && best.attr("role") != "toll") {
			best = l
		}
	}
	return best
}

// tollish: the loss word is a noun of counting, or a participle made one by its article, its owner or such a noun
// before it ("the wounded", "the army's dead", "the number of soldiers wounded").
func (s *sent) tollish(l *node) bool {
	switch l.attr("role") {
	case "toll", "noun":
		return true
	case "own":
		if l.from == 0 || !s.toks[l.from-1].node.is("target") {
			return false
		}
	case "active", "of":
		return false
	}
	if s.is(l.from-1, "name_article") || l.from > 0 && s.toks[l.from-1].node.is("party") && !s.inCount(l.from-1, l.from) {
		return true
	}
	for k := l.from - 1; k >= 0 && l.from-k <= nounReach; k-- {
		if s.is(k, "figure_noun") {
			return true
		}
		if t := s.toks[k]; t.punct || t.node.is("quantity") || t.node.is("loss") {
			return false
		}
	}
	return false
}

// counted: between the loss word and c stands a figure that is not another state of the same toll ("rose from 40 to 60").
func (s *sent) counted(l *node, c *count) bool {
	for _, o := range s.counts {
		if o != c && o.q.attr("form") != "article" && o.from < c.from && o.to > l.from && (o.loss != l || o.target != nil || o.to <= l.from) {
			return true
		}
	}
	return false
}

// takeModifier gives a number without a thing the one that stands before its loss noun ("tank losses at 587", "the
// number of militants killed at 9,000") or within it ("number of soldiers killed").
func (c *count) takeModifier() {
	l := c.loss
	if c.target != nil || c.label || l.s != c.s || l.to > c.from && l.attr("role") != "noun" {
		return
	}
	n := c.s.modifier(l)
	if n == nil {
		return
	}
	for _, o := range c.s.counts {
		if o != c && o.target == n {
			return
		}
	}
	c.target, c.targets = n, []*node{n}
	c.classify()
}

// modifier is the thing named right before a loss noun, or before or within another word of counting.
func (s *sent) modifier(l *node) *node {
	if l.attr("role") != "noun" && !s.tollish(l) {
		return nil
	}
	if l.attr("role") == "toll" {
		for _, n := range s.nodes {
			if n.is("target") && n.from >= l.from && n.to <= l.to {
				return n
			}
		}
	}
	if l.from == 0 {
		return nil
	}
	if n := s.toks[l.from-1].node; n.is("target") && n.to == l.from {
		return n
	}
	return nil
}
