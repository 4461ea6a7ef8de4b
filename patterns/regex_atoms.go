package patterns

import (
	"slices"
	"strings"
	"unicode"
)

// openings are the groups that patterns may use besides (?<name>.
var openings = []string{"(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:"}

// group reads (…), which must be named or not capture at all.
func (p *regexParser) group() (*expr, error) {
	e := &expr{op: opGroup}
	for _, o := range openings {
		if p.has(o) {
			e.text = o
			p.at += len(o)
			break
		}
	}
	if e.text == "" {
		name, err := p.groupName()
		if err != nil {
			return nil, err
		}
		e.name = name + p.suffix
		e.text = "(?<" + e.name + ">"
	}
	sub, err := p.choice()
	if err != nil {
		return nil, err
	}
	if p.peek() != ')' {
		return nil, p.fail("a ( without its )")
	}
	p.at++
	e.subs = []*expr{sub}
	return e, nil
}

// groupName reads (?<name>.
func (p *regexParser) groupName() (string, error) {
	if !p.has("(?") {
		return "", p.fail("a numbered group: write (?:…) or (?<name>…)")
	}
	if !p.has("(?<") {
		return "", p.fail("unknown group: (?:…), (?<name>…), (?=…), (?!…), (?<=…), (?<!…), (?>…) and (?i:…) are known")
	}
	end := p.at + 3
	for end < len(p.in) && isNameRune(p.in[end]) {
		end++
	}
	name := string(p.in[p.at+3 : end])
	if end >= len(p.in) || p.in[end] != '>' || name == "" || isDigit(rune(name[0])) {
		return "", p.fail("a group name is small letters, digits and _, begins with a letter and ends with >")
	}
	p.at = end + 1
	return name, nil
}

// class reads […], one level of [a-z-[x]] included.
func (p *regexParser) class() (*expr, error) {
	from := p.at
	var b strings.Builder
	b.WriteRune('[')
	p.at++
	if p.peek() == '^' {
		b.WriteRune('^')
		p.at++
	}
	start := p.at
	for {
		c := p.peek()
		switch {
		case p.at >= len(p.in):
			p.at = from
			return nil, p.fail("a [ without its ]")
		case c == ']' && p.at > start:
			p.at++
			b.WriteRune(']')
			return &expr{op: opRaw, text: b.String(), digit: isDigitClass(b.String())}, nil
		case c == '\\':
			e, err := p.escape()
			if err != nil {
				return nil, err
			}
			if e.op == opLiteral {
				b.WriteString("\\" + string(e.r))
			} else {
				b.WriteString(e.text)
			}
		case c == '[' && p.at > start && p.in[p.at-1] == '-':
			inner, err := p.class()
			if err != nil {
				return nil, err
			}
			b.WriteString(inner.text)
		case c == '[':
			b.WriteString(`\[`)
			p.at++
		default:
			r, err := p.letter(c)
			if err != nil {
				return nil, err
			}
			if r == '-' && c != '-' { // a folded dash is no range
				b.WriteString(`\-`)
			} else {
				b.WriteRune(r)
			}
			p.at++
		}
	}
}

// isDigitClass tells the classes that match nothing but ASCII or other digits.
func isDigitClass(class string) bool {
	inner := strings.NewReplacer(`\d`, "0", `\p{Nd}`, "0").Replace(class[1 : len(class)-1])
	return inner != "" && strings.Trim(inner, "0123456789-") == "" && inner[0] != '-' && inner[len(inner)-1] != '-'
}

// escape reads a backslash and what belongs to it.
func (p *regexParser) escape() (*expr, error) {
	from := p.at
	if p.at++; p.at >= len(p.in) {
		return nil, p.fail("a backslash at the end")
	}
	c := p.in[p.at]
	p.at++
	switch {
	case c == 'p' || c == 'P' || c == 'k':
		return p.bracedEscape(from, c)
	case c >= '1' && c <= '9':
		return nil, p.fail(`numbered reference \%c: name the group and write \k<name>`, c)
	case c == 'x':
		return p.hexEscape(from, 2)
	case c == 'u':
		return p.hexEscape(from, 4)
	case strings.ContainsRune("dDwWsSbBAzZtnr", c):
		return &expr{op: opRaw, text: string(p.in[from:p.at]), digit: c == 'd'}, nil
	case unicode.IsLetter(c) || unicode.IsNumber(c):
		return nil, p.fail(`unknown escape \%c`, c)
	}
	return &expr{op: opLiteral, r: c}, nil
}

// bracedEscape reads \p{…}, \P{…} and \k<…>.
func (p *regexParser) bracedEscape(from int, c rune) (*expr, error) {
	open, closing := '{', '}'
	if c == 'k' {
		open, closing = '<', '>'
	}
	end := slices.Index(p.in[p.at:], closing)
	if p.peek() != open || end < 0 {
		return nil, p.fail(`\%c needs %c…%c`, c, open, closing)
	}
	name := string(p.in[p.at+1 : p.at+end])
	p.at += end + 1
	if c == 'p' && name == "Lu" && !p.cased {
		return nil, p.fail(`\p{Lu} never matches the folded text: use \p{L}, or add case: true`)
	}
	text := string(p.in[from:p.at])
	if c == 'k' {
		text = `\k<` + name + p.suffix + ">"
	}
	return &expr{op: opRaw, text: text, digit: c == 'p' && name == "Nd"}, nil
}

// hexEscape reads the n hexadecimal digits of \x or \u.
func (p *regexParser) hexEscape(from, n int) (*expr, error) {
	for range n {
		if !strings.ContainsRune("0123456789abcdefABCDEF", p.peek()) || p.peek() == 0 {
			return nil, p.fail("%d hexadecimal digits must follow", n)
		}
		p.at++
	}
	return &expr{op: opRaw, text: string(p.in[from:p.at])}, nil
}

// reference reads {name} or {name#2} and resolves it: a table becomes a named group, a part its own expression.
func (p *regexParser) reference() (*expr, error) {
	end := slices.Index(p.in[p.at:], '}')
	if end < 0 {
		return nil, p.fail(`a { without its } (a brace of the text is \{)`)
	}
	name, number, _ := strings.Cut(string(p.in[p.at+1:p.at+end]), "#")
	if !isTableName(name) || strings.Trim(number, "0123456789") != "" {
		return nil, p.fail("{%s}: a reference is {name} or {name#2}", string(p.in[p.at+1:p.at+end]))
	}
	suffix := p.suffix
	if number != "" {
		suffix += "_" + number
	}
	if t := p.names.tables[name]; t != nil {
		p.at += end + 1
		return &expr{op: opTable, name: name + suffix, table: t}, nil
	}
	src, ok := p.names.parts[name]
	if !ok {
		return nil, unknownName(name, p.names)
	}
	if slices.Contains(p.inside, name) {
		return nil, p.fail("part {%s} contains itself", name)
	}
	p.at += end + 1
	return p.expandPart(name, src.source, suffix)
}

// expandPart parses a part where it is used; group names in it get the suffix.
func (p *regexParser) expandPart(name, source, suffix string) (*expr, error) {
	sub := &regexParser{in: []rune(source), depth: p.depth, names: p.names, cased: p.cased, suffix: suffix,
		budget: p.budget, inside: append(slices.Clone(p.inside), name)}
	e, err := sub.parse()
	if err != nil {
		return nil, &partError{name, err}
	}
	return &expr{op: opGroup, text: "(?:", subs: []*expr{e}}, nil
}

// partError says which part a fault is in.
type partError struct {
	part string
	err  error
}

func (e *partError) Error() string { return "in part {" + e.part + "}: " + e.err.Error() }
func (e *partError) Unwrap() error { return e.err }

// unknownError is a reference to nothing.
type unknownError struct{ name, hint string }

func (e *unknownError) Error() string { return "unknown table {" + e.name + "}" + e.hint }

// unknownName makes the error of a reference that names no table and no part.
func unknownName(name string, names *nameSpace) error {
	known := map[string]bool{}
	for k := range names.tables {
		known[k] = true
	}
	for k := range names.parts {
		known[k] = true
	}
	return &unknownError{name, didYouMean(name, known)}
}

// isTableName tells [a-z_]+.
func isTableName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz_") == ""
}
