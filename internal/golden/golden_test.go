package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lossclaims/extractor/report"
)

func claim(loser, category, effect string, value int64, mod string) report.Claim {
	day := "2023-02-07"
	q := report.Quantity{Text: "n", Value: &value, Mod: mod}
	if mod == "exact" {
		q.Low, q.High = &value, &value
	}
	return report.Claim{ID: loser + effect, Loser: report.Party{Code: loser}, Category: category, Effect: effect, Quantity: q,
		Period: report.Period{Type: "event"}, AsOf: &day, Attribution: []report.Attribution{{Role: "origin", Name: "Kyiv", ID: "ukr"}},
		Verification: report.Verification{Status: "none"}, Flags: []string{},
		Evidence: []report.Evidence{{Exact: "words of it", Start: int(value)}}}
}

func sample() *report.Report {
	r := report.Failed("corpus/en/a.html", "", "")
	r.Error = nil
	r.Article.Headline = "Losses"
	r.Claims = []report.Claim{
		claim("RUS", "tanks", "destroyed", 14, "exact"),
		claim("RUS", "personnel", "killed", 3, "exact"),
		claim("RUS", "personnel", "wounded", 3, "exact"),
		claim("UKR", "people", "killed", 30, "about"),
	}
	return r
}

// compared writes want as a golden file and holds got against it.
func compared(t *testing.T, want, got *report.Report) *Result {
	t.Helper()
	path := filepath.Join(t.TempDir(), "en", "a.json")
	a := Article{Name: "en/a", Lang: "en", Golden: path}
	if err := (&Result{Article: a, Got: want}).Update(); err != nil {
		t.Fatal(err)
	}
	result, err := Compare(a, got)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func printed(r *Result) string {
	var b strings.Builder
	r.Print(&b)
	return b.String()
}

func TestSame(t *testing.T) {
	if r := compared(t, sample(), sample()); !r.Same() || printed(r) != "" {
		t.Errorf("same reports differ:\n%s", printed(r))
	}
}

func TestDifferences(t *testing.T) {
	got := sample()
	got.Article.Headline = "Gains"
	got.Warnings = []report.Notice{{Kind: "degraded", Message: "m"}}
	got.Claims[0].Quantity.Text = "fourteen"
	got.Claims[2].Period.Type = "cumulative"
	got.Claims[2].Attribution = nil
	got.Claims[3] = claim("ISR", "missiles", "destroyed", 30, "exact")
	r := compared(t, sample(), got)
	want := `en/a
  article.headline: "Losses" → "Gains"
  warnings.0.kind: nothing → "degraded"
  warnings.0.message: nothing → "m"
  - missing   UKR people killed: about 30, event as of 2023-02-07, says Kyiv “words of it”
  + spurious  ISR missiles destroyed: exact 30, event as of 2023-02-07, says Kyiv “words of it”
  ~ changed   RUS tanks destroyed: exact 14, event as of 2023-02-07, says Kyiv “words of it”
      quantity.text: "n" → "fourteen"
  ~ changed   RUS personnel wounded: exact 3, event as of 2023-02-07, says Kyiv “words of it”
      attribution.0.id: "ukr" → nothing
      attribution.0.name: "Kyiv" → nothing
      attribution.0.role: "origin" → nothing
      period.type: "event" → "cumulative"
`
	if printed(r) != want {
		t.Errorf("got\n%s\nwant\n%s", printed(r), want)
	}
	scores := Scores{}
	scores.Add(r)
	if got, want := scores["en"], (Score{Articles: 1, Expected: 4, Reported: 4, Found: 3, Core: 3, Full: 2}); got != want {
		t.Errorf("score %+v, want %+v", got, want)
	}
}

func TestOrderShows(t *testing.T) {
	got := sample()
	got.Claims[0], got.Claims[1] = got.Claims[1], got.Claims[0]
	if r := compared(t, sample(), got); r.Same() || !strings.Contains(printed(r), "order of claims") {
		t.Errorf("another order of claims:\n%s", printed(r))
	}
}

func TestMissingAndBrokenFiles(t *testing.T) {
	a := Article{Name: "en/a", Lang: "en", Golden: filepath.Join(t.TempDir(), "a.json")}
	r, err := Compare(a, sample())
	if err != nil || r.Same() || !strings.Contains(printed(r), "--update") || !strings.Contains(printed(r), "+ new       RUS tanks") {
		t.Errorf("missing: %v\n%s", err, printed(r))
	}
	os.WriteFile(a.Golden, []byte("{"), 0o644)
	if _, err := Compare(a, sample()); err == nil || !strings.Contains(err.Error(), "a.json is no report") {
		t.Errorf("broken: %v", err)
	}
}

func TestArticles(t *testing.T) {
	t.Chdir(t.TempDir())
	files := func(names ...string) {
		for _, name := range names {
			os.MkdirAll(filepath.Dir(name), 0o755)
			os.WriteFile(name, nil, 0o644)
		}
	}
	files("c/en/b.html", "c/en/a.txt", "c/es/a.htm", "c/README.md", "g/en/a.json", "g/en/a.known.json", "g/en/gone.json")
	list, err := Articles("c", "g")
	var got []string
	for _, a := range list {
		got = append(got, a.Lang+" "+a.Name+" "+a.Input+" "+a.Golden)
	}
	want := "en en/a corpus/en/a.txt g/en/a.json|en en/b corpus/en/b.html g/en/b.json|es es/a corpus/es/a.htm g/es/a.json"
	if err != nil || strings.Join(got, "|") != want {
		t.Errorf("%v, %v", got, err)
	}
	if orphans, err := Orphans("g", list); err != nil || len(orphans) != 1 || orphans[0] != "g/en/gone.json" {
		t.Errorf("orphans %v, %v", orphans, err)
	}
	if orphans, err := Orphans("none", list); err != nil || len(orphans) != 0 {
		t.Errorf("orphans of no folder: %v, %v", orphans, err)
	}
	files("c/en/a.html")
	if _, err := Articles("c", "g"); err == nil || !strings.Contains(err.Error(), "one name") {
		t.Errorf("two of a name: %v", err)
	}
	os.Remove("c/en/a.html")
	files("c/loose.html")
	if _, err := Articles("c", "g"); err == nil || !strings.Contains(err.Error(), "no language's folder") {
		t.Errorf("no folder: %v", err)
	}
	if _, err := Articles("none", "g"); err == nil {
		t.Error("no corpus: no error")
	}
}
