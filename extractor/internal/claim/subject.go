package claim

// speechReach is how many words a subject may stand before its verb.
const speechReach = 24

// subject finds who says: what stands right before the verb, in inverted order what stands right after it, before an
// aside what opened it, after "and" the subject of the verb before.
func (t *talk) subject(s *sent, n *node) *entity {
	if s.is(n.from, "speech_gerund") {
		return t.sameSubject(s, n)
	}
	i := s.beforeHelpers(n.from - 1)
	if s.d.verbFirst && s.is(i, "relative_word") && s.documentAt(i-1) != nil {
		if e := s.afterVerb(n); e != nil {
			return t.whole(e) // "el parte que ha difundido el ministerio"
		}
	}
	if e, told := t.adjacent(s, i); told {
		return e
	}
	if e := s.entityAt(i - 1); e != nil && e.kind == "person" && s.closesAside(i) && s.besideOffice(e) {
		return t.whole(e)
	}
	if e := s.whoAside(i); e != nil {
		return t.whole(e)
	}
	if e := s.afterVerb(n); e != nil {
		return t.whole(e)
	}
	if e := t.nounAfter(s, n); e != nil {
		return e
	}
	switch {
	case i < 0 || s.opensQuote(i):
		return nil
	case s.closesAside(i):
		if e := s.beforeAside(i); e != nil {
			return t.whole(e)
		}
	case s.toks[i].mark == "and" || s.is(i, "contrast_word") || s.is(i, "relative_word"):
		return t.sameSubject(s, n)
	}
	if e := s.seatAfter(n); e != nil && s.toks[i].punct {
		return t.whole(e)
	}
	if e := s.nearestLeft(n); e != nil {
		return t.whole(e)
	}
	return t.openingDocument(s, n)
}

// openingDocument: a document at the head of the sentence is the verb's subject: "A note seen by this newspaper
// estimates".
func (t *talk) openingDocument(s *sent, n *node) *entity {
	for _, m := range s.nodes {
		start := s.clauseStart(n.from)
		if !m.is("source") || m.attr("type") != "document" || m.from < start || m.from > start+8 || m.to >= n.from || s.locativeAt(m.from) {
			continue
		}
		if start == 0 {
			return t.writer(s, m)
		} else if e := s.record(m); e != nil {
			return e
		}
	}
	return nil
}

// clauseStart is the token after the last semicolon before token i.
func (s *sent) clauseStart(i int) int {
	for ; i > 0 && s.toks[i-1].word != ";"; i-- {
	}
	return i
}

// sameSubject: the verb goes on with the subject of the one before it in the sentence.
func (t *talk) sameSubject(s *sent, n *node) *entity {
	for k := len(s.spks) - 1; k >= 0; k-- {
		if sp := s.spks[k]; sp.at < n.from && len(sp.origin) > 0 && !sp.document {
			return sp.origin[0]
		}
	}
	return t.whole(s.nearestLeft(n))
}

// beforeHelpers steps left over auxiliaries, adverbs and times between a subject and its verb.
func (s *sent) beforeHelpers(i int) int {
	for i >= 0 {
		n := s.toks[i].node
		switch {
		case n.is("time") && n.to <= i+1:
			i = n.from - 1
			if i >= 0 && s.toks[i].mark == "of" {
				i--
			}
		case s.is(i, "verb_helper"):
			i--
		default:
			return i
		}
	}
	return i
}

// adjacent reads the word right before the verb as its subject: a pronoun, a source, a document, any noun with its
// article. It reports false when no subject stands there.
func (t *talk) adjacent(s *sent, i int) (*entity, bool) {
	if i < 0 || s.toks[i].punct {
		return nil, false
	}
	if kind, ok := s.d.Lang.Table("speaker_pronoun").Value(s.toks[i].word); ok {
		return t.pronoun(s, i, kind), true
	}
	if s.is(i, "relative_word") {
		j := i - 1
		if j >= 0 && (s.is(j, "name_article") || s.toks[j].mark == "of") {
			return nil, false
		}
		if j >= 0 && s.toks[j].punct {
			j--
		}
		if j < 0 || s.toks[j].punct {
			return nil, false
		}
		e, told := t.nounAt(s, j)
		return s.named(e), told
	}
	return t.nounAt(s, i)
}

// named is whose name stands before the source that only describes it: "Oryx, a project that admits".
func (s *sent) named(e *entity) *entity {
	if e == nil || e.s != s || !s.is(e.from-1, "indefinite_article") && !s.is(e.from, "indefinite_article") {
		return e
	}
	i := s.beforeArticles(e.from)
	if i < 1 || s.toks[i].word != "," {
		return e
	}
	if h := s.entityAt(i - 1); h != nil && h.to == i && !h.bare && (h.kind == "tracker" || h.kind == "ngo" || h.kind == "person") {
		return h
	}
	return e
}

// nounAt is the source whose phrase ends at token i.
func (t *talk) nounAt(s *sent, i int) (*entity, bool) {
	if e := s.entityAt(i); e != nil && !e.bare {
		h := s.headOf(e)
		if (h.kind == "media" || h.kind == "person" && !h.titled) && s.locativeAt(h.from) {
			return nil, false // "the list that the staff put on Facebook says"
		}
		if !s.byAgent(h.from) {
			return t.whole(h), true
		}
		if e := s.spokenTo(h); e != nil {
			return t.whole(e), true
		}
		return nil, false
	}
	if n := s.documentAt(i); n != nil {
		return t.writer(s, n), true
	}
	if s.is(i, "text_word") {
		return t.lastOrigin(), true
	}
	if e := s.nounPhrase(i); e != nil {
		h := s.headOf(e)
		switch {
		case h != e && s.is(h.to-1, "text_word"):
			return t.lastOrigin(), true // "the column on the right shows"
		case h != e && s.documentAt(h.to-1) != nil:
			return t.writer(s, s.documentAt(h.to-1)), true
		case !s.byAgent(h.from) && !s.locativeAt(h.from):
			return t.whole(h), true
		}
	}
	return nil, false
}

// nounPhrase makes a source of a noun that the patterns do not know, when an article or a party's name shows that it is
// afterVerb is the subject of an inverted verb: "…, said the ministry", "informó este martes el gobernador". Who is told
// stands before it.
func (s *sent) afterVerb(n *node) *entity {
	reach := 3
	if s.d.verbFirst {
		reach = 9
	} else if i := s.beforeHelpers(n.from - 1); i >= 0 && !s.toks[i].punct {
		return nil
	}
	from := n.to
	e := s.entityAfter(from, reach)
	for e != nil && s.d.verbFirst && (s.locativeAt(e.from) || n.attr("told") != "" && from == n.to) {
		from = e.to
		e = s.entityAfter(from, reach)
	}
	if e == nil || e.bare || e.id == "reporters" || !s.d.verbFirst && s.is(s.beforeArticles(e.from), "other_preposition") || n.attr("told") != "" && from == n.to || s.inCount(e.from, e.to) || !s.onlyTimes(from, e.from) {
		return nil
	}
	return s.apposed(e)
}

// nounAfter is a noun with its article right after an inverted verb: "…, said a monk who helped".
func (t *talk) nounAfter(s *sent, n *node) *entity {
	i := n.to
	if n.from == 0 || n.attr("told") != "" || !s.toks[n.from-1].punct || !s.is(i, "indefinite_article") && !s.is(i, "name_article") {
		return nil
	}
	for i++; i < len(s.toks) && i <= n.to+4; i++ {
		tok := s.toks[i]
		if tok.punct || tok.mark != "" || s.is(i, "relative_word") {
			e, _ := t.nounAt(s, i-1)
			return e
		}
		if tok.node != nil && !tok.node.is("source") && !tok.node.is("party") && !(tok.node.is("target") && isPeople(tok.node.attr("category"))) {
			return nil
		}
	}
	return nil
}

// onlyTimes: nothing but times, articles, adverbs and the head of the source's own phrase stand between.
func (s *sent) onlyTimes(from, to int) bool {
	article := false
	for i := from; i < to; i++ {
		t := s.toks[i]
		article = article || s.is(i, "name_article") || s.is(i, "indefinite_article")
		switch {
		case t.punct, s.is(i, "that_word"), s.is(i, "object_marker") && !t.node.is("time"):
			return false
		case t.node.is("quantity") && t.node.attr("form") != "article", t.node.is("loss"), t.node.is("target"):
			return false
		case t.mark == "part", t.mark == "of" && !article && !t.node.is("time") && !s.timeFollows(i):
			return false
		}
	}
	return true
}

// beforeAside is the source before the comma, bracket or dash that opened the aside closed at token i:
// "Kristoffersen, the head of the armed forces, said".
func (s *sent) beforeAside(i int) *entity {
	var best *entity
	ents := s.entities()
	for k := len(ents) - 1; k >= 0; k-- {
		e := ents[k]
		if e.to > i {
			continue
		}
		if i-e.to > speechReach || s.blocked(e.to, i) && !s.is(e.to+1, "relative_word") {
			break
		}
		if !s.toks[e.to].punct || e.to == i && !s.apposition(ents, k) || e.bare || s.dateline(e) || s.locativeAt(e.from) || s.inCount(e.from, e.to) {
			continue
		}
		if best == nil || e.rank() > best.rank() {
			best = e
		}
	}
	if best == nil {
		return s.beforeRelative(i)
	}
	return best
}

// besideOffice: the name stands between commas, beside an office.
func (s *sent) besideOffice(e *entity) bool {
	for i := max(0, e.from-1); i < e.to; i++ {
		if s.toks[i].word == "," {
			before := s.entityAt(i - 1)
			return e.titled && (before == nil || before == e || before.kind != "person")
		}
	}
	return false
}

// apposition: the source closes an aside as the name of the office before it: "its spokesman, Gen. Rasool,".
func (s *sent) apposition(ents []*entity, k int) bool {
	e := ents[k]
	if e.kind != "person" || e.from == 0 || s.toks[e.from-1].word != "," {
		return false
	}
	return k == 0 || ents[k-1].to != e.from-1 || ents[k-1].kind != "person"
}

// whoAside is the source before a relative clause of persons that token i closes: "Brian Yell, who flew helicopters,
// remembers".
func (s *sent) whoAside(i int) *entity {
	k := s.relativeBefore(i)
	if k < 2 || !s.is(k, "person_relative") {
		return nil
	}
	if e := s.entityAt(k - 2); e != nil && e.to == k-1 && !e.bare && !s.dependent(e) && !s.inCount(e.from, e.to) {
		return e
	}
	return nil
}

// relativeBefore is the token that opens the relative clause between commas which token i closes, 0 if none.
func (s *sent) relativeBefore(i int) int {
	if i < 0 || s.toks[i].word != "," {
		return 0
	}
	for k := i - 1; k > 0 && i-k < speechReach && s.toks[k].word != ";"; k-- {
		if s.is(k, "relative_word") && s.toks[k-1].word == "," {
			return k
		}
	}
	return 0
}

// beforeRelative is the noun before a relative clause that ends at token i: "the committee in Lindo, which went through
// the lists, said".
func (s *sent) beforeRelative(i int) *entity {
	k := s.relativeBefore(i)
	if k < 2 {
		return nil
	}
	e := s.nounPhrase(k - 2)
	if e == nil {
		if p := s.entityAt(k - 2); p != nil && s.locativeAt(p.from) {
			e = s.nounPhrase(p.from - 2)
		}
	}
	if e == nil {
		return nil
	}
	return s.headOf(e)
}

// nearestLeft is the last resort: the nearest source before the verb that may be a subject.
func (s *sent) nearestLeft(n *node) *entity {
	var left *entity
	for _, e := range s.entities() {
		if e.to > n.from {
			break
		}
		if e.bare || s.dateline(e) || s.byAgent(e.from) || s.locativeAt(e.from) || left != nil && s.toks[max(0, e.from-1)].mark == "of" || s.inCount(e.from, e.to) {
			continue
		}
		if n.from-e.to > speechReach || s.blocked(e.to, n.from) || s.doubtfulName(e, n) {
			continue
		}
		if left == nil || e.from-left.to > 4 || left.rank() <= e.rank() {
			left = e
		}
	}
	return left
}

// blocked: a semicolon or another speech verb stands between subject and verb.
func (s *sent) blocked(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].word == ";" || s.verbAt(i) && !s.attributes(i) {
			return true
		}
	}
	return false
}

// attributes: the word at token i only attributes ("cited by", "according to") and has no subject of its own.
func (s *sent) attributes(i int) bool {
	for _, n := range s.nodes {
		if n.is("source") && n.attr("type") == "verb" && n.attr("cue") != "verb" && n.from <= i && i < n.to {
			return true
		}
	}
	return false
}

// entityAfter is the first source within reach words after token i.
func (s *sent) entityAfter(i, reach int) *entity {
	for _, e := range s.entities() {
		if e.from >= i && e.from-i <= reach {
			return e
		}
	}
	return nil
}

// entityBefore is the last source that ends within six words before token i.
func (s *sent) entityBefore(i int) *entity {
	var last *entity
	for _, e := range s.entities() {
		if e.to <= i && i-e.to <= 6 && !e.bare {
			last = e
		}
	}
	return last
}
