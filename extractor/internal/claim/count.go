package claim

import "strings"

// count is a quantity together with what it counts: "14 Russian battle tanks".
type count struct {
	s        *sent
	q        *node
	target   *node   // nil when the words beside the number name no thing
	head     *node   // the thing, when a table's heading names it
	targets  []*node // every head that the one number covers ("aircraft and helicopters")
	from, to int     // tokens of the whole phrase
	parties  []*node // parties named inside the phrase
	label    bool    // target stands before the number: "Tanks: 3,245"
	body     *node   // a force or people that is itself what is counted: "40 Taliban", "600 Russians"
	pronoun  bool    // "its soldiers"
	anaphor  bool    // "14 of them", "four others": the thing was named before
	owned    bool    // "one of the rebels' bastions": what somebody has is counted
	copular  bool    // "127 were children"
	part     bool    // a part of the figure before it: "including 12 children"
	bracket  bool    // "(+14)"
	category string
	effect   string
	loss     *node   // the loss word that governs it
	governor *node   // an exclusion that governs it instead
	chain    int     // counts of one list share a number
	lead     *count  // the total that a "(+14)" adds to
	like     *count  // the count before that names the thing, when this one does not
	column   []*node // the times in the heading of its table's column
	year     int     // the year that its table's column or row is of, 0 for none
	month    int     // the month of it
	summed   bool    // its table's column adds up
	apart    bool    // its table's column counts something else than losses
	doubt    string  // a flag for the claim
	guessed  bool    // the category comes from the context
	why      string  // how the loser was told
	reason   string  // why no claim came of it

	agent  *node // subject of an active loss verb
	loser  string
	period period
	spk    *speech
	verif  verification
	out    int // index among the claims, -1 for none
}

// findCounts pairs each quantity of the sentence with its target.
func (s *sent) findCounts() {
	for _, n := range s.nodes {
		if !n.is("quantity") || n.Quantity == nil || n.attr("type") != "" {
			continue
		}
		if len(s.counts) > 0 && n.from < s.counts[len(s.counts)-1].to && n.attr("form") == "article" {
			continue
		}
		c := &count{s: s, q: n, from: n.from, to: n.to, out: -1}
		c.bracket = n.Quantity.Bracket
		c.findTarget()
		if n.attr("form") == "article" && c.target == nil && !c.headless() {
			continue
		}
		s.counts = append(s.counts, c)
	}
	s.shareWholes()
	s.foldAppositions()
	s.shareHeads()
	s.chainCounts()
	for _, c := range s.counts {
		c.classify()
	}
}

// headless: an article may stand before a loss noun or participle alone ("one dead", "a casualty"), the numeral one
// only; "a" alone counts nothing.
func (c *count) headless() bool {
	return !c.s.is(c.q.from, "indefinite_article") && c.adjacentLoss() != nil
}

const targetReach = 8 // words between a number and the thing it counts

// findTarget looks right of the number for the head noun, then left for a label.
func (c *count) findTarget() {
	s := c.s
	if c.bracket {
		c.label = true
		return
	}
	if !c.rightTarget() && !c.copulaTarget() && !c.gappedCopula() {
		c.leftLabel()
	}
	if c.target != nil && !c.label {
		c.extendTarget()
		c.trailingParty()
	}
	if c.q.Quantity.Sign && c.target == nil {
		c.bracket, c.label = true, true
	}
	if c.q.Quantity.Other || s.markBefore(c.from, "other") {
		c.anaphor = c.anaphor || c.target == nil
	}
	c.part = s.markBefore(c.from, "part") || s.markAfter(c.q.to, "part") || s.opensPart(c)
}

func (s *sent) markBefore(i int, mark string) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if s.toks[k].mark == mark && k+s.toks[k].markLen >= i-1 {
			return true
		}
	}
	return false
}

func (s *sent) markAfter(i int, mark string) bool {
	return i < len(s.toks) && s.toks[i].mark == mark
}

// rightTarget scans right from the number. The head is the first target, or the last of several that follow each
// other without a gap where the language puts the head last.
func (c *count) rightTarget() bool {
	s, words := c.s, 0
	for i := c.q.to; i < len(s.toks) && words <= targetReach; i++ {
		t := s.toks[i]
		n := t.node
		switch {
		case n.is("target"):
			if c.owned = s.ownerOfCounted(n); c.owned || c.ofSeveral(n) {
				return false
			}
			c.takeTarget(n)
			return true
		case words > 0 && n.is("exclusion") && n.attr("type") == "governor":
			return false
		case n.is("party") || n.is("place"):
			c.takeOwner(n)
			i = s.lastOf(n, i)
			words++
		case n.is("loss") && adjectival(n):
			i = s.lastOf(n, i)
			if s.is(i+1, "locative_word") {
				return false // "ten wounded in drone attacks"
			}
			words += 3
		case c.phraseEnds(i):
			return false
		case t.punct:
		case breaksPhrase(t.mark):
			step, weight, ok := c.stepOver(i)
			if !ok {
				return false
			}
			i, words = i+step, words+weight
		default:
			words++
		}
	}
	return false
}

// ownerOfCounted: the thing only owns what is counted ("the four men's graves"); of deaths and wounds it is the sufferer.
func (s *sent) ownerOfCounted(n *node) bool {
	if n.End >= len(s.Text) || s.Text[n.End] != '\'' && s.Text[n.End] != '’' {
		return false
	}
	if s.toks[n.to-1].end <= n.End { // the apostrophe of a plural stands alone: "the guerrillas' bastions"
		return n.to+1 < len(s.toks) && s.Text[n.End-1]|0x20 == 's' && s.Text[n.End+1] == ' ' && s.plainWord(n.to+1)
	}
	return n.to < len(s.toks) && !s.toks[n.to].node.is("loss")
}

// takeOwner takes a party that stands between a number and its thing for the loser.
func (c *count) takeOwner(n *node) {
	if n.attr("form") == "pronoun" {
		c.pronoun = true
		return
	}
	if !n.is("party") || n.attr("form") == "compound" || !c.s.belongs(n, c) {
		return
	}
	c.parties = append(c.parties, n)
	switch n.attr("form") {
	case "force", "group", "people":
		c.body = n
	case "adjective": // "255 británicos", which no noun precedes
		if c.s.d.headFirst && n.from == c.q.to {
			c.body = n
		}
	}
}

// phraseEnds: token i cannot stand between a number and the thing it counts.
func (c *count) phraseEnds(i int) bool {
	t := c.s.toks[i]
	switch n := t.node; {
	case n.is("quantity"), n.is("time"), n.is("loss"):
		return true
	case n.is("exclusion") && n.attr("type") == "governor":
		return i > c.q.to && finite(n)
	case n.is("exclusion") && n.attr("type") == "building", n.is("source") && n.attr("type") == "verb":
		return true
	}
	return t.punct && !softPunct(t.word) || t.mark == "by"
}

// breaksPhrase: the little word ends a noun phrase, but for the cases of stepOver.
func breaksPhrase(mark string) bool {
	switch mark {
	case "and", "or", "clause", "part", "rise":
		return true
	}
	return false
}

// stepOver tells whether the scan may pass the little word at token i, and by how many tokens and words.
func (c *count) stepOver(i int) (tokens, words int, ok bool) {
	s, t := c.s, c.s.toks[i]
	switch {
	case s.is(i, "genitive_word") && (t.mark == "rise" || t.mark == "part" && t.markLen == 2 && s.is(i+1, "name_article")):
		return 0, 1, true
	case t.mark == "and" && s.joinedAdjectives(i):
		return 0, 0, true
	case t.mark == "part" && i == c.q.to:
		// "14 of them civilians", "siete de ellos Bradley": the thing may follow at once.
		c.anaphor = true
		return t.markLen - 1, targetReach - 1, true
	}
	return 0, 0, false
}

// belongs: an adjective, people or force within the phrase is the loser's; the bare name of a country is only after "of".
func (s *sent) belongs(n *node, c *count) bool {
	switch n.attr("form") {
	case "name", "metonym", "leader":
		return n.from == c.q.to || s.is(n.from-1, "genitive_word") || s.is(n.from-1, "origin_word") || s.is(n.from-1, "name_article") && s.is(n.from-2, "genitive_word")
	}
	return true
}

// lastOf is the last token from i on that still belongs to the mention: "its" of "its soldiers", whose soldiers are a
// target of their own.
func (s *sent) lastOf(n *node, i int) int {
	for i+1 < n.to && s.toks[i+1].node == n {
		i++
	}
	return i
}

// joinedAdjectives: "and" stands between two adjectives of one thing ("2,000 Ukrainian and foreign fighters").
func (s *sent) joinedAdjectives(i int) bool {
	if !s.toks[i-1].node.is("party") || i+2 >= len(s.toks) {
		return false
	}
	return s.toks[i+1].node.is("target") || (s.toks[i+1].node == nil || s.toks[i+1].node.is("party")) && s.toks[i+2].node.is("target")
}

// adjectival: the loss word may stand between a number and its thing ("14 destroyed tanks", "30 dead soldiers").
func adjectival(n *node) bool {
	role := n.attr("role")
	return role == "state" || role == "either"
}

// finite: exclusion words that end a noun phrase; participles such as "trained" before a noun do not.
func finite(n *node) bool { return n.attr("what") != "strength" && n.attr("what") != "transfer" }

func softPunct(w string) bool { return w == "\"" || w == "'" || w == "-" || w == "/" || w == "." }

// listLike: a list item, table row, or a line of labels.
func (s *sent) listLike() bool { return s.Kind == "list_item" || s.Kind == "table_row" }

// adjacentLoss is the loss word that follows the phrase at once: "12 dead", "1,030 Russian casualties".
func (c *count) adjacentLoss() *node {
	s := c.s
	for i, gap := c.to, 0; i < len(s.toks) && gap < 3; i++ {
		t := s.toks[i]
		switch n := t.node; {
		case n.is("loss"):
			return n
		case n.is("party") || n.is("target"):
			i = n.to - 1
		case t.punct && !softPunct(t.word) || t.mark == "clause" || t.mark == "and" || n.is("quantity"):
			return nil
		default:
			gap++
		}
	}
	return nil
}

var categoryOrder = []string{"personnel", "civilians", "people", "tanks", "armoured_vehicles", "artillery", "mlrs", "air_defence",
	"aircraft", "helicopters", "drones", "missiles", "ships", "submarines", "vehicles", "special_equipment", "ground_robots", "equipment"}

func isPeople(category string) bool {
	return category == "personnel" || category == "civilians" || category == "people"
}

// classify settles the category from the heads: one class, several joined in the contract's order, or people for a mix.
func (c *count) classify() {
	set := map[string]bool{}
	if len(c.targets) == 1 {
		if _, ok := c.s.d.Lang.Table("anaphor_word").Value(foldedText(c.targets[0])); ok {
			c.target, c.targets, c.anaphor = nil, nil, true
		}
	}
	for _, t := range c.targets {
		if t.attr("generic") != "" && len(c.targets) > 1 {
			continue
		}
		for _, k := range strings.Split(t.attr("category"), "+") {
			set[k] = true
		}
	}
	c.category = joinCategories(set)
}

func joinCategories(set map[string]bool) string {
	if len(set) == 0 {
		return ""
	}
	people := 0
	for k := range set {
		if isPeople(k) {
			people++
		}
	}
	if people > 1 {
		return "people"
	}
	var out []string
	for _, k := range categoryOrder {
		if set[k] && (people == 0 || isPeople(k)) {
			out = append(out, k)
		}
	}
	return strings.Join(out, "+")
}
