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
		may := func(key string, values ...string) bool {
			v := r.Set[key]
			return strings.Contains(v, "{") || slices.Contains(values, v)
		}
		switch r.Kind {
		case KindExclusion:
			return may("type", "scene", "score")
		case KindTime:
			return r.Set["war"] != ""
		case KindParty:
			return may("form", "group")
		}
		return false
	})
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
