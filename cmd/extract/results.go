package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/term"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
	"lossclaims/internal/batch"
	"lossclaims/internal/inputs"
	"lossclaims/internal/journal"
	"lossclaims/internal/output"
	"lossclaims/internal/progress"
)

// results prints reports as they come, keeps count, and knows the exit code in the end.
type results struct {
	flags    *flags
	only     *keep
	sink     *output.Sink
	progress *progress.Progress
	journal  *journal.Journal // nil where articles are not kept
	file     string           // the name of the journal; "" when nobody can resume it
	mute     bool             // the output has no place for failed inputs
	format   string
	single   bool
}

func newResults(f *flags, only *keep, single bool) (*results, error) {
	opts := f.printing(single)
	sink, err := output.Open(f.output, os.Stdout, opts)
	if errors.Is(err, output.ErrBusy) {
		return nil, failed(err)
	}
	if err != nil {
		return nil, fmt.Errorf("--output: %w", err)
	}
	return &results{flags: f, only: only, sink: sink, progress: newProgress(f), format: opts.Format, single: single,
		mute: !output.HasArticles(f.output, opts.Format)}, nil
}

// newProgress chooses how progress is shown: not at all where it would mix with the results, or with a line an article.
func newProgress(f *flags) *progress.Progress {
	style := progress.Lines
	switch {
	case f.quiet || f.verbose:
		style = progress.None
	case term.IsTerminal(int(os.Stderr.Fd())):
		style = progress.None
		if aside(f.output) {
			style = progress.Bar
		}
	}
	width := func() int {
		columns, _, _ := term.GetSize(int(os.Stderr.Fd()))
		return columns
	}
	return progress.New(os.Stderr, style, width, time.Now)
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

// openJournal opens the journal of a run: beside the output, or for the time of the run where that is no file.
func (s *results) openJournal(patterns string) (err error) {
	f := s.flags
	defer func() {
		if err != nil {
			s.sink.Abort()
		}
	}()
	s.file = s.sink.Journal()
	if s.file == "" {
		if f.resume {
			return errors.New("--resume needs the --output of the run that was stopped: standard output cannot be continued")
		}
		s.journal, err = journal.Temporary()
		return err
	}
	var old string
	s.journal, old, err = journal.Open(s.file, runOf(f, patterns), f.resume)
	switch {
	case errors.Is(err, journal.ErrOther):
		return fmt.Errorf("--resume: %w: give the options of that run, or leave out --resume to start anew", err)
	case err != nil:
		return failed(err)
	case old != "" && !f.quiet:
		s.progress.Say("extract: starting anew; what a run that was stopped had done is in %s (--resume would have gone on with it)", old)
	}
	return nil
}

// runOf is all that the reports of a run depend on but their inputs.
func runOf(f *flags, patterns string) string {
	b := buildInfo()
	data, _ := json.Marshal([]any{b.version, b.commit, patterns, report.SchemaVersion, f.language, f.published, f.withText, f.explain, f.shard,
		f.limits.bytes, f.limits.text, f.limits.depth, f.limits.claims, f.limits.time})
	return string(data)
}

// temporaryRoom is what a journal takes that only serves to find copies.
const temporaryRoom = 256 << 20

// room is how large the journal may grow, 0 for no limit.
func (s *results) room() int64 {
	if s.file == "" {
		return temporaryRoom
	}
	return 0
}

// countAfter is how long a run takes before its articles are counted for the progress.
const countAfter = 2 * time.Second

// count tells the progress how much there is to read. A shard's own articles cannot be counted before they are read, only
// what all shards have to look through.
func (s *results) count(ctx context.Context, survey func(context.Context) inputs.Extent, sharded bool) {
	select {
	case <-ctx.Done():
		return
	case <-time.After(countAfter):
	}
	extent := survey(ctx)
	s.progress.SetBytes(extent.Bytes)
	if !sharded {
		s.progress.SetTotal(extent.Articles)
	}
}

// reached passes items on and tells the progress how far they are.
func (s *results) reached(items iter.Seq[inputs.Item]) iter.Seq[inputs.Item] {
	return func(yield func(inputs.Item) bool) {
		for item := range items {
			s.progress.Reach(item.Before)
			if !yield(item) {
				return
			}
		}
	}
}

// follow runs over many articles and prints their reports; nothing says what is wrong when there were no inputs at all,
// "" for nothing.
func (s *results) follow(ctx context.Context, opts batch.Options, nothing func() string) error {
	opts.Published, opts.Journal, opts.Keep = s.flags.published, s.journal, s.room()
	for entry, err := range batch.Run(ctx, opts) {
		if err == nil {
			err = s.add(entry)
		}
		if err != nil {
			return s.lost(err)
		}
	}
	return s.finish(ctx.Err() != nil, nothing)
}

// add prints one report, if it is one that is kept.
func (s *results) add(e *journal.Entry) error {
	if !s.only.wants(e.Report) {
		s.progress.Leave()
		return nil
	}
	if err := s.sink.Print(e.Report); err != nil {
		return err
	}
	s.progress.Add(e.Report, e.Took, e.Resumed)
	if !e.Resumed {
		s.tell(e.Report)
	}
	return nil
}

// lost gives up on the output: what cannot be written is no usage error. The journal stays.
func (s *results) lost(err error) error {
	s.progress.Clear()
	s.sink.Abort()
	done := s.leave()
	switch {
	case errors.Is(err, syscall.EPIPE):
		// Not wrapped: for other commands a reader that goes away is no failure.
		return failed(fmt.Errorf("the reader of the output went away: %s written", plural(s.progress.Done(), "article")))
	case done == "":
		return failed(err)
	}
	return failed(fmt.Errorf("%w\n%s", err, done))
}

// leave closes the journal and says how to go on with it; "" when there is nothing to go on with.
func (s *results) leave() string {
	if s.file == "" || s.journal == nil {
		return ""
	}
	if s.journal.Count() == 0 {
		s.journal.Remove()
		return ""
	}
	s.journal.Close()
	return fmt.Sprintf("%s kept in %s; to go on: %s", plural(s.journal.Count(), "article"), s.file, again())
}

// again is the command line that goes on with this run.
func again() string {
	args := slices.Clone(os.Args)
	if !slices.Contains(args, "--resume") {
		args = append(args, "--resume")
	}
	for i, arg := range args {
		if arg == "" || strings.ContainsAny(arg, " \t\n'\"\\$`*?[]{}()<>|&;~#!") {
			args[i] = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
		}
	}
	return strings.Join(args, " ")
}

// tell says on standard error what the output does not say, or what was asked for.
func (s *results) tell(r *extractor.Report) {
	name := output.Clean(r.Article.Input)
	switch {
	case r.Error != nil && (s.mute || s.flags.verbose || s.format != "text" && !s.flags.quiet):
		s.progress.Say("%s: %s: %s", name, r.Error.Kind, output.Clean(r.Error.Message))
	case s.flags.verbose:
		s.progress.Say("%s: %s", name, plural(len(r.Claims), "claim"))
	}
	for _, w := range r.Warnings {
		if s.flags.verbose {
			s.progress.Say("%s: warning %s: %s", name, w.Kind, output.Clean(w.Message))
		}
	}
}

// finish completes the output and returns the error that stands for the exit code.
func (s *results) finish(interrupted bool, nothing func() string) error {
	done, failures, left := s.progress.Done(), s.progress.Failed(), s.only.left()
	s.progress.Clear()
	switch {
	case interrupted && s.file != "":
		return s.stop()
	case done+left == 0 && !interrupted:
		if why := nothing(); why != "" {
			s.sink.Abort()
			s.leave()
			return errors.New(why)
		}
	}
	if err := s.sink.Commit(); err != nil {
		return s.lost(err)
	}
	if s.file != "" {
		s.journal.Remove()
	}
	if !s.flags.quiet && !s.single && done+left > 1 {
		s.progress.Summary()
	}
	if told := s.only.tell(); told != "" && !s.flags.quiet {
		s.progress.Say("extract: %s", told)
	}
	switch {
	case interrupted:
		s.progress.Say("interrupted after %s", plural(done, "article"))
		return exitError{code: exitInterrupted}
	case failures == 0:
		return nil
	case failures == done && left == 0:
		return exitError{code: exitAllFailed}
	}
	return exitError{code: exitSomeFailed}
}

// stop ends a run that was interrupted, and says how to go on.
func (s *results) stop() error {
	s.sink.Abort()
	left := s.leave()
	if left == "" {
		left = "nothing done"
	}
	s.progress.Say("extract: interrupted: %s", left)
	return exitError{code: exitInterrupted}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
