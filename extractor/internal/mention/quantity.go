package mention

import (
	"strconv"
	"strings"
	"unicode"

	"lossclaims/patterns"
)

// Quantity is a figure as the text gives it. Which of Value, Low and High are set follows from Mod, as in the report.
type Quantity struct {
	Text             string // in the article's words, bounds included, "another" and "more" left out
	Value, Low, High *int64
	Mod              string // exact, about, at_least, more_than, at_most, less_than, between or vague
	Form             string // digits, words or article
	Sign             bool   // an increase: (+14), "150 more than on Sunday"
	Bracket          bool   // stands in brackets
	Other            bool   // another 14, 14 others, 14 more

	start, end int // of Text, in the sentence
}

// The bounds of quantities.
const (
	exact    = "exact"
	about    = "about"
	atLeast  = "at_least"
	moreThan = "more_than"
	atMost   = "at_most"
	lessThan = "less_than"
	between  = "between"
	vague    = "vague"
)

// evaluate works out the figure that a match of a quantity rule stands for, from the match's attributes and the
// number tables of the language. It is false for what is no count: a decimal, zero, a falling range.
func evaluate(l *patterns.Language, m patterns.Match, text, folded []rune) (Quantity, bool) {
	a := m.Attrs
	q := Quantity{Form: "digits", Sign: a["sign"] != "", Bracket: a["bracket"] != "", Other: a["other"] != "",
		start: m.Start, end: m.End}
	q.trim(l, folded)
	q.Text = string(text[q.start:q.end])
	if a["form"] == "article" {
		q.Form = "article"
		q.Other = isOther(l, string(folded[m.Start:m.End]))
		q.set(exact, 1)
		return q, true
	}
	n := newNumbers(l)
	if !strings.ContainsAny(a["n"], "0123456789") {
		q.Form = "words"
	}
	if a["n2"] != "" {
		return q, q.readRange(n, a)
	}
	before := a["before"]
	if bound, ok := l.Table("no_bound_after").Value(wordBefore(folded, m.Start)); ok && bound == before {
		before = "" // "owned up to 50 deaths"
		q.startAt(a["n"], text, folded)
	}
	if !q.readCount(n, a, before) {
		return q, false
	}
	word, pronoun := l.Table("pronoun_after").Value(wordBefore(folded, q.start))
	if word == "clause" { // "said that one soldier fell", not "that one fell"
		_, pronoun = l.Table("pronoun_before").Value(wordAfter(folded, q.end))
		pronoun = pronoun || wordAfter(folded, q.end) == ""
	}
	return q, !pronoun || *q.least() != 1 || q.Mod != exact || q.Form != "words" || q.Other
}

// startAt leaves out what goes before the number.
func (q *Quantity) startAt(number string, text, folded []rune) {
	before, _, ok := strings.Cut(string(folded[q.start:q.end]), number)
	if ok {
		q.start += len([]rune(before))
		q.Text = string(text[q.start:q.end])
	}
}

// least is the smallest number that is set.
func (q *Quantity) least() *int64 {
	if q.Low != nil {
		return q.Low
	}
	return q.Value
}

// wordAfter is the word that begins after the space at the end of a quantity, "" where something else stands there.
func wordAfter(folded []rune, end int) string {
	if end >= len(folded) || folded[end] != ' ' {
		return ""
	}
	to := end + 1
	for to < len(folded) && unicode.IsLetter(folded[to]) {
		to++
	}
	return string(folded[end+1 : to])
}

// wordBefore is the word that ends before the space at the start of a quantity, "" at the beginning of a text.
func wordBefore(folded []rune, start int) string {
	end := start - 1
	if end < 0 || folded[end] != ' ' {
		return ""
	}
	from := end
	for from > 0 && (unicode.IsLetter(folded[from-1]) || folded[from-1] == '-') {
		from--
	}
	return string(folded[from:end])
}

// readCount reads one number with its bounds.
func (q *Quantity) readCount(n *numbers, a map[string]string, before string) bool {
	if low, ok := n.vague(a["n"]); ok {
		q.Mod, q.Low = vague, &low
		return true
	}
	v, round, ok := n.number(a["n"])
	if a["scale"] != "" {
		v, ok = n.scaled(a["n"], a["scale"])
	}
	if !ok || v <= 0 {
		return false
	}
	mod := bound(before, a["after"])
	if mod == "" && round {
		mod = about
	}
	q.set(mod, v)
	return true
}

// bound chooses between the bounds before and after a number: "some 30 or more" is at least 30.
func bound(before, after string) string {
	if before == "" || before == about && after != "" {
		return after
	}
	return before
}

// widestRange is how many times the lower number the upper one of a range may be: "since 2022 to 1,029,660" is none.
const widestRange = 100

// readRange reads two numbers. In "170 to 180 thousand" the scale of the second is also that of the first.
func (q *Quantity) readRange(n *numbers, a map[string]string) bool {
	low, _, ok := n.number(a["n"])
	if !ok {
		return false
	}
	high, _, ok := n.number(a["n2"])
	if !ok {
		return false
	}
	scale := n.lastScale(a["n2"])
	if s, err := strconv.ParseInt(a["scale"], 10, 64); err == nil && s > 0 {
		scale, high = s, high*s
	}
	if scale > 1 && n.lastScale(a["n"]) == 1 && low <= high/scale {
		low *= scale
	}
	if low <= 0 || high <= low || high > maxNumber || high/low > widestRange {
		return false
	}
	q.Mod, q.Low, q.High = between, &low, &high
	return true
}

// set fills the numbers as the bound asks.
func (q *Quantity) set(mod string, v int64) {
	if mod == "" {
		mod = exact
	}
	q.Mod, q.Value = mod, &v
	if mod == exact || mod == atLeast || mod == moreThan {
		q.Low = &v
	}
	if mod == exact || mod == atMost || mod == lessThan {
		q.High = &v
	}
}

// trim leaves the words for other and more, quotation marks and brackets out of the quantity's text.
func (q *Quantity) trim(l *patterns.Language, folded []rune) {
	before, after := l.Table("other_before"), l.Table("other_after")
	for i := q.start + 1; i < q.end; i++ {
		if folded[i] == ' ' {
			if _, ok := before.Value(string(folded[q.start:i])); ok {
				q.start = i + 1
			}
		}
	}
	for i := q.end - 1; i > q.start; i-- {
		if folded[i] == ' ' {
			if _, ok := after.Value(string(folded[i:q.end])); ok {
				q.end = i
			}
		}
	}
}

// isOther tells articles such as "another".
func isOther(l *patterns.Language, article string) bool {
	_, ok := l.Table("other_before").Value(article)
	return ok
}

// attrs gives the quantity as attributes, for rules and for people.
func (q *Quantity) attrs() map[string]string {
	out := map[string]string{"mod": q.Mod, "form": q.Form}
	for key, v := range map[string]*int64{"value": q.Value, "low": q.Low, "high": q.High} {
		if v != nil {
			out[key] = strconv.FormatInt(*v, 10)
		}
	}
	for key, on := range map[string]bool{"bracket": q.Bracket, "other": q.Other} {
		if on {
			out[key] = "1"
		}
	}
	if q.Sign {
		out["sign"] = "+"
	}
	return out
}
