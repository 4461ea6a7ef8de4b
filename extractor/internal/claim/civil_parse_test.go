package claim

import "testing"

func TestParseCivil(t *testing.T) {
	for s, want := range map[string]civil{
		"": {}, "2022": {2022, 0, 0}, "2022-02": {2022, 2, 0}, "2022-02-24": {2022, 2, 24}, "2022-": {2022, 0, 0}, "2022-02-24T10:00": {2022, 2, 24}, "soon": {},
	} {
		if got := parseCivil(s); got != want {
			t.Errorf("parseCivil(%q) = %v, want %v", s, got, want)
		}
	}
}
