package golden

import (
	"fmt"
	"slices"
	"strings"

	"lossclaims/extractor/report"
)

// Known is where a golden report is known not to be right: it is what the extractor says today, read by a person. An
// entry that holds no longer is a failure, so that the list stays true.
type Known struct {
	Missing []Missing
	Wrong   []Wrong
}

// Missing is a claim that the article makes and the report lacks.
type Missing struct {
	Loser    OneOf  `json:"loser"`
	Category OneOf  `json:"category"`
	Effect   OneOf  `json:"effect"`
	Quantity Figure `json:"quantity"`
	Quote    string `json:"quote"` // words around the figure, as the clean text has them
	Why      string `json:"why"`   // the cause of the miss, in a few words
}

// Figure is the quantity of a missing claim; which numbers are set follows from Mod as in a report.
type Figure struct {
	Value *int64 `json:"value,omitempty"`
	Low   *int64 `json:"low,omitempty"`
	High  *int64 `json:"high,omitempty"`
	Mod   OneOf  `json:"mod"`
}

// Wrong is one field of a claim that the report has wrong, or the whole claim where the article makes no such one.
type Wrong struct {
	Figure string `json:"figure"`         // of the claim, "40-50" for a range
	Quote  string `json:"quote"`          // the claim's evidence, with words around it where that is needed to tell it from others
	Field  string `json:"field"`          // loser, category, effect, mod, period, as_of, origin, verification or claim
	Want   OneOf  `json:"want,omitempty"` // what would be right; left out where the claim should not be there
	Why    string `json:"why"`            // the cause of the mistake, in a few words
}

// key is the figure as golden claims give it.
func (f Figure) key() string {
	q := report.Quantity{Value: f.Value, Low: f.Low, High: f.High}
	if f.Mod.has("between") {
		q.Mod = "between"
	}
	return figure(q)
}

// people are the categories of one kind of thing: which of them it is makes no other claim.
var people = []string{"personnel", "civilians", "people"}

// ofKind reports whether a category is the kind of thing wanted.
func ofKind(want OneOf, category string) bool {
	return want.has(category) || slices.Contains(people, category) && slices.ContainsFunc(people, want.has)
}

// is reports whether a claim is the missing one: the same figure, kind of thing, loser and effect in the same place.
func (m *Missing) is(c *report.Claim) bool {
	return ofKind(m.Category, c.Category) && m.Quantity.key() == figure(c.Quantity) && m.Loser.has(c.Loser.Code) && m.Effect.has(c.Effect) && overlap(m.Quote, c) > 0
}

// found pairs the missing claims with those of a list that they are, one to one.
func (k *Known) found(claims []*report.Claim) map[*Missing]*report.Claim {
	pairs := map[*Missing]*report.Claim{}
	taken := map[*report.Claim]bool{}
	for i := range k.Missing {
		m := &k.Missing[i]
		for _, c := range claims {
			if !taken[c] && m.is(c) {
				pairs[m], taken[c] = c, true
				break
			}
		}
	}
	return pairs
}

// claim is the claim of a report that the entry speaks of: of those with the figure, the one whose evidence the quote
// fits best; nil when there is none.
func (w *Wrong) claim(r *report.Report) *report.Claim {
	var best *report.Claim
	fit := 0.0
	for i := range r.Claims {
		if c := &r.Claims[i]; figure(c.Quantity) == w.Figure && overlap(w.Quote, c) > fit {
			best, fit = c, overlap(w.Quote, c)
		}
	}
	return best
}

// right reports whether a claim has in the entry's field what is wanted there.
func (w *Wrong) right(c *report.Claim) bool {
	i := slices.IndexFunc(fields, func(f field) bool { return f.name == w.Field })
	return i >= 0 && w.Want.has(fields[i].of(c))
}

// wrongOf lists by claim and field what is wrong with the claims of a report.
func (k *Known) wrongOf(r *report.Report) map[*report.Claim]map[string]*Wrong {
	list := map[*report.Claim]map[string]*Wrong{}
	for i := range k.Wrong {
		w := &k.Wrong[i]
		c := w.claim(r)
		if list[c] == nil {
			list[c] = map[string]*Wrong{}
		}
		list[c][w.Field] = w
	}
	return list
}

// holding is the part of the known misses that still holds of a report, and a note on each of the others.
func (k *Known) holding(r *report.Report) (Known, []string) {
	var kept Known
	var notes []string
	note := func(what, figure, thing, quote string) {
		notes = append(notes, fmt.Sprintf("%s: %s %s “%s”; remove the entry or run --update", what, figure, thing, quote))
	}
	found := k.found(pointers(r))
	for i := range k.Missing {
		if m := &k.Missing[i]; found[m] != nil {
			note("now found", m.Quantity.key(), strings.Join(m.Category, " or "), m.Quote)
		} else {
			kept.Missing = append(kept.Missing, *m)
		}
	}
	for i := range k.Wrong {
		w := &k.Wrong[i]
		switch c := w.claim(r); {
		case c == nil:
			note("no such claim any more", w.Figure, w.Field, w.Quote)
		case w.right(c):
			note("now right", w.Figure, w.Field, w.Quote)
		default:
			kept.Wrong = append(kept.Wrong, *w)
		}
	}
	return kept, notes
}

// overlap is how well a quote fits the evidence of a claim: the share of the two that they have in common in the best
// place, 0 when they do not meet.
func overlap(quote string, c *report.Claim) float64 {
	best := 0.0
	for _, e := range c.Evidence {
		text, start, end := e.Prefix+e.Exact+e.Suffix, len(e.Prefix), len(e.Prefix)+len(e.Exact)
		for from := 0; ; from++ {
			i := strings.Index(text[from:], quote)
			if i < 0 {
				break
			}
			from += i
			common := min(end, from+len(quote)) - max(start, from)
			best = max(best, float64(common)/float64(len(quote)+len(e.Exact)-common))
		}
	}
	return best
}
