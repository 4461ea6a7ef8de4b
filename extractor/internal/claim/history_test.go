package claim

import (
	"slices"
	"testing"
)

func TestHistory(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text, want []string
	}{
		{"an anniversary gives dates their year", "en", []string{"# Thirty years on, the valley counts its dead",
			"On 4 February 1993 the rebels took the town. Two days later a mine killed nine soldiers there."},
			[]string{"nine event 1993-02-06"}},
		{"dates of an old war in Spanish", "es", []string{"# Se cumplen 40 años de la batalla",
			"El 3 de mayo una emboscada mató a doce soldados."},
			[]string{"doce event 1983-05-03"}},
		{"undated figures of an old war hold as of no day", "en", []string{"# Fifty years after the siege",
			"The siege began on 7 February 1973.", "The garrison lost 640 men."},
			[]string{"640 cumulative -"}},
		{"a stretch of years past ends with its last day", "en", []string{"# Forty years on, a list of names",
			"Between 3 March and 9 April 1983 the border fighting killed 214 soldiers."},
			[]string{"214 interval 1983-04-09"}},
		{"a sentence about now", "en", []string{"# Thirty years on, the valley counts its dead",
			"The rebels took the town on 4 February 1993.", "A mine killed two policemen on Monday."},
			[]string{"two event 2023-02-06"}},
		{"recently is not then", "en", []string{"# Thirty years on, the valley counts its dead",
			"The rebels took the town on 9 February 1993.", "Recently, on 30 January, a bomb killed six soldiers."},
			[]string{"six event 2023-01-30"}},
		{"one old date makes no history", "en", []string{"The worst raid was on 12 June 2004.",
			"On 30 January a bomb killed six soldiers, police said on Monday."},
			[]string{"six event 2023-01-30"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dated(inWar(t, c.lang, c.text...)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDatedHistoryIsTheArticlesOwn(t *testing.T) {
	got := voices(inWar(t, "es", "# Se cumplen 40 años de la batalla", "El Frente Norte habló de 560 soldados muertos en el oasis. En octubre de 1981, los misiles mataron a nueve soldados."))
	if want := []string{"560: Frente Norte", "nueve: "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
