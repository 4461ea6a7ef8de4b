package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"lossclaims/internal/fetch"
	"lossclaims/internal/inputs"
	"lossclaims/internal/output"
)

// sources are the flags of batch that say where articles come from.
type sources struct {
	stdin      string
	urlFile    string
	delay      time.Duration
	retries    int
	how        fetch.Options // of URLs
	include    []string
	exclude    []string
	includeURL []string
	excludeURL []string
	urls       inputs.Filter // of the two before

	empty []string // folders and archives that hold no article

	mu     sync.Mutex
	passed map[string]int // records of web archives that are no articles, by what they are
}

// stdinKinds are what standard input may hold.
var stdinKinds = []string{"html", "text", "jsonl"}

// addTo adds the flags to a command.
func (s *sources) addTo(cmd *cobra.Command) {
	p := cmd.Flags()
	p.StringVar(&s.stdin, "stdin", "", "read standard input; `KIND` is html or text for one article, jsonl for one a line")
	p.StringVar(&s.urlFile, "urls", "", "fetch the pages whose URLs `FILE` lists, one a line (- for standard input), politely: by robots.txt, one at a time from a host")
	p.DurationVar(&s.delay, "delay", 2*time.Second, "with --urls, time between two requests to a host")
	p.IntVar(&s.retries, "retries", 3, "with --urls, how often a request is repeated that may do better later")
	p.BoolVar(&s.how.AllowPrivate, "allow-private", false, "with --urls, fetch from private, local and reserved addresses too")
	p.BoolVar(&s.how.Proxy, "proxy", false, "with --urls, fetch through the proxies of HTTP_PROXY and HTTPS_PROXY, which then decide what addresses are reached")
	p.StringArrayVar(&s.include, "include", nil, "read only files whose name matches this `GLOB`, such as '*.html' or 'news/**' (may be repeated)")
	p.StringArrayVar(&s.exclude, "exclude", nil, "read no file whose name matches this `GLOB` (may be repeated)")
	p.StringArrayVar(&s.includeURL, "include-url", nil, "keep only articles whose URL matches this `PATTERN`, such as '*.example.com/news/*' (may be repeated)")
	p.StringArrayVar(&s.excludeURL, "exclude-url", nil, "keep no article whose URL matches this `PATTERN` (may be repeated)")
	cmd.RegisterFlagCompletionFunc("stdin", cobra.FixedCompletions(stdinKinds, cobra.ShellCompDirectiveNoFileComp))
}

// check returns what is wrong with the flags and the paths beside them.
func (s *sources) check(paths []string) (err error) {
	switch {
	case s.stdin != "" && !slices.Contains(stdinKinds, s.stdin):
		return fmt.Errorf("--stdin %s: say html, text or jsonl", s.stdin)
	case (s.stdin != "" || s.urlFile != "") && len(paths) > 0, s.stdin != "" && s.urlFile != "":
		return errors.New("--stdin and --urls are all that is read: name no paths beside them")
	case s.stdin == "" && s.urlFile == "" && len(paths) == 0:
		return errors.New("no input: name files or folders, \"-\" for a list on standard input, --urls FILE or --stdin html")
	case s.delay < 0 || s.retries < 0:
		return errors.New("--delay and --retries must be 0 or more")
	}
	if err := inputs.CheckGlobs(slices.Concat(s.include, s.exclude)); err != nil {
		return err
	}
	s.urls, err = inputs.NewFilter(s.includeURL, s.excludeURL)
	return err
}

// items are the articles to read. close is to be called when they have been read.
func (s *sources) items(f *flags, paths []string) (items iter.Seq[inputs.Item], close func(), err error) {
	if s.urlFile != "" {
		return s.pages(f)
	}
	return s.saved(paths, f.limits.bytes), func() {}, nil
}

// saved are the articles of paths and of standard input.
func (s *sources) saved(paths []string, maxBytes int) iter.Seq[inputs.Item] {
	switch s.stdin {
	case "":
		opts := s.named(paths)
		opts.List, opts.Passed, opts.MaxBytes = os.Stdin, s.pass, maxBytes
		opts.Empty = func(folder string) { s.empty = append(s.empty, folder) }
		return inputs.Stream(opts)
	case "jsonl":
		return inputs.Lines("-", os.Stdin, maxBytes)
	}
	return inputs.One("-", os.Stdin, inputs.Kind(s.stdin), maxBytes)
}

// named is what the paths and the flags about names say.
func (s *sources) named(paths []string) inputs.Options {
	return inputs.Options{Paths: paths, Include: s.include, Exclude: s.exclude, URLs: s.urls, MaxBytes: maxBytes}
}

// survey measures what there is to read, as far as that can be told without reading it.
func (s *sources) survey(ctx context.Context, paths []string) (e inputs.Extent) {
	switch {
	case slices.Contains(paths, "-"), s.urlFile == "-":
	case s.urlFile != "":
		list, err := os.Open(s.urlFile)
		if err != nil {
			return e
		}
		defer list.Close()
		for range inputs.URLs(list, s.urls, nil) {
			e.Articles++
		}
	case s.stdin == "":
		return inputs.Survey(ctx, s.named(paths))
	default:
		if info, err := os.Stdin.Stat(); err == nil && info.Mode().IsRegular() {
			e.Bytes = info.Size()
		}
	}
	return e
}

// pages are the articles of the URLs in a file.
func (s *sources) pages(f *flags) (items iter.Seq[inputs.Item], close func(), err error) {
	list, close := os.Stdin, func() {}
	if s.urlFile != "-" {
		if list, err = os.Open(s.urlFile); err != nil {
			return nil, nil, fmt.Errorf("--urls: %w", err)
		}
		close = func() { list.Close() }
	}
	polite := fetch.NewPolite(newClient(f, s.how), fetch.PoliteOptions{Delay: s.delay, Retries: s.retries})
	return inputs.URLs(list, s.urls, func(ctx context.Context, address string) (*inputs.Content, error) {
		page, err := polite.Fetch(ctx, address)
		if err != nil {
			return nil, faultOf(err)
		}
		c := contentOf(page)
		c.Captured = inputs.LastDay(time.Now()) // a page fetched now cannot have been published later
		return c, nil
	}), close, nil
}

// single reports whether there is just one article, by the very form of the command line.
func (s *sources) single() bool { return s.stdin == "html" || s.stdin == "text" }

// pass counts a record that is no article.
func (s *sources) pass(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.passed == nil {
		s.passed = map[string]int{}
	}
	s.passed[what]++
}

// nothing says what is wrong with there being no article, "" for nothing.
func (s *sources) nothing() string {
	switch {
	case s.urlFile != "":
		return "no input: " + s.urlFile + " lists no URLs that are wanted"
	case s.stdin != "":
		return "" // a part of some larger input may well be empty
	case len(s.empty) == 0:
		return "no input: the list of paths is empty, or --include and --exclude leave nothing of it"
	}
	return fmt.Sprintf("no articles found in %s: batch reads %s files", strings.Join(s.empty, ", "), inputs.Extensions)
}

// tell says on standard error what was named and held no article, and what was passed over in archives.
func (s *sources) tell() {
	if len(s.empty) > 0 {
		fmt.Fprintln(os.Stderr, "extract: no articles found in", output.Clean(strings.Join(s.empty, ", ")))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.passed) == 0 {
		return
	}
	kinds := slices.SortedFunc(maps.Keys(s.passed), func(a, b string) int {
		return cmp.Or(s.passed[b]-s.passed[a], strings.Compare(a, b))
	})
	var words []string
	for _, k := range kinds {
		words = append(words, fmt.Sprintf("%d × %s", s.passed[k], k))
	}
	const shown = 8
	if len(words) > shown {
		words = append(words[:shown], "…")
	}
	fmt.Fprintln(os.Stderr, "extract: passed over in web archives:", output.Clean(strings.Join(words, ", ")))
}
