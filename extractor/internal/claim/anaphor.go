package claim

// resolveAnaphors gives numbers that name no thing the thing of the count before them: "12 were killed and 30
// wounded", "14 of them", "Fifteen it judges destroyed", "27 others". Numbers that say a part of the count before them
// without a loss word of their own take its loss word too.
func (d *doc) resolveAnaphors() {
	var r referents
	for _, s := range d.sents {
		for _, c := range s.counts {
			d.resolve(c, r.fitting(c))
			if c.loss != nil && c.loss.attr("effect") == "context" {
				c.effect = tollEffect(r.people)
			}
			r.remember(c)
		}
		s.addUp()
	}
}

// referents are the counts that a later number may stand for again: the last with a loss word, of any kind, of people,
// of things; and the last that names things, lost or not.
type referents struct {
	last, people, things, named *count
	all                         []*count // with a loss word
}

// fitting is the count that c would go on from: things for what is destroyed, people for what is killed.
func (r *referents) fitting(c *count) *count {
	if c.loss == nil && c.category == "" && !c.part && !c.anaphor {
		return r.likeFigure(c)
	}
	if c.loss == nil || c.category != "" {
		return r.last
	}
	switch c.loss.attr("effect") {
	case "destroyed", "damaged", "abandoned":
		if c.tens() || c.part || c.anaphor || c.ofNamed(r.named) {
			return later(r.things, r.named)
		}
		return r.things
	case "killed_or_wounded":
		if c.tens() && r.named != nil && r.named.loss == nil && (r.last == nil || r.named.after(r.last)) {
			return r.named
		}
		return r.people
	case "missing":
		if r.named != nil && r.named.s == c.s { // "of the sixteen Hueys three did not come back"
			return r.named
		}
		return r.people
	case "killed", "wounded":
		return r.people
	}
	if c.part || c.anaphor {
		return later(r.last, r.named)
	}
	return r.last
}

// likeFigure is the last count, unless it is of quite another size than c, which an earlier one is near.
func (r *referents) likeFigure(c *count) *count {
	if r.last != nil && r.last.q.attr("form") == "article" && c.size() >= 5 && len(r.all) > 1 { // no figure goes on from "a truck"
		for i := len(r.all) - 2; i >= 0 && c.s.Para-r.all[i].s.Para <= 1; i-- {
			if r.all[i].q.attr("form") != "article" {
				return r.all[i]
			}
		}
	}
	if r.last == nil || c.ratio(r.last) < 20 || c.gapped(r.last) {
		return r.last
	}
	for i := len(r.all) - 1; i >= 0; i-- {
		if c.ratio(r.all[i]) < 3 {
			return r.all[i]
		}
	}
	return r.last
}

// later is the one of two counts that stands later in the text.
func later(a, b *count) *count {
	if a == nil || b != nil && b.after(a) {
		return b
	}
	return a
}

func (c *count) after(o *count) bool {
	return c.s.i > o.s.i || c.s.i == o.s.i && c.from > o.from
}

func (r *referents) remember(c *count) {
	if c.bracket {
		return
	}
	if c.equipment() && c.q.attr("form") != "article" {
		r.named = c
	}
	kind := c.kind()
	if c.loss == nil || kind == "" {
		return
	}
	r.all = append(r.all, c)
	if c.q.attr("form") == "article" && c.s.lone(c, c.loss) {
		return
	}
	if r.last = c; isPeople(kind) && c.part && r.people != nil && r.people.s == c.s {
		return // the figures after the part go on from the whole
	} else if isPeople(kind) {
		r.people = c
	} else {
		r.things = c
	}
}

// kind is the category of a count, or what its loss word alone implies: people, but for words of things.
func (c *count) kind() string {
	if c.category != "" || c.loss == nil {
		return c.category
	}
	return c.impliedCategory()
}

// tollEffect is what a bare "toll" or "figure" counts: what the count of people before it did, else the dead.
func tollEffect(people *count) string {
	if people == nil {
		return "killed"
	}
	return people.dead().effectWord()
}

// effectWord is the effect of a count, as its loss word or the context says it.
func (c *count) effectWord() string {
	if c.effect != "" {
		return c.effect
	}
	return c.loss.attr("effect")
}

// dead is, for the wounded of "40 dead and 90 wounded", the count of the dead beside them: what a later figure alone
// goes on from.
func (c *count) dead() *count {
	if c.effectWord() != "wounded" {
		return c
	}
	for _, o := range c.s.counts {
		if o != c && o.loss != nil && isPeople(o.kind()) && o.effectWord() == "killed" {
			return o
		}
	}
	return c
}

// whole is, for a part of a sum, the sum, from which another loss word goes on: the people of "18 people were killed, nine
// children among them, and 60 wounded".
func (c *count) whole(l *node) *count {
	if !c.part || c.loss == l {
		return c
	}
	for k := len(c.s.counts) - 1; k >= 0; k-- {
		if o := c.s.counts[k]; o.from < c.from && !o.part && o.loss != nil && isPeople(o.kind()) == isPeople(c.kind()) {
			return o
		}
	}
	return c
}

func (d *doc) resolve(c, prev *count) {
	if prev == nil || c.bracket || prev.s == c.s && c.s.is(c.from-1, "moment_opener") {
		return
	}
	near := c.s.Para == prev.s.Para || c.s.opensWithPart() && c.s.Para-prev.s.Para == 1
	if c.category == "" && c.loss != nil && near && c.sameKind(prev) && c.leansOn(prev) {
		prev = prev.whole(c.loss)
		c.category, c.lead = prev.category, nil
		c.like = prev
	}
	if prev.loss != nil && c.loss == nil && (c.target == nil && c.category == "" || c.ownOnly()) && c.governor == nil && c.s.Para-prev.s.Para <= c.ellipsisParas() && (c.elliptic() && c.scaleOf(prev) || c.gapped(prev)) {
		prev = prev.dead()
		c.loss, c.reason, c.like, c.category = prev.loss, "", prev, prev.category
		c.pronoun = c.pronoun || c.ownOnly()
		c.takeSubject()
		if p := c.s.withParty(c.from); p != nil {
			c.parties = []*node{p}
		} else if p := c.s.partyJustBefore(c.from); p != nil {
			c.parties = []*node{p}
		}
		if c.doubt == "" && c.s != prev.s {
			c.doubt = "carried_loss"
		}
		return
	}
	if prev.loss == nil || c.partOfNone() {
		return
	}
	if c.loss == nil && near && c.chained(prev) && compatible(c.category, prev.kind()) && c.governor == nil {
		c.loss, c.reason, c.part = prev.loss, "", true
		c.like = prev.like
		return
	}
	if c.loss == nil && c.placedPart(prev) {
		c.loss, c.reason, c.like, c.category, c.part = prev.loss, "", prev, prev.category, true
		return
	}
	if c.loss == nil && near && (c.part || c.anaphor) && (c.target == nil || compatible(c.category, prev.kind())) && c.governor == nil {
		c.loss, c.reason, c.like = prev.loss, "", prev
		c.part = true
		if c.category == "" {
			c.category = prev.category
		}
	}
}

// takeSubject gives a bare figure the thing that its own sentence names as what is counted ("the Leopard 2 count stands
// at 16", "the artillery column had passed 3,100").
func (c *count) takeSubject() {
	s := c.s
	for k := c.from - 1; k >= 0 && c.from-k <= subjectReach; k-- {
		t := s.toks[k]
		if n := t.node; n.is("target") && n.attr("generic") == "" {
			if !s.inCount(n.from, n.to) {
				c.target, c.targets, c.like = n, []*node{n}, nil
				c.classify()
			}
			return
		} else if t.punct && t.word != "\"" || t.mark == "clause" || n.is("quantity") || n.is("source") && n.attr("type") == "verb" {
			return
		}
	}
}

const subjectReach = 7 // words between the thing counted and a figure that ends the sentence

// partOfNone: what the count is a part of stands before it in the sentence, and was not lost ("five vehicles, two of
// them new, arrived").
func (c *count) partOfNone() bool {
	whole := false
	for _, o := range c.s.counts {
		if o.from >= c.from || o.bracket {
			continue
		}
		if o.loss != nil {
			return false
		}
		whole = whole || o.size() > c.size()
	}
	return whole
}

// size is the figure, or the bound of it that is known, 0 for none.
func (c *count) size() int64 {
	q := c.q.Quantity
	if v := firstOf(q.Value, q.Low, q.High); v != nil {
		return *v
	}
	return 0
}

// chained: the count goes on a list whose first member is a part of a sum ("17 of them children and 14 women").
func (c *count) chained(prev *count) bool {
	return prev.part && prev.like != nil && prev.s == c.s && prev.chain == c.chain && c.target != nil
}

// opensWithPart: the sentence begins with a part of the figure before it ("Of these, 3,826 were children").
func (s *sent) opensWithPart() bool {
	for i := 0; i < len(s.toks) && i < 2; i++ {
		if s.toks[i].mark == "part" {
			return true
		}
	}
	return false
}

// leansOn: the number takes its thing from the one before: it says so ("27 others"), stands in the same sentence, or
// its loss word is one of equipment.
func (c *count) leansOn(prev *count) bool {
	switch {
	case c.anaphor, c.part, !isPeople(prev.kind()):
		return true
	case prev.s != c.s || c.s.bears(c) && prev.kind() == "civilians":
		return false
	}
	return c.loss.attr("role") != "noun" || prev.loss.s == c.s && prev.loss.attr("role") == "noun" && c.s.onlyAnd(prev.loss.to, c.from)
}

// sameKind: the loss word fits the thing named before ("30 wounded" after soldiers, "14 damaged" after tanks).
func (c *count) sameKind(prev *count) bool {
	people := isPeople(prev.kind())
	switch c.loss.attr("effect") {
	case "destroyed", "damaged", "abandoned":
		return !people
	case "missing":
		return people || prev.s == c.s
	case "wounded", "killed":
		return people
	case "killed_or_wounded":
		return people || prev.loss == nil && (c.loss.attr("role") == "passive" || c.loss.attr("role") == "active" || c.loss.attr("role") == "either")
	}
	return c.anaphor || c.part || prev.s == c.s
}

func compatible(a, b string) bool { return isPeople(a) == isPeople(b) }
