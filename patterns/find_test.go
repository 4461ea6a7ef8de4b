package patterns

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// found writes the matches as name:words.
func found(l *Language, text string) string {
	runes := []rune(text)
	ms, _ := l.Find(runes, nil, 0)
	var out []string
	for _, m := range ms {
		out = append(out, m.Rule.Name+":"+string(runes[m.Start:m.End]))
	}
	return strings.Join(out, " ")
}

func wantFound(t *testing.T, l *Language, text, want string) {
	t.Helper()
	if got := found(l, text); got != want {
		t.Errorf("in %q: got %q, want %q", text, got, want)
	}
}

// attrs writes the attributes of the first match.
func attrs(l *Language, text string) string {
	ms, _ := l.Find([]rune(text), nil, 0)
	if len(ms) == 0 {
		return "no match"
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(ms[0].Attrs)) {
		out = append(out, k+"="+ms[0].Attrs[k])
	}
	return strings.Join(out, " ")
}

func TestWordRules(t *testing.T) {
	l := load(t, "xx/a.yaml", `kind: target
tables:
  thing:
    tanks: [tank, t-72, "t-72s", "main battle tank"]
    crew: ["tank crew"]
    mlrs: [tornado-s]
    planes: [tornados, tornado]
    air: [surface-to-air missile]
rules:
  - {name: a, pattern: '{thing}', set: {category: '{thing}', as: '{thing!}', number: sg}, not_after: 'think $', not_before: '^ top'}
`)
	tests := []struct{ text, want string }{
		{"One tank, two TANK crew.", "a:tank a:TANK crew"},
		{"A tanker and an antitank gun", ""},
		{"anti-tank", "a:tank"},
		{"T-72 T72 T 72 T–72 T72s T-720", "a:T-72 a:T72 a:T 72 a:T–72 a:T72s"},
		{"main  battle\u00a0tank", "a:main  battle\u00a0tank"},
		{"main battle tanks", ""},
		{"a surface to air missile", "a:surface to air missile"},
		{"a think tank", ""},
		{"a tank top", ""},
		{"tank", "a:tank"},
		{"", ""},
	}
	for _, tt := range tests {
		wantFound(t, l, tt.text, tt.want)
	}
	for text, want := range map[string]string{
		"MAIN BATTLE TANK": "as=MAIN BATTLE TANK category=tanks number=sg",
		"Tornados":         "as=Tornados category=planes number=sg",
		"Tornado-S":        "as=Tornado-S category=mlrs number=sg",
		"tornado s":        "as=tornado s category=mlrs number=sg",
	} {
		if got := attrs(l, text); got != want {
			t.Errorf("%q gives %s, want %s", text, got, want)
		}
	}
}

func TestCase(t *testing.T) {
	l := load(t, "xx/a.yaml", `kind: party
tables:
  code:
    USA: [US, "U.S.", Al-Qaeda]
rules:
  - {name: word, pattern: '{code}', case: true, set: {code: '{code}'}}
  - {name: regex, pattern: 'the {code} (?<who>[A-Z][a-z]+)', case: true, set: {code: '{code}', low: '{who}', name: '{who!}'}}
`)
	wantFound(t, l, "Tell us of the US Army.", "regex:the US Army word:US")
	wantFound(t, l, "The U.S. and Al–Qaeda", "word:U.S. word:Al–Qaeda")
	wantFound(t, l, "the us Army", "")
	if got := attrs(l, "the US Årmy"); got != "code=USA" {
		t.Errorf("got %s", got)
	}
	if got := attrs(l, "the US Army"); got != "code=USA low=army name=Army" {
		t.Errorf("got %s", got)
	}
}

func TestRegexRules(t *testing.T) {
	l := load(t, "xx/a.yaml", `kind: loss
tables:
  verb:
    killed: [killed, slain]
    hurt: [hurt]
  num:
    "2": [two, dos]
    "3": [three]
parts:
  some: '(?:about|around) '
  pair: '{num} or (?<x>{some}?\d+)'
rules:
  - {name: count, pattern: '{some}?(?:(?<n>\d+)|{num}) {verb}', set: {value: '{n}{num}', effect: '{verb}', text: '{n!}'}}
  - {name: two, pattern: '{verb} and {verb#2}', set: {a: '{verb}', b: '{verb#2}', both: '{verb}+{verb_2}'}, kind: target}
  - {name: either, pattern: '(?:by {num}|{num} by)', set: {n: '{num}'}}
  - {name: parts, pattern: '{pair}, {pair#2}', set: {a: '{x}', b: '{x_2}', c: '{num_2}'}}
  - {name: inside, pattern: 'ill', edges: false}
  - {name: guarded, pattern: '{num} men', not_before: ' in arms', not_after: '(?:of|for) $'}
`)
	tests := []struct{ text, want string }{
		{"About 40 killed", "count:About 40 killed inside:ill"},
		{"two slain and hurt", "count:two slain two:slain and hurt"},
		{"by two, three by", "either:by two either:three by"},
		{"two or about 5, three or 6", "parts:two or about 5, three or 6"},
		{"two men, three men in arms, of two men", "guarded:two men"},
		{"two menders", ""},
	}
	for _, tt := range tests {
		wantFound(t, l, tt.text, tt.want)
	}
	for text, want := range map[string]string{
		"40 killed":            "effect=killed text=40 value=40",
		"dos hurt":             "effect=hurt value=2",
		"slain and hurt":       "a=killed b=hurt both=killed+hurt",
		"three by":             "n=3",
		"two or 4, three or 6": "a=4 b=6 c=3",
	} {
		if got := attrs(l, text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
	if ms, _ := l.Find([]rune("slain and hurt"), nil, 0); ms[0].Kind != "target" {
		t.Errorf("kind %s", ms[0].Kind)
	}
}

func TestTimeout(t *testing.T) {
	l := load(t, "xx/a.yaml", `kind: loss
tables:
  word:
    x: [aaaa]
rules:
  - {name: bad, pattern: '(?:(?:a|aa){1,5000} ?){1,5000}x', gate: [a]}
  - {name: good, pattern: 'end\.?'}
  - {name: word, pattern: '{word}'}
`)
	text := []rune("aaaa " + strings.Repeat("a", 5000) + " end")
	start := time.Now()
	ms, out := l.Find(text, nil, 50*time.Millisecond)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if len(out) != 1 || out[0].Rule != "xx/bad" {
		t.Errorf("timeouts %v", out)
	}
	if len(ms) != 2 || ms[0].Rule.Name != "word" || ms[1].Rule.Name != "good" {
		t.Errorf("the other rules must still run: %v", ms)
	}
}

// TestTimeoutOfManySearches has a pattern that is slow at every place but too slow at none.
func TestTimeoutOfManySearches(t *testing.T) {
	l := load(t, "xx/a.yaml", `kind: loss
rules:
  - {name: anchored, pattern: 'one(?: one){0,9999}x'}
  - {name: free, pattern: '[a-z]+(?: one){0,9999}x'}
  - {name: many, pattern: '[a-z]+(?=(?: one){0,9999})'}
`)
	text := []rune(strings.Repeat("one ", 20000))
	start := time.Now()
	_, out := l.Find(text, nil, 50*time.Millisecond)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if len(out) != 3 {
		t.Errorf("timeouts %v", out)
	}
}

func TestStackLimit(t *testing.T) {
	l := load(t, "xx/a.yaml", "kind: loss\nrules:\n  - {name: deep, pattern: '(?:(?:a|b|(?<x>c)d){0,9999}){0,9999}e'}\n")
	_, out := l.Find([]rune(strings.Repeat("abcd", 60000)+" e"), nil, 20*time.Second)
	if len(out) != 1 || !out[0].Stack {
		t.Errorf("timeouts %v", out)
	}
}

func TestConcurrentFind(t *testing.T) {
	l := load(t, "xx/a.yaml", ruleFile("pattern: '(?<n>\\d+) {verb}'", "set: {n: '{n}'}", "not_before: ' x'"))
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 200 {
				text := fmt.Sprintf("In %d %d killed", i, j)
				if got := attrs(l, text); got != fmt.Sprintf("n=%d", j) {
					t.Errorf("%q gives %s", text, got)
					return
				}
			}
		})
	}
	wg.Wait()
}
