package claim

import "unicode"

// headOf climbs from what follows a preposition to what stands before it: from "Baku" in "prosecutors in Baku", from
// "territory" in "medics in the north of the territory".
func (s *sent) headOf(e *entity) *entity {
	for range 4 {
		p := e.from - 1
		for p >= 0 && (s.is(p, "name_article") || s.is(p, "indefinite_article")) {
			p--
		}
		if p < 1 || !s.ofAt(p) {
			return e
		}
		p--
		if s.toks[p].word == ")" {
			p = s.bracketOpens(p) - 1
		}
		if p < 0 {
			return e
		}
		h := s.entityAt(p)
		if h == nil || h.bare {
			h = s.nounPhrase(p)
		}
		if h == nil || h.from >= e.from {
			return e
		}
		s.nameWhole(h, e)
		e = h
	}
	return e
}

const longName = 8 // words of a source's name, at most

// nameWhole names the source with what it is of: "member of a vigilance committee".
func (s *sent) nameWhole(h, of *entity) {
	if joint := s.beforeArticles(of.from); s.is(joint, "genitive_word") && joint == h.to && of.to-h.from <= longName && !h.someone() {
		h.name = entityName(s.textOf(h.from, of.to))
	}
}

// bracketOpens is the bracket that the one at token i closes.
func (s *sent) bracketOpens(i int) int {
	for i > 0 && s.toks[i].word != "(" {
		i--
	}
	return i
}

// byAgent: "by" stands before the source that begins at token i, so it is the agent of a participle and no subject.
func (s *sent) byAgent(i int) bool {
	for k := i - 1; k > 0 && i-k <= 2 && s.plainNoun(k); k-- {
		if s.is(k-1, "name_article") || s.is(k-1, "indefinite_article") {
			i = k
			break
		}
	}
	for i > 0 && (s.is(i-1, "name_article") || s.is(i-1, "near_word")) {
		i--
	}
	return i > 0 && s.toks[i-1].mark == "by"
}

// spokenTo is the source before a participle and its agent: "a warden reached by AFP", "a team led by Anna Berg",
// "vecinos contactados por este diario".
func (s *sent) spokenTo(agent *entity) *entity {
	by := agent.from - 1
	for by > 1 && s.toks[by].mark != "by" {
		by--
	}
	i := s.beforeHelpers(by - 1)
	if agent.kind == "party" || i < 1 || s.attributes(by) || s.toks[i].punct || s.toks[i].node.is("loss") {
		return nil
	}
	e := s.entityAt(i - 1)
	if e == nil || e.bare {
		e = s.nounPhrase(i - 1)
	}
	if e == nil {
		return nil
	}
	return s.headOf(e)
}

// plainNoun: a word that no mention, mark or table claims, such as the noun before a name ("the chain Radio Uno").
func (s *sent) plainNoun(i int) bool {
	t := s.toks[i]
	return !t.punct && t.mark == "" && t.node == nil && !s.is(i, "no_speaker") && !unicode.IsUpper(s.Text[t.start])
}

// one: "the staff", "a monk", "Lebanese group".
func (s *sent) nounPhrase(i int) *entity {
	from, code, named := i+1, "", false
	for k := i; k >= 0 && k > i-6; k-- {
		tok := s.toks[k]
		if s.is(k, "name_article") || s.is(k, "indefinite_article") || s.is(k, "owner_word") {
			named = true
			break
		}
		if tok.word == "'" && k > 0 && !s.toks[k-1].punct {
			continue // "the mothers' committee"
		}
		verb := (tok.mark != "" && tok.mark != "of" || s.verbAt(k)) && s.documentAt(k) == nil // "registro" is both
		if tok.punct || verb || tok.node.is("quantity") && !s.is(k-1, "name_article") || tok.node.is("loss") || tok.node.is("time") {
			break
		}
		if tok.mark == "of" && !s.is(k, "genitive_word") {
			break
		}
		if p := s.partyAt(k); p != nil && s.d.realParty(p.attr("code")) {
			code, named = p.attr("code"), true
		}
		from = k
	}
	for from <= i && s.toks[from].mark == "of" {
		from++
	}
	for k := from; k <= i; k++ {
		named = named && !s.is(k, "no_speaker")
	}
	if !named || from > i || s.inCount(from, i+1) && !s.is(from-1, "name_article") {
		return nil
	}
	e := &entity{s: s, from: from, to: i + 1, kind: "institution", code: code, name: entityName(s.textOf(from, i+1))}
	e.id = slug(e.name)
	return e
}

// timeFollows: a time stands right after token i.
func (s *sent) timeFollows(i int) bool {
	return i+1 < len(s.toks) && s.toks[i+1].node.is("time")
}

func (s *sent) opensQuote(i int) bool { return s.toks[i].word == "\"" || s.toks[i].word == ":" }

func (s *sent) closesAside(i int) bool {
	switch s.toks[i].word {
	case ",", ")", "-":
		return true
	}
	return false
}

// inCount: the words are part of what a number counts ("1,030 Russian soldiers"), so they say nothing.
func (s *sent) inCount(from, to int) bool {
	for _, c := range s.counts {
		if c.q.attr("form") != "article" && (c.loss != nil || c.category != "") && from < c.to && c.from < to && !(from <= c.from && c.to < to) && !s.tellers(c) {
			return true
		}
	}
	return false
}

// fewTellers is how many unnamed people may be told apart as sources ("three residents said").
const fewTellers = 12

// tellers: the number counts a few unnamed people of whom sources are made, and no word of loss stands beside them.
func (s *sent) tellers(c *count) bool {
	v := c.q.Quantity.Value
	if v == nil || *v > fewTellers || c.adjacentLoss() != nil {
		return false
	}
	for i := c.q.to; i < c.to; i++ {
		if n := s.sourceAt(i); n != nil && (n.attr("type") == "anonymous" || n.attr("type") == "official" && n.attr("number") == "pl") {
			return true
		}
	}
	return false
}

// dateline: the name is a report's head: a town in capitals, an agency alone in brackets.
func (s *sent) dateline(e *entity) bool {
	if e.from == 0 && (e.kind == "party" || e.kind == "person" && !e.titled) && s.word(e.to) == "/" {
		return true
	}
	if e.from == 0 {
		return e.kind != "ngo" && e.kind != "tracker" && acronym(e.name) && !s.shouting() && (s.word(e.to) == "," || s.word(e.to) == "(")
	}
	return s.toks[e.from-1].word == "(" && s.word(e.to) == ")" && e.to <= 14
}

// locativeAt: a preposition of place stands right before token i ("in Kyiv", "en Siria", "on Telegram").
func (s *sent) locativeAt(i int) bool {
	for i > 0 && (s.is(i-1, "name_article") || s.is(i-1, "indefinite_article")) {
		i--
	}
	return i > 0 && s.toks[i-1].mark == "of" && !s.is(i-1, "genitive_word")
}

// doubtfulName: one capitalised word that nothing marks as a name speaks only right beside the verb.
func (s *sent) doubtfulName(e *entity, n *node) bool {
	if e.kind != "person" || e.titled || s.d.known[e.person] {
		return false
	}
	if e.to-e.from > 1 {
		return n.from-e.to > 10
	}
	return n.from-e.to > 2
}

// apposed is the person whose name follows the office: "la número dos de la misión, Vivian Perre".
func (s *sent) apposed(e *entity) *entity {
	i := s.endOfOffice(e.to)
	if i < len(s.toks) && s.toks[i].word == "," {
		if p := s.entityAt(i + 1); p != nil && p.kind == "person" && p.from == i+1 && e.kind != "person" && (p.to >= len(s.toks) || s.toks[p.to].punct) {
			if p.code == "" {
				p.code = e.code
			}
			return p
		}
	}
	return e
}

// endOfOffice steps from token i over what an office is of and a bracket behind it: "the head of the port (LPA),".
func (s *sent) endOfOffice(i int) int {
	end := i
	for k := i; k < len(s.toks) && k-i <= officeWords; k++ {
		t := s.toks[k]
		if t.punct || t.node.is("loss") || t.node.is("time") || s.verbAt(k) || t.mark != "" && t.mark != "of" && t.mark != "and" {
			break
		}
		end = k + 1
	}
	if s.word(end) != "," && s.word(end) != "(" {
		end = i
	}
	if s.word(end) == "(" {
		end = s.bracketCloses(end) + 1
	}
	return end
}

const officeWords = 8 // words that may say what an office is of

// bracketCloses is the token that closes the bracket at token i, or the sentence's last.
func (s *sent) bracketCloses(i int) int {
	for i < len(s.toks)-1 && s.toks[i].word != ")" {
		i++
	}
	return i
}
