package claim

// placedPart: after a colon the figures tell how many of the sum before it where ("shot down 59 drones: 29 over the
// coast, 20 over the capital").
func (c *count) placedPart(prev *count) bool {
	s := c.s
	if prev.s != s || prev.loss == nil || c.category != "" || c.target != nil || c.governor != nil || c.size() >= prev.size() || c.q.attr("form") == "article" {
		return false
	}
	if !prev.part && !s.colonBetween(prev.to, c.from) || prev.part && (prev.like == nil || prev.like.s != s) {
		return false
	}
	return s.is(c.q.to, "locative_word") || s.is(c.q.to, "place_word") || s.toks[min(c.q.to, len(s.toks)-1)].mark == "of" && !s.is(c.q.to, "genitive_word")
}

const sumReach = 2 // sentences back to a sum that figures without a loss word may be the parts of

// addUp gives figures of which the sentence says only to whom they belonged the loss of the figure before that they
// are exactly the parts of ("Eight soldiers fell. Six were of the first battalion; the other two were drivers").
func (s *sent) addUp() {
	var bare []*count
	for _, c := range s.counts {
		if c.loss == nil && c.bare() {
			bare = append(bare, c)
		}
	}
	if len(bare) < 2 {
		return
	}
	whole := s.sumOf(bare)
	if whole == nil {
		return
	}
	for _, c := range bare {
		c.loss, c.reason, c.governor, c.like, c.part = whole.loss, "", nil, whole, true
		c.category = whole.category
		if c.target != nil {
			c.classify()
		}
		c.effect = whole.effect
	}
}

// bare: an exact figure that names no thing, or people of some kind.
func (c *count) bare() bool {
	return c.q.Quantity.Value != nil && c.q.Quantity.Mod == "exact" && !c.bracket && (c.category == "" || isPeople(c.category)) && c.q.attr("form") != "article" || c.anaphor && c.size() == 1
}

// sumOf is the count, in the sentence or shortly before, that the figures add up to, with those of the sentence that
// have a loss already and are no parts of another.
func (s *sent) sumOf(bare []*count) *count {
	sum, own := int64(0), int64(0)
	for _, c := range bare {
		sum += c.size()
	}
	for _, c := range s.counts {
		if c.loss != nil && !c.part && !c.bracket && c.q.Quantity.Value != nil && c.from < bare[0].from {
			own += c.size()
		}
	}
	for i := s.i; i >= 0 && i >= s.i-sumReach && s.Para-s.d.sents[i].Para <= 1; i-- {
		counts := s.d.sents[i].counts
		for k := len(counts) - 1; k >= 0; k-- {
			o := counts[k]
			if o.loss == nil || o.bracket || !o.after(bare[0]) && o.s == s && o.from > bare[0].from || !isPeople(o.kind()) {
				continue
			}
			if v := o.size(); v == sum || i != s.i && own > 0 && v == sum+own {
				return o
			}
		}
	}
	return nil
}

// listEnd is the end of the list that begins with count i. A part of the count before it begins a list of its own ("18
// dead, four of them children"), which ends where a member has its own word of loss ("and 60 hurt").
func (s *sent) listEnd(i int) int {
	j := i + 1
	for j < len(s.counts) && s.counts[j].chain == s.counts[i].chain {
		c := s.counts[j]
		if c.part && !s.counts[j-1].part || s.counts[i].part && c.adjacentLoss() != nil {
			break
		}
		j++
	}
	return j
}

// opensWithWhole: "Of the nine helicopters two did not come back": the sentence opens with the whole, and the verb is
// told of the part.
func (s *sent) opensWithWhole(c *count) bool {
	i := s.first()
	if !s.is(i, "genitive_word") && s.toks[i].mark != "part" || c.from > i+3 || c.loss.from < c.to || c.adjacentLoss() != nil {
		return false
	}
	for _, o := range s.counts {
		if o.from >= c.to && o.to <= c.loss.from && o.loss == c.loss && o.target == nil {
			return true
		}
	}
	return false
}
