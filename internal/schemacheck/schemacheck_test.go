package schemacheck

import (
	"encoding/json"
	"testing"

	"lossclaims/extractor/report"
)

func full() *report.Report {
	text := func(s string) *string { return &s }
	n := int64(1000)
	return &report.Report{
		Schema: report.SchemaVersion,
		Article: report.Article{Input: "a.html", DateBasis: "meta", Published: text("2023-02-07"), Language: "en",
			LanguageConfidence: 0.99, MachineTranslated: &report.MachineTranslation{Signals: []string{"glued words"}}},
		Claims: []report.Claim{{
			ID: "x", Loser: report.Party{Code: "ISR+hamas"}, Category: "aircraft+helicopters", Effect: "destroyed",
			Quantity: report.Quantity{Text: "more than 1,000", Value: &n, Low: &n, Mod: "more_than"},
			Period:   report.Period{Type: "cumulative", Start: text("2022")}, AsOf: text("2022-09"), AsOfBasis: text("stated"),
			Attribution:  []report.Attribution{{Role: "origin", Name: "Kyiv"}},
			Verification: report.Verification{Status: "none"},
			Evidence:     []report.Evidence{{Exact: "1,000", Part: "body", Start: 1, End: 6}},
			Rule:         "en/x", Flags: []string{},
		}},
		Warnings: []report.Notice{{Kind: "degraded", Message: "m"}},
	}
}

func TestReports(t *testing.T) {
	cases := map[string]struct {
		change func(*report.Report)
		ok     bool
	}{
		"a full report":        {func(*report.Report) {}, true},
		"a failed one":         {func(r *report.Report) { *r = *report.Failed("a", "timeout", "m") }, true},
		"failed with claims":   {func(r *report.Report) { r.Error = &report.Notice{Kind: "timeout"} }, false},
		"another version":      {func(r *report.Report) { r.Schema = "2" }, false},
		"null claims":          {func(r *report.Report) { r.Claims = nil }, false},
		"unknown warning":      {func(r *report.Report) { r.Warnings[0].Kind = "odd" }, false},
		"unknown category":     {func(r *report.Report) { r.Claims[0].Category = "tanks+boats" }, false},
		"unknown effect":       {func(r *report.Report) { r.Claims[0].Effect = "lost" }, false},
		"unknown period":       {func(r *report.Report) { r.Claims[0].Period.Type = "" }, false},
		"unknown status":       {func(r *report.Report) { r.Claims[0].Verification.Status = "maybe" }, false},
		"party code":           {func(r *report.Report) { r.Claims[0].Loser.Code = "Russia" }, false},
		"as of":                {func(r *report.Report) { *r.Claims[0].AsOf = "yesterday" }, false},
		"no evidence":          {func(r *report.Report) { r.Claims[0].Evidence = nil }, false},
		"exact needs bounds":   {func(r *report.Report) { r.Claims[0].Quantity.Mod = "exact" }, false},
		"about has no bounds":  {func(r *report.Report) { r.Claims[0].Quantity.Mod = "about" }, false},
		"vague has no value":   {func(r *report.Report) { r.Claims[0].Quantity.Mod = "vague" }, false},
		"at least, as it is":   {func(r *report.Report) { r.Claims[0].Quantity.Mod = "at_least" }, true},
		"no date of the claim": {func(r *report.Report) { r.Claims[0].AsOf, r.Claims[0].AsOfBasis = nil, nil }, true},
	}
	checker, err := Reports()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := full()
			c.change(r)
			data, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			if err := checker.Check(data); (err == nil) != c.ok {
				t.Errorf("ok %v, got: %v", c.ok, err)
			}
		})
	}
}
