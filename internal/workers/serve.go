package workers

import (
	"context"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
)

// The limits of a worker process. A page of the largest size takes a few hundred MB to read.
const (
	memoryLimit = 1 << 30   // of the heap in use: a page that takes more is given up
	dataLimit   = 3 << 30   // of all memory, enforced by the system where it can
	stackLimit  = 64 << 20  // of a goroutine
	idleLimit   = 100 << 20 // of the memory that is kept from one page to the next
	largeHeap   = 80 << 20  // of the heap in use: a page that takes more is read without regard to idleLimit
	startLimit  = 112 << 20 // up to which nothing is collected before the first report is out
	gcPercent   = 50        // memory matters more than the last tenth of speed: there is a worker for every core
)

// Serve is the life of a worker process: it reads its Config and then articles from in and writes a report for each to
// out. It returns when in ends, and ends the process at once when that happens over an article.
func Serve(in io.Reader, out io.Writer) error {
	// Ctrl-C goes to all processes of a terminal, but it is the parent who decides what is finished.
	signal.Ignore(os.Interrupt, syscall.SIGTERM, syscall.SIGPIPE)
	settle := hurry()
	debug.SetMaxStack(stackLimit)
	limitData(dataLimit)
	go watchMemory()

	dec, enc := gob.NewDecoder(in), gob.NewEncoder(out)
	var config Config
	if err := dec.Decode(&config); err != nil {
		return fmt.Errorf("this command is for the program's own use: %w", err)
	}
	x, err := config.extractor()
	if err != nil {
		return enc.Encode(hello{Err: err.Error()})
	}
	if err := enc.Encode(hello{Patterns: x.PatternHash()}); err != nil {
		return err
	}
	for job := range jobs(dec) {
		begun := time.Now()
		var watch stopwatch
		r := Extract(watch.watch(context.Background()), x, job)
		watch.enter(stageReport)
		data, err := json.Marshal(r)
		if err != nil {
			return err
		}
		watch.enter("")
		if err := enc.Encode(reply{Report: data, Took: time.Since(begun), Stages: watch.stages}); err != nil {
			return err
		}
		settle()
		shrink()
	}
	return nil
}

// hurry puts off the collection of garbage: what a worker reads at its start, patterns and models, mostly stays, and is a
// third slower to read when it is looked through again and again. settle goes over to the usual way.
func hurry() (settle func()) {
	lifted.Store(true)                              // the start has a limit of its own
	threads := runtime.GOMAXPROCS(runtime.NumCPU()) // pattern files are parsed side by side
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(startLimit)
	return sync.OnceFunc(func() {
		debug.SetGCPercent(gcPercent)
		runtime.GOMAXPROCS(threads)
		lifted.Store(false)
		debug.SetMemoryLimit(idleLimit)
		debug.FreeOSMemory()
	})
}

// jobs yields the articles that come in. Reading goes on while one is worked on, so that the end of the input, which is
// the end of the parent, ends a process that hangs.
func jobs(dec *gob.Decoder) <-chan Job {
	out := make(chan Job)
	go func() {
		for {
			var job Job
			if err := dec.Decode(&job); err != nil {
				os.Exit(0)
			}
			out <- job
		}
	}()
	return out
}

func (c Config) extractor() (*extractor.Extractor, error) {
	opts := c.Options
	for _, dir := range c.Patterns {
		opts.Patterns = append(opts.Patterns, os.DirFS(dir))
	}
	return extractor.New(opts)
}

// Extract runs the library on one article. A fault of the program is a report, too.
func Extract(ctx context.Context, x *extractor.Extractor, job Job) (r *report.Report) {
	defer func() {
		if fault := recover(); fault != nil {
			message := fmt.Sprintf("a fault of the program, please report it with the article: %v", fault)
			r = report.Failed(job.Meta.Input, "panic", message)
		}
	}()
	inject(job.Data)
	run := x.HTML
	if job.Text {
		run = x.Text
	}
	r, err := run(ctx, job.Data, job.Meta)
	if err != nil {
		return report.Failed(job.Meta.Input, "panic", "the extractor gave up: "+err.Error())
	}
	return r
}

// heapInUse is the memory of the heap's objects, dead ones included that are not swept yet.
func heapInUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// watchMemory ends a process that takes too much. Over a large page it lifts the limit that keeps the process small between
// pages, or collecting garbage would take most of the time.
func watchMemory() {
	for range time.Tick(20 * time.Millisecond) {
		switch heap := heapInUse(); {
		case heap > memoryLimit:
			fmt.Fprintln(os.Stderr, "out of memory: over the limit of a worker")
			os.Exit(2)
		case heap > largeHeap && lifted.CompareAndSwap(false, true):
			debug.SetMemoryLimit(math.MaxInt64)
		}
	}
}

// lifted says that a page is read without regard to idleLimit.
var lifted atomic.Bool

// shrink gives memory back to the system after a page that took much.
func shrink() {
	if lifted.CompareAndSwap(true, false) {
		debug.SetMemoryLimit(idleLimit)
		debug.FreeOSMemory()
	}
}
