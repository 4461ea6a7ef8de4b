// Package progress tells how a run over many articles goes: finished reports go in; a bar on a terminal, a line now and
// then elsewhere, and a summary at the end come out.
package progress

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"lossclaims/extractor/report"
	"lossclaims/internal/output"
)

// Style is how progress is shown.
type Style int

// The styles. None leaves the summary to be asked for.
const (
	None  Style = iota
	Lines       // a line now and then
	Bar         // one line of a terminal, drawn over and over
)

const (
	barEvery  = 100 * time.Millisecond
	lineEvery = 30 * time.Second
	slowest   = 3 // inputs named in the summary
)

// Progress counts reports and shows the counts. Only SetTotal, SetBytes and Reach may be called from other goroutines than
// the others.
type Progress struct {
	w     io.Writer
	style Style
	width func() int // of the terminal
	now   func() time.Time

	begun, shown time.Time
	total        atomic.Int64 // articles; 0 while it is not known
	bytes        atomic.Int64 // of the inputs; 0 while it is not known
	reached      atomic.Int64 // of those

	fresh   time.Time // when the first article of this run was finished
	skipped float64   // the share that was done by then

	done, resumed, failed, copies, claims int
	left                                  int // articles that are not kept
	languages, errors                     map[string]int
	slow                                  []slow
}

type slow struct {
	input string
	took  time.Duration
}

// New starts the clock. width tells the columns of the terminal; only Bar asks.
func New(w io.Writer, style Style, width func() int, now func() time.Time) *Progress {
	begun := now()
	return &Progress{w: w, style: style, width: width, now: now, begun: begun, shown: begun,
		languages: map[string]int{}, errors: map[string]int{}}
}

// SetTotal says how many articles there will be.
func (p *Progress) SetTotal(n int) { p.total.Store(int64(n)) }

// SetBytes says how many bytes the inputs have, for when nobody knows how many articles are in them.
func (p *Progress) SetBytes(n int64) { p.bytes.Store(n) }

// Reach says how many of those bytes have been read.
func (p *Progress) Reach(n int64) { p.reached.Store(n) }

// Done and Failed are how many articles there were, and how many of them failed.
func (p *Progress) Done() int   { return p.done }
func (p *Progress) Failed() int { return p.failed }

// Add counts a report and shows the progress when it is time to. resumed is for one that an earlier run has made.
func (p *Progress) Add(r *report.Report, took time.Duration, resumed bool) {
	p.done++
	p.claims += len(r.Claims)
	switch {
	case r.Error != nil:
		p.failed++
		p.errors[r.Error.Kind]++
	default:
		p.languages[cmp.Or(r.Article.Language, "unknown")]++
	}
	if r.Article.DuplicateOf != "" {
		p.copies++
	}
	if resumed {
		p.resumed++
	} else {
		p.begin()
	}
	p.rank(slow{r.Article.Input, took})
	p.show()
}

// Leave counts an article that was read and is not kept.
func (p *Progress) Leave() {
	p.left++
	p.begin()
	p.show()
}

// begin notes where the work of this run begins, once its first article is done.
func (p *Progress) begin() {
	if p.fresh.IsZero() {
		p.fresh, p.skipped = p.now(), p.share()
	}
}

// rank keeps the slowest inputs, the slowest first.
func (p *Progress) rank(s slow) {
	at, _ := slices.BinarySearchFunc(p.slow, s, func(a, b slow) int { return cmp.Compare(b.took, a.took) })
	if at < slowest && s.took > 0 {
		p.slow = slices.Insert(p.slow, at, s)
		p.slow = p.slow[:min(len(p.slow), slowest)]
	}
}

func (p *Progress) show() {
	now := p.now()
	switch {
	case p.style == Bar && now.Sub(p.shown) >= barEvery:
		fmt.Fprint(p.w, "\r\x1b[K"+p.bar(now, p.width()))
	case p.style == Lines && now.Sub(p.shown) >= lineEvery:
		fmt.Fprintln(p.w, "extract: "+p.line(now))
	default:
		return
	}
	p.shown = now
}

// Say prints a line, over the bar where there is one.
func (p *Progress) Say(format string, args ...any) {
	p.Clear()
	fmt.Fprintf(p.w, format+"\n", args...)
}

// Clear takes the bar off the terminal.
func (p *Progress) Clear() {
	if p.style == Bar {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// bar draws the progress in at most width columns.
func (p *Progress) bar(now time.Time, width int) string {
	const cells = 20
	text := p.line(now)
	if share := p.share(); share > 0 {
		full := int(cells * share)
		text = "[" + strings.Repeat("#", full) + strings.Repeat("·", cells-full) + "] " + text
	}
	if runes := []rune(text); width > 1 && len(runes) >= width {
		text = string(runes[:width-1])
	}
	return text
}

// line words the progress.
func (p *Progress) line(now time.Time) string {
	share := p.share()
	text := fmt.Sprintf("%s, %.1f/s, %s claims, %s failed", p.articles(share), p.rate(now), grouped(p.claims), grouped(p.failed))
	if pace := p.pace(now, share); pace > 0 && share < 1 {
		text += ", " + words(time.Duration((1-share)/pace*float64(time.Second))) + " left"
	}
	return text
}

// articles is how many are done, and of how many, or what share of the work that is.
func (p *Progress) articles(share float64) string {
	done := grouped(p.done + p.left)
	switch total := int(p.total.Load()); {
	case total > 0:
		return done + "/" + grouped(total) + " articles"
	case share > 0:
		return fmt.Sprintf("%s articles (%.0f %%)", done, 100*share)
	}
	return done + " articles"
}

// share is how much of the work is done, from 0 to 1: by articles, or by the bytes of the inputs; 0 where nobody knows.
func (p *Progress) share() float64 {
	if total := p.total.Load(); total > 0 {
		return min(1, float64(p.done+p.left)/float64(total))
	}
	if bytes := p.bytes.Load(); bytes > 0 {
		return min(1, float64(p.reached.Load())/float64(bytes))
	}
	return 0
}

// pace is the share that is done in a second, without what an earlier run had done.
func (p *Progress) pace(now time.Time, share float64) float64 {
	if seconds := now.Sub(p.fresh).Seconds(); !p.fresh.IsZero() && seconds > 0 {
		return (share - p.skipped) / seconds
	}
	return 0
}

// rate is how many articles were finished a second in this run.
func (p *Progress) rate(now time.Time) float64 {
	if seconds := now.Sub(p.begun).Seconds(); seconds > 0 {
		return float64(p.done+p.left-p.resumed) / seconds
	}
	return 0
}

// Summary prints what there was.
func (p *Progress) Summary() {
	p.Clear()
	now := p.now()
	fmt.Fprintf(p.w, "extract: %s, %s in %s (%.1f/s)", count(p.done, "article"), count(p.claims, "claim"), words(now.Sub(p.begun)), p.rate(now))
	if p.resumed > 0 {
		fmt.Fprintf(p.w, ", %s of them from the journal", grouped(p.resumed))
	}
	if p.copies > 0 {
		fmt.Fprintf(p.w, ", %s of the same bytes as earlier ones", grouped(p.copies))
	}
	fmt.Fprintln(p.w)
	if len(p.languages) > 0 {
		fmt.Fprintln(p.w, "extract: languages:", listed(p.languages))
	}
	if len(p.errors) > 0 {
		fmt.Fprintf(p.w, "extract: %s failed: %s\n", grouped(p.failed), listed(p.errors))
	}
	if len(p.slow) > 0 && p.done > 1 {
		var parts []string
		for _, s := range p.slow {
			parts = append(parts, fmt.Sprintf("%s %s", output.Clean(s.input), s.took.Round(time.Millisecond)))
		}
		fmt.Fprintln(p.w, "extract: slowest:", strings.Join(parts, ", "))
	}
}

// listed names counts, the largest first.
func listed(counts map[string]int) string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for i, name := range names {
		names[i] = name + " " + grouped(counts[name])
	}
	return strings.Join(names, ", ")
}

// words tells a time with as much precision as matters.
func words(d time.Duration) string {
	switch {
	case d < 10*time.Second:
		return d.Round(100 * time.Millisecond).String()
	case d < time.Hour:
		return d.Round(time.Second).String()
	}
	return strings.TrimSuffix(d.Round(time.Minute).String(), "0s")
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(n) + " " + noun
}

// grouped prints a number with commas.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
