package patterns

import (
	"slices"
	"unicode"
)

// automaton finds many literals in one pass (Aho and Corasick). Outputs are numbers of clauses.
type automaton struct {
	nodes  []autoNode
	first  [128]int32 // the root's ASCII children, where most steps begin
	digits []int32    // clauses that any digit fulfils
}

type autoNode struct {
	edges []trieEdge
	fail  int32
	outs  []int32
}

func newAutomaton() *automaton { return &automaton{nodes: make([]autoNode, 1)} }

// add notes that literal fulfils a clause.
func (a *automaton) add(literal string, clause int32) {
	if literal == anyDigit {
		a.digits = append(a.digits, clause)
		return
	}
	n := int32(0)
	for _, r := range literal {
		i, ok := slices.BinarySearchFunc(a.nodes[n].edges, r, func(e trieEdge, r rune) int { return int(e.r - r) })
		if !ok {
			to := int32(len(a.nodes))
			a.nodes[n].edges = slices.Insert(a.nodes[n].edges, i, trieEdge{r, to})
			a.nodes = append(a.nodes, autoNode{})
		}
		n = a.nodes[n].edges[i].to
	}
	a.nodes[n].outs = append(a.nodes[n].outs, clause)
}

// finish sets the fail links, breadth first, and collects what ends at them.
func (a *automaton) finish() {
	var queue []int32
	for _, e := range a.nodes[0].edges {
		if e.r < 128 {
			a.first[e.r] = e.to
		}
		queue = append(queue, e.to)
	}
	for ; len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		for _, e := range a.nodes[n].edges {
			fail := a.step(a.nodes[n].fail, e.r)
			a.nodes[e.to].fail = fail
			a.nodes[e.to].outs = append(a.nodes[e.to].outs, a.nodes[fail].outs...)
			queue = append(queue, e.to)
		}
	}
	for i := range a.nodes {
		slices.Sort(a.nodes[i].outs)
		a.nodes[i].outs = slices.Compact(a.nodes[i].outs)
	}
}

// step follows r from n, over fail links where there is no edge.
func (a *automaton) step(n int32, r rune) int32 {
	for n != 0 {
		for _, e := range a.nodes[n].edges {
			if e.r == r {
				return e.to
			}
			if e.r > r {
				break
			}
		}
		n = a.nodes[n].fail
	}
	if r >= 0 && r < 128 {
		return a.first[r]
	}
	i, ok := slices.BinarySearchFunc(a.nodes[0].edges, r, func(e trieEdge, r rune) int { return int(e.r - r) })
	if !ok {
		return 0
	}
	return a.nodes[0].edges[i].to
}

// scan sets the bit of every clause that the text fulfils.
func (a *automaton) scan(folded []rune, hit bitset) {
	n := int32(0)
	digit := false
	for _, r := range folded {
		if isDigit(r) || r > 127 && unicode.IsDigit(r) {
			digit = true
		}
		n = a.step(n, r)
		for _, c := range a.nodes[n].outs {
			hit.set(c)
		}
	}
	if digit {
		for _, c := range a.digits {
			hit.set(c)
		}
	}
}

// bitset is a set of small numbers.
type bitset []uint64

func (b bitset) set(i int32)      { b[i>>6] |= 1 << (i & 63) }
func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(i&63)) != 0 }
