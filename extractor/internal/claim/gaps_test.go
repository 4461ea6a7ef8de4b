package claim

import "testing"

func TestSeriesAndGaps(t *testing.T) {
	tests := []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"a series by year behind a colon", "en", []string{"Russia has lost 900,000 soldiers, a website claims. It breaks the total down by year: 118,500 in 2014, 405,400 in 2015 and 376,100 in 2016."},
			[]string{"RUS personnel unspecified 900,000", "RUS personnel unspecified 118,500", "RUS personnel unspecified 405,400", "RUS personnel unspecified 376,100"}},
		{"a series by place behind a colon", "en", []string{"Ukraine shot down 94 Russian drones overnight: 13 over Kherson, 20 over Odesa and 61 over Kharkiv."},
			[]string{"RUS drones destroyed 94", "RUS drones destroyed 13", "RUS drones destroyed 20", "RUS drones destroyed 61"}},
		{"a party with its figure", "en", []string{"Britain lost 444 soldiers in the war; Canada, with 158, comes next."},
			[]string{"GBR personnel unspecified 444", "CAN personnel unspecified 158"}},
		{"one's own, acknowledged", "en", []string{"India lost 527 soldiers in the war. Pakistan has acknowledged 453 of its own."},
			[]string{"IND personnel unspecified 527", "PAK personnel unspecified 453"}},
		{"a copula left out", "es", []string{"La columna rebelde mató a 69 comuneros. Dieciocho eran niños; once, mujeres."},
			[]string{"unknown civilians killed 69", "unknown civilians killed Dieciocho", "unknown civilians killed once"}},
		{"a part opens the sentence", "en", []string{"Ukraine shot down 174 Russian drones. Of these, in the night: 61."},
			[]string{"RUS drones destroyed 174", "RUS drones destroyed 61"}},
		{"what was named and not lost", "en", []string{"Azerbaijan killed 12 soldiers. Its gunboats attacked six Armenian boats. Four were sunk."},
			[]string{"ARM personnel killed 12", "ARM ships destroyed Four"}},
		{"what destroyed something was not lost", "es", []string{"Ucrania mató a 12 soldados rusos. Cuatro tanques entraron en el pueblo. Uno destruyó la valla."},
			[]string{"RUS personnel killed 12"}},
		{"a participle and its level", "en", []string{"The number of Russian tanks lost stands at 70."}, []string{"RUS tanks unspecified 70"}},
		{"a share of a figure", "en", []string{"Half of the 40 Russian soldiers were killed.", "Rebels killed most of the 30 Russian sailors."}, nil},
		{"a share of the dead", "en", []string{"Most of the 40 Russian soldiers killed were conscripts."}, []string{"RUS personnel killed 40"}},
		{"no loss to go on from", "en", []string{"Poland sent 60 tanks to Ukraine, by year: 20 in 2014, 18 in 2015 and 22 in 2016."}, nil},
		{"who keeps the count does not lose", "es", []string{"Rusia perdió 1.180 soldados el lunes, con lo que la cuenta que lleva Kiev llega a 890.720."},
			[]string{"RUS personnel unspecified 1.180", "RUS personnel unspecified 890.720"}},
	}
	for _, tt := range tests {
		checkBriefs(t, tt.name, tt.lang, tt.lines, tt.want)
	}
}
