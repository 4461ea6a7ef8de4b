package patterns

import "slices"

// trie is a tree of table words. Node 0 is the root; as a child, 0 means none. Its parts lie in one array each: the words of
// all rules make hundreds of thousands of nodes, most with one child.
type trie struct {
	nodes []trieNode
	edges []trieEdge
	outs  []output
	first [128]int32 // the root's children for ASCII, which decide most positions at once
}

type trieNode struct {
	edges, outs         uint32 // where its children by rune and what its words mean begin
	edgeCount, outCount uint16
	space               int32 // child after one or more spaces
	hyphen              int32 // child after a hyphen, a space or nothing
}

type trieEdge struct {
	r  rune
	to int32
}

// output is what a word means where it ends: the rule that wants it and the index of its value.
type output struct{ rule, value int32 }

func (t *trie) edgesOf(n int32) []trieEdge {
	node := &t.nodes[n]
	return t.edges[node.edges : node.edges+uint32(node.edgeCount)]
}

func (t *trie) outsOf(n int32) []output {
	node := &t.nodes[n]
	return t.outs[node.outs : node.outs+uint32(node.outCount)]
}

// trieBuilder is a trie that still grows.
type trieBuilder struct{ nodes []growingNode }

type growingNode struct {
	edges         []trieEdge // by rune
	space, hyphen int32
	outs          []output
}

func newTrie() *trieBuilder { return &trieBuilder{nodes: make([]growingNode, 1)} }

// insert adds a word. The same rule may get one word once; the later value wins.
func (t *trieBuilder) insert(tokens []rune, o output) {
	n := int32(0)
	for _, r := range tokens {
		n = t.child(n, r)
	}
	for i, old := range t.nodes[n].outs {
		if old.rule == o.rule {
			t.nodes[n].outs[i] = o
			return
		}
	}
	t.nodes[n].outs = append(t.nodes[n].outs, o)
}

// child finds or makes the child of n for a token.
func (t *trieBuilder) child(n int32, r rune) int32 {
	fresh := int32(len(t.nodes))
	node := &t.nodes[n]
	var to *int32
	switch r {
	case tokenSpace:
		to = &node.space
	case tokenHyphen:
		to = &node.hyphen
	default:
		i, ok := slices.BinarySearchFunc(node.edges, r, func(e trieEdge, r rune) int { return int(e.r - r) })
		if !ok {
			node.edges = slices.Insert(node.edges, i, trieEdge{r: r})
		}
		to = &node.edges[i].to
	}
	if *to == 0 {
		*to = fresh
		t.nodes = append(t.nodes, growingNode{})
		return fresh
	}
	return *to
}

// done is the trie of all words inserted.
func (t *trieBuilder) done() *trie {
	edges, outs := 0, 0
	for i := range t.nodes {
		edges, outs = edges+len(t.nodes[i].edges), outs+len(t.nodes[i].outs)
	}
	out := &trie{nodes: make([]trieNode, len(t.nodes)), edges: make([]trieEdge, 0, edges), outs: make([]output, 0, outs)}
	for i := range t.nodes {
		n := &t.nodes[i]
		out.nodes[i] = trieNode{
			edges: uint32(len(out.edges)), outs: uint32(len(out.outs)),
			edgeCount: uint16(len(n.edges)), outCount: uint16(len(n.outs)), space: n.space, hyphen: n.hyphen,
		}
		out.edges, out.outs = append(out.edges, n.edges...), append(out.outs, n.outs...)
	}
	for _, e := range t.nodes[0].edges {
		if e.r < 128 {
			out.first[e.r] = e.to
		}
	}
	return out
}

// next is the child of n for a rune, 0 for none.
func (t *trie) next(n int32, r rune) int32 {
	if n == 0 && r < 128 && r >= 0 {
		return t.first[r]
	}
	for _, e := range t.edgesOf(n) {
		if e.r >= r {
			if e.r == r {
				return e.to
			}
			return 0
		}
	}
	return 0
}

// exact gives the value of the word that text[at:] is as a whole, -1 for none.
func (t *trie) exact(text []rune, n int32, at int) int32 {
	node := &t.nodes[n]
	if at == len(text) {
		if node.outCount > 0 {
			return t.outs[node.outs].value
		}
	} else if to := t.next(n, text[at]); to != 0 {
		if v := t.exact(text, to, at+1); v >= 0 {
			return v
		}
	}
	if node.space != 0 {
		if end := skipBlanks(text, at); end > at {
			if v := t.exact(text, node.space, end); v >= 0 {
				return v
			}
		}
	}
	if node.hyphen != 0 {
		for _, end := range hyphenEnds(text, at) {
			if v := t.exact(text, node.hyphen, end); v >= 0 {
				return v
			}
		}
	}
	return -1
}

// opens tells whether a word that goes on from node n begins with text[at:], or is the whole of it.
func (t *trie) opens(text []rune, n int32, at int) bool {
	if at == len(text) {
		return true
	}
	if to := t.next(n, text[at]); to != 0 && t.opens(text, to, at+1) {
		return true
	}
	node := &t.nodes[n]
	if node.space != 0 {
		if end := skipBlanks(text, at); end > at && t.opens(text, node.space, end) {
			return true
		}
	}
	if node.hyphen != 0 {
		for _, end := range hyphenEnds(text, at) {
			if t.opens(text, node.hyphen, end) {
				return true
			}
		}
	}
	return false
}

// walk calls w.end at every place where a word ends that goes on from node n at at. loose says that a hyphen of
// the word was read as something else.
func (w *wordScan) walk(n int32, at int, loose bool) {
	for {
		node := &w.trie.nodes[n]
		if node.outCount > 0 {
			w.end(w.trie.outsOf(n), at, loose)
		}
		if node.space != 0 {
			if end := skipBlanks(w.text, at); end > at {
				w.walk(node.space, end, loose)
			}
		}
		if node.hyphen != 0 {
			w.walk(node.hyphen, at, true)
			if at < len(w.text) && isDash(w.text[at]) {
				w.walk(node.hyphen, at+1, loose)
			} else if at < len(w.text) && isBlank(w.text[at]) {
				w.walk(node.hyphen, at+1, true)
			}
		}
		if at == len(w.text) {
			return
		}
		if n = w.trie.next(n, w.text[at]); n == 0 {
			return
		}
		at++
	}
}

// hyphenEnds gives where a hyphen token that begins at at may end.
func hyphenEnds(text []rune, at int) []int {
	if at < len(text) && (isDash(text[at]) || isBlank(text[at])) {
		return []int{at + 1, at}
	}
	return []int{at}
}

// skipBlanks gives the end of the spaces at at.
func skipBlanks(text []rune, at int) int {
	for at < len(text) && isBlank(text[at]) {
		at++
	}
	return at
}

// isBlank and isDash also know the signs that folding plains, for rules that match the text as it stands.
func isBlank(r rune) bool { return r == ' ' || r != '-' && (r < ' ' || r > '~') && foldSign(r) == ' ' }
func isDash(r rune) bool  { return r == '-' || r > '~' && foldSign(r) == '-' }
