package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lossclaims/extractor/report"
	"lossclaims/internal/schemacheck"
)

func text(s string) *string { return &s }

func n(v int64) *int64 { return &v }

// sample is a report with a claim of every kind of figure that the formats print differently.
func sample() *report.Report {
	claim := func(id, loser, name, category, target, effect string, q report.Quantity) report.Claim {
		return report.Claim{ID: id, Loser: report.Party{Code: loser, Name: name}, Category: category, Effect: effect,
			Target: report.Target{Text: target}, Quantity: q, Period: report.Period{Type: "event"}, AsOf: text("2023-02-07"),
			AsOfBasis: text("stated"), Attribution: []report.Attribution{}, Verification: report.Verification{Status: "none"},
			Evidence: []report.Evidence{{Exact: "lost " + q.Text + " " + target, Part: "body"}}, Rule: "en/x", Flags: []string{}}
	}
	tanks := claim("a", "RUS", "Russia", "tanks", "battle tanks", "destroyed",
		report.Quantity{Text: "more than 1,000", Value: n(1000), Low: n(1000), Mod: "more_than"})
	tanks.Attribution = []report.Attribution{
		{Role: "origin", Name: "General Staff of the Armed Forces of Ukraine", ID: "ukr-general-staff", Cue: "said"},
		{Role: "relay", Name: "Reuters", ID: "reuters", Cue: "according to"}}
	tanks.Verification = report.Verification{Status: "unverified", Text: "could not be verified"}
	tanks.Period = report.Period{Type: "cumulative", Start: text("2022-02-24")}
	people := claim("b", "PSE", "Palestine", "people", "people", "killed", report.Quantity{Text: "30", Value: n(30), Low: n(30), High: n(30), Mod: "exact"})
	children := claim("c", "PSE", "Palestine", "civilians", "children", "killed", report.Quantity{Text: "12", Value: n(12), Low: n(12), High: n(12), Mod: "exact"})
	children.PartOf, children.Flags = text("b"), []string{"category_drift"}
	vague := claim("d", "unknown", "", "aircraft+helicopters", "aircraft", "killed_or_wounded", report.Quantity{Text: "dozens", Low: n(24), Mod: "vague"})
	vague.AsOf, vague.AsOfBasis = nil, nil
	return &report.Report{
		Schema: report.SchemaVersion,
		Article: report.Article{Input: "pages/a.html", URL: "https://news.example/a", SHA256: strings.Repeat("0", 64),
			Headline: "Kyiv counts\x1b[31m tanks", Publisher: "The Example", Published: text("2023-02-07"), DateBasis: "json-ld",
			Language: "en", LanguageConfidence: 0.99, MachineTranslated: &report.MachineTranslation{From: "es", Signals: []string{"glued words"}}},
		Claims:   []report.Claim{tanks, people, children, vague},
		Warnings: []report.Notice{{Kind: "text_incomplete", Message: "a table was left out"}},
	}
}

func printed(t *testing.T, opts Options, reports ...*report.Report) string {
	t.Helper()
	var b bytes.Buffer
	p, err := newPrinter(opts, &b, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if err := p.Print(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	want := `Kyiv counts tanks
2023-02-07 (from json-ld) · English, machine-translated from Spanish · The Example
pages/a.html · https://news.example/a

whose      what                               effect             how many       period      as of       who says                                                   caveat
Russia     tanks (battle tanks)               destroyed               > 1,000  cumulative  2023-02-07  General Staff of the Armed Forces of Ukraine, via Reuters  unverified
Palestine  people                             killed                       30  event       2023-02-07  the article
Palestine  civilians (children)               killed                       12  event       2023-02-07  the article                                                part of 30; category drift
unknown    aircraft and helicopters (aircraft)  killed or wounded  dozens (24+)  event                   the article

warning text_incomplete: a table was left out
`
	got := printed(t, Options{Format: "text"}, sample())
	if squeeze(got) != squeeze(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// squeeze makes texts that differ in the width of columns alone equal.
func squeeze(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "\n")
}

func TestTextFitsTheTerminal(t *testing.T) {
	for _, width := range []int{80, 100, 132, 200} {
		got := printed(t, Options{Format: "text", Width: width}, sample())
		for line := range strings.SplitSeq(got, "\n") {
			if columnsOf(line) > width {
				t.Errorf("width %d: %d columns: %q", width, columnsOf(line), line)
			}
		}
	}
	if got := printed(t, Options{Format: "text", Width: 80}, sample()); !strings.Contains(got, "cumulative") || !strings.Contains(got, "2023-02-07") {
		t.Errorf("a period or date is broken at 80 columns:\n%s", got)
	}
	narrow := printed(t, Options{Format: "text", Width: 20}, sample())
	if !strings.Contains(narrow, "Russia") {
		t.Errorf("nothing is left at 20 columns:\n%s", narrow)
	}
}

func TestTextColumnsAreAligned(t *testing.T) {
	lines := strings.Split(printed(t, Options{Format: "text"}, sample()), "\n")[4:9]
	at := strings.Index(lines[0], "period")
	for _, line := range lines[1:] {
		runes := []rune(line)
		if runes[at] == ' ' || runes[at-1] != ' ' {
			t.Errorf("column 5 begins elsewhere in %q", line)
		}
	}
}

func TestTextOfOtherReports(t *testing.T) {
	none := sample()
	none.Claims = []report.Claim{}
	if got := printed(t, Options{Format: "text"}, none); !strings.Contains(got, "no loss claims") {
		t.Errorf("no claims:\n%s", got)
	}
	got := printed(t, Options{Format: "text"}, report.Failed("x.html", "timeout", "try \x1b]0;again\x07"), none)
	if want := "x.html\nerror timeout: try\n\nKyiv"; !strings.HasPrefix(got, want) {
		t.Errorf("failed:\n%q", got)
	}
	explained := sample()
	explained.Article.Text = "Kyiv counts tanks\n\nAll of it."
	explained.Article.Blocks = []report.Block{{Kind: "headline", End: 17}, {Kind: "body", Start: 19, End: 29}}
	explained.Explain = &report.Explain{
		Claims: []report.ClaimParts{{ID: "b", Parts: []report.Part{{Kind: "loss", Rule: "en/killed", Text: "killed",
			Attrs: map[string]string{"role": "verb", "effect": "killed"}}}}},
		NearMisses: []report.NearMiss{{Text: "7", Sentence: "Losses of 7 per cent.", Reason: "a share"}},
	}
	got = squeeze(printed(t, Options{Format: "text"}, explained))
	for _, want := range []string{"claim 1: Palestine 30 people killed", "loss killed effect=killed role=verb en/killed",
		"7: a share: “Losses of 7 per cent.”", "\nAll of it.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestColor(t *testing.T) {
	plain, colored := printed(t, Options{Format: "text"}, sample()), printed(t, Options{Format: "text", Color: true}, sample())
	if strings.Contains(plain, "\x1b") || !strings.Contains(colored, "\x1b[1mwhose\x1b[0m") {
		t.Errorf("plain %q\ncolored %q", plain, colored)
	}
}

func TestJSON(t *testing.T) {
	checker, err := schemacheck.Reports()
	if err != nil {
		t.Fatal(err)
	}
	failed := report.Failed("<x>\u009b", "timeout", "m")
	lines := strings.Split(strings.TrimSuffix(printed(t, Options{Format: "jsonl"}, sample(), failed), "\n"), "\n")
	if len(lines) != 2 || !strings.Contains(lines[1], `"<x>\u009b"`) {
		t.Errorf("jsonl: %q", lines)
	}
	for _, line := range lines {
		if err := checker.Check([]byte(line)); err != nil {
			t.Error(err)
		}
	}
	for count, want := range map[int]string{0: "[]\n", 1: "[\n{\n  \"schema\"", 2: "[\n{\n  \"schema\""} {
		got := printed(t, Options{Format: "json"}, []*report.Report{sample(), failed}[:count]...)
		var list []report.Report
		if err := json.Unmarshal([]byte(got), &list); err != nil || len(list) != count || !strings.HasPrefix(got, want) {
			t.Errorf("json of %d: %v\n%s", count, err, got)
		}
	}
	if err := checker.Check([]byte(printed(t, Options{Format: "json", Single: true}, sample()))); err != nil {
		t.Errorf("single: %v", err)
	}
	if _, err := Open("", nil, Options{Format: "xml"}); err == nil || !strings.Contains(err.Error(), "text, json, jsonl, csv, tsv") {
		t.Errorf("unknown format: %v", err)
	}
}

func TestRows(t *testing.T) {
	r := sample()
	r.Article.Headline = "=HYPERLINK(\"x\"),\ttabs\nand lines"
	r.Claims[0].Quantity.Text = "+14"
	table, err := csv.NewReader(strings.NewReader(printed(t, Options{Format: "csv"}, r, report.Failed("x", "timeout", "m")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 5 || strings.Join(table[0], ",") != strings.Join(Columns(), ",") {
		t.Fatalf("%d rows, headings %v", len(table), table[0])
	}
	want := map[string]string{"headline": "'=HYPERLINK(\"x\"), tabs and lines", "quantity": "'+14", "value": "1000", "low": "1000",
		"high": "", "loser": "RUS", "origin": "General Staff of the Armed Forces of Ukraine", "relay_id": "reuters",
		"period_start": "2022-02-24", "machine_translated": "yes", "evidence": "lost more than 1,000 battle tanks"}
	for i, name := range Columns() {
		if w, ok := want[name]; ok && table[1][i] != w {
			t.Errorf("%s: %q, want %q", name, table[1][i], w)
		}
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(printed(t, Options{Format: "tsv"}, r), "\n"), "\n") {
		if got := strings.Count(line, "\t") + 1; got != len(claimColumns) {
			t.Errorf("tsv: %d cells in %q", got, line)
		}
	}
	if got := printed(t, Options{Format: "csv"}); got != strings.Join(Columns(), ",")+"\n" {
		t.Errorf("without reports: %q", got)
	}
}

func TestClean(t *testing.T) {
	cases := map[string]string{
		"plain":                            "plain",
		"  a\tb\r\nc\u00a0d\u2028e ":       "a b c d e",
		"\x1b[31mred\x1b[0m":               "red",
		"\x1b]0;title\x07text":             "text",
		"\x1b]8;;http://x\x1b\\link":       "link",
		"\u009b31mred":                     "red",
		"\x1b(Bset":                        "set",
		"\x1bPdevice\x1b\\text":            "text",
		"bell\x07 and del\x7f and nul\x00": "bell and del and nul",
		"a\u202eb\u2066c":                  "abc",
		"soft\u00adhyphen\ufeff":           "softhyphen",
		"bad\xffbyte":                      "bad\ufffdbyte",
		"\x1b":                             "",
		"España 日本":                        "España 日本",
	}
	for in, want := range cases {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzCell(f *testing.F) {
	for _, seed := range []string{"", "=1+1", "+14", "-3", "@x", "\t=1", "\r=1", "\x1b[0m=1", "\u200e=1", "'=1", " =1", "＝1", "\x00@", "a\tb\nc"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		cell := Cell(s)
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") || strings.ContainsAny(cell, "\t\r\n\x1b\x00") {
			t.Errorf("Cell(%q) = %q", s, cell)
		}
	})
}

func TestWidths(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "日本": 4, "e\u0301": 1, "≥ 5": 3, "España": 6} {
		if got := columnsOf(s); got != want {
			t.Errorf("columnsOf(%q) = %d, want %d", s, got, want)
		}
	}
	for _, limit := range []int{1, 2, 3, 7} {
		for _, line := range wrap("日本 a bb averylongword z", limit) {
			if columnsOf(line) > max(limit, 2) {
				t.Errorf("limit %d: line %q", limit, line)
			}
		}
	}
	if got := strings.Join(wrap("  indented text that goes on", 12), "|"); got != "  indented|text that|goes on" {
		t.Errorf("wrap with indent: %q", got)
	}
}

// hostileText is what a page may hold that not every reader of JSON bears.
var hostileText = map[string]string{
	"line and paragraph separators": "a\u2028b\u2029c",
	"control characters":            "a\x00b\x07c\x1b[31md\x7fe\u0085f\u009bg",
	"a lone surrogate as bytes":     "a\xed\xa0\x80b",
	"a broken sequence":             "a\xe2\x82",
	"marks of direction":            "a\u202eb\ufeffc",
	"beyond the basic plane":        "a😀b\U0010ffffc",
	"markup and quotes":             `</script><!-- "a\" 'b'`,
}

func TestMarshalHostileText(t *testing.T) {
	for name, text := range hostileText {
		t.Run(name, func(t *testing.T) { marshalled(t, text) })
	}
}

func FuzzMarshal(f *testing.F) {
	for _, text := range hostileText {
		f.Add(text)
	}
	f.Fuzz(marshalled)
}

// marshalled checks that JSON is valid, in UTF-8 and on one line, holds nothing that a terminal or a reader of JavaScript
// would obey, and gives the text back: with a replacement character for each byte that is no text.
func marshalled(t *testing.T, text string) {
	data, err := Marshal(map[string]string{text: text}, "")
	if err != nil {
		t.Fatal(err)
	}
	var back map[string]string
	if err := json.Unmarshal(data, &back); err != nil || !utf8.Valid(data) {
		t.Fatalf("%q: %v", data, err)
	}
	if want := string([]rune(text)); back[want] != want {
		t.Errorf("%q came back as %q", want, back)
	}
	line := strings.TrimSuffix(string(data), "\n")
	if strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }) {
		t.Errorf("%q", line)
	}
}
