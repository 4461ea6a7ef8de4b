package claim

import "testing"

func TestModes(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The army denied that 40 soldiers had been killed.", ""},
		{"en", "A spokesman rejected reports that it had lost 12 tanks.", ""},
		{"en", "The ministry denied losing 12 tanks.", ""},
		{"en", "There is no evidence that 200 recruits were killed.", ""},
		{"en", "An assault could kill 4,000 civilians.", ""},
		{"en", "If the bridge falls, 300 soldiers would be captured.", ""},
		{"en", "If confirmed, the loss of 14 tanks would be the heaviest in a year.", "14"},
		{"en", "He threatened to kill 30 hostages.", ""},
		{"en", "Two drones were not shot down and hit a depot.", ""},
		{"en", "The bomb did not kill any of the 20 officers.", ""},
		{"en", "Not only were 20 officers killed.", "20"},
		{"en", "They were able to destroy three tanks.", "three"},
		{"en", "Moscow denied a retreat, but 40 soldiers had been killed.", "40"},
		{"en", "Three soldiers lost their legs.", ""},
		{"en", "Six soldiers were wounded as 40 rebels stormed the camp.", "Six"},
		{"en", "The army said 34 soldiers were killed and 14 wounded when several hundred gunmen attacked a post.", "34 14"},
		{"en", "Eight soldiers lost their lives.", "Eight"},
		{"en", "Nine soldiers lost the day before were buried.", "Nine"},
		{"es", "El Ejército negó que hubieran muerto 40 soldados.", ""},
		{"es", "Un preso pierde unos diez kilos al mes.", ""},
		{"es", "Murieron 12 soldados cuando 40 rebeldes asaltaron el puesto.", "12"},
		{"es", "Cuatro soldados perdieron la vista.", ""},
		{"es", "Un portavoz desmintió haber perdido 12 tanques.", ""},
		{"es", "Un asalto podría matar a 4.000 civiles.", ""},
		{"es", "Si cae el puente, 300 soldados serían capturados.", ""},
		{"es", "Amenazó con matar a 30 rehenes.", ""},
		{"es", "Dos drones no fueron derribados y alcanzaron un depósito.", ""},
		{"es", "Lograron destruir tres tanques.", "tres"},
	} {
		if got := claimed(t, c.lang, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
