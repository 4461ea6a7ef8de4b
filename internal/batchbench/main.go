// Command batchbench measures a long run of batch: how much memory all its processes hold as it goes on, and how many
// articles a second it reads with one worker and with two.
//
//	go build -o /tmp/extract ./cmd/extract
//	go run ./internal/batchbench -extract /tmp/extract -pages 200000 -parallel 2
//
// The pages are those of the corpus, each time with other figures, so that none is a copy; they are written just ahead of
// the run and removed behind it.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	perFolder = 1000
	behind    = 8 // folders kept behind the one that is written: the list of paths runs ahead of the reading
	rows      = 20
)

func main() {
	log.SetFlags(0)
	extract := flag.String("extract", "extract", "the command to measure")
	pages := flag.Int("pages", 20_000, "pages to read")
	parallel := flag.Int("parallel", 2, "workers")
	corpus := flag.String("corpus", "corpus", "folder of the pages to vary")
	format := flag.String("format", "jsonl", "format of the output")
	flag.Parse()
	if err := measure(*extract, *corpus, *format, *pages, *parallel); err != nil {
		log.Fatal(err)
	}
}

// measure runs the command over the pages and prints a row for every twentieth of them.
func measure(extract, corpus, format string, pages, parallel int) error {
	originals, err := load(corpus)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "batchbench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "out."+format)
	cmd := exec.Command(extract, "batch", "-", "--output", file, "--parallel", strconv.Itoa(parallel))
	cmd.Stderr = os.Stderr
	list, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		defer list.Close()
		if err := feed(list.Write, dir, originals, pages); err != nil {
			log.Print(err)
		}
	}()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	return watch(cmd.Process.Pid, file+".journal", pages, ended)
}

// load reads the pages of the corpus.
func load(corpus string) (pages [][]byte, err error) {
	paths, err := filepath.Glob(filepath.Join(corpus, "*", "*.html"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no pages in %s: run it in the project's folder (%v)", corpus, err)
	}
	for _, path := range paths {
		page, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// figure is a number of three digits or more, no year.
var figure = regexp.MustCompile(`\b[3-9][0-9]{2,4}\b`)

// feed writes the pages and names them to the command.
func feed(write func([]byte) (int, error), dir string, originals [][]byte, pages int) error {
	for i := range pages {
		folder := i / perFolder
		name := filepath.Join(dir, strconv.Itoa(folder), fmt.Sprintf("%07d.html", i))
		if i%perFolder == 0 {
			if err := os.Mkdir(filepath.Dir(name), 0o777); err != nil {
				return err
			}
			os.RemoveAll(filepath.Join(dir, strconv.Itoa(folder-behind)))
		}
		page := figure.ReplaceAll(originals[i%len(originals)], fmt.Append(nil, 300+i%9000))
		page = fmt.Appendf(page, "<!-- %d -->", i)
		if err := os.WriteFile(name, page, 0o666); err != nil {
			return err
		}
		if _, err := write([]byte(name + "\n")); err != nil {
			return err
		}
	}
	return nil
}

// watch prints what the processes hold as the journal grows.
func watch(pid int, journal string, pages int, ended <-chan error) error {
	begun, done, shown, peak := time.Now(), 0, 0, 0
	var in *bufio.Reader
	fmt.Println("| articles | a second | MB resident, all processes | most so far |\n|---:|---:|---:|---:|")
	for {
		select {
		case err := <-ended:
			fmt.Printf("%d pages in %.0f s: %.1f a second, at most %d MB\n", pages, time.Since(begun).Seconds(), float64(pages)/time.Since(begun).Seconds(), peak)
			return err
		case <-time.After(200 * time.Millisecond):
		}
		if in == nil {
			if file, err := os.Open(journal); err == nil {
				in = bufio.NewReaderSize(file, 1<<20)
				done = -1 // the header
			}
			continue
		}
		done += lines(in)
		now := resident(pid)
		peak = max(peak, now)
		if done*rows/pages > shown {
			shown = done * rows / pages
			fmt.Printf("| %d | %.1f | %d | %d |\n", done, float64(done)/time.Since(begun).Seconds(), now, peak)
		}
	}
}

// lines counts the line ends that have come since the last call.
func lines(in *bufio.Reader) (n int) {
	for {
		part, err := in.ReadSlice('\n')
		n += bytes.Count(part, []byte("\n"))
		if err != nil && err != bufio.ErrBufferFull {
			return n
		}
	}
}

// resident is the memory in MB that a process and its children hold; of a page that several share, each counts its part.
func resident(pid int) int {
	pids := []string{strconv.Itoa(pid)}
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, task := range tasks {
		children, _ := os.ReadFile(task)
		pids = append(pids, strings.Fields(string(children))...)
	}
	total := 0
	for _, p := range pids {
		status, _ := os.ReadFile("/proc/" + p + "/smaps_rollup")
		for line := range strings.Lines(string(status)) {
			if strings.HasPrefix(line, "Pss:") {
				kb, _ := strconv.Atoi(strings.Fields(line)[1])
				total += kb
			}
		}
	}
	return total / 1024
}
