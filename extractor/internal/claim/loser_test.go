package claim

import (
	"strings"
	"testing"
)

// losers writes the figures of claims with the code of their losers.
func losers(t *testing.T, lang string, lines ...string) string {
	t.Helper()
	var out []string
	for _, c := range inWar(t, lang, lines...) {
		out = append(out, c.Quantity.Text+" "+c.Loser.Code)
	}
	return strings.Join(out, ", ")
}

func TestNamedSides(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"behind a preposition", "en", []string{"Israel and Lebanon count their dead. On the Lebanese side 14 soldiers died in the raid, and three were hurt."}, "14 LBN, three LBN"},
		{"behind the number", "es", []string{"Armenia y Azerbaiyán cuentan sus bajas. Hubo 40 soldados muertos del lado armenio."}, "40 ARM"},
		{"as the topic", "en", []string{"Russia and Ukraine say little. For Ukraine, the institute's researchers count 60,000 soldiers killed."}, "60,000 UKR"},
		{"as the topic", "es", []string{"India y Pakistán callan. En el caso de Pakistán, los militares muertos son once."}, "once PAK"},
		{"who loses says more", "en", []string{"On the Russian side of the border Ukraine lost 14 tanks."}, "14 UKR"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOwnDead(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Armenia said 105 of its servicemen had been killed; Azerbaijan reported 71 dead.", "105 ARM, 71 AZE"},
		{"Armenia killed 40 soldiers of Azerbaijan, while the ministry in Yerevan put its own dead at 112.", "40 AZE, 112 ARM"},
		{"Russia's defence ministry said two soldiers were killed when Ukraine shelled the village.", "two RUS"},
		{"Russia's defence ministry said 230 soldiers were killed in the fighting with Ukraine.", "230 UKR"},
		{"Russia fought Ukraine. What it has cost the army of Ukraine the general did not say, except that two tanks were out of action.", "two UKR"},
		{"Philippine troops killed 11 Abu Sayyaf gunmen and lost five of their own in Sulu.", "11 abu-sayyaf, five PHL"},
		{"Israel said it had killed 35 Hezbollah operatives, while Lebanon's health ministry reported 59 dead and 82 wounded.", "35 hezbollah, 59 LBN, 82 LBN"},
		{"Azerbaijan lost 192 servicemen in the war with Armenia; Armenia put its dead at more than 200.", "192 AZE, more than 200 ARM"},
		{"Turkey has neutralised 2,325 terrorists since January, the minister said.", "2,325 unknown"},
		{"An al-Shabab bomber blew himself up at a military camp in Mogadishu, killing at least 20 recruits.", "at least 20 SOM"},
		{"Somali troops backed by African Union forces retook the town from al-Shabab, killing 50 militants and losing three of their own.", "50 al-shabaab, three SOM"},
		{"Boko Haram has killed more than 35,000 civilians since 2009.", "more than 35,000 NGA"},
		{"The attack by Russia brings to 70 the number of Ukrainians killed this month.", "70 UKR"},
	} {
		if got := losers(t, "en", c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWherePeopleDied(t *testing.T) {
	for _, c := range []struct {
		lang string
		text []string
		want string
	}{
		{"es", []string{"Israel bombardeó Gaza.", "Líbano: 226 niños muertos y 454 heridos en operaciones israelíes."}, "226 LBN, 454 LBN"},
		{"en", []string{"Israel bombed Gaza.", "Yemen: 204 people killed in raids."}, "204 YEM"},
		{"es", []string{"Rusia atacó Ucrania. La guerra sigue también en Sudán. Allí murieron 426 niños."}, "426 SDN"},
		{"es", []string{"Los rebeldes siguen en el este del Congo. El M23 mató a 124 en dos aldeas."}, "124 COD"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWhoFights(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"who counts is no party", "en", []string{"Ukraine fights on against Russia. Russian losses are heavy: British intelligence counts 50,000 dead.",
			"Some 700 soldiers were killed last week alone, London said."}, "50,000 RUS, Some 700 RUS"},
		{"the article's own words tell who fights whom", "en", []string{"Ruritania's army killed 30 Norwegians.", "Norwegian troops killed 12 Swedes on Monday.", "On Tuesday Sweden's army destroyed 14 tanks."},
			"30 NOR, 12 SWE, 14 NOR"},
		{"the army of the one state that fights", "en", []string{"Al-Shabaab raided a camp in Somalia. The army lost 16 men."}, "16 SOM"},
		{"government soldiers where rebels fight", "en", []string{"Rwanda and Congo trade blame. Near Goma M23 said that 61 government soldiers had surrendered."}, "61 COD"},
		{"the enemy in the name of the thing", "es", []string{"Ucrania resiste a Rusia. El Estado Mayor de Kiev contó 880 ocupantes eliminados."}, "880 RUS"},
		{"the enemy of whoever else speaks", "en", []string{"# Enemy loses 90 troops near the river", "Ukraine's General Staff said that Russian guns fell silent."}, "90 RUS"},
		{"the trophies of who speaks", "en", []string{"The MNDAA holds a town that Myanmar's army left. The group counted nine tanks among its trophies."}, "nine MMR"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhoseInstitution(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"of whom the sentence before speaks", "en", []string{"Russia and Ukraine trade claims.", "Kyiv keeps its own books. The General Staff reported 900 enemy soldiers eliminated."}, "900 RUS"},
		{"its", "en", []string{"Israel pushed into Lebanon. Israel called up men, and Israel sent tanks.", "Hezbollah fired back. Its operations room said the invaders had lost 12 tanks."}, "12 ISR"},
		{"su", "es", []string{"Rusia ataca Ucrania.", "Kiev resiste. Su Estado Mayor dio cuenta de 700 soldados enemigos abatidos."}, "700 RUS"},
		{"of the place before it", "en", []string{"Israel and Iran trade fire. Iran's health ministry is silent.", "Gaza's health ministry counted 65 dead and 315 injured in a day."}, "65 PSE, 315 PSE"},
		{"the group", "en", []string{"Mali's army and Wagner men fight JNIM near Mopti. The group admitted to nine deaths."}, "nine jnim"},
		{"the object of one verb is not the subject of the next", "en", []string{"Sudan's army said its men had killed 80 RSF fighters and seized 17 pickups."}, "80 rsf, 17 rsf"},
		{"a noun of loss that the next ones detail", "en", []string{"Thailand and Cambodia shelled each other; Cambodia lost two launchers.", "Thai losses up to noon were one soldier dead and 15 wounded."},
			"two KHM, one THA, 15 THA"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLosersMeant(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"the other side", "en", []string{"Chad and Libya clashed. Chad lost 40 soldiers; 31 of them died at once.", "On the other side 12 soldiers were killed."}, "40 TCD, 31 TCD, 12 LBY"},
		{"the other side", "es", []string{"India y Pakistán se atacaron. India perdió cinco aviones.", "Del otro lado cayeron once soldados."}, "cinco IND, once PAK"},
		{"a verb of bearing", "en", []string{"Rwanda fights in Congo. Rwanda's army has had 350 men killed."}, "350 RWA"},
		{"a verb of bearing", "es", []string{"Mali combate a JNIM. El grupo sufrió 12 muertos cerca de Mopti."}, "12 jnim"},
		{"rebels who are not named here", "en", []string{"Colombia's army fought the ELN. The general said the rebels sustained 19 casualties."}, "19 eln"},
		{"they", "en", []string{"Wagner came to Mozambique in 2019. It went home after losing eleven men."}, "eleven wagner"},
		{"the same breath", "en", []string{"The Saudi-led coalition fights the Houthis in Yemen. It counted 92 Houthi fighters killed, 16 vehicles wrecked."}, "92 houthis, 16 houthis"},
		{"civilians are no group's", "en", []string{"Taliban lost 60 fighters in Afghanistan. Since January 533 civilians were killed."}, "60 taliban, 533 AFG"},
		{"the one who has such a weapon", "en", []string{"Ukraine fights Russia, and Russia fights Ukraine. Near the river a T-90 was destroyed.", "Two Bradleys were destroyed there too."}, "a RUS, Two UKR"},
		{"over whom it was shot down", "en", []string{"Russia fights Ukraine. Ukraine lived through a loud night: 47 drones were shot down."}, "47 RUS"},
		{"the subject behind its verb", "es", []string{"Azerbaiyán y Armenia hacen cuentas. En la primera semana perdió Azerbaiyán 40 tanques."}, "40 AZE"},
		{"the adjective inside the noun of loss", "en", []string{"Ukraine fights Russia. The ministry said that Ukrainian drops amount to 900."}, "900 UKR"},
		{"where a body sits is no place of death", "en", []string{"Syria bleeds in Aleppo and Homs. The network, a body with headquarters in London, counted 974 people killed."}, "974 SYR"},
		{"own losses", "es", []string{"Rusia ataca Ucrania.", "El Estado Mayor de Kiev contó 900 soldados rusos abatidos. Las bajas propias suman 187 muertos."}, "900 RUS, 187 UKR"},
		{"a president gives his own toll", "en", []string{"Russia fights Ukraine. President Volodymyr Zelensky put the soldiers killed at 55,000."}, "55,000 UKR"},
		{"the topic beats its own attribution", "en", []string{"Russia lost 40 tanks in May, and Ukraine lost some. For the Ukrainian side its count of tanks destroyed is 11."}, "40 RUS, 11 UKR"},
		{"the headline's fighters stay theirs", "es", []string{"# Bombardeo deja 33 guerrilleros muertos", "Colombia atacó a las FARC en Arauca.", "El balance de Arauca: 33 muertos."}, "33 farc"},
		{"the office beside a name", "en", []string{"Somalia fights al-Shabaab. The spokesman of the Armed Forces, Abdi Nur, said eleven vehicles had been seized."}, "eleven al-shabaab"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
