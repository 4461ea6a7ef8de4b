package claim

// verification is what the article says of a claim's truth.
type verification struct {
	status string
	text   string
	weight int
}

const (
	caveatReach    = 2 // paragraphs that a caveat looks back
	ownWeight      = 3 // said in the figure's own sentence
	spreadWeight   = 2
	presumedWeight = 1 // what a source's way of counting says
)

// applyCaveats gives each caveat to the claims it speaks of: figures of its own sentence, those of a source that it names,
// or those told before it; and where it speaks of somebody's figures at large, all that the article has from them.
func (d *doc) applyCaveats() {
	d.trustPictures()
	for _, s := range d.sents {
		for _, n := range s.find("caveat") {
			if n.attr("weak") != "" || s.speaksOfTruth(n) {
				continue
			}
			v := verification{status: n.attr("status"), text: n.text()}
			own := s.caveated(n, v)
			switch {
			case len(own) > 0 && (v.status == "visually_confirmed" || v.status == "unverified" && s.figuresBefore(n)):
				d.spread(own, v)
			case len(own) > 0 || v.status == "confirmed":
			case v.status == "visually_confirmed":
				d.spread(d.sourceNamed(s), v)
				d.tableBelow(s, v)
			default:
				d.backward(s, n, v)
			}
		}
	}
}

// trustPictures takes the figures of projects that list only what pictures show for seen, until a caveat says more.
func (d *doc) trustPictures() {
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss != nil && c.spk != nil && d.inTable("visual_tracker", c.spk.origin[0].id, "visual") {
				c.caveat(verification{status: "visually_confirmed"}, presumedWeight)
			}
		}
	}
}

// speaksOfTruth: "the real number is higher" disputes nobody's figure.
func (s *sent) speaksOfTruth(n *node) bool {
	for i := n.from; i < n.to; i++ {
		if s.is(i, "real_word") {
			return true
		}
	}
	return false
}

// caveated applies the caveat within its sentence: to figures told before it, and to those after it that no other
// speaker tells. It returns the counts it found.
func (s *sent) caveated(n *node, v verification) []*count {
	var out []*count
	only := s.figureSpokenOf(n)
	for _, c := range s.counts {
		if only != nil && c != only {
			continue
		}
		if !c.losses() || c.from >= n.to && (v.status == "disputed" || v.status != "visually_confirmed" && s.speechWithin(n.to, c.from)) {
			continue
		}
		if v.status == "confirmed" && c.to <= n.from && s.verbAt(n.from) && s.speechWithin(c.to, n.from) {
			continue
		}
		c.caveat(v, ownWeight)
		out = append(out, c)
	}
	return out
}

// figureSpokenOf is the one figure that the caveat's words single out: the last before "a figure which nobody has checked".
func (s *sent) figureSpokenOf(n *node) *count {
	for i := max(1, n.from-figureReach); i < n.to; i++ {
		if !s.is(i, "figure_noun") || !s.is(i-1, "indefinite_article") {
			continue
		}
		var last *count
		for _, c := range s.counts {
			if c.losses() && c.to <= i {
				last = c
			}
		}
		return last
	}
	return nil
}

const figureReach = 6 // words between "a figure" and what is said of it

// speechWithin: a speech begins between the two tokens.
func (s *sent) speechWithin(from, to int) bool {
	for _, sp := range s.spks {
		if sp.at >= from && sp.at < to {
			return true
		}
	}
	return false
}

// figuresBefore: the caveat says of figures, a bulletin, a count at large that nobody has checked them.
func (s *sent) figuresBefore(n *node) bool {
	for i := max(0, n.from-8); i < n.to; i++ {
		if s.is(i, "figures_word") {
			return true
		}
	}
	return false
}

// spread gives the caveat to every claim of the same sources.
func (d *doc) spread(of []*count, v verification) {
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			for _, o := range of {
				if s.chapter == o.s.chapter && c.spk != nil && o.spk != nil && (v.status != "visually_confirmed" || o.ownSpeech()) && sameVoice(c.spk.origin[0], o.spk.origin[0]) {
					c.caveat(v, spreadWeight)
				}
			}
		}
	}
}

// sameVoice: the same source, or a state's name that stands for its institution.
func sameVoice(a, b *entity) bool {
	if sameSource(a, b) {
		return true
	}
	return !a.free() && !b.free() && a.code != "" && a.code == b.code && (a.kind == "party" || b.kind == "party")
}

// free: the source is of a country, but does not speak for its state.
func (e *entity) free() bool {
	return e.kind == "ngo" || e.kind == "tracker" || e.role == "think-tank" || e.role == "ombudsman" || e.s.d.inTable("civil_authority", e.role, "civil")
}

// sameSource: two names of one source. Two hospitals or two officers are none for being called so.
func sameSource(a, b *entity) bool {
	return a == b || a.id != "" && a.id == b.id && (a.code != "" || a.id != a.role || sharesWord(a, b)) || fuller(a, b) || fuller(b, a)
}

// sharesWord: the two names have a word in common.
func sharesWord(a, b *entity) bool {
	for _, t := range a.s.toks[a.from:a.to] {
		for _, o := range b.s.toks[b.from:b.to] {
			if len(t.word) > 3 && t.word == o.word {
				return true
			}
		}
	}
	return false
}

// backward finds what a caveat without figures of its own speaks of: the figures of those it names, or else those told
// last by somebody other than the one who doubts them.
func (d *doc) backward(s *sent, n *node, v verification) {
	if of := d.sourceNamed(s); len(of) > 0 {
		d.spread(of, v)
		return
	}
	sources := s.atLarge(n)
	told := d.toldBefore(s, max(sources, 1))
	if sources > 0 {
		d.spread(told, v)
		return
	}
	if len(told) == 0 {
		return
	}
	last := told[len(told)-1]
	for _, c := range told {
		if c.spk != nil && last.spk != nil && sameSource(c.spk.origin[0], last.spk.origin[0]) && (c.s == last.s || c.s.Para == s.Para) {
			c.caveat(v, spreadWeight)
		}
	}
}

// tableBelow gives the caveat to the rows of the table or list that the sentence heads.
func (d *doc) tableBelow(s *sent, v verification) {
	for _, o := range d.sents[s.i+1:] {
		if o.Kind != "table_row" && o.Kind != "list_item" {
			if o.Para-s.Para > caveatReach {
				return
			}
			continue
		}
		for _, c := range o.counts {
			if c.loss != nil {
				c.caveat(v, spreadWeight)
			}
		}
	}
}

// atLarge is of how many sources the caveat's sentence speaks: of one's "figures", of two with "neither", of many with
// "none of these"; 0 where it speaks of one figure only.
func (s *sent) atLarge(n *node) int {
	sources := 0
	for i, t := range s.toks {
		if s.is(i, "figures_word") {
			sources = max(sources, 1)
		}
		if n.from <= i && i < n.to {
			switch v, _ := s.d.Lang.Table("none_word").Value(t.word); v {
			case "two":
				sources = max(sources, 2)
			case "all":
				sources = 9
			}
		}
	}
	return sources
}

// toldBefore are the loss counts before the sentence, without those of its own subject: those of the nearest paragraph
// that has any, and of the ones before until so many sources are found.
func (d *doc) toldBefore(s *sent, sources int) []*count {
	var out []*count
	seen := map[string]bool{}
	para, doubter := s.Para, s.doubter()
	for k := s.i - 1; k >= 0 && s.Para-d.sents[k].Para <= caveatReach+sources; k-- {
		o := d.sents[k]
		if o.Para != para && len(seen) >= sources {
			break
		}
		if o.Kind == "caption" || o.Kind == "headline" {
			continue
		}
		para = o.Para
		for i := len(o.counts) - 1; i >= 0; i-- {
			c := o.counts[i]
			if c.loss == nil || c.spk == nil || doubter != nil && opponent(c.spk.origin[0], doubter) {
				continue
			}
			if id := c.spk.origin[0].id; sources > 1 && len(seen) >= sources && !seen[id] {
				return out // "neither" speaks of the last two
			}
			seen[c.spk.origin[0].id] = true
			out = append([]*count{c}, out...)
		}
	}
	return out
}

// opponent: the source is the doubter itself or one of its side.
func opponent(e, doubter *entity) bool {
	return sameSource(e, doubter) || doubter.code != "" && e.code == doubter.code
}

// doubter is who denies or will not confirm: the subject of the sentence.
func (s *sent) doubter() *entity {
	for _, sp := range s.spks {
		if sp.deny {
			return sp.origin[0]
		}
	}
	for _, e := range s.entities() {
		if e.from <= 2 && !s.locativeAt(e.from) && e.kind != "media" {
			return e
		}
	}
	return nil
}

// sourceNamed are the counts of the sources whose figures the sentence names: "the coalition's counts", "Ukrainian
// numbers", "las cifras del Estado Mayor ni las de Moscú".
func (d *doc) sourceNamed(s *sent) []*count {
	var out []*count
	for _, e := range s.figureOwners() {
		for _, o := range d.sents {
			for _, c := range o.counts {
				if c.loss == nil || c.spk == nil {
					continue
				}
				src := c.spk.origin[0]
				if sameVoice(src, e) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// figureOwners are the sources beside a word for figures, as its possessor, its adjective or after "of".
func (s *sent) figureOwners() []*entity {
	var out []*entity
	for i := range s.toks {
		if !s.is(i, "figures_word") && !s.is(i, "own_document") && !s.is(i, "name_article") {
			continue
		}
		k := i + 1
		if k < len(s.toks) && s.is(k, "genitive_word") {
			for k++; k < len(s.toks) && s.is(k, "name_article"); {
				k++
			}
			for end := k + 5; k < len(s.toks) && k < end && !s.toks[k].punct; k++ {
				if e := s.entityAt(k); e != nil && e.from == k {
					out = append(out, e)
				}
			}
			continue
		}
		if s.is(i, "name_article") {
			continue
		}
		if e := s.entityAt(i + 1); e != nil && e.bare {
			out = append(out, e)
		}
		if e := s.entityAt(i - 1); e != nil && (e.bare || s.owns(e)) {
			out = append(out, e)
		}
	}
	return out
}

// owns: the source ends in the possessive.
func (s *sent) owns(e *entity) bool { return s.ownsAt(e.to - 1) }

// ownsAt: token i ends in the possessive.
func (s *sent) ownsAt(i int) bool {
	w := s.word(i)
	return len(w) > 2 && w[len(w)-2:] == "'s" || s.word(i+1) == "'s"
}

func (c *count) caveat(v verification, weight int) {
	if weight > c.verif.weight {
		v.weight = weight
		c.verif = v
	}
}
