package claim

import "testing"

func TestOwner(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Drones destroyed two armed trucks held by Daesh.", "two islamic-state"},
		{"en", "The jets hit three howitzers operated by Armenian forces.", "three ARM"},
		{"en", "The army seized 12 rifles belonging to the Taliban.", "12 taliban"},
		{"en", "The general said his men had burned four tanks and two launchers of the Houthis.", "four houthis, two houthis"},
		{"es", "El ejército se incautó de 12 fusiles pertenecientes al ELN.", "12 eln"},
		{"es", "Destruyeron cinco lanchas usadas por las FARC.", "cinco farc"},
	} {
		if got := losers(t, c.lang, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
