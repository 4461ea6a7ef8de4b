package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/internal/batch"
	"lossclaims/internal/fetch"
	"lossclaims/internal/inputs"
	"lossclaims/internal/journal"
	"lossclaims/internal/workers"
)

func newURL(f *flags) *cobra.Command {
	var allowPrivate, proxy bool
	cmd := &cobra.Command{
		Use:   "url URL…",
		Short: "Fetch web pages and extract their claims",
		Long: `Url fetches pages over http and https and extracts their claims. It follows at most 10 redirects, reads at most 16 MiB a
page, sends no cookies, uses no proxy unless told to, and connects to public addresses only. A page that cannot be had gives a report
with an error, and the others go on.`,
		Example: `  extract url https://example.com/news/article.html
  extract url https://example.com/a https://example.com/b --format csv --timeout 10s
  extract url http://localhost:8000/draft.html --allow-private`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return runURL(cmd.Context(), f, args, fetch.Options{AllowPrivate: allowPrivate, Proxy: proxy})
		},
	}
	f.addReading(cmd)
	cmd.Flags().BoolVar(&allowPrivate, "allow-private", false, "fetch from private, local and reserved addresses too")
	cmd.Flags().BoolVar(&proxy, "proxy", false, "fetch through the proxies of HTTP_PROXY and HTTPS_PROXY, which then decide what addresses are reached")
	return cmd
}

// runURL extracts the pages at addresses.
func runURL(ctx context.Context, f *flags, addresses []string, how fetch.Options) error {
	if len(addresses) == 0 {
		return errors.New("no input: name at least one URL")
	}
	opts, err := f.options()
	if err != nil {
		return err
	}
	opts.NotAfter = time.Now() // a page fetched now cannot have been published later
	x, err := extractor.New(opts)
	if err != nil {
		return badPatterns(err)
	}
	client := newClient(f, how)
	// An interruption lets what is under way finish: its time is limited anyway.
	fetched := func(_ context.Context, address string) (*inputs.Content, error) {
		page, err := client.Fetch(context.Background(), address)
		if err != nil {
			return nil, faultOf(err)
		}
		return contentOf(page), nil
	}
	out, err := newResults(f, &keep{}, len(addresses) == 1)
	if err != nil {
		return err
	}
	if out.journal, err = journal.Temporary(); err != nil {
		return out.lost(err)
	}
	return out.follow(ctx, batch.Options{
		Items: inputs.URLs(strings.NewReader(strings.Join(addresses, "\n")), inputs.Filter{}, fetched),
		Extract: func(job workers.Job) (*extractor.Report, time.Duration) {
			return workers.Extract(context.Background(), x, job), 0
		},
		Parallel: f.parallel,
	}, func() string { return "no input: that is no URL" })
}

// faultOf is why a page could not be had, as a report tells it.
func faultOf(err error) *inputs.Fault {
	var fault *fetch.Error
	errors.As(err, &fault)
	return &inputs.Fault{Kind: fault.Kind, Message: fault.Message}
}

// newClient is what fetches pages, by the flags.
func newClient(f *flags, how fetch.Options) *fetch.Client {
	how.Timeout, how.MaxBytes = f.timeout, f.limits.bytes
	how.UserAgent = "extract/" + version() + " (lossclaims; reads news articles for loss claims)"
	return fetch.New(how)
}

// contentOf is a fetched page as an article to read.
func contentOf(page *fetch.Page) *inputs.Content {
	c := &inputs.Content{Data: page.Body, Kind: inputs.HTML, URL: page.URL, ContentType: page.ContentType}
	if page.Text {
		c.Kind = inputs.Text
	}
	return c
}
