package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"lossclaims/extractor"
	"lossclaims/internal/output"
)

// flags are those that the subcommands share.
type flags struct {
	format    string
	output    string
	published string
	timeout   time.Duration
	language  string
	parallel  int
	withText  bool
	explain   bool
	quiet     bool
	verbose   bool
	patterns  []string
	limits    limits

	// of batch alone
	resume      bool
	shard       string
	pageTimeout time.Duration
	timings     bool
}

// addEverywhere adds the flags that every subcommand has.
func (f *flags) addEverywhere(root *cobra.Command) {
	p := root.PersistentFlags()
	p.IntVarP(&f.parallel, "parallel", "p", runtime.NumCPU(), "articles worked on at once")
	p.StringArrayVar(&f.patterns, "patterns", nil, "lay the pattern files of `DIR` over the built-in ones (may be repeated)")
	p.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing on standard error but what ends the command, and failed inputs that the format cannot show")
	p.BoolVarP(&f.verbose, "verbose", "v", false, "print a line on standard error for every article and its warnings")
	root.MarkPersistentFlagDirname("patterns")
}

// addReading adds the flags of the subcommands that print reports.
func (f *flags) addReading(cmd *cobra.Command) {
	p := cmd.Flags()
	p.SortFlags = false
	p.StringVarP(&f.format, "format", "f", "",
		"`FORMAT`: text, json, jsonl, csv, tsv, parquet or sqlite (default: by the extension of --output; else text on a terminal, jsonl elsewhere)")
	p.StringVarP(&f.output, "output", "o", "", "write the results to `FILE`, or to files in the folder FILE, complete or not at all; .gz and .zst compress")
	p.StringVar(&f.published, "published", "", "`DATE` (YYYY-MM-DD) of articles that give none")
	p.StringVar(&f.language, "lang", "", "read every article in this `LANGUAGE` (en, es) instead of detecting it")
	p.DurationVar(&f.timeout, "timeout", 30*time.Second, "time to fetch one URL")
	p.BoolVar(&f.withText, "with-text", false, "add the article's clean text, which the evidence points into")
	p.BoolVar(&f.explain, "explain", false, "add the rules and words behind each claim, and the numbers that became none")
	f.limits.add(cmd)
	cmd.RegisterFlagCompletionFunc("lang", f.completeLanguage)
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(output.Formats, cobra.ShellCompDirectiveNoFileComp))
}

// addRunning adds the flags of runs over many articles.
func (f *flags) addRunning(cmd *cobra.Command) {
	p := cmd.Flags()
	p.BoolVar(&f.resume, "resume", false, "go on where a run with the same --output was stopped")
	p.StringVar(&f.shard, "shard", "", "read the part `I/N` of the inputs, 0/N to N-1/N: each input is in one, by its bytes")
	p.BoolVar(&f.timings, "timings", false, "say on standard error at the end what each stage took")
	p.DurationVar(&f.pageTimeout, "page-timeout", 2*time.Minute, "the longest that one article may take")
}

// completeLanguage gives a shell the codes of the languages.
func (f *flags) completeLanguage(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	set, err := f.loadPatterns()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return set.Languages(), cobra.ShellCompDirectiveNoFileComp
}

// check returns what is wrong with the flags' values.
func (f *flags) check() error {
	if f.format != "" && !slices.Contains(output.Formats, f.format) {
		return fmt.Errorf("unknown format %q: use one of %s", f.format, strings.Join(output.Formats, ", "))
	}
	if f.published != "" {
		if _, err := time.Parse(time.DateOnly, f.published); err != nil {
			return fmt.Errorf("--published %q is no date: write it as 2023-02-07", f.published)
		}
	}
	if err := f.limits.check(); err != nil {
		return err
	}
	if f.timeout <= 0 {
		return errors.New("--timeout must be longer than 0, such as 30s")
	}
	if f.pageTimeout <= 0 {
		return errors.New("--page-timeout must be longer than 0, such as 2m")
	}
	if f.parallel < 1 {
		return errors.New("--parallel must be 1 or more")
	}
	if f.quiet && f.verbose {
		return errors.New("--quiet and --verbose exclude each other")
	}
	return nil
}

// overlays opens the pattern folders of the user.
func (f *flags) overlays() ([]fs.FS, error) {
	var folders []fs.FS
	for _, dir := range f.patterns {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("--patterns %s: no such folder", dir)
		}
		folders = append(folders, os.DirFS(dir))
	}
	return folders, nil
}

// options are the flags as the library wants them.
func (f *flags) options() (extractor.Options, error) {
	folders, err := f.overlays()
	opts := extractor.Options{Patterns: folders, Language: f.language, WithText: f.withText, Explain: f.explain}
	f.limits.set(&opts)
	return opts, err
}

// printing are the flags as the output wants them. single is for a command line that names one article only.
func (f *flags) printing(single bool) output.Options {
	opts := output.Options{Format: f.format, Single: single}
	onTerminal := f.output == "" && term.IsTerminal(int(os.Stdout.Fd()))
	if opts.Format == "" {
		opts.Format = f.defaultFormat(onTerminal)
	}
	if onTerminal {
		opts.Width, _, _ = term.GetSize(int(os.Stdout.Fd()))
		opts.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return opts
}

func (f *flags) defaultFormat(onTerminal bool) string {
	if format := output.FormatOf(f.output); format != "" {
		return format
	}
	if onTerminal {
		return "text"
	}
	return "jsonl"
}
