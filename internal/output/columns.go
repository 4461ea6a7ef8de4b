package output

import (
	"strings"

	"lossclaims/extractor/report"
)

// kind is the type of a column; every format has its own way to say it.
type kind int

const (
	textKind     kind = iota // string; "" is nothing
	wholeKind                // *int64; nil is nothing
	fractionKind             // float64
	flagKind                 // bool
	dayKind                  // string: a date, or a month or year alone; "" is nothing
	listKind                 // []string
)

// column is one column of a table: its heading, its type, and what it holds of a report or of one of its claims.
type column struct {
	name string
	kind kind
	cell func(*report.Report, *report.Claim) any
}

// claimColumns are those of the table of claims. Their order is fixed: new ones come last.
var claimColumns = []column{
	{"input", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Input }},
	{"url", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.URL }},
	{"headline", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Headline }},
	{"published", dayKind, func(r *report.Report, _ *report.Claim) any { return deref(r.Article.Published) }},
	{"date_basis", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.DateBasis }},
	{"language", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Language }},
	{"machine_translated", flagKind, func(r *report.Report, _ *report.Claim) any { return r.Article.MachineTranslated != nil }},
	{"claim_id", textKind, func(_ *report.Report, c *report.Claim) any { return c.ID }},
	{"loser", textKind, func(_ *report.Report, c *report.Claim) any { return c.Loser.Code }},
	{"loser_name", textKind, func(_ *report.Report, c *report.Claim) any { return c.Loser.Name }},
	{"category", textKind, func(_ *report.Report, c *report.Claim) any { return c.Category }},
	{"target", textKind, func(_ *report.Report, c *report.Claim) any { return c.Target.Text }},
	{"effect", textKind, func(_ *report.Report, c *report.Claim) any { return c.Effect }},
	{"quantity", textKind, func(_ *report.Report, c *report.Claim) any { return c.Quantity.Text }},
	{"mod", textKind, func(_ *report.Report, c *report.Claim) any { return c.Quantity.Mod }},
	{"value", wholeKind, func(_ *report.Report, c *report.Claim) any { return c.Quantity.Value }},
	{"low", wholeKind, func(_ *report.Report, c *report.Claim) any { return c.Quantity.Low }},
	{"high", wholeKind, func(_ *report.Report, c *report.Claim) any { return c.Quantity.High }},
	{"period", textKind, func(_ *report.Report, c *report.Claim) any { return c.Period.Type }},
	{"period_start", dayKind, func(_ *report.Report, c *report.Claim) any { return deref(c.Period.Start) }},
	{"period_end", dayKind, func(_ *report.Report, c *report.Claim) any { return deref(c.Period.End) }},
	{"as_of", dayKind, func(_ *report.Report, c *report.Claim) any { return deref(c.AsOf) }},
	{"as_of_basis", textKind, func(_ *report.Report, c *report.Claim) any { return deref(c.AsOfBasis) }},
	{"origin", listKind, func(_ *report.Report, c *report.Claim) any { return names(c, "origin") }},
	{"origin_id", listKind, func(_ *report.Report, c *report.Claim) any { return ids(c, "origin") }},
	{"relay", listKind, func(_ *report.Report, c *report.Claim) any { return names(c, "relay") }},
	{"relay_id", listKind, func(_ *report.Report, c *report.Claim) any { return ids(c, "relay") }},
	{"verification", textKind, func(_ *report.Report, c *report.Claim) any { return c.Verification.Status }},
	{"place", textKind, func(_ *report.Report, c *report.Claim) any { return deref(c.Place) }},
	{"inflicted_by", textKind, func(_ *report.Report, c *report.Claim) any { return partyCode(c.InflictedBy) }},
	{"part_of", textKind, func(_ *report.Report, c *report.Claim) any { return deref(c.PartOf) }},
	{"flags", listKind, func(_ *report.Report, c *report.Claim) any { return c.Flags }},
	{"evidence", textKind, func(_ *report.Report, c *report.Claim) any { return evidence(c) }},
	{"rule", textKind, func(_ *report.Report, c *report.Claim) any { return c.Rule }},
	{"duplicate_of", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.DuplicateOf }},
	{"period_text", textKind, func(_ *report.Report, c *report.Claim) any { return c.Period.Text }},
	{"as_of_precision", textKind, func(_ *report.Report, c *report.Claim) any { return precision(deref(c.AsOf)) }},
}

// articleColumns are those of the table of articles, failed ones included. Their order is fixed: new ones come last.
var articleColumns = []column{
	{"input", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Input }},
	{"url", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.URL }},
	{"sha256", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.SHA256 }},
	{"headline", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Headline }},
	{"author", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Author }},
	{"publisher", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Publisher }},
	{"section", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Section }},
	{"canonical", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Canonical }},
	{"published", dayKind, func(r *report.Report, _ *report.Claim) any { return deref(r.Article.Published) }},
	{"published_time", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.PublishedTime }},
	{"modified", dayKind, func(r *report.Report, _ *report.Claim) any { return deref(r.Article.Modified) }},
	{"date_basis", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.DateBasis }},
	{"language", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Language }},
	{"language_confidence", fractionKind, func(r *report.Report, _ *report.Claim) any { return r.Article.LanguageConfidence }},
	{"machine_translated", flagKind, func(r *report.Report, _ *report.Claim) any { return r.Article.MachineTranslated != nil }},
	{"translated_from", textKind, func(r *report.Report, _ *report.Claim) any { return translatedFrom(&r.Article) }},
	{"duplicate_of", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.DuplicateOf }},
	{"claims", wholeKind, func(r *report.Report, _ *report.Claim) any { return count(r.Claims) }},
	{"warnings", listKind, func(r *report.Report, _ *report.Claim) any { return warnings(r) }},
	{"error", textKind, func(r *report.Report, _ *report.Claim) any { return errorKind(r) }},
	{"error_message", textKind, func(r *report.Report, _ *report.Claim) any { return errorMessage(r) }},
	{"text", textKind, func(r *report.Report, _ *report.Claim) any { return r.Article.Text }},
}

// Columns are the headings of the table of claims, in order.
func Columns() []string { return headings(claimColumns) }

// ArticleColumns are the headings of the table of articles, in order.
func ArticleColumns() []string { return headings(articleColumns) }

func headings(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// precision says whether a date is a day, a month or a year.
func precision(date string) string {
	return map[int]string{len("2006-01-02"): "day", len("2006-01"): "month", len("2006"): "year"}[len(date)]
}

func count(claims []report.Claim) *int64 {
	n := int64(len(claims))
	return &n
}

func partyCode(p *report.Party) string {
	if p == nil {
		return ""
	}
	return p.Code
}

func names(c *report.Claim, role string) []string {
	return attributions(c, role, func(a report.Attribution) string { return a.Name })
}

func ids(c *report.Claim, role string) []string {
	return attributions(c, role, func(a report.Attribution) string { return a.ID })
}

func attributions(c *report.Claim, role string, part func(report.Attribution) string) []string {
	var parts []string
	for _, a := range c.Attribution {
		if a.Role == role {
			parts = append(parts, part(a))
		}
	}
	return parts
}

// evidence is the first place that states the claim.
func evidence(c *report.Claim) string {
	if len(c.Evidence) == 0 {
		return ""
	}
	return c.Evidence[0].Exact
}

func translatedFrom(a *report.Article) string {
	if a.MachineTranslated == nil {
		return ""
	}
	return a.MachineTranslated.From
}

func warnings(r *report.Report) []string {
	var out []string
	for _, w := range r.Warnings {
		out = append(out, w.Kind+": "+w.Message)
	}
	return out
}

func errorKind(r *report.Report) string {
	if r.Error == nil {
		return ""
	}
	return r.Error.Kind
}

func errorMessage(r *report.Report) string {
	if r.Error == nil {
		return ""
	}
	return r.Error.Message
}

// joined is a list in one cell.
func joined(parts []string) string { return strings.Join(parts, "; ") }
