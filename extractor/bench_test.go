package extractor

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/claim"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/patterns"
)

// run is one page on its way down the line, with what each stage made of it.
type run struct {
	page      []byte
	article   *article.Article
	lang      *patterns.Language
	sentences []sentence.Sentence
	mentions  [][]mention.Mention
}

// runs takes the corpus down the line once, which also compiles the patterns.
func runs(b *testing.B, x *Extractor) []*run {
	b.Helper()
	paths, err := filepath.Glob("../corpus/*/*.html")
	if err != nil || len(paths) == 0 {
		b.Fatal("no corpus", err)
	}
	var all []*run
	for _, path := range paths {
		page, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		art, failed := article.FromHTML(page, article.Hints{})
		if failed != nil {
			b.Fatal(path, failed)
		}
		r := &run{page: page, article: art, lang: x.set.Language(x.detector.Detect(bodyTexts(art)).Code)}
		if r.lang == nil {
			b.Fatal(path, " is in no language")
		}
		r.sentences = sentence.Split(art.Blocks, r.lang.Config.Abbreviations, r.lang.Config.Starters...)
		r.mentions = r.find()
		all = append(all, r)
	}
	return all
}

func (r *run) find() [][]mention.Mention {
	out := make([][]mention.Mention, len(r.sentences))
	for i, s := range r.sentences {
		out[i], _ = mention.Mentions(r.lang, s.Text, s.Folded, time.Second)
	}
	return out
}

// BenchmarkLine measures the stages and, as "all", the whole line. One operation is one page of the corpus.
func BenchmarkLine(b *testing.B) {
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	all := runs(b, x)
	for _, stage := range []struct {
		name string
		do   func(r *run)
	}{
		{"article", func(r *run) { article.FromHTML(r.page, article.Hints{}) }},
		{"language", func(r *run) { x.detector.Detect(bodyTexts(r.article)) }},
		{"sentences", func(r *run) {
			sentence.Split(r.article.Blocks, r.lang.Config.Abbreviations, r.lang.Config.Starters...)
		}},
		{"mentions", func(r *run) { r.find() }},
		{"claims", func(r *run) {
			claim.Join(claim.Input{Lang: r.lang, Common: x.set.Common(), Published: r.article.Published,
				Text: []rune(r.article.Text), Sentences: r.sentences, Mentions: r.mentions})
		}},
		{"all", func(r *run) { x.HTML(context.Background(), r.page, Meta{}) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				stage.do(all[i%len(all)])
			}
		})
	}
}

// BenchmarkNew measures what a program pays before its first article, the embedded patterns being read once.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
