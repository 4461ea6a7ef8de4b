package golden

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lossclaims/extractor/report"
)

// Change is one field of an article or claim that differs.
type Change struct{ Field, Want, Got string }

// Pair is an expected claim and the reported one that was taken for it, with what differs.
type Pair struct {
	Want, Got *report.Claim
	Changes   []Change
}

// Diff is what differs between an expected report and one that the extractor gave.
type Diff struct {
	Article  []Change        // fields of the article, its warnings and its error
	Pairs    []Pair          // claims in both
	Missing  []*report.Claim // expected and not reported
	Spurious []*report.Claim // reported and not expected
	Other    []string        // what shows in the file only
}

// Empty reports whether nothing differs.
func (d *Diff) Empty() bool {
	changed := slices.ContainsFunc(d.Pairs, func(p Pair) bool { return len(p.Changes) > 0 })
	return !changed && len(d.Article)+len(d.Missing)+len(d.Spurious)+len(d.Other) == 0
}

// Compute compares two reports. Claims are paired one to one by what they have in common, the most alike first.
func Compute(want, got *report.Report) Diff {
	d := Diff{Article: articleChanges(want, got)}
	type candidate struct{ want, got, alike int }
	var candidates []candidate
	for i := range want.Claims {
		for j := range got.Claims {
			if alike := likeness(&want.Claims[i], &got.Claims[j]); alike > 0 {
				candidates = append(candidates, candidate{i, j, alike})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.alike, a.alike) })
	taken := map[int]int{} // index in want → index in got
	reported := map[int]bool{}
	for _, c := range candidates {
		if _, done := taken[c.want]; !done && !reported[c.got] {
			taken[c.want], reported[c.got] = c.got, true
		}
	}
	for i := range want.Claims {
		if j, ok := taken[i]; ok {
			w, g := &want.Claims[i], &got.Claims[j]
			d.Pairs = append(d.Pairs, Pair{w, g, changes(flat(w), flat(g))})
		} else {
			d.Missing = append(d.Missing, &want.Claims[i])
		}
	}
	for j := range got.Claims {
		if !reported[j] {
			d.Spurious = append(d.Spurious, &got.Claims[j])
		}
	}
	return d
}

// likeness counts what two claims have in common. It is 0 when they cannot be taken for the same one: the figures
// differ, or two of whose, what and effect do.
func likeness(want, got *report.Claim) int {
	n, off := 1, 0
	for i, f := range fullFields {
		if f.of(want) == f.of(got) {
			n += 10
		} else if i < len(coreFields) {
			off++
		}
	}
	if off > 1 || figure(want.Quantity) != figure(got.Quantity) {
		return 0
	}
	if want.ID == got.ID {
		n += 5
	}
	if len(want.Evidence) > 0 && len(got.Evidence) > 0 && want.Evidence[0].Start == got.Evidence[0].Start {
		n += 5
	}
	return n
}

// figure is a quantity's number, whichever of its fields hold it.
func figure(q report.Quantity) string {
	if q.Mod == "between" && q.Low != nil && q.High != nil {
		return fmt.Sprintf("%d-%d", *q.Low, *q.High)
	}
	if n := q.ValueOrLow(); n != nil {
		return fmt.Sprint(*n)
	}
	return ""
}

// field is one of the answers of a claim that can be right or wrong by itself.
type field struct {
	name string
	of   func(*report.Claim) string
}

var category = field{"category", func(c *report.Claim) string { return c.Category }}

// fields are in order of weight: whose, what and effect; the bound of the figure, when, and by whose word; the caveat.
var fields = []field{
	{"loser", func(c *report.Claim) string { return c.Loser.Code }},
	category,
	{"effect", func(c *report.Claim) string { return c.Effect }},
	{"mod", func(c *report.Claim) string { return c.Quantity.Mod }},
	{"period", func(c *report.Claim) string { return c.Period.Type }},
	{"as_of", func(c *report.Claim) string { return deref(c.AsOf) }},
	{"origin", func(c *report.Claim) string { return strings.Join(origins(c), " and ") }},
	{"verification", func(c *report.Claim) string { return c.Verification.Status }},
}

// The fields that make a claim right at its core, and in full.
var coreFields, fullFields = fields[:3], fields[:7]

// origins names those whose word a claim is.
func origins(c *report.Claim) []string {
	var names []string
	for _, a := range c.Attribution {
		if a.Role == "origin" {
			names = append(names, a.Name)
		}
	}
	return names
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// articleChanges compares all of two reports but their claims.
func articleChanges(want, got *report.Report) []Change {
	rest := func(r *report.Report) map[string]string {
		copied := *r
		copied.Claims, copied.Explain = nil, nil
		return flat(copied)
	}
	return changes(rest(want), rest(got))
}

// changes lists the fields that differ, by name.
func changes(want, got map[string]string) []Change {
	all := maps.Clone(want)
	maps.Copy(all, got)
	var list []Change
	for _, field := range slices.Sorted(maps.Keys(all)) {
		if want[field] != got[field] {
			list = append(list, Change{field, want[field], got[field]})
		}
	}
	return list
}

// flat is a value's JSON as fields by dotted name: quantity.value, attribution.0.name. What is null or empty is left out.
func flat(v any) map[string]string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain data always encodes
	}
	var tree any
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		panic(err)
	}
	fields := map[string]string{}
	flatten("", tree, fields)
	return fields
}

func flatten(name string, v any, fields map[string]string) {
	prefix := name
	if prefix != "" {
		prefix += "."
	}
	switch v := v.(type) {
	case map[string]any:
		for k, child := range v {
			flatten(prefix+k, child, fields)
		}
	case []any:
		for i, child := range v {
			flatten(fmt.Sprint(prefix, i), child, fields)
		}
	case nil:
	default:
		if text := fmt.Sprint(v); text != "" {
			fields[name] = text
		}
	}
}
