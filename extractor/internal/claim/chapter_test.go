package claim

import (
	"slices"
	"testing"
)

func TestChapters(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       []string // figure, loser, period
	}{
		{"a digest tells of each country by itself", "en", []string{
			"# The week in conflict",
			"= Sudan",
			"Shelling over the past seven days killed 31 people in Omdurman, medics said.",
			"= Nigeria",
			"Gunmen attacked a village at dawn on Monday. Fourteen people were killed.",
			"= Next week",
			"Envoys will meet in Geneva."},
			[]string{"31 SDN interval", "Fourteen NGA event"}},
		{"a count that names no country is of the one that heads its part", "en", []string{
			"# The week in conflict",
			"= Sudan",
			"Sudan's army said on Tuesday that eight of its soldiers were killed.",
			"= Mozambique",
			"Monitors count 5,900 deaths in the province since October 2017, of them 2,400 civilians."},
			[]string{"eight SDN event", "5,900 MOZ cumulative", "2,400 MOZ cumulative"}},
		{"un resumen por países", "es", []string{
			"# El mundo en guerra",
			"= Yemen",
			"El Ejército yemení dijo que en la última semana murieron 18 de sus soldados.",
			"= Mali",
			"Un ataque contra un mercado dejó el lunes 22 muertos."},
			[]string{"18 YEM interval", "22 MLI event"}},
		{"entries of a live page are about different places", "en", []string{
			"# Live: strikes across the region",
			"14.20 GMT",
			"Rescuers in Damascus are at the scene of a blast. Seven people were killed.",
			"13.05 GMT",
			"Drones hit a depot in Port Sudan. Nine people were killed.",
			"12.10 GMT",
			"Ministers meet at noon."},
			[]string{"Seven SYR event", "Nine SDN event"}},
		{"subheads of one story are no chapters", "en", []string{
			"# Shelling in Omdurman",
			"= What happened",
			"Shelling of Omdurman in Sudan killed 31 people on Monday, medics said.",
			"= What comes next",
			"Eleven more people were wounded."},
			[]string{"31 SDN event", "Eleven SDN event"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, claim := range joined(t, c.lang, append(c.lines[:len(c.lines):len(c.lines)], war[c.lang])...) {
				got = append(got, claim.Quantity.Text+" "+claim.Loser.Code+" "+claim.Period.Type)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A list goes on with who gave the losses above it and on the day of that, though another voice of the same side told of
// clashes and another day in between.
func TestListAfterOtherFigures(t *testing.T) {
	for _, c := range []struct {
		lang  string
		lines []string
		want  []string // figure, origin, as-of date
	}{
		{"en", []string{
			"Russia lost 940 soldiers in a day, the General Staff of the Armed Forces of Ukraine said on Tuesday.",
			"The Ukrainian command recorded 64 clashes on Sunday. The rest of the enemy's losses so far:",
			"- Tanks: 3,245 (+14)", "- Drones: 1,958"},
			[]string{"3,245 General Staff of the Armed Forces of Ukraine 2023-02-07", "1,958 General Staff of the Armed Forces of Ukraine 2023-02-07"}},
		{"es", []string{
			"Rusia perdió 940 soldados en un día, dijo este martes el Estado Mayor de las Fuerzas Armadas de Ucrania.",
			"El mando ucraniano registró 64 choques el domingo. El resto de las pérdidas del enemigo queda así:",
			"- Tanques: 3.245 (+14)", "- Drones: 1.958"},
			[]string{"3.245 Estado Mayor de las Fuerzas Armadas de Ucrania 2023-02-07", "1.958 Estado Mayor de las Fuerzas Armadas de Ucrania 2023-02-07"}},
	} {
		var got []string
		for _, claim := range inWar(t, c.lang, c.lines...) {
			if claim.Category == "personnel" || claim.Period.Type != "cumulative" {
				continue
			}
			line := claim.Quantity.Text
			for _, a := range claim.Attribution {
				line += " " + a.Name
			}
			if claim.AsOf != nil {
				line += " " + *claim.AsOf
			}
			got = append(got, line)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.lang, got, c.want)
		}
	}
}
