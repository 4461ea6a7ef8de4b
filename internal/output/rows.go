package output

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"lossclaims/extractor/report"
)

// column is one column of the CSV and TSV formats: its heading and what it holds of a claim.
type column struct {
	name string
	cell func(*report.Article, *report.Claim) string
}

// columns are those of the CSV and TSV formats, one row a claim. Their order is fixed: new ones come last.
var columns = []column{
	{"input", func(a *report.Article, _ *report.Claim) string { return a.Input }},
	{"url", func(a *report.Article, _ *report.Claim) string { return a.URL }},
	{"headline", func(a *report.Article, _ *report.Claim) string { return a.Headline }},
	{"published", func(a *report.Article, _ *report.Claim) string { return deref(a.Published) }},
	{"date_basis", func(a *report.Article, _ *report.Claim) string { return a.DateBasis }},
	{"language", func(a *report.Article, _ *report.Claim) string { return a.Language }},
	{"machine_translated", func(a *report.Article, _ *report.Claim) string { return yes(a.MachineTranslated != nil) }},
	{"claim_id", func(_ *report.Article, c *report.Claim) string { return c.ID }},
	{"loser", func(_ *report.Article, c *report.Claim) string { return c.Loser.Code }},
	{"loser_name", func(_ *report.Article, c *report.Claim) string { return c.Loser.Name }},
	{"category", func(_ *report.Article, c *report.Claim) string { return c.Category }},
	{"target", func(_ *report.Article, c *report.Claim) string { return c.Target.Text }},
	{"effect", func(_ *report.Article, c *report.Claim) string { return c.Effect }},
	{"quantity", func(_ *report.Article, c *report.Claim) string { return c.Quantity.Text }},
	{"mod", func(_ *report.Article, c *report.Claim) string { return c.Quantity.Mod }},
	{"value", func(_ *report.Article, c *report.Claim) string { return number(c.Quantity.Value) }},
	{"low", func(_ *report.Article, c *report.Claim) string { return number(c.Quantity.Low) }},
	{"high", func(_ *report.Article, c *report.Claim) string { return number(c.Quantity.High) }},
	{"period", func(_ *report.Article, c *report.Claim) string { return c.Period.Type }},
	{"period_start", func(_ *report.Article, c *report.Claim) string { return deref(c.Period.Start) }},
	{"period_end", func(_ *report.Article, c *report.Claim) string { return deref(c.Period.End) }},
	{"as_of", func(_ *report.Article, c *report.Claim) string { return deref(c.AsOf) }},
	{"as_of_basis", func(_ *report.Article, c *report.Claim) string { return deref(c.AsOfBasis) }},
	{"origin", func(_ *report.Article, c *report.Claim) string { return names(c, "origin") }},
	{"origin_id", func(_ *report.Article, c *report.Claim) string { return ids(c, "origin") }},
	{"relay", func(_ *report.Article, c *report.Claim) string { return names(c, "relay") }},
	{"relay_id", func(_ *report.Article, c *report.Claim) string { return ids(c, "relay") }},
	{"verification", func(_ *report.Article, c *report.Claim) string { return c.Verification.Status }},
	{"place", func(_ *report.Article, c *report.Claim) string { return deref(c.Place) }},
	{"inflicted_by", func(_ *report.Article, c *report.Claim) string { return partyCode(c.InflictedBy) }},
	{"part_of", func(_ *report.Article, c *report.Claim) string { return deref(c.PartOf) }},
	{"flags", func(_ *report.Article, c *report.Claim) string { return strings.Join(c.Flags, "; ") }},
	{"evidence", func(_ *report.Article, c *report.Claim) string { return evidence(c) }},
	{"rule", func(_ *report.Article, c *report.Claim) string { return c.Rule }},
}

// Columns are the headings of the CSV and TSV formats, in order.
func Columns() []string {
	headings := make([]string, len(columns))
	for i, c := range columns {
		headings[i] = c.name
	}
	return headings
}

// rowPrinter prints one row a claim. A failed article has no row: the caller tells of it elsewhere.
type rowPrinter struct {
	write func(cells []string) error
	begun bool
}

func newCSV(w io.Writer) Printer {
	out := csv.NewWriter(w)
	return &rowPrinter{write: func(cells []string) error {
		if err := out.Write(cells); err != nil {
			return err
		}
		out.Flush() // row by row, so that a reader downstream sees what is done
		return out.Error()
	}}
}

// newTSV prints cells as they are between tabs, without quotes: they hold no tabs and no line ends.
func newTSV(w io.Writer) Printer {
	return &rowPrinter{write: func(cells []string) error {
		_, err := io.WriteString(w, strings.Join(cells, "\t")+"\n")
		return err
	}}
}

func (p *rowPrinter) Print(r *report.Report) error {
	if err := p.header(); err != nil {
		return err
	}
	for i := range r.Claims {
		cells := make([]string, len(columns))
		for k, c := range columns {
			cells[k] = Cell(c.cell(&r.Article, &r.Claims[i]))
		}
		if err := p.write(cells); err != nil {
			return err
		}
	}
	return nil
}

func (p *rowPrinter) header() error {
	if p.begun {
		return nil
	}
	p.begun = true
	return p.write(Columns())
}

func (p *rowPrinter) Close() error { return p.header() }

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

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
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

func partyCode(p *report.Party) string {
	if p == nil {
		return ""
	}
	return p.Code
}

func names(c *report.Claim, role string) string {
	return attributions(c, role, func(a report.Attribution) string { return a.Name })
}

func ids(c *report.Claim, role string) string {
	return attributions(c, role, func(a report.Attribution) string { return a.ID })
}

func attributions(c *report.Claim, role string, part func(report.Attribution) string) string {
	var parts []string
	for _, a := range c.Attribution {
		if a.Role == role {
			parts = append(parts, part(a))
		}
	}
	return strings.Join(parts, "; ")
}

// evidence is the first place that states the claim.
func evidence(c *report.Claim) string {
	if len(c.Evidence) == 0 {
		return ""
	}
	return c.Evidence[0].Exact
}
