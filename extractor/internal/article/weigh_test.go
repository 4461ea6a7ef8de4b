package article

import (
	"fmt"
	"strings"
	"testing"
)

func TestWeigh(t *testing.T) {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	tests := []struct {
		name, in string
		want     weight
	}{
		{"nothing", "", weight{}},
		{"text", "5 < 6 and 7 <", weight{}},
		{"nesting", "<div><DIV>x</div></div>", weight{tags: 2, depths: 1 + 2 + 1}},
		{"paragraphs do not nest", "<p>x<p>x<br>", weight{tags: 3}},
		{"an end that opens", "</p></p><p>x</p>", weight{tags: 3}},
		{"formatting over a block", "<b><i><p></i></b><p>", weight{tags: 4, rebuilt: 2}},
		{"comments hold no tags", "<!-- <p><p> --><p>", weight{tags: 1}},
		{"nor do scripts", `<script>"<p></p>"</script><style><p></STYLE>`, weight{tags: 2, depths: 2}},
		{"unfinished", "<script><p>", weight{tags: 1, depths: 1}},
	}
	for _, tt := range tests {
		if got := weigh(tt.in); got != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
	if weigh("<p>" + many(450, "<font id=%d>") + strings.Repeat("<p>x", 20_000)).fits() {
		t.Error("a page of which the parser makes millions of elements fits")
	}
	if w := weigh(strings.Repeat("<div><p>He said <a href=x>so</a> <b>twice</b>.</p></div>", 5_000)); !w.fits() {
		t.Errorf("an ordinary long page does not fit: %+v", w)
	}
}

// TestShallowTail: what follows the last node that a shallow tree may have is kept as paragraphs of text.
func TestShallowTail(t *testing.T) {
	body := "<article>" + prose + strings.Repeat("<li>x", maxTags+1) + "<script>var lost = 31</script><p>Late on Sunday fourteen men were still missing.</p>" +
		strings.Repeat("<p>Nobody knew where they had gone, or with whom.</p>", 100) + "<p>The bridge was closed.</p></article>"
	a := read(t, page("", body), Hints{})
	for _, want := range []string{"that the bridge held", "fourteen men were still missing. Nobody knew", "The bridge was closed."} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("%q is lost", want)
		}
	}
	if strings.Contains(a.Text, "31") || !a.warned("degraded") {
		t.Errorf("script in the text, or no warning: %v", a.Warnings)
	}
	if n := len(a.Blocks); n > maxNodes {
		t.Errorf("%d blocks", n)
	}
}
