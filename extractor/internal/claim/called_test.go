package claim

import "testing"

// TestCalledSo: the regime, the occupiers and the junta are states that only the rest of the article tells.
func TestCalledSo(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		lines      []string
		want       string
	}{
		{"regime", "en", []string{"Turkish drones hit the Syrian army near Idlib.", "The ministry said 31 regime elements were neutralised and nine tanks of the regime were destroyed."}, "SYR"},
		{"régimen", "es", []string{"Drones turcos atacaron al ejército sirio cerca de Idlib.", "El ministerio dijo que 31 soldados del régimen fueron abatidos."}, "SYR"},
		{"junta", "en", []string{"Rebels in Myanmar attacked the town of Loikaw.", "They said 14 junta troops were killed."}, "MMR"},
		{"occupiers in Ukraine", "en", []string{"Russian troops attacked near Bakhmut.", "A platoon commander told us that his men killed 15 occupiers."}, "RUS"},
		{"occupation in Gaza", "en", []string{"Israeli tanks moved into Rafah.", "Fighters killed three soldiers of the occupation."}, "ISR"},
	} {
		t.Run(c.name, func(t *testing.T) {
			claims := joined(t, c.lang, c.lines...)
			if len(claims) == 0 {
				t.Fatal("no claims")
			}
			for _, f := range claims {
				if f.Loser.Code != c.want {
					t.Errorf("%s: loser %s, want %s", f.Quantity.Text, f.Loser.Code, c.want)
				}
			}
		})
	}
}
