package article

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestKnownMetadata measures what the pages of readability's authors say about themselves against what they noted of it.
// Some of their notes are of deliberate oddities, such as a byline of digits, so that none of the shares can be full.
func TestKnownMetadata(t *testing.T) {
	type note struct {
		Title, Byline, SiteName, PublishedTime, ModifiedTime string
	}
	right, all := map[string]int{}, map[string]int{}
	check := func(field, page, want string, fits bool) {
		if want == "" {
			return
		}
		all[field]++
		if fits {
			right[field]++
		} else if testing.Verbose() {
			t.Logf("%s of %s is not %q", field, page, want)
		}
	}
	for name, path := range modulePages(t) {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), "expected-metadata.json"))
		if err != nil {
			continue
		}
		var want note
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(name, err)
		}
		got, _ := FromHTML(page, Hints{})
		if got == nil {
			got = &Article{}
		}
		check("headline", name, want.Title, alike(want.Title, got.Headline))
		check("author", name, want.Byline, alike(want.Byline, got.Author))
		check("site", name, want.SiteName, alike(want.SiteName, firstOf(got.Site, got.Publisher)))
		check("published", name, want.PublishedTime, got.Published != "" && strings.HasPrefix(want.PublishedTime, got.Published))
		check("modified", name, want.ModifiedTime, got.Modified != "" && strings.HasPrefix(want.ModifiedTime, got.Modified))
	}
	for field, least := range map[string]float64{"headline": 0.88, "author": 0.83, "site": 0.98, "published": 0.98, "modified": 0.98} {
		share := float64(right[field]) / float64(max(1, all[field]))
		t.Logf("%s: %d of %d", field, right[field], all[field])
		if all[field] < 10 || share < least {
			t.Errorf("%s: %d of %d right, want a share of %.2f", field, right[field], all[field], least)
		}
	}
}

// alike tells whether one of two names holds the other: the notes keep "By" and the site's name in places.
func alike(want, got string) bool {
	want, got = letters(want), letters(got)
	return got != "" && (strings.Contains(want, got) || strings.Contains(got, want))
}
