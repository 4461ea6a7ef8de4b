package claim

import "testing"

func TestOthersAndAgents(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"more of the same", "en", []string{"Burundi has men in Somalia, where al-Shabaab fights on. It confirmed the deaths of ten of its soldiers.", "Twenty-five more were injured, the statement said."}, "ten BDI, Twenty-five BDI"},
		{"otros", "es", []string{"Uganda combate en Somalia a Al Shabab. Murieron 54 de sus soldados; otros doce resultaron heridos."}, "54 UGA, doce UGA"},
		{"the next party's own", "en", []string{"India and Pakistan traded fire. Nine Indian soldiers died. Pakistan lost four others."}, "Nine IND, four PAK"},
		{"friendly fire", "en", []string{"Turkey fights the PKK. A Turkish jet destroyed two trucks in what the army called friendly fire."}, "two TUR"},
		{"rebels of a state", "es", []string{"Birmania vive otra ofensiva. La guerrilla birmana dice haber matado a 368 soldados."}, "368 MMR"},
		{"a group and the country it is in", "en", []string{"Israel struck Lebanon. It killed 14 fighters of Lebanon's Hezbollah."}, "14 hezbollah"},
		{"whose the people counted are kills nobody", "en", []string{"Burkina Faso fights JNIM. JNIM said it had killed 200 soldiers of the Burkinabe army and seized 38 vehicles."}, "200 BFA, 38 BFA"},
		{"and that another did", "en", []string{"Russia fights Ukraine. The Russian ministry said that the Ukrainians had lost 390 troops, and that air defences destroyed 36 drones."}, "390 UKR, 36 UKR"},
		{"who buries the dead", "en", []string{"Israel fights Hamas in Gaza. Israel has buried 64 soldiers."}, "64 ISR"},
		{"a state and a group at home in it", "es", []string{"Perú combate a Sendero Luminoso en el VRAEM. Los senderistas mataron a nueve militares."}, "nueve PER"},
		{"of those who helped the one at home is the enemy", "en", []string{"Russia bombs for Syria, and Russian jets took off again. Islamic State said its men had killed 40 troops near Homs."}, "40 SYR"},
		{"that Norway has suffered", "en", []string{"The mission in Afghanistan goes on against the Taliban. The blast brings to 29 the deaths that Georgia has suffered there."}, "29 GEO"},
		{"the army of the country of the places", "en", []string{"ISWAP raided Gubio, in Borno, and Geidam, far from the Niger border. The army said it had lost four soldiers."}, "four NGA"},
		{"who speaks in a far capital", "es", []string{"Ucrania y Rusia siguen en guerra cerca de Járkov; Ucrania perdió 40 soldados. El centro CSIS, de Washington, calculó 60.000 muertos."}, "40 UKR, 60.000 UKR"},
		{"on his side", "en", []string{"The MNDAA took a town from Myanmar's army. An MNDAA officer spoke of 600 deaths on his side."}, "600 mndaa"},
		{"the group of the sentence before", "en", []string{"Wagner came to Mali. The group has 1,000 men there. In Mozambique it went home after losing a dozen."}, "a dozen wagner"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
