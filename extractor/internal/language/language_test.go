package language

import (
	"strings"
	"testing"

	"lossclaims/patterns"
)

// shipped returns a detector for the languages of the pattern tree.
func shipped(t testing.TB) *Detector {
	t.Helper()
	set, err := patterns.Load()
	if err != nil {
		t.Logf("patterns: %v", err) // their own tests fail on it
	}
	var specs []Spec
	for _, code := range set.Languages() {
		c := set.Language(code).Config
		specs = append(specs, Spec{Code: code, Lingua: c.Lingua, Neighbours: c.Neighbours})
	}
	d, err := New(specs)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const (
	english = "The brigade lost four armoured vehicles in a single morning, an officer said, and the crews that came " +
		"back on foot told of a road so thick with mines that nobody could turn round. By noon the village had changed " +
		"hands twice. Neither army has given a figure of its own for the dead."
	spanish = "La brigada perdió cuatro blindados en una sola mañana, según contó un oficial, y las tripulaciones que " +
		"volvieron a pie hablaban de una carretera tan minada que nadie podía dar la vuelta. A mediodía el pueblo había " +
		"cambiado dos veces de manos. Ninguno de los dos ejércitos ha dado una cifra propia de muertos."
	portuguese = "A brigada perdeu quatro blindados numa única manhã, contou um oficial, e as tripulações que voltaram a " +
		"pé falavam de uma estrada tão minada que ninguém conseguia dar a volta. Ao meio-dia a aldeia tinha mudado duas " +
		"vezes de mãos. Nenhum dos exércitos deu um número próprio de mortos."
	catalan = "La brigada va perdre quatre blindats en un sol matí, segons va explicar un oficial, i les tripulacions que " +
		"van tornar a peu parlaven d'una carretera tan minada que ningú no podia girar cua. Al migdia el poble havia " +
		"canviat dues vegades de mans. Cap dels dos exèrcits no ha donat una xifra pròpia de morts."
	french = "La brigade a perdu quatre blindés en une seule matinée, a raconté un officier, et les équipages revenus à " +
		"pied parlaient d'une route si minée que personne ne pouvait faire demi-tour. À midi le village avait changé deux " +
		"fois de mains. Aucune des deux armées n'a donné de chiffre pour ses morts."
	german = "Die Brigade verlor an einem einzigen Morgen vier gepanzerte Fahrzeuge, sagte ein Offizier, und die " +
		"Besatzungen, die zu Fuß zurückkamen, erzählten von einer Straße voller Minen. Bis Mittag hatte das Dorf zweimal " +
		"den Besitzer gewechselt. Keine der beiden Armeen hat eigene Zahlen genannt."
	russian = "Бригада потеряла четыре бронемашины за одно утро, рассказал офицер, а вернувшиеся пешком экипажи говорили " +
		"о дороге, где от мин негде было развернуться. К полудню село дважды переходило из рук в руки."
)

func TestDetect(t *testing.T) {
	d := shipped(t)
	for _, c := range []struct {
		name      string
		blocks    []string
		code      string
		supported bool
	}{
		{"english", []string{english}, "en", true},
		{"spanish", []string{spanish}, "es", true},
		{"capitals", []string{strings.ToUpper(english)}, "en", true},
		{"spanish capitals", []string{strings.ToUpper(spanish)}, "es", true},
		{"portuguese", []string{portuguese}, "pt", false},
		{"catalan", []string{catalan}, "ca", false},
		{"french", []string{french}, "fr", false},
		{"german", []string{german}, "de", false},
		{"russian", []string{russian}, "ru", false},
		{"one line", []string{"Fourteen tanks lost near the river"}, "en", true},
		{"one line of names", []string{"Russia lost 14 tanks"}, "en", true},
		{"one Spanish line", []string{"Catorce muertos en el cuartel"}, "es", true},
		{"notice in another language", []string{"Este sitio web fue traducido automáticamente. Para más información, haga clic aquí.", english, english}, "en", true},
		{"furniture in another language", []string{english, english, "Suscríbete", "Lo más leído", "Portada", "Deportes", "Última hora"}, "en", true},
		{"nothing", nil, "", false},
		{"digits", []string{"1.250", "- - -"}, "", false},
		{"a script nobody reads", []string{"軍は、十四両の戦車を失ったと発表した。独立した確認はできていない。"}, "", false},
	} {
		got := d.Detect(c.blocks)
		if got.Code != c.code || got.Supported != c.supported {
			t.Errorf("%s: got %+v, want %s supported=%v", c.name, got, c.code, c.supported)
		}
		if again := d.Detect(c.blocks); again != got {
			t.Errorf("%s: %+v, then %+v", c.name, got, again)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for _, specs := range [][]Spec{nil, {{Code: "en", Lingua: "english"}}, {{Code: "xx", Lingua: "klingon"}},
		{{Code: "en", Lingua: "english", Neighbours: []string{"elvish"}}}} {
		if _, err := New(specs); err == nil {
			t.Errorf("New(%+v) succeeds", specs)
		}
	}
}

func TestSampleIsBounded(t *testing.T) {
	long := strings.Repeat(english+" ", 2000)
	e := newExcerpt([]string{long})
	if n := len([]rune(e.sample())); n > 2*sliceCount*sliceRunes {
		t.Errorf("sample of %d code points", n)
	}
	if n := len([]rune(e.quick())); n > 2*sliceCount*quickRunes || n == 0 {
		t.Errorf("quick sample of %d code points", n)
	}
	if e := newExcerpt([]string{strings.Repeat("字", 5000)}); e.sample() == "" {
		t.Error("no sample of a text without spaces")
	}
}

func BenchmarkDetect(b *testing.B) {
	d := shipped(b)
	blocks := []string{english, spanish, english, english}
	d.Detect(blocks)
	for b.Loop() {
		d.Detect(blocks)
	}
}
