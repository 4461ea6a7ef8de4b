package language

import (
	"strings"
	"unicode"
)

const (
	nameRunes = 4 // the shortest name another word can be seen to be glued to
	tailRunes = 4 // the shortest such word: "is" would find "Israelis", "man" would find "Frenchman"
	halfRunes = 3 // the shortest half of a word with a capital inside
)

// glued counts the words that are two words run together, as translators leave them where a link or a tag stood:
// "Bakhmutlocated", "ForcesThey". Both halves have to occur in the text on their own, so that this needs no dictionary
// of any language and leaves "YouTube" and "McDonald" alone.
func glued(text string) int {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	seen := make(map[string]bool, len(words))
	for _, w := range words {
		seen[w] = true
	}
	count := 0
	counted := map[string]bool{}
	for _, w := range words {
		if !counted[w] && (nameAndTail([]rune(w), seen) || innerCapital([]rune(w), seen)) {
			counted[w] = true
			count++
		}
	}
	return count
}

// nameAndTail says whether a word is a name of the text and a lower-case word of the text in one.
func nameAndTail(word []rune, seen map[string]bool) bool {
	if len(word) < nameRunes+tailRunes || !unicode.IsUpper(word[0]) {
		return false
	}
	for i := nameRunes; i <= len(word)-tailRunes; i++ {
		name := string(word[:i])
		// A name is never written small: "With" and "in" make "Within".
		if seen[name] && !seen[strings.ToLower(name)] && seen[string(word[i:])] {
			return true
		}
	}
	return false
}

// innerCapital says whether a word is two words of the text, the second capitalised.
func innerCapital(word []rune, seen map[string]bool) bool {
	for i := halfRunes; i <= len(word)-halfRunes; i++ {
		if !unicode.IsUpper(word[i]) {
			continue
		}
		head, tail := string(word[:i]), string(word[i:])
		// Only one capital: acronyms and headlines in capitals are no evidence.
		return strings.ToLower(head[1:]) == head[1:] && strings.ToLower(tail[1:]) == tail[1:] &&
			either(head, seen) && either(tail, seen)
	}
	return false
}

func either(word string, seen map[string]bool) bool {
	if seen[word] || seen[strings.ToLower(word)] {
		return true
	}
	r := []rune(word)
	return seen[string(unicode.ToUpper(r[0]))+string(r[1:])]
}
