package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/internal/inputs"
)

// keep says which reports are kept, by what the articles turn out to be.
type keep struct {
	languages []string
	since     string
	until     string
	urls      inputs.Filter
	claims    bool // only articles with claims

	leftOut map[string]int // articles that are not kept, by why
}

// addTo adds the flags to a command.
func (k *keep) addTo(cmd *cobra.Command) {
	p := cmd.Flags()
	p.StringSliceVar(&k.languages, "only-lang", nil, "keep only articles in these `LANGUAGES`, such as en,es")
	p.BoolVar(&k.claims, "claims-only", false, "keep only articles with claims, and inputs that cannot be read")
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

// wants reports whether a report is kept, and counts it when it is not.
func (k *keep) wants(r *extractor.Report) bool {
	why := k.against(r)
	if why == "" {
		return true
	}
	if k.leftOut == nil {
		k.leftOut = map[string]int{}
	}
	k.leftOut[why]++
	return false
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
	case k.claims && len(r.Claims) == 0:
		return "having no claim"
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
	for _, why := range []string{"language", "having no claim", "date", "having no date", "URL"} {
		if n := k.leftOut[why]; n > 0 {
			words = append(words, fmt.Sprintf("%d by %s", n, why))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return fmt.Sprintf("left out %s: %s", plural(k.left(), "article"), strings.Join(words, ", "))
}
