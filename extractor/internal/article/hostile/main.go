//go:build unix

// Command hostile measures the article stage on pages that were made to hurt it: it prints time and memory for each
// family of pages and fails when one takes longer or needs more than it may, or when the article's text gets lost.
//
//	go run ./extractor/internal/article/hostile [-seconds 2] [-megabytes 150] [NAME…]
//
// Each page is read in a process of its own, so that peaks of memory do not mix. The time is that on the clock or that on
// the processors, whichever is less, and a slow page is measured up to three times: the machine may be busy with others.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"lossclaims/extractor/internal/article"
)

// tries is how often a page is measured before it counts as slow.
const tries = 3

// hang is when a child process is given up.
const hang = 60 * time.Second

func main() {
	seconds := flag.Float64("seconds", 2, "most time a page may take")
	megabytes := flag.Int("megabytes", 150, "most memory a page may need, the program itself included")
	child := flag.Bool("child", false, "read one family's page and print the measurement as JSON")
	flag.Parse()
	if *child {
		json.NewEncoder(os.Stdout).Encode(measure(find(flag.Arg(0))))
		return
	}
	failed := 0
	for _, f := range families() {
		if flag.NArg() > 0 && !slices.Contains(flag.Args(), f.name) {
			continue
		}
		m, err := run(f.name, *seconds)
		faults := m.faults(f, *seconds, *megabytes)
		if err != nil {
			faults = []string{err.Error()}
		}
		verdict := "ok"
		if len(faults) > 0 {
			failed++
			verdict = "FAILED: " + strings.Join(faults, ", ")
		}
		fmt.Printf("%-26s %7d bytes %6.2f s %4d MB  %-9s %s\n", f.name, m.Bytes, m.Seconds, m.Megabytes, m.how(), verdict)
	}
	if failed > 0 {
		fmt.Printf("%d families failed\n", failed)
		os.Exit(1)
	}
}

// measurement is what reading one page took and gave.
type measurement struct {
	Bytes     int
	Seconds   float64 // on the clock or the processors, whichever is less
	Megabytes int
	First     bool // the article's first paragraphs are in the text
	Last      bool // what stands after the hostile part is, too
	Warnings  []string
	Error     string
}

// how names the path that the page took.
func (m measurement) how() string {
	if slices.Contains(m.Warnings, "degraded") {
		return "degraded"
	}
	return "usual"
}

// faults says what is not as it must be.
func (m measurement) faults(f family, seconds float64, megabytes int) []string {
	var all []string
	add := func(wrong bool, format string, args ...any) {
		if wrong {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	add(m.Error != "", "%s", m.Error)
	add(m.Seconds > seconds, "slower than %g s", seconds)
	add(m.Megabytes > megabytes, "more than %d MB", megabytes)
	add(!m.First, "the article's text is lost")
	add(!m.Last && !f.swallows, "the text after the hostile part is lost")
	add(f.degrades && m.how() != "degraded", "no warning that the page was read in a simpler way")
	return all
}

// run measures a family in child processes and returns the best result.
func run(name string, seconds float64) (best measurement, err error) {
	for try := range tries {
		m, err := runOnce(name)
		if err != nil {
			return m, err
		}
		if try == 0 || m.Seconds < best.Seconds {
			best = m
		}
		if best.Seconds <= seconds {
			break
		}
	}
	return best, nil
}

func runOnce(name string) (m measurement, err error) {
	self, err := os.Executable()
	if err != nil {
		return m, err
	}
	cmd := exec.Command(self, "-child", name)
	cmd.Stderr = os.Stderr
	stop := time.AfterFunc(hang, func() { cmd.Process.Kill() })
	defer stop.Stop()
	out, err := cmd.Output()
	if err != nil {
		return m, fmt.Errorf("crashed or hung: %w", err)
	}
	if err := json.Unmarshal(out, &m); err != nil {
		return m, fmt.Errorf("the child's answer: %w", err)
	}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		m.Megabytes = peak(usage)
	}
	return m, nil
}

// peak is the largest resident size of a process; Linux counts it in kilobytes, macOS in bytes.
func peak(usage *syscall.Rusage) int {
	if runtime.GOOS == "darwin" {
		return int(usage.Maxrss >> 20)
	}
	return int(usage.Maxrss >> 10)
}

// processors is the time that this process has had on the processors so far.
func processors() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return time.Hour // the clock decides
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// measure reads a page after an ordinary one, so that what is set up once is not counted.
func measure(f family) measurement {
	article.FromHTML([]byte(page("")), article.Hints{})
	data := []byte(page(f.part()))
	start, used := time.Now(), processors()
	a, failed := article.FromHTML(data, article.Hints{})
	m := measurement{Bytes: len(data), Seconds: min(time.Since(start), processors()-used).Seconds()}
	if failed != nil {
		m.Error = failed.Kind + ": " + failed.Message
		return m
	}
	m.First, m.Last = strings.Contains(a.Text, first), strings.Contains(a.Text, last)
	for _, w := range a.Warnings {
		m.Warnings = append(m.Warnings, w.Kind)
	}
	return m
}
