package output

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"lossclaims/extractor/report"
)

// written prints reports to a file in a folder of its own and returns the name.
func written(t *testing.T, name string, reports ...*report.Report) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	sink, err := Open(path, nil, Options{Format: FormatOf(name)})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if err := sink.Print(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := sink.Commit(); err != nil {
		t.Fatal(err)
	}
	return path
}

// series is a report of one article with the figures of a day: a running total, its rise, and a part of it.
func series(input, day, source string, total, rise int64) *report.Report {
	r := sample()
	r.Article.Input, r.Article.SHA256, r.Article.Published = input, fmt.Sprintf("%064x", total), &day
	exact := func(v int64) report.Quantity {
		return report.Quantity{Text: fmt.Sprint(v), Value: n(v), Low: n(v), High: n(v), Mod: "exact"}
	}
	claim := func(id string, period report.Period, v int64) report.Claim {
		c := sample().Claims[0]
		c.ID, c.Quantity, c.Period, c.AsOf = input+id, exact(v), period, &day
		c.Attribution = []report.Attribution{{Role: "origin", Name: "somebody", ID: source}}
		return c
	}
	start := "2022-02-24"
	whole := claim("total", report.Period{Type: "cumulative", Start: &start}, total)
	part := claim("part", report.Period{Type: "cumulative", Start: &start}, 3)
	part.PartOf = &whole.ID
	r.Claims = []report.Claim{whole, claim("rise", report.Period{Type: "interval", End: &day}, rise), part}
	return r
}

func TestSQLite(t *testing.T) {
	failed := report.Failed("gone.html", "unreadable", "no such file")
	copied := series("copy", "2023-03-09", "ukr-mod", 999, 9)
	copied.Article.DuplicateOf = "mon"
	path := written(t, "claims.db", series("mon", "2023-03-06", "ukr-mod", 100, 5), series("tue", "2023-03-07", "ukr-mod", 104, 4),
		series("other", "2023-03-07", "oryx", 80, 2), failed, copied)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]string{
		"SELECT count(*), count(error) FROM articles":                                                         "5 1",
		"SELECT input, published, claims, machine_translated, translated_from FROM articles LIMIT 1":          "mon 2023-03-06 3 1 es",
		"SELECT input, error, error_message, url FROM articles WHERE error IS NOT NULL":                       "gone.html unreadable no such file <nil>",
		"SELECT count(*) FROM claims":                                                                         "12",
		"SELECT count(*) FROM statements":                                                                     "6",
		"SELECT source, value, as_of FROM latest_totals ORDER BY source":                                      "oryx 80 2023-03-07|ukr-mod 104 2023-03-07",
		"SELECT day, figure, value, articles FROM daily_series WHERE source = 'ukr-mod' ORDER BY figure, day": "2023-03-06 day 5 1|2023-03-07 day 4 1|2023-03-06 total 100 1|2023-03-07 total 104 1",
		"SELECT period, source_a, quantity_a, source_b, quantity_b FROM contradictions ORDER BY period":       "cumulative oryx 80 ukr-mod 104|interval oryx 2 ukr-mod 4",
		"SELECT count(*) FROM pragma_index_list('claims')":                                                    "5",
		"PRAGMA integrity_check":                                                                              "ok",
		"SELECT typeof(value), typeof(as_of), typeof(place) FROM claims LIMIT 1":                              "integer text null",
	} {
		if got := selected(t, db, query); got != want {
			t.Errorf("%s:\n got %s\nwant %s", query, got, want)
		}
	}
}

// selected is the result of a query: cells between spaces, rows between bars.
func selected(t *testing.T, db *sql.DB, query string) string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	var out []string
	for rows.Next() {
		cells := make([]any, len(columns))
		for i := range cells {
			cells[i] = new(any)
		}
		if err := rows.Scan(cells...); err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, c := range cells {
			words = append(words, fmt.Sprint(*c.(*any)))
		}
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, "|")
}

// TestViewsNeverAdd reads the views: adding is what SQL calls sum, total and avg.
func TestViewsNeverAdd(t *testing.T) {
	views := strings.ToLower(sqliteViews)
	for _, function := range []string{"sum(", "total(", "avg("} {
		if strings.Contains(views, function) {
			t.Errorf("a view uses %s)", function)
		}
	}
}

func TestContradictions(t *testing.T) {
	bounds := func(mod string, value, low, high *int64) report.Quantity {
		return report.Quantity{Text: mod, Mod: mod, Value: value, Low: low, High: high}
	}
	cases := []struct {
		name string
		a, b report.Quantity
		want string
	}{
		{"equal", bounds("exact", n(7), n(7), n(7)), bounds("exact", n(7), n(7), n(7)), "0"},
		{"other", bounds("exact", n(7), n(7), n(7)), bounds("exact", n(8), n(8), n(8)), "1"},
		{"more than the same", bounds("exact", n(7), n(7), n(7)), bounds("more_than", n(7), n(7), nil), "1"},
		{"at least the same", bounds("exact", n(7), n(7), n(7)), bounds("at_least", n(7), n(7), nil), "0"},
		{"fewer than the same", bounds("exact", n(7), n(7), n(7)), bounds("less_than", n(7), nil, n(7)), "1"},
		{"within", bounds("exact", n(45), n(45), n(45)), bounds("between", nil, n(40), n(50)), "0"},
		{"nearly", bounds("about", n(100), nil, nil), bounds("exact", n(104), n(104), n(104)), "0"},
		{"not nearly", bounds("about", n(100), nil, nil), bounds("exact", n(140), n(140), n(140)), "1"},
		{"dozens", bounds("vague", nil, n(24), nil), bounds("exact", n(7), n(7), n(7)), "1"},
	}
	for _, c := range cases {
		a, b := series("a", "2023-03-07", "ukr-mod", 1, 1), series("b", "2023-03-07", "rus-mod", 2, 1)
		a.Claims, b.Claims = a.Claims[:1], b.Claims[:1]
		a.Claims[0].Quantity, b.Claims[0].Quantity = c.a, c.b
		db, err := sql.Open("sqlite", written(t, "x.sqlite", a, b))
		if err != nil {
			t.Fatal(err)
		}
		if got := selected(t, db, "SELECT count(*) FROM contradictions"); got != c.want {
			t.Errorf("%s: %s pairs, want %s", c.name, got, c.want)
		}
		db.Close()
	}
	alone := series("a", "2023-03-07", "ukr-mod", 1, 1)
	other := alone.Claims[0]
	other.Quantity, other.Target.Text = bounds("exact", n(9), n(9), n(9)), "others"
	alone.Claims = append(alone.Claims[:1], other)
	db, err := sql.Open("sqlite", written(t, "x.sqlite", alone))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if got := selected(t, db, "SELECT count(*) FROM contradictions"); got != "0" {
		t.Errorf("one source in one article: %s pairs", got)
	}
}

func TestParquet(t *testing.T) {
	r := sample()
	r.Claims[1].AsOf, r.Claims[1].Period.Start = text("2023-02"), text("2023-02")
	path := written(t, "x.parquet", r, report.Failed("gone.html", "unreadable", "no such file"))
	claims := parquetRows(t, path, Columns())
	if len(claims) != 4 {
		t.Fatalf("%d rows", len(claims))
	}
	for column, want := range map[string]any{"input": "pages/a.html", "value": int64(1000), "high": nil, "machine_translated": true,
		"published": "2023-02-07", "as_of": "2023-02-07", "period_start": "2022-02-24", "place": nil, "flags": "",
		"origin": "General Staff of the Armed Forces of Ukraine", "relay_id": "reuters"} {
		if got := claims[0][column]; got != want {
			t.Errorf("%s: %v (%T), want %v", column, got, got, want)
		}
	}
	if c := claims[1]; c["as_of"] != "2023-02-28" || c["period_start"] != "2023-02-01" || c["as_of_precision"] != "month" {
		t.Errorf("a month: %v", c)
	}
	articles := parquetRows(t, strings.TrimSuffix(path, ".parquet")+".articles.parquet", ArticleColumns())
	if len(articles) != 2 || articles[1]["error"] != "unreadable" || articles[0]["claims"] != int64(4) ||
		articles[0]["language_confidence"] != 0.99 || articles[0]["warnings"] != "text_incomplete: a table was left out" {
		t.Errorf("articles: %v", articles)
	}
}

// parquetRows reads a file as the library's generic reader does, by the types that the file states; lists are joined.
func parquetRows(t *testing.T, path string, columns []string) []map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range file.Schema().Fields() {
		names = append(names, f.Name())
	}
	if !slices.Equal(names, columns) {
		t.Fatalf("columns %v, want %v", names, columns)
	}
	reader := parquet.NewGenericReader[any](file)
	defer reader.Close()
	var out []map[string]any
	for {
		rows := make([]any, 16)
		k, err := reader.Read(rows)
		for _, row := range rows[:k] {
			out = append(out, plainRow(file.Schema(), row.(map[string]any)))
		}
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func plainRow(schema *parquet.Schema, row map[string]any) map[string]any {
	for _, f := range schema.Fields() {
		switch v := row[f.Name()].(type) {
		case []byte:
			row[f.Name()] = string(v)
		case int32:
			if f.Type().String() == "DATE" {
				row[f.Name()] = time.Unix(int64(v)*24*60*60, 0).UTC().Format(time.DateOnly)
			}
		case []any:
			var parts []string
			for _, e := range v {
				parts = append(parts, fmt.Sprint(e))
			}
			row[f.Name()] = strings.Join(parts, "; ")
		}
	}
	return row
}

// TestParquetElsewhere reads the files by other programs than the one that wrote them.
func TestParquetElsewhere(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no Python here")
	}
	path := written(t, "x.parquet", sample(), report.Failed("gone.html", "unreadable", "no such file"))
	scripts := map[string]string{
		"duckdb": `import duckdb, sys
r = duckdb.sql(f"SELECT input, value, CAST(as_of AS VARCHAR), origin[1], typeof(as_of), typeof(origin), typeof(value) FROM '{sys.argv[1]}'").fetchall()
print(len(r), *r[0], sep="|")`,
		"pyarrow": `import pyarrow.parquet as p, sys
t = p.read_table(sys.argv[1]); r = t.to_pylist()[0]
print(len(t), r["input"], r["value"], r["as_of"], r["origin"][0], "DATE", "VARCHAR[]", "BIGINT", sep="|")`,
	}
	tried := 0
	for module, script := range scripts {
		if exec.Command(python, "-c", "import "+module).Run() != nil {
			continue
		}
		tried++
		out, err := exec.Command(python, "-c", script, path).CombinedOutput()
		want := "4|pages/a.html|1000|2023-02-07|General Staff of the Armed Forces of Ukraine|DATE|VARCHAR[]|BIGINT"
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s: %v\n got %s\nwant %s", module, err, got, want)
		}
	}
	if tried == 0 {
		t.Skip("neither duckdb nor pyarrow here")
	}
}

// TestParquetInGroups holds that a long table is written group by group, not at its end.
func TestParquetInGroups(t *testing.T) {
	var claims, articles bytes.Buffer
	p := newParquet(&claims, &articles)
	r := sample()
	for range rowsPerGroup {
		if err := p.Print(r); err != nil {
			t.Fatal(err)
		}
	}
	if claims.Len() == 0 {
		t.Error("nothing is written before the end")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(claims.Bytes()), int64(claims.Len()))
	if err != nil || file.NumRows() != 4*rowsPerGroup || len(file.RowGroups()) != 4 {
		t.Errorf("%v: %d rows in %d groups", err, file.NumRows(), len(file.RowGroups()))
	}
}

func TestArticleRows(t *testing.T) {
	path := written(t, "x.csv", sample(), report.Failed("=gone.html", "unreadable", "no such file"))
	data, err := os.ReadFile(strings.TrimSuffix(path, ".csv") + ".articles.csv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(table) != 3 || !slices.Equal(table[0], ArticleColumns()) || table[2][0] != "'=gone.html" {
		t.Errorf("%v: %q", err, table)
	}
}

func TestCompressed(t *testing.T) {
	want := printed(t, Options{Format: "jsonl"}, sample(), sample())
	for ending, tool := range map[string]string{".gz": "gzip", ".zst": "zstd"} {
		path := written(t, "x.jsonl"+ending, sample(), sample())
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if got := decompressed(t, ending, file); got != want {
			t.Errorf("%s: %d bytes, want %d", ending, len(got), len(want))
		}
		if _, err := exec.LookPath(tool); err != nil {
			continue
		}
		if out, err := exec.Command(tool, "-dc", path).Output(); err != nil || string(out) != want {
			t.Errorf("%s: %v, %d bytes, want %d", tool, err, len(out), len(want))
		}
	}
	var r report.Report
	if err := json.Unmarshal([]byte(strings.SplitN(want, "\n", 2)[0]), &r); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"x.parquet.gz", "x.db.zst"} {
		if _, err := Open(filepath.Join(t.TempDir(), name), nil, Options{Format: FormatOf(name)}); err == nil || !strings.Contains(err.Error(), "leave out") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
