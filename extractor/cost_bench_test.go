package extractor

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2/v2"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/claim"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
)

// oneRegex is what somebody would write in an afternoon: a number, what it counts, and what happened to that.
const oneRegex = `(?i)\b(\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b` +
	`(?:\s+\w+){0,4}?\s+(soldiers?|troops|tanks?|vehicles?|people|civilians?|soldados|tanques|personas|civiles|militares)\b` +
	`(?:\s+\w+){0,6}?\s+(killed|destroyed|wounded|lost|died|dead|muertos|heridos|destruidos|murieron)\b`

// BenchmarkOverRegex measures sentences, mentions and claims on pages dense with claims against one regexp2 pattern without
// a gate over the same text. One operation is one pass over all pages.
func BenchmarkOverRegex(b *testing.B) {
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	re := regexp2.MustCompile(oneRegex, regexp2.None)
	for _, set := range []string{"dense", "corpus"} {
		b.Run(set, func(b *testing.B) {
			var articles []*article.Article
			for _, page := range pageSets(b)[set] {
				if a, failed := article.FromHTML(page, article.Hints{}); failed == nil && x.set.Language(x.detector.Detect(bodyTexts(a)).Code) != nil {
					articles = append(articles, a)
				}
			}
			if len(articles) == 0 {
				b.Skip("no pages")
			}
			var ours, one cost
			pass := func() {
				for _, a := range articles {
					lang := x.set.Language(x.detector.Detect(bodyTexts(a)).Code)
					text := []rune(a.Text)
					ours.of(func() { x.join(lang.Code(), a) })
					one.of(func() { re.FindRunesMatches(text, 0, func(regexp2.MatchView) bool { return true }) })
				}
			}
			pass() // compiles the patterns
			ours, one = cost{}, cost{}
			for b.Loop() {
				pass()
			}
			b.ReportMetric(float64(ours.time)/float64(one.time), "line/regex")
			b.ReportMetric(float64(one.time.Microseconds())/float64(b.N*len(articles)), "regex-us/page")
		})
	}
}

// join is the line from sentences to claims.
func (x *Extractor) join(code string, a *article.Article) int {
	lang := x.set.Language(code)
	never := func() bool { return false }
	sentences := sentence.Split(a.Blocks, lang.Config.Abbreviations, lang.Config.Starters...)
	parts := newParts(lang, sentences, time.Second)
	wanted, _ := x.worthReading(parts, never)
	if wanted == nil {
		return 0
	}
	mentions := make([][]mention.Mention, len(sentences))
	for i := range mentions {
		if wanted[i] {
			mentions[i] = parts.of(i)
		}
	}
	out := claim.Join(claim.Input{Lang: lang, Common: x.set.Common(), Published: a.Published, Text: []rune(a.Text), Sentences: sentences, Mentions: mentions})
	return len(out.Claims)
}

// BenchmarkLanguageOverFloor measures the language stage, machine translation included, against the floor.
func BenchmarkLanguageOverFloor(b *testing.B) {
	x, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	for _, set := range []string{"real", "readability"} {
		b.Run(set, func(b *testing.B) {
			pages := pageSets(b)[set]
			if len(pages) == 0 {
				b.Skip("no pages")
			}
			var articles []*article.Article
			for _, page := range pages {
				a, _ := article.FromHTML(page, article.Hints{})
				articles = append(articles, a)
			}
			var low, lang cost
			for b.Loop() {
				for i, page := range pages {
					if articles[i] != nil {
						low.of(func() { floor(page) })
						lang.of(func() { x.language(&Report{}, articles[i]) })
					}
				}
			}
			b.ReportMetric(float64(lang.time)/float64(low.time), "language/floor")
		})
	}
}

// paragraphs are n paragraphs of ordinary news, no two the same, every one with a claim or none.
func paragraphs(n int, claims bool) string {
	var b strings.Builder
	for i := range n {
		lost := "its patience"
		if claims {
			lost = fmt.Sprintf("%d tanks", 3+i%90)
		}
		fmt.Fprintf(&b, "<p>The council of ward %d met again on Monday and spoke for an hour about its budget, the two bridges and the road to the river. "+
			"A spokesman said the army had lost %s near village %d in the war. Nobody could check that, and the ministry did not answer.</p>\n", i, lost, i)
	}
	return b.String()
}

// BenchmarkGrowth measures articles of growing length, and articles with a growing number of figures: nanoseconds and bytes
// allocated for each byte of text are to stay as they are, or to fall.
func BenchmarkGrowth(b *testing.B) {
	x, err := New(Options{ArticleTimeout: time.Hour, MaxClaims: 1 << 30})
	if err != nil {
		b.Fatal(err)
	}
	each := len(paragraphs(1, false))
	for _, size := range []int{1e3, 1e4, 1e5, 1e6} {
		b.Run(fmt.Sprintf("text/%d", size), func(b *testing.B) { perByte(b, x, paragraphs(size/each+1, false)) })
	}
	for _, figures := range []int{1, 10, 100, 1_000, 10_000} {
		b.Run(fmt.Sprintf("figures/%d", figures), func(b *testing.B) { perByte(b, x, paragraphs(figures, true)) })
	}
}

func perByte(b *testing.B, x *Extractor, text string) {
	page := []byte("<html lang=en><title>The council met</title><body><article><h1>The council met</h1>" + text + "</article>")
	r, _ := x.HTML(context.Background(), page, Meta{})
	var c cost
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		c.of(func() { x.HTML(context.Background(), page, Meta{}) })
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(c.time.Nanoseconds())/float64(b.N*len(text)), "ns/byte")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N*len(text)), "B/byte")
	b.ReportMetric(float64(len(r.Claims)), "claims")
}
