package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lossclaims/internal/output"
	"lossclaims/patterns"
)

func newPatterns(f *flags) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "patterns",
		Short: "List, show and test the rules",
		Long: `Patterns is for people who write rules. A rule's name is its language and the shape of the text it matches, such as
en/were-verbed; claims name the rule they come from. Rules of your own are files in a folder given with --patterns.`,
		Example: `  extract patterns list --kind loss
  extract patterns show en/were-verbed
  extract patterns test --patterns my-patterns`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return errors.New("say what to do: list, show, test or schema") },
	}
	cmd.AddCommand(newPatternsList(f), newPatternsShow(f), newPatternsTest(f), newPatternsSchema())
	return cmd
}

func newPatternsSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a pattern file, for editors",
		Long: `Schema prints the JSON Schema of a pattern file. An editor with the YAML language server completes and checks a file whose first
line names it: # yaml-language-server: $schema=patterns.schema.json`,
		Example: `  extract patterns schema > my-patterns/patterns.schema.json`,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return print(string(patterns.Schema())) },
	}
}

func newPatternsList(f *flags) *cobra.Command {
	var lang, kind string
	var tables bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the rules: name, kind of mention, file and line",
		Example: `  extract patterns list --lang es --kind time
  extract patterns list --tables --lang en`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			set, err := f.loadPatterns()
			if err != nil {
				return err
			}
			if lang != "" && set.Language(lang) == nil {
				return unknownLanguage(set, lang)
			}
			if kind != "" && !slices.Contains(patterns.Kinds, kind) {
				return fmt.Errorf("unknown kind %q: use one of %s", kind, strings.Join(patterns.Kinds, ", "))
			}
			if tables {
				return print(strings.Join(append(tableNames(set, lang), ""), "\n"))
			}
			return listRules(rules(set, lang, kind))
		},
	}
	cmd.Flags().StringVar(&lang, "lang", "", "only rules of this `LANGUAGE`, and those of every language")
	cmd.Flags().StringVar(&kind, "kind", "", "only rules of this `KIND` of mention")
	cmd.Flags().BoolVar(&tables, "tables", false, "list the word tables instead")
	cmd.MarkFlagsMutuallyExclusive("tables", "kind")
	cmd.RegisterFlagCompletionFunc("lang", f.completeLanguage)
	cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(patterns.Kinds, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// rules are those of a language and kind, once each; "" is any.
func rules(set *patterns.Set, lang, kind string) []*patterns.Rule {
	var list []*patterns.Rule
	seen := map[string]bool{}
	for _, code := range set.Languages() {
		if lang != "" && lang != code {
			continue
		}
		for _, r := range set.Language(code).Rules() {
			if (kind == "" || r.Kind == kind) && !seen[r.ID] {
				seen[r.ID] = true
				list = append(list, r)
			}
		}
	}
	return list
}

func ruleNames(set *patterns.Set) []string {
	var names []string
	for _, r := range rules(set, "", "") {
		names = append(names, r.ID)
	}
	return names
}

// tableNames are the word tables of a language, or of all, as show takes them.
func tableNames(set *patterns.Set, lang string) []string {
	var names []string
	for _, code := range set.Languages() {
		if lang != "" && lang != code {
			continue
		}
		for _, table := range set.Language(code).Tables() {
			names = append(names, code+"/"+table)
		}
	}
	return names
}

func listRules(list []*patterns.Rule) error {
	name, kind := 0, 0
	for _, r := range list {
		name, kind = max(name, len(r.ID)), max(kind, len(r.Kind))
	}
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(&b, "%-*s  %-*s  %s:%d\n", name, r.ID, kind, r.Kind, r.File, r.Line)
	}
	return print(b.String())
}

func newPatternsShow(f *flags) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME…",
		Short: "Show rules, or word tables, with all that is known of them",
		Example: `  extract patterns show en/were-verbed
  extract patterns show es/loss_participle`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			set, err := f.loadPatterns()
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			return append(ruleNames(set), tableNames(set, "")...), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, names []string) error {
			if len(names) == 0 {
				return errors.New("name at least one rule, such as en/were-verbed: extract patterns list shows them")
			}
			set, err := f.loadPatterns()
			if err != nil {
				return err
			}
			var b strings.Builder
			for i, name := range names {
				if i > 0 {
					b.WriteString("\n")
				}
				if err := show(&b, set, name); err != nil {
					return err
				}
			}
			return print(b.String())
		},
	}
}

// show prints the rule or the table of a name.
func show(b *strings.Builder, set *patterns.Set, name string) error {
	folder, rest, _ := strings.Cut(name, "/")
	found := false
	for _, code := range set.Languages() {
		lang := set.Language(code)
		if r := lang.Rule(name); r != nil && !found {
			showRule(b, r)
			found = true
		}
		if table := lang.Table(rest); folder == code && len(table.Lines) > 0 {
			showTable(b, table)
			found = true
		}
	}
	if !found {
		return fmt.Errorf("no rule or table is called %s: extract patterns list shows the rules, with --tables the tables", name)
	}
	return nil
}

func showRule(b *strings.Builder, r *patterns.Rule) {
	fmt.Fprintf(b, "%s  %s  %s:%d\n", r.ID, r.Kind, r.File, r.Line)
	fmt.Fprintf(b, "pattern  %s\n", r.Pattern)
	if r.NotBefore != "" {
		fmt.Fprintf(b, "not before  %s\n", r.NotBefore)
	}
	if r.NotAfter != "" {
		fmt.Fprintf(b, "not after  %s\n", r.NotAfter)
	}
	fmt.Fprintf(b, "set  %s\n", attributes(r.Set))
	if table := r.TableName(); table != "" {
		fmt.Fprintf(b, "matched by the words of table %s\n", table)
	} else {
		fmt.Fprintf(b, "regex  %s\n", r.Expanded())
		for _, gate := range r.Gates() {
			fmt.Fprintf(b, "gate  %s\n", strings.Join(gate, " | "))
		}
	}
	for _, e := range r.Examples {
		fmt.Fprintf(b, "matches  %q in %q: %s\n", e.Match, e.Text, attributes(e.Set))
	}
	for _, e := range r.Not {
		fmt.Fprintf(b, "matches not  %q\n", e.Text)
	}
	for _, e := range r.Todo {
		fmt.Fprintf(b, "todo  %q in %q: %s\n", e.Match, e.Text, e.Why)
	}
}

func showTable(b *strings.Builder, t patterns.Table) {
	fmt.Fprintf(b, "table %s\n", t.Name)
	for _, l := range t.Lines {
		fmt.Fprintf(b, "%s  %s  %s:%d\n", l.Value, strings.Join(l.Words, ", "), l.File, l.Line)
	}
}

// attributes prints a set of attributes in the order of their names.
func attributes(set map[string]string) string {
	var parts []string
	for k, v := range set {
		parts = append(parts, k+"="+v)
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

// loadPatterns loads the built-in patterns with the user's over them.
func (f *flags) loadPatterns() (*patterns.Set, error) {
	folders, err := f.overlays()
	if err != nil {
		return nil, err
	}
	set, err := patterns.Load(folders...)
	return set, badPatterns(err)
}

func unknownLanguage(set *patterns.Set, code string) error {
	return fmt.Errorf("no patterns for language %q: there are %s", code, strings.Join(set.Languages(), ", "))
}

// print writes a command's result to standard output.
func print(text string) error {
	file, err := output.Create("", os.Stdout)
	if err == nil {
		_, err = file.WriteString(text)
	}
	if err == nil {
		err = file.Commit()
	}
	if err != nil {
		return failed(err)
	}
	return nil
}
