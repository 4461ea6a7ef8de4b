package output

import (
	"fmt"
	"io"
	"reflect"
	"time"

	"github.com/parquet-go/parquet-go"

	"lossclaims/extractor/report"
)

// rowsPerGroup bounds what a Parquet file holds in memory before it is written: some megabytes.
const rowsPerGroup = 10_000

// parquetPrinter prints claims and articles as two Parquet files.
type parquetPrinter struct {
	claims, articles *parquetTable
}

func newParquet(claims, articles io.Writer) Printer {
	return &parquetPrinter{newParquetTable("claim", claims, claimColumns), newParquetTable("article", articles, articleColumns)}
}

func (p *parquetPrinter) Print(r *report.Report) error {
	for i := range r.Claims {
		if err := p.claims.add(r, &r.Claims[i]); err != nil {
			return err
		}
	}
	return p.articles.add(r, nil)
}

func (p *parquetPrinter) Close() error {
	if err := p.claims.out.Close(); err != nil {
		return err
	}
	return p.articles.out.Close()
}

// parquetTable writes one file. Its leaf columns are numbered as the columns are, since each has one leaf.
type parquetTable struct {
	columns []column
	out     *parquet.GenericWriter[any]
	row     parquet.Row // reused
}

func newParquetTable(name string, w io.Writer, columns []column) *parquetTable {
	// A schema made from a struct keeps the order of its fields; one made from parquet.Group would sort them.
	fields := make([]reflect.StructField, len(columns))
	for i, c := range columns {
		fields[i] = parquetField(i, c)
	}
	schema := parquet.NewSchema(name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
	return &parquetTable{columns: columns, out: parquet.NewGenericWriter[any](w, schema,
		parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowsPerGroup), parquet.CreatedBy("lossclaims", report.SchemaVersion, ""))}
}

// parquetField is the type of a column: what may be missing is optional, a list is a LIST of strings.
func parquetField(n int, c column) reflect.StructField {
	field := func(v any, tag string) reflect.StructField {
		return reflect.StructField{Name: fmt.Sprintf("F%d", n), Type: reflect.TypeOf(v),
			Tag: reflect.StructTag(fmt.Sprintf("parquet:%q", c.name+tag))}
	}
	switch c.kind {
	case wholeKind:
		return field(int64(0), ",optional")
	case fractionKind:
		return field(float64(0), "")
	case flagKind:
		return field(false, "")
	case dayKind:
		return field(int32(0), ",optional,date")
	case listKind:
		return field([]string{}, ",list")
	}
	return field("", ",optional,dict")
}

// add writes one row.
func (t *parquetTable) add(r *report.Report, c *report.Claim) error {
	t.row = t.row[:0]
	for i, col := range t.columns {
		t.row = appendParquet(t.row, i, col, col.cell(r, c))
	}
	_, err := t.out.WriteRows([]parquet.Row{t.row})
	return err
}

// appendParquet adds a column's value to a row, at the levels that say what is missing and what goes on a list.
func appendParquet(row parquet.Row, n int, c column, value any) parquet.Row {
	leaf := func(repetition, definition int, v parquet.Value) {
		row = append(row, v.Level(repetition, definition, n))
	}
	optional := func(there bool, v func() parquet.Value) {
		if there {
			leaf(0, 1, v())
			return
		}
		leaf(0, 0, parquet.NullValue())
	}
	switch v := value.(type) {
	case string:
		if c.kind == dayKind {
			days, ok := epochDays(v, c.name == "period_start")
			optional(ok, func() parquet.Value { return parquet.Int32Value(days) })
			break
		}
		optional(v != "", func() parquet.Value { return parquet.ByteArrayValue([]byte(v)) })
	case *int64:
		optional(v != nil, func() parquet.Value { return parquet.Int64Value(*v) })
	case float64:
		leaf(0, 0, parquet.DoubleValue(v))
	case bool:
		leaf(0, 0, parquet.BooleanValue(v))
	case []string:
		optional(len(v) > 0, func() parquet.Value { return parquet.ByteArrayValue([]byte(v[0])) })
		for i := 1; i < len(v); i++ {
			leaf(1, 1, parquet.ByteArrayValue([]byte(v[i])))
		}
	}
	return row
}

// epochDays are the days from 1970 to a date. A month or year alone is its last day, or its first where a stretch
// begins with it.
func epochDays(date string, first bool) (int32, bool) {
	var after [3]int // the years, months and days that lead to the day after
	layout := ""
	switch len(date) {
	case len("2006"):
		layout, after = "2006", [3]int{1, 0, 0}
	case len("2006-01"):
		layout, after = "2006-01", [3]int{0, 1, 0}
	default:
		layout, after = time.DateOnly, [3]int{0, 0, 1}
	}
	t, err := time.Parse(layout, date)
	if err != nil {
		return 0, false
	}
	if !first {
		t = t.AddDate(after[0], after[1], after[2]).AddDate(0, 0, -1)
	}
	return int32(t.Unix() / (24 * 60 * 60)), true
}
