package mention

import (
	"strings"
	"testing"
	"time"
)

// targets prints the targets of a text: "tanks: T-72 tanks".
func targets(t *testing.T, code, text string) string {
	t.Helper()
	runes := []rune(text)
	all, _ := Mentions(load(t, code), runes, nil, time.Minute)
	var out []string
	for _, m := range all {
		if m.Kind == KindTarget {
			out = append(out, m.Attrs["category"]+": "+string(runes[m.Start:m.End]))
		}
	}
	return strings.Join(out, "; ")
}

// TestTargets joins names with classes, and keeps names of forces from being losses.
func TestTargets(t *testing.T) {
	for _, c := range []struct{ code, text, want string }{
		{"en", "Four T-72 tanks burned.", "tanks: T-72 tanks"},
		{"en", "Four Leopard 2 burned.", "tanks: Leopard 2"},
		{"en", "Three Grad launchers burned.", "mlrs: Grad launchers"},
		{"en", "Three Patriot launchers burned.", "air_defence: Patriot launchers"},
		{"en", "Three HIMARS rockets fell.", "missiles: HIMARS rockets"},
		{"en", "Two Mi-24 military helicopters fell.", "helicopters: Mi-24 military helicopters"},
		{"en", "Two projectiles Himars fell.", "missiles: projectiles Himars"},
		{"en", "Nine Bayraktar TB2 drones fell.", "drones: Bayraktar TB2 drones"},
		{"en", "Two Bradleys and three tanks burned.", "armoured_vehicles: Bradleys; tanks: tanks"},
		{"en", "Two T-72s, three trucks and a Grad burned.", "tanks: T-72s; vehicles: trucks; mlrs: Grad"},
		{"en", "Nine units of special equipment burned.", "special_equipment: units of special equipment"},
		{"en", "Nine pieces of old enemy armour burned.", "armoured_vehicles: pieces of old enemy armour"},
		{"en", "Three of the T-72 crews died.", "tanks: T-72; personnel: crews"},
		{"en", "It hit 14 anti-tank missiles.", "missiles: anti-tank missiles"},
		{"en", "It hit 14 anti-aircraft guns.", "air_defence: anti-aircraft guns"},
		{"en", "Vehicles and fuel tanks: 310", "vehicles: Vehicles and fuel tanks"},
		{"en", "It lost 14 tank crewmen and a police van.", "personnel: tank crewmen; vehicles: police van"},
		{"en", "It lost 14 radar vehicles.", "vehicles: radar vehicles"},
		{"en", "The think tank and a water tank leaked.", ""},
		{"en", "It lost 310 cars of combat.", "tanks: cars of combat"},
		{"en", "It lost 310 effective.", "personnel: effective"},
		{"es", "Ardieron cuatro tanques T-72.", "tanks: tanques T-72"},
		{"es", "Ardieron dos obuses Caesar.", "artillery: obuses Caesar"},
		{"es", "Cayeron dos misiles Neptune.", "missiles: misiles Neptune"},
		{"es", "Ardieron cuatro Leopard 2 y dos camiones.", "tanks: Leopard 2; vehicles: camiones"},
		{"es", "Perdieron seis sistemas antiaéreos S-300.", "air_defence: sistemas antiaéreos S-300"},
		{"es", "Cayeron 29 aparatos no tripulados Harop.", "drones: aparatos no tripulados Harop"},
		{"es", "Murieron dos jóvenes soldados.", "personnel: jóvenes soldados"},
		{"es", "Ardieron dos vehículos MRAP.", "armoured_vehicles: vehículos MRAP"},
		{"es", "Mató a 10 soldados.", "personnel: soldados"},
		{"es", "Hirieron a un militar.", "personnel: militar"},
		{"es", "Una base militar ardió.", ""},
		{"es", "Hubo 14 muertes civiles.", "civilians: civiles"},
		{"es", "Perdió 31 principales tanques de batalla.", "tanks: principales tanques de batalla"},
	} {
		if got := targets(t, c.code, c.text); got != c.want {
			t.Errorf("%s: %q: got %q, want %q", c.code, c.text, got, c.want)
		}
	}
}

// TestRefusedNumbers keeps a refused number with its unit as one exclusion.
func TestRefusedNumbers(t *testing.T) {
	for _, c := range []struct{ code, text, words, kind string }{
		{"en", "It lies 12 to 14 km away.", "12 to 14 km", "distance"},
		{"en", "It paid 300 million dollars.", "300 million dollars", "money"},
		{"en", "The boy, 14, lived.", "14", "age"},
		{"en", "It lost 12% of them.", "12%", "percent"},
		{"es", "Queda a 12 kilómetros.", "12 kilómetros", "distance"},
		{"es", "Pagó 40 mil millones de dólares.", "40 mil millones de dólares", "money"},
	} {
		runes := []rune(c.text)
		all, _ := Mentions(load(t, c.code), runes, nil, time.Minute)
		found := false
		for _, m := range all {
			found = found || m.Kind == KindExclusion && m.Attrs["type"] == c.kind && string(runes[m.Start:m.End]) == c.words
			if m.Quantity != nil {
				t.Errorf("%q: quantity %q", c.text, m.Quantity.Text)
			}
		}
		if !found {
			t.Errorf("%q: no %s %q in %+v", c.text, c.kind, c.words, all)
		}
	}
}
