package golden

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
	"lossclaims/internal/schemacheck"
)

const corpus, expected = "../../corpus", "../../golden"

// articles lists the project's own corpus.
func articles(t *testing.T) []Article {
	t.Helper()
	list, err := Articles(corpus, expected)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		t.Fatalf("no articles in %s", corpus)
	}
	return list
}

func newExtractor(t *testing.T, opts extractor.Options) *extractor.Extractor {
	t.Helper()
	x, err := extractor.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestCorpus holds the reports of the corpus against the golden files, as extract golden does.
func TestCorpus(t *testing.T) {
	list := articles(t)
	scores := Scores{}
	for result, err := range Run(t.Context(), newExtractor(t, extractor.Options{}), list, runtime.NumCPU()) {
		if err != nil {
			t.Error(err)
			continue
		}
		scores.Add(result)
		if !result.Same() {
			t.Errorf("%s", printed(result))
		}
	}
	orphans, err := Orphans(expected, list)
	if err != nil || len(orphans) > 0 {
		t.Errorf("golden files without an article: %v, %v", orphans, err)
	}
	var b strings.Builder
	scores.Print(&b)
	t.Log(b.String())
}

// TestReportsOfTheCorpus checks what must hold of every report: it follows the schema, its evidence is where it says,
// and it is the same bytes however many articles are worked on at once.
func TestReportsOfTheCorpus(t *testing.T) {
	checker, err := schemacheck.Reports()
	if err != nil {
		t.Fatal(err)
	}
	list := articles(t)
	one := encoded(t, list, 1)
	many := encoded(t, list, 8)
	for i, a := range list {
		if !bytes.Equal(one[i], many[i]) {
			t.Errorf("%s: not the same report twice\n%s", a.Name, difference(t, one[i], many[i]))
		}
		if err := checker.Check(one[i]); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}

// encoded extracts the articles with all that a report can hold, and checks their evidence.
func encoded(t *testing.T, list []Article, n int) [][]byte {
	t.Helper()
	x := newExtractor(t, extractor.Options{WithText: true, Explain: true})
	var all [][]byte
	for result, err := range Run(t.Context(), x, list, n) {
		if err != nil {
			t.Fatal(err)
		}
		checkEvidence(t, result.Article.Name, result.Got)
		checkQuotes(t, result)
		data, err := Encode(result.Got)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data)
	}
	return all
}

// checkEvidence compares the words of every piece of evidence with the text that it points to.
func checkEvidence(t *testing.T, name string, r *report.Report) {
	t.Helper()
	text := []rune(r.Article.Text)
	for _, c := range r.Claims {
		for _, e := range c.Evidence {
			if e.Start < 0 || e.End > len(text) || e.Start >= e.End || string(text[e.Start:e.End]) != e.Exact {
				t.Errorf("%s: evidence %d to %d is not %q", name, e.Start, e.End, e.Exact)
				continue
			}
			before, after := string(text[:e.Start]), string(text[e.End:])
			if !strings.HasSuffix(before, e.Prefix) || !strings.HasPrefix(after, e.Suffix) {
				t.Errorf("%s: %q does not stand between %q and %q", name, e.Exact, e.Prefix, e.Suffix)
			}
		}
	}
}

// checkQuotes finds the quotes of the known misses in the text.
func checkQuotes(t *testing.T, r *Result) {
	t.Helper()
	quotes := []string{}
	for _, m := range r.Known.Missing {
		quotes = append(quotes, m.Quote)
	}
	for _, w := range r.Known.Wrong {
		quotes = append(quotes, w.Quote)
	}
	for _, quote := range quotes {
		if !strings.Contains(r.Got.Article.Text, quote) {
			t.Errorf("%s: the text has no %q", r.Article.knownFile(), quote)
		}
	}
}

// difference prints how two encoded reports differ.
func difference(t *testing.T, one, other []byte) string {
	t.Helper()
	var a, b report.Report
	if err := errors.Join(json.Unmarshal(one, &a), json.Unmarshal(other, &b)); err != nil {
		t.Fatal(err)
	}
	if d := Compute(&a, &b); !d.Empty() {
		return printed(&Result{Diff: d})
	}
	return fmt.Sprintf("explained as\n%+v\nand\n%+v", a.Explain, b.Explain)
}
