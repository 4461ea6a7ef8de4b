package claim

import (
	"fmt"
	"slices"
	"testing"

	"lossclaims/extractor/report"
)

// brief says a claim in short: whose, what, what became of it, how many.
func brief(c report.Claim) string {
	return fmt.Sprint(c.Loser.Code, " ", c.Category, " ", c.Effect, " ", c.Quantity.Text)
}

func TestTables(t *testing.T) {
	tests := []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"a column a side, the loss in the caption", "en", []string{"~ Confirmed losses of Armenia and Azerbaijan", "| Type | Armenia | Azerbaijan", "| Tanks | 241 | 39", "| Training jets | 1 | 11"},
			[]string{"ARM tanks unspecified 241", "AZE tanks unspecified 39", "ARM aircraft unspecified 1", "AZE aircraft unspecified 11"}},
		{"a row a loss, a column a people", "en", []string{"| | Palestinians | Israelis", "| Killed | 1,314 | 13", "| Wounded | 5,320 | 518"},
			[]string{"PSE people killed 1,314", "ISR people killed 13", "PSE people wounded 5,320", "ISR people wounded 518"}},
		{"increments beside totals", "es", []string{"| Pérdidas de Rusia | Total | Última jornada", "| Tanques | 6.648 | +14", "| Personal | 415.640 | +1.160"},
			[]string{"RUS tanks unspecified 6.648", "RUS tanks unspecified +14", "RUS personnel unspecified 415.640", "RUS personnel unspecified +1.160"}},
		{"increments before totals", "es", []string{"| Pérdidas rusas | Último día | Total", "| Drones | +44 | 10.021"},
			[]string{"RUS drones unspecified +44", "RUS drones unspecified 10.021"}},
		{"columns that count no losses", "en", []string{"| Weapon | In service before | Delivered | Lost by Ukraine", "| Tanks | 987 | 240 | 178"},
			[]string{"UKR tanks unspecified 178"}},
		{"a country a row", "es", []string{"| Bando | Muertos | Aviones derribados", "| Argentina | 649 | 35", "| Reino Unido | 255 | 10"},
			[]string{"ARG people killed 649", "ARG aircraft destroyed 35", "GBR people killed 255", "GBR aircraft destroyed 10"}},
		{"numbered rows, a part of the column before", "en", []string{"| No. | Place | Dead | of whom children", "| 1 | Gaza | 248 | 66", "| 2 | Israel | 12 | 2"},
			[]string{"PSE people killed 248", "PSE civilians killed 66", "ISR people killed 12", "ISR civilians killed 2"}},
		{"a sum of equipment", "en", []string{"~ Equipment that Azerbaijan lost", "| Type | Number", "| Tanks | 36", "| Drones | 25", "| Total | 61"},
			[]string{"AZE tanks unspecified 36", "AZE drones unspecified 25", "AZE equipment unspecified 61"}},
		{"labels tell who did it", "es", []string{"El conflicto armado de Colombia en cifras del archivo nacional.", "~ Víctimas mortales por responsable", "| Responsable | Muertos", "| Paramilitares | 38.200"},
			[]string{"COL people killed 38.200"}},
		{"a table of deliveries", "en", []string{"~ Equipment pledged to Ukraine", "| Type | Number", "| Tanks | 36", "| Howitzers | 25"}, nil},
	}
	for _, tt := range tests {
		checkBriefs(t, tt.name, tt.lang, tt.lines, tt.want)
	}
}

func TestTableTimes(t *testing.T) {
	tests := []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"years down", "en", []string{"| Year | Russian soldiers killed", "| 2015 | 240", "| 2016 | 90"}, []string{"240 interval 2015-12-31", "90 interval 2016-12-31"}},
		{"years across", "es", []string{"| Soldados rusos muertos | 2015 | 2016", "| Donetsk | 240 | 90"}, []string{"240 interval 2015-12-31", "90 interval 2016-12-31"}},
		{"months down", "en", []string{"| Month | Soldiers killed", "| November | 31", "| January | 12"}, []string{"31 interval 2022-11-30", "12 interval 2023-01-31"}},
		{"a column of the last day", "en", []string{"| Russian losses | Past day | Total", "| Tanks | 4 | 3,250"}, []string{"4 interval 2023-02-07", "3,250 cumulative 2023-02-07"}},
		{"the caption's day", "en", []string{"~ Rebel losses up to 1 February 2023", "| Type | Lost", "| Tanks | 4"}, []string{"4 cumulative 2023-02-01"}},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range inWar(t, tt.lang, tt.lines...) {
			got = append(got, fmt.Sprint(c.Quantity.Text, " ", c.Period.Type, " ", *c.AsOf))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// checkBriefs reads the lines as an article of a war and compares its claims, in brief.
func checkBriefs(t *testing.T, name, lang string, lines, want []string) {
	t.Helper()
	var got []string
	for _, c := range inWar(t, lang, lines...) {
		got = append(got, brief(c))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", name, got, want)
	}
}
