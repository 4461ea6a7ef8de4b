package language

import (
	"regexp/syntax"
	"strings"
)

const (
	maxLiterals = 200 // of one gate
	minLiteral  = 3   // letters; shorter literals are everywhere
)

// gate derives from a pattern lower-case literals of which every match contains one, nil when there are none worth
// having. Looking for a hundred literals costs a tenth of what an alternation of them costs in the regexp package.
func gate(pattern string) []string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	if literals := required(re); shortest(literals) >= minLiteral {
		return literals
	}
	return nil
}

// required returns literals of which every match contains one, nil for none known.
func required(re *syntax.Regexp) []string {
	if all := exact(re); all != nil {
		return all
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		var union []string
		for _, sub := range re.Sub {
			literals := required(sub)
			if literals == nil || len(union)+len(literals) > maxLiterals {
				return nil
			}
			union = append(union, literals...)
		}
		return union
	case syntax.OpConcat:
		return concat(re.Sub)
	}
	return nil
}

// concat chooses the best of what the parts of a sequence require: the longest literals, neighbours joined.
func concat(subs []*syntax.Regexp) []string {
	var best, run []string
	better := func(literals []string) {
		if shortest(literals) > shortest(best) {
			best = literals
		}
	}
	for _, sub := range subs {
		all := exact(sub)
		if all == nil {
			better(run)
			run = nil
			better(required(sub))
			continue
		}
		if joined := join(run, all); joined != nil {
			run = joined
			continue
		}
		better(run)
		run = all
	}
	better(run)
	return best
}

// exact returns every string a pattern matches, lower-case, nil when they are not few.
func exact(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpEmptyMatch, syntax.OpWordBoundary, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpEndText, syntax.OpBeginText:
		return []string{""}
	case syntax.OpCapture:
		return exact(re.Sub[0])
	case syntax.OpQuest:
		if all := exact(re.Sub[0]); all != nil {
			return append([]string{""}, all...)
		}
	case syntax.OpCharClass:
		return class(re.Rune)
	case syntax.OpAlternate:
		var union []string
		for _, sub := range re.Sub {
			all := exact(sub)
			if all == nil || len(union)+len(all) > maxLiterals {
				return nil
			}
			union = append(union, all...)
		}
		return union
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			if all = join(all, exact(sub)); all == nil {
				return nil
			}
		}
		return all
	}
	return nil
}

// class returns the runes of a small character class.
func class(ranges []rune) []string {
	var all []string
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i+1]-ranges[i] > minLiteral || len(all) > 2*minLiteral {
			return nil
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			all = append(all, strings.ToLower(string(r)))
		}
	}
	return all
}

// join returns every string of a followed by every string of b, nil when there are too many or either is unknown.
func join(a, b []string) []string {
	if a == nil {
		a = []string{""}
	}
	if b == nil || len(a)*len(b) > maxLiterals {
		return nil
	}
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}

func shortest(literals []string) int {
	n := 0
	for i, literal := range literals {
		if i == 0 || len(literal) < n {
			n = len(literal)
		}
	}
	return n
}
