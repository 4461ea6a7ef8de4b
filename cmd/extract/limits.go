package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"lossclaims/extractor"
)

// limits bound what one article may cost. Zero values stand for the library's defaults.
type limits struct {
	bytes, text, depth, claims int
	time                       time.Duration
}

// add adds the flags of the limits.
func (l *limits) add(cmd *cobra.Command) {
	p := cmd.Flags()
	p.IntVar(&l.bytes, "max-bytes", maxBytes, "largest input, in bytes, decompressed: a larger one is the error too_large")
	p.IntVar(&l.text, "max-text", 2_000_000, "characters of an article that are read; more gives the warning text_incomplete")
	p.IntVar(&l.depth, "max-depth", 512, "elements of a page inside each other, 512 at most; a deeper page is read flat, with the warning degraded")
	p.IntVar(&l.claims, "max-claims", 2_000, "claims of an article; more are cut, with the warning claim_limit")
	p.DurationVar(&l.time, "max-time", 30*time.Second, "time for one article once it is read; its rest is left, with the warning time_limit")
}

// check returns what is wrong with the limits.
func (l *limits) check() error {
	if l.bytes < 1 || l.text < 1 || l.depth < 1 || l.claims < 1 || l.time <= 0 {
		return errors.New("the limits (--max-bytes, --max-text, --max-depth, --max-claims, --max-time) must be 1 or more")
	}
	return nil
}

// set puts the limits into the library's options.
func (l *limits) set(o *extractor.Options) {
	o.MaxBytes, o.MaxText, o.MaxDepth, o.MaxClaims, o.ArticleTimeout = l.bytes, l.text, l.depth, l.claims, l.time
}
