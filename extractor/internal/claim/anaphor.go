package claim

// resolveAnaphors gives numbers that name no thing the thing of the count before them: "12 were killed and 30
// wounded", "14 of them", "Fifteen it judges destroyed", "27 others". Numbers that say a part of the count before them
// without a loss word of their own take its loss word too.
func (d *doc) resolveAnaphors() {
	var last, people, things *count
	for _, s := range d.sents {
		for _, c := range s.counts {
			prev := last
			if c.loss != nil && c.category == "" {
				switch c.loss.attr("effect") {
				case "destroyed", "damaged", "abandoned":
					prev = things
				case "killed", "wounded", "killed_or_wounded", "missing":
					prev = people
				}
			}
			d.resolve(c, prev)
			if c.loss != nil && c.loss.attr("effect") == "context" {
				c.effect = tollEffect(people)
			}
			if c.category == "" || c.loss == nil || c.bracket {
				continue
			}
			if last = c; isPeople(c.category) {
				people = c
			} else {
				things = c
			}
		}
	}
}

// tollEffect is what a bare "toll" or "figure" counts: what the count of people before it did, else the dead.
func tollEffect(people *count) string {
	if people == nil {
		return "killed"
	}
	return people.dead().effectWord()
}

// effectWord is the effect of a count, as its loss word or the context says it.
func (c *count) effectWord() string {
	if c.effect != "" {
		return c.effect
	}
	return c.loss.attr("effect")
}

// dead is, for the wounded of "40 dead and 90 wounded", the count of the dead beside them: what a later figure alone
// goes on from.
func (c *count) dead() *count {
	if c.effectWord() != "wounded" {
		return c
	}
	for _, o := range c.s.counts {
		if o != c && o.loss != nil && isPeople(o.category) && o.effectWord() == "killed" {
			return o
		}
	}
	return c
}

func (d *doc) resolve(c, prev *count) {
	if prev == nil || c.bracket {
		return
	}
	near := c.s.Para == prev.s.Para || c.s.opensWithPart() && c.s.Para-prev.s.Para == 1
	if c.category == "" && c.loss != nil && near && c.sameKind(prev) && c.leansOn(prev) {
		c.category, c.lead = prev.category, nil
		c.like = prev
	}
	if c.loss == nil && c.target == nil && c.category == "" && c.governor == nil && c.s.Para-prev.s.Para <= 1 && c.elliptic() && c.scaleOf(prev) {
		prev = prev.dead()
		c.loss, c.reason, c.like, c.category = prev.loss, "", prev, prev.category
		if p := c.s.partyJustBefore(c.from); p != nil {
			c.parties = []*node{p}
		}
		if c.doubt == "" && c.s != prev.s {
			c.doubt = "carried_loss"
		}
		return
	}
	if c.loss == nil && near && c.chained(prev) && compatible(c.category, prev.category) && c.governor == nil {
		c.loss, c.reason, c.part = prev.loss, "", true
		c.like = prev.like
		return
	}
	if c.loss == nil && near && (c.part || c.anaphor) && (c.target == nil || compatible(c.category, prev.category)) && c.governor == nil {
		c.loss, c.reason, c.like = prev.loss, "", prev
		c.part = true
		if c.category == "" {
			c.category = prev.category
		}
	}
}

// chained: the count goes on a list whose first member is a part of a sum ("17 of them children and 14 women").
func (c *count) chained(prev *count) bool {
	return prev.part && prev.like != nil && prev.s == c.s && prev.chain == c.chain && c.target != nil
}

// elliptic: the number stands alone after a verb of change or saying, its thing left out ("bringing the total to
// 133,190", "against 545 a day earlier"): no noun follows it.
func (c *count) elliptic() bool {
	s := c.s
	if !s.endsPhrase(c.q.to) || c.q.attr("form") == "article" {
		return false
	}
	if c.from > 0 && s.listLike() && s.toks[c.from-1].word == ":" {
		return true
	}
	if c.from > 0 && (s.toks[c.from-1].word == "(" || s.toks[c.from-1].word == "," && s.bareBefore(c)) {
		return true
	}
	if p := s.partyJustBefore(c.from); p != nil && p.attr("form") != "adjective" && s.bareOrAnd(p.from) {
		return true
	}
	for k := c.from - 1; k >= 0 && c.from-k <= 4; k-- {
		t := s.toks[k]
		if t.mark == "rise" || s.is(k, "compare_word") || t.node.is("source") && t.node.attr("type") == "verb" {
			return true
		}
		if t.punct && t.word != "," || t.mark == "clause" || t.node.is("quantity") || t.node.is("loss") {
			return false
		}
	}
	return false
}

// partyJustBefore is the party of "Russia's at 2,164", "Uruguay one".
func (s *sent) partyJustBefore(i int) *node {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if p := s.partyAt(k); p != nil && p.attr("form") != "compound" && p.attr("form") != "pronoun" {
			return p
		}
		if s.toks[k].punct {
			return nil
		}
	}
	return nil
}

// bareOrAnd: a comma, "and" or nothing stands before the token.
func (s *sent) bareOrAnd(i int) bool {
	return i == 0 || s.toks[i-1].word == "," || s.toks[i-1].mark == "and"
}

// bareBefore: the count goes on a series of figures without nouns ("31,000 in February, 43,000 that December").
func (s *sent) bareBefore(c *count) bool {
	var p *count
	for _, o := range s.counts {
		if o == c {
			break
		}
		p = o
	}
	return p != nil && p.loss != nil && p.target == nil
}

// opensWithPart: the sentence begins with a part of the figure before it ("Of these, 3,826 were children").
func (s *sent) opensWithPart() bool {
	for i := 0; i < len(s.toks) && i < 2; i++ {
		if s.toks[i].mark == "part" {
			return true
		}
	}
	return false
}

// endsPhrase: what follows token i is no noun: the end, punctuation, a time, a preposition or a conjunction.
func (s *sent) endsPhrase(i int) bool {
	if i >= len(s.toks) {
		return true
	}
	t := s.toks[i]
	return t.punct && t.word != "-" && t.word != "%" || t.node.is("time") || t.mark == "and" || t.mark == "of" && !s.is(i, "genitive_word") || t.mark == "clause" || t.mark == "by"
}

// scaleOf: the figure is of the same order as the one it goes on from.
func (c *count) scaleOf(prev *count) bool {
	a, b := c.q.Quantity, prev.q.Quantity
	x, y := firstOf(a.Value, a.Low, a.High), firstOf(b.Value, b.Low, b.High)
	return x != nil && y != nil && *x >= 5 && *x*1000 >= *y && *y*1000 >= *x
}

// leansOn: the number takes its thing from the one before: it says so ("27 others"), stands in the same sentence, or
// its loss word is one of equipment.
func (c *count) leansOn(prev *count) bool {
	return c.anaphor || c.part || prev.s == c.s && c.loss.attr("role") != "noun" || !isPeople(prev.category)
}

// sameKind: the loss word fits the thing named before ("30 wounded" after soldiers, "14 damaged" after tanks).
func (c *count) sameKind(prev *count) bool {
	people := isPeople(prev.category)
	switch c.loss.attr("effect") {
	case "destroyed", "damaged", "abandoned":
		return !people
	case "wounded", "killed", "killed_or_wounded", "missing":
		return people
	}
	return c.anaphor || c.part || prev.s == c.s
}

func compatible(a, b string) bool { return isPeople(a) == isPeople(b) }
