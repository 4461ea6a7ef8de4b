package claim

import (
	"strings"
	"testing"
)

func TestEllipticFigures(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"coordinated without its verb", "en", "The raids cost 310 lives in Homs and some 45 in Hama.", "310 some 45"},
		{"coordinated by whose", "en", "The site lists 610 Syrian tanks as destroyed, and 88 of Turkey's.", "610 88"},
		{"another stretch of time", "en", "The brigade lost 40 men on Sunday and more than 900 since March.", "40 more than 900"},
		{"coordinada sin verbo", "es", "Murieron 310 soldados en Homs y unos 45 en Hama.", "310 unos 45"},
		{"after a semicolon", "es", "La ONG cuenta 150 rebeldes muertos; el ejército, más de 400 en la última semana.", "150 más de 400"},
		{"another verb in between", "en", "The shelling killed 40 people and 310 in the town fled.", "40"},
		{"an age", "en", "The shelling killed a woman and two sons, 5 and 7.", "a two"},
		{"bare figure beside a verb of telling", "en", "The ministry counts 640 soldiers killed. A human rights group mentions 900.", "640 900"},
		{"figure in quotation marks", "en", "The army says 60 rebels died. A deputy gave his own number on Monday, “at least 20”.", "60 at least 20"},
		{"cifra sola", "es", "El ejército cuenta 640 muertos. En enero habían sido 590.", "640 590"},
		{"the thing is the subject", "en", "Since March 240 howitzers have been destroyed. The tank count stands at 96.", "240 96"},
		{"a level needs its figure at once", "en", "The army has lost 640 men. It is believed to have begun with 900.", "640"},
		{"an unknown verb after the party", "en", "Ukraine has lost 640 men. Ukraine drafts perhaps 900 a month.", "640"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := claimed(t, c.lang, c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhatAFigureStandsFor(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"launched, and a part of them lost", "en", "Rebels sent up 72 drones, of which 47 were brought down.", "drones 47"},
		{"them", "en", "The army launched 60 drones on Friday. Rebels shot down 31 of them.", "drones 31"},
		{"de los que", "es", "El ejército lanzó 60 drones, de los que 31 fueron derribados.", "drones 31"},
		{"people killed without a noun", "en", "Officials spoke of 640 dead, 31 of them in Homs.", "people 640 people 31"},
		{"a part of what was not lost", "en", "Sixty rebels were killed. Five trucks, two of them new, came to the market.", "personnel Sixty"},
		{"nations are counted", "en", "The mission confirmed the deaths of 36 reporters: 31 Georgians and four Turks.", "civilians 36 civilians 31 civilians four"},
		{"a nation's name before another noun", "en", "Two Hezbollah sites were destroyed.", ""},
		{"an organisation after an article", "es", "Murieron 40 soldados, dijo la número dos de la ONU.", "personnel 40"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var words []string
			for _, o := range inWar(t, c.lang, c.text) {
				words = append(words, o.Category, o.Quantity.Text)
			}
			if got := strings.Join(words, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestExcludingWordsInsideAPhrase(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"field guns in a list", "en", "In all 63 jets, 28 field guns and nine trucks have been destroyed.", "63 28 nine"},
		{"donated tanks", "en", "The rebels destroyed 14 donated tanks.", "14"},
		{"donated, and no more", "en", "The capital showed off 14 donated tanks.", ""},
		{"beyond repair", "en", "Six tanks were destroyed and two trucks damaged beyond repair.", "Six two"},
		{"on fire", "en", "Nine trucks were on fire and destroyed.", "Nine"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := claimed(t, c.lang, c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordsOfLossThatNeedTheirThing(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"buried people", "en", "The clan buried 14 fighters on Monday.", "14"},
		{"buried mines", "en", "The rebels buried 14 mines along the road.", ""},
		{"arms recovered", "en", "After the clash troops recovered 14 rifles and two mortars.", "14 two"},
		{"own vehicles recovered", "en", "Engineers recovered two trucks from the river.", ""},
		{"treated for wounds", "en", "Medics said 30 people were treated for shrapnel wounds.", "30"},
		{"who treats", "en", "A surgeon who lives there had treated 64 people with gunshot wounds.", "64"},
		{"lost by the other side of the verb", "en", "The army, with 900 soldiers in two bases, has lost 14 men.", "14"},
		{"weapons that destroy", "en", "Nine drones destroyed three tanks.", "three"},
		{"owners of what is counted", "en", "Officials played the four men's interviews; two soldiers were killed.", "two"},
		{"their deaths", "en", "The blast caused 14 soldiers' deaths.", "14"},
		{"another noun before the participle", "en", "Two incidents involving soldiers were reported; nine rebels were killed.", "nine"},
		{"enterrar", "es", "El clan enterró a 14 combatientes el lunes.", "14"},
		{"armas halladas", "es", "Tras el choque las tropas recogieron 27 fusiles.", "27"},
		{"se dejó", "es", "El ejército se dejó 310 hombres en julio.", "310"},
		{"sin material", "es", "La flota se quedó sin 34 aviones.", "34"},
		{"sin luz", "es", "La ciudad se quedó sin luz y unas 340 familias se marcharon.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := claimed(t, c.lang, c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
