package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
	"lossclaims/internal/inorder"
	"lossclaims/internal/inputs"
	"lossclaims/internal/output"
)

// maxBytes is the largest input that is read, on disk or over the network, unless a flag says otherwise.
const maxBytes = inputs.DefaultMaxBytes

func newBatch(f *flags) *cobra.Command {
	var stdin string
	cmd := &cobra.Command{
		Use:   "batch PATH…",
		Short: "Extract the claims of saved articles",
		Long: `Batch reads files, and the .html, .htm, .xhtml, .mhtml, .mht and .txt files of folders and of the folders in them. A path
"-" stands for a list of paths on standard input, one a line. Reports come in the order of the inputs; a folder is read in the order of
its names. An input that cannot be read gives a report with an error, and the others go on.`,
		Example: `  extract batch articles/
  extract batch a.html b.txt --published 2023-02-07
  find . -name '*.html' -newer last | extract batch - --output new.jsonl
  curl -s https://example.com/a.html | extract batch --stdin html --format text`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			if stdin != "" {
				return runStdin(cmd.Context(), f, stdin, args)
			}
			return runBatch(cmd.Context(), f, args)
		},
	}
	f.addReading(cmd)
	cmd.Flags().StringVar(&stdin, "stdin", "", "read one article from standard input; `KIND` is text or html")
	cmd.RegisterFlagCompletionFunc("stdin", cobra.FixedCompletions([]string{"text", "html"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// runBatch extracts the articles of paths.
func runBatch(ctx context.Context, f *flags, paths []string) error {
	if len(paths) == 0 {
		return errors.New("no input: name files or folders, \"-\" for a list on standard input, or --stdin html")
	}
	x, err := newExtractor(f)
	if err != nil {
		return err
	}
	var empty []string
	items := inputs.Stream(inputs.Options{
		Paths: paths, List: os.Stdin, MaxBytes: f.limits.bytes, Empty: func(folder string) { empty = append(empty, folder) },
	})
	read := func(item inputs.Item) *extractor.Report { return readItem(ctx, x, f, item) }
	err = stream(ctx, f, false, inorder.Map(ctx, f.parallel, items, read), func() string {
		if len(empty) == 0 {
			return "no input: the list of paths is empty"
		}
		return fmt.Sprintf("no articles found in %s: batch reads %s files", strings.Join(empty, ", "), inputs.Extensions)
	})
	if ctx.Err() == nil && len(empty) > 0 && !f.quiet && code(err) != exitUsage {
		fmt.Fprintln(os.Stderr, "extract: no articles found in", output.Clean(strings.Join(empty, ", ")))
	}
	return err
}

// runStdin extracts the one article whose content is on standard input.
func runStdin(ctx context.Context, f *flags, kind string, args []string) error {
	switch {
	case kind != "text" && kind != "html":
		return fmt.Errorf("--stdin %s: say text or html", kind)
	case len(args) > 0:
		return errors.New("--stdin reads one article from standard input: name no paths beside it")
	}
	x, err := newExtractor(f)
	if err != nil {
		return err
	}
	read := func(item inputs.Item) *extractor.Report { return readItem(ctx, x, f, item) }
	items := inputs.One("-", os.Stdin, inputs.Kind(kind), f.limits.bytes)
	return stream(ctx, f, true, inorder.Map(ctx, 1, items, read), nil)
}

// readItem is the report of one input. An interruption does not reach it: articles under way are finished.
func readItem(ctx context.Context, x *extractor.Extractor, f *flags, item inputs.Item) *extractor.Report {
	c, err := item.Load(context.WithoutCancel(ctx))
	if err != nil {
		var fault *inputs.Fault
		errors.As(err, &fault)
		return report.Failed(item.Input, fault.Kind, fault.Message)
	}
	meta := extractor.Meta{
		Input: item.Input, URL: c.URL, ContentType: c.ContentType, Captured: c.Captured,
		Published: cmp.Or(c.Published, f.published),
	}
	return extract(x, c.Data, c.Kind, meta)
}

// newExtractor prepares the library by the flags.
func newExtractor(f *flags) (*extractor.Extractor, error) {
	opts, err := f.options()
	if err != nil {
		return nil, err
	}
	x, err := extractor.New(opts)
	return x, badPatterns(err)
}

// stream prints reports until there are no more or the command is interrupted; nothing is what to say when there are none.
func stream(ctx context.Context, f *flags, single bool, reports iter.Seq[*extractor.Report], nothing func() string) error {
	out, err := newResults(f, single)
	if err != nil {
		return err
	}
	for r := range reports {
		if err := out.add(r); err != nil {
			return err
		}
	}
	return out.finish(ctx.Err() != nil, nothing)
}

// extract runs the library on one input. An interruption does not reach it: articles under way are finished.
// Nor does a fault of the program on one article end the run.
func extract(x *extractor.Extractor, data []byte, kind inputs.Kind, meta extractor.Meta) (r *extractor.Report) {
	defer func() {
		if fault := recover(); fault != nil {
			message := fmt.Sprintf("a fault of the program, please report it with the article: %v", fault)
			r = report.Failed(meta.Input, "panic", message)
		}
	}()
	run := x.HTML
	if kind == inputs.Text {
		run = x.Text
	}
	r, err := run(context.Background(), data, meta)
	if err != nil {
		return report.Failed(meta.Input, "panic", "the extractor gave up: "+err.Error())
	}
	return r
}
