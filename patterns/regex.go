package patterns

import (
	"fmt"
	"strings"
	"unicode"
)

// expr is a parsed pattern: as much of the regex language as is needed to expand {name}, to check group names and
// to find the literals that every match holds. The engine reads the expanded text again by itself.
type expr struct {
	op    exprOp
	r     rune       // opLiteral
	text  string     // opRaw: the source; opGroup: the opening; opRepeat: the quantifier
	digit bool       // opRaw: matches exactly one digit
	subs  []*expr    // opSequence, opChoice; one of opGroup, opRepeat
	min   int        // opRepeat
	name  string     // opTable, opGroup: the group's name, "" for none
	table *tableData // opTable
}

type exprOp int

const (
	opLiteral exprOp = iota
	opRaw
	opSequence
	opChoice
	opGroup
	opRepeat
	opTable
)

// nameSpace resolves {name} in patterns.
type nameSpace struct {
	tables map[string]*tableData
	parts  map[string]part
}

// part is a named fragment of patterns.
type part struct {
	source string
	pos    pos
	layer  int
}

// maxDepth bounds the nesting of groups and parts, and with it the recursion on hostile overlays.
const maxDepth = 50

// regexParser reads one pattern.
type regexParser struct {
	in     []rune
	at     int
	depth  int
	names  *nameSpace
	cased  bool
	suffix string   // of the names of the groups: "_2" inside {part#2}
	inside []string // parts being expanded, against recursion
	budget *int     // atoms left, against parts that double each other
}

// maxAtoms bounds a pattern with all its parts.
const maxAtoms = 20000

// parseRegex parses a pattern, with its {name} resolved. The error says what is wrong and where.
func parseRegex(source string, names *nameSpace, cased bool) (*expr, error) {
	budget := maxAtoms
	p := &regexParser{in: []rune(source), names: names, cased: cased, budget: &budget}
	return p.parse()
}

// parse reads the whole input.
func (p *regexParser) parse() (*expr, error) {
	e, err := p.choice()
	if err == nil && p.at < len(p.in) {
		err = p.fail("a ) without its (")
	}
	return e, err
}

// fail makes an error with the place in the pattern.
func (p *regexParser) fail(format string, args ...any) error {
	from := max(0, p.at-12)
	to := min(len(p.in), p.at+12)
	near := strings.ReplaceAll(string(p.in[from:to]), "\n", " ")
	return fmt.Errorf("%s (near «%s»)", fmt.Sprintf(format, args...), near)
}

// peek is the next rune, 0 at the end.
func (p *regexParser) peek() rune {
	if p.at < len(p.in) {
		return p.in[p.at]
	}
	return 0
}

// has tells whether s comes next.
func (p *regexParser) has(s string) bool {
	r := []rune(s)
	return p.at+len(r) <= len(p.in) && string(p.in[p.at:p.at+len(r)]) == s
}

// choice reads alternatives up to a ) or the end.
func (p *regexParser) choice() (*expr, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, p.fail("nested too deep")
	}
	defer func() { p.depth-- }()
	first, err := p.sequence()
	if err != nil || p.peek() != '|' {
		return first, err
	}
	out := &expr{op: opChoice, subs: []*expr{first}}
	for p.peek() == '|' {
		p.at++
		branch, err := p.sequence()
		if err != nil {
			return nil, err
		}
		out.subs = append(out.subs, branch)
	}
	return out, nil
}

// sequence reads up to a |, a ) or the end.
func (p *regexParser) sequence() (*expr, error) {
	out := &expr{op: opSequence}
	for p.at < len(p.in) && p.peek() != '|' && p.peek() != ')' {
		e, err := p.atom()
		if err != nil {
			return nil, err
		}
		if e, err = p.repeat(e); err != nil {
			return nil, err
		}
		out.subs = append(out.subs, e)
	}
	return out, nil
}

// repeat wraps e in the quantifier that follows, if one does.
func (p *regexParser) repeat(e *expr) (*expr, error) {
	from := p.at
	least := 0
	switch c := p.peek(); {
	case c == '*' || c == '?':
		p.at++
	case c == '+':
		p.at++
		least = 1
	case c == '{' && p.at+1 < len(p.in) && isDigit(p.in[p.at+1]):
		n, err := p.bounds()
		if err != nil {
			return nil, err
		}
		least = n
	default:
		return e, nil
	}
	if p.peek() == '?' {
		p.at++
	}
	if c := p.peek(); c == '*' || c == '+' || c == '?' {
		return nil, p.fail("two quantifiers in a row")
	}
	return &expr{op: opRepeat, text: ended(string(p.in[from:p.at]), least, e), subs: []*expr{e}, min: least}, nil
}

// Repeats without an end are given one. Beyond it lies no word, number or list that anybody means, but a hostile text
// on which one unbounded repeat takes quadratic time, and two in a row cubic.
const (
	maxRunes  = 200 // of one rune or class: the longest web address worth knowing
	maxDigits = 24  // of a digit: beyond all things that are counted
	maxGroups = 20  // of a group: the longest list
)

// ended gives a quantifier an upper bound if it has none: + is {1,200} of a rune, {1,20} of a group.
func ended(quantifier string, least int, of *expr) string {
	bare, lazy := strings.CutSuffix(quantifier, "?")
	if bare != "*" && bare != "+" && !strings.HasSuffix(bare, ",}") {
		return quantifier
	}
	most := maxRunes
	switch {
	case of.op == opGroup || of.op == opTable:
		most = maxGroups
	case of.digit:
		most = maxDigits
	}
	out := fmt.Sprintf("{%d,%d}", least, max(least, most))
	if lazy {
		out += "?"
	}
	return out
}

// bounds reads {n}, {n,} or {n,m} and gives n.
func (p *regexParser) bounds() (int, error) {
	p.at++
	n, digits := 0, 0
	for isDigit(p.peek()) {
		if digits++; digits > 4 {
			return 0, p.fail("a quantifier above 9999")
		}
		n = n*10 + int(p.peek()-'0')
		p.at++
	}
	if p.peek() == ',' {
		for p.at++; isDigit(p.peek()); p.at++ {
		}
	}
	if p.peek() != '}' {
		return 0, p.fail("a quantifier must be {n}, {n,} or {n,m}")
	}
	p.at++
	return n, nil
}

// atom reads one thing that a quantifier may follow.
func (p *regexParser) atom() (*expr, error) {
	if *p.budget--; *p.budget < 0 {
		return nil, p.fail("pattern too big")
	}
	switch c := p.peek(); c {
	case '(':
		return p.group()
	case '[':
		return p.class()
	case '\\':
		return p.escape()
	case '{':
		return p.reference()
	case '.', '^', '$':
		p.at++
		return &expr{op: opRaw, text: string(c)}, nil
	case '*', '+', '?':
		return nil, p.fail("a quantifier with nothing before it")
	default:
		r, err := p.letter(c)
		if err != nil {
			return nil, err
		}
		p.at++
		return &expr{op: opLiteral, r: r}, nil
	}
}

// letter folds a rune of the pattern. A capital is an error: in folded text it never matches.
func (p *regexParser) letter(c rune) (rune, error) {
	if p.cased {
		return c, nil
	}
	if unicode.IsUpper(c) {
		return 0, p.fail("capital %q never matches the folded text: write it small, or add case: true", c)
	}
	return foldSlow(c), nil
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isNameRune tells the runes of group, table and part names.
func isNameRune(r rune) bool { return 'a' <= r && r <= 'z' || r == '_' || isDigit(r) }
