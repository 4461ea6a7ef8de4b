package patterns

// Literals tells which of several sets of literals a text has one of, all in one pass.
type Literals struct {
	automaton *automaton
	sets      int
}

// NewLiterals prepares the sets. Their literals are folded, as the texts must be.
func NewLiterals(sets [][]string) *Literals {
	l := &Literals{newAutomaton(), len(sets)}
	for i, set := range sets {
		for _, literal := range set {
			if folded := foldString(literal); folded != "" {
				l.automaton.add(folded, int32(i))
			}
		}
	}
	l.automaton.finish()
	return l
}

// In lists the numbers of the sets that the folded text has a literal of, in order.
func (l *Literals) In(folded []rune) []int {
	hit := make(bitset, l.sets/64+1)
	l.automaton.scan(folded, hit)
	var found []int
	for i := range l.sets {
		if hit.has(int32(i)) {
			found = append(found, i)
		}
	}
	return found
}
