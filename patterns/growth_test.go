package patterns

import (
	"strings"
	"testing"
)

func TestGrowths(t *testing.T) {
	l := load(t, "xx/a.yaml", `kind: loss
tables:
  verb:
    killed: [killed, blown to bits]
rules:
  - {name: word, pattern: '{verb}', examples: [{text: They were killed., match: killed}]}
  - {name: short, pattern: '\d+ (?:men )?{verb}', examples: [{text: 12 men killed., match: 12 men killed}]}
  - {name: steep, pattern: '(?:men ){0,9999}{verb}', examples: [{text: men men killed, match: men men killed}]}
  - {name: endless, pattern: '(?:a|aa){1,999}b', examples: [{text: aab, match: aab}]}
`)
	for _, r := range l.Rules() {
		var bad []string
		all := Growths(r)
		for _, g := range all {
			if g.Bad() {
				bad = append(bad, g.String())
			}
			if !strings.HasPrefix(g.Rule, "xx/") || g.Family == "" {
				t.Errorf("nameless: %s", g)
			}
		}
		if len(all) < 30 {
			t.Errorf("%s: only %d families", r.Name, len(all))
		}
		if want := r.Name == "steep" || r.Name == "endless"; (len(bad) > 0) != want {
			t.Errorf("%s: bad is %v, want %v", r.Name, bad, want)
		}
	}
}

// TestFamilies holds the texts to their length, and to their being made of what they say.
func TestFamilies(t *testing.T) {
	l := load(t, "xx/a.yaml", "kind: loss\nrules:\n  - {name: a, pattern: 'b c', examples: [{text: a b c d, match: b c}], not: [no]}\n")
	names := map[string]bool{}
	for _, f := range families(l.Rules()[0]) {
		for _, n := range Sizes {
			if got := len([]rune(f.text(n))); got != n {
				t.Errorf("%s has %d runes, want %d", f.name, got, n)
			}
		}
		names[f.name] = true
	}
	for _, want := range []string{"a run of digits", "repeats of «b c»", "repeats without the last word of «b c»",
		"repeats of what is not meant, «no»"} {
		if !names[want] {
			t.Errorf("no family called %s", want)
		}
	}
}
