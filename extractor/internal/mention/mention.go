// Package mention finds the typed parts of a sentence: a sentence and a pattern set go in; quantities, targets,
// losses, parties, sources, times, caveats and exclusions come out, in order, with overlaps resolved.
package mention

import (
	"time"

	"lossclaims/patterns"
)

// Kinds of mentions, as the pattern files name them.
const (
	KindQuantity  = "quantity"
	KindTarget    = "target"
	KindLoss      = "loss"
	KindParty     = "party"
	KindPlace     = "place"
	KindSource    = "source"
	KindTime      = "time"
	KindCaveat    = "caveat"
	KindExclusion = "exclusion"
)

// Mention is a stretch of a sentence with what it was read as.
type Mention struct {
	Kind       string
	Rule       string            // id of the rule that found it
	Start, End int               // rune offsets in the sentence, End exclusive
	Attrs      map[string]string // as the rule sets them; of a quantity also value, low, high and mod
	Quantity   *Quantity         // of a quantity, nil for other kinds
}

// Mentions finds the parts of one sentence, given as printed and folded. limit bounds every pattern. The mentions are
// sorted by Start, then longer first. A pattern that gave up is named in the timeouts.
//
// Overlaps are resolved so:
//   - of one kind the longest stays (of exclusions, of one type);
//   - a refused number (an exclusion whose rule begins with number-) or a time ends the quantities that it covers;
//   - a target ends the quantities inside it: the 72 of a T-72;
//   - a source or party ends the targets strictly inside it, unless they are counted: the name of a border guard is
//     nobody's loss, "17 junta soldiers" are;
//   - other kinds may overlap: what a word is depends on what the join makes of it.
//
// Then weapon names and the nouns beside them become one target ("Grad launchers", "obuses Caesar"), counting words
// ("pieces of") join the noun they count, and articles count only before a target or a loss.
func Mentions(l *patterns.Language, text, folded []rune, limit time.Duration) ([]Mention, []patterns.Timeout) {
	if folded == nil {
		folded = patterns.Fold(text)
	}
	found, timeouts := l.Find(text, folded, limit)
	all := make([]Mention, 0, len(found))
	for _, m := range found {
		if mention, ok := read(l, m, text, folded); ok {
			all = append(all, mention)
		}
	}
	all = resolve(joinUnits(l, all, folded))
	all = compound(l, all, folded)
	return settle(all, folded), timeouts
}

// read turns a match into a mention; false for a quantity that is no number after all.
func read(l *patterns.Language, m patterns.Match, text, folded []rune) (Mention, bool) {
	out := Mention{Kind: m.Kind, Rule: m.Rule.ID, Start: m.Start, End: m.End, Attrs: m.Attrs}
	if m.Kind != KindQuantity {
		return out, true
	}
	q, ok := evaluate(l, m, text, folded)
	if !ok {
		return out, false
	}
	out.Start, out.End, out.Quantity = q.start, q.end, &q
	out.Attrs = q.attrs()
	return out, true
}
