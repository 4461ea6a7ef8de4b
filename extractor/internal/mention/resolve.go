package mention

import (
	"cmp"
	"slices"
	"strings"

	"lossclaims/patterns"
)

// unitAfter marks, as the value of the attribute `after`, the exclusions that are a unit of measure alone.
const unitAfter = "number"

// joinUnits gives a unit of measure the number before it, as one refused number: "12 km", "300 million of dollars". A unit
// that measures nothing goes.
func joinUnits(l *patterns.Language, all []Mention, folded []rune) []Mention {
	links := l.Table("unit_link")
	out := all[:0]
	for _, m := range all {
		if m.Kind == KindExclusion && m.Attrs["after"] == unitAfter {
			start := numberBefore(links, m.Start, all, folded)
			if start < 0 {
				continue
			}
			m.Start = start
		}
		out = append(out, m)
	}
	sortMentions(out)
	return out
}

// numberBefore gives the start of the quantity that ends right before a unit, -1 for none.
func numberBefore(links patterns.Table, unit int, all []Mention, folded []rune) int {
	start := -1
	for _, q := range all {
		if q.Quantity == nil || q.Quantity.Form == "article" || q.End > unit || start >= 0 && start <= q.Start {
			continue
		}
		gap := strings.Trim(string(folded[q.End:unit]), " -")
		_, linked := links.Value(gap)
		if gap == "" || linked {
			start = q.Start
		}
	}
	return start
}

// refusedNumber begins the names of the exclusion rules for numbers that count nothing: ages, dates, money.
const refusedNumber = "number-"

// resolve removes the mentions that others overrule; see Mentions for the rules.
func resolve(all []Mention) []Mention {
	all = longestOfKind(all)
	all = slices.DeleteFunc(all, func(m Mention) bool {
		return m.Kind == KindTarget && slices.ContainsFunc(all, func(o Mention) bool {
			return o.Kind == KindSource && o.Attrs["type"] == "institution" && strictlyInside(m, o) && !counted(o, m, all)
		})
	})
	return slices.DeleteFunc(all, func(m Mention) bool {
		return m.Kind == KindQuantity && slices.ContainsFunc(all, func(o Mention) bool { return overrules(o, m, all) })
	})
}

// counted tells whether a number stands right before a name or before the target in it: "17 junta soldiers".
func counted(name, target Mention, all []Mention) bool {
	return slices.ContainsFunc(all, func(q Mention) bool {
		return q.Quantity != nil && (q.End+1 == name.Start || q.End+1 == target.Start)
	})
}

// overrules tells whether o ends the quantity q.
func overrules(o, q Mention, all []Mention) bool {
	switch {
	case !overlap(o, q):
		return false
	case o.Kind == KindExclusion && isRefusal(o):
		return o.Attrs["weak"] == "" || !countsNext(q, all)
	case o.Kind == KindTime:
		return o.End >= q.End && o.Start < q.End
	case o.Kind == KindTarget:
		return o.Start <= q.Start && o.End >= q.End
	}
	return false
}

// isRefusal tells the exclusions that are about the number itself.
func isRefusal(m Mention) bool {
	_, name, _ := strings.Cut(m.Rule, "/")
	return strings.HasPrefix(name, refusedNumber)
}

// countsNext tells whether a target or loss follows the quantity at once: "2022 soldiers" is no year.
func countsNext(q Mention, all []Mention) bool {
	return slices.ContainsFunc(all, func(o Mention) bool {
		return o.Start == q.End+1 && (o.Kind == KindTarget && o.Attrs["number"] != "sg" || o.Kind == KindLoss && o.Attrs["role"] == "noun")
	})
}

// longestOfKind keeps, of overlapping mentions of one kind, the longest; of equals the one whose quantity is an article,
// then the more specific target, then the first rule by name.
func longestOfKind(all []Mention) []Mention {
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Start, b.Start),
			cmp.Compare(a.Rule, b.Rule))
	})
	var kept []Mention
	for _, m := range order {
		if !slices.ContainsFunc(kept, func(o Mention) bool { return rivals(o, m) && overlap(o, m) }) {
			kept = append(kept, m)
		}
	}
	sortMentions(kept)
	return kept
}

// rank prefers between two readings of the same words.
func rank(m Mention) int {
	switch {
	case m.Quantity != nil && m.Quantity.Form == "article":
		return 0
	case m.Attrs["generic"] != "" || m.Attrs["unit"] != "":
		return 2
	}
	return 1
}

// rivals tells mentions of which one must give way where they overlap.
func rivals(a, b Mention) bool {
	return a.Kind == b.Kind && (a.Kind != KindExclusion || a.Attrs["type"] == b.Attrs["type"] && isRefusal(a) == isRefusal(b))
}

func overlap(a, b Mention) bool { return a.Start < b.End && b.Start < a.End }

func strictlyInside(a, b Mention) bool {
	return a.Start >= b.Start && a.End <= b.End && a.End-a.Start < b.End-b.Start
}

// sortMentions sorts by place, longer first, then by kind and rule.
func sortMentions(all []Mention) {
	slices.SortStableFunc(all, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Rule, b.Rule))
	})
}

// articleReach is how many words may stand between an article and what it counts: "a senior Russian artillery officer".
const articleReach = 4

// settle drops the articles before nothing that can be lost, and the counting words that no noun took.
func settle(all []Mention, folded []rune) []Mention {
	out := slices.DeleteFunc(all, func(m Mention) bool {
		if m.Kind == KindTarget && m.Attrs["unit"] != "" {
			return true
		}
		return m.Quantity != nil && m.Quantity.Form == "article" && !countsSomething(m, all, folded)
	})
	sortMentions(out)
	return out
}

// countsSomething tells whether a target or a loss noun in the singular follows within reach, and no number before it.
func countsSomething(article Mention, all []Mention, folded []rune) bool {
	for _, m := range all {
		if m.Start < article.End {
			continue
		}
		if gap := folded[article.End:m.Start]; words(gap) > articleReach || strings.ContainsAny(string(gap), ",;:.()") {
			return false
		}
		switch {
		case m.Kind == KindQuantity && m.Quantity.Form != "article":
			return false
		case m.Kind == KindTarget && m.Attrs["number"] != "pl", m.Kind == KindLoss && slices.Contains([]string{"noun", "state", "either"}, m.Attrs["role"]):
			return true
		}
	}
	return false
}

// words counts the words of a stretch.
func words(folded []rune) int { return len(strings.Fields(string(folded))) }
