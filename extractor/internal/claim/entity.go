package claim

import "strings"

// entity is somebody who can say something: an institution, an official, a person, a party, a medium.
type entity struct {
	s        *sent
	from, to int
	name     string
	id       string
	code     string // party it belongs to, "" when the words do not say
	kind     string // party, institution, person, official, media, ngo, tracker, anonymous
	person   string // last name, folded
	role     string // id of the institution or title in the phrase
	titled   bool   // a title stands before the name
	bare     bool   // a party's adjective and nothing else: it names nobody
	document bool   // a text that speaks for itself: "a leaked memo"
}

// rank orders the kinds by how much of a source they are.
func (e *entity) rank() int {
	switch e.kind {
	case "person", "tracker", "ngo":
		return 4
	case "institution", "official", "anonymous":
		return 3
	case "media":
		return 2
	}
	return 1
}

// someone: a pronoun of persons may stand for it; otherwise it is a body.
func (e *entity) someone() bool {
	return e.kind == "person" || e.kind == "official" || e.kind == "anonymous"
}

// entities composes the sources that a sentence names: parties, institutions, titles and names that follow each other
// or are joined by "of" make one phrase.
func (s *sent) entities() []*entity {
	if s.ents != nil {
		return s.ents
	}
	s.ents = []*entity{}
	for i := 0; i < len(s.toks); {
		if !s.opensEntity(i) {
			i++
			continue
		}
		e := s.readEntity(i)
		if e == nil {
			i++
			continue
		}
		s.ents = append(s.ents, e)
		i = e.to
	}
	s.ents = s.joinAppositions(s.ents)
	return s.ents
}

// joinAppositions makes one source of a title and the name beside it: "the spokesman, Yahya Saree,".
func (s *sent) joinAppositions(ents []*entity) []*entity {
	var out []*entity
	for i, e := range ents {
		if i > 0 && e.kind == "person" && len(out) > 0 {
			t := out[len(out)-1]
			if t.kind == "official" && t.to+1 == e.from && s.toks[t.to].word == "," && (e.to >= len(s.toks) || s.toks[e.to].punct || s.verbAt(e.to)) {
				e.titled, e.role = true, t.role
				if e.code == "" {
					e.code = t.code
				}
				e.from = t.from
				s.d.known[e.person] = true
				out = out[:len(out)-1]
			}
		}
		out = append(out, e)
	}
	return out
}

// verbAt: a verb of saying covers token i.
func (s *sent) verbAt(i int) bool {
	for _, n := range s.nodes {
		if n.is("source") && n.attr("type") == "verb" && n.from <= i && i < n.to {
			return true
		}
	}
	return false
}

// sourceAt is the source mention (not a verb or document) that covers token i, if any.
func (s *sent) sourceAt(i int) *node {
	for _, n := range s.nodes {
		if n.is("source") && n.from <= i && i < n.to && n.attr("type") != "verb" && n.attr("type") != "document" && n.attr("type") != "" && n.attr("aside") == "" {
			return n
		}
	}
	return nil
}

// documentAt is the statement, report or count that token i names, if any.
func (s *sent) documentAt(i int) *node {
	for _, n := range s.nodes {
		if n.is("source") && n.attr("type") == "document" && n.from <= i && i < n.to {
			return n
		}
	}
	return nil
}

func (s *sent) partyAt(i int) *node {
	for _, n := range s.nodes {
		if n.is("party") && n.from <= i && i < n.to {
			return n
		}
	}
	return nil
}

// entityAt is the source phrase that covers token i.
func (s *sent) entityAt(i int) *entity {
	for _, e := range s.entities() {
		if e.from <= i && i < e.to {
			return e
		}
	}
	return nil
}

func (s *sent) opensEntity(i int) bool {
	return s.sourceAt(i) != nil || s.usableParty(i) || s.partyAt(i) == nil && s.nameWord(i)
}

// usableParty: the party's name stands for somebody, not a pronoun, "the enemy" or half of a compound.
func (s *sent) usableParty(i int) bool {
	p := s.partyAt(i)
	if p == nil {
		return false
	}
	switch p.attr("form") {
	case "compound", "pronoun", "enemy", "own":
		return false
	}
	return true
}

// sourcePhrase is an entity while it is being read.
type sourcePhrase struct {
	*entity
	last  int // token after the last one taken
	core  int // sources and parties taken
	names int // words of a personal name taken
	adj   bool
}

// readEntity reads the phrase that starts at token i.
func (s *sent) readEntity(i int) *entity {
	p := &sourcePhrase{entity: &entity{s: s, from: i}, last: i}
	for k := i; k < len(s.toks); {
		next := s.extend(p, k)
		if next == 0 {
			break
		}
		k = next
	}
	return s.closeEntity(p)
}

// extend takes the mention or word at token k into the phrase and returns where to go on, 0 at the phrase's end.
func (s *sent) extend(p *sourcePhrase, k int) int {
	src := s.sourceAt(k)
	switch {
	case src != nil:
		if p.core > 0 && p.kind != "party" && (src.attr("type") == "media" || p.kind == "media") || p.names > 0 && p.core == 0 && src.attr("type") == "media" {
			return 0
		}
		p.absorb(src)
		p.core++
		p.last = src.to
	case s.usableParty(k):
		p.takeParty(s.partyAt(k))
		s.takeSide(p)
	case s.nameWord(k):
		p.names++
		p.person = strings.TrimSuffix(s.toks[k].word, "'s")
		p.last = k + 1
	case p.titled && p.names == 0 && s.titleAdjective(k):
		return k + 1
	case s.joins(k, p.core+p.names > 0):
		if p.core == 0 && s.is(k, "name_article") && s.sourceAt(k+1) != nil {
			return 0
		}
		n := s.joinLen(k)
		if k+n < len(s.toks) && (s.sourceAt(k+n) != nil || s.usableParty(k+n) || s.nameWord(k+n) && (s.ofAt(k) || p.names > 0 && s.is(k, "name_particle"))) {
			return k + n
		}
		return s.extendPlace(p, k, k+n)
	default:
		return 0
	}
	return p.last
}

// extendPlace takes the place that an institution's name ends in: "the health ministry of the Gaza Strip".
func (s *sent) extendPlace(p *sourcePhrase, joint, i int) int {
	if p.core == 0 || p.kind == "party" || i >= len(s.toks) || !s.toks[i].node.is("place") || !s.ofAt(joint) {
		return 0
	}
	n := s.toks[i].node
	if p.code == "" && s.is(joint, "genitive_word") && s.d.realParty(n.attr("code")) {
		p.code = n.attr("code")
	}
	p.last = n.to
	return n.to
}

// ofAt: a preposition such as "of" stands at token i, alone or opening "of the", which may also open the part of a sum.
func (s *sent) ofAt(i int) bool {
	return s.toks[i].mark == "of" || s.toks[i].mark == "part" && s.is(i, "genitive_word")
}

// takeParty takes a party's name into the phrase.
func (p *sourcePhrase) takeParty(par *node) {
	if (p.code == "" || p.kind == "party") && p.s.d.realParty(par.attr("code")) {
		p.code = par.attr("code")
	}
	if p.kind == "" {
		p.kind, p.id = "party", par.attr("code")
		p.adj = par.attr("form") == "adjective"
	}
	if par.attr("form") == "leader" {
		p.kind = "person"
		p.names++
		p.person = p.s.toks[par.to-1].word
	}
	p.core++
	p.last = par.to
}

// titleAdjective: a plain word stands between a title and the name in a language that puts adjectives there: "el capitán
// retirado Luis Mayora".
func (s *sent) titleAdjective(k int) bool {
	if !s.d.headFirst || k+1 >= len(s.toks) || !s.nameWord(k+1) || s.verbAt(k) {
		return false
	}
	n := s.toks[k].node
	return s.plainNoun(k) || n.is("exclusion") && s.toks[k].mark == "" && !s.capital(s.toks[k])
}

// takeSide takes the word for a party to a war into the phrase: "the Azerbaijani side" speaks as the state would. Where
// something stands ("on the Armenian side of the line") it is still a place, which locativeAt tells.
func (s *sent) takeSide(p *sourcePhrase) {
	if p.adj && p.core == 1 && s.is(p.last, "speaking_side") {
		p.last++
		p.core++
	}
}

// joins: "of the", "de las", "in the" and particles of names may stand inside a source's name.
func (s *sent) joins(k int, open bool) bool {
	t := s.toks[k]
	if !open || t.punct {
		return false
	}
	return s.is(k, "name_joint")
}

func (s *sent) joinLen(k int) int {
	n := 1
	for k+n < len(s.toks) {
		if !s.is(k+n, "name_article") && !(s.toks[k].mark == "" && s.toks[k+n].mark == "of" && s.is(k+n, "name_joint")) {
			break
		}
		n++
	}
	return n
}

// absorb takes a source mention's type and id into the entity; the first institution or the strongest type wins.
func (e *entity) absorb(n *node) {
	t := n.attr("type")
	switch {
	case t == "official" && n.attr("number") == "pl":
		t = "anonymous"
	case n.attr("id") == "agency":
		t = "media"
	}
	if e.kind == "" || e.kind == "party" || e.kind == "institution" && (t == "official" || t == "person") {
		if e.kind != "institution" {
			e.id = n.attr("id")
		}
		e.kind = t
	}
	if e.kind == "institution" && (t == "tracker" || t == "ngo") {
		e.kind, e.id = t, n.attr("id") // "the conflict monitor ACLED"
	}
	e.titled = e.titled || t == "official"
	if e.id == "" {
		e.id = n.attr("id")
	}
	if e.role == "" {
		e.role = n.attr("id")
	}
	if c := n.attr("code"); c != "" && e.code == "" {
		e.code = c
	}
}

func (s *sent) closeEntity(p *sourcePhrase) *entity {
	if p.core == 0 && p.names == 0 {
		return nil
	}
	e := p.entity
	e.to = max(p.last, e.from+1)
	if p.core == 0 && e.from > 0 && e.to < len(s.toks) && s.quoteMark(e.from-1) && s.quoteMark(e.to) && !s.d.known[e.person] {
		e.bare = true // the quoted name of a thing, an operation, a ship
	}
	e.bare = e.bare || p.adj && p.core == 1 && p.names == 0
	if p.names == 1 && e.kind == "" && acronym(s.textOf(e.from, e.to)) {
		e.kind = "institution"
	}
	if p.names > 0 && (e.kind == "" || e.kind == "official" || e.kind == "party" && p.names > 1) {
		e.kind = "person"
	}
	if e.kind == "party" && p.names == 1 {
		e.kind = "institution"
	}
	if e.kind == "anonymous" && e.titleCase() {
		e.kind = "ngo"
	}
	s.takePossessor(e)
	e.name = entityName(s.textOf(e.from, e.to))
	if e.kind != "person" {
		e.person = ""
	}
	if e.kind == "person" && (e.titled || p.names > 1) {
		s.d.known[e.person] = true
	}
	e.id = entityID(e)
	return e
}

// titleCase: at least three words and every one but particles has a capital, as in a body's name: "Doctors Without
// Borders".
func (e *entity) titleCase() bool {
	words := 0
	for i := e.from; i < e.to; i++ {
		t := e.s.toks[i]
		switch {
		case t.punct, t.mark != "", e.s.is(i, "name_article"):
		case !e.s.capital(t):
			return false
		default:
			words++
		}
	}
	return words >= 3 && !e.s.shouting()
}

// takePossessor takes the place that owns a body into its name: "Gaza's health ministry".
func (s *sent) takePossessor(e *entity) {
	if e.code != "" || e.from == 0 || e.kind != "institution" && e.kind != "official" {
		return
	}
	if n := s.toks[e.from-1].node; n.is("place") && s.ownsAt(n.to-1) && s.d.realParty(n.attr("code")) {
		e.from, e.code = n.from, n.attr("code")
	}
}
