package workers

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lossclaims/extractor"
)

func TestMain(m *testing.M) {
	command := ""
	if len(os.Args) > 1 {
		command = os.Args[1]
	}
	switch command {
	case "serve":
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
	case "no worker":
		os.Exit(1)
	default:
		os.Exit(m.Run())
	}
}

const article = "7 February 2023\n\nArmour lost\n\nUkraine's army said that 23 Russian tanks were destroyed in one night of fighting."

func options() Options {
	return Options{Command: []string{"serve"}, Workers: 2, Timeout: time.Minute}
}

func pool(t *testing.T, opts Options) *Pool {
	t.Helper()
	p, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// TestSameReports holds that a report from another process is what it is in this one.
func TestSameReports(t *testing.T) {
	opts := options()
	opts.Config.Options = extractor.Options{WithText: true, Explain: true, MaxClaims: 1}
	p := pool(t, opts)
	x, err := extractor.New(opts.Config.Options)
	if err != nil {
		t.Fatal(err)
	}
	if p.Patterns() != x.PatternHash() {
		t.Errorf("patterns %s, want %s", p.Patterns(), x.PatternHash())
	}
	var group sync.WaitGroup
	for _, text := range []string{article, "", strings.Repeat("Nothing of the kind happened. ", 50)} {
		job := Job{Data: []byte(text), Text: true, Meta: extractor.Meta{Input: "a", Published: "2024-01-02"}}
		want := Extract(t.Context(), x, job)
		group.Go(func() {
			if got, _ := p.Do(job); !cmp.Equal(got, want) {
				t.Errorf("%q: %s", text, cmp.Diff(want, got))
			}
		})
	}
	group.Wait()
}

// TestLostWorker ends a worker from outside: the article that it would have read is read by the next.
func TestLostWorker(t *testing.T) {
	p := pool(t, options())
	w := <-p.idle
	w.cmd.Process.Kill()
	p.idle <- w
	if r, _ := p.Do(Job{Data: []byte(article), Text: true}); r.Error != nil || len(r.Claims) != 1 {
		t.Errorf("%v, %d claims", r.Error, len(r.Claims))
	}
	if p.running != 1 {
		t.Errorf("%d workers are counted", p.running)
	}
}

func TestTimeLimit(t *testing.T) {
	opts := options()
	opts.Timeout = time.Nanosecond
	p := pool(t, opts)
	r, _ := p.Do(Job{Data: []byte(article), Text: true, Meta: extractor.Meta{Input: "a"}})
	if r.Error == nil || r.Error.Kind != "time_limit" || r.Article.Input != "a" {
		t.Errorf("%v", r.Error)
	}
}

func TestConfigError(t *testing.T) {
	opts := options()
	opts.Config.Options.Language = "xx"
	var wrong *ConfigError
	if _, err := New(opts); !errors.As(err, &wrong) || !strings.Contains(err.Error(), `no patterns for language "xx"`) {
		t.Errorf("%v", err)
	}
	opts = options()
	opts.Command = []string{"no worker"}
	if _, err := New(opts); err == nil || errors.As(err, &wrong) {
		t.Errorf("a program that is no worker: %v", err)
	}
}

func TestWhyLost(t *testing.T) {
	for said, want := range map[string]string{
		"runtime: goroutine stack exceeds\nfatal error: stack overflow\n": "panic: a fault of the program, please report it with the article: stack overflow",
		"fatal error: runtime: out of memory\n":                           "memory_limit: took more than 1024 MiB of memory",
		"panic: no such thing\n\ngoroutine 1":                             "panic: a fault of the program, please report it with the article: no such thing",
	} {
		w := &worker{stderr: &head{limit: 100}}
		w.stderr.Write([]byte(said))
		if got := w.lost().Error(); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
