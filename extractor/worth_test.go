package extractor

import (
	"context"
	"strings"
	"testing"
)

func TestWorthReading(t *testing.T) {
	filler := strings.Repeat("The council met again and spoke of the budget for its schools.\n\n", 100)
	for _, c := range []struct {
		name, text string
		claims     int
	}{
		{"a loss in one sentence", "The army said 12 soldiers were killed near the border on Monday.", 1},
		{"a list under a line of losses", "The ministry listed the enemy's losses in the war:\n\n- 4 tanks\n- 11 trucks", 2},
		{"a figure without a thing", "The two sides in the war have lost patience.", 0},
		{"a loss without a figure", "The army lost the town, and soldiers fled the war.", 0},
		{"a figure in another sentence", "The army lost the town. There were 12 soldiers on the bridge of the front.", 0},
		{"people's losses name no thing", "The shelling of the border town left 45 dead, the governor said after a night of fighting.", 1},
		{"the thing is what was launched", "Russia sent 97 drones towards the port overnight. Of them 71 were shot down, the air force said.", 1},
		{"far into a long text", filler + "The army said 12 soldiers were killed near the border on Monday.\n\n" + filler, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, explain := range []bool{false, true} {
				x, err := New(Options{Language: "en", Explain: explain})
				if err != nil {
					t.Fatal(err)
				}
				r, err := x.Text(context.Background(), []byte(c.text), Meta{Published: "2024-05-14"})
				if err != nil {
					t.Fatal(err)
				}
				if len(r.Claims) != c.claims {
					t.Errorf("explain %t: %d claims, want %d", explain, len(r.Claims), c.claims)
				}
			}
		})
	}
}
