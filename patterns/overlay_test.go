package patterns

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestOverlay(t *testing.T) {
	base := tree("xx/losses.yaml", `kind: loss
tables:
  verb:
    killed: [killed, fell]
parts:
  much: 'badly'
rules:
  - {name: verb, pattern: '{verb}', set: {effect: '{verb}'}}
  - {name: much, pattern: '{much} {verb}', set: {old: 'yes'}}
`)
	over := fstest.MapFS{
		"xx/losses.yaml": {Data: []byte(`kind: loss
tables:
  verb:
    hurt: [hurt, fell]
parts:
  much: '(?:badly|heavily)'
rules:
  - {name: much, pattern: '{much} {verb}', set: {new: 'yes'}}
  - {name: more, pattern: 'lost'}
`)},
		"yy/language.yaml": {Data: []byte("code: yy")},
	}
	s, err := LoadOnly(base, over)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(s.Languages(), " "); got != "xx yy" {
		t.Errorf("languages %s", got)
	}
	l := s.Language("xx")
	if v, _ := l.Table("verb").Value("Fell"); v != "hurt" {
		t.Errorf("fell is %q: the overlay's value must win", v)
	}
	if v, _ := l.Table("verb").Value("killed"); v != "killed" {
		t.Errorf("killed is %q", v)
	}
	var ids []string
	for _, r := range l.Rules() {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "xx/verb xx/much xx/more" {
		t.Errorf("rules %s", got)
	}
	if r := l.Rule("xx/much"); r.File != "xx/losses.yaml" || r.Line != 8 || r.Set["new"] != "yes" {
		t.Errorf("the overlay's rule is not taken: %+v", r.Set)
	}
	wantFound(t, l, "He was heavily hurt.", "much:heavily hurt verb:hurt")
}

func TestOverlayFaults(t *testing.T) {
	base := tree("xx/a.yaml", ruleFile("pattern: 'x{p}'"), "xx/b.yaml", "parts:\n  p: 'y'\n")
	_, err := LoadOnly(base, fstest.MapFS{"xx/b.yaml": {Data: []byte("parts:\n  p: '[z-a]'\n")}})
	wantFault(t, err, "patterns/xx/a.yaml:8: rule r: regex: ")
	_, err = LoadOnly(base, fstest.MapFS{"xx/c.yaml": {Data: []byte("kind: loss\nrules:\n  - {name: c, pattern: 'a{3,1}'}\n")}})
	wantFault(t, err, "xx/c.yaml:3: rule c: regex: ")
	_, err = Load(fstest.MapFS{"qq/c.yaml": {Data: []byte("kind: loss\nrules: {}")}})
	wantFault(t, err, "qq/c.yaml:2: rules must be a list")
}

func TestCommonTablesAndRules(t *testing.T) {
	l := load(t, "common/weapons.yaml", `kind: target
tables:
  weapon:
    tanks: [t-72, leopard]
rules:
  - {name: weapon, pattern: '{weapon}', set: {category: '{weapon}'}}
`, "xx/targets.yaml", "kind: target\ntables:\n  weapon:\n    tanks: [tanque]\n    guns: [cañón]\n")
	wantFound(t, l, "Un T72, un tanque y un CANON.", "weapon:T72 weapon:tanque weapon:CANON")
	if r := l.Rules()[0]; r.ID != "common/weapon" || r.TableName() != "weapon" {
		t.Errorf("rule %s", r.ID)
	}
	if got := strings.Join(l.Table("weapon").Values(), " "); got != "tanks guns" {
		t.Errorf("values %s", got)
	}
	if l.Table("none").Values() != nil || len(l.Tables()) != 1 {
		t.Error("tables that do not exist")
	}
}

func TestHash(t *testing.T) {
	hash := func(trees ...fstest.MapFS) string {
		t.Helper()
		s, err := LoadOnly(trees[0])
		if len(trees) > 1 {
			s, err = LoadOnly(trees[0], trees[1])
		}
		if err != nil {
			t.Fatal(err)
		}
		return s.Hash()
	}
	a := tree("xx/a.yaml", "kind: loss\n")
	if h := hash(a); len(h) != 12 || h != hash(tree("xx/a.yaml", "kind: loss\n", "xx/README.md", "x")) {
		t.Errorf("hash %s is not of the pattern files alone", h)
	}
	seen := map[string]bool{}
	for _, h := range []string{
		hash(a), hash(tree("xx/b.yaml", "kind: loss\n")), hash(tree("xx/a.yaml", "kind: time\n")),
		hash(a, fstest.MapFS{"xx/a.yaml": {Data: []byte("kind: loss\n")}}),
	} {
		if seen[h] {
			t.Error("two trees share a hash")
		}
		seen[h] = true
	}
}
