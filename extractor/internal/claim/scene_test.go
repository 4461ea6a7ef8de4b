package claim

import (
	"slices"
	"testing"
)

func TestOtherTopics(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       []string
	}{
		{"military accident", "en", []string{"# Five soldiers die as helicopter comes down in fog",
			"Five soldiers were killed when their helicopter crashed on a training flight; two were hurt. Tail rotor failure is suspected."}, nil},
		{"helicopter shot down", "en", []string{"# Rebels bring down army helicopter",
			"Rebels shot down an army helicopter on Friday, killing all four crew. The army had first spoken of bad weather."}, []string{"an", "four"}},
		{"earthquake", "es", []string{"# El seísmo deja 400 muertos",
			"El terremoto mató a 400 personas y dejó 90 heridos. Dos mil soldados y seis helicópteros ayudan en el rescate."}, nil},
		{"fighting beside the earthquake", "en", []string{"# Quake-hit north shelled again",
			"The earthquake killed 5,900 people, and the aftershocks go on. The cholera outbreak worries doctors.",
			"Government shelling killed four rebels near the front line on Tuesday."}, []string{"four"}},
		{"starvation in a war", "en", []string{"# Siege goes on", "Airstrikes killed 12 people. Another 150 have died of starvation."}, []string{"12"}},
		{"football", "es", []string{"# El derbi deja siete bajas",
			"El entrenador perdió a dos hombres antes del descanso y llegó con siete bajas a la batalla. El delantero marcó dos goles."}, nil},
		{"chess", "en", []string{"# Grandmaster loses three pawns and the war",
			"The grandmaster lost three pawns and two officers in a chess match that was a massacre."}, nil},
		{"board meeting", "en", []string{"# Tank maker sheds 400 jobs",
			"Shareholders lost 400 million, the chief executive said, and the dividend was the first casualty. Two workers were killed in a fire."}, nil},
		{"burglary", "es", []string{"# Detenidos por robo",
			"La policía detuvo a 14 personas por robo y homicidio; dos agentes resultaron heridos en el atraco."}, nil},
		{"protest", "en", []string{"# Troops fire on crowd", "At least 12 protesters were shot dead by soldiers on Monday."}, []string{"At least 12"}},
		{"friendly fire", "en", []string{"# Own bomb hits patrol", "Three paratroopers were killed by friendly fire in the fighting near Sangin."}, []string{"Three"}},
		{"no violence at all", "es", []string{"# El Ejército pierde gente", "El Ejército perdió 2.100 soldados, que se marcharon."}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := figures(joined(t, c.lang, c.text...)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
