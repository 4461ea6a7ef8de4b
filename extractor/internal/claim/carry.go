package claim

import "strings"

// carrySpeakers gives every count its speech: one of its sentence, or the one that runs on from before; sentences
// before the first speaker take the next one.
func (d *doc) carrySpeakers() {
	var cur, fig *speech
	para, quoted := -1, false
	var now *chapter
	for _, s := range d.sents {
		if s.chapter != now {
			now, cur, fig = s.chapter, nil, nil
		}
		if s.Kind == "subhead" {
			continue
		}
		if s.Para != para && !s.listOf(cur) && fig != nil && cur.origin[0].someone() {
			cur = fig
		}
		if s.listLike() && !s.listOf(cur) && d.sameSide(cur, fig) && cur.origin[0].s.countsElse() {
			cur = fig
		}
		if s.Para == para && quoted && !s.insideQuote() && !s.opensWithOwner() {
			cur = fig
		}
		quoted = s.quotes() || quoted && s.insideQuote()
		para = s.Para
		if cur != nil && s.Kind != "headline" && s.Kind != "caption" {
			s.spk = cur
		}
		s.before = s.spk
		if sp := s.lasting(); sp != nil && s.Kind != "caption" {
			cur = sp
			s.spk = sp
			if s.firstLoss() != nil {
				fig = sp
			}
		}
	}
	d.speakAhead()
	d.speakBack()
	d.freeTellers()
	d.voiceQuotes()
	for _, s := range d.sents {
		for _, c := range s.counts {
			c.spk = s.speechFor(c)
		}
	}
}

// sameSide: two speakers are of one party. A list goes on with the one who gave losses though the other has told of
// figures of another kind in between.
func (d *doc) sameSide(a, b *speech) bool {
	if a == nil || b == nil || a == b {
		return false
	}
	code := d.sideOf(a.origin[0])
	return code != "" && code == d.sideOf(b.origin[0])
}

// freeTellers frees the numbers that only count who speaks ("two officials said") of the losses they seemed to be.
func (d *doc) freeTellers() {
	for _, s := range d.sents {
		for _, sp := range s.spks {
			for _, c := range s.counts {
				if e := sp.origin[0]; e.s == s && e.from < c.to && c.from < e.to && s.tellers(c) {
					c.loss, c.reason = nil, "the number counts who speaks"
				}
			}
		}
	}
}

// voiceQuotes gives quoted sentences the speaker whom the sentence that closes the quotation names: "“We counted 40
// bodies. Nine gave up,” said the spokesman."
func (d *doc) voiceQuotes() {
	for _, s := range d.sents {
		end := s.closingQuote()
		if end == nil || end.lasting() == nil || !end.lasting().trails {
			continue
		}
		for k := s.i; k < end.i; k++ {
			d.sents[k].spk, d.sents[k].spks = end.lasting(), nil
		}
	}
}

// listOf: the sentence begins the list that the speech leads in to with a colon.
func (s *sent) listOf(sp *speech) bool {
	if !s.listLike() || s.i == 0 {
		return false
	}
	lead := s.d.sents[s.i-1]
	return lead.lasting() == sp && lead.word(len(lead.toks)-1) == ":"
}

// lasting is the sentence's speech that the next sentences go on with.
func (s *sent) lasting() *speech {
	for _, sp := range s.spks {
		if !sp.deny {
			return sp
		}
	}
	return nil
}

// speakAhead gives sentences before the first speaker the one that the text names next: headlines and opening lines
// have their source in the body.
func (d *doc) speakAhead() {
	var next, first *sent
	for _, s := range d.sents {
		if first == nil && s.Kind == "body" && s.lasting() != nil {
			first = s
		}
	}
	for i := len(d.sents) - 1; i >= 0; i-- {
		s := d.sents[i]
		if s.lasting() != nil && s.Kind != "caption" {
			next = s
		}
		if s.spk == nil && next != nil && (s.Kind != "body" || s.i < first.i) && s.foretells(next) {
			s.spk = next.lasting()
		}
	}
}

// foretells: the first source that the text names may have given the sentence's figures: a headline's, or those of the
// opening lines when it goes on to give figures or vouches for those just told. A list has its source above it.
func (s *sent) foretells(next *sent) bool {
	switch s.Kind {
	case "headline", "subhead":
		return true
	case "body":
		return next.firstLoss() != nil || next.Para == s.Para && !next.quotes()
	}
	return false
}

// quotes: the sentence is somebody's quoted words with the one who spoke them named at its end.
func (s *sent) quotes() bool {
	sp := s.lasting()
	return sp != nil && sp.trails && sp.origin[0].someone() && len(s.toks) > 0 && s.quoteMark(0)
}

// opensWithOwner: the sentence begins with whose the words are ("in her view", "a su juicio").
func (s *sent) opensWithOwner() bool {
	return s.is(0, "owner_word") || s.is(1, "owner_word")
}

// insideQuote: the sentence goes on with quoted words: it opens with a quotation mark or stands between two.
func (s *sent) insideQuote() bool {
	return len(s.toks) > 0 && (s.quoteMark(0) || s.openQuote() < 0)
}

// openQuote is how many quotations the sentence opens and does not close; less than none where it closes one that an
// earlier sentence opened.
func (s *sent) openQuote() int {
	open := 0
	for _, t := range s.toks {
		switch s.Text[t.start] {
		case '“', '«':
			open++
		case '”', '»':
			open--
		}
	}
	return open
}

// closingQuote is the later sentence of the paragraph that closes the quotation which this one opens, if it does.
func (s *sent) closingQuote() *sent {
	open := s.openQuote()
	for k := s.i + 1; open > 0 && k < len(s.d.sents) && s.d.sents[k].Para == s.Para; k++ {
		if open += s.d.sents[k].openQuote(); open <= 0 {
			return s.d.sents[k]
		}
	}
	return nil
}

// quoteMark: token i is a quotation mark.
func (s *sent) quoteMark(i int) bool { return strings.Contains("\"“”«»‘’", s.toks[i].word) }

// speechFor picks the speech of a count: the nearest of the sentence's own, else the one carried over.
func (s *sent) speechFor(c *count) *speech {
	best, cost := (*speech)(nil), far
	later := false // what follows a semicolon has a speaker of its own
	for _, sp := range s.spks {
		if !sp.trails && sp.at >= c.to && s.semicolonWithin(c.to, sp.at) {
			later = true
			continue
		}
		if v := s.speechCost(sp, c); sp.of == nil && v < cost {
			best, cost = sp, v
		}
	}
	switch {
	case best != nil:
		return s.relayed(best, c)
	case later:
		return s.before
	}
	return s.spk
}

// relayed: of "JNIM said it had killed 200, according to SITE" JNIM is the origin, and SITE passed it on.
func (s *sent) relayed(best *speech, c *count) *speech {
	if !best.trails {
		return best
	}
	for _, sp := range s.spks {
		if sp == best || sp.of != nil || sp.origin[0].kind == "media" || sp.at > min(c.from, best.at) || sp.trails || sp.deny || sp.document || s.clauseBetween(sp.at, c.from) {
			continue
		}
		for _, o := range s.spks {
			if o.of == sp && o.via == best {
				return o
			}
		}
		both := *sp
		both.of, both.via = sp, best
		both.relay = append(append([]*entity{}, sp.relay...), best.origin...)
		s.spks = append(s.spks, &both)
		return &both
	}
	return best
}

// clauseBetween: another clause opens between, so what stands before it does not reach over.
func (s *sent) clauseBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.toks[i]; t.word == ";" || t.mark == "clause" && !s.is(i, "that_word") {
			return true
		}
	}
	return false
}

// speechAt is the speech of a loss word that governs no number of its own sentence.
func (s *sent) speechAt(l *node) *speech {
	return s.speechFor(&count{s: s, q: l, from: l.from, to: l.to})
}

func (s *sent) speechCost(sp *speech, c *count) int {
	from, to := sp.at, c.from
	cost := 0
	if sp.trails {
		cost = 8
	}
	if from > to {
		from, to = c.to, sp.at
		cost = 12
		if sp.trails {
			cost = 2
		}
	}
	for i := from; i < to; i++ {
		switch t := s.toks[i]; {
		case t.word == ";":
			cost += 25
		case s.is(i, "contrast_word"):
			cost += 20
		case t.mark == "clause" && !s.is(i, "that_word"):
			cost += 5
		default:
			cost++
		}
	}
	return cost
}
