package progress

import (
	"strings"
	"testing"
	"time"

	"lossclaims/extractor/report"
)

// article is a report with n claims in a language.
func article(input, language string, n int) *report.Report {
	return &report.Report{Article: report.Article{Input: input, Language: language}, Claims: make([]report.Claim, n)}
}

// clock is a time that moves when it is told to.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func TestProgress(t *testing.T) {
	for _, c := range []struct {
		name  string
		style Style
		total int
		step  time.Duration
		want  []string
	}{
		{"bar", Bar, 8, time.Second, []string{"\r\x1b[K[#####···············] 2/8 articles, 1.0/s, 6 claims, 0 failed, 6s left"}},
		{"bar without a total", Bar, 0, time.Second, []string{"\r\x1b[K2 articles, 1.0/s, 6 claims, 0 failed"}},
		{"lines", Lines, 4000, 40 * time.Second, []string{"extract: 1/4,000 articles", "extract: 2/4,000 articles, 0.0/s, 6 claims, 0 failed, 44h25m left\n"}},
		{"none", None, 8, time.Hour, nil},
	} {
		var out strings.Builder
		at := &clock{time.Unix(0, 0)}
		p := New(&out, c.style, func() int { return 80 }, at.now)
		p.SetTotal(c.total)
		for range 2 {
			at.t = at.t.Add(c.step)
			p.Add(article("a", "en", 3), 0, false)
		}
		if len(c.want) == 0 && out.Len() > 0 {
			t.Errorf("%s: %q", c.name, out.String())
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: %q is missing in %q", c.name, want, out.String())
			}
		}
	}
}

// TestBytes has inputs of which only the bytes are known, the first third of them done by an earlier run.
func TestBytes(t *testing.T) {
	var out strings.Builder
	at := &clock{time.Unix(0, 0)}
	p := New(&out, Bar, func() int { return 100 }, at.now)
	p.SetBytes(3000)
	for i, reached := range []int64{500, 1000, 1500, 2000} {
		at.t = at.t.Add(10 * time.Second)
		p.Reach(reached)
		p.Add(article("a", "en", 1), 0, i < 2)
	}
	want := "[#############·······] 4 articles (67 %), 0.1/s, 4 claims, 0 failed, 20s left"
	if shown := strings.Split(out.String(), "\r\x1b[K"); shown[len(shown)-1] != want {
		t.Errorf("%q, want %q", shown[len(shown)-1], want)
	}
}

func TestBarFits(t *testing.T) {
	at := &clock{time.Unix(0, 0)}
	p := New(&strings.Builder{}, Bar, nil, at.now)
	p.SetTotal(1_000_000)
	for _, width := range []int{10, 40, 80, 200} {
		if n := len([]rune(p.bar(at.t.Add(time.Hour), width))); n >= width {
			t.Errorf("%d columns of %d", n, width)
		}
	}
}

func TestSummary(t *testing.T) {
	var out strings.Builder
	at := &clock{time.Unix(0, 0)}
	p := New(&out, Lines, nil, at.now)
	p.Add(article("old", "en", 1), time.Minute, true)
	for i, took := range []time.Duration{1, 5, 2, 4, 3} {
		r := article(string(rune('a'+i)), "es", 2)
		p.Add(r, took*time.Second, false)
	}
	p.Add(report.Failed("x", "timeout", "m"), 0, false)
	p.Add(report.Failed("y", "panic", "m"), 0, false)
	p.Add(report.Failed("z", "timeout", "m"), 0, false)
	copied := article("copy", "", 0)
	copied.Article.DuplicateOf = "a"
	p.Add(copied, 0, false)
	at.t = at.t.Add(90 * time.Second)
	p.Summary()
	want := `extract: 10 articles, 11 claims in 1m30s (0.1/s), 1 of them from the journal, 1 of the same bytes as earlier ones
extract: languages: es 5, en 1, unknown 1
extract: 3 failed: timeout 2, panic 1
extract: slowest: old 1m0s, b 5s, d 4s
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
