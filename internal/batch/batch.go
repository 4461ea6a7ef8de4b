// Package batch is the run over many articles: inputs go in, finished entries come out in the order of the inputs. It
// goes on from a journal, keeps to its shard, works on copies once, and leaves the articles themselves to worker processes.
package batch

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"time"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
	"lossclaims/internal/inorder"
	"lossclaims/internal/inputs"
	"lossclaims/internal/journal"
	"lossclaims/internal/seen"
	"lossclaims/internal/workers"
)

// Extract has one article read and says how long that took.
type Extract func(workers.Job) (*report.Report, time.Duration)

// Options is what a run consists of.
type Options struct {
	Items     iter.Seq[inputs.Item]
	Extract   Extract
	Parallel  int
	Shard     Shard
	Published string           // the date of articles that give none
	Journal   *journal.Journal // what is done already; gets what is done now
	Keep      int64            // bytes after which the journal takes no more, 0 for no limit: only for one that nobody resumes
}

// ErrOtherInputs says that the inputs are not those that the journal tells of.
var ErrOtherInputs = errors.New("the inputs are not those of the run that was stopped")

// Run works on the articles and yields their entries in order, those of the journal first. When ctx ends, what is under
// way is finished. After an error there is nothing more.
func Run(ctx context.Context, opts Options) iter.Seq2[*journal.Entry, error] {
	return func(yield func(*journal.Entry, error) bool) {
		store, err := seen.New()
		if err != nil {
			yield(nil, err)
			return
		}
		defer store.Close()
		r := &run{Options: opts, ctx: ctx, seen: store}
		loaded := inorder.Map(ctx, opts.Parallel, r.match(), r.load)
		// What is loaded when ctx ends is still worked on, so that only the first step looks at ctx.
		for t := range inorder.Map(context.WithoutCancel(ctx), opts.Parallel, r.decide(loaded), r.extract) {
			entry, err := r.finish(t)
			if !yield(entry, err) || err != nil {
				return
			}
		}
	}
}

type run struct {
	Options
	ctx  context.Context
	seen *seen.Store
}

// task is one article on its way through the run.
type task struct {
	item    inputs.Item
	entry   *journal.Entry // the result; there from the beginning when the journal has it
	place   int64          // of entry in the journal, when it has it
	content *inputs.Content
	fault   *inputs.Fault
	sum     [sha256.Size]byte // of the bytes, which the shard goes by
	same    [sha256.Size]byte // of the bytes and the hints to their date, which copies have in common
	key     [sha256.Size]byte // of all that the report depends on
	first   *seen.First       // the earlier article that this is a copy of
	err     error             // ends the run
}

// resumed reports whether the journal has the article.
func (t *task) resumed() bool { return t.entry != nil && t.entry.Resumed }

// match gives each item its entry of the journal, as long as there are any. Both are in the same order.
func (r *run) match() iter.Seq[*task] {
	return func(yield func(*task) bool) {
		entry, place, err := r.Journal.Next()
		for item := range r.Items {
			t := &task{item: item, err: err}
			switch {
			case err == nil && entry != nil && entry.Input == item.Input:
				t.entry, t.place = entry, place
				entry, place, err = r.Journal.Next()
			case entry != nil && r.Shard.N > 1 && !r.mine(t):
				continue
			case entry != nil:
				t.err = fmt.Errorf("%w: %s stands where %s stood", ErrOtherInputs, item.Input, entry.Input)
			}
			last := t.err != nil // once it is handed on, the task is somebody else's
			if !yield(t) || last {
				return
			}
		}
		if entry != nil {
			yield(&task{err: fmt.Errorf("%w: %s is missing", ErrOtherInputs, entry.Input)})
		}
	}
}

// mine reads an article to tell whether it is in the shard.
func (r *run) mine(t *task) bool {
	r.load(t)
	return t.err == nil && r.Shard.has(t.sum)
}

// load reads the bytes of an article. An interruption does not reach it: what is under way is finished.
func (r *run) load(t *task) *task {
	if t.resumed() || t.err != nil || t.content != nil {
		return t
	}
	c, err := t.item.Load(context.WithoutCancel(r.ctx))
	if err != nil {
		if !errors.As(err, &t.fault) {
			t.err = err
		}
		t.sum = sha256.Sum256([]byte(t.item.Input))
		return t
	}
	t.content, t.sum = c, c.Sum()
	t.same = c.Key()
	t.key = sha256.Sum256(append(append(t.same[:], c.URL...), c.Cut...)) // a URL may date an article
	return t
}

// decide drops what belongs to other shards and finds the copies, in the order of the inputs.
func (r *run) decide(loaded iter.Seq[*task]) iter.Seq[*task] {
	return func(yield func(*task) bool) {
		for t := range loaded {
			if t.err == nil && !t.resumed() && !r.Shard.has(t.sum) {
				continue
			}
			if t.err == nil {
				t.err = r.remember(t)
			}
			if !yield(t) {
				return
			}
		}
	}
}

// remember notes an article's bytes, and who had them before.
func (r *run) remember(t *task) error {
	switch {
	case t.resumed() && len(t.entry.Same) == sha256.Size && len(t.entry.Key) == sha256.Size:
		t.same, t.key = [sha256.Size]byte(t.entry.Same), [sha256.Size]byte(t.entry.Key)
		if _, err := r.seen.Add(t.same, t.key, t.item.Input); err != nil {
			return err
		}
		return r.seen.Finish(t.same, t.key, t.place)
	case t.content != nil:
		var err error
		t.first, err = r.seen.Add(t.same, t.key, t.item.Input)
		return err
	}
	return nil
}

// extract has an article read, unless it is done or a copy of one.
func (r *run) extract(t *task) *task {
	if t.err == nil && !t.resumed() && (t.first == nil || !t.first.Same) {
		t.entry = r.read(t)
	}
	return t
}

// read makes the entry of an article.
func (r *run) read(t *task) *journal.Entry {
	input, c := t.item.Input, t.content
	if c == nil {
		rep := report.Failed(input, t.fault.Kind, t.fault.Message)
		rep.Article.URL = t.item.URL
		return &journal.Entry{Input: input, Report: rep}
	}
	meta := extractor.Meta{Input: input, URL: c.URL, ContentType: c.ContentType, Captured: c.Captured,
		Published: cmp.Or(c.Published, r.Published)}
	rep, took := r.Extract(workers.Job{Data: c.Data, Text: c.Kind == inputs.Text, Meta: meta})
	if rep.Article.SHA256 == "" { // it took its process down
		rep.Article.SHA256, rep.Article.URL = hex.EncodeToString(t.sum[:]), c.URL
	}
	if c.Cut != "" && rep.Error == nil {
		rep.Warnings = append(rep.Warnings, report.Notice{Kind: "text_incomplete", Message: "the page is not whole: " + c.Cut})
	}
	return &journal.Entry{Input: input, Same: t.same[:], Key: t.key[:], Took: took, Report: rep}
}

// finish makes copies of what is done and writes the journal, in the order of the inputs.
func (r *run) finish(t *task) (*journal.Entry, error) {
	if t.err != nil || t.resumed() {
		return t.entry, t.err
	}
	if t.entry == nil {
		if err := r.copy(t); err != nil {
			return nil, err
		}
	}
	if t.first != nil {
		t.entry.Report.Article.DuplicateOf = t.first.Input
	}
	if r.Keep > 0 && r.Journal.Size() > r.Keep {
		return t.entry, nil
	}
	place, err := r.Journal.Add(t.entry)
	if err != nil {
		return nil, fmt.Errorf("the journal: %w", err)
	}
	if t.content == nil {
		return t.entry, nil
	}
	return t.entry, r.seen.Finish(t.same, t.key, place)
}

// copy takes over the report of the article that this one is a copy of. One that the journal had no room for is read again.
func (r *run) copy(t *task) error {
	place, err := r.seen.Place(t.same, t.key)
	if err != nil {
		return err
	}
	if place < 0 {
		t.entry = r.read(t)
		return nil
	}
	first, err := r.Journal.At(place)
	if err != nil {
		return fmt.Errorf("the journal: %w", err)
	}
	first.Report.Article.Input = t.item.Input
	t.entry = &journal.Entry{Input: t.item.Input, Same: t.same[:], Key: t.key[:], Report: first.Report}
	return nil
}

// Shard is the I-th of N parts of the inputs, from 0. The zero value is all of them.
type Shard struct{ I, N uint64 }

// ParseShard reads "i/n", where i counts from 0; "" is all inputs.
func ParseShard(s string) (Shard, error) {
	if s == "" {
		return Shard{}, nil
	}
	var shard Shard
	var rest string
	if n, _ := fmt.Sscanf(s, "%d/%d%s", &shard.I, &shard.N, &rest); n != 2 || shard.I >= shard.N {
		return Shard{}, fmt.Errorf("--shard %q: write it as i/n, with i from 0 to n-1: the shards of 4 are 0/4, 1/4, 2/4 and 3/4", s)
	}
	return shard, nil
}

// has reports whether an article is in the shard, by its bytes alone: copies are in the same one.
func (s Shard) has(sum [sha256.Size]byte) bool {
	return s.N <= 1 || binary.BigEndian.Uint64(sum[:])%s.N == s.I
}
