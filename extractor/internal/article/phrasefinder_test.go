package article

import (
	"strings"
	"testing"
)

func TestPhraseFinder(t *testing.T) {
	f := newPhraseFinder([]string{"by the mill", "saved as", "in the mill at"})
	for s, want := range map[string]string{
		"": "", "saved as": "saved as", "ssaved as, by the mill": "by the mill|saved as", "saved a": "", "in the mill": "",
		"xin the mill atx saved": "in the mill at",
	} {
		var got []string
		for i, in := range f.in(s) {
			if in {
				got = append(got, f.phrases[i])
			}
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%q: %q, want %q", s, joined, want)
		}
	}
}

func FuzzPhraseFinder(f *testing.F) {
	f.Add("a page <!-- Saved from url=(0014)about:internet --> saved with SingleFile", uint8(3))
	f.Fuzz(func(t *testing.T, s string, at uint8) {
		if len(savedMarks) > 0 && len(s) > 0 { // one of the phrases somewhere
			cut := int(at) % len(s)
			s = s[:cut] + savedMarks[int(at)%len(savedMarks)].gate + s[cut:]
		}
		for i, in := range savedGates.in(s) {
			if want := strings.Contains(s, savedMarks[i].gate); in != want {
				t.Errorf("%q in %q: %t", savedMarks[i].gate, s, in)
			}
		}
	})
}
