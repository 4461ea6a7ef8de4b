package golden

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"lossclaims/extractor/report"
)

// Score counts the claims of one folder against the truth: the golden claims as the known misses correct them, and the
// claims that these add. Found are those with the right figure of the right kind of thing; Core those of them with the
// right loser, category and effect; Full those of them with the right bound, period, as-of date and origin.
type Score struct{ Articles, Expected, Reported, Found, Core, Full, Missing, Wrong int }

// share is 1 where there is nothing to be right or wrong about.
func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Scores counts by language.
type Scores map[string]Score

// Add counts one result.
func (s Scores) Add(r *Result) {
	score := s[r.Article.Lang]
	score.Articles++
	score.Missing += len(r.Known.Missing)
	score.Wrong += len(r.Known.Wrong)
	score.Reported += len(r.Got.Claims)
	wrong := r.Known.wrongOf(r.Want)
	for _, p := range r.Diff.Pairs {
		score.pair(p, wrong[p.Want])
	}
	for _, c := range r.Diff.Missing {
		if wrong[c]["claim"] == nil {
			score.Expected++
		}
	}
	score.Expected += len(r.Known.Missing)
	for m, c := range r.Known.found(r.Diff.Spurious) {
		score.Found++
		score.Core++ // or it would not have been taken for the missing one
		if m.Quantity.Mod.has(c.Quantity.Mod) {
			score.Full++
		}
	}
	s[r.Article.Lang] = score
}

// pair counts a golden claim that was reported, with what is wrong with it by field.
func (s *Score) pair(p Pair, wrong map[string]*Wrong) {
	if wrong["claim"] != nil {
		return
	}
	want := func(f field) OneOf {
		if w := wrong[f.name]; w != nil {
			return w.Want
		}
		return OneOf{f.of(p.Want)}
	}
	right := func(f field) bool { return want(f).has(f.of(p.Got)) }
	s.Expected++
	if !ofKind(want(category), p.Got.Category) {
		return
	}
	s.Found++
	switch {
	case !all(coreFields, right):
	case !all(fullFields, right):
		s.Core++
	default:
		s.Core++
		s.Full++
	}
}

func all(list []field, right func(field) bool) bool {
	return !slices.ContainsFunc(list, func(f field) bool { return !right(f) })
}

// Print writes precision and recall of each language.
func (s Scores) Print(w io.Writer) {
	for _, lang := range slices.Sorted(maps.Keys(s)) {
		score := s[lang]
		fmt.Fprintf(w, "%s: %d articles, %d claims expected, %d reported; known: %d missing, %d fields or claims wrong\n",
			lang, score.Articles, score.Expected, score.Reported, score.Missing, score.Wrong)
		for _, level := range []struct {
			name  string
			right int
		}{{"found", score.Found}, {"core", score.Core}, {"full", score.Full}} {
			fmt.Fprintf(w, "  %s %-6s precision %.3f, recall %.3f\n",
				lang, level.name+":", share(level.right, score.Reported), share(level.right, score.Expected))
		}
	}
}

// pointers lists the claims of a report.
func pointers(r *report.Report) []*report.Claim {
	var list []*report.Claim
	for i := range r.Claims {
		list = append(list, &r.Claims[i])
	}
	return list
}
