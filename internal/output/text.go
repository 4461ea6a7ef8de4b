package output

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lossclaims/extractor/report"
)

// textPrinter prints what an analyst reads in a terminal: the article in a few lines, its claims as a table, and what
// stays doubtful.
type textPrinter struct {
	w     io.Writer
	opts  Options
	begun bool
}

func (p *textPrinter) Print(r *report.Report) error {
	var b strings.Builder
	if p.begun {
		b.WriteString("\n")
	}
	p.begun = true
	p.article(&b, r)
	p.claims(&b, r)
	p.notices(&b, r)
	p.explain(&b, r)
	p.text(&b, r)
	_, err := io.WriteString(p.w, b.String())
	return err
}

func (p *textPrinter) Close() error { return nil }

// article prints the headline and, under it, what is known of the article.
func (p *textPrinter) article(b *strings.Builder, r *report.Report) {
	a := &r.Article
	headline := Clean(a.Headline)
	if headline == "" {
		headline = Clean(a.Input)
	}
	p.paragraph(b, bold, "", headline)
	var facts []string
	if r.Error == nil || a.Published != nil {
		facts = append(facts, dateLine(a))
	}
	if a.Language != "" {
		facts = append(facts, languageLine(a))
	}
	facts = append(facts, nonEmpty(Clean(a.Publisher))...)
	if len(facts) > 0 {
		p.paragraph(b, plainStyle, "", strings.Join(facts, " · "))
	}
	where := slices.Compact(append(nonEmpty(Clean(a.Input)), nonEmpty(Clean(a.URL))...))
	if line := strings.Join(where, " · "); line != headline {
		fmt.Fprintln(b, p.style(dim, line)) // never wrapped: addresses are copied
	}
	if a.DuplicateOf != "" {
		p.paragraph(b, plainStyle, "", "the same bytes as "+Clean(a.DuplicateOf))
	}
}

func dateLine(a *report.Article) string {
	if a.Published == nil {
		return "no date"
	}
	return fmt.Sprintf("%s (%s)", Clean(*a.Published), dateBasis(a.DateBasis))
}

// dateBasis words where the date comes from.
func dateBasis(basis string) string {
	switch basis {
	case "input":
		return "given"
	case "none", "":
		return "basis unknown"
	}
	return "from " + Clean(basis)
}

func languageLine(a *report.Article) string {
	line := languageName(a.Language)
	if a.MachineTranslated != nil {
		line += ", machine-translated"
		if a.MachineTranslated.From != "" {
			line += " from " + languageName(a.MachineTranslated.From)
		}
	}
	return line
}

// languageName is the English name of a language code; the code itself where there is none.
func languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return Clean(code)
	}
	return display.English.Tags().Name(tag)
}

func (p *textPrinter) claims(b *strings.Builder, r *report.Report) {
	switch {
	case r.Error != nil:
		return
	case len(r.Claims) == 0:
		fmt.Fprintln(b, "\nno loss claims")
		return
	}
	quantities := make(map[string]string, len(r.Claims))
	for i := range r.Claims {
		quantities[r.Claims[i].ID] = howMany(&r.Claims[i].Quantity)
	}
	t := table{heads: []string{"whose", "what", "effect", "how many", "period", "as of", "who says", "caveat"},
		right: 3, whole: []int{3, 4, 5}}
	for i := range r.Claims {
		c := &r.Claims[i]
		t.rows = append(t.rows, []string{whose(c), what(c), words(c.Effect), howMany(&c.Quantity), c.Period.Type,
			deref(c.AsOf), whoSays(c), caveat(c, quantities)})
	}
	b.WriteString("\n")
	t.print(b, p.opts.Width, func(head string) string { return p.style(bold, head) })
}

func (p *textPrinter) notices(b *strings.Builder, r *report.Report) {
	if r.Error != nil {
		p.paragraph(b, red, "  ", "error "+Clean(r.Error.Kind)+": "+Clean(r.Error.Message))
	}
	if len(r.Warnings) > 0 {
		b.WriteString("\n")
	}
	for _, w := range r.Warnings {
		p.paragraph(b, yellow, "  ", "warning "+Clean(w.Kind)+": "+Clean(w.Message))
	}
}

// explain prints the parts of each claim and the numbers that became none.
func (p *textPrinter) explain(b *strings.Builder, r *report.Report) {
	if r.Explain == nil {
		return
	}
	for i, c := range r.Explain.Claims {
		fmt.Fprintf(b, "\nclaim %d: %s\n", i+1, summary(r, c.ID))
		t := table{heads: []string{"  part", "words", "read as", "rule"}, right: -1}
		for _, part := range c.Parts {
			t.rows = append(t.rows, []string{"  " + part.Kind, part.Text, attrs(part.Attrs), part.Rule})
		}
		t.print(b, p.opts.Width, func(head string) string { return p.style(dim, head) })
	}
	if len(r.Explain.NearMisses) > 0 {
		b.WriteString("\nnear misses\n")
	}
	for _, m := range r.Explain.NearMisses {
		p.paragraph(b, plainStyle, "    ", fmt.Sprintf("  %s: %s: “%s”", Clean(m.Text), Clean(m.Reason), Clean(m.Sentence)))
	}
}

// summary names a claim in a few words.
func summary(r *report.Report, id string) string {
	for i := range r.Claims {
		if c := &r.Claims[i]; c.ID == id {
			return strings.Join([]string{whose(c), howMany(&c.Quantity), what(c), words(c.Effect)}, " ")
		}
	}
	return Clean(id)
}

// attrs prints what a part was read as, in the order of the names.
func attrs(m map[string]string) string {
	var parts []string
	for k, v := range m {
		parts = append(parts, k+"="+v)
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

// text prints the article's blocks as paragraphs.
func (p *textPrinter) text(b *strings.Builder, r *report.Report) {
	runes := []rune(r.Article.Text)
	for _, block := range r.Article.Blocks {
		if block.Start < 0 || block.Start > block.End || block.End > len(runes) {
			continue
		}
		b.WriteString("\n")
		p.paragraph(b, plainStyle, "", Clean(string(runes[block.Start:block.End])))
	}
}

// paragraph prints one text, wrapped to the terminal, further lines indented.
func (p *textPrinter) paragraph(b *strings.Builder, s style, indent, text string) {
	lines := wrap(text, p.opts.Width)
	if p.opts.Width > 0 && len(lines) > 1 && indent != "" {
		rest := strings.TrimPrefix(text, lines[0])
		lines = append(lines[:1], wrap(strings.TrimSpace(rest), p.opts.Width-len(indent))...)
	}
	for i, line := range lines {
		if i > 0 {
			line = indent + line
		}
		fmt.Fprintln(b, p.style(s, line))
	}
}

// style is the SGR parameter of a terminal for a text; "" is none.
type style string

const (
	plainStyle style = ""
	bold       style = "1"
	dim        style = "2"
	red        style = "31"
	yellow     style = "33"
)

func (p *textPrinter) style(s style, text string) string {
	if !p.opts.Color || s == plainStyle || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// words turns a value of the contract into words: armoured_vehicles, aircraft+helicopters.
func words(value string) string {
	return strings.NewReplacer("_", " ", "+", " and ").Replace(Clean(value))
}

func whose(c *report.Claim) string {
	if c.Loser.Name == "" || c.Loser.Code == "unknown" {
		return words(c.Loser.Code)
	}
	return Clean(c.Loser.Name)
}

// what is the category and, where they say more, the article's own words.
func what(c *report.Claim) string {
	category, target := words(c.Category), Clean(c.Target.Text)
	if target == "" || strings.EqualFold(target, category) {
		return category
	}
	return fmt.Sprintf("%s (%s)", category, target)
}

// howMany prints a figure with the sign of its bound; for a vague one the article's word and the bound it stands for.
func howMany(q *report.Quantity) string {
	switch q.Mod {
	case "exact":
		return grouped(q.Value)
	case "about":
		return "~ " + grouped(q.Value)
	case "at_least":
		return "≥ " + grouped(q.Value)
	case "more_than":
		return "> " + grouped(q.Value)
	case "at_most":
		return "≤ " + grouped(q.Value)
	case "less_than":
		return "< " + grouped(q.Value)
	case "between":
		return grouped(q.Low) + "–" + grouped(q.High)
	}
	return fmt.Sprintf("%s (%s+)", Clean(q.Text), grouped(q.Low))
}

// grouped prints a number with commas; "?" where there is none.
func grouped(n *int64) string {
	if n == nil {
		return "?"
	}
	digits := strconv.FormatInt(*n, 10)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// whoSays names the origins and, after "via", those who passed the figure on.
func whoSays(c *report.Claim) string {
	origin, relay := joined(names(c, "origin")), joined(names(c, "relay"))
	switch {
	case origin == "" && relay == "":
		return "the article"
	case relay == "":
		return origin
	case origin == "":
		return "via " + relay
	}
	return origin + ", via " + relay
}

// caveat is the article's doubt, then the extractor's.
func caveat(c *report.Claim, quantities map[string]string) string {
	var parts []string
	if s := c.Verification.Status; s != "none" && s != "" {
		parts = append(parts, words(s))
	}
	if c.PartOf != nil {
		parts = append(parts, strings.TrimSpace("part of "+quantities[*c.PartOf]))
	}
	for _, flag := range c.Flags {
		parts = append(parts, words(flag))
	}
	return strings.Join(parts, "; ")
}
