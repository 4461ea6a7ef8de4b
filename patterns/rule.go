package patterns

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// Rule is one pattern of one language with all that is known of it.
type Rule struct {
	ID        string            // <language>/<name>, or common/<name>
	Name      string            // the shape of the text
	Kind      string            // of the mentions it makes
	File      string            // where it is written
	Line      int               // the line of its first key
	Pattern   string            // as written
	Set       map[string]string // attributes as written, references in braces
	NotBefore string            // what may not follow a match
	NotAfter  string            // what may not go before a match
	Case      bool              // matches the text as it stands, not the folded one
	Edges     bool              // wrapped in word edges
	Overlaid  bool              // an overlay brings it, or parts that it may be made of
	Gate      []string          // the literals given by hand; nil when derived
	Examples  []Example
	Not       []Example // texts that it must not match
	Todo      []Example // wanted, known misses

	expr     *expr
	before   *expr // of NotBefore
	after    *expr // of NotAfter
	pure     *tableData
	pureName string // the group name of the table of a pure rule
	attrs    []attribute
	keep     map[string]bool // groups that attributes and back references use

	gateOnce sync.Once
	gate     []clause

	mu       sync.Mutex
	compiled map[time.Duration]*program
}

// Example is a text beside a rule.
type Example struct {
	Text  string
	Match string            // the exact words; "" in a Not
	Set   map[string]string // attributes that must come out, a subset; an empty value stands for none
	Why   string            // the reason of a Todo
	Line  int
}

// attribute is one entry of `set`, taken apart.
type attribute struct {
	key  string
	segs []segment
}

// segment is a piece of an attribute: a constant, or a group.
type segment struct {
	text     string // the constant; used when group is ""
	group    string
	original bool       // the group's text unfolded: {group!}
	table    *tableData // the group is a table: its value, not its text
}

// TableName is the table of a rule whose pattern is nothing but {table}; such rules are matched by a word trie.
// "" for all others.
func (r *Rule) TableName() string {
	if r.pure == nil {
		return ""
	}
	return r.pure.name
}

// Expanded is the regex with its tables and parts written out, edges and look-around included.
func (r *Rule) Expanded() string {
	w := &renderer{cased: r.Case, keep: r.keep}
	if r.after != nil {
		w.look("(?<!", r.after)
	}
	return w.String() + r.core()
}

// core is Expanded without NotAfter, which is looked at when a match is found: at every place where one might
// begin it would cost more than the rest.
func (r *Rule) core() string {
	w := &renderer{cased: r.Case, keep: r.keep}
	if r.Edges {
		w.WriteString(edgeBefore)
	}
	w.WriteString("(?:")
	w.render(r.expr)
	w.WriteString(")")
	if r.Edges {
		w.WriteString(edgeAfter)
	}
	if r.before != nil {
		w.look("(?!", r.before)
	}
	return w.String()
}

// look writes a negative look-around.
func (w *renderer) look(opening string, e *expr) {
	w.render(&expr{op: opGroup, text: opening, subs: []*expr{e}})
}

// Gates lists the literals that let the rule run: one of every list must be in the sentence. A digit in any
// script is written \d. It is empty for rules that the word trie matches, and for rules without a gate.
func (r *Rule) Gates() [][]string {
	var out [][]string
	for _, c := range r.clauses() {
		literals := slices.Clone(c)
		for i, s := range literals {
			if s == anyDigit {
				literals[i] = `\d`
			}
		}
		out = append(out, literals)
	}
	return out
}

// Ungated tells the rules whose regex runs on every sentence, which is slow.
func (r *Rule) Ungated() bool { return r.pure == nil && len(r.clauses()) == 0 }

// clauses gives the gate, worked out when first needed: a language whose articles never come never needs it.
func (r *Rule) clauses() []clause {
	r.gateOnce.Do(func() {
		switch {
		case r.pure != nil:
		case len(r.Gate) == 0: // `gate: []` only says that the writer knows of none
			r.gate = gateOf(r.expr)
		default:
			var literals []string
			for _, g := range r.Gate {
				literals = append(literals, foldString(g))
			}
			if c := newClause(literals); c != nil {
				r.gate = []clause{c}
			}
		}
	})
	return r.gate
}

// program is a compiled rule.
type program struct {
	main   *regexp2.Regexp // nil for a pure rule
	before *regexp2.Regexp // of a pure rule: NotBefore, tried at the end of a match
	after  *regexp2.Regexp // NotAfter, tried at the start of a match
	begin  *beginnings     // where main, which is then tied to its place, may match; nil for anywhere
	groups map[string]int  // numbers of the groups that attributes use
	err    error
}

// maxPrograms bounds the compiled copies of a rule: the limit is part of one, and callers are meant to use few.
const maxPrograms = 4

// program compiles the rule for a limit, once.
func (r *Rule) program(limit time.Duration) *program {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p := r.compiled[limit]; p != nil {
		return p
	}
	if r.compiled == nil || len(r.compiled) >= maxPrograms {
		r.compiled = map[time.Duration]*program{}
	}
	p := &program{}
	r.compiled[limit] = p
	p.after = p.compile(r.after, `\G(?<=`, r.Case, limit)
	if r.pure != nil {
		p.before = p.compile(r.before, `\G(?=`, r.Case, limit)
		return p
	}
	core := r.core()
	if p.begin = beginningsOf(r.expr, r.Case); p.begin != nil {
		core = `\G` + core
	}
	if p.err == nil {
		p.main, p.err = compile(core, limit)
	}
	if p.err == nil {
		p.numberGroups(r.attrs)
	}
	return p
}

// compile makes a look-around by itself.
func (p *program) compile(e *expr, opening string, cased bool, limit time.Duration) *regexp2.Regexp {
	if e == nil || p.err != nil {
		return nil
	}
	w := &renderer{cased: cased}
	w.WriteString(opening)
	w.render(e)
	w.WriteString(")")
	re, err := compile(w.String(), limit)
	p.err = err
	return re
}

// numberGroups looks up the groups that the attributes use.
func (p *program) numberGroups(attrs []attribute) {
	p.groups = map[string]int{}
	for _, a := range attrs {
		for _, s := range a.segs {
			if s.group != "" {
				p.groups[s.group] = p.main.GroupNumberFromName(s.group)
			}
		}
	}
}

// compile makes a regex with a time limit; 0 or less for none.
func compile(source string, limit time.Duration) (*regexp2.Regexp, error) {
	re, err := regexp2.Compile(source)
	if err != nil {
		return nil, fmt.Errorf("regex: %w", err)
	}
	if limit > 0 {
		re.MatchTimeout = limit
	}
	return re, nil
}

// parseAttribute takes an entry of `set` apart. The error names a group that the pattern lacks.
func parseAttribute(key, value string, groups map[string]int, tables map[string]*tableData) (attribute, error) {
	a := attribute{key: key}
	for rest := value; rest != ""; {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			a.segs = append(a.segs, segment{text: rest})
			break
		}
		if open > 0 {
			a.segs = append(a.segs, segment{text: rest[:open]})
		}
		end := strings.IndexByte(rest, '}')
		if end < open {
			return a, fmt.Errorf("set %s: unbalanced braces in %q", key, value)
		}
		name, original := strings.CutSuffix(rest[open+1:end], "!")
		name = strings.ReplaceAll(name, "#", "_")
		if groups[name] == 0 {
			return a, fmt.Errorf("set %s: the pattern has no group or table {%s}%s", key, name, didYouMean(name, groups))
		}
		s := segment{group: name, original: original}
		if !original {
			s.table = tables[name]
		}
		a.segs = append(a.segs, s)
		rest = rest[end+1:]
	}
	return a, nil
}
