package claim

import (
	"slices"
	"testing"

	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/extractor/report"
)

// dated writes each figure with its period and as-of date.
func dated(claims []report.Claim) []string {
	var out []string
	for _, c := range claims {
		asOf := "-"
		if c.AsOf != nil {
			asOf = *c.AsOf
		}
		out = append(out, c.Quantity.Text+" "+c.Period.Type+" "+asOf)
	}
	return out
}

func TestDatePeriods(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text, want []string
	}{
		{"since the war", "en", []string{"Russia has lost 640 tanks since the start of the war, Kyiv said on Monday."},
			[]string{"640 cumulative 2023-02-06"}},
		{"since a year beats the year", "en", []string{"The insurgency has cost 9,000 lives since 1994."},
			[]string{"9,000 cumulative 2023-02-07"}},
		{"the war that began", "en", []string{"The war, which broke out in March 2020, has killed 52,000 people, the UN said on Sunday."},
			[]string{"52,000 cumulative 2023-02-05"}},
		{"since Monday", "en", []string{"The army shot down 15 drones since Sunday night, a spokesman said."},
			[]string{"15 interval 2023-02-07"}},
		{"the last day", "en", []string{"Rebels lost 62 fighters in the past 24 hours, the army said on Monday."},
			[]string{"62 interval 2023-02-06"}},
		{"the day named before", "en", []string{"Clashes erupted on all fronts on 19 January. For the day, the army put rebel losses at 43 killed."},
			[]string{"43 interval 2023-01-19"}},
		{"up to midnight", "en", []string{"In the 24 hours to midnight 31 soldiers were killed by shelling."},
			[]string{"31 interval 2023-02-06"}},
		{"between days of a month", "en", []string{"Between January 19 and 22 the militia lost 47 men in the fighting."},
			[]string{"47 interval 2023-01-22"}},
		{"between weekdays", "es", []string{"El ejército perdió 47 hombres entre el viernes y el domingo."},
			[]string{"47 interval 2023-02-05"}},
		{"a month is a stretch", "en", []string{"The army lost 240 soldiers in January."},
			[]string{"240 interval 2023-01-31"}},
		{"last month", "en", []string{"The army lost 240 soldiers to rebel attacks last month."},
			[]string{"240 interval 2023-01-31"}},
		{"a month that dates a statement", "en", []string{"The minister said in November that 18,000 soldiers had been killed."},
			[]string{"18,000 cumulative 2022-11"}},
		{"put at in a month", "es", []string{"El ministro cifró en noviembre en 18.000 los soldados muertos."},
			[]string{"18.000 cumulative 2022-11"}},
		{"a total named then", "en", []string{"Moscow has been silent since 4 November 2022, when it admitted to 6,120 soldiers killed."},
			[]string{"6,120 cumulative 2022-11-04"}},
		{"an event told then", "en", []string{"It was the worst blow since 4 November 2022, when a bomb killed 31 recruits."},
			[]string{"31 event 2022-11-04"}},
		{"day of the event, not of its telling", "en", []string{"A car bomb killed 31 recruits on Saturday, police said on Monday."},
			[]string{"31 event 2023-02-04"}},
		{"said that on a day", "en", []string{"The army said that on Saturday an ambush killed six soldiers."},
			[]string{"six event 2023-02-04"}},
		{"the incident goes on", "en", []string{"A roadside bomb killed 12 soldiers on Friday.", "Nine others were wounded in the blast, the army said on Monday."},
			[]string{"12 event 2023-02-03", "Nine event 2023-02-03"}},
		{"the same day", "es", []string{"El sábado un misil mató a seis soldados. Ese mismo día otra bomba mató a nueve civiles."},
			[]string{"seis event 2023-02-04", "nueve event 2023-02-04"}},
		{"a day earlier", "en", []string{"On Saturday a missile killed six soldiers. A day earlier an ambush had killed nine policemen."},
			[]string{"six event 2023-02-04", "nine event 2023-02-03"}},
		{"more than the day before", "en", []string{"Russian losses reached 132,900 soldiers, 520 more than on Sunday, Kyiv said."},
			[]string{"132,900 cumulative 2023-02-07", "520 interval 2023-02-07"}},
		{"a part keeps its own time", "en", []string{"Enemy losses had reached 51,200 soldiers by Monday, 640 of them in the last 24 hours."},
			[]string{"51,200 cumulative 2023-02-06", "640 interval 2023-02-06"}},
		{"a part shares the time of the sum", "en", []string{"Shelling killed 30 people on Friday, 12 of them children."},
			[]string{"30 event 2023-02-03", "12 event 2023-02-03"}},
		{"drones of one night are no running total", "en", []string{"Overnight 212 drones were shot down in the attack, the air force said."},
			[]string{"212 event 2023-02-07"}},
		{"a toll of an attack", "es", []string{"Ya son 40 los muertos en el atentado del viernes."},
			[]string{"40 event 2023-02-03"}},
		{"weapons are no incident", "en", []string{"The army has lost 32 rocket launchers since the invasion began."},
			[]string{"32 cumulative 2023-02-07"}},
		{"the greatest since then is of one day", "en", []string{"The barrage, the heaviest since the war began, killed 14 soldiers on Monday, officials said."},
			[]string{"14 event 2023-02-06"}},
		{"the worst in years", "es", []string{"Fue el ataque más mortífero en tres años, con 23 soldados muertos el lunes."},
			[]string{"23 event 2023-02-06"}},
		{"last year's estimate", "en", []string{"The envoy said last year that 150,000 people had been killed in the war."},
			[]string{"150,000 cumulative 2022"}},
		{"to have killed is no running total", "en", []string{"Rebels stormed the barracks on Sunday. The group claims to have killed 40 soldiers."},
			[]string{"40 event 2023-02-05"}},
		{"the night between two days", "en", []string{"In the night of 2 to 3 February shells killed nine soldiers."},
			[]string{"nine event 2023-02-03"}},
		{"put out of service is no count kept", "en", []string{"Gunners repelled an assault on Sunday, putting 16 trucks out of service and destroying two tanks."},
			[]string{"16 event 2023-02-05", "two event 2023-02-05"}},
		{"has reported an attack", "en", []string{"The army has reported that 12 rebels were killed in an ambush on Sunday."},
			[]string{"12 event 2023-02-05"}},
		{"a figure that dates from a day", "en", []string{"The last count of soldiers killed, 2,425, dates from January 18."},
			[]string{"2,425 cumulative 2023-01-18"}},
		{"the year of a treaty", "en", []string{"Despite the accord of 2016 six soldiers were killed."},
			[]string{"six event 2023-02-07"}},
		{"what happened where", "en", []string{"Most died near Dara on Sunday, where, the minister told state radio, 31 rebels were killed."},
			[]string{"31 event 2023-02-05"}},
		{"the day of another's older figure", "en", []string{"The ministry put out a list of 71 soldiers killed, after it admitted to 50 on Sunday."},
			[]string{"71 cumulative 2023-02-07", "50 event 2023-02-05"}},
		{"the day of a part", "en", []string{"The war has killed 63 civilians, among them those whom a missile hit on Saturday."},
			[]string{"63 cumulative 2023-02-07"}},
		{"since the shells first fell", "en", []string{"The army has lost 214 men since the first shells fell on 27 January."},
			[]string{"214 cumulative 2023-02-07"}},
		{"in a night raid", "en", []string{"The navy said on Sunday that it had sunk six boats in a night raid on the port."},
			[]string{"six event 2023-02-05"}},
		{"a battle of three days", "en", []string{"In the ambush of 25 to 27 January the rebels killed 84 soldiers."},
			[]string{"84 event 2023-01-27"}},
		{"the hours before a report", "en", []string{"Nineteen soldiers died in the 24 hours before the report came out on Sunday."},
			[]string{"Nineteen interval 2023-02-05"}},
		{"a feast", "es", []string{"En Nochevieja una emboscada mató a seis soldados."},
			[]string{"seis event 2022-12-31"}},
		{"since then is what others counted", "en", []string{"Overnight raids killed nine people, say officials, who have counted 141 deaths since the war began."},
			[]string{"nine event 2023-02-07", "141 cumulative 2023-02-07"}},
		{"the previous day of a statement", "en", []string{"The General Staff said the enemy had lost 310 soldiers over the previous day."},
			[]string{"310 interval 2023-02-07"}},
		{"an annual summary", "es", []string{"Murieron 324 soldados en 2022, según el balance anual del ministerio."},
			[]string{"324 interval 2022-12-31"}},
		{"during the month", "en", []string{"On 12 January rebels burned a convoy. The army lost 27 soldiers, two of them majors, during the month."},
			[]string{"27 interval 2023-01-31", "two interval 2023-01-31"}},
		{"between days of no month", "es", []string{"La hoja de bajas da 94 muertos, todos entre el 6 y el 22."},
			[]string{"94 interval 2023-01-22"}},
		{"from then until then", "en", []string{"Since February 2022 until 31 December the mission has verified the deaths of 6,900 civilians."},
			[]string{"6,900 cumulative 2022-12-31"}},
		{"the day before a total", "es", []string{"En la última jornada el enemigo perdió siete tanques y 29 cañones; el total desde el inicio de la guerra sería de 3.200 tanques."},
			[]string{"siete interval 2023-02-07", "29 interval 2023-02-07", "3.200 cumulative 2023-02-07"}},
		{"the most of all since", "es", []string{"En enero la milicia perdió 141 hombres, la cifra más baja, el más flojo mes desde que empezó la guerra."},
			[]string{"141 interval 2023-01-31"}},
		{"this newspaper is not daily", "es", []string{"Según este diario, la guerra ha matado a 61 soldados desde octubre."},
			[]string{"61 cumulative 2023-02-07"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dated(inWar(t, c.lang, c.text...)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDateScopes(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text, want []string
	}{
		{"increments make totals", "en", []string{"Russian losses as Kyiv counts them:", "- Tanks: 3,100 (+7)", "- Ships: 17"},
			[]string{"3,100 cumulative 2023-02-07", "+7 interval 2023-02-07", "17 cumulative 2023-02-07"}},
		{"a list under a lead-in of a day", "en", []string{"Losses of the enemy over the past day:", "- 14 trucks;", "- two howitzers."},
			[]string{"14 interval 2023-02-07", "two interval 2023-02-07"}},
		{"a tracker's table is of the day before it", "en", []string{"Visually confirmed losses as of Sunday:", "| Type | Destroyed", "| Tanks | 134"},
			[]string{"134 cumulative 2023-02-05"}},
		{"a line with a day of its own", "en", []string{"The office lists attacks by armed groups last month:", "- On 27 January rebels killed 40 villagers;", "- On 29 January a mine killed two soldiers."},
			[]string{"40 event 2023-01-27", "two event 2023-01-29"}},
		{"an incident told since ends the stretch", "en", []string{"The army says it killed 62 rebels in the past week.", "On Sunday a bomb killed nine policemen in Dara.",
			"Elsewhere three soldiers died."},
			[]string{"62 interval 2023-02-07", "nine event 2023-02-05", "three event 2023-02-05"}},
		{"who opened the article is still speaking", "en", []string{"The General Staff said on Sunday that the war had killed 9,000 soldiers.", "Artillery was heard in the east.",
			"Roads were cut.", "Bridges burned.", "The General Staff also counts 21,000 wounded."},
			[]string{"9,000 cumulative 2023-02-05", "21,000 cumulative 2023-02-05"}},
		{"sums of the month after a total of the war", "es", []string{"Un total de 780 personas murieron en enero, según el Observatorio.",
			"El Observatorio cuenta 3.872 rebeldes muertos desde que empezó la guerra.", "Las milicias sumaron 212 muertos, según el Observatorio."},
			[]string{"780 interval 2023-01-31", "3.872 cumulative 2023-02-07", "212 interval 2023-01-31"}},
		{"an entry of a live report tells its own news", "en", []string{"19:31 Army names dead", "Four soldiers were killed in an ambush on Sunday.",
			"18:02 Ministry on hospital", "Nine people were killed at the hospital, the ministry says."},
			[]string{"Four event 2023-02-05", "Nine event 2023-02-07"}},
		{"beside totals of the war", "en", []string{"The war has killed 3,200 soldiers since October, the ministry said on Sunday.",
			"The hospital's director also speaks of 63 civilians killed."},
			[]string{"3,200 cumulative 2023-02-05", "63 cumulative 2023-02-07"}},
		{"an incident beside totals of the war", "es", []string{"La guerra ha matado a 3.200 soldados desde octubre, según el ministerio.",
			"El domingo se abrió otro frente. Los rebeldes capturaron a 28 policías."},
			[]string{"3.200 cumulative 2023-02-07", "28 event 2023-02-05"}},
		{"the bulletin goes on", "en", []string{"The ministry said the enemy lost 300 soldiers near Lyman over the past day.",
			"In the Kupyansk area the enemy's losses were 40 soldiers and two tanks, the ministry said."},
			[]string{"300 interval 2023-02-07", "40 interval 2023-02-07", "two interval 2023-02-07"}},
		{"after the total the bulletin is of the day again", "es", []string{"El ministerio dijo que el enemigo perdió 300 soldados en la última jornada.",
			"Desde el inicio de la guerra ha destruido 381 aviones, dijo el ministerio.", "En Kupiansk el enemigo perdió cuatro tanques, dijo el ministerio."},
			[]string{"300 interval 2023-02-07", "381 cumulative 2023-02-07", "cuatro interval 2023-02-07"}},
		{"a headline takes the text's time", "en", []string{"# Army lost over 60 soldiers", "The army lost 62 soldiers between Friday and Sunday, it said."},
			[]string{"over 60 interval 2023-02-05", "62 interval 2023-02-05"}},
		{"the day of the statement comes after", "en", []string{"The war has killed 4,300 children. The UN gave the figure on Sunday."},
			[]string{"4,300 cumulative 2023-02-05"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dated(inWar(t, c.lang, c.text...)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWarStart(t *testing.T) {
	set, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ day, phrase, want string }{
		{"2023-02-07", "since the start of the war", "2022-02-24"},
		{"2023-02-07", "since the start of the battle for Bakhmut", "2022-08-01"},
		{"2021-02-07", "since the war began", "2014-04-14"},
	} {
		d := newDoc(Input{Lang: set.Language("en"), Common: set.Common(), Published: c.day})
		d.parties["RUS"], d.parties["UKR"] = 4, 3
		s := &sent{Sentence: sentence.Sentence{Text: []rune(c.phrase)}, d: d}
		n := &node{Mention: mention.Mention{Kind: "time", End: len(s.Text)}, s: s}
		if got := d.warStart(n).String(); got != c.want {
			t.Errorf("%s, %q: got %s, want %s", c.day, c.phrase, got, c.want)
		}
	}
}

func TestCivil(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{civil{2023, 2, 7}.lastWeekday(5).String(), "2023-02-03"},
		{civil{2023, 2, 7}.lastWeekday(2).String(), "2023-02-07"},
		{civil{2024, 2, 0}.monthEnd().String(), "2024-02-29"},
		{civil{2024, 0, 0}.monthEnd().String(), "2024-12-31"},
		{civil{2023, 3, 1}.add(-1).String(), "2023-02-28"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
	if d := (civil{2023, 1, 30}).days(civil{2023, 2, 7}); d != 8 {
		t.Errorf("days: got %d, want 8", d)
	}
}
