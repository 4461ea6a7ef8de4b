package golden

import (
	"context"
	"iter"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
	"lossclaims/internal/inorder"
	"lossclaims/internal/inputs"
)

// Run extracts the articles, n at once, and yields each one's comparison in order. An error is about one article's
// files; the run goes on after it.
func Run(ctx context.Context, x *extractor.Extractor, articles []Article, n int) iter.Seq2[*Result, error] {
	type outcome struct {
		result *Result
		err    error
	}
	one := func(a Article) outcome {
		got, err := Extract(x, a)
		if err != nil {
			return outcome{nil, err}
		}
		result, err := Compare(a, got)
		return outcome{result, err}
	}
	each := func(yield func(Article) bool) {
		for _, a := range articles {
			if !yield(a) {
				return
			}
		}
	}
	return func(yield func(*Result, error) bool) {
		for o := range inorder.Map(ctx, n, each, one) {
			if !yield(o.result, o.err) {
				return
			}
		}
	}
}

// Extract is the report of one article of the corpus, without text and explanations.
func Extract(x *extractor.Extractor, a Article) (*report.Report, error) {
	article, err := inputs.ReadFile(a.Path, inputs.DefaultMaxBytes)
	if err != nil {
		return nil, err
	}
	meta := extractor.Meta{Input: a.Input}
	if article.Kind == inputs.Text {
		return x.Text(context.Background(), article.Data, meta)
	}
	return x.HTML(context.Background(), article.Data, meta)
}
