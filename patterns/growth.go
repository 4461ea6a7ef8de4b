package patterns

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Sizes are the lengths, in runes, of the hostile texts that Growths measures on.
var Sizes = []int{1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10}

const (
	// MaxGrowth is how many times longer a rule may take on a text twice as long: 2 is linear, 4 quadratic.
	MaxGrowth = 2.5
	// growthFloor is the least time that is judged. A rule that reads the longest text in less is no danger, and the
	// clock and the collector blur shorter times.
	growthFloor = 500 * time.Microsecond
	// growthLimit ends a rule on one text.
	growthLimit = 10 * time.Second
	// growthTries is how often a ratio that looks too large is measured again before it is believed.
	growthTries = 10
	// verdicts is how often a rule must be found too steep on a text, each time by a measurement of its own: what slows a
	// machine down for some seconds is the same for all tries of one.
	verdicts = 3
	// beyondDoubt is a ratio that a careful measurement of long times need not show again.
	beyondDoubt = 3.3
	longTime    = 10 * time.Millisecond
	// steady is how much time a careful measurement takes at least: the processor's time is counted coarsely.
	steady = 40 * time.Millisecond
)

// Growth is how the time of one rule grows with the length of one family of hostile text.
type Growth struct {
	Rule, Family string
	Times        []time.Duration // by Sizes; none where the longest text took too short, or too long, to go on
	Ratio        float64         // the largest of a doubling; 0 when all times are too short to judge
	GaveUp       bool            // it hit the time limit or ran out of backtracking room
}

// Bad tells a rule that a stranger's text can stall.
func (g Growth) Bad() bool { return g.GaveUp || g.Ratio > MaxGrowth }

// String gives the rule, the family, and the times.
func (g Growth) String() string {
	if g.GaveUp {
		return fmt.Sprintf("%s on %s: did not finish 16 KB", g.Rule, g.Family)
	}
	return fmt.Sprintf("%s on %s: %.1f times a doubling, %v", g.Rule, g.Family, g.Ratio, g.Times)
}

// Growths measures a rule on every family of hostile text, without its gate: what the gate looks for is easily added
// to a text. It takes some tenths of a second; other work on the machine disturbs it less than one would think,
// because the fastest of several runs counts.
func Growths(r *Rule) []Growth {
	m := newMatcher([]*Rule{r})
	var out []Growth
	for _, f := range families(r) {
		g := m.growth(r, f)
		for again := 1; again < verdicts && g.Bad() && !g.GaveUp; again++ {
			g = m.growth(r, f)
		}
		out = append(out, g)
	}
	return out
}

// growth measures one family. The longest text comes first: nearly always it settles the matter.
func (m *matcher) growth(r *Rule, f family) Growth {
	g := Growth{Rule: r.ID, Family: f.name}
	text := []rune(f.text(Sizes[len(Sizes)-1]))
	times := make([]time.Duration, len(Sizes))
	longest, ok := m.time(r, text, 1)
	if g.GaveUp = !ok; g.GaveUp || longest < growthFloor {
		return g
	}
	for i, n := range Sizes {
		times[i], _ = m.time(r, text[:n], 3)
	}
	g.Times = times
	for i := len(Sizes) - 1; i > 0 && g.Ratio <= MaxGrowth; i-- { // the longest first: one that is too steep suffices
		var shorter, longer []time.Duration // quick times are not comparable: a long run is interrupted, a short one is not
		for try := 0; try < growthTries && tooSteep(times, i); try++ {
			shorter = append(shorter, m.steadyTime(r, text[:Sizes[i-1]]))
			longer = append(longer, m.steadyTime(r, text[:Sizes[i]]))
			times[i-1], times[i] = median(shorter), median(longer)
			if try > 0 && ratio(times, i) > beyondDoubt && times[i-1] > longTime {
				break
			}
		}
		if times[i] >= growthFloor {
			g.Ratio = max(g.Ratio, ratio(times, i))
		}
	}
	return g
}

func tooSteep(times []time.Duration, i int) bool {
	return times[i] >= growthFloor && ratio(times, i) > MaxGrowth
}

func ratio(times []time.Duration, i int) float64 {
	return float64(times[i]) / float64(max(times[i-1], time.Microsecond))
}

// median is the middle of some times: the processor's time is now and then counted too low, now and then too high.
func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

// time is the fastest of some runs of a rule over a text, false when it gave up.
func (m *matcher) time(r *Rule, text []rune, runs int) (time.Duration, bool) {
	best := growthLimit
	folded := Fold(text)
	for range runs {
		begin := time.Now()
		if !m.once(r, text, folded) {
			return best, false
		}
		best = min(best, time.Since(begin))
	}
	return best, true
}

// steadyTime is the mean over many runs, of the processor's time where that can be told: it takes longer, and other
// work on the machine disturbs it little.
func (m *matcher) steadyTime(r *Rule, text []rune) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	folded := Fold(text)
	begin := clock()
	for runs := 1; ; runs++ {
		m.once(r, text, folded)
		if took := clock() - begin; took > steady {
			return took / time.Duration(runs)
		}
	}
}

// once runs a rule over a text, false when it gave up.
func (m *matcher) once(r *Rule, text, folded []rune) bool {
	s := m.scratch.Get().(*scratch)
	defer m.scratch.Put(s)
	f := &finder{text: text, folded: folded, limit: growthLimit}
	if r.pure != nil {
		m.findWords(f, s)
	} else {
		f.regex(r)
	}
	return len(f.timeouts) == 0
}

// started is what clock counts from where it tells the time that passes.
var started = time.Now()

// family is a kind of hostile text: a beginning, and a unit without end.
type family struct{ name, head, unit string }

// text is n runes of the family.
func (f family) text(n int) string {
	unit := []rune(f.unit)
	out := []rune(f.head)
	for len(out) < n {
		out = append(out, unit...)
	}
	return string(out[:n])
}

// runs are the families that need no rule to make them.
var runs = []family{
	{"a run of digits", "", "1"},
	{"a run of digits in groups of three", "", "1,000,"},
	{"numbers and spaces", "", "1 "},
	{"numbers with points", "", "1.000 "},
	{"a run of letters", "", "a"},
	{"a run of capitals", "", "A"},
	{"capitalised words", "", "Ab "},
	{"initials", "", "A. "},
	{"words and commas", "", "de la, "},
	{"words and conjunctions", "", "and the y los "},
	{"spaces", "", " "},
	{"spaces of other kinds", "", "\u00a0\u2009 "},
	{"hyphens", "", "-"},
	{"hyphenated letters", "", "a-b-"},
	{"commas", "", ", "},
	{"points", "", "."},
	{"apostrophes", "", "a'"},
	{"quotes", "", "\" "},
	{"opened brackets", "", "(a "},
	{"number words", "", "two hundred and dos mil "},
	{"digits of another script", "", "١٢"},
	{"combining marks", "e", "\u0301"},
}

// families gives the hostile texts for a rule: runs of all kinds, and near-misses of its own examples.
func families(r *Rule) []family {
	out := slices.Clone(runs)
	seen := map[string]bool{}
	add := func(name, head, unit string) {
		if key := head + "\x00" + unit; strings.TrimSpace(unit) != "" && !seen[key] {
			seen[key] = true
			out = append(out, family{name, head, unit})
		}
	}
	for _, e := range r.Examples {
		words := strings.Fields(e.Match)
		if len(words) == 0 {
			continue
		}
		first, last := words[0], len(words)-1
		but := func(list []string) string { return strings.Join(list, " ") }
		named := func(what string) string { return fmt.Sprintf("%s of «%s»", what, e.Match) }
		add(named("repeats"), "", e.Match+" ")
		add(named("comma-separated repeats"), "", e.Match+", ")
		add(named("repeats with a letter too many"), "", e.Match+"q ")
		add(named("glued repeats"), "", strings.Join(words, ""))
		add(named("repeats without the last word"), "", but(words[:last])+" ")
		add(named("repeats without the first word"), "", but(words[1:])+" ")
		add(named("the first word, then the others for ever"), first+" ", but(words[1:])+" ")
		add(named("the first word"), "", first+" ")
		for _, filler := range []string{" ", "the ", "1 ", "Ab "} {
			out = append(out, family{named("the beginning, then a run of «" + filler + "»"), but(words[:last]) + " ", filler})
		}
	}
	for _, e := range r.Not {
		add(fmt.Sprintf("repeats of what is not meant, «%s»", e.Text), "", e.Text+" ")
	}
	return out
}
