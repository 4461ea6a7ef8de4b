package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
	"lossclaims/internal/inorder"
	"lossclaims/internal/inputs"
	"lossclaims/internal/once"
)

// maxBytes is the largest input that is read, on disk or over the network, unless a flag says otherwise.
const maxBytes = inputs.DefaultMaxBytes

func newBatch(f *flags) *cobra.Command {
	var from sources
	var only keep
	cmd := &cobra.Command{
		Use:   "batch PATH…",
		Short: "Extract the claims of saved articles",
		Long: `Batch reads files, globs, and the ` + inputs.Extensions + ` files of folders
and of the folders in them; archives are read as if they were folders, web archives (WARC, WACZ) page by page. A path "-"
stands for a list of paths on standard input, one a line. Reports come in the order of the inputs; a folder is read in the
order of its names. An input that cannot be read gives a report with an error, and the others go on.

With --stdin jsonl every line of standard input is an article, {"url", "html" or "html_base64" or "text", "published"}, and
gives a report; a bad line gives one with an error. With --urls FILE pages are fetched, more slowly and carefully than by
extract url: as robots.txt allows, one at a time from a host, again when the server is busy.

Articles are left out by name (--include, --exclude), URL, language and date; an article without a date is neither since nor
until any. Files of folders and archives are told by their extensions, unless --include says which to read.`,
		Example: `  extract batch articles/
  extract batch a.html b.txt --published 2023-02-07
  extract batch crawl-*.warc.gz --only-lang en,es --include-url '*.example.com/*' --output claims.jsonl
  extract batch --urls today.txt --delay 5s --output today.jsonl
  find . -name '*.html' -newer last | extract batch - --output new.jsonl
  curl -s https://example.com/a.html | extract batch --stdin html --format text`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			for _, check := range []func() error{f.check, func() error { return from.check(paths) }, only.check} {
				if err := check(); err != nil {
					return err
				}
			}
			only.urls = from.urls
			return runBatch(cmd.Context(), f, &from, &only, paths)
		},
	}
	f.addReading(cmd)
	from.addTo(cmd)
	only.addTo(cmd)
	return cmd
}

// runBatch extracts the articles of paths.
func runBatch(ctx context.Context, f *flags, from *sources, only *keep, paths []string) error {
	x, err := newExtractor(f)
	if err != nil {
		return err
	}
	reader := newReader(x, f)
	read := func(item inputs.Item) finished { return reader.read(ctx, item) }
	items, done, err := from.items(f, paths)
	if err != nil {
		return err
	}
	defer done()
	all := inorder.Map(ctx, f.parallel, items, read)
	err = stream(ctx, f, from.single(), only, all, from.nothing)
	if ctx.Err() == nil && !f.quiet && code(err) != exitUsage {
		from.tell()
	}
	return err
}

// reader makes reports of articles.
type reader struct {
	x     *extractor.Extractor
	flags *flags
	done  *once.Cache[work, *extractor.Report]
}

// work is all that a report depends on, its name aside.
type work struct {
	key [sha256.Size]byte
	url string
}

// remembered is about how many bytes of reports are kept for copies of their articles.
const remembered = 32 << 20

func newReader(x *extractor.Extractor, f *flags) *reader {
	size := func(r *extractor.Report) int { return 1<<10 + len(r.Article.Text) + len(r.Claims)<<11 }
	return &reader{x, f, once.New[work](remembered, size)}
}

// read makes the report of one input. An interruption does not reach it: articles under way are finished.
func (r *reader) read(ctx context.Context, item inputs.Item) finished {
	c, err := item.Load(context.WithoutCancel(ctx))
	if err != nil {
		var fault *inputs.Fault
		errors.As(err, &fault)
		return unread(item.Input, item.URL, fault.Kind, fault.Message)
	}
	return r.content(item.Input, c)
}

// unread is the report of an input that could not be had.
func unread(input, url, kind, message string) finished {
	r := report.Failed(input, kind, message)
	r.Article.URL = url
	return finished{report: r}
}

// content makes the report of an article. What has been read under another name lately is not read again.
func (r *reader) content(input string, c *inputs.Content) finished {
	key := c.Key()
	made := r.done.Do(work{key, c.URL}, func() *extractor.Report {
		return extract(r.x, c.Data, c.Kind, extractor.Meta{
			Input: input, URL: c.URL, ContentType: c.ContentType, Captured: c.Captured, Published: cmp.Or(c.Published, r.flags.published),
		})
	})
	named := *made
	named.Article.Input = input
	if c.Cut != "" {
		named.Warnings = append(slices.Clone(named.Warnings), report.Notice{Kind: "text_incomplete", Message: "the page is not whole: " + c.Cut})
	}
	return finished{&named, key}
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

// stream prints the reports that are kept until there are no more or the command is interrupted; nothing is what to say
// when there are no inputs.
func stream(ctx context.Context, f *flags, single bool, only *keep, all iter.Seq[finished], nothing func() string) error {
	out, err := newResults(f, single)
	if err != nil {
		return err
	}
	for r := range only.reports(all) {
		if err := out.add(r); err != nil {
			return err
		}
	}
	out.leftOut = only.left()
	err = out.finish(ctx.Err() != nil, nothing)
	if told := only.tell(); told != "" && !f.quiet {
		fmt.Fprintln(os.Stderr, "extract:", told)
	}
	return err
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
