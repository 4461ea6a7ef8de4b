package claim

import (
	"slices"
	"testing"
)

// TestStories reads texts whose dates lean on one another: histories, old months, several days in one passage.
func TestStories(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text, want []string
	}{
		{"an old month is that of an incident", "en", []string{"In July 2008 insurgents overran an outpost and killed nine soldiers."},
			[]string{"nine event 2008-07"}},
		{"a month's account kept by counters", "es", []string{"El Observatorio ha contabilizado 672 muertos en octubre y 340 en noviembre."},
			[]string{"672 interval 2022-10-31", "340 interval 2022-11-30"}},
		{"who opens fire opens no war", "es", []string{"En junio de 1985 un comando abrió fuego contra el mercado: trece muertos, cuatro de ellos marinos."},
			[]string{"trece event 1985-06", "cuatro event 1985-06"}},
		{"the month of a paper", "en", []string{"A White Paper published by the ministry in January 1985 claimed 72 enemy aircraft destroyed."},
			[]string{"72 cumulative 1985-01"}},
		{"the first months of a year", "en", []string{"The mission counted 412 civilians killed in the first ten months of 2022."},
			[]string{"412 interval 2022-10-31"}},
		{"the last week of a month", "es", []string{"La milicia perdió 47 hombres en la última semana de enero."},
			[]string{"47 interval 2023-01-31"}},
		{"a first night", "en", []string{"The raid on the island began on Saturday.", "On the first night five fighters were killed."},
			[]string{"five event 2023-02-04"}},
		{"a visit dates no attack", "en", []string{"A bomb killed 14 recruits on Monday.", "The governor returned from the coast on Saturday.", "Doctors said 31 people were wounded in the blast."},
			[]string{"14 event 2023-02-06", "31 event 2023-02-06"}},
		{"a storming does", "en", []string{"Gunmen stormed the port on Wednesday.", "At least six dockers died."},
			[]string{"At least six event 2023-02-01"}},
		{"a statement long after the day told", "en", []string{"The rebels opened their attack on the base on 2 December.", "In a statement of 9 January the army said its jets had killed 60 rebels."},
			[]string{"60 event 2023-01-09"}},
		{"a statement before the day told", "es", []string{"El domingo cayó el puente.", "El Ejército había dicho el viernes que perdió seis camiones en un ataque."},
			[]string{"seis event 2023-02-03"}},
		{"a day in an old story", "en", []string{"On 4 April 1994 militiamen killed 19 villagers. On the 9th they shot 30 more at a church."},
			[]string{"19 event 1994-04-04", "30 event 1994-04-09"}},
		{"the day after in an old story", "en", []string{"The siege of the hotel began on January 15, 2019, when a man blew himself up.", "All five attackers were killed, the president said on January 16."},
			[]string{"five event 2019-01-15"}},
		{"what opens a sentence is the time of all of it", "es", []string{"En agosto de 1979 la guarnición del oasis fue barrida en una mañana; los rebeldes hablaron de 562 enemigos muertos y 37 carros capturados, mientras que la capital admitió 125 fallecidos."},
			[]string{"562 event 1979-08", "37 event 1979-08", "125 event 1979-08"}},
		{"ten days of an old month", "es", []string{"En octubre de 1981 los misiles derribaron en diez días cinco aviones del ejército."},
			[]string{"cinco interval 1981-10"}},
		{"old wars far down make no history", "en", []string{"The truce broke on Saturday.", "Shelling killed six soldiers on 30 January.", "Roads are cut.", "Markets are closed.", "The mayor has left.",
			"Schools are shut.", "Nobody answers the telephone.", "Trains have stopped.", "Once it was worse.", "On 3 May 1976 the town fell.", "On 9 June 1978 it fell again.", "A mine killed two policemen on 1 February."},
			[]string{"six event 2023-01-30", "two event 2023-02-01"}},
		{"Wednesday of last week", "en", []string{"Rebels killed six policemen on Wednesday of last week."}, []string{"six event 2023-02-01"}},
		{"la semana pasada", "es", []string{"Los rebeldes mataron a seis policías el miércoles de la semana pasada."}, []string{"seis event 2023-02-01"}},
		{"on this day", "en", []string{"On this day in 1991 a shell killed three people."}, []string{"three event 1991-02-07"}},
		{"a day alone", "es", []string{"Solo el domingo murieron 28 personas en los ataques."}, []string{"28 interval 2023-02-05"}},
		{"a great figure beside its day", "en", []string{"Some 1,700 soldiers were killed on Monday, it said."}, []string{"Some 1,700 interval 2023-02-06"}},
		{"a clause that is over", "es", []string{"El peor golpe desde octubre, cuando doce soldados murieron en un ataque, se produjo el jueves: 13 militares cayeron en una emboscada."},
			[]string{"doce event 2022-10", "13 event 2023-02-02"}},
		{"the month beside the count", "en", []string{"The army has lost 12 soldiers so far this month, against 31 in all of January."},
			[]string{"12 interval 2023-02-07", "31 interval 2023-01-31"}},
		{"a month before another stretch", "en", []string{"The force has now had 374 deaths in 2023, against 711 in the whole of last year."},
			[]string{"374 interval 2023-02-07", "711 interval 2022-12-31"}},
		{"a quotation with a semicolon", "es", []string{"“Diez mil niños han muerto en la guerra; nadie responde por ellos”, denunció ayer el portavoz."},
			[]string{"Diez mil cumulative 2023-02-06"}},
		{"the day of a bare figure", "es", []string{"El número de muertos subió el lunes a 64, frente a los 51 de la víspera."},
			[]string{"64 event 2023-02-06"}},
		{"as of yesterday", "es", []string{"El ministerio publica los nombres de 1.302 militares muertos a fecha de ayer."},
			[]string{"1.302 cumulative 2023-02-06"}},
		{"the night of the 18th", "es", []string{"La madrugada del 16 de noviembre de 1989 los soldados mataron a seis curas. La noche del 18 la guerrilla perdió 27 hombres."},
			[]string{"seis event 1989-11-16", "27 event 1989-11-18"}},
		{"today's memory of an old war", "es", []string{"# Treinta años de la batalla del puente", "El libro que presenta hoy el coronel da otra cuenta.", "La compañía volvió con once heridos."},
			[]string{"once cumulative -"}},
		{"ten years pass", "en", []string{"# Ten years pass from the war of the valley", "The commission counted 119 soldiers killed."},
			[]string{"119 cumulative -"}},
		{"that Sunday of an old year", "es", []string{"# Cuarenta años después, la plaza es nueva", "Cada 3 de abril suben a la plaza.", "Aquel domingo de 1983 una columna mató a 69 comuneros."},
			[]string{"69 event 1983-04-03"}},
		{"a look back ends with its paragraph", "en", []string{"A truck bomb killed seven soldiers at the base on Saturday. It was worse than the attack of 13 January, when three died.", "The spokesman said eight attackers were shot dead."},
			[]string{"seven event 2023-02-04", "three event 2023-01-13", "eight event 2023-02-04"}},
		{"after the fall of a town", "en", []string{"After the fall of the town on January 2 the rebels have lost 1,137 fighters."},
			[]string{"1,137 cumulative 2023-02-07"}},
		{"after an attack of a day", "en", []string{"After the attack on January 2 nine soldiers died."},
			[]string{"nine event 2023-01-02"}},
		{"three days after", "en", []string{"The ambush on Friday came three days after the army lost eight men on the same road."},
			[]string{"eight event 2023-01-31"}},
		{"the envoy who arrived", "en", []string{"Insurgents hit the port on Wednesday.", "The envoy, who arrived on Friday, condemned the attack. Medics reported 18 wounded."},
			[]string{"18 event 2023-02-01"}},
		{"a street named by a date", "es", []string{"El domingo una columna cayó junto al hospital 22 de Mayo: catorce soldados muertos."},
			[]string{"catorce event 2023-02-05"}},
		{"a weekday beside its date", "en", []string{"The army said nine men died on Friday 20 January."},
			[]string{"nine event 2023-01-20"}},
		{"from a month to a day", "en", []string{"It reported 531 soldiers killed from March to 8 December."},
			[]string{"531 interval 2022-12-08"}},
		{"the greatest that was ever documented", "en", []string{"A truck bomb, on 31 January near the square, killed 92 civilians, the deadliest incident the mission has documented since 2001."},
			[]string{"92 event 2023-01-31"}},
		{"another day in the same sentence", "en", []string{"Shelling on Saturday killed 14 people and injured 23, the doctors said, and on Monday they reported nine more deaths."},
			[]string{"14 event 2023-02-04", "23 event 2023-02-04", "nine event 2023-02-06"}},
		{"an attack is another one", "es", []string{"El sábado murieron 28 personas en el bombardeo.", "El Ejército comunicó este lunes la muerte de un soldado en un ataque contra un vehículo."},
			[]string{"28 event 2023-02-04", "un event 2023-02-06"}},
		{"by night at the opening", "es", []string{"El domingo murieron dos obreros en un bombardeo.", "Por la noche, la Fuerza Aérea derribó 17 drones."},
			[]string{"dos event 2023-02-05", "17 event 2023-02-07"}},
		{"findings on a strike", "en", []string{"The commission published its findings on a drone strike that hit a clinic on 12 January. Nine people died, it said."},
			[]string{"Nine event 2023-01-12"}},
		{"a war that will be ten years old", "es", []string{"La guerra, que en mayo cumplirá diez años, ha matado a 9.000 soldados."},
			[]string{"9.000 cumulative 2023-02-07"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dated(inWar(t, c.lang, c.text...)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
