package mention

import (
	"math"
	"strconv"
	"strings"

	"lossclaims/patterns"
)

// maxNumber bounds what a count may be: more than there are people.
const maxNumber = int64(1e11)

// maxPhrase is the number of words that the longest entry of a number table may have.
const maxPhrase = 6

// numbers reads numbers by the tables of one language.
type numbers struct {
	decimal                                                     rune
	word, scale, suffix, half, joiner, fixed, round, vagueTable patterns.Table
}

// newNumbers looks the tables up; a language may lack any of them.
func newNumbers(l *patterns.Language) *numbers {
	n := &numbers{
		word: l.Table("number_word"), scale: l.Table("number_scale"), suffix: l.Table("number_suffix"),
		half: l.Table("number_half"), joiner: l.Table("number_joiner"), fixed: l.Table("number_fixed"),
		round: l.Table("number_about"), vagueTable: l.Table("number_vague"), decimal: '.',
	}
	if d := []rune(l.Config.Decimal); len(d) == 1 {
		n.decimal = d[0]
	}
	return n
}

// vague gives the least that a vague word means.
func (n *numbers) vague(text string) (int64, bool) { return tableNumber(n.vagueTable, text) }

// number reads a number; round tells a word that is no exact count, such as "una treintena". It is false for zero-like
// text, for fractions that no scale makes whole, and for words that make no number together.
func (n *numbers) number(text string) (v int64, round, ok bool) {
	if v, ok = tableNumber(n.round, text); ok {
		return v, true, true
	}
	if v, ok = tableNumber(n.fixed, text); ok {
		return v, false, true
	}
	tokens, ok := n.tokens(text)
	if !ok {
		return 0, false, false
	}
	v, ok = sum(tokens)
	return v, false, ok
}

// scaled reads digits with a scale that the rule itself gives.
func (n *numbers) scaled(text, scale string) (int64, bool) {
	s, err := strconv.ParseFloat(scale, 64)
	if err != nil || s <= 0 {
		return 0, false
	}
	v, ok := n.digits(text, s)
	return int64(math.Round(v * s)), ok && v*s <= float64(maxNumber)
}

// lastScale is the scale at the end of a number, 1 for none.
func (n *numbers) lastScale(text string) int64 {
	tokens, ok := n.tokens(text)
	if !ok || len(tokens) == 0 || tokens[len(tokens)-1].kind != scaleToken {
		return 1
	}
	return int64(tokens[len(tokens)-1].value)
}

// tableNumber looks a whole text up in a table of numbers.
func tableNumber(t patterns.Table, text string) (int64, bool) {
	s, ok := t.Value(text)
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseInt(s, 10, 64)
	return v, err == nil
}

// tokenKind is what a token does to the sum.
type tokenKind int

const (
	wordToken  tokenKind = iota // added: twenty, one
	digitToken                  // added: 959
	scaleToken                  // multiplies: hundred, thousand
	halfToken                   // half of the scale before or after
)

// token is a piece of a number.
type token struct {
	kind  tokenKind
	value float64
}

// tokens takes a number apart; false when a word is none of a number's.
func (n *numbers) tokens(text string) ([]token, bool) {
	words := splitNumber(text)
	var out []token
	for i := 0; i < len(words); {
		if words[i][0] >= '0' && words[i][0] <= '9' {
			v, ok := n.digits(words[i], n.scaleAt(words[i+1:]))
			if !ok {
				return nil, false
			}
			out = append(out, token{digitToken, v})
			i++
			continue
		}
		t, used, ok := n.phrase(words[i:])
		if !ok {
			return nil, false
		}
		i += used
		if t.kind >= 0 {
			out = append(out, t)
		}
	}
	return out, len(out) > 0
}

// scaleAt is the scale that words begin with, 0 for none: "million", or "one thousand" as in "36 one thousand 200".
func (n *numbers) scaleAt(words []string) float64 {
	for i := 0; i < min(2, len(words)); i++ {
		if t, _, ok := n.phrase(words[i:]); ok && t.kind == scaleToken {
			return t.value
		}
	}
	return 0
}

// phrase reads the longest entry that words begins with. A joiner gives a token of kind -1.
func (n *numbers) phrase(words []string) (t token, used int, ok bool) {
	for used = min(maxPhrase, len(words)); used > 0; used-- {
		text := strings.Join(words[:used], " ")
		for _, try := range []struct {
			table patterns.Table
			kind  tokenKind
		}{{n.half, halfToken}, {n.word, wordToken}, {n.scale, scaleToken}, {n.suffix, scaleToken}, {n.joiner, -1}} {
			if s, found := try.table.Value(text); found {
				v, err := strconv.ParseFloat(s, 64)
				return token{try.kind, v}, used, err == nil
			}
		}
	}
	return token{}, 0, false
}

// splitNumber splits at spaces and hyphens and between digits and letters. Digits that a space groups stay together.
func splitNumber(text string) []string {
	var words []string
	last := byte(' ')
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ' && isDigit(last) && groupFollows(text[i+1:]) && grouped(words[len(words)-1]):
			words[len(words)-1] += string(c)
			continue
		case c == ' ' || c == '-':
		case len(words) == 0 || last == ' ' || last == '-' || isDigit(last) && c >= 'a':
			words = append(words, string(c))
		default:
			words[len(words)-1] += string(c)
		}
		last = c
		if c == ' ' || c == '-' {
			last = ' '
		}
	}
	out := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, ` ,.'"`); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// groupFollows tells three digits and no fourth.
func groupFollows(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// grouped tells digits that a space may group further: up to three, or groups of three.
func grouped(w string) bool {
	first, _, _ := strings.Cut(w, " ")
	return len(first) <= 3 && !strings.ContainsAny(w, ".,'") && isDigit(w[0])
}

// digits reads one run of digits with its separators; scale is what multiplies it, 0 for nothing. A mark before three
// digits groups, unless a scale follows and the mark is the language's decimal one or the count would be absurd. Any
// other single mark is a decimal one, which needs a scale.
func (n *numbers) digits(s string, scale float64) (float64, bool) {
	plain, marks := splitMarks(s)
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil || len(plain) > 15 {
		return 0, false
	}
	if strings.Count(marks, marks[:min(1, len(marks))]) == len(marks) && len(marks) > 1 || marks == "" {
		return v, true
	}
	if len(marks) != 1 {
		return 0, false
	}
	decimals := len(s) - strings.Index(s, marks) - 1
	decimal := decimals != 3 || s[0] == '0' || scale > 0 && (rune(marks[0]) == n.decimal || v*scale > 1e9)
	if !decimal {
		return v, true
	}
	return v / math.Pow10(decimals), scale > 0 && (marks == "." || marks == ",")
}

// splitMarks parts the digits of a number from its separators.
func splitMarks(s string) (digits, marks string) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			digits += string(r)
		} else {
			marks += string(r)
		}
	}
	return digits, marks
}
