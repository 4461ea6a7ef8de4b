package claim

// readTables gives the numbers of table rows the thing, the party and the loss word that their column's heading or
// their row's label names.
func (d *doc) readTables() {
	var head [][]*node
	for i, s := range d.sents {
		if s.Kind != "table_row" {
			head = nil
			continue
		}
		cells := s.cells()
		if len(s.counts) == 0 && (i == 0 || d.sents[i-1].Kind != "table_row" || head == nil) {
			head = cells
			continue
		}
		for _, c := range s.counts {
			k := s.cellOf(c)
			if k < len(head) {
				c.takeHeading(head[k])
			}
			if l := lossIn(head); l != nil && c.loss == nil && k > 0 {
				// A column of totals stands beside columns of what was destroyed, damaged, captured.
				c.loss, c.effect, c.reason, c.governor = l, "unspecified", "", nil
			}
			if k > 0 && c.category == "" && len(cells) > 0 {
				c.takeHeading(cells[0])
			}
			c.classify()
		}
	}
}

// lossIn is the first word of loss in a table's heading.
func lossIn(head [][]*node) *node {
	for _, cell := range head {
		for _, n := range cell {
			if n.is("loss") && n.attr("weak") == "" {
				return n
			}
		}
	}
	return nil
}

// cells are the mentions of each cell of a table row.
func (s *sent) cells() [][]*node {
	out := [][]*node{nil}
	k := 0
	for _, n := range s.nodes {
		for k < len(s.toks) && s.toks[k].start < n.Start {
			if s.toks[k].word == "|" {
				out = append(out, nil)
			}
			k++
		}
		out[len(out)-1] = append(out[len(out)-1], n)
	}
	for ; k < len(s.toks); k++ {
		if s.toks[k].word == "|" {
			out = append(out, nil)
		}
	}
	return out
}

func (s *sent) cellOf(c *count) int {
	k := 0
	for i := 0; i < c.from; i++ {
		if s.toks[i].word == "|" {
			k++
		}
	}
	return k
}

// takeHeading takes what the count lacks from a heading.
func (c *count) takeHeading(nodes []*node) {
	for _, n := range nodes {
		switch {
		case n.is("target") && len(c.targets) == 0 && !c.bracket:
			c.targets, c.head = []*node{n}, n
		case n.is("party") && n.attr("form") != "compound" && len(c.parties) == 0:
			c.parties = []*node{n}
		case n.is("loss") && n.attr("weak") == "" && (c.loss == nil || c.loss.s != n.s):
			c.loss, c.reason, c.governor = n, "", nil
		}
	}
}
