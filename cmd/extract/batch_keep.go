package main

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/internal/inputs"
)

// finished is the report of an input with what tells copies of it.
type finished struct {
	report *extractor.Report
	key    [sha256.Size]byte // of the content; zero when there was none
}

// keep says which reports are kept, by what the articles turn out to be.
type keep struct {
	languages []string
	since     string
	until     string
	urls      inputs.Filter

	leftOut map[string]int // articles that are not kept, by why
}

// addTo adds the flags to a command.
func (k *keep) addTo(cmd *cobra.Command) {
	p := cmd.Flags()
	p.StringSliceVar(&k.languages, "only-lang", nil, "keep only articles in these `LANGUAGES`, such as en,es")
	p.StringVar(&k.since, "since", "", "keep only articles of this `DATE` (YYYY-MM-DD) or later")
	p.StringVar(&k.until, "until", "", "keep only articles of this `DATE` or earlier")
}

// check returns what is wrong with the flags.
func (k *keep) check() error {
	for flag, date := range map[string]string{"--since": k.since, "--until": k.until} {
		if date == "" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return fmt.Errorf("%s %q is no date: write it as 2023-02-07", flag, date)
		}
	}
	if k.since != "" && k.until != "" && k.since > k.until {
		return fmt.Errorf("--since %s is after --until %s: nothing can be between them", k.since, k.until)
	}
	for i, code := range k.languages {
		k.languages[i] = strings.ToLower(strings.TrimSpace(code))
		if len(k.languages[i]) != 2 {
			return fmt.Errorf("--only-lang %q is no language code: write it as en or es", code)
		}
	}
	return nil
}

// reports yields the reports that are kept, copies marked: those of the same bytes with the same hints to their date name
// the first of them that was kept.
func (k *keep) reports(all iter.Seq[finished]) iter.Seq[*extractor.Report] {
	k.leftOut = map[string]int{}
	first := map[[16]byte]string{} // half a hash is enough to tell articles, and saves memory in large runs
	return func(yield func(*extractor.Report) bool) {
		for f := range all {
			if why := k.against(f.report); why != "" {
				k.leftOut[why]++
				continue
			}
			if f.key != [sha256.Size]byte{} {
				half := [16]byte(f.key[:16])
				if name, ok := first[half]; ok {
					f.report.Article.DuplicateOf = name
				} else {
					first[half] = f.report.Article.Input
				}
			}
			if !yield(f.report) {
				return
			}
		}
	}
}

// against says why a report is not kept, "" when it is. An input that failed is always kept: what it would have been is
// not known.
func (k *keep) against(r *extractor.Report) string {
	if r.Error != nil {
		return ""
	}
	a := &r.Article
	switch {
	case !k.urls.Wants(a.URL):
		return "URL"
	case len(k.languages) > 0 && !slices.Contains(k.languages, a.Language):
		return "language"
	case k.since == "" && k.until == "":
		return ""
	case a.Published == nil:
		return "having no date"
	case *a.Published < k.since, k.until != "" && *a.Published > k.until:
		return "date"
	}
	return ""
}

// left is how many articles were not kept.
func (k *keep) left() (n int) {
	for _, count := range k.leftOut {
		n += count
	}
	return n
}

// tell words what was not kept, "" for nothing.
func (k *keep) tell() string {
	var words []string
	for _, why := range []string{"language", "date", "having no date", "URL"} {
		if n := k.leftOut[why]; n > 0 {
			words = append(words, fmt.Sprintf("%d by %s", n, why))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return fmt.Sprintf("left out %s: %s", plural(k.left(), "article"), strings.Join(words, ", "))
}
