package output

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"lossclaims/extractor/report"
)

// rowPrinter prints one row a claim and, where there is a second writer, one row an article. A failed article has no
// row among the claims: without the second table the caller tells of it elsewhere.
type rowPrinter struct {
	claims, articles rowWriter
	begun            bool
}

// rowWriter writes the cells of a row.
type rowWriter func(cells []string) error

// newRows prints the claims to claims and the articles to articles, which may be nil, in a format of rows.
func newRows(format string, claims, articles io.Writer) Printer {
	row := newCSV
	if format == "tsv" {
		row = newTSV
	}
	p := &rowPrinter{claims: row(claims)}
	if articles != nil {
		p.articles = row(articles)
	}
	return p
}

func newCSV(w io.Writer) rowWriter {
	out := csv.NewWriter(w)
	return func(cells []string) error {
		if err := out.Write(cells); err != nil {
			return err
		}
		out.Flush() // row by row, so that a reader downstream sees what is done
		return out.Error()
	}
}

// newTSV writes cells as they are between tabs, without quotes: they hold no tabs and no line ends.
func newTSV(w io.Writer) rowWriter {
	return func(cells []string) error {
		_, err := io.WriteString(w, strings.Join(cells, "\t")+"\n")
		return err
	}
}

func (p *rowPrinter) Print(r *report.Report) error {
	if err := p.header(); err != nil {
		return err
	}
	for i := range r.Claims {
		if err := p.claims(cells(claimColumns, r, &r.Claims[i])); err != nil {
			return err
		}
	}
	if p.articles == nil {
		return nil
	}
	return p.articles(cells(articleColumns, r, nil))
}

func (p *rowPrinter) header() error {
	if p.begun {
		return nil
	}
	p.begun = true
	if p.articles != nil {
		if err := p.articles(ArticleColumns()); err != nil {
			return err
		}
	}
	return p.claims(Columns())
}

func (p *rowPrinter) Close() error { return p.header() }

// cells are those of a row, each safe for a spreadsheet.
func cells(columns []column, r *report.Report, c *report.Claim) []string {
	out := make([]string, len(columns))
	for i, col := range columns {
		out[i] = Cell(plainText(col.cell(r, c)))
	}
	return out
}

// plainText writes the value of a column as text.
func plainText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case *int64:
		return number(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return yes(v)
	case []string:
		return joined(v)
	}
	panic("a column of a type that no format knows")
}

// Cell makes a text safe for a spreadsheet: it is cleaned as by Clean, and one that a spreadsheet would compute as a formula gets
// a leading apostrophe.
func Cell(s string) string {
	dangerous := s != "" && strings.ContainsAny(s[:1], "\t\r\n")
	s = Clean(s)
	if dangerous || strings.HasPrefix(s, "=") || strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") ||
		strings.HasPrefix(s, "@") || startsWithWideSign(s) {
		return "'" + s
	}
	return s
}

// startsWithWideSign is about the full-width forms of the formula signs, which some spreadsheets read alike.
func startsWithWideSign(s string) bool {
	for _, r := range s {
		return strings.ContainsRune("＝＋－＠", r)
	}
	return false
}

func number(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
