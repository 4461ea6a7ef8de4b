package claim

import (
	"slices"
	"testing"
)

// TestTranslated: what only a translation says so.
func TestTranslated(t *testing.T) {
	scene := "Artillery hit the town near the front line, and clashes with jihadists went on."
	for _, c := range []struct {
		name, text string
		translated bool
		want       []string
	}{
		{"hearsay", "The army would have neutralized 121 terrorists in the raid, said the agency.", true, []string{"121"}},
		{"a conditional in plain English", "The plot would have killed 121 people, said the agency.", false, nil},
		{"a condition", "If the bomb had gone off, it would have killed 121 people.", true, nil},
		{"a whole behind from", "The brigade lost 20 from 26 tanks and 102 from 120 BMP.", false, []string{"20", "102"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := figures(joinedAs(t, "en", c.translated, scene, c.text)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestLossesOfForces: a noun of losses makes soldiers of the persons counted.
func TestLossesOfForces(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Total combat losses of the Russians in Ukraine since the start of the invasion make about 752 450 persons.", "personnel"},
		{"In Ukraine 14 persons were killed by Russian shelling.", "people"},
	} {
		if claims := inWar(t, "en", c.text); len(claims) != 1 || claims[0].Category != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, claims, c.want)
		}
	}
}
