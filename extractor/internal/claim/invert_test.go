package claim

import (
	"slices"
	"testing"
)

// TestInverted: translators leave the verb where the other language had it, ahead of its subject.
func TestInverted(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // figure and effect of each claim
	}{
		{"cause first", "By the shelling of the market perished three traders and seven received wounds.", []string{"three killed", "seven wounded"}},
		{"place first", "In the blast near the gate died 14 policemen, 36 wounded.", []string{"14 killed", "36 wounded"}},
		{"as a result", "As a result of the raid by the militia perished two women and was wounded a teenager.", []string{"two killed", "a wounded"}},
		{"time first", "On Friday were killed nine guards and were captured four.", []string{"nine killed", "four captured"}},
		{"verb alone", "Perished 31 soldiers, 12 were wounded.", []string{"31 killed", "12 wounded"}},
		{"idiom", "In the ambush lost the life six policemen and three gunmen were wounded.", []string{"six killed", "three wounded"}},
		{"where", "He recalled the village where perished 37 conscripts, 12 were wounded.", []string{"37 killed", "12 wounded"}},
		{"plain order", "In the raid 14 policemen died and 36 soldiers were wounded.", []string{"14 killed", "36 wounded"}},
		{"subject before", "Six soldiers died, two guards were wounded.", []string{"Six killed", "two wounded"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range inWar(t, "en", c.text) {
				got = append(got, f.Quantity.Text+" "+f.Effect)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
