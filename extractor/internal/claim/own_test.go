package claim

import "testing"

func TestOwnLosses(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"a list of own losses", "en", []string{"Chad fights Libya. The Ministry of Defence of Chad published a list of own losses: 71 servicemen, eight of them border guards."}, "71 TCD, eight TCD"},
		{"its own dead", "en", []string{"Ethiopia fights Eritrea. Ethiopia's army said its men had killed 90 Eritrean soldiers. It put its own dead at twelve."}, "90 ERI, twelve ETH"},
		{"of his own men", "en", []string{"Russia fights Ukraine. A Ukrainian colonel claimed 300 Russian dead and admitted to the loss of 20 of his own men."}, "300 RUS, 20 UKR"},
		{"ours", "en", []string{"Turkey fights the PKK. Erdogan said that 40 PKK fighters had been killed. \"Nine of ours died,\" he said."}, "40 pkk, Nine TUR"},
		{"propias behind the noun", "es", []string{"Perú combate a Sendero Luminoso. Las Fuerzas Armadas reportan 52 senderistas muertos, contra 14 bajas propias: seis muertos y ocho heridos."}, "52 shining-path, 14 PER, seis PER, ocho PER"},
		{"propios and enemigas of a group", "es", []string{"Angola combate a UNITA. La UNITA, en un parte interno, apuntó 90 caídos propios y unas 300 bajas enemigas."}, "90 unita, unas 300 AGO"},
		{"los suyos", "es", []string{"Irak combate al Estado Islámico. El Ejército iraquí dijo que había causado 800 muertos al Estado Islámico; los suyos eran 75 muertos y 120 heridos."}, "800 islamic-state, 75 IRQ, 120 IRQ"},
		{"reconoce un muerto propio", "es", []string{"Colombia combate al ELN. El ELN dijo haber causado once bajas y reconoce tres muertos propios."}, "once COL, tres eln"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDealtLosses(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"on whom", "en", []string{"Sudan's army fights the RSF. The army said it had beaten off an attack, inflicting on the militia 180 dead."}, "180 rsf"},
		{"upon whom, behind", "en", []string{"Armenia and Azerbaijan trade claims. Armenia said it had inflicted 60 casualties on the enemy."}, "60 AZE"},
		{"upon whom, a state", "en", []string{"India and Pakistan traded fire. It inflicted 40 casualties on Pakistan's army, New Delhi said."}, "40 PAK"},
		{"al Ejército", "es", []string{"Colombia combate al ELN. En un comunicado el ELN sostuvo que causó «ocho bajas» al Ejército, averió un blindado y derribó un dron."}, "ocho COL, un COL, un COL"},
		{"a la guerrilla", "es", []string{"El Salvador combate al FMLN. La Fuerza Armada informó que había causado 1.902 muertos a la guerrilla y capturado a 208 combatientes."}, "1.902 fmln, 208 fmln"},
		{"a las bandas", "es", []string{"Turquía combate al PKK. El Ejército turco dijo que les ocasionó 51 muertes a los rebeldes."}, "51 pkk"},
		{"no one named", "en", []string{"Syria's army fights Islamic State. ISIS fighters clashed with soldiers near Palmyra and inflicted three casualties."}, "three SYR"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBothSides(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"on both sides", "en", []string{"Armenia and Azerbaijan fought in the hills. Armenia lost 60 soldiers.", "More than 300 soldiers were killed on both sides."}, "60 ARM, More than 300 ARM+AZE"},
		{"the two sides together", "en", []string{"Ethiopia and Eritrea fought for two years. A general said the two sides together had lost 70,000 men."}, "70,000 ERI+ETH"},
		{"the two armies", "en", []string{"India and Pakistan shelled each other. The two armies lost eleven aircraft in a week."}, "eleven IND+PAK"},
		{"de ambos lados", "es", []string{"Tailandia y Camboya hacen cuentas. Tailandia perdió 20 soldados. Los fallecidos de ambos lados son 90."}, "20 THA, 90 KHM+THA"},
		{"en ambos bandos", "es", []string{"Rusia y Ucrania callan. El centro calcula 500.000 militares muertos en ambos bandos."}, "500.000 RUS+UKR"},
		{"entre unos y otros", "es", []string{"Armenia y Azerbaiyán se enfrentan. Murieron unos 30.000 entre unos y otros."}, "unos 30.000 ARM+AZE"},
		{"each side for itself", "en", []string{"Russia and Ukraine shelled on. Russia said Ukraine lost 40 soldiers; both sides exchanged fire."}, "40 UKR"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAdmittedEquipment(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		text       []string
		want       string
	}{
		{"admits the loss", "en", []string{"Hamas fights Israel. Hamas said it had hit 20 Israeli tanks. Israel admits only to the loss of one armoured carrier."}, "20 ISR, one ISR"},
		{"acknowledged damage", "en", []string{"Myanmar's junta fights the Arakan Army. The AA fighters said they had sunk three landing craft. The navy acknowledged damage to one."}, "three MMR, one MMR"},
		{"admite la pérdida", "es", []string{"# Putin admite la pérdida de 54 tanques", "Rusia ataca Ucrania. Putin dijo que Kiev ha perdido 160 tanques."}, "54 RUS, 160 UKR"},
		{"reconoce la pérdida", "es", []string{"Hamás combate a Israel. Israel solo reconoce la pérdida de un dron."}, "un ISR"},
	} {
		if got := losers(t, c.lang, c.text...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
