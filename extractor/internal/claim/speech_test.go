package claim

import (
	"slices"
	"strings"
	"testing"

	"lossclaims/extractor/report"
)

// voices writes each figure with its origins and, after a slash, its relays.
func voices(claims []report.Claim) []string {
	var out []string
	for _, c := range claims {
		who := map[string][]string{}
		for _, a := range c.Attribution {
			who[a.Role] = append(who[a.Role], a.Name)
		}
		line := c.Quantity.Text + ": " + strings.Join(who["origin"], "+")
		if r := who["relay"]; len(r) > 0 {
			line += " / " + strings.Join(r, "+")
		}
		out = append(out, line)
	}
	return out
}

func TestSpeakers(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"apposition after the name", "en", []string{"Tomas Arvik, the head of the coast guard, said 14 soldiers were killed."}, []string{"14: Tomas Arvik"}},
		{"name after the office", "en", []string{"Its spokesman, Gen. Pavel Orlan, told reporters on Monday that 30 rebels had been killed."}, []string{"30: Gen. Pavel Orlan"}},
		{"inverted order", "en", []string{"Nine soldiers were killed, said a nurse who had washed them."}, []string{"Nine: nurse"}},
		{"inverted with a time between", "es", []string{"Nueve soldados murieron, informó este lunes el Ministerio de Defensa ruso."}, []string{"Nueve: Ministerio de Defensa ruso"}},
		{"noun told by its accent", "es", []string{"Veinte soldados murieron, anunció la noche del lunes el Ejército."}, []string{"Veinte: el Ejército"}},
		{"medium between verb and subject", "es", []string{"Doce soldados murieron, escribió en Telegram el gobernador Iván Sorin."}, []string{"Doce: gobernador Iván Sorin / Telegram"}},
		{"place is no speaker", "en", []string{"Prosecutors in Baku say 14 soldiers were killed."}, []string{"14: Prosecutors in Baku"}},
		{"by-agent is no speaker", "en", []string{"A leaked intelligence note seen by this newspaper estimates that 300 soldiers were killed."}, []string{"300: leaked intelligence note"}},
		{"noun the patterns do not know", "en", []string{"The opposition claims that 14 protesters were shot dead by police."}, []string{"14: opposition"}},
		{"it goes on with the body, he with the person", "en", []string{
			"Kyiv's General Staff denies any defeat. It says 40 Russian soldiers were killed.",
			"General Anton Brusk said the line held. He put the wounded at 60 Russian soldiers."},
			[]string{"40: Kyiv's General Staff", "60: General Anton Brusk"}},
		{"the short name stands for the long one", "en", []string{
			"Armenia's Defence Ministry said 14 Azerbaijani tanks were destroyed.", "A helicopter was shot down, the ministry added."},
			[]string{"14: Armenia's Defence Ministry", "A: Armenia's Defence Ministry"}},
		{"elided subject", "es", []string{"El Estado Mayor ucraniano publicó su parte. Añadió que destruyó 14 tanques rusos."}, []string{"14: Estado Mayor ucraniano"}},
		{"a passive with se has no speaker", "es", []string{
			"El general Iván Sorin reconoció 40 soldados muertos en una charla con Ana Ruiz que se difundió el lunes. Los heridos, agregó, son 60 soldados."},
			[]string{"40: general Iván Sorin", "60: general Iván Sorin"}},
		{"the official is the one just named", "es", []string{"El ministro Pablo Neira dijo que murieron nueve soldados.", "Hay 40 soldados heridos, detalló el funcionario."},
			[]string{"nueve: ministro Pablo Neira", "40: ministro Pablo Neira"}},
		{"the side of a war", "en", []string{"The Georgian side reported the destruction of two Abkhaz tanks."}, []string{"two: Georgian side"}},
		{"whom a medium reached", "en", []string{"A warden of the relief committee reached by AFP gave a higher toll of at least 34 soldiers killed."},
			[]string{"at least 34: warden of the relief committee"}},
		{"whom a paper reached", "es", []string{"Cuatro vecinos contactados por este diario dicen haber contado 31 soldados muertos."}, []string{"31: vecinos"}},
		{"they are who gave an account before", "en", []string{
			"The army spoke of six soldiers killed.", "Two colonels in Faya, who asked not to be named, gave a darker account. They said 90 soldiers had died."},
			[]string{"six: The army", "90: colonels in Faya"}},
		{"a diary speaks for itself", "en", []string{"The army said 20 soldiers were killed.", "The regimental diary, now kept in Leeds, is short. It records 44 soldiers killed."},
			[]string{"20: The army", "44: regimental diary"}},
		{"a register after the semicolon does not reach back", "es", []string{
			"Según el juez, 200 soldados fueron fusilados; el registro oficial, terminado en 2017, enlista 988 soldados muertos."},
			[]string{"200: juez", "988: registro oficial"}},
		{"the verb is left out", "en", []string{"The army speaks of 51 soldiers killed; the police, of 14 officers killed."}, []string{"51: The army", "14: police"}},
		{"the verb is left out", "es", []string{"Indepaz registra 48 soldados muertos; la ONU, 30 soldados muertos."}, []string{"48: Indepaz", "30: ONU"}},
		{"the first of two who count", "en", []string{"The intelligence service values them at 150 soldiers killed, the bloggers counted 62 soldiers killed."},
			[]string{"150: intelligence service", "62: bloggers"}},
		{"a quotation's first word is no name", "es", []string{"Un oficial del frente habló de la retirada. \"Perdimos allí a catorce soldados muertos aquel día\", dijo."},
			[]string{"catorce: oficial"}},
		{"a preposition keeps a noun from speaking", "es", []string{"El Comité de Prensa informó de la batalla. En las propias filas reconoció 179 soldados muertos."},
			[]string{"179: Comité de Prensa"}},
		{"in the capital they say", "es", []string{"El gobernador Iván Sorin visitó el frente. En Kiev, a su vez, afirman que murieron 60 soldados rusos."}, []string{"60: Kiev"}},
		{"in whose house it is told", "en", []string{"Nine soldiers were killed, told in the Defence Ministry."}, []string{"Nine: Defence Ministry"}},
		{"the next sentence says whose figures they were", "es", []string{"Treinta soldados murieron en un día. Es el parte que ha difundido el Ministerio de Defensa sirio."},
			[]string{"Treinta: Ministerio de Defensa sirio"}},
		{"the next sentence says whose figures they were", "en", []string{"Two soldiers died and four soldiers were hurt. About this reports the military administration."},
			[]string{"Two: the military administration", "four: the military administration"}},
		{"a toll of a long war is common knowledge", "en", []string{
			"Intelligence officials say that 1,500 rebels were killed. The insurgency has killed more than 40,000 people since 1969."},
			[]string{"1,500: Intelligence officials", "more than 40,000: "}},
		{"an aside goes on with who spoke", "es", []string{"El coronel Otto Ibáñez habló de la retirada. Su batallón, aseguró, perdió 50 soldados."},
			[]string{"50: coronel Otto Ibáñez"}},
		{"a title's adjective", "es", []string{"Perdimos once soldados en una hora, recuerda el capitán retirado Luis Mayora."}, []string{"once: capitán retirado Luis Mayora"}},
		{"a team led by somebody", "en", []string{"A team from Lund University led by Anna Berg estimates that 7,400 soldiers were killed."}, []string{"7,400: team"}},
		{"a monitor is itself and not its kind", "en", []string{"The conflict monitor ACLED has recorded 28,700 soldiers killed."}, []string{"28,700: conflict monitor ACLED"}},
		{"the official count is nobody's", "en", []string{"President Ivan Sorin said nine soldiers died.", "In the war of 2008 another 169 soldiers died, according to the official count."},
			[]string{"nine: President Ivan Sorin", "169: official count"}},
		{"count of an owner", "en", []string{"Russia has lost 3,245 tanks. Kyiv's tally of dead Russian soldiers stood at 133,190."}, []string{"3,245: Kyiv", "133,190: Kyiv"}},
		{"tracker as subject", "en", []string{"Oryx had 1,012 destroyed Russian tanks on its list."}, []string{"1,012: Oryx"}},
		{"colon after a known source", "en", []string{"# Hospital officials: 30 dead in shelling"}, []string{"30: Hospital officials"}},
		{"list items keep the source of their lead", "es", []string{"Para toda la guerra, el Estado Mayor da por destruido este material ruso:", "- Tanques: 3.245", "- Medios de defensa antiaérea: 227"},
			[]string{"3.245: Estado Mayor", "227: Estado Mayor"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voices(inWar(t, c.lang, c.lines...)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestRelaysAndReach(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"told a medium", "en", []string{"The mayor told Reuters that nine soldiers were killed."}, []string{"nine: mayor / Reuters"}},
		{"citing", "en", []string{"Reuters, citing the Defence Ministry, said nine soldiers were killed."}, []string{"nine: Defence Ministry / Reuters"}},
		{"two layers in one sentence", "en", []string{"Al-Shabaab said it had killed 60 soldiers, according to the mission's monitors."}, []string{"60: Al-Shabaab / mission's monitors"}},
		{"cited by", "es", []string{"Según el Ministerio de Sanidad, citado por Efe, murieron 40 civiles."}, []string{"40: Ministerio de Sanidad / Efe"}},
		{"another clause, another speaker", "en", []string{"The Huthis say they fight for Gaza, where 23,300 civilians have been killed, according to the health ministry."},
			[]string{"23,300: health ministry"}},
		{"a witness holds for the paragraph only", "en", []string{"The army said 14 rebels were killed.", "\"They came at night,\" said Mirko Dannel, a driver. He hid in a barn.", "A further 30 rebels were wounded."},
			[]string{"14: The army", "30: The army"}},
		{"headline from the body", "en", []string{"# Fourteen rebels killed in raid", "The raid lasted an hour.", "The army said 14 rebels were killed."}, []string{"Fourteen: The army"}},
		{"history is the article's own", "en", []string{"The army said 14 rebels were killed.", "In March 2015 rebels shot dead 31 soldiers there."}, []string{"14: The army", "31: "}},
		{"a caption has no running source", "en", []string{"The army said 14 rebels were killed.", "~ A street where eleven civilians were killed."}, []string{"14: The army", "eleven: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voices(inWar(t, c.lang, c.lines...)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestReach(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"who is heard in passing has no say in the next paragraph", "en", []string{
			"The Defence Ministry said 14 soldiers were killed.", "Nine rebels were killed too, the mayor said.", "On Sunday 30 soldiers were wounded there."},
			[]string{"14: Defence Ministry", "Nine: mayor", "30: "}},
		{"the leading voice holds on", "es", []string{
			"El Estado Mayor dijo que murieron 14 soldados.", "El frente no se movió.", "El domingo otros 30 soldados resultaron heridos."},
			[]string{"14: Estado Mayor", "30: Estado Mayor"}},
		{"equipment goes on with whoever counted it", "en", []string{
			"The mayor said nine civilians were killed.", "The army claimed 40 destroyed tanks.", "It was a hard week: 12 howitzers destroyed and 30 trucks."},
			[]string{"nine: mayor", "40: The army", "12: The army", "30: The army"}},
		{"a list goes on with who leads in to it", "es", []string{"El presidente Pablo Neira dijo que murieron 54 soldados.", "Después, el portavoz Iván Sorin desgranó la jornada.",
			"Las pérdidas que el general atribuye a Kiev eran estas:", "- Aviones: 442", "- Tanques: 90"}, []string{"54: presidente Pablo Neira", "442: portavoz Iván Sorin", "90: portavoz Iván Sorin"}},
		{"a headline has the source of its figure in the text", "en", []string{
			"# Thirty rebels killed in Lanko", "The mayor said a school was closed and nine civilians were wounded.", "The army said thirty rebels were killed."},
			[]string{"Thirty: The army", "nine: mayor"}},
		{"a table has its source above it", "en", []string{
			"| Tanks destroyed | 40", "The ministry said 12 soldiers were killed."}, []string{"40: ", "12: ministry"}},
		{"a witness's words do not reach back", "en", []string{
			"Nine soldiers died at the ford.", "\"It was a small fight,\" said Anton Gruber, a baker."}, []string{"Nine: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voices(inWar(t, c.lang, c.lines...)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestSubjects(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       []string
	}{
		{"who is told is no speaker", "en", []string{"The coast guard (CGS) told the Council that nine soldiers had been killed."}, []string{"nine: coast guard"}},
		{"who is told, after a relative clause", "en", []string{"President Ana Roca, whose 900 guards stayed home, told a closed session on Monday that nine soldiers had been killed."},
			[]string{"nine: President Ana Roca"}},
		{"a few officials speak though they are counted", "en", []string{"Two senior officials, speaking to Reuters in private, said 40 soldiers had been killed."}, []string{"40: Two senior officials"}},
		{"a chain that asks is no speaker", "en", []string{"Residents reached by the chain Radio Lindero spoke of 40 dead soldiers."}, []string{"40: Residents"}},
		{"a note with an adjective", "en", []string{"A Nordic intelligence note seen by this newspaper estimates that 300 soldiers were killed."}, []string{"300: Nordic intelligence note"}},
		{"a semicolon parts two sources", "en", []string{"State media reported 17 soldiers killed; the mayor spoke of 40 dead soldiers."}, []string{"17: State media", "40: mayor"}},
		{"its is not for whom it counts", "en", []string{"Oryx said Russia lost 40 tanks. For the Ukrainian side its count is 12 tanks destroyed."}, []string{"40: Oryx", "12: Oryx"}},
		{"no verb of saying", "en", []string{"The governor, Marta Olsen, raised on Monday to 40 the civilians dead."}, []string{"40: Marta Olsen"}},
		{"no verb of saying, a body", "es", []string{"El Ministerio de Sanidad tuvo noticia de 40 civiles muertos."}, []string{"40: Ministerio de Sanidad"}},
		{"who killed states nothing", "en", []string{"General Pavel Orlan killed 14 soldiers at the ford."}, []string{"14: "}},
		{"the verb goes on with the one before it", "es", []string{"Un funcionario del puerto desmintió ese número; admitió, eso sí, que murieron 17 soldados."}, []string{"17: funcionario del puerto"}},
		{"the verb goes on with the opening", "es", []string{"El general Iván Sorin dijo que murieron nueve soldados. Azerbaiyán calla sobre sus tropas; sí denuncia que murieron 63 civiles."},
			[]string{"nueve: general Iván Sorin", "63: Azerbaiyán"}},
		{"a town before the office is no part of the name", "es", []string{"Murieron nueve soldados, denunció ayer en Lindero el portavoz de Unicef, Pablo Neira."}, []string{"nueve: Pablo Neira"}},
		{"who flew speaks, not what is remembered", "en", []string{"Brian Holt, who flew transports, remembers the Merry Lass. He said nine soldiers were killed."}, []string{"nine: Brian Holt"}},
		{"an office after the name", "es", []string{"Mijail Petrenko, asesor de Zelenski, habló en junio de 40 soldados muertos."}, []string{"40: Mijail Petrenko"}},
		{"a name after a long office", "es", []string{"Lo confirmó ayer el presidente del estado de Lindal, Ali Gudal. Son 48 los muertos."}, []string{"48: Ali Gudal"}},
		{"a Dutch name", "es", []string{"Murieron nueve soldados, dijo la número dos de la misión, Vera van de Linde."}, []string{"nueve: Vera van de Linde"}},
		{"whose committee", "en", []string{"The mothers' committee in Lindo, which went through the mortuary tray by tray, arrived at 189 dead soldiers."}, []string{"189: mothers' committee"}},
		{"a place owns its ministry", "en", []string{"Iran's health ministry said nine soldiers died.", "Gaza's health ministry said 65 people were killed."},
			[]string{"nine: Iran's health ministry", "65: Gaza's health ministry"}},
		{"a body whose name ends in people", "en", []string{"Human Rights Activists in Lindo has a higher count: 406 dead, it told Reuters."}, []string{"406: Human Rights Activists in Lindo / Reuters"}},
		{"an operation in quotation marks", "es", []string{"El portavoz Yahya Sadiq habló el lunes. En la operación “Alba de la Victoria”, dijo, murieron 40 soldados enemigos."}, []string{"40: portavoz Yahya Sadiq"}},
		{"an organisation is none of the army's", "es", []string{"Según Unicef murieron nueve niños. El Mando Conjunto respondió con una nota. La organización añade que 30 niños resultaron heridos."},
			[]string{"nueve: Unicef", "30: Unicef"}},
		{"a later sentence closes the quotation", "es", []string{"La junta calló. “Hemos contado 40 cadáveres. Otros nueve soldados murieron en el río”, sostuvo el portavoz Lin Kyar."},
			[]string{"40: portavoz Lin Kyar", "nueve: portavoz Lin Kyar"}},
		{"the words of a witness end with the quotation", "en", []string{"\"It was a small fight,\" said Anton Gruber, a baker. Nine soldiers died at the ford."}, []string{"Nine: "}},
		{"a name and what it is", "en", []string{"Oryx, a project that admits only what it can see, had 58 wrecked Russian tanks on its list."}, []string{"58: Oryx"}},
		{"a name in capitals and what it is", "es", []string{"HRANA, una organización con sede en Lindal, lleva contabilizados 974 muertos."}, []string{"974: HRANA"}},
		{"her view after her words", "en", []string{"\"Neither is likely,\" said Anton Gruber, a historian. In his view 150 soldiers died at the ford."}, []string{"150: Anton Gruber"}},
		{"two quoted sentences of a witness", "en", []string{"\"It was a small fight,\" said Anton Gruber, 63, a baker. \"Not for us.\" Nine soldiers died at the ford."}, []string{"Nine: "}},
		{"inverted after a helper", "en", []string{"The attack has made 34 dead, has indicated the ministry of the Defence on Friday."}, []string{"34: ministry of the Defence"}},
		{"on what it was assured", "en", []string{"The aviation has shot down 29 drones, as assured in Telegram the General Staff."}, []string{"29: General Staff"}},
		{"a capital counts the other's dead", "es", []string{"Londres, más prudente, daba a finales de mayo 15.000 muertes rusas."}, []string{"15.000: Londres"}},
		{"cited by whom", "es", []string{"Murieron 50 civiles, de acuerdo a trabajadores de ayuda citados por Reuters."}, []string{"50: trabajadores de ayuda / Reuters"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voices(inWar(t, c.lang, c.lines...)); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestShipsDoNotSpeak: on a page where nobody speaks, the first institution of a party is taken for the house; a ship is none.
func TestShipsDoNotSpeak(t *testing.T) {
	for _, c := range inWar(t, "en", "HMS Coventry sank on 25 May, and 19 British sailors were killed.") {
		if len(c.Attribution) > 0 {
			t.Errorf("%s: %s speaks", c.Quantity.Text, c.Attribution[0].Name)
		}
	}
}
