package claim

import (
	"fmt"
	"slices"

	"lossclaims/extractor/report"
)

func figureKey(q report.Quantity) string {
	p := func(v *int64) string {
		if v == nil {
			return "-"
		}
		return fmt.Sprint(*v)
	}
	return q.Mod + p(q.Value) + "/" + p(q.Low) + "/" + p(q.High)
}

func sameFigure(a, b report.Quantity) bool {
	eq := func(x, y *int64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return eq(a.Value, b.Value) && (a.Value != nil || eq(a.Low, b.Low) && eq(a.High, b.High))
}

// merge joins drafts that are the same claim: loser, category, quantity, period type and stated date agree, and the
// effects do not contradict each other.
func (d *doc) merge(drafts []*draft) []*draft {
	var out []*draft
next:
	for _, f := range drafts {
		for _, o := range out {
			if sameClaim(o, f) {
				o.absorb(f)
				continue next
			}
		}
		out = append(out, f)
	}
	return out
}

func sameClaim(a, b *draft) bool {
	x, y := &a.claim, &b.claim
	if !sameFigure(x.Quantity, y.Quantity) || !agreeLoser(x, y) || !agreeCategory(x.Category, y.Category) || !agreeEffect(x.Effect, y.Effect) {
		return false
	}
	if a.counts[0].bracket != b.counts[0].bracket || a.counts[0].s == b.counts[0].s {
		return false
	}
	if *x.Quantity.ValueOrLow() < 3 && x.Evidence[0].Part == y.Evidence[0].Part && a.counts[0].s.Para != b.counts[0].s.Para {
		return false
	}
	return agreeTime(x, y) && !elsewhere(x, y)
}

// elsewhere: two small figures of the text, each told with a place of its own: "near Raqqa a vehicle … near Mosul a vehicle".
func elsewhere(x, y *report.Claim) bool {
	const small = 10
	return x.Place != nil && y.Place != nil && *x.Place != *y.Place && *x.Quantity.ValueOrLow() < small &&
		x.Evidence[0].Part == "body" && y.Evidence[0].Part == "body" && x.Period.Type == "event" && y.Period.Type == "event"
}

func agreeLoser(x, y *report.Claim) bool {
	return x.Loser.Code == y.Loser.Code || x.Loser.Code == "unknown" || y.Loser.Code == "unknown" ||
		x.Evidence[0].Part == "headline" && *x.Quantity.ValueOrLow() >= 10
}

func agreeCategory(a, b string) bool {
	return a == b || isPeople(a) && isPeople(b)
}

func agreeEffect(a, b string) bool {
	if a == b || a == "unspecified" || b == "unspecified" {
		return true
	}
	wide := func(w, n string) bool { return w == "killed_or_wounded" && (n == "killed" || n == "wounded") }
	return wide(a, b) || wide(b, a)
}

func agreeTime(x, y *report.Claim) bool {
	if x.AsOf != nil && y.AsOf != nil && x.AsOfBasis != nil && y.AsOfBasis != nil && *x.AsOfBasis == "stated" && *y.AsOfBasis == "stated" && *x.AsOf != *y.AsOf {
		return false
	}
	if x.Period.Type == y.Period.Type {
		return true
	}
	weak := func(c *report.Claim) bool { return c.Period.Text == "" || c.Evidence[0].Part == "headline" }
	return weak(x) || weak(y)
}

// absorb takes what the other draft says better: the narrower effect, the fuller source, the stated date.
func (f *draft) absorb(o *draft) {
	x, y := &f.claim, &o.claim
	if effectRank(y.Effect) > effectRank(x.Effect) {
		x.Effect, x.Rule = y.Effect, y.Rule
	}
	if x.Loser.Code == "unknown" || x.Evidence[0].Part == "headline" && y.Loser.Code != "unknown" && !f.counts[0].tellsLoser() {
		x.Loser = y.Loser
	}
	if len(y.Attribution) > 0 && (len(x.Attribution) == 0 || x.Evidence[0].Part == "headline" && o.counts[0].ownSpeech() || !f.counts[0].ownSpeech() && o.counts[0].ownSpeech()) {
		x.Attribution = y.Attribution
	}
	if x.Period.Text == "" && y.Period.Text != "" || x.Evidence[0].Part == "headline" && y.Period.Type != "" {
		x.Period = y.Period
	}
	if y.AsOfBasis != nil && (x.AsOfBasis == nil || basisRank(*y.AsOfBasis) > basisRank(*x.AsOfBasis)) {
		x.AsOf, x.AsOfBasis = y.AsOf, y.AsOfBasis
	}
	if x.Verification.Status == "none" {
		x.Verification = y.Verification
	}
	if vague := f.counts[0].guessed; isPeople(x.Category) && (vague || x.Category == "people" && !f.counts[0].saysPeople()) && !o.counts[0].guessed {
		x.Category = y.Category
		f.counts[0].guessed = false
	}
	if x.Place == nil {
		x.Place = y.Place
	}
	if x.InflictedBy == nil {
		x.InflictedBy = y.InflictedBy
	}
	x.Evidence = append(x.Evidence, y.Evidence...)
	f.counts = append(f.counts, o.counts...)
}

// tellsLoser: the count's own words say whose loss it is: they name the party or call the dead fighters of no state.
func (c *count) tellsLoser() bool {
	return len(c.parties) > 0 || c.irregular() && isGroup(c.loser)
}

func (c *count) ownSpeech() bool { return c.spk != nil && slices.Contains(c.s.spks, c.spk) }

func effectRank(e string) int {
	switch e {
	case "unspecified":
		return 0
	case "killed_or_wounded":
		return 1
	}
	return 2
}

func basisRank(b string) int { return map[string]int{"published": 0, "inferred": 1, "stated": 2}[b] }

// linkParts points a part at the sum before it: "30 killed, including 12 children".
func linkParts(drafts []*draft) {
	for i, f := range drafts {
		c := f.counts[0]
		if !c.part {
			continue
		}
		for k := i - 1; k >= 0 && i-k <= 4; k-- {
			o := drafts[k]
			if o.counts[0].part || o.counts[0].s.Para != c.s.Para || !bigger(o.claim.Quantity, f.claim.Quantity) || isPeople(o.claim.Category) != isPeople(f.claim.Category) {
				continue
			}
			id := o.claim.ID
			f.claim.PartOf = &id
			break
		}
	}
}

func bigger(a, b report.Quantity) bool {
	x, y := a.ValueOrLow(), b.ValueOrLow()
	return x != nil && y != nil && *x > *y
}
