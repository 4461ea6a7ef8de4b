package extractor

import (
	"context"
	"strings"
	"testing"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/report"
)

// TestFault lets a stage fail: that costs the one article, whose report still says which it was.
func TestFault(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	faulty := func([]byte, article.Hints) (*article.Article, *report.Notice) { panic("out of ink") }
	r, err := x.extract(context.Background(), []byte("x"), Meta{Input: "a.html", URL: "https://example.com/a"}, faulty)
	if err != nil || r.Error == nil || r.Error.Kind != "panic" || !strings.Contains(r.Error.Message, "out of ink") {
		t.Fatalf("%v, %+v", err, r)
	}
	if r.Article.Input != "a.html" || r.Article.URL == "" || r.Article.SHA256 == "" || r.Claims == nil {
		t.Errorf("%+v", r)
	}
}
