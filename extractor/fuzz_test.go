package extractor_test

import (
	"context"
	"testing"
	"unicode/utf8"

	"lossclaims/extractor"
)

// maxFuzz bounds the inputs, so that many are tried.
const maxFuzz = 8 << 10

func FuzzHTML(f *testing.F) {
	for _, data := range corpus(f) {
		f.Add(data, "text/html; charset=utf-8", "2023-02-07")
	}
	f.Add([]byte("<p>14 tanks were \xff\xfe destroyed"), "text/html; charset=utf-16", "")
	fuzz(f, (*extractor.Extractor).HTML)
}

func FuzzText(f *testing.F) {
	for _, text := range []string{english, spanish, portuguese, german, "", "\ufeff7.2.2023\n\n\u202e14 tanks\u0301 lost \x00"} {
		f.Add([]byte(text), "text/plain", "2023-02-07")
	}
	fuzz(f, (*extractor.Extractor).Text)
}

// fuzz tries inputs on one of the Extractor's methods, in both languages and as detected.
func fuzz(f *testing.F, run func(*extractor.Extractor, context.Context, []byte, extractor.Meta) (*extractor.Report, error)) {
	var all []*extractor.Extractor
	for _, lang := range []string{"", "en", "es"} {
		all = append(all, newExtractor(f, extractor.Options{Language: lang, WithText: true, Explain: true}))
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType, published string) {
		if len(data) > maxFuzz || !utf8.ValidString(contentType+published) {
			t.Skip()
		}
		for _, x := range all {
			r, err := run(x, context.Background(), data, extractor.Meta{ContentType: contentType, Published: published})
			if err != nil {
				t.Fatal(err)
			}
			checkReport(t, r)
		}
	})
}
