package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"lossclaims/extractor"
	"lossclaims/internal/output"
)

// results prints reports as they come, keeps count, and knows the exit code in the end.
type results struct {
	flags    *flags
	sink     *output.Sink
	stderr   io.Writer
	mute     bool // the output has no place for failed inputs
	format   string
	live     bool // show progress on standard error
	shown    time.Time
	leftOut  int // articles that are not printed
	done     int
	failures int
}

func newResults(f *flags, single bool) (*results, error) {
	opts := f.printing(single)
	sink, err := output.Open(f.output, os.Stdout, opts)
	if err != nil {
		return nil, fmt.Errorf("--output: %w", err)
	}
	return &results{flags: f, sink: sink, stderr: os.Stderr, format: opts.Format, mute: !output.HasArticles(f.output, opts.Format),
		live: !f.quiet && !f.verbose && aside(f.output) && term.IsTerminal(int(os.Stderr.Fd()))}, nil
}

// aside reports whether the results go to a file. Elsewhere they may reach the terminal that progress is shown on, by
// themselves or at the end of a pipe, and the two would mix.
func aside(name string) bool {
	if name != "" {
		return true
	}
	info, err := os.Stdout.Stat()
	return err == nil && info.Mode().IsRegular()
}

// add prints one report.
func (s *results) add(r *extractor.Report) error {
	s.done++
	if r.Error != nil {
		s.failures++
	}
	if err := s.sink.Print(r); err != nil {
		return s.lost(err)
	}
	s.tell(r)
	return nil
}

// lost gives up on the output: what cannot be written is no usage error.
func (s *results) lost(err error) error {
	s.sink.Abort()
	return failed(err)
}

// tell says on standard error what the output does not say, or what was asked for.
func (s *results) tell(r *extractor.Report) {
	name := output.Clean(r.Article.Input)
	switch {
	case r.Error != nil && (s.mute || s.flags.verbose || s.format != "text" && !s.flags.quiet):
		s.say("%s: %s: %s", name, r.Error.Kind, output.Clean(r.Error.Message))
	case s.flags.verbose:
		s.say("%s: %s", name, plural(len(r.Claims), "claim"))
	}
	for _, w := range r.Warnings {
		if s.flags.verbose {
			s.say("%s: warning %s: %s", name, w.Kind, output.Clean(w.Message))
		}
	}
	if s.live && time.Since(s.shown) > 100*time.Millisecond {
		s.shown = time.Now()
		fmt.Fprintf(s.stderr, "\r\x1b[K%s, %d failed", plural(s.done, "article"), s.failures)
	}
}

// say prints a line on standard error, over the progress where there is one.
func (s *results) say(format string, args ...any) {
	clear := ""
	if s.live {
		clear = "\r\x1b[K"
	}
	fmt.Fprintf(s.stderr, clear+format+"\n", args...)
}

// finish completes the output and returns the error that stands for the exit code. nothing says what is
// wrong when there was no input at all, "" for nothing.
func (s *results) finish(interrupted bool, nothing func() string) error {
	if s.live {
		fmt.Fprint(s.stderr, "\r\x1b[K")
	}
	if s.done == 0 && s.leftOut == 0 && !interrupted {
		if why := nothing(); why != "" {
			s.sink.Abort()
			return errors.New(why)
		}
	}
	if err := s.sink.Commit(); err != nil {
		return failed(err)
	}
	switch {
	case interrupted:
		s.say("interrupted after %s", plural(s.done, "article"))
		return exitError{code: exitInterrupted}
	case s.failures == 0:
		return nil
	case s.failures == s.done && s.leftOut == 0:
		return exitError{code: exitAllFailed}
	}
	return exitError{code: exitSomeFailed}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
