package claim

import "testing"

// TestAlias: a short name that the text gives an army, and the larger group behind a group, are no parties there.
func TestAlias(t *testing.T) {
	for _, c := range []struct {
		name, lang, text, want string
	}{
		{"short name of an army", "es", "En Níger, las fuerzas de defensa y de seguridad (FDS) han perdido 174 soldados en tres ataques.", "NER"},
		{"short name where it is a group's", "es", "En Siria, las FDS perdieron 14 combatientes ante el Estado Islámico.", "sdf"},
		{"a group's own long name", "en", "The National Liberation Army (ELN) and the army of Colombia clashed. The ELN lost 12 fighters in Arauca.", "eln"},
		{"larger group", "en", "JNIM, affiliated to Al-Qaeda, lost 40 fighters in an attack in Burkina Faso.", "jnim"},
		{"group alone", "en", "In Yemen, fighters linked to Al-Qaeda lost 14 men.", "al-qaeda"},
	} {
		t.Run(c.name, func(t *testing.T) {
			claims := inWar(t, c.lang, c.text)
			if len(claims) == 0 || claims[0].Loser.Code != c.want {
				t.Errorf("got %+v, want the loser %s", claims, c.want)
			}
		})
	}
}
