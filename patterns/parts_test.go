package patterns

import (
	"fmt"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Ukraine":              "ukraine",
		"MURIÓ el Niño, güey":  "murio el nino, guey",
		"Łódź Ørsted ß Æ":      "lodz orsted s a",
		"“a” ‘b’ «c» ‹d›":      `"a" 'b' "c" 'd'`,
		"1–2 — 3−4‑5":          "1-2 - 3-4-5",
		"a\u00a0b\u202fc\td\n": "a b c d ",
		"Київ ЙОРК Ёлка":       "киів иорк елка",
		"Ελλάς Ώρα":            "ελλας ωρα",
		"한국 日本 ١٢":             "한국 日本 ١٢",
		"Ǽ ǅ İ ﬁ":              "a ǆ i ﬁ",
	} {
		if got := string(Fold([]rune(in))); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	in := []rune("ÁÉ")
	if Fold(in); string(in) != "ÁÉ" {
		t.Error("Fold changes its argument")
	}
}

// TestFoldIsStable proves what matching builds on: one rune for one, and nothing left to fold.
func TestFoldIsStable(t *testing.T) {
	all := make([]rune, 0, 0x20000)
	for r := range rune(0x20000) {
		all = append(all, r)
	}
	once := Fold(all)
	for i, r := range Fold(once) {
		if r != once[i] {
			t.Errorf("%q folds to %q, and that to %q", all[i], once[i], r)
		}
	}
}

func TestExpanded(t *testing.T) {
	tests := []struct{ words, pattern, set, want string }{
		{"[killed, kill, kia]", "{w} x", "set: {e: '{w}'}", `(?<w>ki(?:a|ll(?:ed)?)) x`},
		{"[t-72, t-72b]", "{w}s", "set: {e: '{w}'}", `(?<w>t[- ]?72(?:b)?)s`},
		{"[dead body, dead bodies]", "{w}?", "set: {e: '{w!}'}", `(?<w>dead +bod(?:ies|y))?`},
		{"[u.s., u.n.]", "a(?!{w})", "", `a(?!(?:u\.(?:n\.|s\.)))`},
		{"[x]", "{w} {w#2} {w#2}", "set: {e: '{w}'}", `(?<w>x) (?:x) (?:x)`},
		{"[x]", `[á-é–] {w}`, "", `[a-e\-] (?:x)`},
		{"[x]", `(?<q>a) {w} \k<q>`, "", `(?<q>a) (?:x) \k<q>`},
		{"[x]", `[^a\]b] {w}{2,3}?`, "", `[^a\]b] (?:x){2,3}?`},
		{"[x]", `\p{L}\d “{w}” (?>a) (?i:b)`, "", `\p{L}\d "(?:x)" (?>a) (?i:b)`},
	}
	for _, tt := range tests {
		l := load(t, "xx/a.yaml", fmt.Sprintf("kind: loss\ntables:\n  w:\n    v: %s\nrules:\n  - name: r\n    pattern: '%s'\n    %s\n",
			tt.words, tt.pattern, tt.set))
		want := edgeBefore + "(?:" + tt.want + ")" + edgeAfter
		if got := l.Rules()[0].Expanded(); got != want {
			t.Errorf("%s with %s\n got %s\nwant %s", tt.pattern, tt.words, got, want)
		}
	}
}

func TestGates(t *testing.T) {
	const head = `kind: loss
tables:
  verb:
    k: [killed, slain, "put to death"]
  short:
    a: [un, una]
parts:
  both: '(?:men|women)'
rules:
  - name: r
    pattern: '`
	tests := []struct{ pattern, want string }{
		{"were {verb}", "[were ] [death killed slain]"},
		{"{verb}? lost", "[ lost]"},
		{"tanks?", "[tank]"},
		{"(?:lost|gone) {both}", "[gone lost] [men]"},
		{"(?:lost|.*) x?", "[]"},
		{`\d+ {both}`, `[\d] [men]`},
		{"[0-9]{1,3}", `[\d]`},
		{"{short} x", "[un]"},
		{"{short} tank", "[ tank]"},
		{"(?=lost)[a-z]+", "[]"},
		{"(?:lost)*(?:men)+", "[men]"},
		{"(?:t-72|a)", "[]"},
		{"ñandú", "[nandu]"},
	}
	for _, tt := range tests {
		l := load(t, "xx/a.yaml", head+tt.pattern+"'\n")
		var got []string
		for _, c := range l.Rules()[0].Gates() {
			got = append(got, fmt.Sprint(c))
		}
		if s := strings.Join(got, " "); s != tt.want && !(s == "" && tt.want == "[]") {
			t.Errorf("%s: gates %s, want %s", tt.pattern, s, tt.want)
		}
		if l.Rules()[0].Ungated() != (tt.want == "[]") {
			t.Errorf("%s: Ungated is wrong", tt.pattern)
		}
	}
}

func TestGivenGate(t *testing.T) {
	l := load(t, "xx/a.yaml", "kind: loss\nrules:\n  - {name: r, pattern: 'lost', gate: ['Tánk', gun]}\n")
	wantFound(t, l, "lost men", "")
	wantFound(t, l, "lost TANKS", "r:lost")
}

func TestAutomaton(t *testing.T) {
	a := newAutomaton()
	literals := []string{"he", "she", "his", "hers", "ñu", "日本", anyDigit}
	for i, s := range literals {
		a.add(s, int32(i))
	}
	a.finish()
	for text, want := range map[string]string{
		"ushers": "he she hers", "this": "his", "x": "", "un ñu": "ñu", "in 日本 9": "日本 " + anyDigit, "٣": anyDigit, "hhis": "his",
	} {
		hit := make(bitset, 1)
		a.scan([]rune(text), hit)
		var got []string
		for i, s := range literals {
			if hit.has(int32(i)) {
				got = append(got, s)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

func TestTable(t *testing.T) {
	l := load(t, "xx/a.yaml", "tables:\n  t:\n    a: [\"Lost  life\", MiG-29]\n    b: [no, 012]\n    a_b: []\n")
	tab := l.Table("t")
	for word, want := range map[string]string{
		"lost life": "a", " LOST   LIFE ": "a", "mig29": "a", "MiG–29": "a", "no": "b", "012": "b", "none": "", "": "", "lost": "",
	} {
		if got, ok := tab.Value(word); got != want || ok != (want != "") {
			t.Errorf("Value(%q) = %q, want %q", word, got, want)
		}
	}
	if tab.Lines[1].Line != 4 || tab.Lines[1].File != "patterns/xx/a.yaml" || tab.Words("b")[0] != "no" {
		t.Errorf("lines %+v", tab.Lines)
	}
	if v, ok := (Table{}).Value("x"); ok || v != "" {
		t.Error("the zero table knows a word")
	}
}
