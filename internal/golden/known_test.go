package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lossclaims/extractor/report"
)

// told is the sample with its evidence in a text: "The army said 14 tanks, 3 dead, 3 hurt, about 30 people killed.".
func told() *report.Report {
	r := sample()
	for i, e := range [][3]string{
		{"The army said ", "14 tanks", ", 3 dead, 3 hurt"},
		{"The army said 14 tanks, ", "3 dead", ", 3 hurt, about 30"},
		{"said 14 tanks, 3 dead, ", "3 hurt", ", about 30 people"},
		{"3 dead, 3 hurt, ", "about 30 people killed", "."},
	} {
		r.Claims[i].Evidence[0] = report.Evidence{Prefix: e[0], Exact: e[1], Suffix: e[2]}
	}
	return r
}

func missing(category, effect string, value int64, quote string) Missing {
	return Missing{OneOf{"RUS"}, OneOf{category}, OneOf{effect}, Figure{&value, &value, &value, OneOf{"exact"}}, quote, "no noun"}
}

func TestHolding(t *testing.T) {
	for _, c := range []struct {
		name  string
		known Known
		want  string // how the note begins, "" where the entry holds
	}{
		{"another figure", Known{Missing: []Missing{missing("tanks", "destroyed", 15, "14 tanks")}}, ""},
		{"another effect", Known{Missing: []Missing{missing("tanks", "captured", 14, "14 tanks")}}, ""},
		{"another kind of thing", Known{Missing: []Missing{missing("drones", "destroyed", 14, "14 tanks")}}, ""},
		{"another place", Known{Missing: []Missing{missing("tanks", "destroyed", 14, "3 hurt")}}, ""},
		{"another loser", Known{Missing: []Missing{missing("people", "killed", 30, "30 people")}}, ""},
		{"found", Known{Missing: []Missing{missing("tanks", "destroyed", 14, "said 14 tanks")}}, "now found: 14 tanks"},
		{"found as people", Known{Missing: []Missing{missing("civilians", "killed", 3, "3 dead")}}, "now found: 3 civilians"},
		{"one claim is one missing one", Known{Missing: []Missing{
			missing("personnel", "wounded", 3, "3 hurt"), missing("personnel", "wounded", 3, "3 hurt")}}, "now found: 3 personnel"},
		{"still wrong", Known{Wrong: []Wrong{{"3", "3 dead", "effect", OneOf{"missing"}, "why"}}}, ""},
		{"right", Known{Wrong: []Wrong{{"3", "3 hurt", "effect", OneOf{"missing", "wounded"}, "why"}}}, "now right: 3 effect"},
		{"still no origin wanted", Known{Wrong: []Wrong{{"30", "30 people killed", "origin", OneOf{""}, "why"}}}, ""},
		{"right origin", Known{Wrong: []Wrong{{"30", "30 people killed", "origin", OneOf{"KYIV"}, "why"}}}, "now right: 30 origin"},
		{"claim is there", Known{Wrong: []Wrong{{Figure: "14", Quote: "14 tanks", Field: "claim"}}}, ""},
		{"claim is gone", Known{Wrong: []Wrong{{Figure: "15", Quote: "14 tanks", Field: "claim"}}}, "no such claim any more: 15 claim"},
	} {
		kept, notes := c.known.holding(told())
		if entries := len(kept.Missing) + len(kept.Wrong) + len(notes); entries != len(c.known.Missing)+len(c.known.Wrong) {
			t.Errorf("%s: %d entries and notes", c.name, entries)
		}
		if got := strings.Join(notes, "|"); (got == "") != (c.want == "") || !strings.HasPrefix(got, c.want) || strings.Contains(got, "|") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestScoreCountsKnownMisses(t *testing.T) {
	known := Known{
		Missing: []Missing{missing("tanks", "destroyed", 7, "army"), missing("drones", "destroyed", 9, "army")},
		Wrong: []Wrong{
			{"14", "14 tanks", "loser", OneOf{"UKR"}, "why"},
			{"3", "3 hurt", "period", OneOf{"interval"}, "why"},
			{Figure: "30", Quote: "30 people", Field: "claim"},
		},
	}
	for _, c := range []struct {
		name   string
		change func(*report.Report)
		want   Score
	}{
		{"as golden", func(*report.Report) {}, Score{Expected: 5, Reported: 4, Found: 3, Core: 2, Full: 1}},
		{"mended", func(r *report.Report) {
			r.Claims[0].Loser.Code = "UKR"
			r.Claims[2].Period.Type = "interval"
			r.Claims[3] = claim("RUS", "drones", "destroyed", 9, "exact")
			r.Claims[3].Evidence[0] = report.Evidence{Prefix: "The ", Exact: "army"}
		}, Score{Expected: 5, Reported: 4, Found: 4, Core: 4, Full: 4}},
		{"worse", func(r *report.Report) {
			r.Claims[1].Loser.Code = "UKR"
			r.Claims = r.Claims[:2]
		}, Score{Expected: 5, Reported: 2, Found: 2, Core: 0, Full: 0}},
	} {
		want, got := told(), told()
		c.change(got)
		scores := Scores{}
		scores.Add(&Result{Article: Article{Lang: "en"}, Want: want, Got: got, Diff: Compute(want, got), Known: known})
		c.want.Articles, c.want.Missing, c.want.Wrong = 1, 2, 3
		if scores["en"] != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, scores["en"], c.want)
		}
	}
}

func TestKnownFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.known.json")
	if k, err := readKnown(path); err != nil || len(k.Missing)+len(k.Wrong) != 0 {
		t.Errorf("no file: %v, %v", k, err)
	}
	const text = `{
  "missing": [
    {"loser":["RUS","UKR"],"category":"tanks","effect":"destroyed","quantity":{"low":40,"high":50,"mod":"between"},"quote":"40–50 <tanks>","why":"x"}
  ],
  "wrong": [
    {"figure":"14","quote":"q","field":"as_of","want":null,"why":"x"},
    {"figure":"14","quote":"q","field":"origin","want":["army",null],"why":"x"},
    {"figure":"14","quote":"q","field":"claim","why":"x"}
  ]
}
`
	os.WriteFile(path, []byte(text), 0o644)
	k, err := readKnown(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := k.encode(); err != nil || string(got) != text {
		t.Errorf("%v\n%s", err, got)
	}
	if k.Missing[0].Quantity.key() != "40-50" || !k.Wrong[0].Want.has("") || k.Wrong[2].Want != nil {
		t.Errorf("read %+v", k)
	}
	for text, want := range map[string]string{
		`{`:                          "unexpected EOF",
		`{"extra": []}`:              "unknown field",
		`{"missing": [{}]}`:          "missing entry 1 wants loser",
		`{"wrong": [{}]}`:            `wrong entry 1: unknown field ""`,
		`{"wrong": [{"figure": 3}]}`: "cannot unmarshal number",
		`{"wrong": [{"field": "claim", "quote": "q"}]}`:                                             "wants figure",
		`{"wrong": [{"field": "claim", "quote": "q", "figure": "1", "why": "x", "want": "y"}]}`:     "every field but claim",
		`{"wrong": [{"field": "loser", "quote": "q", "figure": "1", "why": "x"}]}`:                  "every field but claim",
		`{"wrong": [{"field": "loser", "quote": "q", "figure": "1", "why": "x", "want": [["y"]]}]}`: "cannot unmarshal array",
	} {
		os.WriteFile(path, []byte(text), 0o644)
		if _, err := readKnown(path); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "a.known.json") {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
