package claim

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

// cellStart is the token with which cell k of a table's row begins, one past the end and its bar where there is none.
func (s *sent) cellStart(k int) int {
	for i := range s.toks {
		if k == 0 {
			return i
		}
		if s.toks[i].word == "|" {
			if k--; k == 0 {
				return i + 1
			}
		}
	}
	return len(s.toks) + 1
}

// inCell is the first token of cell k that is a word of the language's table, -1 for none.
func (s *sent) inCell(k int, table string) int {
	for i := s.cellStart(k); i < s.cellStart(k+1)-1; i++ {
		if s.is(i, table) {
			return i
		}
	}
	return -1
}

// cellEmpty: nothing stands in cell k.
func (s *sent) cellEmpty(k int) bool { return s.cellStart(k) >= s.cellStart(k+1)-1 }
