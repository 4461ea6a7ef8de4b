package mention

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// quantityCase is a text and its quantities, as brief prints them, joined by "; ".
type quantityCase struct{ text, want string }

var englishQuantities = []quantityCase{
	// separators
	{"It lost 1030 men.", "exact 1030"},
	{"It lost 1,030 men.", "exact 1030"},
	{"It lost 1.030 men.", "exact 1030"},
	{"It lost 1 030 men.", "exact 1030"},
	{"It lost 1\u00a0030 men.", "exact 1030"},
	{"It lost 1'030 men.", "exact 1030"},
	{"It lost 1’030 men.", "exact 1030"},
	{"It lost 133.190 men.", "exact 133190"},
	{"It lost 1,234,567 men.", "exact 1234567"},
	{"It lost 1.234.567 men.", "exact 1234567"},
	{"It lost 1 234 567 men.", "exact 1234567"},
	{"It lost 1,00,000 men.", "exact 100000"},
	{"It lost 12 073 vehicles.", "exact 12073"},
	{"In all 5 692 people died.", "exact 5692"},
	// scales
	{"It lost 28 thousand men.", "exact 28000"},
	{"It lost 1.5 million men.", "exact 1500000"},
	{"It lost 1,5 million men.", "exact 1500000"},
	{"It lost 1.245 million men.", "exact 1245000"},
	{"It lost 20.8 thousand men.", "exact 20800"},
	{"It lost 3,5 thousand men.", "exact 3500"},
	{"It lost 14 thousand 959 men.", "exact 14959"},
	{"It lost 1 million 200 thousand men.", "exact 1200000"},
	{"It lost 36 one thousand 200 men.", "exact 36200"},
	{"It lost one thousand 589 tanks.", "exact 1589"},
	{"It lost 2 one thousand 629 trucks.", "exact 2629"},
	{"It lost 20k men.", "exact 20000"},
	{"It lost 1.2m men.", "exact 1200000"},
	{"It lost 31mila men.", "exact 31000"},
	{"It lost 2 lakh men.", "exact 200000"},
	{"It lost 1.5 crore men.", "exact 15000000"},
	{"It lost 20 dozen men.", "exact 240"},
	// words
	{"Two soldiers died.", "exact 2"},
	{"Twenty-one soldiers died.", "exact 21"},
	{"Twenty one soldiers died.", "exact 21"},
	{"A hundred soldiers died.", "exact 100"},
	{"One hundred and five soldiers died.", "exact 105"},
	{"A hundred and twenty soldiers died.", "exact 120"},
	{"Three hundred thousand soldiers died.", "exact 300000"},
	{"One million two hundred thousand soldiers died.", "exact 1200000"},
	{"Two hundred and one thousand soldiers died.", "exact 201000"},
	{"Thirty-one thousand soldiers died.", "exact 31000"},
	{"Twelve hundred soldiers died.", "exact 1200"},
	{"A thousand soldiers died.", "exact 1000"},
	{"A million soldiers died.", "exact 1000000"},
	{"Half a million soldiers died.", "exact 500000"},
	{"A million and a half soldiers died.", "exact 1500000"},
	{"Two and a half million soldiers died.", "exact 2500000"},
	{"A quarter of a million soldiers died.", "exact 250000"},
	{"A dozen soldiers died.", "exact 12"},
	{"Half a dozen soldiers died.", "exact 6"},
	{"Two dozen soldiers died.", "exact 24"},
	{"Some dozen soldiers died.", "about 12"},
	{"Four score soldiers died.", "exact 80"},
	{"A couple of hundred soldiers died.", "about 200"},
	// vague
	{"Dozens of soldiers died.", "vague 24"},
	{"Scores of soldiers died.", "vague 40"},
	{"Hundreds of soldiers died.", "vague 200"},
	{"Several hundred soldiers died.", "vague 200"},
	{"Thousands of soldiers died.", "vague 2000"},
	{"Tens of thousands of soldiers died.", "vague 20000"},
	{"Dozens of thousands of soldiers died.", "vague 20000"},
	{"Hundreds of thousands of soldiers died.", "vague 200000"},
	{"Nearly hundreds of soldiers died.", "vague 200"},
	// bounds before
	{"More than 1,000 men died.", "more_than 1000"},
	{"Over 1,000 men died.", "more_than 1000"},
	{"Well over a thousand men died.", "more_than 1000"},
	{"Upwards of 230 men died.", "more_than 230"},
	{"Losses exceeded 500 men.", "more_than 500"},
	{"Losses top 22,600 men.", "more_than 22600"},
	{"At least 30 men died.", "at_least 30"},
	{"No fewer than 30 men died.", "at_least 30"},
	{"Not less than 30 men died.", "at_least 30"},
	{"Up to 480 men died.", "at_most 480"},
	{"As many as 480 men died.", "at_most 480"},
	{"No more than 480 men died.", "at_most 480"},
	{"Fewer than 40 men died.", "less_than 40"},
	{"Just under 6,000 men died.", "less_than 6000"},
	{"About 40 men died.", "about 40"},
	{"Nearly 200,000 men died.", "about 200000"},
	{"Some 130 tanks burned.", "about 130"},
	{"An estimated 300 men died.", "about 300"},
	{"Close to 300 men died.", "about 300"},
	{"The dead are “more than 80”.", "more_than 80"},
	{"It is more than another 30 men.", "more_than 30"},
	{"It owned up to 50 deaths.", "exact 50"},
	{"The toll went up to 558 people.", "exact 558"},
	// bounds after
	{"Thirty or more men died.", "at_least 30"},
	{"Some 30 or more men died.", "at_least 30"},
	{"20 at least died.", "at_least 20"},
	{"A dozen or so men died.", "about 12"},
	{"30-odd men died.", "about 30"},
	{"150-plus men died.", "at_least 150"},
	{"1,000+ men died.", "at_least 1000"},
	{"13,000 at maximum died.", "at_most 13000"},
	// translated bounds
	{"It lost more of 1,000 men.", "more_than 1000"},
	{"It lost near of 500 men.", "about 500"},
	{"To the less 20 men died.", "at_least 20"},
	{"It lost until 150.000 men.", "at_most 150000"},
	// ranges
	{"Some say 40-50 men died.", "between 40-50"},
	{"Some say 40–50 men died.", "between 40-50"},
	{"It lost 40 to 50 men.", "between 40-50"},
	{"It lost between 40 and 50 men.", "between 40-50"},
	{"It lost from 170 to 180 thousand men.", "between 170000-180000"},
	{"It lost 9 to 10 thousand men.", "between 9000-10000"},
	{"It lost five to six hundred men.", "between 500-600"},
	{"It lost 12 or 13 men.", "between 12-13"},
	{"It lost thirty, maybe forty men.", "between 30-40"},
	{"It lost 400-500 thousand men.", "between 400000-500000"},
	{"It is between 10,000 people and 13,000 people.", "between 10000-13000"},
	{"The toll rose from 40 to 60 men.", "exact 40; exact 60"},
	{"The toll fell from 926 to 386 men.", "exact 926; exact 386"},
	// signs, others
	{"Tanks: 310 (+14)", "exact 310; exact 14 + ()"},
	{"Tanks: 310, +14 on the day", "exact 310; exact 14 +"},
	{"That is 520 more than on Sunday.", "exact 520 +"},
	{"Another 14 men died.", "exact 14 other"},
	{"A further 14 men died.", "exact 14 other"},
	{"It hurt 14 others.", "exact 14 other"},
	{"Fourteen more were hurt.", "exact 14 other"},
	// articles
	{"A soldier died.", "exact 1 article"},
	{"An armoured personnel carrier burned.", "exact 1 article"},
	{"Another soldier died.", "exact 1 article other"},
	{"A senior Russian artillery officer died.", "exact 1 article"},
	{"A long peace held.", ""},
	{"A record 300 men died.", "exact 300"},
	{"One soldier died.", "exact 1"},
	{"No one died.", ""},
	// not counts
	{"The T-72 burned.", ""},
	{"A Su-35 and an F-16 were seen.", "exact 1 article; exact 1 article"},
	{"The Leopard 2 burned.", ""},
	{"The 155mm gun fired.", ""},
	{"It began at 19:32 sharp.", ""},
	{"It came at 7 p.m. on Monday.", ""},
	{"Prices rose 12% or 12 per cent.", ""},
	{"It cost $40bn and 300 million euros.", ""},
	{"He was hit 12 km away.", ""},
	{"The index stood at 4.6 points.", ""},
	{"It happened on 13 November 2025.", ""},
	{"It happened on Nov. 13.", ""},
	{"From 24 to 26 February it froze.", ""},
	{"It began in 2014 and ended in 2021.", ""},
	{"The 2006 war was short.", ""},
	{"About 2006 soldiers died.", "about 2006"},
	{"The man, 54, spoke.", ""},
	{"A 54-year-old spoke.", ""},
	{"He was aged 54.", ""},
	{"The 72nd Brigade held.", ""},
	{"Resolution 1701 holds.", ""},
	{"On day 1,260 it rained.", ""},
	{"They won 3-1 at home.", ""},
	{"Two thirds of it burned.", ""},
	{"One in five fled.", ""},
	{"Within 24 hours it ended.", ""},
	{"Call +380 44 123 45 67 now.", ""},
	{"Zero men died.", ""},
	{"It lost 1.234,56 men.", ""},
	{"The 3,000-strong force left.", ""},
}

var spanishQuantities = []quantityCase{
	{"Perdió 1.030 hombres.", "exact 1030"},
	{"Perdió 1,030 hombres.", "exact 1030"},
	{"Perdió 1030 hombres.", "exact 1030"},
	{"Perdió 6 442 tanques.", "exact 6442"},
	{"Perdió 1.060.220 hombres.", "exact 1060220"},
	{"Perdió 28 mil hombres.", "exact 28000"},
	{"Perdió 14 mil 959 hombres.", "exact 14959"},
	{"Perdió 49 mil 35 vehículos.", "exact 49035"},
	{"Perdió mil 589 tanques.", "exact 1589"},
	{"Perdió nueve mil 680 hombres.", "exact 9680"},
	{"Perdió 1,5 millones de hombres.", "exact 1500000"},
	{"Perdió 1.5 millones de hombres.", "exact 1500000"},
	{"Perdió un millón 200 mil hombres.", "exact 1200000"},
	{"Perdió 31mila hombres.", "exact 31000"},
	{"Perdió treinta y un mil hombres.", "exact 31000"},
	{"Perdió veintiún hombres.", "exact 21"},
	{"Perdió veintiuna lanchas.", "exact 21"},
	{"Perdió doscientas lanchas.", "exact 200"},
	{"Perdió ciento veinte hombres.", "exact 120"},
	{"Perdió ciento sesenta tanques.", "exact 160"},
	{"Perdió dos mil quinientos hombres.", "exact 2500"},
	{"Perdió cincuenta y tres hombres.", "exact 53"},
	{"Perdió cien mil hombres.", "exact 100000"},
	{"Perdió mil hombres.", "exact 1000"},
	{"Perdió medio millón de hombres.", "exact 500000"},
	{"Perdió un millón y medio de hombres.", "exact 1500000"},
	{"Perdió dos millones y medio de hombres.", "exact 2500000"},
	{"Perdió millón y medio de hombres.", "exact 1500000"},
	{"Perdió una docena de hombres.", "exact 12"},
	{"Perdió media docena de hombres.", "exact 6"},
	{"Perdió dos docenas de hombres.", "exact 24"},
	{"Perdió una decena de hombres.", "about 10"},
	{"Perdió una veintena de hombres.", "about 20"},
	{"Perdió una treintena de hombres.", "about 30"},
	{"Perdió una treintena larga de hombres.", "more_than 30"},
	{"Perdió un centenar de hombres.", "about 100"},
	{"Perdió más de un centenar de hombres.", "more_than 100"},
	{"Perdió medio centenar de hombres.", "about 50"},
	{"Perdió cerca de medio centenar de hombres.", "about 50"},
	{"Perdió un millar de hombres.", "about 1000"},
	{"Perdió decenas de hombres.", "vague 20"},
	{"Perdió cientos de hombres.", "vague 200"},
	{"Perdió varios centenares de hombres.", "vague 200"},
	{"Perdió miles de hombres.", "vague 2000"},
	{"Perdió decenas de miles de hombres.", "vague 20000"},
	{"Perdió cientos de miles de hombres.", "vague 200000"},
	{"Perdió más de 1.000 hombres.", "more_than 1000"},
	{"Perdió bastante más de 100 mil hombres.", "more_than 100000"},
	{"La cifra supera los 50.000 muertos.", "more_than 50000"},
	{"Perdió al menos 30 hombres.", "at_least 30"},
	{"Perdió, como mínimo, 30 hombres.", "at_least 30"},
	{"Perdió por lo menos 30 hombres.", "at_least 30"},
	{"Perdió no menos de 30 hombres.", "at_least 30"},
	{"Perdió hasta 250 hombres.", "at_most 250"},
	{"Perdió a lo sumo 250 hombres.", "at_most 250"},
	{"Perdió menos de 40 hombres.", "less_than 40"},
	{"Perdió unos 40 hombres.", "about 40"},
	{"Perdió unas 40 lanchas.", "about 40"},
	{"Perdió cerca de los 70.000 hombres.", "about 70000"},
	{"Perdió casi un millón de hombres.", "about 1000000"},
	{"La cifra ronda los 85.000 muertos.", "about 85000"},
	{"Perdió un total de 30 hombres.", "exact 30"},
	{"Perdió 30 o más hombres.", "at_least 30"},
	{"Habló de «más de 80» muertos.", "more_than 80"},
	{"Perdió entre 40 y 50 hombres.", "between 40-50"},
	{"Perdió de 40 a 50 hombres.", "between 40-50"},
	{"Perdió 40 o 50 hombres.", "between 40-50"},
	{"Perdió 40-50 hombres.", "between 40-50"},
	{"Perdió siete u ocho hombres.", "between 7-8"},
	{"Perdió de 600 mil a 700 mil hombres.", "between 600000-700000"},
	{"Perdió entre 170 y 180 mil hombres.", "between 170000-180000"},
	{"La cifra pasó de 283 a 458 muertos.", "exact 283; exact 458"},
	{"Tanques: 310 (+14)", "exact 310; exact 14 + ()"},
	{"Son 150 más que el domingo.", "exact 150 +"},
	{"Otros 14 hombres murieron.", "exact 14 other"},
	{"Murieron otros dos hombres.", "exact 2 other"},
	{"Hirió a 14 más.", "exact 14 other"},
	{"Un soldado murió.", "exact 1 article"},
	{"Otro soldado murió.", "exact 1 article other"},
	{"Una larga paz siguió.", ""},
	{"Uno de ellos murió.", "exact 1"},
	{"Cada uno volvió.", ""},
	{"Perdió sobre 100 hombres.", "more_than 100"},
	{"Mató a tantos como 40 rebeldes.", "at_most 40"},
	{"Ardió el T-72.", ""},
	{"Mató a 10 soldados.", "exact 10"},
	{"Celebró su 25 aniversario.", ""},
	{"El obús de 155 mm disparó.", ""},
	{"Empezó a las 19:32.", ""},
	{"Subió un 12% o 12 por ciento.", ""},
	{"Costó 40 mil millones de dólares.", ""},
	{"Cayó a 12 kilómetros.", ""},
	{"El índice marcó 4,6 puntos.", ""},
	{"Fue el 13 de noviembre de 2025.", ""},
	{"Del 24 al 26 de febrero heló.", ""},
	{"Empezó en 2014 y acabó en 2021.", ""},
	{"La guerra de 2006 fue corta.", ""},
	{"Murieron 2006 soldados.", "exact 2006"},
	{"Un joven de 24 años habló.", "exact 1 article"},
	{"La brigada 47 resistió.", ""},
	{"El Frente 33 lo negó.", ""},
	{"La resolución 1701 vale.", ""},
	{"Ganó 3-1 en casa.", ""},
	{"Ardieron dos tercios de la flota.", ""},
	{"Uno de cada cinco huyó.", ""},
	{"Acabó en 24 horas.", ""},
	{"La ciudad de 40.000 habitantes duerme.", ""},
}

// TestQuantities reads every kind of figure in both languages.
func TestQuantities(t *testing.T) {
	for code, cases := range map[string][]quantityCase{"en": englishQuantities, "es": spanishQuantities} {
		l := load(t, code)
		for _, c := range cases {
			if got := strings.Join(show(l, c.text), "; "); got != c.want {
				t.Errorf("%s: %q: got %q, want %q", code, c.text, got, c.want)
			}
		}
	}
}

// TestQuantityText leaves another, more and quotation marks out of a quantity's own words.
func TestQuantityText(t *testing.T) {
	l := load(t, "en")
	for text, want := range map[string]string{
		"Another 14 men died.":         "14",
		"It hurt at least 14 others.":  "at least 14",
		"It owned up to 50 deaths.":    "50",
		"MORE THAN 1,000 MEN DIED.":    "MORE THAN 1,000",
		"That is 520 more than Monday": "520",
	} {
		all, _ := Mentions(l, []rune(text), nil, time.Minute)
		i := slices.IndexFunc(all, func(m Mention) bool { return m.Quantity != nil })
		if i < 0 || all[i].Quantity.Text != want {
			t.Errorf("%q: got %+v, want %q", text, all, want)
		}
	}
}

// FuzzMentions checks what must hold of any text, for every kind of mention in both languages: offsets inside it, numbers
// that fit their bound, order.
func FuzzMentions(f *testing.F) {
	for _, cases := range [][]quantityCase{englishQuantities, spanishQuantities} {
		for _, c := range cases {
			f.Add(c.text)
		}
	}
	english, spanish := load(f, "en"), load(f, "es")
	kinds := map[string]int{}
	for _, r := range slices.Concat(english.Rules(), spanish.Rules()) {
		if key := r.Kind + r.ID[:2]; len(r.Examples) > 0 && kinds[key] < 5 { // of every kind and language
			kinds[key]++
			f.Add(r.Examples[0].Text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		if len(runes) > 300 {
			return
		}
		checkInvariants(t, english.Code(), runes, first(Mentions(english, runes, nil, time.Second)))
		checkInvariants(t, spanish.Code(), runes, first(Mentions(spanish, runes, nil, time.Second)))
	})
}

func first[A, B any](a A, _ B) A { return a }

// checkInvariants fails on a mention that cannot be.
func checkInvariants(t *testing.T, code string, text []rune, all []Mention) {
	t.Helper()
	at := 0
	for _, m := range all {
		if m.Start < at || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%s: %+v out of order or bounds in %q", code, m, string(text))
		}
		at = m.Start
		q := m.Quantity
		if q == nil {
			continue
		}
		if q.Text != string(text[m.Start:m.End]) {
			t.Fatalf("%s: text %q at %d-%d of %q", code, q.Text, m.Start, m.End, string(text))
		}
		if q.Value == nil && q.Low == nil || q.Low != nil && *q.Low <= 0 || q.Value != nil && (*q.Value <= 0 || *q.Value > maxNumber) ||
			q.Low != nil && q.High != nil && *q.Low > *q.High {
			t.Fatalf("%s: %s in %q", code, q.brief(), string(text))
		}
	}
}
