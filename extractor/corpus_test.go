package extractor_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lossclaims/extractor"
)

// corpus reads the saved pages of the project.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	pages := map[string][]byte{}
	err := filepath.WalkDir("../corpus", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		pages[path], err = os.ReadFile(path)
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages in the corpus: %v", len(pages), err)
	}
	return pages
}

// invalid is what encoding/json makes of a string that is no UTF-8.
var invalid = regexp.MustCompile(`(?:^|[^\\])(?:\\\\)*\\ufffd`)

// checkReport checks what must hold of every report, whatever went in.
func checkReport(t testing.TB, r *extractor.Report) {
	t.Helper()
	if r.Error != nil && (r.Error.Kind == "panic" || len(r.Claims) > 0) {
		t.Errorf("error %s: %s, with %d claims", r.Error.Kind, r.Error.Message, len(r.Claims))
	}
	data, err := json.Marshal(r)
	if err != nil || invalid.Match(data) {
		t.Errorf("no JSON, or a string that is no UTF-8: %v\n%s", err, data)
	}
	if r.Claims == nil || r.Warnings == nil {
		t.Error("claims or warnings are nil")
	}
	seen := map[string]bool{}
	for _, c := range r.Claims {
		if seen[c.ID] || c.ID == "" {
			t.Errorf("two claims have the id %q", c.ID)
		}
		seen[c.ID] = true
	}
	for i := range r.Claims {
		checkClaim(t, r, &r.Claims[i], seen)
	}
}

// checkClaim checks one claim; ids are those of its report.
func checkClaim(t testing.TB, r *extractor.Report, c *extractor.Claim, ids map[string]bool) {
	t.Helper()
	if c.PartOf != nil && (!ids[*c.PartOf] || *c.PartOf == c.ID) {
		t.Errorf("claim %s is part of %s, which is not there", c.ID, *c.PartOf)
	}
	if c.Attribution == nil || c.Flags == nil || len(c.Evidence) == 0 {
		t.Errorf("claim %s: attribution %v, flags %v, evidence %v", c.ID, c.Attribution, c.Flags, c.Evidence)
	}
	runes := []rune(r.Article.Text)
	for _, e := range c.Evidence {
		if e.Start < 0 || e.Start >= e.End || e.Exact == "" || len([]rune(e.Exact)) != e.End-e.Start {
			t.Errorf("evidence %d to %d is %q", e.Start, e.End, e.Exact)
			continue
		}
		if r.Article.Text == "" {
			continue // not asked for
		}
		if e.End > len(runes) || string(runes[e.Start:e.End]) != e.Exact ||
			!strings.HasSuffix(string(runes[:e.Start]), e.Prefix) || !strings.HasPrefix(string(runes[e.End:]), e.Suffix) {
			t.Errorf("evidence %d to %d is not %q between %q and %q", e.Start, e.End, e.Exact, e.Prefix, e.Suffix)
		}
	}
}

// TestCorpus checks the reports of all pages, made by several goroutines from one Extractor, and that a second
// Extractor, one page after the other, gives the same.
func TestCorpus(t *testing.T) {
	pages := corpus(t)
	if testing.Short() {
		pages = some(pages, 8) // the race detector makes the patterns slow
	}
	opts := extractor.Options{WithText: true, Explain: true, PatternTimeout: time.Hour, ArticleTimeout: time.Hour}
	x := newExtractor(t, opts)
	var mu sync.Mutex
	var wg sync.WaitGroup
	all := map[string][]byte{}
	for name, data := range pages {
		wg.Go(func() {
			encoded := html(t, x, name, data)
			mu.Lock()
			defer mu.Unlock()
			all[name] = encoded
		})
	}
	wg.Wait()
	x = newExtractor(t, opts)
	for name, data := range pages {
		if !bytes.Equal(all[name], html(t, x, name, data)) {
			t.Errorf("%s: two runs, two reports", name)
		}
	}
}

// some is n of the pages, spread over the folders.
func some(pages map[string][]byte, n int) map[string][]byte {
	names, out := slices.Sorted(maps.Keys(pages)), map[string][]byte{}
	for i := range min(n, len(names)) {
		name := names[i*len(names)/n]
		out[name] = pages[name]
	}
	return out
}

// html extracts one page, checks its report and returns its JSON.
func html(t testing.TB, x *extractor.Extractor, name string, data []byte) []byte {
	t.Helper()
	r, err := x.HTML(context.Background(), data, extractor.Meta{Input: name})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return nil
	}
	checkReport(t, r)
	encoded, err := json.Marshal(r)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return encoded
}
