package article

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	successor "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// successorFinder is readable.go with the maintained fork of go-readability in its place: all that a swap changes.
type successorFinder struct{}

func (successorFinder) find(tree *html.Node, address *url.URL) (*html.Node, error) {
	parser := successor.NewParser()
	parser.DisableJSONLD = true
	result, err := parser.ParseDocument(tree, address)
	return result.Node, err
}

// modulePages are the pages on which a readability package is tested by its authors, by name.
func modulePages(t *testing.T) map[string]string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-shiori/go-readability").Output()
	if err != nil {
		t.Skip("no go command to find the module's folder:", err)
	}
	paths, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "test-pages", "*", "source.html"))
	if len(paths) < 100 {
		t.Fatalf("%d pages in %s", len(paths), dir)
	}
	pages := map[string]string{}
	for _, path := range paths {
		pages[filepath.Base(filepath.Dir(path))] = path
	}
	return pages
}

// corpusPages are the project's own articles.
func corpusPages(t *testing.T) map[string]string {
	t.Helper()
	paths, _ := filepath.Glob("../../../corpus/*/*.html")
	if len(paths) < 48 {
		t.Fatalf("%d pages in the corpus", len(paths))
	}
	pages := map[string]string{}
	for _, path := range paths {
		pages[filepath.Base(path)] = path
	}
	return pages
}

// TestSuccessor reads the same pages through go-readability and its successor. What they mean to the article stage must
// be the same on the project's articles, and nearly so on the pages that readability's authors collected for being odd.
func TestSuccessor(t *testing.T) {
	for name, tt := range map[string]struct {
		pages map[string]string
		least float64 // the mean share of words that both texts have
		equal float64 // the share of pages whose texts are equal
	}{
		"corpus":              {corpusPages(t), 0.999, 0.98},
		"readability's pages": {modulePages(t), 0.985, 0.85},
	} {
		var sum float64
		equal := 0
		for _, path := range tt.pages {
			ours := textWith(t, path, readabilityFinder{})
			theirs := textWith(t, path, successorFinder{})
			if ours == theirs {
				equal++
			}
			sum += overlap(ours, theirs)
		}
		n := float64(len(tt.pages))
		t.Logf("%s: %d of %d texts equal, %.4f of the words", name, equal, len(tt.pages), sum/n)
		if sum/n < tt.least || float64(equal)/n < tt.equal {
			t.Errorf("%s: %d of %d texts equal, %.4f of the words; want %.2f and %.3f", name, equal, len(tt.pages), sum/n, tt.equal, tt.least)
		}
	}
}

// textWith is a page's text as found by f, "" for none.
func textWith(t *testing.T, path string, f finder) string {
	t.Helper()
	defer func(f finder) { reader = f }(reader)
	reader = f
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := FromHTML(page, Hints{})
	if a == nil {
		return ""
	}
	return a.Text
}

// overlap is the share of the words of two texts that they have in common.
func overlap(a, b string) float64 {
	count := map[string]int{}
	for _, w := range strings.Fields(a) {
		count[w]++
	}
	common, all := 0, len(strings.Fields(a))+len(strings.Fields(b))
	for _, w := range strings.Fields(b) {
		if count[w] > 0 {
			count[w]--
			common += 2
		}
	}
	if all == 0 {
		return 1
	}
	return float64(common) / float64(all)
}
