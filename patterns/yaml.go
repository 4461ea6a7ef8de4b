package patterns

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// nodeKind tells the three shapes of YAML apart.
type nodeKind int

const (
	scalarNode nodeKind = iota
	listNode
	mapNode
)

// node is a YAML value with its place. Scalars keep their text: in a word list `no`, `on` and `012` are words.
type node struct {
	pos
	kind  nodeKind
	text  string
	null  bool
	items []*node
	pairs []pair
}

// pair is one key of a map.
type pair struct {
	key   string
	pos   pos
	value *node
}

// String names the shape for error messages.
func (n *node) String() string {
	switch {
	case n.null:
		return "nothing"
	case n.kind == listNode:
		return "a list"
	case n.kind == mapNode:
		return "a map"
	}
	return "a text"
}

// yamlPlace is how goccy/go-yaml starts its messages: `[3:5] mapping key "a" already defined at [1:1]`.
var yamlPlace = regexp.MustCompile(`^\[(\d+):\d+\] ([^\n]*)`)

// parseYAML reads one file; nil for an empty one. Faults go to f.
func parseYAML(file string, src []byte, f *faults) (root *node) {
	defer func() {
		if r := recover(); r != nil { // the parser is not ours: hostile overlays must not crash the process
			f.add(pos{file, 0}, "not YAML")
			root = nil
		}
	}()
	parsed, err := parser.ParseBytes(src, 0)
	if err != nil {
		line, msg := 0, err.Error()
		if m := yamlPlace.FindStringSubmatch(msg); m != nil {
			line, _ = strconv.Atoi(m[1])
			msg = m[2]
		}
		f.add(pos{file, line}, "not YAML: %s", msg)
		return nil
	}
	var body ast.Node
	for _, d := range parsed.Docs {
		if d.Body == nil {
			continue
		}
		if body != nil {
			f.add(pos{file, lineOf(d.Body)}, "a second YAML document: one a file")
			return nil
		}
		body = d.Body
	}
	if body == nil {
		return nil
	}
	return convert(file, body, f)
}

// lineOf is the line of a YAML node, 0 where the parser keeps none.
func lineOf(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 0
	}
	return n.GetToken().Position.Line
}

// convert turns the parser's tree into ours. Anchors and aliases are refused: they make a small file a huge one.
func convert(file string, n ast.Node, f *faults) *node {
	out := &node{pos: pos{file, lineOf(n)}}
	switch v := n.(type) {
	case *ast.MappingNode:
		out.kind = mapNode
		for _, kv := range v.Values {
			out.addPair(file, kv, f)
		}
	case *ast.MappingValueNode:
		out.kind = mapNode
		out.addPair(file, v, f)
	case *ast.SequenceNode:
		out.kind = listNode
		for _, item := range v.Values {
			out.items = append(out.items, convert(file, item, f))
		}
	case *ast.LiteralNode:
		out.text = v.Value.Value
	case *ast.TagNode:
		return convert(file, v.Value, f)
	case *ast.NullNode:
		out.null = true
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		f.add(out.pos, "anchors and aliases are not supported")
		out.null = true
	case nil:
		out.null = true
	default:
		out.text = n.GetToken().Value
	}
	return out
}

// addPair converts one key and its value into n.
func (n *node) addPair(file string, kv *ast.MappingValueNode, f *faults) {
	key, ok := convertKey(kv.Key)
	p := pos{file, lineOf(kv.Key)}
	if !ok {
		f.add(p, "a key that is no plain text")
		return
	}
	n.pairs = append(n.pairs, pair{key: key, pos: p, value: convert(file, kv.Value, f)})
	if n.line == 0 || p.line < n.line {
		n.line = p.line
	}
}

// convertKey gives the text of a key; numbers and booleans are read as written.
func convertKey(k ast.MapKeyNode) (string, bool) {
	switch v := k.(type) {
	case *ast.MappingKeyNode:
		if s, ok := v.Value.(ast.ScalarNode); ok {
			return s.GetToken().Value, true
		}
	case *ast.MergeKeyNode:
	case ast.ScalarNode:
		return v.GetToken().Value, true
	}
	return "", false
}

// scalar gives the text of a scalar; anything else is a fault that names what was wanted.
func (n *node) scalar(what string, f *faults) string {
	if n.kind != scalarNode || n.null {
		f.add(n.pos, "%s must be a text, not %s", what, n)
		return ""
	}
	return n.text
}

// flag gives a boolean.
func (n *node) flag(what string, f *faults) bool {
	switch {
	case n.kind == scalarNode && n.text == "true":
		return true
	case n.kind == scalarNode && n.text == "false":
		return false
	}
	f.add(n.pos, "%s must be true or false", what)
	return false
}

// number gives a count.
func (n *node) number(what string, f *faults) int {
	i, err := strconv.Atoi(n.text)
	if n.kind != scalarNode || err != nil || i < 0 {
		f.add(n.pos, "%s must be a number", what)
		return 0
	}
	return i
}

// list gives the items of a list; a missing value is an empty list.
func (n *node) list(what string, f *faults) []*node {
	if n.kind != listNode && !n.null {
		f.add(n.pos, "%s must be a list, not %s", what, n)
	}
	return n.items
}

// texts gives the scalars of a list.
func (n *node) texts(what string, f *faults) []string {
	var out []string
	for _, item := range n.list(what, f) {
		if s := item.scalar("an entry of "+what, f); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// fields walks the pairs of a map through the handlers by key; a key without handler is a fault.
func (n *node) fields(what string, f *faults, handlers map[string]func(*node)) {
	if n.kind != mapNode {
		if !n.null {
			f.add(n.pos, "%s must be a map, not %s", what, n)
		}
		return
	}
	for _, p := range n.pairs {
		if h := handlers[p.key]; h != nil {
			h(p.value)
			continue
		}
		hint := didYouMean(p.key, handlers)
		if hint == "" && p.value.null { // {match: 1,000 men} has the keys match and "000 men"
			hint = ": a text with a comma must be quoted here"
		}
		f.add(p.pos, "unknown key %q in %s%s", p.key, what, hint)
	}
}

// didYouMean names the known key that is nearest, when one is near.
func didYouMean[T any](key string, known map[string]T) string {
	best, dist := "", 3
	for k := range known {
		if d := editDistance(key, k); d < dist || d == dist && best != "" && k < best {
			best, dist = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(": did you mean %q?", best)
}

// editDistance counts the letters to insert, delete or replace between two short words.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
