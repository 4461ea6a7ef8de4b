package patterns

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// buildRule ties a rule to a language: resolves its names and checks its groups. It returns nil after a fault.
func buildRule(raw *rawRule, lang string, names *nameSpace, f *faults) *Rule {
	r := raw.clone()
	shared := strings.HasPrefix(raw.pos.file, "patterns/"+commonFolder+"/") ||
		strings.HasPrefix(raw.pos.file, commonFolder+"/")
	r.ID = lang + "/" + r.Name
	note := ""
	if shared {
		r.ID = commonFolder + "/" + r.Name
		note = " (read for language " + lang + ")"
	}
	parse := func(key, source string) *expr {
		if source == "" {
			return nil
		}
		e, err := parseRegex(source, names, r.Case)
		if err != nil {
			p := raw.at[key]
			var unknown *unknownError
			if !errors.As(err, &unknown) {
				f.add(p, "%s of rule %s: %v", key, r.Name, err)
			} else {
				f.add(p, "%v%s", err, note)
			}
			return nil
		}
		return e
	}
	r.expr = parse("pattern", r.Pattern)
	r.before = parse("not_before", r.NotBefore)
	r.after = parse("not_after", r.NotAfter)
	r.before.dropAnchor("^", false)
	r.after.dropAnchor("$", true)
	if r.expr == nil || (r.before == nil) != (r.NotBefore == "") || (r.after == nil) != (r.NotAfter == "") {
		return nil
	}
	if !finishRule(r, raw, f) {
		return nil
	}
	return r
}

// checkCompiles compiles a rule at load time. The embedded ones have their tests for that, and compile when first
// used; those that an overlay brings or changes are seen by nobody before.
func checkCompiles(r *Rule, raw *rawRule, f *faults) {
	if err := r.program(0).err; err != nil {
		f.add(raw.at["pattern"], "rule %s: %v", r.Name, err)
	}
}

// overlaid tells whether an overlay changes a part, which may break any rule.
func (n *nameSpace) overlaid() bool {
	for _, p := range n.parts {
		if p.layer > 0 {
			return true
		}
	}
	return false
}

// clone copies the parts of a raw rule that all languages share.
func (raw *rawRule) clone() *Rule {
	return &Rule{
		Name: raw.Name, Kind: raw.Kind, File: raw.File, Line: raw.Line, Pattern: raw.Pattern, Set: raw.Set,
		NotBefore: raw.NotBefore, NotAfter: raw.NotAfter, Case: raw.Case, Edges: raw.Edges, Gate: raw.Gate,
		Examples: raw.Examples, Not: raw.Not, Todo: raw.Todo,
	}
}

// finishRule works out how the rule is matched, its attributes and its gate.
func finishRule(r *Rule, raw *rawRule, f *faults) bool {
	ok := true
	tables := map[string]*tableData{}
	r.expr.tablesByGroup(tables)
	groups := r.expr.groupNames()
	for _, a := range raw.attrs {
		attr, err := parseAttribute(a.key, a.value, groups, tables)
		if err != nil {
			f.add(a.pos, "%v", err)
			ok = false
		}
		r.attrs = append(r.attrs, attr)
	}
	r.keep = map[string]bool{}
	r.expr.backReferences(r.keep)
	for _, a := range r.attrs {
		for _, s := range a.segs {
			r.keep[s.group] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.keep)) {
		if groups[name] > 1 {
			f.add(raw.at["pattern"], "group %s may be set twice in one match of rule %s: name the second {%s#2}",
				name, r.Name, name)
			ok = false
		}
	}
	if t := r.expr.pureTable(); t != nil && r.Edges && len(r.Gate) == 0 {
		r.pure, r.pureName = t.table, t.name
		return ok
	}
	return ok
}

// dropAnchor removes the anchor that ties a look-around to the match: `not_after: 'think $'` reads well, but a
// look-behind is tied there anyhow, and no $ stands before a match.
func (e *expr) dropAnchor(anchor string, last bool) {
	if e == nil {
		return
	}
	switch e.op {
	case opChoice, opGroup:
		for _, s := range e.subs {
			s.dropAnchor(anchor, last)
		}
	case opSequence:
		i := 0
		if last {
			i = len(e.subs) - 1
		}
		if i < 0 || i >= len(e.subs) {
			return
		}
		if e.subs[i].op == opRaw && e.subs[i].text == anchor {
			e.subs = slices.Delete(e.subs, i, i+1)
			return
		}
		e.subs[i].dropAnchor(anchor, last)
	}
}
