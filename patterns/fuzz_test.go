package patterns

import (
	"io/fs"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzLoad reads arbitrary pattern files: faults are errors, never panics or endless work.
func FuzzLoad(f *testing.F) {
	files, _ := fs.Glob(embedded, "*/*.yaml")
	for _, name := range files {
		if src, err := embedded.ReadFile(name); err == nil && len(src) < 8000 {
			f.Add(src)
		}
	}
	f.Add([]byte(ruleFile("pattern: '(?<x>{verb}|[a-z-[b]]+?){2,3} \\d'", "set: {e: '{x}{verb!}'}", "not_before: '^ x'")))
	f.Add([]byte("kind: loss\nparts:\n  a: '{b}{b}'\n  b: '{c}{c}'\n  c: x\nrules:\n  - {name: a, pattern: '{a}{a}'}"))
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := LoadOnly(tree("xx/a.yaml", string(src), "common/a.yaml", string(src)))
		if s == nil {
			t.Fatal("no set")
		}
		if err != nil {
			_ = err.Error()
			return
		}
		l := s.Language("xx")
		for _, r := range l.Rules() {
			_ = r.Expanded()
		}
		l.Find([]rune("Two were killed: one T-72."), nil, 100*time.Millisecond)
	})
}

// FuzzFind matches the shipped patterns against arbitrary text.
func FuzzFind(f *testing.F) {
	s, _ := Load()
	for _, code := range s.Languages() {
		for i, text := range exampleTexts(s.Language(code)) {
			if i%20 == 0 {
				f.Add(text)
			}
		}
	}
	f.Add("55555555ʼ")
	f.Add("1,000-plus T–72s\u00a0— “killed” ١٢\x00 …")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || !utf8.ValidString(text) {
			return
		}
		runes := []rune(text)
		for _, code := range s.Languages() {
			ms, out := s.Language(code).Find(runes, nil, 2*time.Second)
			for _, o := range out {
				t.Errorf("%s gives up", o.Rule)
			}
			checkMatches(t, ms, runes)
		}
	})
}

// checkMatches holds the matches of one text against what Find promises.
func checkMatches(t *testing.T, ms []Match, text []rune) {
	last := map[string]int{}
	folded := Fold(text) // edges are those of what was matched: a letter-like apostrophe folds to a sign
	for i, m := range ms {
		if m.Start < 0 || m.Start >= m.End || m.End > len(text) {
			t.Fatalf("%s matches %d to %d of %d", m.Rule.ID, m.Start, m.End, len(text))
		}
		if i > 0 && (ms[i-1].Start > m.Start || ms[i-1].Start == m.Start && ms[i-1].End < m.End) {
			t.Errorf("%s out of order", m.Rule.ID)
		}
		if m.Start < last[m.Rule.ID] {
			t.Errorf("%s overlaps itself", m.Rule.ID)
		}
		last[m.Rule.ID] = m.End
		in := folded
		if m.Rule.Case {
			in = text
		}
		if m.Rule.Edges && (m.Start > 0 && isWord(in[m.Start-1]) || m.End < len(in) && isWord(in[m.End])) {
			t.Errorf("%s cuts a word", m.Rule.ID)
		}
		for k, v := range m.Attrs {
			if v == "" {
				t.Errorf("%s sets %s to nothing", m.Rule.ID, k)
			}
		}
	}
}
