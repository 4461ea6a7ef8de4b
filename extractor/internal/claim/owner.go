package claim

// owner is who had the things counted, named behind them or behind the last of their list: "trucks held by Islamic
// State", "four tanks and two launchers of the rebels", "fusiles en poder del ELN".
func (s *sent) owner(c *count) string {
	if !c.equipment() || c.loss.s != s {
		return ""
	}
	for _, o := range s.counts {
		if o.from < c.from || o.loss != c.loss || o.chain != c.chain || !o.equipment() {
			continue
		}
		if i := s.ownerAt(o.to); i > 0 {
			return s.ownerCode(i, c)
		}
	}
	return ""
}

// ownerAt is the token where the owner's name begins that the words at token i lead to, 0 for none.
func (s *sent) ownerAt(i int) int {
	switch {
	case i >= len(s.toks):
		return 0
	case s.toks[i].mark == "of" && s.toks[i].markLen > 1: // "belonging to"
		i += s.toks[i].markLen
	case s.is(i, "owner_participle"):
		if i++; !s.is(i, "agent_marker") && !s.is(i, "object_marker") && !s.is(i, "genitive_word") {
			return 0
		}
		i++
	case s.is(i, "genitive_word"):
		i++
	default:
		return 0
	}
	for s.is(i, "name_article") {
		i++
	}
	return i
}

// ownerCode is the party at token i, or the armed group at hand where only "rebels" stands there. Who made a thing ("of
// US manufacture") does not have it.
func (s *sent) ownerCode(i int, c *count) string {
	for _, n := range s.nodes {
		if n.is("party") && n.from == i && n.attr("form") != "compound" && !s.is(n.to, "make_word") {
			return s.d.codes([]*node{n}, s, c)
		}
	}
	if s.is(i, "irregular_fighter") {
		return s.nearestGroup(c)
	}
	return ""
}
