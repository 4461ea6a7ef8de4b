package seen

import (
	"crypto/sha256"
	"fmt"
	"testing"
)

func TestStore(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sum := func(v string) [sha256.Size]byte { return sha256.Sum256([]byte(v)) }
	steps := []struct {
		input, bytes, hints string
		want                *First
	}{
		{"a", "x", "", nil},
		{"b", "y", "", nil},
		{"c", "x", "", &First{"a", true}},
		{"d", "x", "dated", &First{"a", false}},
		{"e", "x", "dated", &First{"a", true}},
		{"f", "y", "", &First{"b", true}},
	}
	for _, step := range steps {
		got, err := s.Add(sum(step.bytes), sum(step.bytes+step.hints), step.input)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(step.want) {
			t.Errorf("%s: %v, %v, want %v", step.input, got, err, step.want)
		}
	}
	if place, err := s.Place(sum("x"), sum("xdated")); place != pending || err != nil {
		t.Errorf("unfinished: %d, %v", place, err)
	}
	if err := s.Finish(sum("x"), sum("xdated"), 42); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]int64{"xdated": 42, "x": pending, "unknown": pending} {
		if place, err := s.Place(sum("x"), sum(key)); place != want || err != nil {
			t.Errorf("%s: %d, %v, want %d", key, place, err, want)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	s, err := New()
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for n := 0; b.Loop(); n++ {
		sum := sha256.Sum256(fmt.Append(nil, n))
		if _, err := s.Add(sum, sum, "folder/with/a/name/of/usual/length.html"); err != nil {
			b.Fatal(err)
		}
		if err := s.Finish(sum, sum, int64(n)); err != nil {
			b.Fatal(err)
		}
	}
}
