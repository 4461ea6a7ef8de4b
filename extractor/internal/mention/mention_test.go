package mention

import (
	"fmt"
	"testing"
	"time"

	"lossclaims/patterns"
)

// load gives the shipped patterns of a language.
func load(t testing.TB, code string) *patterns.Language {
	t.Helper()
	s, err := patterns.Load()
	if err != nil {
		t.Logf("patterns: %v", err)
	}
	l := s.Language(code)
	if l == nil {
		t.Fatalf("no language %s", code)
	}
	return l
}

// show prints the quantities of a text: "more_than 1030".
func show(l *patterns.Language, text string) []string {
	runes := []rune(text)
	all, _ := Mentions(l, runes, nil, time.Minute)
	var out []string
	for _, m := range all {
		if m.Quantity != nil {
			out = append(out, m.Quantity.brief())
		}
	}
	return out
}

// brief is a quantity in a line.
func (q *Quantity) brief() string {
	s := q.Mod
	switch {
	case q.Value != nil:
		s += fmt.Sprint(" ", *q.Value)
	case q.High != nil:
		s += fmt.Sprint(" ", *q.Low, "-", *q.High)
	default:
		s += fmt.Sprint(" ", *q.Low)
	}
	if q.Form == "article" {
		s += " article"
	}
	if q.Sign {
		s += " +"
	}
	if q.Bracket {
		s += " ()"
	}
	if q.Other {
		s += " other"
	}
	return s
}
