package claim

import "testing"

func TestBystanders(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The army lost 16 tanks of the 23 tanks that it had.", "16"},
		{"en", "Forty of the 51 people killed were children.", "Forty 51"},
		{"en", "A missile struck a block of flats.", ""},
		{"en", "Three drones hit two tanks near the river.", "two"},
		{"en", "The commander was killed by a US drone.", ""},
		{"en", "Gunmen hit it with a rocket-propelled grenade.", ""},
		{"en", "Six villagers were killed by two missiles.", "Six"},
		{"en", "The truck hit a mine near Gao, killing four Malian soldiers.", "four"},
		{"en", "Their vehicle struck two improvised explosive devices on the way back.", ""},
		{"en", "Sappers destroyed 45 mines that the rebels had left.", "45"},
		{"es", "El blindado alcanzó una mina antitanque y murieron dos soldados.", "dos"},
		{"en", "The navy said it sank two boats carrying rebel fighters.", "two"},
		{"en", "Near Mosul, strikes destroyed an ISIL vehicle, 12 ISIL fighting positions and three mortars.", "an three"},
		{"es", "El ejército destruyó 14 tanques y seis puestos de mando rusos.", "14"},
		{"en", "Three soldiers were hurt near the ridge, one of the rebels' main bastions.", "Three"},
		{"en", "At least four people were killed in a Houthi drone attack on the airport.", "At least four"},
		{"en", "Cambodia announced one death, a 70-year-old man near the border.", "one"},
		{"es", "Murió un militar en un ataque israelí contra un vehículo cerca de la aldea.", "un"},
		{"en", "The two sides have lost a source of pressure on the army.", ""},
		{"en", "The army said that one soldier was killed and three were wounded.", "one three"},
		{"en", "It killed 19 militants in the raid, in which one Israeli soldier died.", "19 one"},
		{"en", "The army showed its guns and said that one had been destroyed.", ""},
		{"en", "Three soldiers were wounded in an ambush by an Islamic State gunman in the town.", "Three"},
		{"es", "Un misil mató a tres vecinos.", "tres"},
		{"es", "El puente fue alcanzado por cuatro proyectiles.", ""},
		{"en", "Two officials said that 12 soldiers were killed.", "12"},
		{"en", "Nine generals were killed, according to two people close to the army.", "Nine"},
		{"en", "A girl looked at a destroyed tank.", ""},
		{"en", "They looked at 14 destroyed tanks.", "14"},
		{"en", "Kabul is to free 5,000 Taliban prisoners.", ""},
		{"en", "The rebels took 50 prisoners.", "50"},
		{"es", "Ambos bandos canjearon 150 prisioneros.", ""},
		{"en", "Over 100 militants died at nine sites.", "Over 100"},
		{"es", "Hubo 60 fallecidos en cinco municipios.", "60"},
		{"en", "Strikes destroyed 14 tanks and damaged 39 supply routes.", "14"},
		{"en", "The army captured four turnovers.", ""},
		{"en", "The army lost 14 there.", "14"},
		{"en", "The crew mourned one lost glove.", ""},
	} {
		if got := claimed(t, c.lang, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
