package claim

// talk is what a reader remembers of the sources while reading on: who spoke last, and who was named how.
type talk struct {
	d      *doc
	last   *speech   // the last speech
	person *entity   // what "he" and "she" stand for
	body   *entity   // what "it" stands for
	topic  *entity   // whom a verb without a subject means
	spoke  bool      // the topic is who spoke last
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
		t.spoke = true
	}
	if len(s.spks) > 0 || s.Kind == "subhead" || s.Kind == "caption" || s.Kind == "headline" {
		return
	}
	for _, e := range s.entities() {
		if !e.bare && e.from <= 3 && s.word(e.to) != ":" && e.topical() && !s.losing() && !s.locativeAt(e.from) && s.word(e.to) != "/" && !s.inCount(e.from, e.to) {
			t.meet(e)
			return
		}
	}
	t.hearDocument(s)
}

// hearDocument remembers the text that a sentence speaks of as its subject, or whose it is: "The regimental diary is short.
// It records 44 casualties".
func (t *talk) hearDocument(s *sent) {
	for _, n := range s.nodes {
		if !n.is("source") || n.attr("type") != "document" || n.from > 4 || s.losing() || s.Kind != "body" {
			continue
		}
		if i := s.beforeArticles(n.from); i >= 0 && (s.toks[i].mark == "of" || s.is(i, "other_preposition")) {
			return
		}
		if e := s.record(n); e != nil {
			t.meet(e)
		} else if e := t.owner(s, n); e != nil && e.kind != "media" {
			t.meet(e)
		}
		return
	}
}

// topical: the subject of a sentence may be what the next ones speak of: not a unit, nor a name that nothing explains.
func (e *entity) topical() bool {
	switch e.kind {
	case "person":
		return e.titled || e.s.d.known[e.person]
	case "party":
		return len(e.s.toks) > 4 && !e.s.shouting()
	case "institution":
		return e.role != "" && e.role != "unit"
	}
	return true
}

// losing: a number of the sentence counts losses, so its subject is a party to them rather than a teller.
func (s *sent) losing() bool {
	for _, c := range s.counts {
		if c.loss != nil {
			return true
		}
	}
	return false
}

func (t *talk) meet(e *entity) {
	t.topic, t.spoke = e, false
	if e.someone() {
		t.person = e
	} else if t.body == nil || e.role != "unit" {
		t.body = e
	}
}

// pronoun is who the pronoun at token i stands for: the first source of its kind before it in the sentence, or else the
// one met last.
func (t *talk) pronoun(s *sent, i int, kind string) *entity {
	fits := func(e *entity) bool { return standsFor(kind, e) }
	for k := len(s.spks) - 1; k >= 0; k-- {
		if e := s.spks[k].origin[0]; s.spks[k].at < i && fits(e) {
			return e
		}
	}
	for _, e := range s.entities() {
		if e.to <= i && (e.from <= 3 || e.kind != "party") && e.kind != "media" && fits(e) && !e.bare && !s.locativeAt(e.from) && !s.is(s.beforeArticles(e.from), "other_preposition") && !s.inCount(e.from, e.to) {
			return t.whole(e)
		}
	}
	switch {
	case kind == "person" && t.person != nil:
		return t.person
	case kind == "thing" && t.body != nil:
		return t.body
	case kind == "many" && t.topic != nil && !t.spoke && t.topic.kind == "anonymous":
		return t.topic // "Two officers gave a darker account. They said"
	}
	return t.lastOrigin()
}

// beforeArticles is the token before the articles that stand before token i.
func (s *sent) beforeArticles(i int) int {
	for i--; i > 0 && (s.is(i, "name_article") || s.is(i, "indefinite_article")); i-- {
	}
	return i
}

// standsFor: a pronoun of the kind may mean the source: "he" one person, "it" a body, "they" either.
func standsFor(kind string, e *entity) bool {
	switch kind {
	case "person":
		return e.kind == "official" || e.kind == "person" && (e.titled || e.s.d.known[e.person])
	case "thing":
		return !e.someone()
	}
	return true
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
	if e := s.record(n); e != nil {
		return e
	}
	if e := t.owner(s, n); e != nil {
		return e
	}
	id := n.attr("id")
	official := id == "count" && n.to-n.from > 1 && t.last != nil && t.last.para != s.Para // "the official count"
	if t.last == nil || official || s.newDocument(n) {
		if e := s.nounPhrase(n.to - 1); e != nil && (official || id == "report" || id == "estimate") {
			e.document = true
			return e
		}
	}
	return t.lastOrigin()
}

// record is the document as a source of its own, where it is of a kind that speaks for itself whoever spoke before: a
// diary, a judgment, an official history.
func (s *sent) record(n *node) *entity {
	if n.attr("id") != "record" {
		return nil
	}
	e := s.nounPhrase(n.to - 1)
	if e != nil {
		e.document = true
	}
	return e
}

// newDocument: an indefinite article or a party's adjective shows that the document has not been spoken of before.
func (s *sent) newDocument(n *node) bool {
	i := n.from - 1
	if s.is(i, "indefinite_article") || s.is(i-1, "indefinite_article") && !s.toks[i].punct && !s.is(i, "verb_helper") {
		return true
	}
	return s.toks[max(0, i)].node.is("party") && !s.usableParty(i)
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
	if !s.d.headFirst && e.kind == "institution" && s.documentAt(k+1) != nil {
		return t.whole(e)
	}
	if len(w) > 2 && (w[len(w)-2:] == "'s" || w[len(w)-1] == '\'') || s.word(k+1) == "'s" {
		return t.whole(e)
	}
	return nil
}

// whole gives back the fuller name under which the article has introduced the source: the minister's for "the
// minister", the institution's with its country for "the ministry".
func (t *talk) whole(e *entity) *entity {
	if e == nil || e.kind == "media" {
		return e
	}
	if e.from > 0 && e.s.is(e.from-1, "indefinite_article") {
		return e
	}
	if e.kind == "institution" && e.code == "" && e.from > 0 && e.s.toks[e.from-1].node.is("place") {
		e.code = e.s.toks[e.from-1].node.attr("code")
		return e
	}
	if o := t.namesake(e); o != nil {
		return o
	}
	if o := t.ownerOf(e); o != nil {
		return o
	}
	if e.kind == "anonymous" || e.code != "" && e.kind != "person" && e.kind != "official" {
		return e
	}
	if e.kind == "person" && e.to-e.from > 1 && !e.titled {
		return e
	}
	for k := len(t.named) - 1; k >= 0; k-- {
		if o := t.named[k]; o.s != e.s && (e.code == "" || e.kind == "person") && fuller(o, e) || holder(o, e) {
			return o
		}
	}
	if t.person != nil && e.to-e.from == 1 && e.s.is(e.from, "any_person") {
		return t.person
	}
	return e
}

// namesake is whom a word without a name stands for: "the department", "el mandatario", "the group".
func (t *talk) namesake(e *entity) *entity {
	for i := e.from; i < e.to; i++ {
		switch {
		case e.s.is(i, "any_group"):
			return e
		case e.s.is(i, "any_body") && e.kind == "institution" && e.code == "" && !e.capitals():
			return t.bodyCalled(e.s.word(i))
		}
	}
	return nil
}

// bodyCalled is the body that a word for bodies stands for: "the organisation" is the last one that is no office of a
// state, if any; "the department" the last that spoke.
func (t *talk) bodyCalled(word string) *entity {
	if kind, _ := t.d.Lang.Table("any_body").Value(word); kind == "free" {
		for k := len(t.named) - 1; k >= 0; k-- {
			if o := t.named[k]; o.kind == "ngo" || o.kind == "tracker" || o.role == "mission" || o.role == "think-tank" && o.capitals() {
				return o
			}
		}
	}
	return t.body
}

// capitals: a word after the first begins with one, so the phrase is a name.
func (e *entity) capitals() bool {
	for i := e.from; i < e.to; i++ {
		if e.s.capital(e.s.toks[i]) && (i > e.from || i > 0) {
			return true
		}
	}
	return false
}

// ownerOf is the body whose staff speaks, when an earlier sentence has named it: "the department's analysts".
func (t *talk) ownerOf(e *entity) *entity {
	if e.kind != "anonymous" && e.kind != "official" || e.from == 0 {
		return nil
	}
	w := e.s.word(e.from - 1)
	if len(w) < 3 || w[len(w)-2:] != "'s" {
		return nil
	}
	for k := len(t.named) - 1; k >= 0; k-- {
		o := t.named[k]
		for _, tok := range o.s.toks[o.from:o.to] {
			if o.kind == "institution" && tok.word == w[:len(w)-2] {
				return o
			}
		}
	}
	return nil
}

// nameAhead gives the speakers of the headline the names under which the body introduces them.
func (t *talk) nameAhead() {
	for _, s := range t.d.sents {
		if s.Kind != "headline" {
			continue
		}
		for _, sp := range s.spks {
			for k, e := range sp.origin {
				sp.origin[k] = t.ahead(e)
			}
		}
	}
}

// ahead is the fuller name that comes first after the headline.
func (t *talk) ahead(e *entity) *entity {
	if e.kind == "media" || e.kind == "anonymous" || e.kind == "party" {
		return e
	}
	for _, o := range t.named {
		if o.s != e.s && (fuller(o, e) || holder(o, e)) {
			return o
		}
	}
	return e
}

// holder: o is the person who holds the office e of the same party: Prigozhin is "the Wagner chief".
func holder(o, e *entity) bool {
	return e.kind == "official" && e.code != "" && o.kind == "person" && o.code == e.code && (o.role == "" || o.role == e.role)
}

// fuller: o is a longer name of the same source as e.
func fuller(o, e *entity) bool {
	if o.to-o.from <= e.to-e.from {
		return false
	}
	if e.kind == "person" {
		return o.kind == "person" && o.person == e.person
	}
	if e.someone() && o.kind != "person" || (e.kind == "institution" || e.kind == "ngo" || e.kind == "tracker") && o.kind != e.kind {
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
