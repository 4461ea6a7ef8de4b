package article

import (
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	const ld = `<script type="application/ld+json">`
	tests := []struct {
		name, head, body string
		hints            Hints
		want, basis      string
	}{
		{"JSON-LD graph", ld + `{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle","Thing"],"datePublished":"2023-02-07T23:50:00-05:00","dateModified":"2023-02-09"}]}</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"JSON-LD array", ld + `[{"@type":"BreadcrumbList"},{"@type":"Article","datePublished":"2023-02-07"}]</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"JSON-LD in a comment, trailing comma", ld + `<!-- {"@type":"NewsArticle","datePublished":"2023-02-07",} --></script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"JSON-LD in CDATA", ld + "//<![CDATA[\n" + `{"@type":"Report","datePublished":"2023-02-07"}` + "\n//]]></script>", "", Hints{}, "2023-02-07", "json-ld"},
		{"JSON-LD broken", ld + `{"@type":"NewsArticle","headline":"He said "no" twice","datePublished":"2023-02-07"}</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"JSON-LD of a teaser beside the article's", ld + `[{"@type":"NewsArticle","headline":"Another","datePublished":"2020-01-01"},{"@type":"NewsArticle","headline":"Quiet night on the river","datePublished":"2023-02-07"}]</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"meta", `<meta property="og:updated_time" content="2023-03-01"><meta property="article:published_time" content="2023-02-07T10:00:00+01:00">`, "", Hints{}, "2023-02-07", "meta"},
		{"Dublin Core", `<meta name="DC.date.issued" content="2023-02-07">`, "", Hints{}, "2023-02-07", "meta"},
		{"parsely JSON", `<meta name="parsely-page" content='{"title":"x","pub_date":"2023-02-07T10:00:00Z"}'>`, "", Hints{}, "2023-02-07", "meta"},
		{"microdata", "", `<span itemprop="datePublished" content="2023-02-07">yesterday</span>`, Hints{}, "2023-02-07", "microdata"},
		{"time, not the modified one", "", `<time class="updated" datetime="2023-02-09">9 Feb</time><time datetime="2023-02-07T08:00:00Z">7 Feb</time>`, Hints{}, "2023-02-07", "time"},
		{"time, not that of a teaser", "", `<div class="related"><time datetime="2020-01-01">old</time></div><time datetime="2023-02-07">7 Feb</time>`, Hints{}, "2023-02-07", "time"},
		{"address", `<link rel="canonical" href="https://mill.example/2023/02/07/quiet-night">`, "", Hints{}, "2023-02-07", "url"},
		{"text", "", `<div>Tuesday, 7 February 2023, 10:15 GMT</div>`, Hints{}, "2023-02-07", "text"},
		{"Spanish text", "", `<div>Actualizado: 9 de febrero de 2023</div><div>Publicado el martes, 7 de febrero de 2023</div>`, Hints{}, "2023-02-07", "text"},
		{"day first abroad", `<link rel="canonical" href="https://mill.example.co.uk/quiet">`, `<div class="date">03/04/2023</div>`, Hints{}, "2023-04-03", "text"},
		{"month first in America", `<link rel="canonical" href="https://mill.example.com/quiet">`, `<div class="date">03/04/2023</div>`, Hints{}, "2023-03-04", "text"},
		{"the weekday settles it", "", `<div class="date">Monday 03/04/2023</div>`, Hints{}, "2023-04-03", "text"},
		{"nothing but a last change", "", prose + `<p id="info">Quiet night on the river (last edited 2023-02-07 13:28:18 by the desk)</p>`, Hints{}, "2023-02-07", "text"},
		{"OpenGraph's cousins", `<meta name="cXenseParse:recs:publishtime" content="2023-02-07T10:00:00Z">`, "", Hints{}, "2023-02-07", "meta"},
		{"JSON-LD types in full", ld + `{"@type":["https://schema.org/ReportageNewsArticle"],"datePublished":"2023-02-07"}</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"JSON-LD below a page", ld + `{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2023-02-07"}}</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"the original date before the changed one", ld + `{"@type":"NewsArticle","dateModified":"2023-03-09T10:00:00Z"}</script>`, `<time datetime="2023-02-07">7 Feb</time>`, Hints{}, "2023-02-07", "time"},
		{"a changed date rather than none", ld + `{"@type":"NewsArticle","dateModified":"2023-02-07T10:00:00Z"}</script>`, "", Hints{}, "2023-02-07", "json-ld"},
		{"input", "", "", Hints{Published: "2023-02-07"}, "2023-02-07", "input"},
		{"the page wins over the input", `<meta name="date" content="2023-02-07">`, "", Hints{Published: "2020-01-01"}, "2023-02-07", "meta"},
		{"a date at the page's head beside other things", "", `<div>Miércoles 7 de febrero de 2023 | Dólar: 3.912,40 | Río: 2,31 m | Mañana, lluvias aisladas</div>`, Hints{}, "2023-02-07", "text"},
		{"a dateline", "", `<p>NIAMEY, 7 February 2023 (Desert Wire) – ` + strings.Repeat("The convoy left at dawn and was seen again at the second well. ", 5) + `</p>`, Hints{}, "2023-02-07", "text"},
		{"a dateline in mixed case", "", `<p>Malabo, 7 de febrero de 2023.- ` + strings.Repeat("El convoy salió al alba y nadie lo vio pasar por el segundo pozo. ", 5) + `</p>`, Hints{}, "2023-02-07", "text"},
		{"a stretch of days is no dateline", "", `<p>Losses of the army, 24 February 2022 – 7 February 2023 ` + strings.Repeat("and what the wells had to do with it, by those who were there, ", 5) + `</p>`, Hints{}, "", "none"},
		{"a sentence that opens with a date has no dateline", "", `<p>On 7 February 2003 (a Friday) ` + strings.Repeat("the convoy left at dawn and was seen again at the second well, ", 5) + `and came home.</p>`, Hints{}, "", "none"},
		{"a date in running text is not the page's", "", `<p>The older bridge was blown up on 3 May 1998, as the villagers remember very well.</p>`, Hints{}, "", "none"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(t, page(tt.head, "<article><h1>Quiet night on the river</h1>"+tt.body+prose+"</article>"), tt.hints)
			if a.Published != tt.want || a.DateBasis != tt.basis {
				t.Errorf("got %q (%s), want %q (%s)", a.Published, a.DateBasis, tt.want, tt.basis)
			}
		})
	}
}

func TestMetadata(t *testing.T) {
	head := `<meta property="og:title" content="Quiet night on the river - The Mill Post"><meta property="og:site_name" content="The Mill Post">
		<meta property="og:url" content="/news/quiet-night"><meta property="og:locale" content="en_GB">
		<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://mill.example/news/quiet-night"},"headline":"Quiet night on the river",
		"author":[{"@type":"Person","name":"Ann Miller"},{"name":"Bob Ford"}],"publisher":{"@type":"Organization","name":"The Mill Post"},
		"articleSection":["World","Front"],"datePublished":"2023-02-07T10:00:00+01:00","dateModified":"2023-02-08T10:00:00+01:00"}</script>`
	a := read(t, page(head, "<article><h1>Quiet night on the river</h1>"+prose+"</article>"), Hints{URL: "https://mill.example/news/quiet-night?ref=x"})
	got := []string{a.Headline, a.Author, a.Publisher, a.URL, a.Section, a.Published, a.Modified, a.PublishedTime, a.Lang}
	want := []string{"Quiet night on the river", "Ann Miller, Bob Ford", "The Mill Post", "https://mill.example/news/quiet-night", "World", "2023-02-07", "2023-02-08", "2023-02-07T10:00:00+01:00", "en"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("field %d: got %q, want %q", i, got[i], want[i])
		}
	}
}

func TestStripSite(t *testing.T) {
	m := &metadata{tags: map[string][]string{"og:site_name": {"The Mill Post"}}, address: "https://www.riverpost.example/a"}
	for in, want := range map[string]string{
		"Quiet night on the river | The Mill Post":        "Quiet night on the river",
		"Quiet night on the river - The Mill Post":        "Quiet night on the river",
		"Quiet night on the river — River Post":           "Quiet night on the river",
		"Quiet night on the river | World | Mill":         "Quiet night on the river",
		"Seven villages - and nobody to feed the dogs":    "Seven villages - and nobody to feed the dogs",
		"The Mill Post | Quiet night on the river":        "Quiet night on the river",
		"Losses mount – 31 trucks gone, commander admits": "Losses mount – 31 trucks gone, commander admits",
	} {
		if got := m.stripSite(in); got != want {
			t.Errorf("stripSite(%q) = %q, want %q", in, got, want)
		}
	}
}
