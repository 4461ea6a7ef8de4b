package sentence

import "unicode"

// cutter decides where the sentences of one block end.
type cutter struct {
	text, folded []rune
	rules        *rules
}

const (
	// From so many letters on, a word with a full stop after it is no abbreviation nobody has listed, even before a
	// small letter: some papers begin sentences with "kyiv".
	longWord = 5
	// No sentence ends in more stops or quotes than this: a page of dots is read dot by dot.
	longRun = 64
	// "24. February": an ordinal in German fashion, as translations from it leave them, has no more digits.
	ordinalDigits = 2
)

// cut returns the end of the sentence when the rune at i ends it, else 0. The sentence began at start.
func (c *cutter) cut(i, start int) int {
	switch r := c.text[i]; {
	case r == '\n':
		return i + 1
	case isBullet(r) && i > start && c.spaceBeside(i):
		return i
	case r == '.' || r == '!' || r == '?' || r == '…':
		return c.stop(i, start)
	}
	return 0
}

// isBullet tells the marks that begin the items of a list run together in one paragraph.
func isBullet(r rune) bool {
	return r == '•' || r == '▪' || r == '●' || r == '■' || r == '►' || r == '▶'
}

func (c *cutter) spaceBeside(i int) bool {
	return unicode.IsSpace(c.text[i-1]) && i+1 < len(c.text) && unicode.IsSpace(c.text[i+1])
}

// stop decides on the full stop, question or exclamation mark or ellipsis at i.
func (c *cutter) stop(i, start int) int {
	end := i + 1
	for end < len(c.text) && end < i+longRun && isStop(c.text[end]) {
		end++
	}
	single := end == i+1 && c.text[i] == '.'
	ellipsis := !single && (c.text[i] == '…' || c.text[i] == '.')
	marks := end
	for end < len(c.text) && end < marks+longRun && c.closes(end) {
		end++
	}
	if end == len(c.text) {
		return 0
	}
	next := end
	for next < len(c.text) && unicode.IsSpace(c.text[next]) {
		next++
	}
	if next == end {
		// No space: "dos.El ejército", but not "1.250", "U.S", "example.com" or "?!".
		if single && c.glued(i, end) || !single && !ellipsis && marks == end && c.beginsWord(end) {
			return end
		}
		return 0
	}
	switch {
	case single:
		return c.fullStop(i, start, end, next)
	case ellipsis:
		return endIf(c.begins(next) && !unicode.IsNumber(c.opened(next)), end)
	}
	return endIf(c.begins(next), end)
}

func endIf(ok bool, end int) int {
	if ok {
		return end
	}
	return 0
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// closes tells the quotes and brackets that belong to the sentence before them, and the dash of "BEIRUT.- ".
func (c *cutter) closes(i int) bool {
	switch c.text[i] {
	case '”', '’', '»', '›', ')', ']', '}':
		return true
	case '"', '\'', '“':
		return i+1 == len(c.text) || !unicode.IsLetter(c.text[i+1]) || i > 0 && c.quoteOpen(i)
	case '-', '–', '—':
		return c.text[i-1] == '.' && i+1 < len(c.text) && unicode.IsSpace(c.text[i+1])
	}
	return false
}

// quoteOpen says whether the straight quote at i closes one opened before.
func (c *cutter) quoteOpen(i int) bool {
	open := false
	for j := max(0, i-maxRunes); j < i; j++ {
		if c.text[j] == c.text[i] {
			open = !open
		}
	}
	return open
}

// opened returns the first rune of what follows, behind quotes, brackets and bullets.
func (c *cutter) opened(i int) rune {
	for ; i < len(c.text); i++ {
		switch c.folded[i] {
		case '"', '\'', '(', '[', '¿', '¡', '-', '•', '*', ' ':
			continue
		}
		return c.text[i]
	}
	return 0
}

// begins says whether what stands at i can begin a sentence.
func (c *cutter) begins(i int) bool {
	r := c.opened(i)
	return !unicode.IsLower(r)
}

// beginsWord says whether a capitalised word of two letters or more stands at i.
func (c *cutter) beginsWord(i int) bool {
	for i < len(c.text) && (c.text[i] == '¿' || c.text[i] == '¡' || c.text[i] == '“' || c.text[i] == '«') {
		i++
	}
	return i+1 < len(c.text) && unicode.IsUpper(c.text[i]) && (unicode.IsLower(c.text[i+1]) || c.shortWord(i))
}

// shortWord says whether the capital at i is a word of its own: "A", "I", "Y".
func (c *cutter) shortWord(i int) bool { return i+1 < len(c.text) && unicode.IsSpace(c.text[i+1]) }

// glued says whether the full stop at i ends a sentence although what stands at end follows without a space.
func (c *cutter) glued(i, end int) bool {
	if i < 2 || !c.beginsWord(end) {
		return false
	}
	before := c.text[i-1]
	if end == i+1 && !unicode.IsLower(before) && !unicode.IsNumber(before) && !c.closes(i-1) {
		return false
	}
	if unicode.IsLower(before) && !unicode.IsLetter(c.text[i-2]) {
		return false // "p.m.El" and other single letters
	}
	known, _ := c.abbreviation(i)
	return !known
}

// fullStop decides on a single full stop at i with white space after it: the sentence would end at end, the next
// begin at next.
func (c *cutter) fullStop(i, start, end, next int) int {
	after := c.opened(next)
	if known, inside := c.abbreviation(i); known {
		return endIf(!inside && !unicode.IsNumber(after) && c.starter(next), end)
	}
	word := c.wordBefore(i)
	switch {
	case unicode.IsLower(after):
		return endIf(end == i+1 && len(word) >= longWord && letters(word), end)
	case i-len(word) <= start && (letters(word) && len(word) == 1 || number(word)):
		return 0 // "1. Tanks", "a. Tanks"
	case len(word) == 1 && unicode.IsUpper(c.text[i-1]) && end == i+1:
		return endIf(c.starter(next), end) // an initial
	case number(word) && len(word) <= ordinalDigits && c.ordinal(next):
		return 0
	}
	return end
}

// ordinal says whether the word at i is what a numeral counts rather than the start of a sentence: "6. August.",
// "24. February 2022".
func (c *cutter) ordinal(i int) bool {
	j := i
	for j < len(c.text) && unicode.IsLetter(c.text[j]) {
		j++
	}
	if j == i {
		return false
	}
	if j == len(c.text) || c.text[j] == '.' || c.text[j] == ',' || c.text[j] == ')' {
		return true
	}
	k := j + 1
	for k < len(c.text) && unicode.IsDigit(c.text[k]) {
		k++
	}
	return k-j == 5 // a space and the four digits of a year
}

// starter says whether the word at i is one that begins sentences: capitalised and in the list.
func (c *cutter) starter(i int) bool {
	for i < len(c.text) && !unicode.IsLetter(c.text[i]) && !unicode.IsNumber(c.text[i]) {
		i++
	}
	j := i
	for j < len(c.text) && unicode.IsLetter(c.text[j]) {
		j++
	}
	return i < j && unicode.IsUpper(c.text[i]) && c.rules.starters[string(c.folded[i:j])]
}

// wordBefore returns the run of letters and digits that ends at i, folded.
func (c *cutter) wordBefore(i int) []rune {
	j := i
	for j > 0 && (unicode.IsLetter(c.text[j-1]) || unicode.IsNumber(c.text[j-1])) {
		j--
	}
	return c.folded[j:i]
}

func letters(word []rune) bool {
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return len(word) > 0
}

func number(word []rune) bool {
	for _, r := range word {
		if !unicode.IsNumber(r) {
			return false
		}
	}
	return len(word) > 0
}
