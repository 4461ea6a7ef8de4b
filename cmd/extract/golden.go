package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/internal/golden"
	"lossclaims/internal/output"
)

// goldenFlags are those of extract golden alone.
type goldenFlags struct {
	corpus, golden string
	update         bool
}

func newGolden(f *flags) *cobra.Command {
	var g goldenFlags
	cmd := &cobra.Command{
		Use:   "golden [NAME…]",
		Short: "Compare a corpus with its expected reports",
		Long: `Golden extracts the articles of a corpus, CORPUS/<folder>/<name>.html or .txt, and compares the reports with
GOLDEN/<folder>/<name>.json. It prints what differs, claim by claim, and precision and recall for each folder of the
corpus: a claim is found when its figure counts the right kind of thing, right at its core when loser, category and
effect are right too, and in full with bound, period, as-of date and origin.

A golden report is what the program says, read by a person. Where it is not right, <name>.known.json beside it says so,
with the reason: claims that are "missing", and claims or fields that are "wrong". Precision and recall count these as
the mistakes they are, and an entry fails once it holds no longer.

Names such as en or en/article narrow it down. Read the differences before you accept them with --update, which also
drops the entries that hold no longer.`,
		Example: `  extract golden
  extract golden en/kharkiv-tally
  extract golden --update es`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return runGolden(cmd.Context(), f, g, args)
		},
	}
	cmd.Flags().StringVar(&g.corpus, "corpus", "corpus", "folder of the articles")
	cmd.Flags().StringVar(&g.golden, "golden", "golden", "folder of the expected reports")
	cmd.Flags().BoolVar(&g.update, "update", false, "write the reports over the expected ones, drop known misses that hold no longer, and remove files without an article")
	cmd.MarkFlagDirname("corpus")
	cmd.MarkFlagDirname("golden")
	return cmd
}

func runGolden(ctx context.Context, f *flags, g goldenFlags, names []string) error {
	if info, err := os.Stat(g.corpus); err != nil || !info.IsDir() {
		return fmt.Errorf("no folder %s: run this where the corpus is, or name it with --corpus", g.corpus)
	}
	all, err := golden.Articles(g.corpus, g.golden)
	if err != nil {
		return err
	}
	articles := slices.DeleteFunc(slices.Clone(all), func(a golden.Article) bool { return !named(a, names) })
	if len(articles) == 0 {
		return fmt.Errorf("no articles found in %s", strings.Join(append([]string{g.corpus}, names...), " "))
	}
	folders, err := f.overlays()
	if err != nil {
		return err
	}
	x, err := extractor.New(extractor.Options{Patterns: folders})
	if err != nil {
		return badPatterns(err)
	}
	differ, err := compareAll(ctx, f, g, x, articles)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		orphans, err := dropOrphans(g, all)
		if err != nil {
			return failed(err)
		}
		differ += orphans
	}
	switch {
	case ctx.Err() != nil:
		return exitError{code: exitInterrupted}
	case differ > 0 && !g.update:
		return exitError{code: exitDifferences}
	}
	return nil
}

// named reports whether an article is one of those asked for: all, a folder's, or one by name.
func named(a golden.Article, names []string) bool {
	return len(names) == 0 || slices.ContainsFunc(names, func(name string) bool {
		name = strings.TrimSuffix(name, "/")
		return a.Name == name || strings.HasPrefix(a.Name, name+"/")
	})
}

// compareAll prints every difference and the scores; with --update it writes the golden files. It returns how many
// articles differ.
func compareAll(ctx context.Context, f *flags, g goldenFlags, x *extractor.Extractor, articles []golden.Article) (int, error) {
	scores := golden.Scores{}
	differ := 0
	var faults []error
	for result, err := range golden.Run(ctx, x, articles, f.parallel) {
		if err != nil {
			faults = append(faults, err)
			continue
		}
		scores.Add(result)
		result.Print(os.Stdout)
		if result.Same() {
			continue
		}
		differ++
		if g.update {
			faults = append(faults, result.Update())
		}
	}
	scores.Print(os.Stdout)
	switch {
	case g.update:
		fmt.Printf("%s written\n", plural(differ, "golden file"))
	case differ > 0:
		fmt.Printf("%s of %d differ\n", plural(differ, "article"), len(articles))
	}
	if err := errors.Join(faults...); err != nil {
		return differ, failed(err)
	}
	return differ, nil
}

// dropOrphans tells of the golden files without an article, and with --update removes them.
func dropOrphans(g goldenFlags, articles []golden.Article) (int, error) {
	orphans, err := golden.Orphans(g.golden, articles)
	for _, path := range orphans {
		if !g.update {
			fmt.Printf("%s: no article of this name in %s\n", output.Clean(path), output.Clean(g.corpus))
			continue
		}
		if err := os.Remove(path); err != nil {
			return len(orphans), err
		}
		fmt.Printf("%s removed\n", output.Clean(path))
	}
	return len(orphans), err
}
