package patterns

import "strings"

// Word edges: no letter or number may stand beside a match.
const (
	edgeBefore = `(?<![\p{L}\p{N}])`
	edgeAfter  = `(?![\p{L}\p{N}])`
)

// renderer writes the regex of an expression.
type renderer struct {
	strings.Builder
	cased bool
	keep  map[string]bool // groups that capture; all others only group, which is faster
}

// render writes e.
func (w *renderer) render(e *expr) {
	switch e.op {
	case opLiteral:
		w.literal(e.r)
	case opRaw:
		w.WriteString(e.text)
	case opSequence:
		for _, s := range e.subs {
			w.render(s)
		}
	case opChoice:
		for i, s := range e.subs {
			if i > 0 {
				w.WriteByte('|')
			}
			w.render(s)
		}
	case opGroup:
		w.group(e)
	case opRepeat:
		w.render(e.subs[0])
		w.WriteString(e.text)
	case opTable:
		w.table(e)
	}
}

// group writes (…).
func (w *renderer) group(e *expr) {
	w.open(e.name, e.text)
	w.render(e.subs[0])
	w.WriteByte(')')
}

// open begins a group; other is what an unnamed one begins with.
func (w *renderer) open(name, other string) {
	switch {
	case name == "":
		w.WriteString(other)
	case w.keep[name]:
		w.WriteString("(?<" + name + ">")
	default:
		w.WriteString("(?:")
	}
}

// table writes the words of a table as a group.
func (w *renderer) table(e *expr) {
	w.open(e.name, "")
	t := newTrie()
	for _, entry := range e.table.words {
		t.insert(wordTokens(entry.raw, w.cased), output{})
	}
	w.words(t, 0)
	w.WriteByte(')')
}

// words writes the words below a trie node, common beginnings once, longer words before shorter ones.
func (w *renderer) words(t *trieBuilder, n int32) {
	node := t.nodes[n]
	branches := len(node.edges)
	if node.space != 0 {
		branches++
	}
	if node.hyphen != 0 {
		branches++
	}
	if branches == 0 {
		return
	}
	optional := len(node.outs) > 0
	if (branches > 1 || optional) && (n != 0 || optional) {
		w.WriteString("(?:")
	}
	first := true
	branch := func(write func(), to int32) {
		if !first {
			w.WriteByte('|')
		}
		first = false
		write()
		w.words(t, to)
	}
	for _, e := range node.edges {
		branch(func() { w.literal(e.r) }, e.to)
	}
	if node.space != 0 {
		branch(func() { w.blanks() }, node.space)
	}
	if node.hyphen != 0 {
		branch(func() { w.hyphen() }, node.hyphen)
	}
	if (branches > 1 || optional) && (n != 0 || optional) {
		w.WriteByte(')')
	}
	if optional {
		w.WriteByte('?')
	}
}

// blanks writes the space of a table word.
func (w *renderer) blanks() {
	if w.cased {
		w.WriteString(`\s+`)
		return
	}
	w.WriteString(" +")
}

// hyphen writes the hyphen of a table word.
func (w *renderer) hyphen() {
	if w.cased {
		w.WriteString(`[-‐‑‒–—−\s]?`)
		return
	}
	w.WriteString("[- ]?")
}

// literal writes one rune of the text.
func (w *renderer) literal(r rune) {
	if strings.ContainsRune(`\*+?|{}[]()^$.#`, r) {
		w.WriteByte('\\')
	}
	w.WriteRune(r)
}

// groupNames counts how often a group can take part in one match: alternatives share a name, neighbours may not.
func (e *expr) groupNames() map[string]int {
	out := map[string]int{}
	if (e.op == opGroup || e.op == opTable) && e.name != "" {
		out[e.name] = 1
	}
	if e.op == opGroup && (e.text == "(?!" || e.text == "(?<!") {
		return out
	}
	for _, s := range e.subs {
		for name, n := range s.groupNames() {
			if e.op == opChoice {
				out[name] = max(out[name], n)
			} else {
				out[name] += n
			}
		}
	}
	return out
}

// tablesByGroup gives the table behind each group that stands for one.
func (e *expr) tablesByGroup(into map[string]*tableData) {
	if e.op == opTable {
		into[e.name] = e.table
	}
	for _, s := range e.subs {
		s.tablesByGroup(into)
	}
}

// pureTable gives the table of a pattern that is nothing else.
func (e *expr) pureTable() *expr {
	if e.op == opSequence && len(e.subs) == 1 && e.subs[0].op == opTable {
		return e.subs[0]
	}
	return nil
}

// backReferences adds the names that \k<name> needs.
func (e *expr) backReferences(into map[string]bool) {
	if name, ok := strings.CutPrefix(e.text, `\k<`); ok && e.op == opRaw {
		into[strings.TrimSuffix(name, ">")] = true
	}
	for _, s := range e.subs {
		s.backReferences(into)
	}
}
