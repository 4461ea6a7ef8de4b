package mention

import (
	"slices"
	"strings"
	"time"

	"lossclaims/patterns"
)

// SceneProbe finds in a language what says what an article is about: words of violence, disasters, crime, games and
// business, wars and armed groups.
func SceneProbe(l *patterns.Language) *patterns.Probe {
	return l.Probe(func(r *patterns.Rule) bool {
		switch r.Kind {
		case KindExclusion:
			return may(r, "type", "scene", "score")
		case KindTime:
			return r.Set["war"] != ""
		case KindParty:
			return may(r, "form", "group")
		}
		return false
	})
}

// may tells whether a rule can give an attribute one of these values.
func may(r *patterns.Rule, key string, values ...string) bool {
	v := r.Set[key]
	return strings.Contains(v, "{") || slices.Contains(values, v)
}

// tally is what the attribute `weak` says of verbs that count losses only when a keeper of lists is their subject.
const tally = "tally"

// LossProbes find a language's words of loss, those that merely count apart.
func LossProbes(l *patterns.Language) (losses, tallies *patterns.Probe) {
	of := func(tallies bool) *patterns.Probe {
		return l.Probe(func(r *patterns.Rule) bool { return r.Kind == KindLoss && tallies == (r.Set["weak"] == tally) })
	}
	return of(false), of(true)
}

// TrackerProbe finds those who keep lists of losses.
func TrackerProbe(l *patterns.Language) *patterns.Probe {
	return l.Probe(func(r *patterns.Rule) bool { return r.Kind == KindSource && may(r, "type", "tracker") })
}

// Scenes finds these mentions in a sentence, at a fraction of what all mentions cost. The exclusions are the very ones of
// Mentions, for nothing else overrules them; of wars and groups there may be more, as other names are not at hand that they
// are part of.
func Scenes(p *patterns.Probe, text, folded []rune, limit time.Duration) []Mention {
	found, _ := p.Find(text, folded, limit)
	var all, rest []Mention
	for _, m := range found {
		one := Mention{Kind: m.Kind, Rule: m.Rule.ID, Start: m.Start, End: m.End, Attrs: m.Attrs}
		if m.Kind == KindExclusion {
			all = append(all, one)
		} else {
			rest = append(rest, one)
		}
	}
	if len(all) > 1 {
		all = longestOfKind(all)
	}
	return slices.Concat(all, rest)
}
