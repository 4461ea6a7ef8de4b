package golden

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"lossclaims/extractor/report"
	"lossclaims/internal/output"
)

// Print writes what differs for a person to read; nothing where nothing differs.
func (r *Result) Print(w io.Writer) {
	if r.Same() {
		return
	}
	fmt.Fprintln(w, r.Article.Name)
	if r.Missing {
		fmt.Fprintf(w, "  no golden file: check what follows and write it with --update\n")
	}
	d := &r.Diff
	if !r.Missing {
		printChanges(w, "  ", d.Article)
	}
	for _, c := range d.Missing {
		fmt.Fprintf(w, "  - missing   %s\n", line(c))
	}
	for _, c := range d.Spurious {
		fmt.Fprintf(w, "  + %s  %s\n", map[bool]string{true: "new     ", false: "spurious"}[r.Missing], line(c))
	}
	for _, p := range d.Pairs {
		if len(p.Changes) > 0 {
			fmt.Fprintf(w, "  ~ changed   %s\n", line(p.Want))
			printChanges(w, "      ", p.Changes)
		}
	}
	for _, other := range d.Other {
		fmt.Fprintf(w, "  %s\n", other)
	}
}

func printChanges(w io.Writer, indent string, list []Change) {
	for _, c := range list {
		fmt.Fprintf(w, "%s%s: %s → %s\n", indent, c.Field, shown(c.Want), shown(c.Got))
	}
}

// shown is a value in a line of a diff.
func shown(s string) string {
	if s == "" {
		return "nothing"
	}
	return fmt.Sprintf("%q", output.Clean(s))
}

// line names a claim in one line, with the words it was read from.
func line(c *report.Claim) string {
	var origins []string
	for _, a := range c.Attribution {
		if a.Role == "origin" {
			origins = append(origins, a.Name)
		}
	}
	text := fmt.Sprintf("%s %s %s: %s %s, %s", c.Loser.Code, c.Category, c.Effect, c.Quantity.Mod, figure(c), c.Period.Type)
	if c.AsOf != nil {
		text += " as of " + *c.AsOf
	}
	if len(origins) > 0 {
		text += ", says " + strings.Join(origins, " and ")
	}
	if len(c.Evidence) > 0 {
		text += fmt.Sprintf("  “%s”", c.Evidence[0].Exact)
	}
	return output.Clean(text)
}

// Score counts the claims of one language. A claim is right when it agrees with the golden one on whose, what, effect,
// figure with its bound, period, as-of date and origin.
type Score struct{ Articles, Expected, Reported, Right int }

// Precision is the share of the reported claims that are right; 1 when there are none.
func (s Score) Precision() float64 { return share(s.Right, s.Reported) }

// Recall is the share of the expected claims that were reported right; 1 when there are none.
func (s Score) Recall() float64 { return share(s.Right, s.Expected) }

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
	score.Expected += len(r.Diff.Pairs) + len(r.Diff.Missing)
	score.Reported += len(r.Diff.Pairs) + len(r.Diff.Spurious)
	for i := range r.Diff.Pairs {
		if r.Diff.Pairs[i].Right() {
			score.Right++
		}
	}
	s[r.Article.Lang] = score
}

// Print writes a line a language.
func (s Scores) Print(w io.Writer) {
	for _, lang := range slices.Sorted(maps.Keys(s)) {
		score := s[lang]
		fmt.Fprintf(w, "%s: %d articles, %d claims expected, %d reported, %d right, precision %.3f, recall %.3f\n",
			lang, score.Articles, score.Expected, score.Reported, score.Right, score.Precision(), score.Recall())
	}
}
