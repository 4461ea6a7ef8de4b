package patterns

import (
	"slices"
	"strings"
)

// Kinds are the kinds of mention a rule may make.
var Kinds = []string{
	"quantity", "target", "loss", "party", "place", "source", "time", "caveat", "exclusion",
}

// dataKind marks files that hold no mentions of their own.
const dataKind = "data"

// Config is what language.yaml says of a language.
type Config struct {
	Code          string   // of the language and of its folder: en
	Name          string   // in English
	Lingua        string   // the name that lingua-go has for it: ENGLISH
	Neighbours    []string // lingua names of languages it is taken for, to lose to
	Decimal       string   // the decimal sign
	Thousands     string   // the sign between thousands
	Abbreviations []string // words whose full stop ends no sentence
	Starters      []string // words that begin a sentence even after an abbreviation
	WordOrder     []string // head-first (tanques Leopard), verb-first (murieron doce): what the language does freely
}

// Signal is a mark of machine translation, raw: the language stage compiles it. Several may share a name.
type Signal struct {
	Name    string
	Words   []string // whole words or phrases, in any case
	Pattern string   // a regex on the text as printed
	Gate    []string // literals, lower case, one of which the text must hold for Pattern to be tried
	From    string   // the language translated from; "" when the mark does not tell
	Strong  bool     // enough by itself
	Min     int      // how often it must occur; 0 is once
	File    string
	Line    int
}

// folder gathers what the files of one folder say, in all layers.
type folder struct {
	code    string
	shown   string // its path in messages
	config  *Config
	tables  map[string][]rawLine
	parts   map[string]part
	rules   []*rawRule
	signals []Signal
	common  commonData
}

// rawRule is a rule as one file gives it, not yet tied to a language.
type rawRule struct {
	Rule
	pos   pos
	at    map[string]pos // of its keys
	attrs []rawAttr
	layer int
}

// rawAttr is an entry of `set`.
type rawAttr struct {
	key, value string
	pos        pos
}

// fileReader reads one file into its folder.
type fileReader struct {
	*faults
	into  *folder
	file  string
	layer int
	kind  string
}

// read takes the whole file in. base is its name without folder.
func (r *fileReader) read(base string, root *node) {
	if root == nil {
		return
	}
	if root.kind == mapNode { // the kind goes before the rules, wherever it stands
		for _, p := range root.pairs {
			if p.key == "kind" {
				r.kind = r.readKind(p.value, true)
			}
		}
	}
	handlers := map[string]func(*node){
		"kind":    func(*node) {},
		"tables":  r.tables,
		"parts":   r.parts,
		"rules":   r.rules,
		"signals": r.signals,
	}
	if base == "language" {
		r.configKeys(handlers)
	}
	if r.into.code == commonFolder {
		c := &r.into.common
		handlers["states"] = r.each("states", func(n *node) { c.addState(n, r.layer, r.faults) })
		handlers["groups"] = r.each("groups", func(n *node) { c.addGroup(n, r.layer, r.faults) })
		handlers["wars"] = r.each("wars", func(n *node) { c.addWar(n, r.layer, r.faults) })
	}
	root.fields("the file", r.faults, handlers)
}

// each makes a handler for a list.
func (r *fileReader) each(what string, do func(*node)) func(*node) {
	return func(n *node) {
		for _, item := range n.list(what, r.faults) {
			do(item)
		}
	}
}

// readKind checks a kind.
func (r *fileReader) readKind(n *node, ofFile bool) string {
	k := n.scalar("kind", r.faults)
	if k == "" || slices.Contains(Kinds, k) || ofFile && k == dataKind {
		return k
	}
	r.add(n.pos, "unknown kind %q: it is one of %s", k, strings.Join(Kinds, ", "))
	return ""
}

// configKeys adds the keys of language.yaml. A later layer replaces texts and adds to lists.
func (r *fileReader) configKeys(handlers map[string]func(*node)) {
	if r.into.config == nil {
		r.into.config = &Config{Code: r.into.code}
	}
	c := r.into.config
	text := func(what string, to *string) func(*node) {
		return func(n *node) { *to = n.scalar(what, r.faults) }
	}
	list := func(what string, to *[]string) func(*node) {
		return func(n *node) { *to = append(*to, n.texts(what, r.faults)...) }
	}
	handlers["code"] = func(n *node) {
		if code := n.scalar("code", r.faults); code != r.into.code {
			r.add(n.pos, "code %q in folder %s: they must be the same", code, r.into.code)
		}
	}
	handlers["name"] = text("name", &c.Name)
	handlers["lingua"] = text("lingua", &c.Lingua)
	handlers["decimal"] = text("decimal", &c.Decimal)
	handlers["thousands"] = text("thousands", &c.Thousands)
	handlers["neighbours"] = list("neighbours", &c.Neighbours)
	handlers["word_order"] = list("word_order", &c.WordOrder)
	handlers["starters"] = list("starters", &c.Starters)
	handlers["abbreviations"] = list("abbreviations", &c.Abbreviations)
}

// tables reads `tables:`.
func (r *fileReader) tables(n *node) {
	if n.kind != mapNode && !n.null {
		r.add(n.pos, "tables must map names to tables, not %s", n)
	}
	for _, t := range n.pairs {
		if !isTableName(t.key) {
			r.add(t.pos, "table name %q: only a-z and _", t.key)
			continue
		}
		if t.value.kind != mapNode {
			r.add(t.pos, "table %s must map values to lists of words, not be %s", t.key, t.value)
			continue
		}
		lines := r.into.tables[t.key]
		for _, v := range t.value.pairs {
			lines = append(lines, r.line(t.key, v))
		}
		r.into.tables[t.key] = lines
	}
}

// line reads `value: [words]`.
func (r *fileReader) line(table string, v pair) rawLine {
	out := rawLine{value: v.key, pos: v.pos, layer: r.layer}
	for _, item := range v.value.list("the words of "+table+"."+v.key, r.faults) {
		w := strings.TrimSpace(item.scalar("a word of "+table+"."+v.key, r.faults))
		if w == "" {
			continue
		}
		if strings.ContainsAny(w, `()[]{}|\*^`) || strings.HasSuffix(w, "?") {
			r.add(item.pos, "word %q in table %s looks like a regex: table words are plain text", w, table)
			continue
		}
		out.words = append(out.words, rawWord{w, item.pos})
	}
	return out
}

// parts reads `parts:`.
func (r *fileReader) parts(n *node) {
	if n.kind != mapNode && !n.null {
		r.add(n.pos, "parts must map names to regexes, not %s", n)
	}
	for _, p := range n.pairs {
		if !isTableName(p.key) {
			r.add(p.pos, "part name %q: only a-z and _", p.key)
			continue
		}
		if old, ok := r.into.parts[p.key]; ok && old.layer == r.layer {
			r.add(p.pos, "part {%s} is defined twice, first at %s", p.key, old.pos)
			continue
		}
		if source := p.value.scalar("part "+p.key, r.faults); source != "" {
			r.into.parts[p.key] = part{source, p.pos, r.layer}
		}
	}
}

// signals reads `signals:`, the marks of machine translation.
func (r *fileReader) signals(n *node) {
	for _, item := range n.list("signals", r.faults) {
		s := Signal{File: item.file, Line: item.line}
		item.fields("a signal", r.faults, map[string]func(*node){
			"name":    func(v *node) { s.Name = v.scalar("name", r.faults) },
			"words":   func(v *node) { s.Words = v.texts("words", r.faults) },
			"pattern": func(v *node) { s.Pattern = v.scalar("pattern", r.faults) },
			"gate":    func(v *node) { s.Gate = v.texts("gate", r.faults) },
			"from": func(v *node) {
				if !v.null {
					s.From = v.scalar("from", r.faults)
				}
			},
			"strong": func(v *node) { s.Strong = v.flag("strong", r.faults) },
			"min":    func(v *node) { s.Min = v.number("min", r.faults) },
		})
		if s.Name == "" || s.Pattern == "" && len(s.Words) == 0 {
			r.add(item.pos, "a signal needs a name, and words or a pattern")
			continue
		}
		r.into.signals = append(r.into.signals, s)
	}
}
