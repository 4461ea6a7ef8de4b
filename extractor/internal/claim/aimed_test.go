package claim

import "testing"

func TestTakersAndTargets(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"took prisoners", "en", []string{"Armenia fights Azerbaijan. Armenia's army took 40 prisoners."}, "40 AZE"},
		{"hicieron prisioneros", "es", []string{"Yemen combate a los hutíes. Las tropas yemeníes hicieron 40 prisioneros."}, "40 houthis"},
		{"trophies of whom", "en", []string{"Ukraine fights Russia. Among the trophies of Ukraine's brigade were two T-72 tanks."}, "two RUS"},
		{"what was attacked", "es", []string{"Colombia combate a las FARC. Aviones atacaron un campamento de las FARC en Arauca, y el ministro dio el balance: 33 muertos y cinco capturados."}, "33 farc, cinco farc"},
		{"a raid on a base", "en", []string{"Kenya fights al-Shabaab in Somalia. An airstrike on an al-Shabaab camp near Jilib left 30 dead."}, "30 al-shabaab"},
		{"an attack on civilians", "en", []string{"Israel struck Hamas in Gaza. The strike on a school in Gaza left 30 dead."}, "30 PSE"},
		{"of them", "en", []string{"Russia fights Ukraine with North Korean troops. The North Koreans attack in groups.", "Some 1,000 of them were killed or hurt."}, "Some 1,000 PRK"},
		{"the crew of what was lost", "en", []string{"Armenia and Azerbaijan fight on. A Russian Mi-24 helicopter was shot down, killing two of its crew."}, "A RUS, two RUS"},
		{"a ship of the navy", "en", []string{"Argentina fights Britain over the Falklands. Fire broke out on HMS Sheffield, and 20 sailors were killed."}, "20 GBR"},
		{"un buque", "es", []string{"Argentina combate al Reino Unido. El aviso ARA Sobral fue alcanzado de noche y murieron ocho tripulantes."}, "ocho ARG"},
		{"insurgents fight a state", "es", []string{"Los hutíes combaten en Yemen contra la Brigada de los Gigantes. Murieron 460 insurgentes."}, "460 houthis"},
		{"the one at home, by its places", "en", []string{"Turkey shells Idlib, near Saraqib and Maarrat. Russia sent planes and Russia warned. Turkish guns destroyed 14 tanks near Idlib."}, "14 SYR"},
		{"our boys", "en", []string{"British forces fight the Taliban in Helmand. A British base was hit. So far 184 of our soldiers have been killed."}, "184 GBR"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
