package claim

// inheritLeads gives counts without a governor of their own the one of the line that leads in to them: bullet lists
// and label–value lines under "Total losses:", sentences that go on with a list, and "the figure at 132,160".
func (d *doc) inheritLeads() {
	var lead *count   // the last count with a loss word
	var things *count // the last one that counts equipment
	var leadLoss *node
	leadSent := -1
	for i, s := range d.sents {
		if l := s.leadIn(); l != nil {
			leadLoss, leadSent = l, i
		}
		for _, c := range s.counts {
			if c.loss != nil || c.apart {
				continue
			}
			if c.bracket && (c.q.Quantity.Sign || d.afterTotal(s, c)) {
				d.bracketLead(s, c)
				continue
			}
			c.bracket = false
			if c.governor != nil || c.category == "" || s.strikesItself(c) {
				continue
			}
			if c.label || s.listLike() {
				if leadLoss != nil && i-leadSent < 40 {
					c.loss, c.reason = leadLoss, ""
				} else if lead != nil && (c.label || i-lead.s.i <= 3) {
					c.loss, c.reason = lead.loss, ""
				}
			} else if l := things.or(lead, c); l != nil && s.goesOn(c, l) {
				c.loss, c.reason, c.doubt = l.loss, "", "carried_loss"
			}
		}
		for _, c := range s.counts {
			if c.loss != nil {
				lead = c
				if c.equipment() {
					things = c
				}
			}
		}
		if !s.listLike() && leadSent != i && len(s.counts) == 0 && s.Kind != "subhead" {
			leadLoss = nil
		}
	}
}

// strikesItself: the count is the subject of an active word of loss that has its object ("a mine killed two soldiers").
func (s *sent) strikesItself(c *count) bool {
	for _, l := range s.find("loss") {
		if l.from >= c.to && l.from-c.to <= 2 && s.hasObject(c, l) {
			return true
		}
	}
	return false
}

// or is the count to go on from: the last of equipment for equipment, where it is near, else the last of all.
func (c *count) or(last, next *count) *count {
	if c != nil && next.equipment() && next.s.i-c.s.i <= 3 {
		return c
	}
	return last
}

// goesOn: a sentence without any word of loss or transfer lists equipment right after a sentence about losses.
func (s *sent) goesOn(c, lead *count) bool {
	if isPeople(c.category) && c.category != "personnel" || lead.s.i == s.i || s.i-lead.s.i > 2 || s.Para-lead.s.Para > 1 || s.Kind != "body" {
		return false
	}
	classes := map[string]bool{}
	for _, o := range s.counts {
		if o.category != "" && !isPeople(o.category) && o.governor == nil {
			classes[o.category] = true
		}
	}
	for _, n := range s.nodes {
		if n.is("loss") && n.attr("weak") == "" || n.is("exclusion") && n.attr("type") == "governor" && s.toks[n.from].node == n {
			return false
		}
	}
	return len(classes) >= 2
}

// afterTotal: a figure stands right before the bracket.
func (d *doc) afterTotal(s *sent, c *count) bool {
	for _, o := range s.counts {
		if o != c && o.from < c.from && !o.bracket && c.from-o.to <= 3 {
			return true
		}
	}
	return false
}

// bracketLead ties "(+14)" to the total before it.
func (d *doc) bracketLead(s *sent, c *count) {
	for k := len(s.counts) - 1; k >= 0; k-- {
		o := s.counts[k]
		if o.from < c.from && !o.bracket && o.loss != nil && c.from-o.to <= 6 {
			c.loss, c.lead, c.category, c.targets, c.target, c.reason = o.loss, o, o.category, o.targets, o.target, ""
			return
		}
	}
}

// leadIn is the loss word of a sentence that leads in to a list: it ends in a colon, or is a subhead or a line
// without figures of its own.
func (s *sent) leadIn() *node {
	if len(s.toks) == 0 {
		return nil
	}
	colon := s.toks[len(s.toks)-1].word == ":"
	if !colon && s.Kind != "subhead" && s.Kind != "headline" {
		return nil
	}
	for _, n := range s.find("loss") {
		if n.attr("weak") == "" {
			return n
		}
	}
	return nil
}
