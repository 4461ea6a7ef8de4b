package main

import (
	"context"

	"github.com/spf13/cobra"

	"lossclaims/internal/batch"
	"lossclaims/internal/inputs"
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
	f.addRunning(cmd)
	from.addTo(cmd)
	only.addTo(cmd)
	return cmd
}

// runBatch extracts the articles of paths, or of what the flags name in their place.
func runBatch(ctx context.Context, f *flags, from *sources, only *keep, paths []string) error {
	shard, err := batch.ParseShard(f.shard)
	if err != nil {
		return err
	}
	pool, err := newPool(f)
	if err != nil {
		return err
	}
	defer pool.Close()
	items, done, err := from.items(f, paths)
	if err != nil {
		return err
	}
	defer done()
	out, err := newResults(f, only, from.single())
	if err != nil {
		return err
	}
	if err := out.openJournal(pool.Patterns()); err != nil {
		return err
	}
	go out.count(ctx, func(ctx context.Context) inputs.Extent { return from.survey(ctx, paths) }, shard.N > 1)
	err = out.follow(ctx, batch.Options{Items: out.reached(items), Extract: pool.Do, Parallel: f.parallel, Shard: shard}, func() string {
		if f.shard != "" && len(from.empty) == 0 {
			return "" // a shard may well be empty
		}
		return from.nothing()
	})
	if ctx.Err() == nil && !f.quiet && code(err) != exitUsage {
		from.tell()
	}
	if f.timings {
		out.progress.Say("extract: timings: %s", timings(pool.Stages()))
	}
	return err
}
