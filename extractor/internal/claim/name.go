package claim

import (
	"strings"
	"unicode"
)

// nameWord: a capitalised word that no mention claims and that is no little word.
func (s *sent) nameWord(i int) bool {
	t := s.toks[i]
	if t.punct || t.mark != "" || !s.freeForName(i) || s.verbAt(i) || s.is(i, "plain_opener") {
		return false
	}
	if !s.capital(t) || !wholeWord(t.word) || s.is(i, "no_name") {
		return false
	}
	if s.shouting() {
		return s.d.known[t.word] || s.afterTitle(i)
	}
	return i > 0 && !s.opensSpeech(i) || s.nameOpens(i)
}

// opensSpeech: the word opens quoted speech, which begins with a capital anyhow; the quoted name of a thing is short.
func (s *sent) opensSpeech(i int) bool {
	if !s.quoteMark(i - 1) {
		return false
	}
	for k := i; k < len(s.toks) && k <= i+quotedName; k++ {
		if s.quoteMark(k) {
			return false
		}
	}
	return true
}

const quotedName = 4 // words of a quoted name, at most

// capital: the word begins with one, alone or after a particle: "Qudra", "al-Qudra".
func (s *sent) capital(t token) bool {
	if unicode.IsUpper(s.Text[t.start]) {
		return true
	}
	for i := t.start + 1; i < t.end && i <= t.start+4; i++ {
		if s.Text[i-1] == '-' && unicode.IsUpper(s.Text[i]) {
			return true
		}
	}
	return false
}

// freeForName: no mention of another kind has claimed the word.
func (s *sent) freeForName(i int) bool {
	n := s.toks[i].node
	switch {
	case n == nil || n.is("party") || n.is("source"):
		return true
	case n.is("target"):
		return s.plainCapital(i - 1)
	case n.is("time") || n.is("place") || n.is("quantity") || n.is("loss"):
		return false
	}
	return !(n.is("exclusion") && n.attr("type") == "mode")
}

// wholeWord: letters only and more than one: no initial, no abbreviation, no "R1.1bn".
func wholeWord(w string) bool {
	if len(w) < 2 {
		return false
	}
	for _, r := range w {
		if unicode.IsDigit(r) {
			return false
		}
	}
	return !strings.HasSuffix(w, ".")
}

// plainCapital: a capitalised word that no mention covers stands at i.
func (s *sent) plainCapital(i int) bool {
	return i > 0 && s.toks[i].node == nil && !s.toks[i].punct && unicode.IsUpper(s.Text[s.toks[i].start])
}

// nameOpens: the first word of a sentence or quotation, capitalised anyhow, is a name when another name or a verb of
// saying follows.
func (s *sent) nameOpens(i int) bool {
	if i+1 >= len(s.toks) {
		return false
	}
	return s.nameWord(i+1) || s.verbAt(i+1) || s.toks[i+1].word == ","
}

// shouting: nearly every word begins with a capital, as in headlines and old wire copy: capitals tell no name there.
func (s *sent) shouting() bool {
	if s.capitals == 0 {
		s.capitals = 1
		long, upper := 0, 0
		for _, t := range s.toks {
			if t.punct || t.end-t.start < 4 || !unicode.IsLetter(s.Text[t.start]) {
				continue
			}
			long++
			if unicode.IsUpper(s.Text[t.start]) {
				upper++
			}
		}
		if (long >= 4 || long >= 2 && s.Kind == "headline") && upper*10 >= long*8 {
			s.capitals = 2
		}
	}
	return s.capitals == 2
}

// afterTitle: up to three words after a title are the name of its holder, even where all words have capitals.
func (s *sent) afterTitle(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if n := s.sourceAt(k); n != nil {
			return n.attr("type") == "official" && n.attr("number") == "sg"
		}
		if s.toks[k].punct || s.toks[k].mark != "" || s.toks[k].node != nil || s.is(k, "plain_opener") {
			return false
		}
	}
	return false
}

func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// acronym: a word in capitals alone is no person.
func acronym(w string) bool {
	return strings.ToUpper(w) == w
}

// entityName trims what is no part of a name: the possessive ending, quotation marks and dashes.
func entityName(text string) string {
	text = strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "’s")
	return strings.Trim(text, " -\"'“”‘’«»")
}

// entityID is the canonical name: party and institution, or the folded last name.
func entityID(e *entity) string {
	switch e.kind {
	case "person":
		return slug(e.person)
	case "party":
		return strings.ToLower(e.code)
	case "media", "ngo", "tracker":
		if e.id != "" && e.id != "agency" {
			return e.id
		}
		return slug(e.name)
	}
	if e.code != "" && e.id != "" && e.kind != "party" {
		return strings.ToLower(e.code) + "-" + e.id
	}
	if e.id != "" {
		return e.id
	}
	return slug(e.name)
}
