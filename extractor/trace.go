package extractor

import "context"

// Stages are the stages of an extraction in their order, as WithTrace names them.
var Stages = []string{stageArticle, stageLanguage, stageSentences, stageMentions, stageClaims}

const (
	stageArticle   = "article"
	stageLanguage  = "language"
	stageSentences = "sentences"
	stageMentions  = "mentions"
	stageClaims    = "claims"
)

type traceKey struct{}

// WithTrace has HTML and Text call enter as each of the Stages begins, and with "" when the last one that an article came
// to has ended. The extractor looks at no clock itself; a caller who wants to know what takes the time does.
func WithTrace(ctx context.Context, enter func(stage string)) context.Context {
	return context.WithValue(ctx, traceKey{}, enter)
}

// tracer is what WithTrace left, or nothing.
func tracer(ctx context.Context) func(stage string) {
	if enter, ok := ctx.Value(traceKey{}).(func(string)); ok {
		return enter
	}
	return func(string) {}
}
