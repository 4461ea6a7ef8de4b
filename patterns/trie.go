package patterns

import "slices"

// trie is a tree of table words. Node 0 is the root; as a child, 0 means none.
type trie struct {
	nodes []trieNode
	first [128]int32 // the root's children for ASCII, which decide most positions at once
}

type trieNode struct {
	edges  []trieEdge // by rune
	space  int32      // child after one or more spaces
	hyphen int32      // child after a hyphen, a space or nothing
	outs   []output
}

type trieEdge struct {
	r  rune
	to int32
}

// output is what a word means where it ends: the rule that wants it and the index of its value.
type output struct{ rule, value int32 }

func newTrie() *trie { return &trie{nodes: make([]trieNode, 1)} }

// insert adds a word. The same rule may get one word once; the later value wins.
func (t *trie) insert(tokens []rune, o output) {
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
func (t *trie) child(n int32, r rune) int32 {
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
			if n == 0 && r < 128 {
				t.first[r] = fresh
			}
		}
		to = &node.edges[i].to
	}
	if *to == 0 {
		*to = fresh
		t.nodes = append(t.nodes, trieNode{})
		return fresh
	}
	return *to
}

// next is the child of n for a rune, 0 for none.
func (t *trie) next(n int32, r rune) int32 {
	if n == 0 && r < 128 && r >= 0 {
		return t.first[r]
	}
	for _, e := range t.nodes[n].edges {
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
		if len(node.outs) > 0 {
			return node.outs[0].value
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
		if len(node.outs) > 0 {
			w.end(node.outs, at, loose)
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
