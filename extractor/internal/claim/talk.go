package claim

// talk is what a reader remembers of the sources while reading on: who spoke last, and who was named how.
type talk struct {
	d      *doc
	last   *speech   // the last speech
	person *entity   // what "he" and "she" stand for
	body   *entity   // what "it" stands for
	named  []*entity // fuller names, in order
}

// hear remembers the sources of a sentence that has been read: its speakers, or without any its first source.
func (t *talk) hear(s *sent) {
	for _, e := range s.entities() {
		if !e.bare && e.kind != "media" {
			t.named = append(t.named, e)
		}
	}
	for _, sp := range s.spks {
		t.last = sp
		t.meet(sp.origin[0])
	}
	if len(s.spks) > 0 || s.Kind == "subhead" || s.Kind == "caption" || s.Kind == "headline" {
		return
	}
	for _, e := range s.entities() {
		if !e.bare && e.from <= 3 && !s.locativeAt(e.from) && !s.inCount(e.from, e.to) {
			t.meet(e)
			return
		}
	}
}

func (t *talk) meet(e *entity) {
	if e.someone() {
		t.person = e
	} else {
		t.body = e
	}
}

// pronoun is who the pronoun at token i stands for: the first source of its kind before it in the sentence, or else the
// one met last.
func (t *talk) pronoun(s *sent, i int, kind string) *entity {
	fits := func(e *entity) bool { return kind == "many" || e.someone() == (kind == "person") }
	for k := len(s.spks) - 1; k >= 0; k-- {
		if e := s.spks[k].origin[0]; s.spks[k].at < i && fits(e) {
			return e
		}
	}
	for _, e := range s.entities() {
		if e.to <= i && (e.from <= 3 || e.kind != "party") && e.kind != "media" && fits(e) && !e.bare && !s.locativeAt(e.from) && !s.inCount(e.from, e.to) {
			return t.whole(e)
		}
	}
	switch {
	case kind == "person" && t.person != nil:
		return t.person
	case kind == "thing" && t.body != nil:
		return t.body
	}
	return t.lastOrigin()
}

// lastOrigin is who spoke last.
func (t *talk) lastOrigin() *entity {
	if t.last == nil {
		return nil
	}
	return t.last.origin[0]
}

// writer is whose document it is: its possessor, the source before, or for a new document the document itself.
func (t *talk) writer(s *sent, n *node) *entity {
	if e := t.owner(s, n); e != nil {
		return e
	}
	if s.is(n.from-1, "indefinite_article") || t.last == nil || s.toks[max(0, n.from-1)].node.is("party") && !s.usableParty(n.from-1) {
		if e := s.nounPhrase(n.to - 1); e != nil {
			e.document = true
			return e
		}
	}
	return t.lastOrigin()
}

// owner is whom the words around a document name as its author: "Kyiv's tally", "its own count", "the ministry's
// evening bulletin", "el recuento del Estado Mayor", "el parte ruso".
func (t *talk) owner(s *sent, n *node) *entity {
	for k := n.from - 1; k >= 0 && k >= n.from-4; k-- {
		if kind, ok := s.d.Lang.Table("owner_word").Value(s.toks[k].word); ok {
			return t.pronoun(s, k, kind)
		}
		if e := s.entityAt(k); e != nil {
			return t.possessor(s, e, k)
		}
		if s.toks[k].punct || s.toks[k].mark != "" || s.toks[k].node.is("quantity") || s.verbAt(k) {
			break
		}
	}
	k := n.to
	for k < len(s.toks) && k <= n.to+2 && (s.is(k, "genitive_word") || s.is(k, "name_article")) {
		k++
	}
	if k > n.to || s.d.headFirst {
		if e := s.entityAt(k); e != nil && e.from == k {
			return t.whole(e)
		}
	}
	return nil
}

// possessor: the entity that ends at token k owns what follows, by its ending or as its adjective.
func (t *talk) possessor(s *sent, e *entity, k int) *entity {
	if e.bare || e.to != k+1 {
		return nil
	}
	w := s.toks[k].word
	if len(w) > 2 && (w[len(w)-2:] == "'s" || w[len(w)-1] == '\'') || s.word(k+1) == "'s" {
		return t.whole(e)
	}
	return nil
}

// whole gives back the fuller name under which the article has introduced the source: the minister's for "the
// minister", the institution's with its country for "the ministry".
func (t *talk) whole(e *entity) *entity {
	if e == nil || e.code != "" && e.kind != "person" || e.kind == "media" || e.kind == "anonymous" {
		return e
	}
	if e.kind == "person" && e.to-e.from > 1 && !e.titled {
		return e
	}
	for k := len(t.named) - 1; k >= 0; k-- {
		if o := t.named[k]; o.s != e.s && fuller(o, e) {
			return o
		}
	}
	return e
}

// fuller: o is a longer name of the same source as e.
func fuller(o, e *entity) bool {
	if o.to-o.from <= e.to-e.from {
		return false
	}
	if e.kind == "person" {
		return o.kind == "person" && o.person == e.person
	}
	if e.someone() && o.kind != "person" || e.kind == "institution" && o.kind != "institution" {
		return false
	}
	words := map[string]bool{}
	for _, t := range o.s.toks[o.from:o.to] {
		words[t.word] = true
		if n := len(t.word); n > 2 && t.word[n-2:] == "'s" {
			words[t.word[:n-2]] = true
		}
	}
	for _, t := range e.s.toks[e.from:e.to] {
		if !words[t.word] {
			return e.role != "" && e.role == o.role && e.titled && o.titled && e.to-e.from == 1
		}
	}
	return true
}
