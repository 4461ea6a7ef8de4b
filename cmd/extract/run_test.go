package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"lossclaims/extractor/report"
)

// long reports whether tests run at full size: EXTRACT_LONG=1 go test ./cmd/extract -run 'Killed|Poisoned' -timeout 1h
func long() bool { return os.Getenv("EXTRACT_LONG") != "" }

// size is how large a test is: small in every run, large where it is asked for.
func size(small, large int) int {
	if long() {
		return large
	}
	return small
}

// makePages writes n different pages into folders of a hundred, and every fiftieth once more as a copy. fault is put
// into the pages that it names.
func makePages(t testing.TB, n int, fault map[int]string) (dir string, files int) {
	t.Helper()
	dir = t.TempDir()
	for i := range n {
		folder := filepath.Join(dir, fmt.Sprintf("%04d", i/100))
		os.MkdirAll(folder, 0o777)
		page := fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>Armour lost at the river</title>
<meta property="article:published_time" content="2023-02-%02dT08:00:00Z"></head><body><!-- %s --><article><h1>Armour lost at the river</h1>
<p>Ukraine's General Staff said on Tuesday that %d Russian tanks were destroyed near bridge number %d the day before. The
ministry in Moscow did not comment on the report, which came after a week of heavy fighting along the river.</p>
<p>Residents of the villages close to the front described columns of smoke, and the authorities asked them again to leave
for towns farther west while the roads stayed open.</p></article></body></html>`, 1+i%28, fault[i], 11_000+i, i) // no figure that could be a year
		names := []string{fmt.Sprintf("%05d.html", i)}
		if i%50 == 0 {
			names = append(names, fmt.Sprintf("%05d-copy.html", i))
		}
		for _, name := range names {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(page), 0o666); err != nil {
				t.Fatal(err)
			}
			files++
		}
	}
	return dir, files
}

// TestKilled kills a run at random points, goes on with it each time, and compares the end with an undisturbed run's.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	dir, files := makePages(t, size(150, 10_000), nil)
	kills, names := size(2, 50), []string{"out.jsonl", "out.db"}
	if long() {
		names = append(names, "out.csv.gz", "out.parquet")
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			undisturbed, resumed := filepath.Join(t.TempDir(), name), filepath.Join(t.TempDir(), name)
			if out, err := exec.CommandContext(t.Context(), "extract", "batch", dir, "-q", "-o", undisturbed).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			points := make([]int, kills)
			for i := range points {
				points[i] = rand.IntN(files)
			}
			slices.Sort(points)
			t.Logf("killed after at least %v of %d articles", points, files)
			for _, point := range points {
				killAfter(t, point, resumed+".journal", "batch", dir, "-o", resumed, "--resume")
				if _, err := os.Stat(resumed); err == nil {
					t.Fatal("the output shows before its end")
				}
			}
			out, err := exec.CommandContext(t.Context(), "extract", "batch", dir, "-o", resumed, "--resume").CombinedOutput()
			if err != nil || !strings.Contains(string(out), "from the journal") {
				t.Fatalf("%v: %s", err, out)
			}
			sameOutput(t, undisturbed, resumed)
			made, _ := filepath.Glob(filepath.Dir(undisturbed) + "/*")
			if there, _ := filepath.Glob(filepath.Dir(resumed) + "/*"); len(there) != len(made) {
				t.Errorf("left behind: %v", there)
			}
		})
	}
}

// killAfter runs the command and kills it when its journal has so many entries, without a warning.
func killAfter(t *testing.T, entries int, journal string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "extract", args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	var grown *os.File
	defer func() { grown.Close() }()
	for lines := 0; ; {
		if grown == nil {
			grown, _ = os.Open(journal)
		}
		more, _ := io.ReadAll(grown) // what has come since the last time
		if lines += bytes.Count(more, []byte("\n")); lines > entries {
			break
		}
		select {
		case <-ended:
			t.Fatalf("ended by itself before %d entries: %s", entries, said.String())
		case <-time.After(time.Duration(1+rand.IntN(20)) * time.Millisecond):
		}
	}
	cmd.Process.Kill()
	<-ended
}

// sameOutput compares two outputs and, where there are, the tables of articles beside them.
func sameOutput(t *testing.T, a, b string) {
	t.Helper()
	first, _ := filepath.Glob(filepath.Dir(a) + "/*")
	for _, name := range first {
		want, got := content(t, name), content(t, filepath.Join(filepath.Dir(b), filepath.Base(name)))
		if len(want) == 0 || !bytes.Equal(want, got) {
			t.Errorf("%s: %d bytes or rows' bytes, want %d, and the same ones", filepath.Base(name), len(got), len(want))
		}
	}
}

// content is the bytes of a file; of a table its rows.
func content(t *testing.T, name string) []byte {
	t.Helper()
	switch filepath.Ext(name) {
	case ".db":
		out, err := exec.Command("sqlite3", name, ".dump").Output()
		if err != nil {
			t.Skip("no sqlite3 here:", err)
		}
		return out
	case ".parquet":
		return parquetRows(t, name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parquetRows(t *testing.T, name string) []byte {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := parquet.NewGenericReader[any](file)
	defer reader.Close()
	var out bytes.Buffer
	for {
		rows := make([]any, 64)
		n, err := reader.Read(rows)
		for _, row := range rows[:n] {
			fmt.Fprintln(&out, row)
		}
		if err == io.EOF {
			return out.Bytes()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// faulty builds the command with the faults that pages can ask for.
func faulty(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "extract")
	out, err := exec.CommandContext(t.Context(), "go", "build", "-tags", "faults", "-o", path, ".").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

// TestPoisonedPages has pages that take down the process that reads them. Each costs itself.
func TestPoisonedPages(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go here")
	}
	n := size(150, 10_000)
	faults := map[int]string{n/7 | 1: "fault: panic", n/3 | 1: "fault: hang", n/2 | 1: "fault: stack"} // odd ones have no copies
	if !long() {
		faults[n-1] = "fault: memory"
	}
	dir, files := makePages(t, n, faults)
	file := filepath.Join(t.TempDir(), "out.jsonl")
	cmd := exec.CommandContext(t.Context(), faulty(t), "batch", dir, "-o", file, "--page-timeout", "5s")
	out, err := cmd.CombinedOutput()
	if err == nil || cmd.ProcessState.ExitCode() != exitSomeFailed {
		t.Fatalf("%v: %s", err, out)
	}
	t.Logf("%s", out)
	want := map[string]string{"panic": "a fault that no recover reaches", "hang": "gave up after 5s", "stack": "stack overflow", "memory": "MiB of memory"}
	kinds := map[string]string{"panic": "panic", "hang": "time_limit", "stack": "panic", "memory": "memory_limit"}
	reports, failed := 0, 0
	for line := range strings.Lines(readFile(t, file)) {
		var r report.Report
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		reports++
		var i int
		fmt.Sscanf(strings.TrimSuffix(filepath.Base(r.Article.Input), "-copy.html"), "%05d", &i)
		fault := strings.TrimPrefix(faults[i], "fault: ")
		switch {
		case fault == "" && (r.Error != nil || len(r.Claims) != 1 || *r.Claims[0].Quantity.Value != int64(11_000+i)):
			t.Errorf("%s: %v, %v", r.Article.Input, r.Error, r.Claims)
		case fault != "":
			failed++
			if r.Error == nil || r.Error.Kind != kinds[fault] || !strings.Contains(r.Error.Message, want[fault]) || r.Article.SHA256 == "" {
				t.Errorf("%s: %v, want %s: %s", r.Article.Input, r.Error, kinds[fault], want[fault])
			}
		}
	}
	if reports != files || failed != len(faults) {
		t.Errorf("%d reports of %d, %d of them failed, want %d", reports, files, failed, len(faults))
	}
}

func TestInterruptAndResume(t *testing.T) {
	dir, _ := makePages(t, 40, nil)
	pages, _ := filepath.Glob(dir + "/*/*.html")
	file := filepath.Join(t.TempDir(), "out.jsonl")
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer write.Close()
	cmd, out := exec.CommandContext(t.Context(), "extract", "batch", "-", "-o", file), &bytes.Buffer{}
	cmd.Stdin, cmd.Stderr = read, out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	write.WriteString(strings.Join(pages[:20], "\n") + "\n") // and the list goes on
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		if data, _ := os.ReadFile(file + ".journal"); bytes.Count(data, []byte("\n")) > 3 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("nothing is done: %s", out)
		}
	}
	second := exec.CommandContext(t.Context(), "extract", "batch", dir, "-o", file)
	if said, _ := second.CombinedOutput(); second.ProcessState.ExitCode() != exitAllFailed || !strings.Contains(string(said), "another run is writing it") {
		t.Errorf("a second writer: exit code %d, said %q", second.ProcessState.ExitCode(), said)
	}
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(out.String(), "to go on: extract batch - -o "+file+" --resume") {
		t.Fatalf("exit code %d, said %q", code, out)
	}
	if left, _ := filepath.Glob(filepath.Dir(file) + "/*"); len(left) != 1 {
		t.Errorf("left: %v, want the journal alone", left)
	}
	resume := func(paths []string, options ...string) (int, string) {
		cmd := exec.CommandContext(t.Context(), "extract", append([]string{"batch", "-", "-o", file, "--resume"}, options...)...)
		cmd.Stdin = strings.NewReader(strings.Join(paths, "\n"))
		said, _ := cmd.CombinedOutput()
		return cmd.ProcessState.ExitCode(), string(said)
	}
	if code, said := resume(pages, "--explain"); code != exitUsage || !strings.Contains(said, "other options") {
		t.Errorf("with other options: exit code %d, said %q", code, said)
	}
	if code, said := resume(pages[1:]); code != exitAllFailed || !strings.Contains(said, "not those of the run that was stopped") {
		t.Errorf("with other inputs: exit code %d, said %q", code, said)
	}
	if code, said := resume(pages); code != exitDone || !strings.Contains(said, "from the journal") {
		t.Fatalf("exit code %d, said %q", code, said)
	}
	if got := strings.Count(readFile(t, file), "\n"); got != len(pages) {
		t.Errorf("%d lines, want %d", got, len(pages))
	}
}
