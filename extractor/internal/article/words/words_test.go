package words

import (
	"strings"
	"testing"
)

func TestAll(t *testing.T) {
	all := All()
	if len(all) < 2 {
		t.Fatalf("%d languages", len(all))
	}
	for _, l := range all {
		for _, list := range append(l.Months, l.Weekdays, l.Published, l.Updated, l.Lines, l.Starts, l.Contains, l.Leads) {
			seen := map[string]bool{}
			for _, w := range list {
				if w == "" || w != Fold(w) || seen[w] {
					t.Errorf("%s: %q is empty, not folded or there twice", l.Code, w)
				}
				seen[w] = true
			}
		}
	}
}

func TestFold(t *testing.T) {
	if got := Fold("MIÉRCOLES, Año’s\u00A0Fin"); got != "miercoles, ano's fin" {
		t.Errorf("got %q", got)
	}
	if plain := "already plain"; Fold(plain) != strings.ToLower(plain) {
		t.Error("plain text changed")
	}
}
