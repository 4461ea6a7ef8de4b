package claim

import (
	"slices"
	"testing"
)

func TestCaveats(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"own sentence", "en", []string{"The rebels said they killed 14 soldiers, a figure that could not be verified.", "The mayor said six civilians died."},
			[]string{"14 unverified", "six none"}},
		{"both sides of the paragraph", "en", []string{"The police said 14 gunmen were killed. The Taliban said they killed 30 policemen. Neither account could be verified.",
			"The Red Cross said six civilians died."}, []string{"14 unverified", "30 unverified", "six none"}},
		{"the source's figures, before and after", "en", []string{"Kyiv's General Staff said 40 Russian tanks were destroyed.", "None of the staff's figures could be checked.",
			"The General Staff also said 12 Russian drones were shot down."}, []string{"40 unverified", "12 unverified"}},
		{"named sources of several figures", "es", []string{"El Estado Mayor ucraniano dijo que murieron 40 soldados rusos.", "Moscú afirmó que destruyó 14 tanques ucranianos.",
			"La ONU dijo que murieron nueve civiles.", "Ni las cifras del Estado Mayor ni las de Moscú han podido verificarse."},
			[]string{"40 unverified", "14 unverified", "nueve none"}},
		{"denied by the other party, not its own", "en", []string{"Yerevan said it killed 300 Azerbaijani soldiers.", "Baku rejects the figures. It says 28 Azerbaijani civilians were killed."},
			[]string{"300 disputed", "28 none"}},
		{"one figure called propaganda", "en", []string{"Moscow said it lost 40 soldiers. Kyiv called that number propaganda."}, []string{"40 disputed"}},
		{"the real number disputes nobody", "en", []string{"Mediazona counted 24,905 dead Russian soldiers. The real number would be higher, it says."}, []string{"24,905 none"}},
		{"what a tracker has seen", "en", []string{"Oryx, which counts only visually confirmed losses, lists 40 destroyed Russian tanks.", "Oryx also lists 12 captured Russian howitzers."},
			[]string{"40 visually_confirmed", "12 visually_confirmed"}},
		{"a project of pictures needs not say so", "en", []string{"Oryx lists 40 destroyed Russian tanks.", "Kyiv said 900 Russian soldiers died."}, []string{"40 visually_confirmed", "900 none"}},
		{"unless it is doubted", "en", []string{"Oryx lists 40 destroyed Russian tanks, a number that could not be verified."}, []string{"40 unverified"}},
		{"another's pictures say nothing of the figures told before", "en", []string{"Baku said 40 Armenian tanks were destroyed.", "An open-source project that accepts only what can be seen in photographs found 12 Armenian tanks lost."},
			[]string{"40 none", "12 visually_confirmed"}},
		{"neither of the last two", "en", []string{"The Red Cross said six civilians died. The police said 14 gunmen were killed. The Taliban said they killed 30 policemen. Neither account could be verified."},
			[]string{"six none", "14 unverified", "30 unverified"}},
		{"one figure out of two", "en", []string{"The army said it lost 27 soldiers and killed 142 rebels, a figure which the observers have no means of verifying."},
			[]string{"27 none", "142 unverified"}},
		{"an independent body is not its state", "en", []string{"The Ethiopian army said it killed 317 rebels. The rebels said they killed 98 soldiers. Neither account could be checked.",
			"The Ethiopian Human Rights Commission said nine civilians died."}, []string{"317 unverified", "98 unverified", "nine none"}},
		{"denied in a clause", "en", []string{"The rebels accused the army of killing 12 civilians, which the high command denies."}, []string{"12 disputed"}},
		{"by name", "es", []string{"Mediazona lleva identificados con nombre y apellidos 51.679 soldados rusos muertos.", "Kiev dijo que murieron 900 soldados rusos."},
			[]string{"51.679 confirmed", "900 none"}},
		{"told by another after the caveat", "es", []string{"Los rebeldes dijeron que mataron a 40 soldados.",
			"Las afirmaciones no han podido ser comprobadas, y un funcionario reconoció 12 soldados muertos."}, []string{"40 unverified", "12 none"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, k := range inWar(t, c.lang, c.lines...) {
				got = append(got, k.Quantity.Text+" "+k.Verification.Status)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
