package extractor

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	readability "github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
)

// pageSets are the sets of pages that the line is measured on: the readability package's own test pages, the corpus,
// and real news pages where they are at hand.
func pageSets(b *testing.B) map[string][][]byte {
	b.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-shiori/go-readability").Output()
	if err != nil {
		b.Fatal(err)
	}
	sets := map[string][][]byte{}
	for name, glob := range map[string]string{
		"readability": filepath.Join(strings.TrimSpace(string(out)), "test-pages", "*", "source.html"),
		"corpus":      "../corpus/*/*.html",
		"real":        "../../shared/real/pages/*.html",
		"dense":       "../../shared/dev/pages/*.html",
	} {
		paths, _ := filepath.Glob(glob)
		for _, path := range paths {
			page, err := os.ReadFile(path)
			if err != nil {
				b.Fatal(err)
			}
			sets[name] = append(sets[name], page)
		}
	}
	return sets
}

// floor is what the required parts cost: one parse of the page and one readability pass over its tree.
func floor(page []byte) {
	if doc, err := html.Parse(bytes.NewReader(page)); err == nil {
		p := readability.NewParser()
		p.ParseDocument(doc, nil)
	}
}

type cost struct {
	time   time.Duration
	allocs uint64
}

// of adds what f costs: processor time where it can be told, for on a machine that others use a clock measures them, too.
func (c *cost) of(f func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := processorTime()
	f()
	c.time += processorTime() - began
	runtime.ReadMemStats(&after)
	c.allocs += after.Mallocs - before.Mallocs
}

// BenchmarkOverFloor measures the whole line against its floor, page by page in one run, so that the ratio holds on any
// machine. One operation is one pass over a set of pages.
func BenchmarkOverFloor(b *testing.B) {
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	for name, pages := range pageSets(b) {
		b.Run(name, func(b *testing.B) {
			if len(pages) == 0 {
				b.Skip("no pages")
			}
			for _, page := range pages { // compiles the patterns
				x.HTML(context.Background(), page, Meta{})
			}
			var low, line cost
			b.ResetTimer()
			for b.Loop() {
				for _, page := range pages {
					low.of(func() { floor(page) })
					line.of(func() { x.HTML(context.Background(), page, Meta{}) })
				}
			}
			b.ReportMetric(float64(line.time)/float64(low.time), "line/floor")
			b.ReportMetric(float64(line.allocs)/float64(low.allocs), "allocs/floor")
			b.ReportMetric(float64(low.time.Milliseconds())/float64(b.N*len(pages)), "floor-ms/page")
		})
	}
}
