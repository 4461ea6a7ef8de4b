package patterns

import (
	"strings"
	"testing"
)

func TestTest(t *testing.T) {
	s, err := LoadOnly(tree("xx/a.yaml", `kind: loss
tables:
  verb:
    killed: [killed]
    hurt: [hurt]
rules:
  - name: good
    pattern: '{verb}(?: (?<who>by \w+))?'
    set: {effect: '{verb}', by: '{who}'}
    examples:
      - {text: "Two were Killed by hand.", match: "Killed by hand", set: {effect: killed, by: by hand, value: "2"}}
      - {text: "One killed, one hurt", match: hurt, set: {effect: hurt, by: ""}}
    not: ["Nobody came.", {text: "He skilled it.", why: word edge}]
    todo:
      - {text: "He died.", match: died, why: not a verb of the table}
  - name: bare
    pattern: 'x'
  - name: bad
    pattern: '{verb} men'
    gate: [women]
    set: {effect: '{verb}'}
    examples:
      - {text: "They hurt men.", match: hurt men}
      - {text: "They hurt men, women too.", match: hurt, set: {effect: killed}}
      - {text: "They hurt men, women too.", match: hurt men, set: {effect: killed}}
      - {text: "No women", match: hurt men}
    not: ["They hurt men, not women."]
    todo:
      - {text: "They hurt men, women too.", match: hurt men, why: "?"}
  - name: broken
    pattern: '[z-a]'
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range Test(s, "xx") {
		got = append(got, f.Error())
	}
	want := []string{
		`patterns/xx/a.yaml:16: xx/bare: no examples: a rule needs one text at least that it must match`,
		`patterns/xx/a.yaml:16: xx/bare: no not: a rule needs one text at least that it must not match`,
		`patterns/xx/a.yaml:23: xx/bad: the gate [[women]] shuts out "hurt men" in «They hurt men.»`,
		`patterns/xx/a.yaml:24: xx/bad: finds "hurt men", wanted "hurt" in «They hurt men, women too.»`,
		`patterns/xx/a.yaml:25: xx/bad: sets effect to "hurt", wanted "killed" in «They hurt men, women too.»`,
		`patterns/xx/a.yaml:26: xx/bad: finds nothing, wanted "hurt men" in «No women»`,
		`patterns/xx/a.yaml:27: xx/bad: must not match, but finds "hurt men" in «They hurt men, not women.»`,
		`patterns/xx/a.yaml:29: xx/bad: now passes: move it to examples in «They hurt men, women too.»`,
		`patterns/xx/a.yaml:30: xx/broken: regex: `,
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || !strings.HasPrefix(got[i], want[i]) {
			t.Fatalf("failure %d: got\n%s\nwant\n%s", i, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if Test(s, "zz") != nil {
		t.Error("failures of an unknown language")
	}
}
