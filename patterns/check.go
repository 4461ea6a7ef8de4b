package patterns

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Failure is an example that came out wrong, or a rule without the examples it needs.
type Failure struct {
	Rule string // the rule's id
	File string
	Line int    // of the example, or of the rule
	Text string // the example; "" when the fault is the rule's
	Msg  string
}

// Error gives `patterns/en/losses.yaml:12: en/count-deaths: … in «text»`.
func (f Failure) Error() string {
	s := fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Rule, f.Msg)
	if f.Text != "" {
		s += " in «" + f.Text + "»"
	}
	return s
}

// Test runs the examples of all rules of a language, the common ones included. A todo that passes is a failure
// too, so that it moves to the examples. An unknown language gives none.
func Test(s *Set, lang string) []Failure {
	l := s.Language(lang)
	if l == nil {
		return nil
	}
	var out []Failure
	for _, r := range l.Rules() {
		out = append(out, TestRule(r)...)
	}
	return out
}

// TestRule runs the examples of one rule.
func TestRule(r *Rule) []Failure {
	t := &ruleTest{rule: r, alone: newMatcher([]*Rule{r})}
	if err := r.program(0).err; err != nil {
		t.fail(Example{Line: r.Line}, "%v", err)
		return t.out
	}
	if len(r.Examples) == 0 {
		t.fail(Example{Line: r.Line}, "no examples: a rule needs one text at least that it must match")
	}
	if len(r.Not) == 0 {
		t.fail(Example{Line: r.Line}, "no not: a rule needs one text at least that it must not match")
	}
	for _, e := range r.Examples {
		if msg := t.positive(e); msg != "" {
			t.fail(e, "%s", msg)
		}
	}
	for _, e := range r.Not {
		for _, m := range t.find(e.Text, true) {
			t.fail(e, "must not match, but finds %q", t.words(e.Text, m))
		}
	}
	for _, e := range r.Todo {
		if t.positive(e) == "" {
			t.fail(e, "now passes: move it to examples")
		}
	}
	return t.out
}

// ruleTest runs one rule by itself.
type ruleTest struct {
	rule  *Rule
	alone *matcher
	out   []Failure
}

// fail notes a failure at an example.
func (t *ruleTest) fail(e Example, format string, args ...any) {
	t.out = append(t.out, Failure{
		Rule: t.rule.ID, File: t.rule.File, Line: e.Line, Text: e.Text, Msg: fmt.Sprintf(format, args...),
	})
}

// find matches the rule, with its gate or without.
func (t *ruleTest) find(text string, gate bool) []Match {
	f := &finder{text: []rune(text)}
	f.folded = Fold(f.text)
	s := t.alone.scratch.Get().(*scratch)
	defer t.alone.scratch.Put(s)
	switch {
	case t.rule.pure != nil:
		t.alone.findWords(f, s)
	case gate:
		t.alone.findRegexes(f, s)
	default:
		f.regex(t.rule)
	}
	return f.matches
}

// words gives the text of a match.
func (t *ruleTest) words(text string, m Match) string { return string([]rune(text)[m.Start:m.End]) }

// positive says what is wrong with an example, "" when it passes.
func (t *ruleTest) positive(e Example) string {
	found := t.find(e.Text, false)
	if len(found) == 0 {
		return fmt.Sprintf("finds nothing, wanted %q", e.Match)
	}
	if len(t.find(e.Text, true)) != len(found) {
		return fmt.Sprintf("the gate %v shuts out %q", t.rule.Gates(), e.Match)
	}
	var others []string
	complaint := ""
	for _, m := range found {
		words := t.words(e.Text, m)
		if words != e.Match {
			others = append(others, fmt.Sprintf("%q", words))
			continue
		}
		if complaint = t.compare(e.Set, m.Attrs); complaint == "" {
			return ""
		}
	}
	if complaint != "" {
		return complaint
	}
	return fmt.Sprintf("finds %s, wanted %q", strings.Join(others, ", "), e.Match)
}

// compare checks the wanted attributes that the rule sets. Others, such as the value of a number, are worked out
// by later stages and tested there.
func (t *ruleTest) compare(want, got map[string]string) string {
	for _, k := range slices.Sorted(maps.Keys(want)) {
		if _, ours := t.rule.Set[k]; ours && got[k] != want[k] {
			return fmt.Sprintf("sets %s to %q, wanted %q", k, got[k], want[k])
		}
	}
	return ""
}
