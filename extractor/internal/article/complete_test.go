package article

import (
	"slices"
	"strings"
	"testing"
)

// TestComplete: figures of the page's main part that stand outside the element with the text.
func TestComplete(t *testing.T) {
	long := strings.Repeat(prose, 3)
	tests := []struct {
		name, body string
		want, not  []string // blocks
		warns      bool
	}{
		{"a table between two halves of the text", `<main><h1>Quiet night on the river</h1><div class="story">` + long + `</div><div class="figures"><table><tr><th>Kind</th><th>Lost</th></tr><tr><td>Tanks</td><td>17</td></tr></table></div></main>`,
			[]string{"table_row: Tanks | 17"}, nil, false},
		{"a list in a box of its own", `<main><h1>Quiet night on the river</h1><div class="story">` + long + `</div><section><div><ul><li>17 tanks were lost, by the count of the staff</li><li>22 guns</li></ul></div></section><div class="story">` + prose + `</div></main>`,
			[]string{"list_item: 17 tanks were lost, by the count of the staff", "list_item: 22 guns"}, nil, false},
		{"a short line among paragraphs", `<article><h1>Quiet night on the river</h1>` + prose + `<div>Tanks: 17 lost</div><div>Guns: 22 lost</div>` + long + `</article>`,
			[]string{"body: Tanks: 17 lost", "body: Guns: 22 lost"}, nil, false},
		{"a related box is none of it", `<main><h1>Quiet night on the river</h1><div class="story">` + long + `</div><div class="related"><p>Twelve people died and 30 were hurt as a coach left the mountain road near the pass, police say.</p><p>In all 41 people have died on that road since the year 2010, by the count of a paper.</p></div></main>`,
			nil, []string{"Twelve people died"}, false},
		{"a second column", `<main><h1>Quiet night on the river</h1><div><div class="a">` + long + `</div></div><div><div class="b"><p>On the far bank the guards counted 14 boats on Monday, 9 of them burned.</p><p>By Friday 31 of the 40 men of the ferry post had left, and 2 were dead.</p></div></div></main>`,
			nil, nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(t, page("", tt.body), Hints{})
			got := lines(a)
			for _, want := range tt.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q in %q", want, got)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(a.Text, not) {
					t.Errorf("%q in %q", not, got)
				}
			}
			if there := strings.Contains(a.Text, "14 boats"); a.warned("text_incomplete") != tt.warns && !there {
				t.Errorf("warnings %v", a.Warnings)
			}
		})
	}
}
