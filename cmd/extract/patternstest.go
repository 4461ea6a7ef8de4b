package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lossclaims/patterns"
)

func newPatternsTest(f *flags) *cobra.Command {
	var hostile bool
	cmd := &cobra.Command{
		Use:   "test [LANGUAGE…]",
		Short: "Run the examples beside the rules, and measure your own on hostile text",
		Long: `Test runs the examples beside every rule: each must match the words it names and give their values, each counterexample must not
match, and a todo must not pass yet. Rules that --patterns brings or changes are then run on hostile text of 1 to 16 KB: runs of
digits, letters, spaces and signs, and near-misses of their own examples. Where a text twice as long takes more than 2.5 times as
long, an article could stall the program. Exit code 1 when something fails or a pattern file is broken.`,
		Example: `  extract patterns test
  extract patterns test es --patterns my-patterns
  extract patterns test --hostile    # measures the built-in rules too; takes minutes`,
		RunE: func(_ *cobra.Command, langs []string) error {
			folders, err := f.overlays()
			if err != nil {
				return err
			}
			set, err := patterns.Load(folders...)
			if err != nil {
				return exitError{exitDifferences, err}
			}
			return testPatterns(set, langs, hostile)
		},
	}
	cmd.Flags().BoolVar(&hostile, "hostile", false, "measure the built-in rules on hostile text, too")
	return cmd
}

// testPatterns tests the rules of some languages, or of all, and prints what fails as it comes.
func testPatterns(set *patterns.Set, langs []string, hostile bool) error {
	if len(langs) == 0 {
		langs = set.Languages()
	}
	t := &patternsTest{seen: map[string]bool{}}
	for _, code := range langs {
		if set.Language(code) == nil {
			return unknownLanguage(set, code)
		}
		list := set.Language(code).Rules()
		for _, failure := range patterns.Test(set, code) {
			t.fail(failure.Error())
		}
		t.measure(list, hostile)
		examples := 0
		for _, r := range list {
			examples += len(r.Examples) + len(r.Not) + len(r.Todo)
		}
		t.line(fmt.Sprintf("%s: %s, %s", code, plural(len(list), "rule"), plural(examples, "example")))
	}
	if t.texts > 0 {
		t.line(fmt.Sprintf("hostile text: %s, %s of 1 to 16 KB, at worst %.1f times as long for twice the text",
			plural(t.measured, "rule"), plural(t.texts, "kind"), t.worst))
	}
	if t.err != nil {
		return t.err
	}
	if t.failures > 0 {
		return exitError{exitDifferences, errors.New(plural(t.failures, "failure"))}
	}
	return nil
}

// patternsTest counts what a test of patterns comes to.
type patternsTest struct {
	seen                      map[string]bool // failures and measured rules, once each: common rules run in every language
	failures, measured, texts int
	worst                     float64
	err                       error // of printing
}

// line prints a line.
func (t *patternsTest) line(s string) {
	if t.err == nil {
		t.err = print(s + "\n")
	}
}

// fail prints a failure and counts it.
func (t *patternsTest) fail(s string) {
	if !t.seen[s] {
		t.seen[s] = true
		t.failures++
		t.line(s)
	}
}

// measure runs rules on hostile text: the user's own, or all.
func (t *patternsTest) measure(list []*patterns.Rule, all bool) {
	for _, r := range list {
		if t.seen[r.ID] || !r.Overlaid && !all {
			continue
		}
		t.seen[r.ID] = true
		t.measured++
		for _, g := range patterns.Growths(r) {
			t.texts++
			t.worst = max(t.worst, g.Ratio)
			if g.Bad() {
				t.fail(fmt.Sprintf("%s:%d: %s", r.File, r.Line, strings.TrimSpace(g.String())))
			}
		}
	}
}
