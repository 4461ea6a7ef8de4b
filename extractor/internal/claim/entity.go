package claim

import (
	"strings"
	"unicode"
)

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

// entities composes the sources that a sentence names: parties, institutions, titles and names that follow each other
// or are joined by "of" make one phrase.
func (s *sent) entities() []*entity {
	var out []*entity
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
		out = append(out, e)
		i = e.to
	}
	return out
}

// sourceAt is the source mention (not a verb or document) that covers token i, if any.
func (s *sent) sourceAt(i int) *node {
	for _, n := range s.nodes {
		if n.is("source") && n.from <= i && i < n.to && n.attr("type") != "verb" && n.attr("type") != "document" && n.attr("type") != "" {
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

func (s *sent) opensEntity(i int) bool {
	if s.sourceAt(i) != nil {
		return true
	}
	if p := s.partyAt(i); p != nil {
		f := p.attr("form")
		return f != "compound" && f != "pronoun" && f != "own" && f != "enemy"
	}
	return s.nameWord(i)
}

// nameWord: a capitalised word that no mention claims and that is no little word.
func (s *sent) nameWord(i int) bool {
	t := s.toks[i]
	if t.punct || t.mark != "" || t.node.is("time") || t.node.is("place") || t.node.is("target") && !s.plainCapital(i-1) || t.node.is("quantity") || t.node.is("loss") || t.node.is("exclusion") && t.node.attr("type") == "mode" {
		return false
	}
	for _, n := range s.nodes {
		if n.is("source") && n.attr("type") == "verb" && n.from <= i && i < n.to {
			return false
		}
	}
	if i == 0 && !s.nameOpens() {
		return false
	}
	r := s.Text[t.start]
	if !unicode.IsUpper(r) {
		return false
	}
	return !(len(t.word) > 1 && strings.HasSuffix(t.word, "."))
}

// plainCapital: a capitalised word that no mention covers stands at i.
func (s *sent) plainCapital(i int) bool {
	return i > 0 && s.toks[i].node == nil && !s.toks[i].punct && unicode.IsUpper(s.Text[s.toks[i].start])
}

// nameOpens: the sentence's first word, capitalised anyhow, is a name when another name or a verb of saying follows.
func (s *sent) nameOpens() bool {
	if s.is(0, "plain_opener") || len(s.toks) < 2 {
		return false
	}
	n := s.toks[1].node
	return s.nameWord(1) || n.is("source") && n.attr("type") == "verb" || s.toks[1].word == ","
}

// readEntity reads the phrase that starts at token i.
func (s *sent) readEntity(i int) *entity {
	e := &entity{s: s, from: i}
	core := 0
	names := 0
	last := i
	for k := i; k < len(s.toks); {
		src, par := s.sourceAt(k), s.partyAt(k)
		switch {
		case src != nil:
			if core > 0 && src.attr("type") == "media" && e.kind != "" && e.kind != "party" {
				return s.closeEntity(e, last, core, names)
			}
			e.absorb(src)
			core++
			k = src.to
			last = k
		case par != nil && par.attr("form") != "compound" && par.attr("form") != "pronoun" && par.attr("form") != "enemy" && par.attr("form") != "own":
			if e.code == "" || e.kind == "party" {
				if s.d.realParty(par.attr("code")) {
					e.code = par.attr("code")
				}
			}
			if e.kind == "" {
				e.kind, e.id = "party", par.attr("code")
			}
			if par.attr("form") == "leader" {
				e.kind, names = "person", names+1
				e.person = s.toks[par.to-1].word
			}
			k = par.to
			last = k
			core++
		case s.nameWord(k):
			names++
			e.person = strings.TrimSuffix(s.toks[k].word, "'s")
			k++
			last = k
		case s.joins(k, core+names > 0):
			n := s.joinLen(k)
			if k+n < len(s.toks) && (s.sourceAt(k+n) != nil || s.usableParty(k+n) || s.nameWord(k+n) && s.toks[k].mark == "of") {
				k += n
				continue
			}
			return s.closeEntity(e, last, core, names)
		default:
			return s.closeEntity(e, last, core, names)
		}
	}
	return s.closeEntity(e, last, core, names)
}

func (s *sent) usableParty(i int) bool {
	p := s.partyAt(i)
	return p != nil && p.attr("form") != "pronoun" && p.attr("form") != "enemy" && p.attr("form") != "own"
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
		if !s.is(k+n, "name_article") {
			break
		}
		n++
	}
	return n
}

// absorb takes a source mention's type and id into the entity; the first institution or the strongest type wins.
func (e *entity) absorb(n *node) {
	t := n.attr("type")
	if t == "official" && n.attr("number") == "pl" {
		t = "anonymous"
	}
	if e.kind == "" || e.kind == "party" || e.kind == "institution" && (t == "official" || t == "person") {
		if e.kind != "institution" {
			e.id = n.attr("id")
		}
		e.kind = t
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

func (s *sent) closeEntity(e *entity, last, core, names int) *entity {
	if core == 0 && names == 0 {
		return nil
	}
	e.to = max(last, e.from+1)
	if names > 0 && (e.kind == "" || e.kind == "official" || e.kind == "party" && names > 1) {
		e.kind = "person"
	}
	if e.kind == "party" && names == 1 {
		e.kind = "institution"
	}
	e.name = strings.TrimSuffix(strings.TrimSuffix(s.textOf(e.from, e.to), "'s"), "’s")
	e.name = strings.Trim(e.name, " -\"'“”‘’«»")
	if e.kind != "person" {
		e.person = ""
	}
	if e.kind == "person" && (e.titled || names > 1) {
		s.d.known[e.person] = true
	}
	e.id = entityID(e)
	return e
}

// entityID is the canonical name: party and institution, or the folded last name.
func entityID(e *entity) string {
	switch e.kind {
	case "person":
		return slug(e.person)
	case "party":
		return strings.ToLower(e.code)
	case "media", "ngo", "tracker":
		if e.id != "" {
			return e.id
		}
	}
	if e.code != "" && e.id != "" {
		return strings.ToLower(e.code) + "-" + e.id
	}
	if e.id != "" {
		return e.id
	}
	return slug(e.name)
}

func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}
