package sentence

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/patterns"
)

func TestDump(t *testing.T) {
	lang := os.Getenv("DUMP")
	if lang == "" { t.Skip() }
	set, err := patterns.Load()
	if err != nil { fmt.Println(err) }
	l := set.Language(lang)
	fs, _ := filepath.Glob(os.Getenv("GLOB"))
	kinds := os.Getenv("KINDS")
	type ex struct{ n int; s []string }
	by := map[string]*ex{}
	words := map[string]int{}
	var tf time.Duration
	for _, r := range l.Rules() { if r.Ungated() && strings.Contains(kinds, r.Kind) { fmt.Println("UNGATED", r.ID) } }
	for _, f := range fs {
		b, _ := os.ReadFile(f)
		var bl []article.Block
		for _, s := range strings.Split(string(b), "\n") { if len(s) > 60 { bl = append(bl, article.Block{Kind: "body", Text: s}) } }
		for _, s := range Split(bl, l.Config.Abbreviations, l.Table("sentence_starter").Words("starter")...) {
			t0 := time.Now()
			ms, to := l.Find(s.Text, s.Folded, time.Second)
			tf += time.Since(t0)
			if len(to) > 0 { fmt.Println("TIMEOUT", to) }
			if root := os.Getenv("ROOT"); root != "" {
				hit := false
				for _, m := range ms { hit = hit || m.Kind == "caveat" }
				if !hit && regexp.MustCompile(root).MatchString(string(s.Folded)) { fmt.Println("NOCAV", string(s.Text)) }
			}
			for _, m := range ms {
				if !strings.Contains(kinds, m.Kind) { continue }
				e := by[m.Rule.ID]
				if e == nil { e = &ex{}; by[m.Rule.ID] = e }
				e.n++
				a, z := max(0, m.Start-40), min(len(s.Text), m.End+40)
				e.s = append(e.s, fmt.Sprintf("%s[%s]%s  %v", string(s.Text[a:m.Start]), string(s.Text[m.Start:m.End]), string(s.Text[m.End:z]), m.Attrs))
				words[m.Rule.ID+" "+string(s.Folded[m.Start:m.End])]++
			}
		}
	}
	var ids []string
	for id := range by { ids = append(ids, id) }
	sort.Strings(ids)
	for _, id := range ids {
		e := by[id]
		fmt.Printf("## %s %d\n", id, e.n)
		step := max(1, len(e.s)/25)
		for i := 0; i < len(e.s); i += step { fmt.Println("   ", e.s[i]) }
	}
	fmt.Println("find", tf, len(fs))
}
