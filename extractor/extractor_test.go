package extractor_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lossclaims/extractor"
	"lossclaims/extractor/report"
)

const english = `7 February 2023

Fighting around Bakhmut grew heavier on Monday. The General Staff of the Armed Forces of Ukraine said that Russia had
lost 1,030 soldiers and 14 tanks in the past day. The figures could not be independently verified.
`

const spanish = `El Estado Mayor de las Fuerzas Armadas de Ucrania aseguró este martes que Rusia perdió 14 tanques y 1.030 soldados en los
combates de la última jornada cerca de Bajmut. Las cifras no pudieron ser verificadas de forma independiente.
`

const portuguese = `O Estado-Maior das Forças Armadas da Ucrânia afirmou nesta terça-feira que a Rússia perdeu 14 tanques e 1.030 soldados nos
combates das últimas horas perto de Bakhmut. Os números não puderam ser verificados de forma independente, e o ministério em
Moscovo não fez comentários sobre a situação na frente oriental.
`

const german = `Der ukrainische Generalstab erklärte am Dienstag, Russland habe bei den Kämpfen um Bachmut an einem einzigen Tag 14 Panzer und
1.030 Soldaten verloren. Die Angaben ließen sich nicht unabhängig überprüfen, und das Ministerium in Moskau äußerte sich nicht dazu.
`

func newExtractor(t testing.TB, opts extractor.Options) *extractor.Extractor {
	t.Helper()
	x, err := extractor.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// text extracts a text, and checks what holds of every report.
func text(t testing.TB, x *extractor.Extractor, s string, meta extractor.Meta) *extractor.Report {
	t.Helper()
	r, err := x.Text(context.Background(), []byte(s), meta)
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, r)
	return r
}

// page extracts a page with a body, and checks what holds of every report.
func page(t testing.TB, x *extractor.Extractor, attrs, head, body string) *extractor.Report {
	t.Helper()
	html := "<!DOCTYPE html><html " + attrs + "><head><meta charset=utf-8>" + head + "</head><body><article>" + body + "</article></body></html>"
	r, err := x.HTML(context.Background(), []byte(html), extractor.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, r)
	return r
}

// figures are the claims of a report in short: loser, category, number.
func figures(r *extractor.Report) string {
	var out []string
	for _, c := range r.Claims {
		number, _ := json.Marshal(c.Quantity.Value)
		out = append(out, c.Loser.Code+" "+c.Category+" "+string(number))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func hasWarning(r *extractor.Report, kind string) bool {
	return slices.ContainsFunc(r.Warnings, func(n report.Notice) bool { return n.Kind == kind })
}

const bothFigures = "RUS personnel 1030, RUS tanks 14"

func TestZeroOptions(t *testing.T) {
	r := text(t, newExtractor(t, extractor.Options{}), english, extractor.Meta{})
	if got := figures(r); got != bothFigures || r.Error != nil || len(r.Warnings) > 0 {
		t.Errorf("%s, error %v, warnings %v", got, r.Error, r.Warnings)
	}
	if r.Article.Text != "" || r.Article.Blocks != nil || r.Explain != nil {
		t.Error("text or explanation that nobody asked for")
	}
}

func TestLeadingDateLine(t *testing.T) {
	x := newExtractor(t, extractor.Options{})
	for _, line := range []string{"7 February 2023", "February 7, 2023", "2023-02-07", "Tuesday, 7 February 2023"} {
		_, body, _ := strings.Cut(english, "\n")
		r := text(t, x, line+"\n"+body, extractor.Meta{Published: "2020-01-01"})
		if r.Article.Published == nil || *r.Article.Published != "2023-02-07" || r.Article.DateBasis != "text" {
			t.Errorf("%s: date %v by %s", line, r.Article.Published, r.Article.DateBasis)
		}
	}
	r := text(t, x, spanish, extractor.Meta{Published: "2023-02-07"})
	if r.Article.Published == nil || *r.Article.Published != "2023-02-07" || r.Article.DateBasis != "input" {
		t.Errorf("without a date line: %v by %s", r.Article.Published, r.Article.DateBasis)
	}
}

func TestLanguages(t *testing.T) {
	x := newExtractor(t, extractor.Options{})
	for _, test := range []struct{ code, text string }{{"en", english}, {"es", spanish}} {
		r := text(t, x, test.text, extractor.Meta{})
		if r.Article.Language != test.code || figures(r) != bothFigures || hasWarning(r, "unsupported_language") {
			t.Errorf("%s: read as %q, claims %s, warnings %v", test.code, r.Article.Language, figures(r), r.Warnings)
		}
	}
	for _, test := range []struct{ code, text string }{{"pt", portuguese}, {"de", german}, {"", "14 1.030 27 %"}} {
		r := text(t, x, test.text, extractor.Meta{})
		if r.Article.Language != test.code || len(r.Claims) > 0 || !hasWarning(r, "unsupported_language") || r.Error != nil {
			t.Errorf("%q: read as %q, claims %s, warnings %v", test.code, r.Article.Language, figures(r), r.Warnings)
		}
	}
}

// paragraphs makes a body of a text long enough to be an article.
func paragraphs(s string, more ...string) string {
	return "<h1>Bakhmut</h1><p>" + strings.Join(append([]string{s}, more...), "</p><p>") + "</p>"
}

func TestLangAttributeThatLies(t *testing.T) {
	_, body, _ := strings.Cut(english, "\n\n")
	r := page(t, newExtractor(t, extractor.Options{}), `lang="es"`, `<meta property="og:locale" content="es_ES">`, paragraphs(body))
	if r.Article.Language != "en" || figures(r) != bothFigures {
		t.Errorf("English text of a page that claims Spanish: read as %q, %s", r.Article.Language, figures(r))
	}
	r = page(t, newExtractor(t, extractor.Options{}), `lang="en"`, "", paragraphs(spanish))
	if r.Article.Language != "es" || figures(r) != bothFigures {
		t.Errorf("Spanish text of a page that claims English: read as %q, %s", r.Article.Language, figures(r))
	}
}

func TestForeignNoticeOverText(t *testing.T) {
	_, body, _ := strings.Cut(english, "\n\n")
	notice := `Este artículo fue traducido automáticamente. La traducción puede contener errores; consulte la versión original en caso de duda.`
	r := page(t, newExtractor(t, extractor.Options{}), `lang="es"`, "", paragraphs(notice, body,
		"Shelling went on through the night in the villages to the north of the town, and the road to the west stayed under fire."))
	if r.Article.Language != "en" || figures(r) != bothFigures {
		t.Errorf("read as %q, %s", r.Article.Language, figures(r))
	}
}

func TestForcedLanguage(t *testing.T) {
	r := text(t, newExtractor(t, extractor.Options{Language: "es"}), english, extractor.Meta{})
	if r.Article.Language != "es" {
		t.Errorf("read as %q", r.Article.Language)
	}
	if _, err := extractor.New(extractor.Options{Language: "xx"}); err == nil || !strings.Contains(err.Error(), "xx") {
		t.Errorf("a language without patterns: %v", err)
	}
}

func TestBrokenPatterns(t *testing.T) {
	broken := fstest.MapFS{"en/losses.yaml": {Data: []byte("kind: loss\nrules:\n  - {name: a, pattern: '{no_such_table}'}\n")}}
	if _, err := extractor.New(extractor.Options{Patterns: []fs.FS{broken}}); err == nil || !strings.Contains(err.Error(), "en/losses.yaml:3") {
		t.Errorf("%v", err)
	}
}

func TestPatternHash(t *testing.T) {
	mine := fstest.MapFS{"en/losses.yaml": {Data: []byte("tables:\n  loss_participle:\n    destroyed: [zapped]\n")}}
	plain, laid := newExtractor(t, extractor.Options{}), newExtractor(t, extractor.Options{Patterns: []fs.FS{mine}})
	if len(plain.PatternHash()) != 12 || plain.PatternHash() == laid.PatternHash() {
		t.Errorf("%s without, %s with an overlay", plain.PatternHash(), laid.PatternHash())
	}
	zapped := "Fighting went on near Bakhmut. Kyiv said that 14 Russian tanks were zapped."
	if figures(text(t, plain, zapped, extractor.Meta{})) != "" || figures(text(t, laid, zapped, extractor.Meta{})) != "RUS tanks 14" {
		t.Error("the overlay's word changes nothing")
	}
}

func TestNotAfter(t *testing.T) {
	head := `<meta property="article:published_time" content="2023-02-07T08:00:00Z">`
	r := page(t, newExtractor(t, extractor.Options{}), "", head, paragraphs(spanish))
	if r.Article.Published == nil || *r.Article.Published != "2023-02-07" {
		t.Errorf("without a bound: %v", r.Article.Published)
	}
	bound := time.Date(2022, 12, 31, 0, 0, 0, 0, time.UTC)
	r = page(t, newExtractor(t, extractor.Options{NotAfter: bound}), "", head, paragraphs(spanish))
	if r.Article.Published != nil {
		t.Errorf("a date after the bound is believed: %s", *r.Article.Published)
	}
}

func TestWithTextAndExplain(t *testing.T) {
	r := text(t, newExtractor(t, extractor.Options{WithText: true, Explain: true}), english, extractor.Meta{})
	if !strings.Contains(r.Article.Text, "1,030 soldiers") || len(r.Article.Blocks) == 0 {
		t.Errorf("text %q, blocks %v", r.Article.Text, r.Article.Blocks)
	}
	if len(r.Explain.Claims) != len(r.Claims) || len(r.Claims) == 0 {
		t.Fatalf("%d claims, %d explained", len(r.Claims), len(r.Explain.Claims))
	}
	for i, c := range r.Explain.Claims {
		if c.ID != r.Claims[i].ID || len(c.Parts) < 2 {
			t.Errorf("claim %s is explained by %+v", r.Claims[i].ID, c)
		}
	}
}

// TestEmptyLists looks for null where the schema has an array.
func TestEmptyLists(t *testing.T) {
	x := newExtractor(t, extractor.Options{Explain: true})
	r := text(t, x, "The harbour was quiet on Monday, and the ferries ran on time all day long.", extractor.Meta{})
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"claims":[]`, `"warnings":[]`, `"explain":{"claims":[],"near_misses":[]}`} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("no %s in %s", want, data)
		}
	}
}

func TestLimits(t *testing.T) {
	r := text(t, newExtractor(t, extractor.Options{MaxBytes: 100}), english, extractor.Meta{Input: "a.txt"})
	if r.Error == nil || r.Error.Kind != "too_large" || len(r.Claims) > 0 || r.Article.SHA256 == "" || r.Article.Input != "a.txt" {
		t.Errorf("too many bytes: %+v", r)
	}
	r = text(t, newExtractor(t, extractor.Options{MaxClaims: 1, Explain: true}), english, extractor.Meta{})
	if len(r.Claims) != 1 || len(r.Explain.Claims) != 1 || !hasWarning(r, "claim_limit") {
		t.Errorf("too many claims: %d, %d explained, warnings %v", len(r.Claims), len(r.Explain.Claims), r.Warnings)
	}
	r = text(t, newExtractor(t, extractor.Options{MaxText: 60, WithText: true}), english, extractor.Meta{})
	if len([]rune(r.Article.Text)) > 60 || !hasWarning(r, "text_incomplete") {
		t.Errorf("too much text: %q, warnings %v", r.Article.Text, r.Warnings)
	}
	r = text(t, newExtractor(t, extractor.Options{ArticleTimeout: 1}), english, extractor.Meta{})
	if !hasWarning(r, "time_limit") {
		t.Errorf("too much time: warnings %v", r.Warnings)
	}
}

func TestNoArticle(t *testing.T) {
	x := newExtractor(t, extractor.Options{})
	for input, kind := range map[string]string{"": "no_article", "<html><body></body></html>": "no_article", "%PDF-1.7 \x00\x01": "not_html"} {
		r, err := x.HTML(context.Background(), []byte(input), extractor.Meta{})
		if err != nil || r.Error == nil || r.Error.Kind != kind {
			t.Errorf("%q: %v, %+v", input, err, r.Error)
		}
		checkReport(t, r)
	}
}

func TestCancelledContext(t *testing.T) {
	x := newExtractor(t, extractor.Options{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r, err := x.Text(ctx, []byte(english), extractor.Meta{}); !errors.Is(err, context.Canceled) || r != nil {
		t.Errorf("%v, %v", r, err)
	}
	if r, err := x.HTML(&lateCancel{Context: context.Background(), left: 2}, []byte(english), extractor.Meta{}); !errors.Is(err, context.Canceled) || r != nil {
		t.Errorf("cancelled on the way: %v, %v", r, err)
	}
}

// lateCancel is a context that is done after Err has been asked a few times.
type lateCancel struct {
	context.Context
	left int
}

func (c *lateCancel) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}
