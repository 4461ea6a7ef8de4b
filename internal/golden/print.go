package golden

import (
	"fmt"
	"io"
	"strings"

	"lossclaims/extractor/report"
	"lossclaims/internal/output"
)

// Print writes what differs for a person to read; nothing where nothing differs.
func (r *Result) Print(w io.Writer) {
	if r.Same() {
		return
	}
	fmt.Fprintln(w, r.Article.Name)
	if r.Missing {
		fmt.Fprintf(w, "  no golden file: check what follows and write it with --update\n")
	}
	d := &r.Diff
	if !r.Missing {
		printChanges(w, "  ", d.Article)
	}
	for _, c := range d.Missing {
		fmt.Fprintf(w, "  - missing   %s\n", line(c))
	}
	for _, c := range d.Spurious {
		fmt.Fprintf(w, "  + %s  %s\n", map[bool]string{true: "new     ", false: "spurious"}[r.Missing], line(c))
	}
	for _, p := range d.Pairs {
		if len(p.Changes) > 0 {
			fmt.Fprintf(w, "  ~ changed   %s\n", line(p.Want))
			printChanges(w, "      ", p.Changes)
		}
	}
	for _, other := range d.Other {
		fmt.Fprintf(w, "  %s\n", other)
	}
	for _, note := range r.Stale {
		fmt.Fprintf(w, "  known miss: %s\n", output.Clean(note))
	}
}

func printChanges(w io.Writer, indent string, list []Change) {
	for _, c := range list {
		fmt.Fprintf(w, "%s%s: %s → %s\n", indent, c.Field, shown(c.Want), shown(c.Got))
	}
}

// shown is a value in a line of a diff.
func shown(s string) string {
	if s == "" {
		return "nothing"
	}
	return fmt.Sprintf("%q", output.Clean(s))
}

// line names a claim in one line, with the words it was read from.
func line(c *report.Claim) string {
	text := fmt.Sprintf("%s %s %s: %s %s, %s", c.Loser.Code, c.Category, c.Effect, c.Quantity.Mod, figure(c.Quantity), c.Period.Type)
	if c.AsOf != nil {
		text += " as of " + *c.AsOf
	}
	if names := origins(c); len(names) > 0 {
		text += ", says " + strings.Join(names, " and ")
	}
	if len(c.Evidence) > 0 {
		text += fmt.Sprintf("  “%s”", c.Evidence[0].Exact)
	}
	return output.Clean(text)
}
