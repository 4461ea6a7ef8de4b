package claim

import (
	"slices"
	"strings"
	"unicode"

	"lossclaims/patterns"
)

// speech is one act of saying: who, through whom, by which words.
type speech struct {
	origin   []*entity
	relay    []*entity
	cue      string
	at       int // token of the cue
	deny     bool
	own      bool // named in the sentence itself, not carried over
	admits   bool
	document bool // a possessor's count, not a verb of saying
	trails   bool // the cue closes what was said: "…, the ministry said."
	para     int
	of, via  *speech // made of two: who says so, and who passed it on
}

// findSpeakers finds the speeches of every sentence and carries them on to sentences that name none.
func (d *doc) findSpeakers() {
	d.introduce()
	t := &talk{d: d}
	for _, s := range d.sents {
		t.listen(s)
		t.hear(s)
	}
	t.nameAhead()
	d.carrySpeakers()
}

// introduce reads the names in ordinary sentences first, so that headlines and shouted text can lean on them.
func (d *doc) introduce() {
	for _, s := range d.sents {
		if !s.shouting() {
			s.entities()
		}
	}
}

// listen finds the speeches of a sentence.
func (t *talk) listen(s *sent) {
	t.announced(s)
	for _, n := range s.nodes {
		if s.saying(n) {
			t.utter(s, n)
		}
	}
	if s.Kind != "list_item" && s.Kind != "table_row" && s.Kind != "caption" {
		t.unsaid(s)
		t.gapped(s)
	}
	s.mergeRelays()
}

// unsaid finds the speeches that no verb of saying marks.
func (t *talk) unsaid(s *sent) {
	if len(s.spks) == 0 {
		t.ownCounts(s)
	}
	first := len(s.toks)
	c := s.firstLoss()
	if c != nil {
		first = c.from
	} else if s.word(first-1) != ":" {
		return
	}
	if len(s.spks) == 0 || s.spks[0].at > first && (s.clauseBetween(first, s.spks[0].at) || s.ownFigure(s.spks[0], first)) {
		t.countingSubject(s, first)
		if c != nil && (len(s.spks) == 0 || s.spks[0].at > first) {
			t.statingSubject(s, c)
		}
	}
}

// ownFigure: the speech has a figure of its own behind it, and its speaker in front, after the one at token first: "Rome
// valued them at 150, the bloggers counted 62".
func (s *sent) ownFigure(sp *speech, first int) bool {
	e := sp.origin[0]
	return !sp.trails && e.s == s && e.from > first && e.to <= sp.at && s.countFrom(sp.at) != nil
}

// saying: the mention is a verb of saying, or a noun of the same form ("claims", "reports") between a subject and what
// it says.
func (s *sent) saying(n *node) bool {
	if !n.is("source") {
		return false
	}
	if n.attr("type") == "verb" {
		return true
	}
	if n.attr("type") != "document" || !s.is(n.from, "noun_or_verb") || n.from == 0 || n.to != n.from+1 {
		return false
	}
	if last := n.End - 1; s.Text[last] > unicode.MaxASCII && s.Folded[last] <= unicode.MaxASCII {
		return true // "anunció", which only its accent tells from the noun
	}
	if s.is(n.from-1, "speaker_pronoun") {
		return true
	}
	that := s.is(n.to, "that_word")
	e := s.entityAt(n.from - 1)
	if e == nil && that {
		e = s.nounPhrase(n.from - 1)
	}
	if e == nil || e.bare || e.kind == "media" && !that || e.to != n.from || s.toks[max(0, e.from-1)].mark == "of" && e.from > 0 {
		return false
	}
	if n.to >= len(s.toks) {
		return true
	}
	next := s.toks[n.to]
	return next.node.is("quantity") || s.is(n.to, "that_word") || s.is(n.to, "name_article") || next.word == "." && s.commaBefore(e.from)
}

// commaBefore: a comma stands before the source, with no word that would take its document ("according to").
func (s *sent) commaBefore(i int) bool {
	for i > 0 && s.is(i-1, "name_article") {
		i--
	}
	return i > 0 && s.toks[i-1].word == ","
}

// utter makes a speech of a verb of saying.
func (t *talk) utter(s *sent, n *node) {
	sp := &speech{own: true, cue: n.text(), at: n.from, para: s.Para, deny: n.attr("stance") == "deny", admits: n.attr("stance") == "admit"}
	switch n.attr("cue") {
	case "according":
		sp.take(t.object(s, n))
	case "citing":
		sp.take(t.object(s, n))
		if len(sp.origin) > 0 && s.markBetween(n.to, sp.origin[0], "by") {
			s.passOn(n, sp.origin)
			return
		}
		if len(sp.origin) > 0 {
			sp.relay = s.citer(n)
		}
	default:
		if s.inserted(n) {
			sp.take(t.goesOn(s))
		} else {
			sp.take(t.subject(s, n))
		}
		if len(sp.origin) == 0 {
			sp.take(t.elided(s, n))
		}
		if e := s.entityAfter(n.to, 4); e != nil && (n.attr("told") != "" || e.kind == "media") && e.kind == "media" && len(sp.origin) > 0 && sp.origin[0] != e {
			sp.relay = append(sp.relay, e)
		}
	}
	if len(sp.origin) == 0 || n.attr("cue") == "verb" && s.d.publishes(sp.origin[0]) {
		return
	}
	sp.trails = s.trails(n, sp)
	if _, ok := s.d.Lang.Table("relay_cue").Value(s.phrase(n.from, n.to)); ok {
		s.passOn(n, sp.origin)
		return
	}
	if n.attr("cue") == "verb" && (s.participle(n) || s.is(n.from-1, "reflexive_word")) {
		return
	}
	s.spks = append(s.spks, sp)
}

// markBetween: a word with the mark stands between token i and the source: "cited in August by the paper".
func (s *sent) markBetween(i int, e *entity, mark string) bool {
	for ; e.s == s && i < e.from; i++ {
		if s.toks[i].mark == mark {
			return true
		}
	}
	return false
}

// citer is who quotes: the speaker of the verb before, whose own speech that was not, or the source before.
func (s *sent) citer(n *node) []*entity {
	if k := len(s.spks) - 1; k >= 0 && s.spks[k].at < n.from && !s.clauseBetween(s.spks[k].at, n.from) {
		r := s.spks[k].origin
		s.spks = s.spks[:k]
		return r
	}
	if r := s.entityBefore(n.from); r != nil {
		return []*entity{r}
	}
	return nil
}

// passOn makes those who are only quoted as bearers the relay of the source that stands before: "officials cited by the
// paper".
func (s *sent) passOn(n *node, who []*entity) {
	if k := len(s.spks) - 1; k >= 0 {
		s.spks[k].relay = append(s.spks[k].relay, who...)
	} else if e := s.entityBefore(n.from); e != nil {
		s.spks = append(s.spks, &speech{own: true, origin: []*entity{e}, relay: who, cue: n.text(), at: n.from, para: s.Para})
	}
}

// participle: the verb's form hangs on a document after a preposition: "in a paper published last week".
func (s *sent) participle(n *node) bool {
	d := s.documentAt(n.from - 1)
	if d == nil && !s.is(n.from-1, "text_word") {
		return false
	}
	i := n.from - 2
	if d != nil {
		i = d.from - 1
	}
	for i > 0 && (s.is(i, "indefinite_article") || s.is(i, "name_article")) {
		i--
	}
	return i >= 0 && s.toks[i].mark == "of"
}

// publishes: the name is that of the page's own publisher, which quotes itself.
func (d *doc) publishes(e *entity) bool {
	return len(d.Publisher.Text) > 0 && e.kind != "institution" && e.kind != "ngo" && strings.Contains(string(d.Publisher.Folded), strings.ToLower(string(patterns.Fold([]rune(e.name)))))
}

func (sp *speech) take(e *entity) {
	if e != nil && e.id != "reporters" {
		sp.origin = append(sp.origin, e)
	}
}

// object is the source after a word such as "according to".
func (t *talk) object(s *sent, n *node) *entity {
	for k := n.to; k < len(s.toks) && k <= n.to+8; k++ {
		if kind, ok := s.d.Lang.Table("owner_word").Value(s.toks[k].word); ok {
			if e := s.entityAfter(k, 4); e != nil && !e.bare {
				return e
			}
			return t.pronoun(s, n.from, kind)
		}
		if kind, ok := s.d.Lang.Table("speaker_pronoun").Value(s.toks[k].word); ok {
			return t.pronoun(s, n.from, kind)
		}
		if s.attributes(k) {
			break
		}
		if e := s.entityAt(k); e != nil && !e.bare {
			if o := s.entityAfter(e.to, 2); o != nil && e.from > n.to && s.locativeAt(e.from) && s.onlyTimes(e.to, o.from) {
				e = o // "as assured on Telegram the governor"
			}
			return t.whole(s.apposed(e))
		}
		if s.toks[k].punct && k > n.to+1 || s.toks[k].mark == "clause" && !s.is(k-1, "text_word") && s.documentAt(k-1) == nil {
			break
		}
	}
	for k := n.to; k < len(s.toks) && k <= n.to+5; k++ {
		if s.toks[k].punct || s.toks[k].mark != "" && k > n.to || s.attributes(k) {
			e, _ := t.nounAt(s, k-1)
			return e
		}
	}
	return nil
}

// trails: nothing of what is said follows the cue: the sentence or the aside ends soon after it.
func (s *sent) trails(n *node, sp *speech) bool {
	end := n.to
	if e := sp.origin[0]; e.s == s && e.from >= n.to {
		end = e.to
	}
	for i := end; i < len(s.toks); i++ {
		tok := s.toks[i]
		switch {
		case tok.word == ",", tok.word == ".", tok.word == ";", tok.word == "-", tok.word == ")":
			return true
		case tok.node.is("time"), tok.mark == "of", tok.node.is("source"), s.is(i, "name_article"):
		case n.attr("cue") == "verb" || n.from == 0 || !s.ofName(i):
			return false
		}
	}
	return true
}

// ofName: a word that may go on with a source's name ("the ministry in the Hamas-run territory").
func (s *sent) ofName(i int) bool {
	t := s.toks[i]
	return !t.punct && t.mark == "" && (t.node == nil || t.node.is("party") || t.node.is("place")) && !s.verbAt(i)
}

// announced: a source before a colon at the head of a sentence: "Museveni: 54 soldiers killed".
func (t *talk) announced(s *sent) {
	for _, e := range s.entities() {
		if e.from > 4 && s.Kind != "subhead" || e.from > 8 {
			return
		}
		if e.bare || !e.announces() || e.to >= len(s.toks) || s.toks[e.to].word != ":" || s.locativeAt(e.from) || s.Kind == "list_item" {
			continue
		}
		s.spks = append(s.spks, &speech{own: true, origin: []*entity{t.whole(e)}, cue: ":", at: e.to, para: s.Para})
		return
	}
}

// announces: a known person, an official, or a body that is no unit; units before a colon head the rows of bulletins.
func (e *entity) announces() bool {
	switch e.kind {
	case "person":
		return e.s.Kind == "headline" && (e.s.d.known[e.person] || e.code != "") || e.titled
	case "institution":
		return e.s.Kind == "headline" && e.role != "unit" && e.role != ""
	case "official", "anonymous", "ngo", "tracker":
		return true
	}
	return false
}

// ownCounts: in a sentence without a verb of saying, somebody's count or claim speaks: "Kyiv's tally stood at 90".
func (t *talk) ownCounts(s *sent) {
	if s.firstLoss() == nil && s.word(len(s.toks)-1) != ":" {
		return
	}
	for i := range s.toks {
		if !s.is(i, "own_document") {
			continue
		}
		n := s.documentAt(i)
		if n == nil {
			n = &node{s: s, from: i, to: i + 1}
			n.Start, n.End = s.toks[i].start, s.toks[i].end
		}
		if e := t.owner(s, n); e != nil {
			s.spks = append(s.spks, &speech{own: true, origin: []*entity{e}, cue: n.text(), at: n.from, para: s.Para, document: true})
			return
		}
	}
}

// firstLoss is the sentence's first number that counts a loss.
func (s *sent) firstLoss() *count {
	for _, c := range s.counts {
		if c.losses() {
			return c
		}
	}
	return nil
}

// losses: the number counts a loss, and not the source that tells of it ("an official").
func (c *count) losses() bool {
	return c.loss != nil && !(c.q.attr("form") == "article" && c.s.entityAt(c.q.to) != nil)
}

// semicolonWithin: a semicolon stands between the two tokens, in either order.
func (s *sent) semicolonWithin(a, b int) bool {
	for i := min(a, b); i < max(a, b); i++ {
		if s.toks[i].word == ";" {
			return true
		}
	}
	return false
}

// mergeRelays turns a medium beside a fuller source into its relay.
func (s *sent) mergeRelays() {
	var other *speech
	for _, sp := range s.spks {
		if sp.origin[0].kind != "media" {
			other = sp
		}
	}
	if other == nil {
		return
	}
	var keep []*speech
	for _, sp := range s.spks {
		if sp != other && sp.origin[0].kind == "media" && !s.semicolonWithin(sp.at, other.at) {
			for _, r := range append(sp.origin, sp.relay...) {
				if !slices.Contains(other.relay, r) {
					other.relay = append(other.relay, r)
				}
			}
			continue
		}
		keep = append(keep, sp)
	}
	s.spks = keep
}
