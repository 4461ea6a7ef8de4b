package claim

import (
	"strings"
	"testing"
)

// figuresTold are the claims of a text as figure, category and effect.
func figuresTold(t *testing.T, lang, text string) string {
	t.Helper()
	var out []string
	for _, c := range inWar(t, lang, strings.Split(text, "\n")...) {
		out = append(out, c.Quantity.Text+" "+c.Category+" "+c.Effect)
	}
	return strings.Join(out, "; ")
}

func checkFigures(t *testing.T, cases [][3]string) {
	t.Helper()
	for _, c := range cases {
		if got := figuresTold(t, c[0], c[1]); got != c[2] {
			t.Errorf("%s:\n got %q\nwant %q", c[1], got, c[2])
		}
	}
}

func TestLevels(t *testing.T) {
	checkFigures(t, [][3]string{
		{"en", "The number of policemen killed since rebels stormed the barracks on Sunday has risen to 27.", "27 personnel killed"},
		{"en", "A lawyer puts the army's dead in the province since May at about 1,300.", "about 1,300 people killed"},
		{"en", "The real number of tanks lost is closer to 90.", "closer to 90 tanks unspecified"},
		{"en", "The wounded, most of them hit by mortars, now number 41.", "41 people wounded"},
		{"en", "The number of soldiers killed in the valley since March exceeds 300.", "exceeds 300 personnel killed"},
		{"es", "Los heridos, escribió el alcalde, suman 340.", "340 people wounded"},
		{"es", "La cifra de soldados muertos desde que empezó el asedio asciende a 218.", "218 personnel killed"},
		{"es", "Los muertos de ambos asedios pasan de 2.300.", "pasan de 2.300 people killed"},
	})
}

func TestPartsOfASum(t *testing.T) {
	checkFigures(t, [][3]string{
		{"en", "Eleven soldiers fell at the ford. Eight belonged to the guard; the other three were from Kano.",
			"Eleven personnel killed; Eight personnel killed; three personnel killed"},
		{"en", "Eleven soldiers fell at the ford. Eight companies and four guns held it.", "Eleven personnel killed"},
		{"en", "Gunners destroyed 44 drones overnight: 24 over the delta, 15 over the capital and five over the lake.",
			"44 drones destroyed; 24 drones destroyed; 15 drones destroyed; five drones destroyed"},
		{"en", "The blast left 18 dead, four of them children, and 60 hurt.", "18 people killed; four civilians killed; 60 people wounded"},
		{"es", "Perecieron 310 bolivianos y 94 chilenos.", "310 people killed; 94 people killed"},
	})
}

func TestOneAndOthers(t *testing.T) {
	checkFigures(t, [][3]string{
		{"en", "Three villagers died, one of them a deaf girl, and ten were wounded.", "Three civilians killed; one civilians killed; ten civilians wounded"},
		{"en", "A slew of reports about paratroopers slain in the east appeared.", ""},
		{"en", "A rocket hit a car in the suburb.", ""},
		{"en", "An Exocet hit the destroyer amidships, and twenty were killed.", "twenty people killed"},
		{"en", "A torpedo hit a frigate in the bay.", "a ships damaged"},
		{"en", "Nine rebels were shot dead beside a lorry.", "Nine personnel killed"},
		{"en", "Ten soldiers were wounded in drone attacks.", "Ten personnel wounded"},
		{"en", "Marines lost 26 men taking Hill 861.", "26 personnel unspecified"},
		{"en", "Rebels destroyed three tanks with guided missiles.", "three tanks destroyed"},
		{"en", "Four guards were buried at dusk, an elder said.", "Four personnel killed"},
	})
}

func TestIdiomsOfLoss(t *testing.T) {
	checkFigures(t, [][3]string{
		{"en", "Of the nine helicopters two did not come back.", "two helicopters missing"},
		{"en", "The gunners accounted for six tanks at the bridge.", "six tanks destroyed"},
		{"en", "The navy claimed two gunboats.", "two ships destroyed"},
		{"en", "The army claimed 300 soldiers had massed there.", ""},
		{"en", "The advance cost the rebels 31 pickups.", "31 vehicles unspecified"},
		{"en", "It admitted the loss of two of its own.", "two personnel unspecified"},
		{"en", "The shell killed four members of a family.", "four civilians killed"},
		{"en", "Troops shot 14 villagers at the well.", "14 civilians killed"},
		{"en", "Troops were shot at while 14 lorries waited.", ""},
		{"es", "Otros seis soldados no han sido localizados.", "seis personnel missing"},
		{"es", "Los rebeldes se llevaron cinco camiones.", "cinco vehicles captured"},
		{"es", "Enterraron a catorce de los suyos.", "catorce personnel killed"},
		{"es", "El último convoy, 250 camiones, llegó en marzo.", ""},
	})
}

func TestKindsOfPeople(t *testing.T) {
	checkFigures(t, [][3]string{
		{"en", "The army lost 12 soldiers. The insurgency has cost 41,000 lives since 1969.", "12 personnel unspecified; 41,000 people killed"},
		{"en", "The army lost 12 soldiers. The Defence Ministry said 31 more died on Sunday.", "12 personnel unspecified; 31 personnel killed"},
		{"es", "El ejército perdió 12 soldados. La guerra ha costado unas 71.000 vidas.", "12 personnel unspecified; unas 71.000 people killed"},
		{"en", "The raid killed about 15 militants and no civilians.", "about 15 personnel killed"},
	})
}
