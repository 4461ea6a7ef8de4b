package mention

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"lossclaims/patterns"
)

// classReach is how many words may stand between a weapon's name and the noun of its class: "T-90M main tanks".
const classReach = 2

// compound joins targets that are one noun: a weapon's name with its class ("Grad launchers", "obuses Caesar"), and a
// counting word with what it counts ("pieces of armour").
func compound(l *patterns.Language, all []Mention, folded []rune) []Mention {
	j := newJoiner(l, folded)
	var out []Mention
	last := -1 // index in out of the last target
	for _, m := range all {
		if m.Kind != KindTarget {
			out = append(out, m)
			continue
		}
		if last >= 0 {
			if joined, ok := j.join(out[last], m); ok && !interrupted(all, out[last].End, m.Start) {
				out[last] = joined
				continue
			}
		}
		last = len(out)
		out = append(out, m)
	}
	return out
}

// interrupted tells whether a quantity or a loss stands in a stretch, which then is no noun.
func interrupted(all []Mention, from, to int) bool {
	for _, m := range all {
		if m.Start >= from && m.End <= to && (m.Kind == KindQuantity || m.Kind == KindLoss) {
			return true
		}
	}
	return false
}

// joiner joins targets in one sentence.
type joiner struct {
	folded    []rune
	headFirst bool             // tanques Leopard, not Leopard tanks
	stops     []patterns.Table // words that end a noun: and, including, of, by
}

func newJoiner(l *patterns.Language, folded []rune) *joiner {
	j := &joiner{folded: folded, headFirst: slices.Contains(l.Config.WordOrder, "head-first")}
	for _, name := range []string{"coordinator", "clause_opener", "part_marker", "agent_marker", "of_word"} {
		j.stops = append(j.stops, l.Table(name))
	}
	return j
}

// join makes one target of two neighbours, if they are one noun.
func (j *joiner) join(a, b Mention) (Mention, bool) {
	if b.Start < a.End || b.Attrs["unit"] != "" {
		return a, false
	}
	gap := string(j.folded[a.End:b.Start])
	if a.Attrs["unit"] != "" {
		return span(a, b, b), j.adjectives(gap, classReach)
	}
	if !isModel(a) && !isModel(b) {
		return j.nouns(a, b), gap == " "
	}
	class, reach := a, classReach-1
	if isModel(a) {
		class, reach = b, classReach
	}
	if isPeople(class) || !j.adjectives(gap, reach) {
		return a, false
	}
	switch {
	case isModel(a) && isModel(b):
		return span(a, b, a), gap == " " // "Bayraktar TB2"
	case class.Attrs["category"] != "equipment":
		return span(a, b, class), true
	case isModel(a):
		return span(a, b, a), true // "Patriot launchers": the name says more
	}
	return span(a, b, b), true
}

// nouns joins two nouns side by side: "tank crewmen", "vehículos MRAP". The head says what they are, unless it only
// says vehicles or equipment and the other says which.
func (j *joiner) nouns(a, b Mention) Mention {
	head, other := b, a
	if j.headFirst {
		head, other = a, b
	}
	broad := head.Attrs["category"] == "vehicles" && other.Attrs["category"] != "equipment" || head.Attrs["category"] == "equipment"
	if head.Attrs["generic"] != "" && other.Attrs["generic"] == "" {
		return span(a, b, other) // "jóvenes soldados"
	}
	out := span(a, b, head)
	if broad && !isPeople(other) {
		out.Attrs["category"] = other.Attrs["category"]
	}
	return out
}

// isModel tells a weapon's name from the noun of a class.
func isModel(m Mention) bool { return m.Attrs["model"] != "" }

// isPeople tells people, who are no class of weapon: "T-72 crews", "Leopard drivers".
func isPeople(m Mention) bool {
	switch m.Attrs["category"] {
	case "personnel", "civilians", "people":
		return true
	}
	return false
}

// span joins two mentions; head gives the attributes.
func span(a, b, head Mention) Mention {
	out := head
	out.Start, out.End = a.Start, b.End
	out.Attrs = maps.Clone(head.Attrs)
	if n := b.Attrs["number"]; out.Attrs["number"] == "any" && n != "" {
		out.Attrs["number"] = n
	}
	if n := a.Attrs["number"]; out.Attrs["number"] == "any" && n != "" && a.Attrs["unit"] == "" {
		out.Attrs["number"] = n
	}
	return out
}

// adjectives tells whether nothing but up to most words that may belong to a noun stands in a gap.
func (j *joiner) adjectives(gap string, most int) bool {
	fields := strings.Fields(gap)
	if len(fields) > most || !strings.HasPrefix(gap, " ") || !strings.HasSuffix(gap, " ") {
		return false
	}
	for _, f := range fields {
		if strings.ContainsFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			return false
		}
		for _, t := range j.stops {
			if _, stop := t.Value(f); stop {
				return false
			}
		}
	}
	return true
}
