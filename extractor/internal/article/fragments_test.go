package article

import (
	"regexp"
	"slices"
	"testing"
)

func TestFragments(t *testing.T) {
	f := newFragments("more- related most-read")
	for s, want := range map[string]bool{
		"": false, "m": false, "more": false, "more-": true, "read-MORE-here": true, "Unrelated": true, "mostread": false, "x most-Read": true,
	} {
		if got := f.in(s); got != want {
			t.Errorf("in(%q) = %t", s, got)
		}
	}
}

// What stands before a slower test must let through all that the test accepts.
func TestFragmentsGate(t *testing.T) {
	for w := range captionNames {
		if !captionParts.in(w) {
			t.Errorf("captionParts lacks %s", w)
		}
	}
	for w := range pictureNames {
		if !captionParts.in(w) {
			t.Errorf("captionParts lacks %s", w)
		}
	}
	for w := range bylineNames {
		if !bylineParts.in(w) {
			t.Errorf("bylineParts lacks %s", w)
		}
	}
	for _, style := range []string{"display : NONE", "color:red;visibility:Hidden"} {
		if hiddenRE.MatchString(style) != hidingStyles.in(style) {
			t.Errorf("hidingStyles and %q", style)
		}
	}
}

func TestSplitName(t *testing.T) {
	for token, want := range map[string][]string{
		"RelatedLinks__item": {"related", "links", "item"}, "ABCs": {"abcs"}, "aB2cD-": {"a", "b", "c", "d"}, "--": {}, "año-Nuevo": {"año", "nuevo"},
	} {
		if got := splitName(token); !slices.Equal(got, want) {
			t.Errorf("splitName(%q) = %q", token, got)
		}
	}
}

func FuzzSplitName(f *testing.F) {
	f.Add("RelatedLinks__item")
	f.Add("ABc9d")
	f.Fuzz(func(t *testing.T, token string) {
		if regexp.MustCompile(`[^\x00-\x7f]`).MatchString(token) {
			return
		}
		if got, want := splitName(token), splitForeignName(token); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", token, got, want)
		}
	})
}
