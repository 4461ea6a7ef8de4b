package extractor_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lossclaims/extractor"
)

// TestNoTimeouts reads the corpus, the test pages of the readability package and the development pages where they are
// there: with the limits that users have, no rule may give up on a page.
func TestNoTimeouts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some 360 pages")
	}
	dir, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-shiori/go-readability").Output()
	if err != nil {
		t.Fatal(err)
	}
	x := newExtractor(t, extractor.Options{})
	for set, glob := range map[string]string{
		"corpus":      "../corpus/*/*.html",
		"readability": filepath.Join(strings.TrimSpace(string(dir)), "test-pages", "*", "source.html"),
		"development": "../../shared/dev/pages/*.html",
	} {
		t.Run(set, func(t *testing.T) {
			paths, _ := filepath.Glob(glob)
			if len(paths) == 0 && set != "development" {
				t.Fatalf("no pages at %s", glob)
			}
			for _, path := range paths {
				page, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				r, err := x.HTML(t.Context(), page, extractor.Meta{})
				if err != nil {
					continue // not every test page is an article
				}
				for _, w := range r.Warnings {
					if w.Kind == "pattern_timeout" || w.Kind == "time_limit" {
						t.Errorf("%s: %s: %s", path, w.Kind, w.Message)
					}
				}
			}
			t.Logf("%d pages", len(paths))
		})
	}
}
