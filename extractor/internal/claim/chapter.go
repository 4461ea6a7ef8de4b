package claim

// chapter is a part of an article that stands for itself: what a digest tells of one country, or one entry of a live page.
// What one tells of times, sources and losers is nothing to the next.
type chapter struct {
	code  string // of the country that it is about, "" where that is open
	entry bool   // of a live page, whose entries share the day and its story
}

const (
	entriesLeast   = 3 // so many times of day at the heads of paragraphs make a live page
	countriesLeast = 2 // so many countries in subheads make a digest
	chapterWords   = 6 // a longer subhead says what happened
)

// findChapters divides a live page at the times of its entries, and a digest at the subheads that name countries.
func (d *doc) findChapters() {
	entries, codes := 0, map[string]bool{}
	for _, s := range d.sents {
		if s.opensEntry() {
			entries++
		}
		if s.Kind == "subhead" {
			codes[s.headedFor()] = true
		}
	}
	delete(codes, "")
	switch {
	case entries >= entriesLeast:
		d.divide((*sent).opensEntry, func(*sent) chapter { return chapter{entry: true} })
	case len(codes) >= countriesLeast:
		d.divide(func(s *sent) bool { return s.Kind == "subhead" }, func(s *sent) chapter { return chapter{code: s.headedFor()} })
	}
}

// divide begins a chapter at every sentence that opens one. Where that does not say what country the chapter is about,
// most of its places do.
func (d *doc) divide(opens func(*sent) bool, begin func(*sent) chapter) {
	var now *chapter
	from := 0
	finish := func(to int) {
		if now != nil && now.code == "" {
			now.code = mainPlace(d.sents[from:to])
		}
	}
	for i, s := range d.sents {
		if opens(s) {
			finish(i)
			c := begin(s)
			now, from = &c, i
		}
		s.chapter = now
	}
	finish(len(d.sents))
}

// opensEntry: a paragraph or subhead begins with the time of day ("14.55 GMT — Strike on the port").
func (s *sent) opensEntry() bool {
	if s.i > 0 && s.d.sents[s.i-1].Block == s.Block || s.Kind != "subhead" && s.Kind != "body" {
		return false
	}
	for _, n := range s.nodes {
		if n.is("exclusion") && n.attr("type") == "clock" && (n.from == 0 || s.Kind == "subhead" && n.from <= 4) {
			return true
		}
	}
	return false
}

// headedFor is the country that a short subhead names alone, "" for others.
func (s *sent) headedFor() string {
	found := ""
	for _, n := range s.nodes {
		code := n.attr("code")
		if !n.is("place") && !(n.is("party") && s.d.realParty(code)) {
			continue
		}
		if isGroup(code) {
			code = s.d.countryOf(code)
		}
		if code == "" || found != "" && found != code {
			return ""
		}
		found = code
	}
	if len(s.toks) > chapterWords {
		return ""
	}
	return found
}

// sharesTime: two chapters tell of one story, as the entries of a live page do and the parts of a comparison that are about
// the two sides of one war.
func (c *chapter) sharesTime(o *chapter, d *doc) bool {
	return c == nil || o == nil || c.entry || c.code != "" && o.code != "" && (d.opponent(c.code, nil) == o.code || d.opponent(o.code, nil) == c.code)
}

// chapterLoser gives people without another cue to the country that heads their part of a digest.
func (s *sent) chapterLoser(c *count) string {
	if s.chapter == nil || s.chapter.entry || !c.civilian() {
		return ""
	}
	return s.chapter.code
}
