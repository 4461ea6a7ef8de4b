package sentence

import (
	"slices"
	"strings"
	"testing"

	"lossclaims/extractor/internal/article"
	"lossclaims/patterns"
)

// language returns the abbreviations and starters of a shipped language.
func language(t testing.TB, code string) (abbreviations, starters []string) {
	t.Helper()
	set, err := patterns.Load()
	if err != nil {
		t.Logf("patterns: %v", err) // their own tests fail on it
	}
	l := set.Language(code)
	return l.Config.Abbreviations, l.Config.Starters
}

func body(text string) []article.Block { return []article.Block{{Kind: article.Body, Text: text}} }

// The marks | show where the sentences of a text end.
var cases = map[string][]string{
	"en": {
		"The army lost two tanks.| It said so on Monday.",
		"Gen. Adeyemi and Maj. Gen. Brun met Lt. Col. Ortiz.| They agreed.",
		"Rear Adm. J. P. Holt said 14 died.| Capt. Ann B. Lee denied it.",
		"The U.S. Army counted 12.| The U.N. says 15.",
		"It happened in the U.S.| The army counted 12.",
		"It was sold to the U.S. in 1991.| Then it burned.",
		"They fell back at 6 p.m. on Nov. 13.| Nobody followed.",
		"Between Jan. 5 and Feb. 7, 2,400 died.| No. 5 Company was hit.",
		"He said no.| Then 40 shells fell.",
		"The sun rose on Sun. 5 May.| Losses: 1,250.5 tons.",
		"\"We lost six men.\"| The colonel wept.",
		"“The data is being updated.” he stressed.| More follows.",
		"\"Did they fire?\" he asked.| \"They did!\"| Silence.",
		"(Those figures could not be checked.)| The governor left.",
		"They waited...| Nothing came... and then it did.",
		"It hit St. Anne's, near Mt. Kora, killing 4.| So it goes.",
		"Total losses: tanks; guns; 1,040 men; trucks.| That is all.",
		"Prices rose 2.5 pct.| Visit example.com for more.",
		"Murieron dos.|El ejército calla.",
		"They were found on Monday.|The other 14 were not.",
		"The ForcesThey said so.| Next.",
		"1. Tanks: 1,250.",
		"• Tanks lost: 12 |• Guns lost: 9 |• Men: 40",
		"since the 24. February 2022 and on the 6. August.| After that.",
		"KYIV, Jan. 5 (Agency) - Two died.| Four lived.",
		"GEN. PONCE SAID 17 GUERRILLAS DIED.| THE U.S. EMBASSY AGREED.",
		"They hid in cellars.| kyiv said 14 were killed.",
		"approx. 300 men, incl. three officers, fell vs. 12 earlier.",
		"It cost him his life!|Another man fled.",
		"Who fired?!| Nobody knows.",
		"The T-72B3 burned.| So did a Su-34.| 12 BMPs followed.",
		"Agency Ltd. Inc. etc. and so on.",
		"It was said in 2022.| \"Nine,\" he said.",
	},
	"es": {
		"El ejército perdió dos carros.| Lo dijo el lunes.",
		"El gral. Ruiz y el Gral. de brigada Soto hablaron.| Nadie más.",
		"El Tte. Cnel. Paz contó 14.| El Sr. Vera, 15.",
		"Las bajas de EE. UU. en Irak fueron 12.| Otras 3 siguen sin confirmar.",
		"Murieron en EE. UU.| El gobierno calló.",
		"EE.UU. Central Command dijo que no.",
		"Fueron 1.250 tanques y 3.432 blindados, el 2,5 % más.| Así consta.",
		"Cayó a las 8 p. m. del lunes.| Era tarde.",
		"¿Cuántos murieron?| ¡Nadie lo sabe!| ¿Y los heridos?",
		"«Hemos perdido seis hombres».| El coronel lloró.",
		"Dijo: \"No quedó nadie.\"| Después colgó.",
		"BEIRUT.-| Desde marzo han muerto 40.",
		"MADRID, 8 Jun. (AGENCIA) - Al menos 47 murieron.| Otros huyeron.",
		"Murieron dos.|El ejército lo niega.",
		"Salieron al mar.| El barco se hundió el mar. 5.",
		"el art. 5 y la pág. 12 del núm. 3.| Nada más.",
		"Perdieron tanques; cañones; 1.040 hombres.| Eso es todo.",
		"Según el Dr. J. L. Mena, hay 12.| La Dra. Gil discrepa.",
		"Esperaron…| Nadie vino… y luego sí.",
		"Las FF. AA. de Bolivia y las FF.AA. de Perú callan.| Punto.",
		"Sto. Domingo y Sta. Cruz, etc. fueron atacadas.",
	},
}

func TestSplit(t *testing.T) {
	for code, texts := range cases {
		abbreviations, starters := language(t, code)
		for _, marked := range texts {
			text := strings.ReplaceAll(marked, "|", "")
			var want, got []string
			for _, s := range strings.Split(marked, "|") {
				want = append(want, strings.TrimSpace(s))
			}
			for _, s := range Split(body(text), abbreviations, starters...) {
				got = append(got, string(s.Text))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: got  %q\n\twant %q", code, got, want)
			}
		}
	}
}

func TestSplitBlocks(t *testing.T) {
	blocks := []article.Block{
		{Kind: article.Headline, Text: "Twelve die", Start: 0},
		{Kind: article.Body, Text: "Two fell.  Ten were hurt.", Start: 12},
		{Kind: article.ListItem, Text: "Tanks: 4", Start: 39},
		{Kind: article.ListItem, Text: "Guns: 2. Trucks: 1", Start: 48},
		{Kind: article.TableRow, Text: "Tanks. 1,250 | (+4). Total", Start: 68},
		{Kind: article.Caption, Text: "   ", Start: 100},
		{Kind: article.Body, Text: "«¿Quién?»", Start: 110},
	}
	abbreviations, starters := language(t, "en")
	type brief struct {
		text         string
		block, start int
		para         int
	}
	var got []brief
	for _, s := range Split(blocks, abbreviations, starters...) {
		got = append(got, brief{string(s.Text), s.Block, s.Start, s.Para})
		if string(s.Folded) != string(patterns.Fold(s.Text)) || s.Kind != blocks[s.Block].Kind {
			t.Errorf("%q: folded %q, kind %s", string(s.Text), string(s.Folded), s.Kind)
		}
	}
	want := []brief{
		{"Twelve die", 0, 0, 0}, {"Two fell.", 1, 12, 1}, {"Ten were hurt.", 1, 23, 1}, {"Tanks: 4", 2, 39, 2},
		{"Guns: 2.", 3, 48, 2}, {"Trucks: 1", 3, 57, 2}, {"Tanks. 1,250 | (+4). Total", 4, 68, 3}, {"«¿Quién?»", 6, 110, 5},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestOverlongIsCut(t *testing.T) {
	text := strings.Repeat("tanks and guns and ", 1000)
	for _, s := range Split(body(text), nil) {
		if len(s.Text) > maxRunes {
			t.Errorf("a sentence of %d runes", len(s.Text))
		}
	}
	if n := len(Split(body(strings.Repeat("字", 4*maxRunes)), nil)); n != 4 {
		t.Errorf("%d pieces, want 4", n)
	}
}

// Sentences are in order, none is empty, and they hold everything but white space.
func FuzzSplit(f *testing.F) {
	for _, texts := range cases {
		for _, text := range texts {
			f.Add(text)
		}
	}
	f.Add("\"'“.”’…?!.\n\n.-.• .A.a.A")
	abbreviations, starters := language(f, "en")
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		at := 0
		for _, s := range Split(body(text), abbreviations, starters...) {
			if s.Start < at || s.Start+len(s.Text) > len(runes) || len(s.Text) == 0 || len(s.Folded) != len(s.Text) {
				t.Fatalf("sentence at %d+%d after %d of %d", s.Start, len(s.Text), at, len(runes))
			}
			if gap := strings.TrimSpace(string(runes[at:s.Start])); gap != "" {
				t.Fatalf("%q is in no sentence", gap)
			}
			if string(runes[s.Start:s.Start+len(s.Text)]) != string(s.Text) {
				t.Fatalf("offset %d does not point at %q", s.Start, string(s.Text))
			}
			at = s.Start + len(s.Text)
		}
		if rest := strings.TrimSpace(string(runes[at:])); rest != "" {
			t.Fatalf("%q is in no sentence", rest)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	abbreviations, starters := language(b, "en")
	blocks := body(strings.Repeat(strings.Join(cases["en"], " "), 3))
	b.SetBytes(int64(len(blocks[0].Text)))
	for b.Loop() {
		Split(blocks, abbreviations, starters...)
	}
}
