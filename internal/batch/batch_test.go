package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lossclaims/extractor/report"
	"lossclaims/internal/inputs"
	"lossclaims/internal/journal"
	"lossclaims/internal/workers"
)

// rig is a folder of articles and an extractor that says how often it read each.
type rig struct {
	dir  string
	mu   sync.Mutex
	read map[string]int // by the bytes of the article
}

func newRig(t *testing.T, files map[string]string) *rig {
	t.Helper()
	r := &rig{dir: t.TempDir(), read: map[string]int{}}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// extract makes a report whose headline is the article.
func (r *rig) extract(job workers.Job) (*report.Report, time.Duration) {
	r.mu.Lock()
	r.read[string(job.Data)]++
	r.mu.Unlock()
	rep := report.Failed(job.Meta.Input, "", "")
	rep.Error, rep.Article.Headline, rep.Article.SHA256 = nil, string(job.Data), "x"
	return rep, time.Millisecond
}

// run is the lines "input headline duplicate_of" of a run, and its error. It stops after stop entries, if that is not 0.
func (r *rig) run(t *testing.T, shard Shard, file string, stop int, paths ...string) ([]string, error) {
	t.Helper()
	j, _, err := journal.Open(file, "run", true)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if len(paths) == 0 {
		paths = []string{r.dir}
	}
	var lines []string
	for e, err := range Run(context.Background(), Options{Items: inputs.Stream(inputs.Options{Paths: paths}), Extract: r.extract,
		Parallel: 3, Shard: shard, Journal: j}) {
		if err != nil {
			return lines, err
		}
		a := e.Report.Article
		line := strings.TrimPrefix(a.Input, r.dir+"/") + " " + a.Headline + " " + strings.TrimPrefix(a.DuplicateOf, r.dir+"/")
		if e.Report.Error != nil {
			line += e.Report.Error.Kind
		}
		lines = append(lines, line)
		if len(lines) == stop {
			break
		}
	}
	return lines, nil
}

// articles are 30 articles, of which every third has the same bytes as one before.
func articles() (files map[string]string, want []string) {
	files = map[string]string{}
	for i := range 30 {
		name, text, first := fmt.Sprintf("%02d.txt", i), fmt.Sprintf("article %d", i), ""
		if i%3 == 2 {
			text, first = "article 0", "00.txt"
		}
		files[name] = text
		want = append(want, name+" "+text+" "+first)
	}
	return files, want
}

func TestOrderAndCopies(t *testing.T) {
	files, want := articles()
	r := newRig(t, files)
	got, err := r.run(t, Shard{}, filepath.Join(t.TempDir(), "j"), 0)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v\n got %q\nwant %q", err, got, want)
	}
	for text, n := range r.read {
		if n != 1 {
			t.Errorf("%q was read %d times", text, n)
		}
	}
}

// TestStopAnywhere stops a run after each number of entries and goes on: all are there, none is read twice.
func TestStopAnywhere(t *testing.T) {
	files, want := articles()
	for stop := range want {
		r, file := newRig(t, files), filepath.Join(t.TempDir(), "j")
		if stop > 0 {
			if _, err := r.run(t, Shard{}, file, stop); err != nil {
				t.Fatal(err)
			}
		}
		r = &rig{dir: r.dir, read: map[string]int{}} // what was under way is not in the journal, and may still be read by the old one
		got, err := r.run(t, Shard{}, file, 0)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("stopped after %d: %v\n got %q\nwant %q", stop, err, got, want)
		}
		if stop > 0 && r.read["article 0"] > 0 {
			t.Errorf("stopped after %d: a copy of what is done was read", stop)
		}
	}
}

func TestShards(t *testing.T) {
	files, want := articles()
	r := newRig(t, files)
	for _, n := range []uint64{1, 2, 5} {
		var union []string
		for i := range n {
			file := filepath.Join(t.TempDir(), "j")
			part, err := r.run(t, Shard{i, n}, file, 0)
			if err != nil {
				t.Fatal(err)
			}
			again, err := r.run(t, Shard{i, n}, file, 0)
			if err != nil || !slices.Equal(part, again) {
				t.Errorf("%d/%d resumed: %v, %q, want %q", i, n, err, again, part)
			}
			union = append(union, part...)
		}
		slices.Sort(union)
		if !slices.Equal(union, want) {
			t.Errorf("%d shards\n got %q\nwant %q", n, union, want)
		}
	}
}

func TestOtherInputs(t *testing.T) {
	r := newRig(t, map[string]string{"a.txt": "a", "b.txt": "b", "c.txt": "c"})
	file, in := filepath.Join(t.TempDir(), "j"), func(name string) string { return filepath.Join(r.dir, name) }
	if _, err := r.run(t, Shard{}, file, 0, in("a.txt"), in("b.txt")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{[]string{in("a.txt"), in("c.txt")}, in("c.txt") + " stands where " + in("b.txt") + " stood"},
		{[]string{in("a.txt")}, in("b.txt") + " is missing"},
		{[]string{in("a.txt"), in("b.txt"), in("c.txt")}, ""},
	} {
		_, err := r.run(t, Shard{}, file, 0, c.paths...)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%v: %v", c.paths, err)
		case c.want != "" && (!errors.Is(err, ErrOtherInputs) || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%v: %v, want %q", c.paths, err, c.want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	r := newRig(t, map[string]string{"a.txt": "a"})
	got, err := r.run(t, Shard{}, filepath.Join(t.TempDir(), "j"), 0, filepath.Join(r.dir, "gone.txt"), filepath.Join(r.dir, "a.txt"))
	if want := []string{"gone.txt  unreadable", "a.txt a "}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v: %q, want %q", err, got, want)
	}
}

func TestParseShard(t *testing.T) {
	for s, want := range map[string]Shard{"": {}, "0/1": {0, 1}, "3/4": {3, 4}} {
		if got, err := ParseShard(s); got != want || err != nil {
			t.Errorf("%q: %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"4/4", "1", "-1/4", "1/0", "a/b", "1/4x", "1/4 2"} {
		if got, err := ParseShard(s); err == nil {
			t.Errorf("%q: %v, no error", s, got)
		}
	}
}
