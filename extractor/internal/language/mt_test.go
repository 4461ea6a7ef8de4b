package language

import (
	"slices"
	"strings"
	"testing"

	"lossclaims/patterns"
)

// shippedSignals returns the signals of the pattern tree for one language.
func shippedSignals(t testing.TB, lang string) Signals {
	t.Helper()
	set, _ := patterns.Load()
	var list []Signal
	for _, s := range set.Language(lang).Signals {
		list = append(list, Signal{Name: s.Name, Pattern: s.Pattern, Words: s.Words, Gate: s.Gate, Min: s.Min, From: s.From, Strong: s.Strong})
	}
	out, err := CompileSignals(list)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestMachineTranslation(t *testing.T) {
	for _, c := range []struct {
		name, lang, page string
		blocks           []string
		from             string // "-" for ordinary text
	}{
		{"ordinary", "en", "en-GB", []string{english}, "-"},
		{"ordinary Spanish", "es", "es", []string{spanish}, "-"},
		{"English notice", "en", "", []string{english, "This article was translated automatically."}, ""},
		{"English notice with source", "en", "", []string{english, "This story was machine-translated from the Ukrainian."}, "uk"},
		{"notice at line start", "en", "", []string{"Machine translation. See the original", english}, ""},
		{"a translated interview", "en", "", []string{english, "he said, according to a machine translation of his interview."}, "-"},
		{"a human translator", "en", "", []string{english, "Translated from the Spanish by Ann Hill"}, "-"},
		{"Spanish notice under English", "en", "", []string{english, "Este artículo ha sido traducido automáticamente."}, "es"},
		{"Spanish notice with source", "es", "", []string{"Esta noticia ha sido traducida automáticamente del inglés", spanish}, "en"},
		{"German notice in Spanish", "es", "", []string{"Dieser Artikel wurde maschinell übersetzt.", spanish}, "de"},
		{"source named, errors expected", "es", "", []string{"Traducido del inglés. Puede contener errores.", spanish}, "en"},
		{"traductor humano", "es", "", []string{spanish, "Traducido del inglés por Marta Ruiz"}, "-"},
		{"site notice in the text's language", "es", "", []string{"Este sitio web fue traducido automáticamente.", spanish}, ""},
		{"site notice over an original", "en", "", []string{"Este sitio web fue traducido automáticamente.", english}, "-"},
		{"site notice and calques", "en", "", []string{"Este sitio web fue traducido automáticamente.", "The Army has affirmed this Monday that nine cars of combat burned.", english}, "es"},
		{"glued words alone", "en", "", []string{"The clashes near Orikhivlocated in the south went on. Orikhiv is a town located on a river."}, "-"},
		{"glued words and calques", "en", "", []string{"The clashes near Orikhivlocated in the south left 12 lows in the ranks. Orikhiv is a town located on a river."}, "es"},
		{"calques enough", "en", "", []string{"The Army destroyed two cars of combat and knocked a missile of cruise; three soldiers lost the life."}, "es"},
		{"foreign numbers alone", "en", "", []string{"They counted 1.250 tanks, 2.340 trucks, 3.450 guns and 11.200 soldiers."}, "-"},
		{"foreign numbers and page language", "en", "es-ES", []string{"They counted 1.250 tanks, 2.340 trucks and 3.450 guns."}, "es"},
		{"page language alone", "en", "es-ES", []string{english}, "-"},
		{"English in Spanish", "es", "", []string{"El ejército dijo lunes que 12 drones fueron disparados abajo. Otro cayó martes, él agregó, en abril 22."}, "en"},
		{"nothing", "", "", nil, "-"},
	} {
		lang := c.lang
		if lang == "" {
			lang = "en"
		}
		got := MachineTranslation(c.blocks, c.lang, c.page, shippedSignals(t, lang))
		switch {
		case c.from == "-" && got != nil:
			t.Errorf("%s: got %+v, want nil", c.name, *got)
		case c.from != "-" && got == nil:
			t.Errorf("%s: got nil, want from %q", c.name, c.from)
		case got != nil && got.From != c.from:
			t.Errorf("%s: from %q, want %q (%q)", c.name, got.From, c.from, got.Signals)
		}
	}
}

func TestGlued(t *testing.T) {
	for text, want := range map[string]int{
		"The ForcesThey said so. Forces that they lead.":                   1,
		"Bakhmutlocated in the east. Bakhmut is located there.":            1,
		"A YouTube video by McDonald of WarSpotting on an iPhone":          0,
		"Without the men, within Ukraine, the Ukrainians. With it, men in": 0,
		"Israel and Israelis is this. NATO and NATOled":                    0,
		"": 0,
	} {
		if got := glued(text); got != want {
			t.Errorf("glued(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestCompileSignals(t *testing.T) {
	if _, err := CompileSignals([]Signal{{Name: "broken", Pattern: "("}}); err == nil {
		t.Error("a broken pattern compiles")
	}
	s, err := CompileSignals([]Signal{{Name: "lines", Pattern: "one \n  two|\n  three", Strong: true}})
	if err != nil || MachineTranslation([]string{"onetwo"}, "en", "", s) == nil || MachineTranslation([]string{"three"}, "en", "", s) == nil {
		t.Errorf("line breaks in patterns are not dropped: %v", err)
	}
	s, err = CompileSignals([]Signal{{Name: "words", Words: []string{"él agregó", "c++"}, Min: 2, Strong: true}})
	if err != nil || MachineTranslation([]string{"Sí, ÉL AGREGÓ. En c++, no"}, "es", "", s) == nil {
		t.Errorf("words are not found: %v", err)
	}
	if MachineTranslation([]string{"él agregó, papel agregó, ac++"}, "es", "", s) != nil {
		t.Error("a word is found inside another, or once is enough for twice")
	}
}

func TestGate(t *testing.T) {
	for pattern, want := range map[string][]string{
		`\b[Tt]he (?:Mon|Tues)day\b`:       {"the monday", "the tuesday"},
		`(?i)missiles? of cruise|dead man`: {"missile of cruise", "missiles of cruise", "dead man"},
		`\d{1,3} lows\b`:                   {" lows"},
		`\b[1-9]\d{0,2}\.\d{3}\b`:          nil,
		`(?s)(?:\d thousand.*?){2}`:        {" thousand"},
	} {
		if got := gate(pattern); !slices.Equal(got, want) {
			t.Errorf("gate(%q) = %q, want %q", pattern, got, want)
		}
	}
}

// Every match of a shipped pattern contains a literal of its gate, or the gate would hide it.
func FuzzGate(f *testing.F) {
	sigs := map[string]Signals{"en": shippedSignals(f, "en"), "es": shippedSignals(f, "es")}
	f.Add("The Army has affirmed this Monday that 12 lows of the Sunday, of the Friday. Traducción automática del inglés")
	f.Add("Dijo lunes, él agregó. En ABRIL 22. Machine translation. TRADUÇÃO automática")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\u017f\u212a") {
			return // the long s and the Kelvin sign are s and k to a pattern, not to ToLower
		}
		for _, s := range sigs {
			for _, c := range s.list {
				if m := c.re.FindString(text); m != "" && len(c.gate) > 0 && len(patterns.NewLiterals([][]string{c.gate}).In(patterns.Fold([]rune(m)))) == 0 {
					t.Errorf("signal %q matches %q, its gate %q does not", c.Name, m, c.gate)
				}
			}
		}
	})
}
