package claim

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/patterns"
)

var shipped = sync.OnceValues(func() (*patterns.Set, error) { return patterns.Load() })

// figures joins an article given as a headline and paragraphs, and returns the figures that it claims.
func figures(t *testing.T, lang string, paragraphs ...string) []string {
	t.Helper()
	set, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	l := set.Language(lang)
	var blocks []article.Block
	text, pos := "", 0
	for i, p := range paragraphs {
		kind := "body"
		if i == 0 {
			kind = "headline"
		}
		blocks = append(blocks, article.Block{Kind: kind, Text: p, Start: pos})
		text += p + "\n\n"
		pos += len([]rune(p)) + 2
	}
	ss := sentence.Split(blocks, l.Config.Abbreviations, l.Config.Starters...)
	var ms [][]mention.Mention
	for _, s := range ss {
		m, _ := mention.Mentions(l, s.Text, s.Folded, time.Second)
		ms = append(ms, m)
	}
	out := Join(Input{Lang: l, Common: set.Common(), Published: "2023-02-07", Text: []rune(text), Sentences: ss, Mentions: ms})
	var found []string
	for _, c := range out.Claims {
		found = append(found, c.Quantity.Text)
	}
	return found
}

func TestOtherTopics(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       []string
	}{
		{"military accident", "en", []string{"Five soldiers die as helicopter comes down in fog",
			"Five soldiers were killed when their helicopter crashed on a training flight; two were hurt. Tail rotor failure is suspected."}, nil},
		{"helicopter shot down", "en", []string{"Rebels bring down army helicopter",
			"Rebels shot down an army helicopter on Friday, killing all four crew. The army had first spoken of bad weather."}, []string{"an", "four"}},
		{"earthquake", "es", []string{"El seísmo deja 400 muertos",
			"El terremoto mató a 400 personas y dejó 90 heridos. Dos mil soldados y seis helicópteros ayudan en el rescate."}, nil},
		{"fighting beside the earthquake", "en", []string{"Quake-hit north shelled again",
			"The earthquake killed 5,900 people, and the aftershocks go on. The cholera outbreak worries doctors.",
			"Government shelling killed four rebels near the front line on Tuesday."}, []string{"four"}},
		{"starvation in a war", "en", []string{"Siege goes on", "Airstrikes killed 12 people. Another 150 have died of starvation."}, []string{"12"}},
		{"football", "es", []string{"El derbi deja siete bajas",
			"El entrenador perdió a dos hombres antes del descanso y llegó con siete bajas a la batalla. El delantero marcó dos goles."}, nil},
		{"chess", "en", []string{"Grandmaster loses three pawns and the war",
			"The grandmaster lost three pawns and two officers in a chess match that was a massacre."}, nil},
		{"board meeting", "en", []string{"Tank maker sheds 400 jobs",
			"Shareholders lost 400 million, the chief executive said, and the dividend was the first casualty. Two workers were killed in a fire."}, nil},
		{"burglary", "es", []string{"Detenidos por robo",
			"La policía detuvo a 14 personas por robo y homicidio; dos agentes resultaron heridos en el atraco."}, nil},
		{"protest", "en", []string{"Troops fire on crowd", "At least 12 protesters were shot dead by soldiers on Monday."}, []string{"At least 12"}},
		{"friendly fire", "en", []string{"Own bomb hits patrol", "Three paratroopers were killed by friendly fire in the fighting near Sangin."}, []string{"Three"}},
		{"no violence at all", "es", []string{"El Ejército pierde gente", "El Ejército perdió 2.100 soldados, que se marcharon."}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := figures(t, c.lang, c.text...); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// claimed reads sentences one by one behind a lead that sets the war scene.
func claimed(t *testing.T, lang, text string) string {
	lead := map[string][]string{
		"en": {"Fighting goes on", "Artillery and airstrikes hit both banks, and clashes with rebels went on at the front line."},
		"es": {"Siguen los combates", "La artillería y los bombardeos golpearon las orillas y los enfrentamientos con rebeldes siguen en el frente."},
	}[lang]
	return strings.Join(figures(t, lang, append(slices.Clone(lead), text)...), " ")
}
