package patterns

import (
	"testing"
	"time"
)

// benchSentences is about 5 KB of news, as the sentence stage would cut it.
var benchSentences = func() []string {
	base := []string{
		"The General Staff of the Armed Forces of Ukraine said on Tuesday that Russia had lost more than 1,030 soldiers over the past day.",
		"Among the equipment destroyed were 14 tanks, 25 armoured vehicles and seven artillery systems, according to the report.",
		"The claim could not be independently verified, and Moscow did not comment on the figures.",
		"Officials in the region met on Monday to discuss the repair of roads and the opening of two schools.",
		"At least 30 people were killed and dozens wounded in a missile strike on the town, the governor wrote on Telegram.",
		"The weather in the valley has been mild this winter, and farmers expect an early spring.",
		"Since the start of the full-scale invasion, 3,245 tanks have been knocked out, Kyiv says.",
		"A spokesman for the ministry called the numbers exaggerated but gave none of his own.",
	}
	var out []string
	for len(out) < 50 {
		out = append(out, base...)
	}
	return out[:48]
}()

// BenchmarkFind measures one article of some 5 KB.
func BenchmarkFind(b *testing.B) {
	l := benchLanguage(b)
	texts, folded, size := benchText()
	for i := range texts {
		l.Find(texts[i], folded[i], 250*time.Millisecond)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	found := 0
	for b.Loop() {
		for i := range texts {
			m, _ := l.Find(texts[i], folded[i], 250*time.Millisecond)
			found += len(m)
		}
	}
	b.ReportMetric(float64(found)/float64(b.N), "matches/op")
}

// BenchmarkWords measures the word trie alone.
func BenchmarkWords(b *testing.B) {
	l := benchLanguage(b)
	texts, folded, size := benchText()
	l.Find(texts[0], folded[0], 0)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	s := l.matcher.scratch.Get().(*scratch)
	for b.Loop() {
		for i := range texts {
			l.matcher.findWords(&finder{text: texts[i], folded: folded[i]}, s)
		}
	}
}

// BenchmarkGate measures the pass that decides which regexes run, and reports how many do.
func BenchmarkGate(b *testing.B) {
	l := benchLanguage(b)
	texts, folded, size := benchText()
	l.Find(texts[0], folded[0], 0)
	b.SetBytes(int64(size))
	s := l.matcher.scratch.Get().(*scratch)
	for b.Loop() {
		for i := range texts {
			clear(s.hit)
			l.matcher.gate.scan(folded[i], s.hit)
		}
	}
	open := 0
	for i := range texts {
		clear(s.hit)
		l.matcher.gate.scan(folded[i], s.hit)
		for j := range l.matcher.regexes {
			if l.matcher.regexes[j].open(s.hit) {
				open++
			}
		}
	}
	b.ReportMetric(float64(open)/float64(len(texts)), "regexes/sentence")
	b.ReportMetric(float64(len(l.matcher.regexes)), "regexes")
}

// BenchmarkFold measures folding.
func BenchmarkFold(b *testing.B) {
	texts, _, size := benchText()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range texts {
			Fold(texts[i])
		}
	}
}

// BenchmarkLoad measures reading the shipped files.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadLayers([]layer{{fsys: embedded, prefix: "patterns/"}})
	}
}

func benchLanguage(b *testing.B) *Language {
	s, _ := Load()
	l := s.Language("en")
	if l == nil {
		b.Skip("no English patterns")
	}
	return l
}

func benchText() (texts, folded [][]rune, size int) {
	for _, s := range benchSentences {
		size += len(s)
		texts = append(texts, []rune(s))
		folded = append(folded, Fold([]rune(s)))
	}
	return texts, folded, size
}
