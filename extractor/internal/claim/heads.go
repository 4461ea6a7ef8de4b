package claim

import "strings"

func (c *count) takeTarget(n *node) {
	s := c.s
	headLast := !s.d.headFirst
	for headLast && n.to < len(s.toks) {
		next := s.toks[n.to].node
		if next == nil && n.to+1 < len(s.toks) && s.toks[n.to].word == "-" {
			next = s.toks[n.to+1].node
		}
		if !next.is("target") || next == n || next.attr("generic") != "" && n.attr("generic") == "" {
			break
		}
		n = next
	}
	c.target, c.targets = n, []*node{n}
	c.to = max(c.to, n.to)
}

// extendTarget adds further heads that share the number: "aircraft and helicopters", "soldiers and officers".
func (c *count) extendTarget() {
	s := c.s
	for i := c.to; i < len(s.toks); {
		t := s.toks[i]
		if t.mark != "and" && t.mark != "or" && t.word != "/" && !(t.word == "," && c.listOfHeads(i)) || s.is(i, "instrument_word") {
			return
		}
		j := i + max(1, t.markLen)
		if s.is(j, "no_word") {
			return
		}
		for k := 0; k < 4 && j < len(s.toks); k++ {
			if n := s.toks[j].node; n.is("target") {
				break
			} else if n != nil && !n.is("party") || s.toks[j].punct || s.toks[j].mark != "" && s.toks[j].mark != "other" {
				return
			}
			j++
		}
		if j >= len(s.toks) || !s.toks[j].node.is("target") {
			return
		}
		n := s.toks[j].node
		if n.to < len(s.toks) && s.speechWordAt(n.to) {
			return // "killing 20 civilians, residents and medics said"
		}
		c.targets = append(c.targets, n)
		c.to = n.to
		i = n.to
	}
}

// listOfHeads: a comma continues the heads of one number only when "and" follows within the list and no number does.
func (c *count) listOfHeads(i int) bool {
	s := c.s
	for k := i + 1; k < len(s.toks) && k < i+8; k++ {
		t := s.toks[k]
		switch {
		case t.node.is("quantity") || t.node.is("loss"):
			return false
		case t.mark == "and":
			return !s.is(k, "instrument_word") && k+1 < len(s.toks) && !s.toks[k+1].node.is("quantity")
		case t.punct && t.word != ",":
			return false
		}
	}
	return false
}

// trailingParty takes "of the Russian army", "from Russia", "rusos" right after the head into the phrase.
func (c *count) trailingParty() {
	s := c.s
	for i, gap := c.to, 0; i < len(s.toks) && gap <= 3; i++ {
		t := s.toks[i]
		if n := t.node; n.is("party") && n.attr("form") != "compound" {
			if n.attr("form") != "pronoun" && !s.is(n.to, "make_word") {
				c.parties = append(c.parties, n)
				c.to = n.to
				c.innerParty()
			}
			return
		} else if n.is("source") && n.attr("type") == "institution" || n.is("target") && gap > 0 {
			gap++
			continue
		} else if n != nil && !n.is("exclusion") {
			return
		}
		if gap == 0 && (t.mark == "part" || s.is(i, "genitive_word") || s.is(i, "origin_word")) {
			gap++
			continue
		}
		if gap == 0 || t.punct || t.mark == "clause" || t.mark == "and" {
			return
		}
		gap++
	}
}

// innerParty takes a force or group right behind the party whose it is: "of Lebanon's Hezbollah", "of the Chadian army".
func (c *count) innerParty() {
	p := c.s.partyAt(c.to)
	if p == nil || p.from != c.to {
		return
	}
	if f := p.attr("form"); f == "group" || f == "generic" || f == "force" {
		c.parties = append(c.parties, p)
		c.to = p.to
	}
}

// copulaTarget reads "42 were civilians", "ten are 2A6s": the thing named after the verb "to be".
func (c *count) copulaTarget() bool {
	s := c.s
	i := c.q.to
	for i < len(s.toks) && i < c.q.to+3 && s.toks[i].mark == "part" {
		i += s.toks[i].markLen
	}
	if i >= len(s.toks) || !s.is(i, "copula") {
		return false
	}
	for k := i + 1; k < len(s.toks) && k <= i+4; k++ {
		n := s.toks[k].node
		if n.is("target") {
			c.takeTarget(n)
			c.anaphor, c.copular = true, true
			return true
		}
		if s.toks[k].punct || n.is("loss") || n.is("quantity") {
			return false
		}
	}
	return false
}

// leftLabel reads "Tanks: 3,245", "tanks – 3,245", "helicopters 329" in lists and label–value lines.
func (c *count) leftLabel() {
	s := c.s
	i := c.from - 1
	for i >= 0 && (s.toks[i].punct && strings.Contains(":-(|~=≈.", s.toks[i].word) || s.is(i, "about_word") || s.is(i, "amount_word")) {
		i--
	}
	if i < 0 || i == c.from-1 && !s.listLike() {
		return
	}
	// "UAV operational-tactical level – 166": words may follow the thing in its label.
	for k := i; i < c.from-1 && k >= 0 && i-k <= 4 && !s.toks[k].punct; k-- {
		if s.toks[k].node.is("target") && (s.toks[c.from-1].punct || k <= 2) {
			i = k
			break
		}
	}
	if n := s.toks[i].node; n.is("target") {
		for _, o := range s.counts {
			if o.target == n && !o.label {
				return
			}
		}
		c.target, c.targets, c.label = n, []*node{n}, true
		c.labelHeads(n)
	}
}

// labelHeads adds the heads before n that share the label: "Vehicles and fuel tanks", "Ships/boats".
func (c *count) labelHeads(n *node) {
	s := c.s
	for i := n.from - 1; i > 0; {
		if s.toks[i].mark == "other" || s.toks[i].mark == "" && s.toks[i-1].markLen == 2 {
			i--
			continue
		}
		t := s.toks[i]
		if t.mark != "and" && t.word != "/" && t.word != "," {
			return
		}
		p := s.toks[i-1].node
		if !p.is("target") || p == n {
			return
		}
		c.targets = append([]*node{p}, c.targets...)
		i = p.from - 1
	}
}
