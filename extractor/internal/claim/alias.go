package claim

import "slices"

// alias takes out of a sentence the armed groups that are none there: a short name in brackets that the text has just
// spelt out as that of an army ("the forces of defence and security (FDS)"), and the larger group that another belongs to
// ("JNIM, affiliated to Al-Qaeda").
func (s *sent) alias() {
	short := s.d.shortNames
	for i, n := range s.nodes {
		if !n.is("party") || !isGroup(n.attr("code")) || i == 0 {
			continue
		}
		if p := s.lastParty(i); p != nil && n.from > 0 && s.toks[n.from-1].word == "(" && n.from-p.to <= 4 && p.attr("code") == "context" && s.initials(p, n) {
			short[foldedText(n)] = true
		}
	}
	s.nodes = slices.DeleteFunc(s.nodes, func(n *node) bool {
		return n.is("party") && isGroup(n.attr("code")) && (short[foldedText(n)] || s.parentGroup(n))
	})
}

// initials: the letters of the short name are those that the words of the long one begin with, in whatever order the
// languages put them. A group's own name ("National Liberation Army (ELN)") does not fit the army that a word of it means.
func (s *sent) initials(long, short *node) bool {
	var first []byte
	for i := long.from; i < short.from; i++ {
		if t := s.toks[i]; !t.punct && t.mark != "of" && t.mark != "and" && !s.is(i, "name_article") && !s.is(i, "genitive_word") {
			first = append(first, t.word[0])
		}
	}
	letters := []byte(foldedText(short))
	slices.Sort(first)
	slices.Sort(letters)
	return string(first) == string(letters)
}

// lastParty is the party before node i of the sentence.
func (s *sent) lastParty(i int) *node {
	for k := i - 1; k >= 0; k-- {
		if n := s.nodes[k]; n.is("party") && n.to <= s.nodes[i].from {
			return n
		}
	}
	return nil
}

const tieReach = 8 // words between a group and the one it is tied to

// parentGroup: the group is only the one that another, named right before, belongs to.
func (s *sent) parentGroup(n *node) bool {
	tied := false
	for k := n.from - 1; k >= max(0, n.from-4); k-- {
		tied = tied || s.is(k, "tied_word")
	}
	if !tied {
		return false
	}
	for _, o := range s.nodes {
		if o != n && o.is("party") && isGroup(o.attr("code")) && o.attr("code") != n.attr("code") && o.to < n.from && n.from-o.to <= tieReach {
			return true
		}
	}
	return false
}
