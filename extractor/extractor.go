package extractor

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/language"
	"lossclaims/extractor/report"
	"lossclaims/patterns"
)

// Report is one article's result; see package report for its parts.
type Report = report.Report

// Claim is one loss claim of a Report.
type Claim = report.Claim

// Options configures an Extractor. The zero value works: the embedded patterns, every language they cover, no date
// bound, and the default limits.
type Options struct {
	Patterns       []fs.FS       // pattern folders laid over the embedded ones, later wins
	Language       string        // forces the language ("en", "es"); "" detects it
	NotAfter       time.Time     // no page date after this is believed; zero for no bound
	WithText       bool          // add the clean text and its blocks to the report
	Explain        bool          // add Report.Explain: the parts of each claim, and the numbers that became none
	MaxBytes       int           // larger inputs are refused with error too_large; 0 means 16 MiB
	MaxText        int           // code points of clean text read, more is cut with warning text_incomplete; 0 means 2,000,000
	MaxDepth       int           // elements of a page inside each other, deeper ones are read flat with warning degraded; 0 means 512
	MaxClaims      int           // claims an article, more are cut with warning claim_limit; 0 means 2,000
	PatternTimeout time.Duration // one pattern on one sentence; 0 means 1 s
	ArticleTimeout time.Duration // one article, once its text is found: warning time_limit ends the search there; 0 means 30 s
}

// Meta is what is known of an input from outside its bytes. Every field may be empty.
type Meta struct {
	Input       string // how the report names the input, a path as a rule
	URL         string // where the page came from
	ContentType string // the HTTP Content-Type header
	Published   string // the article's date, YYYY-MM-DD, for pages that give none
	Captured    string // when the page was saved, YYYY-MM-DD: no page date after it is believed
}

// Extractor turns articles into reports. It is safe for concurrent use.
type Extractor struct {
	opts     Options
	set      *patterns.Set
	detector *language.Detector
	signals  map[string]language.Signals // by language
	probes   map[string]*probes          // by language
}

// New prepares an Extractor. The error is about the options: a pattern file that does not parse, with its place, or a
// language that no pattern folder covers.
func New(opts Options) (*Extractor, error) {
	set, err := patterns.Load(opts.Patterns...)
	if err != nil {
		return nil, err
	}
	x := &Extractor{opts: opts.withDefaults(), set: set}
	if opts.Language != "" && set.Language(opts.Language) == nil {
		return nil, fmt.Errorf("no patterns for language %q: there are %v", opts.Language, set.Languages())
	}
	if x.detector, err = newDetector(set); err != nil {
		return nil, err
	}
	if x.signals, err = newSignals(set); err != nil {
		return nil, err
	}
	x.probes = map[string]*probes{}
	for _, code := range set.Languages() {
		x.probes[code] = newProbes(set.Language(code))
	}
	return x, nil
}

func (o Options) withDefaults() Options {
	o.MaxBytes = orDefault(o.MaxBytes, 16<<20)
	o.MaxText = orDefault(o.MaxText, 2_000_000)
	o.MaxDepth = orDefault(o.MaxDepth, 512)
	o.MaxClaims = orDefault(o.MaxClaims, 2_000)
	o.PatternTimeout = orDefault(o.PatternTimeout, time.Second)
	o.ArticleTimeout = orDefault(o.ArticleTimeout, 30*time.Second)
	return o
}

func orDefault[T int | time.Duration](v, fallback T) T {
	if v <= 0 {
		return fallback
	}
	return v
}

// PatternHash identifies the pattern set in use, overlays included: twelve hexadecimal digits.
func (x *Extractor) PatternHash() string { return x.set.Hash() }

// HTML extracts the claims of one saved page, given as the bytes that the server sent or the disk holds.
// A page that cannot be read gives a report with Error set; the error is only ever that of a cancelled context.
func (x *Extractor) HTML(ctx context.Context, page []byte, meta Meta) (*Report, error) {
	return x.extract(ctx, page, meta, article.FromHTML)
}

// Text extracts the claims of one article given as plain text in any encoding that HTML pages use; a date line at its
// head is understood. It reports failures as HTML does.
func (x *Extractor) Text(ctx context.Context, text []byte, meta Meta) (*Report, error) {
	return x.extract(ctx, text, meta, article.FromText)
}

type reader func([]byte, article.Hints) (*article.Article, *report.Notice)

func (x *Extractor) extract(ctx context.Context, data []byte, meta Meta, read reader) (rep *Report, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := blank(data, meta)
	defer func() {
		// A fault of this program on one article costs that article alone.
		if fault := recover(); fault != nil {
			rep, err = blank(data, meta), nil
			rep.Error = &report.Notice{Kind: "panic",
				Message: fmt.Sprintf("a fault of the extractor, please report it with the article: %v", fault)}
		}
	}()
	if len(data) > x.opts.MaxBytes {
		r.Error = &report.Notice{Kind: "too_large", Message: fmt.Sprintf("%d bytes; the limit is %d", len(data), x.opts.MaxBytes)}
		return r, nil
	}
	enter := tracer(ctx)
	defer enter("")
	enter(stageArticle)
	art, failed := read(data, x.hints(meta))
	if failed != nil {
		r.Error = failed
		return r, nil
	}
	x.describe(r, art)
	if err := x.line(ctx, r, art); err != nil {
		return nil, err
	}
	return r, nil
}

// blank is the report of an input of which no more than its bytes is known.
func blank(data []byte, meta Meta) *Report {
	sum := sha256.Sum256(data)
	return &Report{
		Schema: report.SchemaVersion, Claims: []Claim{}, Warnings: []report.Notice{},
		Article: report.Article{Input: meta.Input, URL: meta.URL, SHA256: hex.EncodeToString(sum[:]), DateBasis: "none"},
	}
}

func (x *Extractor) hints(meta Meta) article.Hints {
	return article.Hints{
		URL: meta.URL, ContentType: meta.ContentType, Published: meta.Published, Captured: meta.Captured,
		NotAfter: x.opts.NotAfter, MaxText: x.opts.MaxText, MaxDepth: x.opts.MaxDepth,
	}
}
