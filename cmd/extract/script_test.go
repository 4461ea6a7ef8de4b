package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"lossclaims/internal/schemacheck"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"extract": func() { os.Exit(run()) }})
}

// TestScripts runs the command as its users do. Beside the usual commands, a script has `exits CODE COMMAND…`, which
// runs a command and checks its exit code, `reports FILE`, which holds every line of a file against the report's schema, and
// `pack`, which makes archives.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"reports": reports,
			"pack":    pack,
		},
		Setup: func(env *testscript.Env) error {
			server := httptest.NewServer(site())
			env.Defer(server.Close)
			env.Setenv("SERVER", server.URL)
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		RequireExplicitExec: true,
	})
}

// exits runs a command and checks its exit code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		status, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = status.ExitCode()
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// reports holds every line of a file, or of stdout, against the schema of reports.
func reports(ts *testscript.TestScript, _ bool, args []string) {
	checker, err := schemacheck.Reports()
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if err := checker.Check([]byte(line)); err != nil {
			ts.Fatalf("%s\n%v", line, err)
		}
	}
}

const page = `<!DOCTYPE html><html lang="en"><head><title>Tanks lost near Kupiansk</title>
<meta property="article:published_time" content="2023-02-07T08:00:00Z"></head><body><article>
<h1>Tanks lost near Kupiansk</h1>
<p>Ukraine's General Staff said on Tuesday that 14 Russian tanks were destroyed near Kupiansk the day before. The
ministry in Moscow did not comment on the report, which came after a week of heavy fighting along the river.</p>
<p>Residents of the villages close to the front described columns of smoke and long nights in cellars, and the
authorities asked them again to leave for towns farther west while the roads stayed open.</p>
</article></body></html>`

// site is a small web site with a page and with everything that can go wrong.
func site() http.Handler {
	mux := http.NewServeMux()
	html := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	}
	mux.HandleFunc("/page", html)
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusMovedPermanently))
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		fmt.Fprint(w, "%PDF-1.7")
	})
	mux.HandleFunc("/empty", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
	})
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n")
	})
	var asked atomic.Int32
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 1 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		html(w, r)
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(time.Minute):
		}
	})
	return mux
}
