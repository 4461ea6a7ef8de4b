package extractor

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/claim"
	"lossclaims/extractor/internal/language"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/extractor/report"
	"lossclaims/patterns"
)

// line is the straight line from a read article to its claims: language, sentences, mentions, claims.
func (x *Extractor) line(ctx context.Context, r *Report, art *article.Article) error {
	enter := tracer(ctx)
	enter(stageLanguage)
	lang := x.language(r, art)
	if lang == nil {
		return nil
	}
	limited, cancel := context.WithTimeout(ctx, x.opts.ArticleTimeout)
	defer cancel()
	stop := func() bool { return ctx.Err() != nil || limited.Err() != nil }
	enter(stageSentences)
	sentences := sentence.Split(art.Blocks, lang.Config.Abbreviations, lang.Config.Starters...)
	enter(stageMentions)
	parts := newParts(lang, sentences, x.opts.PatternTimeout)
	wanted, hurried := x.worthReading(parts, stop)
	if err := ctx.Err(); err != nil {
		return err
	}
	if hurried {
		x.warnTime(r)
	}
	if wanted == nil && !x.opts.Explain {
		return nil
	}
	mentions := x.mentions(r, parts, wanted, stop)
	if err := ctx.Err(); err != nil {
		return err
	}
	house := sentence.Sentence{Kind: "publisher", Text: []rune(art.Publisher), Folded: patterns.Fold([]rune(art.Publisher))}
	houseMentions, _ := mention.Mentions(lang, house.Text, house.Folded, x.opts.PatternTimeout)
	enter(stageClaims)
	out := claim.Join(claim.Input{
		Publisher: house, PublisherMentions: houseMentions,
		Lang: lang, Common: x.set.Common(), Published: art.Published, SHA256: r.Article.SHA256,
		Text: []rune(art.Text), Sentences: sentences, Mentions: mentions, Explain: x.opts.Explain, Stop: stop,
		Translated: r.Article.MachineTranslated != nil,
	})
	if out.Stopped {
		x.warnTime(r)
	}
	if wanted == nil { // read for the near misses alone
		out.Claims, out.Parts = nil, nil
	}
	x.finish(r, out)
	return nil
}

// language settles the article's language and returns its patterns, nil where there are none.
func (x *Extractor) language(r *Report, art *article.Article) *patterns.Language {
	texts := bodyTexts(art)
	code, confidence := x.opts.Language, 1.0
	if code == "" {
		found := x.detector.Detect(texts)
		code, confidence = found.Code, found.Confidence
	}
	r.Article.Language, r.Article.LanguageConfidence = code, confidence
	lang := x.set.Language(code)
	if lang == nil {
		warn(r, "unsupported_language", x.unsupported(code))
		return nil
	}
	r.Article.MachineTranslated = language.MachineTranslation(texts, code, art.Lang, x.signals[code])
	return lang
}

// unsupported says why an article is not read.
func (x *Extractor) unsupported(code string) string {
	are := fmt.Sprintf("there are patterns for %s", strings.Join(x.set.Languages(), ", "))
	if code == "" {
		return "nothing in the text tells its language; " + are
	}
	return fmt.Sprintf("the text is in %q; %s", code, are)
}

func bodyTexts(art *article.Article) []string {
	var out []string
	for _, b := range art.Blocks {
		if b.Kind != "headline" && b.Kind != "caption" {
			out = append(out, b.Text)
		}
	}
	if len(out) == 0 {
		out = append(out, art.Headline)
	}
	return out
}

// mentions finds the typed parts of the wanted sentences, of all where none are marked, until the article's time is up.
func (x *Extractor) mentions(r *Report, parts *parts, wanted []bool, stop func() bool) [][]mention.Mention {
	out := make([][]mention.Mention, len(parts.sentences))
	for i := range out {
		if stop() {
			x.warnTime(r)
			break
		}
		if wanted != nil && !wanted[i] {
			continue
		}
		out[i] = parts.of(i)
	}
	for _, rule := range slices.Sorted(maps.Keys(parts.slow)) {
		warn(r, "pattern_timeout", fmt.Sprintf("pattern %s timed out on %d of %d sentences", rule, parts.slow[rule], len(out)))
	}
	return out
}

// warnTime says, once, that the article's time was up.
func (x *Extractor) warnTime(r *Report) {
	if !slices.ContainsFunc(r.Warnings, func(n report.Notice) bool { return n.Kind == "time_limit" }) {
		warn(r, "time_limit", fmt.Sprintf("stopped after %s: claims of what was left are missing", x.opts.ArticleTimeout))
	}
}

// finish puts the claims into the report and flags what the whole article makes doubtful.
func (x *Extractor) finish(r *Report, out claim.Output) {
	if limit := x.opts.MaxClaims; len(out.Claims) > limit {
		warn(r, "claim_limit", fmt.Sprintf("%d claims found, the first %d kept", len(out.Claims), limit))
		// A total stands before its parts, so that no claim kept is part of one that is not.
		out.Claims, out.Parts = out.Claims[:limit], out.Parts[:min(limit, len(out.Parts))]
	}
	for i := range out.Claims {
		if r.Article.MachineTranslated != nil {
			out.Claims[i].Flags = append(out.Claims[i].Flags, "machine_translated")
		}
	}
	r.Claims = append(r.Claims, out.Claims...)
	if x.opts.Explain {
		r.Explain = &report.Explain{
			Claims:     append([]report.ClaimParts{}, out.Parts...),
			NearMisses: append([]report.NearMiss{}, out.NearMisses...),
		}
	}
}

// describe copies what the page says about itself into the report.
func (x *Extractor) describe(r *Report, art *article.Article) {
	a := &r.Article
	a.Headline, a.Author, a.Publisher, a.Site, a.Section = art.Headline, art.Author, art.Publisher, art.Site, art.Section
	if a.URL == "" {
		a.URL = art.URL
	}
	if art.URL != a.URL {
		a.Canonical = art.URL
	}
	a.Published, a.Modified = orNil(art.Published), orNil(art.Modified)
	a.PublishedTime, a.DateBasis = art.PublishedTime, art.DateBasis
	r.Warnings = append(r.Warnings, art.Warnings...)
	if !x.opts.WithText {
		return
	}
	a.Text = art.Text
	for _, b := range art.Blocks {
		a.Blocks = append(a.Blocks, report.Block{Kind: b.Kind, Start: b.Start, End: b.Start + len([]rune(b.Text))})
	}
}

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func newDetector(set *patterns.Set) (*language.Detector, error) {
	var specs []language.Spec
	for _, code := range set.Languages() {
		c := set.Language(code).Config
		specs = append(specs, language.Spec{Code: c.Code, Lingua: c.Lingua, Neighbours: c.Neighbours})
	}
	return language.New(specs)
}

func warn(r *Report, kind, message string) {
	r.Warnings = append(r.Warnings, report.Notice{Kind: kind, Message: message})
}

// newSignals compiles the signals of machine translation into each language.
func newSignals(set *patterns.Set) (map[string]language.Signals, error) {
	out := map[string]language.Signals{}
	for _, code := range set.Languages() {
		var list []language.Signal
		for _, s := range set.Language(code).Signals {
			list = append(list, language.Signal{
				Name: s.Name, Words: s.Words, Pattern: s.Pattern, Gate: s.Gate, From: s.From, Strong: s.Strong, Min: s.Min,
			})
		}
		compiled, err := language.CompileSignals(list)
		if err != nil {
			return nil, err
		}
		out[code] = compiled
	}
	return out, nil
}
