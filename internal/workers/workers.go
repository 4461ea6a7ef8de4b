// Package workers runs the extractor in processes of its own: articles go in, reports come out, and an article that takes
// its process down (a fault of the program, a hang, an overflowing stack, too much memory) costs no more than itself.
//
// The processes are the running program itself, started with a subcommand that calls Serve. They are fed over their
// standard input and answer on their standard output; they end when the input does, so that none outlives its parent.
package workers

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
)

// Config is what a worker needs to know before its first article.
type Config struct {
	Options  extractor.Options // without Patterns, which are files here
	Patterns []string          // folders laid over the embedded patterns
}

// Job is one article.
type Job struct {
	Data []byte
	Text bool // plain text, not HTML
	Meta extractor.Meta
}

// hello is what a worker says when it is ready, or cannot be.
type hello struct {
	Patterns string // the hash of the pattern set
	Err      string
}

// reply is the answer to a job. The report is JSON: gob would lose what tells null from empty.
type reply struct {
	Report []byte
	Took   time.Duration
	Stages []Stage
}

// Options are how a Pool runs its workers.
type Options struct {
	Command []string      // arguments that make the program call Serve
	Config  Config        // passed to every worker
	Workers int           // how many at most
	Timeout time.Duration // the longest that one article may take
}

// growAfter is how long an article waits for a worker before another one is started. A worker takes half a second to
// start, so that a few articles are read sooner by one.
const growAfter = 200 * time.Millisecond

// Pool is a set of workers. It is safe for concurrent use.
type Pool struct {
	opts     Options
	idle     chan *worker
	mu       sync.Mutex
	running  int
	ready    bool // one has started
	patterns string
	stages   []Stage
}

// New starts the first worker. An error of the patterns or the language is returned as it is, as a *ConfigError.
func New(opts Options) (*Pool, error) {
	p := &Pool{opts: opts, idle: make(chan *worker, opts.Workers)}
	p.running++
	w, err := p.start()
	if err != nil {
		return nil, err
	}
	p.idle <- w
	return p, nil
}

// ConfigError is what a worker says of its Config.
type ConfigError struct{ Message string }

func (e *ConfigError) Error() string { return e.Message }

// Patterns is the hash of the workers' pattern set.
func (p *Pool) Patterns() string { return p.patterns }

// Do extracts one article and says how long that took. A worker that is lost over it is replaced; the article is tried
// once more, since the system may have ended the worker for reasons of its own.
func (p *Pool) Do(job Job) (*report.Report, time.Duration) {
	begun := time.Now()
	for try := 1; ; try++ {
		w, err := p.take()
		if err != nil {
			return report.Failed(job.Meta.Input, "panic", err.Error()), time.Since(begun)
		}
		r, answer, err := w.do(job, p.opts.Timeout)
		if err == nil {
			p.addStages(answer.Stages)
			p.idle <- w
			return r, answer.Took
		}
		p.drop(w)
		var lost *lostError
		if try == 1 && errors.As(err, &lost) && !lost.timedOut {
			continue
		}
		return failure(job.Meta.Input, err), time.Since(begun)
	}
}

// failure is the report of an article that no worker survived.
func failure(input string, err error) *report.Report {
	var lost *lostError
	if errors.As(err, &lost) {
		return report.Failed(input, lost.kind, lost.message)
	}
	return report.Failed(input, "panic", err.Error())
}

// take returns a worker that is free, starting one where there are too few.
func (p *Pool) take() (*worker, error) {
	for {
		select {
		case w := <-p.idle:
			return w, nil
		default:
		}
		if p.mayStart(false) {
			return p.start()
		}
		select {
		case w := <-p.idle:
			return w, nil
		case <-time.After(growAfter):
			if p.mayStart(true) {
				return p.start()
			}
		}
	}
}

// mayStart reserves the place of another worker: the only one at any time, further ones when somebody has waited.
func (p *Pool) mayStart(waited bool) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.running == 0 || waited && p.ready && p.running < p.opts.Workers {
		p.running++
		return true
	}
	return false
}

// start starts a worker in a place that is reserved.
func (p *Pool) start() (*worker, error) {
	w, said, err := start(p.opts)
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case err != nil:
		p.running--
		return nil, err
	case p.ready && said.Patterns != p.patterns:
		p.running--
		w.kill()
		return nil, errors.New("the pattern files have changed during the run: run it again")
	}
	p.ready, p.patterns = true, said.Patterns
	return w, nil
}

// drop ends a worker and frees its place.
func (p *Pool) drop(w *worker) {
	w.kill()
	p.mu.Lock()
	p.running--
	p.mu.Unlock()
}

// Close ends the workers that are free. Those at work end with their articles unanswered when the program does.
func (p *Pool) Close() {
	for {
		select {
		case w := <-p.idle:
			p.drop(w)
		default:
			return
		}
	}
}

// lostError is about a worker that ended, or had to be ended, over an article.
type lostError struct {
	kind, message string
	timedOut      bool
}

func (e *lostError) Error() string { return fmt.Sprintf("%s: %s", e.kind, e.message) }
