package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
	"lossclaims/internal/fetch"
	"lossclaims/internal/inorder"
	"lossclaims/internal/inputs"
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
	reader := newReader(x, f)
	read := func(address string) finished { return fetched(client, reader, address) }
	single := len(addresses) == 1
	return stream(ctx, f, single, &keep{}, inorder.Map(ctx, f.parallel, slices.Values(addresses), read), nil)
}

// newClient is what fetches pages, by the flags.
func newClient(f *flags, how fetch.Options) *fetch.Client {
	how.Timeout, how.MaxBytes = f.timeout, f.limits.bytes
	how.UserAgent = "extract/" + version() + " (lossclaims; reads news articles for loss claims)"
	return fetch.New(how)
}

// fetched is the report of one page. An interruption lets it finish: its time is limited anyway.
func fetched(client *fetch.Client, reader *reader, address string) finished {
	page, err := client.Fetch(context.Background(), address)
	if err != nil {
		var fault *fetch.Error
		errors.As(err, &fault)
		return unread(inputs.Redacted(address), inputs.Redacted(address), fault.Kind, fault.Message)
	}
	return reader.content(address, contentOf(page))
}

// contentOf is a fetched page as an article to read.
func contentOf(page *fetch.Page) *inputs.Content {
	c := &inputs.Content{Data: page.Body, Kind: inputs.HTML, URL: page.URL, ContentType: page.ContentType}
	if page.Text {
		c.Kind = inputs.Text
	}
	return c
}
