package patterns

import "slices"

// rules reads `rules:`.
func (r *fileReader) rules(n *node) {
	for _, item := range n.list("rules", r.faults) {
		if rule := r.rule(item); rule != nil {
			r.putRule(rule)
		}
	}
}

// putRule stores a rule: one of a later layer replaces its namesake, two of one layer are a fault.
func (r *fileReader) putRule(rule *rawRule) {
	i := slices.IndexFunc(r.into.rules, func(o *rawRule) bool { return o.Name == rule.Name })
	switch {
	case i < 0:
		r.into.rules = append(r.into.rules, rule)
	case r.into.rules[i].layer == r.layer:
		r.add(rule.pos, "rule %s is defined twice, first at %s", rule.Name, r.into.rules[i].pos)
	default:
		r.into.rules[i] = rule
	}
}

// rule reads one rule; nil when it lacks what makes one.
func (r *fileReader) rule(n *node) *rawRule {
	out := &rawRule{pos: n.pos, at: map[string]pos{}, layer: r.layer}
	out.Kind, out.Edges, out.File, out.Line = r.kind, true, n.file, n.line
	for _, p := range n.pairs {
		out.at[p.key] = p.value.pos
		if p.value.line == 0 {
			out.at[p.key] = p.pos
		}
	}
	text := func(what string, to *string) func(*node) {
		return func(v *node) { *to = v.scalar(what, r.faults) }
	}
	n.fields("a rule", r.faults, map[string]func(*node){
		"name":       text("name", &out.Name),
		"kind":       func(v *node) { out.Kind = r.readKind(v, false) },
		"pattern":    text("pattern", &out.Pattern),
		"set":        func(v *node) { out.attrs = r.attrs(v) },
		"not_before": text("not_before", &out.NotBefore),
		"not_after":  text("not_after", &out.NotAfter),
		"case":       func(v *node) { out.Case = v.flag("case", r.faults) },
		"edges":      func(v *node) { out.Edges = v.flag("edges", r.faults) },
		"gate":       func(v *node) { out.Gate = v.texts("gate", r.faults) },
		"examples":   func(v *node) { out.Examples = r.examples(v, "an example", true) },
		"not":        func(v *node) { out.Not = r.examples(v, "a not", false) },
		"todo":       func(v *node) { out.Todo = r.examples(v, "a todo", true) },
	})
	return r.checkRule(out)
}

// checkRule refuses rules without name, pattern or kind.
func (r *fileReader) checkRule(out *rawRule) *rawRule {
	switch {
	case out.Name == "":
		r.add(out.pos, "a rule without name")
	case !isRuleName(out.Name):
		r.add(out.pos, "rule name %q: only a-z, 0-9 and -", out.Name)
	case out.Pattern == "":
		r.add(out.pos, "rule %s has no pattern", out.Name)
	case out.Kind == "" || out.Kind == dataKind:
		r.add(out.pos, "rule %s has no kind, and neither has its file", out.Name)
	default:
		out.Set = map[string]string{}
		for _, a := range out.attrs {
			out.Set[a.key] = a.value
		}
		for _, t := range out.Todo {
			if t.Why == "" {
				r.add(pos{out.File, t.Line}, "a todo of rule %s without why", out.Name)
			}
		}
		return out
	}
	return nil
}

// isRuleName tells names such as count-target-were-lost.
func isRuleName(s string) bool {
	for _, c := range s {
		if c != '-' && !isDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != ""
}

// attrs reads `set:`.
func (r *fileReader) attrs(n *node) []rawAttr {
	if n.kind != mapNode && !n.null {
		r.add(n.pos, "set must be a map, not %s", n)
	}
	var out []rawAttr
	for _, p := range n.pairs {
		out = append(out, rawAttr{p.key, p.value.scalar("set "+p.key, r.faults), p.pos})
	}
	return out
}

// examples reads a list of examples. Those a rule must not match may be plain texts.
func (r *fileReader) examples(n *node, what string, wanted bool) []Example {
	var out []Example
	for _, item := range n.list(what+" list", r.faults) {
		e := Example{Line: item.line}
		if !wanted && item.kind == scalarNode {
			e.Text = item.scalar(what, r.faults)
		} else {
			r.example(item, what, &e)
		}
		switch {
		case e.Text == "":
			r.add(item.pos, "%s without text", what)
		case wanted && e.Match == "":
			r.add(item.pos, "%s without match, the exact words that the rule must find", what)
		default:
			out = append(out, e)
		}
	}
	return out
}

// example reads {text, match, set, why}.
func (r *fileReader) example(n *node, what string, e *Example) {
	n.fields(what, r.faults, map[string]func(*node){
		"text":  func(v *node) { e.Text = v.scalar("text", r.faults) },
		"match": func(v *node) { e.Match = v.scalar("match", r.faults) },
		"why":   func(v *node) { e.Why = v.scalar("why", r.faults) },
		"set": func(v *node) {
			e.Set = map[string]string{}
			for _, p := range v.pairs {
				if p.value.kind != scalarNode {
					r.add(p.pos, "set %s must be a text", p.key)
				}
				e.Set[p.key] = p.value.text
			}
		},
	})
}
