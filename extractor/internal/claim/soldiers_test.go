package claim

import "testing"

func TestIsGroup(t *testing.T) {
	for code, want := range map[string]bool{"taliban": true, "farc": true, "UKR": false, "ARM+AZE": false, "": false, "unknown": false, "own": false} {
		if got := isGroup(code); got != want {
			t.Errorf("%q: %v", code, got)
		}
	}
}
