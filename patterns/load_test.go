package patterns

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// testLanguage is the least language.yaml.
const testLanguage = "code: xx\nname: Test\n"

// tree makes a file tree of path and content pairs, with a language.yaml for xx.
func tree(files ...string) fstest.MapFS {
	out := fstest.MapFS{"xx/language.yaml": {Data: []byte(testLanguage)}}
	for i := 0; i < len(files); i += 2 {
		out[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return out
}

// load reads a tree that has no faults.
func load(t *testing.T, files ...string) *Language {
	t.Helper()
	s, err := LoadOnly(tree(files...))
	if err != nil {
		t.Fatal(err)
	}
	return s.Language("xx")
}

// ruleFile is a loss file with one rule; the lines of body are its keys after the name.
func ruleFile(body ...string) string {
	return "kind: loss\ntables:\n  verb:\n    killed: [killed, slain]\n    wounded: [hurt]\nrules:\n  - name: r\n    " +
		strings.Join(body, "\n    ") + "\n"
}

func TestLoadFaults(t *testing.T) {
	const losses = "patterns/xx/losses.yaml"
	tests := []struct {
		name, file, want string
	}{
		{"not yaml", "kind: [\nx: }", losses + ":1: not YAML: "},
		{"tab", "a:\n\t- x", losses + ":2: not YAML: found character"},
		{"duplicate key", "kind: loss\nkind: loss", losses + ":2: not YAML: mapping key \"kind\" already defined"},
		{"two documents", "kind: loss\n---\nkind: loss", losses + ":3: a second YAML document"},
		{"list file", "- a", losses + ":1: the file must be a map, not a list"},
		{"alias", "tables:\n  t: &a\n    v: [x]\n  u: *a", losses + ":2: anchors and aliases"},
		{"unknown key", "kind: loss\ntabels: {}", losses + `:2: unknown key "tabels" in the file: did you mean "tables"?`},
		{"config key", "lingua: ENGLISH", losses + `:1: unknown key "lingua" in the file`},
		{"data key", "states: []", losses + `:1: unknown key "states" in the file`},
		{"unknown kind", "kind: losses", losses + `:1: unknown kind "losses": it is one of quantity, target, loss`},
		{"table name", "tables:\n  Verb: {}", losses + `:2: table name "Verb": only a-z and _`},
		{"table list", "tables:\n  verb: [x]", losses + ":2: table verb must map values to lists of words, not be a list"},
		{"words text", "tables:\n  verb:\n    x: y", losses + ":3: the words of verb.x must be a list, not a text"},
		{"word map", "tables:\n  verb:\n    x: [{a: b}]", losses + ":3: a word of verb.x must be a text, not a map"},
		{"regex word", "tables:\n  verb:\n    x: ['kill(ed)?']", losses + `:3: word "kill(ed)?" in table verb looks like a regex`},
		{"two values", "tables:\n  verb:\n    a: [Lost]\n    b:\n      - found\n      - lóst",
			losses + `:6: "lóst" is under b here and under a at patterns/xx/losses.yaml:3: a word has one value in table verb`},
		{"part and table", "tables:\n  x:\n    a: [b]\nparts:\n  x: y", losses + ":5: {x} is a part here and a table at"},
		{"no name", "kind: loss\nrules:\n  - pattern: x", losses + ":3: a rule without name"},
		{"rule name", "kind: loss\nrules:\n  - name: A b\n    pattern: x", losses + `:3: rule name "A b"`},
		{"no pattern", "kind: loss\nrules:\n  - name: a", losses + ":3: rule a has no pattern"},
		{"no kind", "rules:\n  - name: a\n    pattern: x", losses + ":2: rule a has no kind"},
		{"rule twice", "kind: loss\nrules:\n  - {name: a, pattern: x}\n  - {name: a, pattern: y}",
			losses + ":4: rule a is defined twice, first at patterns/xx/losses.yaml:3"},
		{"unknown table", ruleFile("pattern: '{vreb}s'"), losses + `:8: unknown table {vreb}: did you mean "verb"?`},
		{"unknown rule key", ruleFile("pattern: x", "exampels: []"), losses + `:9: unknown key "exampels" in a rule: did you mean "examples"?`},
		{"bad flag", ruleFile("pattern: x", "case: perhaps"), losses + ":9: case must be true or false"},
		{"comma", ruleFile("pattern: x", "examples:", "  - {text: x, match: 1,000 men}"),
			losses + `:10: unknown key "000 men" in an example: a text with a comma must be quoted here`},
		{"no text", ruleFile("pattern: x", "examples:", "  - {match: x}"), losses + ":10: an example without text"},
		{"no match", ruleFile("pattern: x", "examples:", "  - {text: x}"), losses + ":10: an example without match"},
		{"no why", ruleFile("pattern: x", "todo:", "  - {text: x, match: x}"), losses + ":10: a todo of rule r without why"},
		{"set", ruleFile("pattern: '{verb}'", "set: {effect: '{vreb}'}"),
			losses + `:9: set effect: the pattern has no group or table {vreb}: did you mean "verb"?`},
		{"set braces", ruleFile("pattern: '{verb}'", "set:", "  effect: '{verb'"), losses + `:10: set effect: unbalanced braces`},
		{"set in look-ahead", ruleFile("pattern: 'x(?! {verb})'", "set: {e: '{verb}'}"), losses + ":9: set e: the pattern has no group"},
		{"numbered group", ruleFile("pattern: '(a)'"), losses + ":8: pattern of rule r: a numbered group: write (?:…) or (?<name>…)"},
		{"numbered reference", ruleFile(`pattern: '(?<a>x)\1'`), losses + `:8: pattern of rule r: numbered reference \1`},
		{"open group", ruleFile("pattern: '(?:a'"), losses + ":8: pattern of rule r: a ( without its )"},
		{"closed group", ruleFile("pattern: 'a)'"), losses + ":8: pattern of rule r: a ) without its ("},
		{"open class", ruleFile("pattern: '[a'"), losses + ":8: pattern of rule r: a [ without its ]"},
		{"quantifier", ruleFile("pattern: '*a'"), losses + ":8: pattern of rule r: a quantifier with nothing before it"},
		{"two quantifiers", ruleFile("pattern: 'a+*'"), losses + ":8: pattern of rule r: two quantifiers in a row"},
		{"capital", ruleFile("pattern: 'killed in Action'"), losses + ":8: pattern of rule r: capital 'A' never matches the folded text"},
		{"Lu", ruleFile(`pattern: '\p{Lu}'`), losses + `:8: pattern of rule r: \p{Lu} never matches`},
		{"escape", ruleFile(`pattern: 'a\y'`), losses + `:8: pattern of rule r: unknown escape \y`},
		{"options", ruleFile(`pattern: '(?x)a'`), losses + ":8: pattern of rule r: unknown group"},
		{"table twice", ruleFile("pattern: '{verb} and {verb}'", "set: {e: '{verb}'}"), losses + ":8: group verb may be set twice in one match of rule r"},
		{"look-around", ruleFile("pattern: 'x'", "not_before: '(a'"), losses + ":9: not_before of rule r: "},
		{"part", "kind: loss\nparts:\n  p: 'a('\nrules:\n  - {name: r, pattern: 'x{p}'}",
			losses + ":5: pattern of rule r: in part {p}: a numbered group"},
		{"part in itself", "kind: loss\nparts:\n  p: 'a{q}'\n  q: 'b{p}'\nrules:\n  - {name: r, pattern: '{p}'}",
			losses + ":6: pattern of rule r: in part {p}: in part {q}: part {p} contains itself"},
		{"signal", "signals:\n  - {name: x}", losses + ":2: a signal needs a name, and words or a pattern"},
		{"signal min", "signals:\n  - {name: x, words: [y], min: few}", losses + ":2: min must be a number"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := LoadOnly(tree("xx/losses.yaml", tt.file))
			wantFault(t, err, tt.want)
		})
	}
}

// wantFault checks that one of the joined faults begins with want.
func wantFault(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %s", want)
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%v holds no *Error", err)
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if strings.HasPrefix(line, want) {
			return
		}
	}
	t.Errorf("got\n%v\nwant a line that begins\n%s", err, want)
}

func TestTreeFaults(t *testing.T) {
	_, err := LoadOnly(fstest.MapFS{"yy/a.yaml": {Data: []byte("kind: loss")}})
	wantFault(t, err, "patterns/yy: no language.yaml")
	_, err = LoadOnly(tree("stray.yaml", "kind: loss"))
	wantFault(t, err, "patterns/stray.yaml: pattern files lie in a folder")
	_, err = LoadOnly(tree("xx/deep/stray.yaml", "kind: loss"))
	wantFault(t, err, "patterns/xx/deep/stray.yaml: pattern files lie in a folder")
	_, err = LoadOnly(fstest.MapFS{"yy/language.yaml": {Data: []byte("code: zz")}})
	wantFault(t, err, `patterns/yy/language.yaml:1: code "zz" in folder yy`)
	if _, err = LoadOnly(tree("README.md", "x", ".git/a/b.yaml", "x: [", "xx/notes.txt", "x")); err != nil {
		t.Error(err)
	}
}

func TestCommonFaults(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"state twice", "states:\n  - {code: AAA, names: {en: A}}\n  - {code: AAA, names: {en: B}}",
			"patterns/common/data.yaml:3: state AAA is defined twice, first at patterns/common/data.yaml:2"},
		{"no code", "states:\n  - {names: {en: A}}", "patterns/common/data.yaml:2: a state without code"},
		{"country", "groups:\n  - {code: g, names: {}, country: QQQ}",
			"patterns/common/data.yaml:2: group g names QQQ, which is no state or group"},
		{"date", "wars:\n  - {id: w, start: 2022-02-31, sides: []}", `patterns/common/data.yaml:2: start "2022-02-31" is no date`},
		{"side", "wars:\n  - {id: w, start: 2022-02-24, sides: [[QQQ]]}", "patterns/common/data.yaml:2: war w names QQQ"},
		{"no start", "wars:\n  - {id: w}", "patterns/common/data.yaml:2: a war needs an id and a start"},
		{"rule", "kind: loss\nrules:\n  - {name: r, pattern: '{none} x'}",
			"patterns/common/data.yaml:3: unknown table {none} (read for language xx)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := LoadOnly(tree("common/data.yaml", tt.file))
			wantFault(t, err, tt.want)
		})
	}
}

func TestCommon(t *testing.T) {
	base := tree("common/data.yaml", `kind: data
states:
  - {code: UKR, names: {en: Ukraine}}
  - {code: RUS, names: {en: Russia, es: Rusia}}
groups:
  - {code: wagner, names: {en: Wagner Group}, country: RUS, sides_with: [RUS]}
  - {code: al-qaeda, names: {en: al-Qaeda}, country: null}
wars:
  - {id: w, start: 2022-02-24, end: null, sides: [[RUS, wagner], [UKR]], theatre: [UKR],
     names: {en: ["war in ukraine"]}}
`)
	over := fstest.MapFS{"common/data.yaml": {Data: []byte("states:\n  - {code: RUS, names: {en: Russian Federation}}\n")}}
	s, err := LoadOnly(base, over)
	if err != nil {
		t.Fatal(err)
	}
	c := s.Common()
	if len(c.States) != 2 || c.States[0].Code != "RUS" || c.States[0].Names["en"] != "Russian Federation" {
		t.Errorf("states %v", c.States)
	}
	if g := c.Groups; len(g) != 2 || g[0].Code != "al-qaeda" || g[1].Country != "RUS" || g[1].SidesWith[0] != "RUS" {
		t.Errorf("groups %v", g)
	}
	w := c.Wars[0]
	if w.Start != "2022-02-24" || w.End != "" || len(w.Sides) != 2 || w.Sides[0][1] != "wagner" ||
		w.Theatre[0] != "UKR" || w.Names["en"][0] != "war in ukraine" {
		t.Errorf("war %+v", w)
	}
}

func TestConfigAndSignals(t *testing.T) {
	s, err := LoadOnly(fstest.MapFS{"xx/language.yaml": {Data: []byte(
		"code: xx\nname: Test\nlingua: TEST\nneighbours: [A, B]\ndecimal: \",\"\nthousands: \".\"\n" +
			"abbreviations: [no, 1., Gen.]\nstarters: [the]\n")}, "xx/mt.yaml": {Data: []byte(
		"signals:\n  - {name: n, pattern: 'A b', from: es, strong: true, gate: [x]}\n  - {name: n, words: [y], min: 2}\n")}})
	if err != nil {
		t.Fatal(err)
	}
	l := s.Language("xx")
	c := l.Config
	if l.Code() != "xx" || c.Lingua != "TEST" || c.Decimal != "," || c.Thousands != "." ||
		!slices.Equal(c.Neighbours, []string{"A", "B"}) || !slices.Equal(c.Abbreviations, []string{"no", "1.", "Gen."}) {
		t.Errorf("config %+v", c)
	}
	if n := l.Signals; len(n) != 2 || n[0].From != "es" || !n[0].Strong || n[0].Line != 2 || n[1].Min != 2 || n[1].Words[0] != "y" {
		t.Errorf("signals %+v", n)
	}
}

// TestRepeatsEnd holds that no repeat goes on without an end, which is where hostile text bites.
func TestRepeatsEnd(t *testing.T) {
	for pattern, want := range map[string]string{
		`a*b+?`:               `a{0,200}b{1,200}?`,
		`\d+ \d{2,}`:          `\d{1,24} \d{2,24}`,
		`[a-z]*(?:,? x)+`:     `[a-z]{0,200}(?:,? x){1,20}`,
		`(?: a){3,}?`:         `(?: a){3,20}?`,
		`(?: a){30,}`:         `(?: a){30,30}`,
		`a?b{2}c{1,9}(?:d)??`: `a?b{2}c{1,9}(?:d)??`,
	} {
		l := load(t, "xx/a.yaml", "kind: loss\nrules:\n  - {name: a, edges: false, pattern: '"+pattern+"'}\n")
		if got := l.Rules()[0].Expanded(); got != "(?:"+want+")" {
			t.Errorf("%s is read as %s, want %s", pattern, got, want)
		}
	}
}
