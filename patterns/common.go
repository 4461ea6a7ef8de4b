package patterns

import (
	"slices"
	"time"
)

// Common is the data that belongs to no language.
type Common struct {
	States []State // by code
	Groups []Group // by code
	Wars   []War   // in the order of the files
}

// State is a country as the output names it.
type State struct {
	Code  string            // ISO 3166-1 alpha-3, or SUN
	Names map[string]string // by language
}

// Group is an armed group.
type Group struct {
	Code      string            // lower-case: hamas, islamic-state
	Names     map[string]string // by language
	Country   string            // code of the state it belongs to or mostly fights in; "" for none
	SidesWith []string          // codes of the states or groups it fights for
}

// War is a war with a start, the frame of figures "since the war began".
type War struct {
	ID      string
	Start   string              // YYYY-MM-DD
	End     string              // YYYY-MM-DD; "" while it lasts
	Sides   [][]string          // codes, a list a side
	Theatre []string            // codes of the countries it is fought in
	Names   map[string][]string // what texts call it, by language
}

// commonData gathers the common parts of all layers.
type commonData struct {
	Common
	at map[string]placed // "state RUS" → where it was said
}

// placed remembers the layer and place of an entry, so that a later layer may replace it and the same may not.
type placed struct {
	layer int
	pos   pos
	index int
}

// slot finds the index for an entry named key: len for a new one, the old one's when a later layer replaces it,
// -1 after a fault.
func (c *commonData) slot(key string, layer, size int, p pos, f *faults) int {
	old, ok := c.at[key]
	if ok && old.layer == layer {
		f.add(p, "%s is defined twice, first at %s", key, old.pos)
		return -1
	}
	if c.at == nil {
		c.at = map[string]placed{}
	}
	if ok {
		c.at[key] = placed{layer, p, old.index}
		return old.index
	}
	c.at[key] = placed{layer, p, size}
	return size
}

// put stores v at index i of list, appending at its end.
func put[T any](list []T, i int, v T) []T {
	if i == len(list) {
		return append(list, v)
	}
	list[i] = v
	return list
}

// addState reads one entry of `states:`.
func (c *commonData) addState(n *node, layer int, f *faults) {
	var s State
	n.fields("a state", f, map[string]func(*node){
		"code":  func(v *node) { s.Code = v.scalar("code", f) },
		"names": func(v *node) { s.Names = names(v, f) },
	})
	if s.Code == "" {
		f.add(n.pos, "a state without code")
		return
	}
	if i := c.slot("state "+s.Code, layer, len(c.States), n.pos, f); i >= 0 {
		c.States = put(c.States, i, s)
	}
}

// addGroup reads one entry of `groups:`.
func (c *commonData) addGroup(n *node, layer int, f *faults) {
	var g Group
	n.fields("a group", f, map[string]func(*node){
		"code":  func(v *node) { g.Code = v.scalar("code", f) },
		"names": func(v *node) { g.Names = names(v, f) },
		"country": func(v *node) {
			if !v.null {
				g.Country = v.scalar("country", f)
			}
		},
		"sides_with": func(v *node) { g.SidesWith = v.texts("sides_with", f) },
	})
	if g.Code == "" {
		f.add(n.pos, "a group without code")
		return
	}
	if i := c.slot("group "+g.Code, layer, len(c.Groups), n.pos, f); i >= 0 {
		c.Groups = put(c.Groups, i, g)
	}
}

// addWar reads one entry of `wars:`.
func (c *commonData) addWar(n *node, layer int, f *faults) {
	var w War
	n.fields("a war", f, map[string]func(*node){
		"id":    func(v *node) { w.ID = v.scalar("id", f) },
		"start": func(v *node) { w.Start = date(v, "start", f) },
		"end": func(v *node) {
			if !v.null {
				w.End = date(v, "end", f)
			}
		},
		"sides": func(v *node) {
			for _, side := range v.list("sides", f) {
				w.Sides = append(w.Sides, side.texts("a side", f))
			}
		},
		"theatre": func(v *node) { w.Theatre = v.texts("theatre", f) },
		"names":   func(v *node) { w.Names = nameLists(v, f) },
	})
	if w.ID == "" || w.Start == "" {
		f.add(n.pos, "a war needs an id and a start")
		return
	}
	if i := c.slot("war "+w.ID, layer, len(c.Wars), n.pos, f); i >= 0 {
		c.Wars = put(c.Wars, i, w)
	}
}

// finish sorts the lists and checks that every code named is defined.
func (c *commonData) finish(f *faults) {
	known := func(code string) bool {
		_, state := c.at["state "+code]
		_, group := c.at["group "+code]
		return state || group
	}
	for _, g := range c.Groups {
		codes := g.SidesWith
		if g.Country != "" {
			codes = append(slices.Clone(codes), g.Country)
		}
		for _, code := range codes {
			if !known(code) {
				f.add(c.at["group "+g.Code].pos, "group %s names %s, which is no state or group", g.Code, code)
			}
		}
	}
	for _, w := range c.Wars {
		for _, code := range append(slices.Concat(w.Sides...), w.Theatre...) {
			if !known(code) {
				f.add(c.at["war "+w.ID].pos, "war %s names %s, which is no state or group", w.ID, code)
			}
		}
	}
	slices.SortFunc(c.States, func(a, b State) int { return compare(a.Code, b.Code) })
	slices.SortFunc(c.Groups, func(a, b Group) int { return compare(a.Code, b.Code) })
}

// names reads a map of language to name.
func names(n *node, f *faults) map[string]string {
	out := map[string]string{}
	if n.kind != mapNode {
		f.add(n.pos, "names must map languages to names, not %s", n)
	}
	for _, p := range n.pairs {
		out[p.key] = p.value.scalar("a name", f)
	}
	return out
}

// nameLists reads a map of language to names.
func nameLists(n *node, f *faults) map[string][]string {
	out := map[string][]string{}
	if n.kind != mapNode {
		f.add(n.pos, "names must map languages to lists of names, not %s", n)
	}
	for _, p := range n.pairs {
		out[p.key] = p.value.texts("names", f)
	}
	return out
}

// date reads a day.
func date(n *node, what string, f *faults) string {
	s := n.scalar(what, f)
	if _, err := time.Parse(time.DateOnly, s); err != nil && s != "" {
		f.add(n.pos, "%s %q is no date like 2022-02-24", what, s)
	}
	return s
}
