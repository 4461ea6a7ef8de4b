package claim

import (
	"strings"
	"testing"
)

// effects writes the figures of claims with what happened to the things.
func effects(t *testing.T, lang string, lines ...string) string {
	t.Helper()
	var out []string
	for _, c := range inWar(t, lang, lines...) {
		out = append(out, c.Quantity.Text+" "+c.Effect)
	}
	return strings.Join(out, ", ")
}

func TestSeriesOfDeeds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Near Ramadi four strikes destroyed three boats and an artillery piece, damaged a bridge and hit a tunnel.", "three destroyed, an destroyed"},
		{"The raid killed 12 rebels, wounded 30 and destroyed four trucks.", "12 killed, 30 wounded, four destroyed"},
		{"The army showed three tanks, damaged the day before.", "three damaged"},
	} {
		if got := effects(t, "en", c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSameFigureElsewhere(t *testing.T) {
	text := []string{"Near Mosul a strike destroyed four vehicles of Islamic State.", "Near Raqqa another strike destroyed four vehicles of Islamic State."}
	if got := effects(t, "en", text...); got != "four destroyed, four destroyed" {
		t.Errorf("two places: %q", got)
	}
	if got := effects(t, "en", text[0], "The four vehicles were destroyed near Mosul, the spokesman said."); got != "four destroyed" {
		t.Errorf("one place: %q", got)
	}
}
