// Package inputs turns what a command line names into articles to read: files, folders, globs, lists and archives go in,
// one Item an article comes out, lazily and in an order that is the same in every run.
package inputs

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strings"
)

// Kind says how an article's bytes are to be read.
type Kind string

// The kinds of an article. Sniff is for bytes whose name says nothing; Load settles it.
const (
	HTML  Kind = "html"
	Text  Kind = "text"
	Sniff Kind = "sniff"
)

// DefaultMaxBytes is the size above which an article is refused where Options name no other.
const DefaultMaxBytes = 16 << 20

// Content is an article's bytes, with all that is known of it from outside them.
type Content struct {
	Data        []byte
	Kind        Kind
	URL         string // where the page came from
	ContentType string // the HTTP Content-Type header
	Captured    string // the latest day anywhere at the time it was saved, YYYY-MM-DD
	Published   string // the article's date by its record, YYYY-MM-DD
	Cut         string // why Data is not the whole article, "" when it is
}

// Key identifies what an article's report depends on: its bytes and the hints to its date and nature, but not its name
// and URL. Articles with the same key are copies of each other.
func (c *Content) Key() [sha256.Size]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00", c.Kind, c.ContentType, c.Captured, c.Published)
	h.Write(c.Data)
	return [sha256.Size]byte(h.Sum(nil))
}

// Sum is the sha256 of the bytes alone, as reports give it.
func (c *Content) Sum() [sha256.Size]byte { return sha256.Sum256(c.Data) }

// Fault is an input that could not be had; Kind is one of report.Kinds, Message says what to do.
type Fault struct{ Kind, Message string }

// Error words the kind and the message.
func (f *Fault) Error() string { return f.Kind + ": " + f.Message }

func fault(kind, format string, args ...any) *Fault {
	return &Fault{kind, fmt.Sprintf(format, args...)}
}

// Item is one article of the stream, or the record of one that cannot be read: then Load says why.
type Item struct {
	Order int    // its place in the stream, from 0: the same in every run over the same inputs
	Input string // how reports name it: a path, a URL, or ARCHIVE!RECORD@OFFSET
	URL   string // where it comes from, if that is known before it is loaded
	// Before is how many bytes of the inputs, as they are on disk, lie before the article: how far the stream is.
	Before int64
	load   func(ctx context.Context) (*Content, error)
}

// Load returns the article. It may be called more than once and from any goroutine. The error is a *Fault, or ctx's.
// Files and URLs are read when Load is called; articles of archives are in memory already.
func (i Item) Load(ctx context.Context) (*Content, error) {
	c, err := i.load(ctx)
	if err != nil {
		var known *Fault
		if errors.As(err, &known) || ctx.Err() != nil {
			return nil, err
		}
		return nil, fault("unreadable", "%v", err)
	}
	c.settle()
	return c, nil
}

// settle decides what the bytes are where nothing else told.
func (c *Content) settle() {
	if c.Kind != Sniff {
		return
	}
	c.Kind = HTML
	if strings.HasPrefix(http.DetectContentType(c.Data), "text/plain") {
		c.Kind = Text
	}
}

// ready is an item whose bytes are there.
func ready(input string, c *Content) Item {
	return Item{Input: input, load: func(context.Context) (*Content, error) { copied := *c; return &copied, nil }}
}

// failing is an item that cannot be read.
func failing(input string, f *Fault) Item {
	return Item{Input: input, load: func(context.Context) (*Content, error) { return nil, f }}
}

// Options says what to read. The zero value yields nothing.
type Options struct {
	Paths    []string            // files, folders, globs, archives; "-" is a list of paths
	List     io.Reader           // where the list of paths is read from
	Include  []string            // globs of which a name must match one; none means articles by their extensions
	Exclude  []string            // globs of which a name must match none
	URLs     Filter              // of articles whose URL is known before they are read
	MaxBytes int                 // larger articles are refused; 0 means DefaultMaxBytes
	Empty    func(folder string) // told each folder and archive named that holds no article; may be nil
	Passed   func(what string)   // told what each record of a web archive is that is no article to read; may be nil
}

func (o Options) limit() int {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// passed tells of a record that is passed over.
func (o Options) passed(what string) {
	if o.Passed != nil {
		o.Passed(what)
	}
}

// Stream yields the articles of opts in the order of its paths, those of a folder sorted by path, those of an archive in
// its own order. What does not exist or cannot be entered is an item that fails.
func Stream(opts Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		w := &walker{Options: opts, want: yield}
		for path := range w.paths() {
			if !w.path(path) {
				return
			}
		}
	}
}

// Extent is what a stream comes to.
type Extent struct {
	Articles int   // 0 where only reading archives would tell
	Bytes    int64 // of all files and archives, as they are on disk
}

// Survey measures the stream of opts without reading anything but names and sizes. The list of paths is not read: it is
// the stream's. It gives up, with the zero Extent, when ctx ends.
func Survey(ctx context.Context, opts Options) Extent {
	opts.Empty, opts.Passed, opts.List = nil, nil, strings.NewReader("")
	var e Extent
	w := &walker{Options: opts, names: true, want: func(Item) bool { e.Articles++; return ctx.Err() == nil }}
	for path := range w.paths() {
		if !w.path(path) {
			return Extent{}
		}
	}
	if e.Bytes = w.passedBytes; w.archives {
		e.Articles = 0
	}
	return e
}

// One is the stream of the single article that r holds, such as standard input.
func One(input string, r io.Reader, kind Kind, maxBytes int) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		data, err := ReadAll(r, maxBytes)
		if err != nil {
			yield(failing(input, unreadable(err, maxBytes)))
			return
		}
		yield(ready(input, &Content{Data: data, Kind: kind}))
	}
}

// ErrTooLarge is returned by ReadAll for more bytes than its limit.
var ErrTooLarge = errors.New("too large")

// ReadAll returns everything of r, at most limit bytes; more gives ErrTooLarge.
func ReadAll(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, plain(err)
	}
	if len(data) > limit {
		return nil, ErrTooLarge
	}
	return data, nil
}

// unreadable is the fault of bytes that could not be read, of which at most limit are wanted.
func unreadable(err error, limit int) *Fault {
	if errors.Is(err, ErrTooLarge) {
		return tooLarge(limit)
	}
	return fault("unreadable", "%v: check the path and its permissions", plain(err))
}

// tooLarge is the fault of an article of more than limit bytes.
func tooLarge(limit int) *Fault {
	size := fmt.Sprintf("%d bytes", limit)
	if limit >= 1<<20 {
		size = fmt.Sprintf("%d MiB", limit>>20)
	}
	return fault("too_large", "larger than %s: cut it into articles", size)
}
