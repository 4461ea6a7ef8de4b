package claim

import (
	"slices"
	"strings"
	"unicode"

	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/patterns"
)

// node is a mention with its place among the sentence's tokens.
type node struct {
	mention.Mention
	s        *sent
	from, to int // tokens covered, to exclusive
}

func (n *node) attr(key string) string { return n.Attrs[key] }
func (n *node) is(kind string) bool    { return n != nil && n.Kind == kind }
func (n *node) text() string           { return string(n.s.Text[n.Start:n.End]) }

// token is a word or one punctuation mark of a sentence.
type token struct {
	start, end int
	word       string // folded
	punct      bool
	mark       string // syntax role: and, or, clause, part, by, of, suffer, inflict, rise, other, it
	markLen    int    // tokens of the phrase that carries the mark, 0 inside one
	node       *node  // the innermost mention that covers the token, by precedence
}

// sent is a sentence with everything found in it.
type sent struct {
	sentence.Sentence
	d        *doc
	i        int
	toks     []token
	nodes    []*node
	counts   []*count
	spk      *speech
	before   *speech // who spoke before the sentence's own speakers
	spks     []*speech
	ents     []*entity // the sources it names, once read
	capitals int       // 2 where nearly every word has one, 1 where not, 0 before the first look
	when     []*moment
	chapter  *chapter // nil in an article that is about one thing
}

// doc is the article while it is being joined.
type doc struct {
	Input
	sents   []*sent
	parties map[string]int // how often each party is named
	places  map[string]int // how often places in each country are
	enemies map[string]string
	losers  map[string]int    // how many figures name each party as their loser
	foes    map[string]string // who fights whom, by the article's own words
	// bySpeaker is whose losses each source spoke of last.
	bySpeaker map[string]string
	house     *speech // the publisher, where it is a party's own institution
	day       civil   // the article's date, zero when unknown
	wars      []patterns.War
	history   int   // the year of the past that the article tells, 0 for none
	yearTold  int   // the year of the last date
	told      civil // the last full date of long ago, which days and months near by go on from
	toldIn    int   // the paragraph that told it
	reading   *sent // the sentence whose time is being read
	about     *scene

	known      map[string]bool // last names that the article has introduced
	shortNames map[string]bool // of armies, which are those of armed groups elsewhere

	headFirst, verbFirst bool // what the language's word order allows
}

func newDoc(in Input) *doc {
	d := &doc{Input: in, parties: map[string]int{}, places: map[string]int{}, enemies: map[string]string{}, known: map[string]bool{}, shortNames: map[string]bool{}}
	d.day = parseCivil(in.Published)
	d.headFirst = slices.Contains(in.Lang.Config.WordOrder, "head-first")
	d.verbFirst = slices.Contains(in.Lang.Config.WordOrder, "verb-first")
	if in.Common != nil {
		d.wars = in.Common.Wars
	}
	d.findHouse()
	for i, s := range in.Sentences {
		d.sents = append(d.sents, d.newSent(i, s, in.Mentions[i]))
	}
	for _, s := range d.sents {
		for _, n := range s.nodes {
			if c := n.attr("code"); n.is("party") && d.realParty(c) && n.attr("form") != "compound" {
				d.parties[c]++
			} else if n.is("place") {
				d.places[n.attr("code")]++
			}
		}
	}
	d.findChapters()
	return d
}

func (d *doc) newSent(i int, base sentence.Sentence, ms []mention.Mention) *sent {
	s := &sent{Sentence: base, d: d, i: i}
	s.toks = tokenize(s.Folded)
	s.markSyntax()
	for _, m := range ms {
		n := &node{Mention: m, s: s}
		n.from, n.to = s.tokensOf(m.Start, m.End)
		s.nodes = append(s.nodes, n)
	}
	s.nodes = slices.DeleteFunc(s.nodes, s.surname)
	s.alias()
	for _, n := range s.nodes {
		for t := n.from; t < n.to; t++ {
			if old := s.toks[t].node; old == nil || precedence(n) > precedence(old) {
				s.toks[t].node = n
			}
		}
	}
	return s
}

// surname: the adjective of a country is somebody's name ("spokesman Najib Danish said").
func (s *sent) surname(n *node) bool {
	if !n.is("party") || n.attr("form") != "adjective" || n.from < 2 || n.to != n.from+1 {
		return false
	}
	before := s.toks[n.from-1]
	if before.punct || !unicode.IsUpper(s.Text[before.start]) || !unicode.IsUpper(s.Text[n.Start]) || s.shoutedAround(n.from) {
		return false
	}
	for _, o := range s.nodes {
		if o != n && o.from < n.from && o.to >= n.from && !o.is("time") {
			return false
		}
	}
	return n.to >= len(s.toks) || s.toks[n.to].punct
}

// shoutedAround: the words are in capitals, so capitals tell nothing.
func (s *sent) shoutedAround(i int) bool {
	t := s.toks[i]
	return t.end-t.start > 1 && unicode.IsUpper(s.Text[t.start+1])
}

// precedence says which of two mentions over the same word the join sees first.
func precedence(n *node) int {
	switch n.Kind {
	case "quantity":
		return 90
	case "target":
		return 80
	case "loss":
		if n.attr("weak") != "" {
			return 30
		}
		return 70
	case "party":
		return 60
	case "place":
		return 58
	case "source":
		return 50
	case "exclusion":
		if n.attr("type") == "governor" {
			return 40
		}
		return 10
	case "time":
		if n.attr("bare") != "" || n.attr("type") == "event" {
			return 5
		}
		return 45
	}
	return 20
}

func tokenize(text []rune) []token {
	var out []token
	for i := 0; i < len(text); {
		r := text[i]
		if unicode.IsSpace(r) {
			i++
			continue
		}
		j := i + 1
		if wordRune(r) {
			for j < len(text) && (wordRune(text[j]) || innerRune(text, j)) {
				j++
			}
		}
		out = append(out, token{start: i, end: j, word: string(text[i:j]), punct: !wordRune(r)})
		i = j
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// innerRune: an apostrophe, hyphen, full stop or comma that stands inside a word or number.
func innerRune(t []rune, j int) bool {
	if j+1 >= len(t) || !wordRune(t[j+1]) {
		return false
	}
	switch t[j] {
	case '\'', '-':
		return true
	case '.', ',':
		return unicode.IsDigit(t[j+1]) && unicode.IsDigit(t[j-1])
	}
	return false
}

// tokensOf gives the range of tokens that overlap [start, end).
func (s *sent) tokensOf(start, end int) (int, int) {
	from, to := len(s.toks), 0
	for i, t := range s.toks {
		if t.end > start && t.start < end {
			from = min(from, i)
			to = i + 1
		}
	}
	if to == 0 {
		from = 0
		for from < len(s.toks) && s.toks[from].start < start {
			from++
		}
		return from, from
	}
	return from, to
}

var syntaxTables = []string{"coordinator", "clause_opener", "part_marker", "agent_marker", "of_word", "sufferer_verb",
	"inflicter_verb", "another_word", "pronoun_word", "change_verb"}

// markSyntax finds the little words of the language's syntax tables, longest phrase first.
func (s *sent) markSyntax() {
	for _, name := range syntaxTables {
		t := s.d.Lang.Table(name)
		for i := 0; i < len(s.toks); i++ {
			if !t.Opens(s.toks[i].word) {
				continue
			}
			for n := min(4, len(s.toks)-i); n > 0; n-- {
				v, ok := t.Value(s.phrase(i, i+n))
				if ok && n > s.toks[i].markLen {
					s.toks[i].mark, s.toks[i].markLen = v, n
					break
				}
			}
		}
	}
	for i := 0; i < len(s.toks); i++ {
		for k := 1; k < s.toks[i].markLen; k++ {
			s.toks[i+k].mark, s.toks[i+k].markLen = "", 0
		}
	}
}

func (s *sent) phrase(from, to int) string {
	if to-from == 1 {
		return s.toks[from].word
	}
	words := make([]string, 0, to-from)
	for _, t := range s.toks[from:to] {
		words = append(words, t.word)
	}
	return strings.Join(words, " ")
}

// find returns the nodes of a kind.
func (s *sent) find(kind string) []*node {
	var out []*node
	for _, n := range s.nodes {
		if n.Kind == kind {
			out = append(out, n)
		}
	}
	return out
}

// is says whether token i is a word of the language's table.
func (s *sent) is(i int, table string) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	_, ok := s.d.Lang.Table(table).Value(s.toks[i].word)
	return ok
}

// word is the folded word of token i, "" outside the sentence.
func (s *sent) word(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].word
}

// fromSource returns the text of a token range as the article writes it.
func (s *sent) textOf(from, to int) string {
	if from >= to {
		return ""
	}
	return string(s.Text[s.toks[from].start:s.toks[to-1].end])
}

func (d *doc) realParty(code string) bool {
	switch code {
	case "", "enemy", "own", "pronoun", "context":
		return false
	}
	return true
}
