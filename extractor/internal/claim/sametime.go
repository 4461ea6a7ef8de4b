package claim

// longList is how many things one list must count for the figures of a war's totals to settle the small ones.
const longList = 4

// sameTime gives the figures of one long list one kind of period: where the large ones are totals of the war, so are
// the eighteen boats between them.
func (s *sent) sameTime() {
	for i := 0; i < len(s.counts); {
		j := i + 1
		for j < len(s.counts) && s.counts[j].chain == s.counts[i].chain {
			j++
		}
		if total := runningTotal(s.counts[i:j]); total != nil {
			for _, c := range s.counts[i:j] {
				if c.loss != nil && !c.bracket && c.period.kind == "interval" && !c.period.explicit {
					c.period = total.period
				}
			}
		}
		i = j
	}
}

// runningTotal is a figure of the list that was taken for a total of the war; nil in short lists.
func runningTotal(list []*count) *count {
	if len(list) < longList {
		return nil
	}
	for _, c := range list {
		if c.loss != nil && c.period.kind == "cumulative" && !c.part {
			return c
		}
	}
	return nil
}
