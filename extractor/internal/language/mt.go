package language

import (
	"fmt"
	"regexp"
	"strings"

	"lossclaims/extractor/report"
	"lossclaims/patterns"
)

// Signal is one sign of machine translation, as the pattern files list it.
type Signal struct {
	// Name is what the report calls the signal: "notice", "glued words".
	Name string
	// Pattern is a regular expression (RE2) on the text as printed, case and accents included. It may run over several
	// lines: line breaks and the white space around them are dropped. The name of a group that takes part in a match
	// is the code of the language translated from: `from (?:(?P<es>Spanish)|(?P<de>German))`.
	Pattern string
	// Words are whole words or phrases, in any case, read as alternatives of Pattern, which may then be empty.
	Words []string
	// Gate lists lower-case literals one of which the text must have; empty derives them from Pattern.
	Gate []string
	// Min is how often the signal must occur to count; 0 means once.
	Min int
	// From is the source language this signal speaks for, "" if it says nothing.
	From string
	// Strong signals suffice alone: a notice that says so. Of weak ones it takes two, or three different matches.
	Strong bool
}

// Signals are compiled, ready for MachineTranslation. The zero value finds glued words alone.
type Signals struct {
	list  []compiled
	gates *patterns.Literals // of the list, by its order
}

type compiled struct {
	Signal
	re   *regexp.Regexp
	gate []string // lower-case literals, one of which is in every match; empty for none known
}

var lineBreak = regexp.MustCompile(`\s*\n\s*`)

// CompileSignals prepares signals. The error names the signal whose pattern does not parse.
func CompileSignals(signals []Signal) (Signals, error) {
	var s Signals
	for _, signal := range signals {
		pattern := signal.source()
		re, err := regexp.Compile(pattern)
		if err != nil {
			return Signals{}, fmt.Errorf("signal %q: %w", signal.Name, err)
		}
		c := compiled{signal, re, signal.Gate}
		if len(c.gate) == 0 {
			c.gate = gate(pattern)
		}
		s.list = append(s.list, c)
	}
	gates := make([][]string, len(s.list))
	for i, c := range s.list {
		gates[i] = c.gate
	}
	s.gates = patterns.NewLiterals(gates)
	return s, nil
}

// source returns the signal's pattern and words as one regular expression.
func (s Signal) source() string {
	var alternatives []string
	if pattern := lineBreak.ReplaceAllString(strings.TrimSpace(s.Pattern), ""); pattern != "" {
		alternatives = append(alternatives, pattern)
	}
	for _, word := range s.Words {
		alternatives = append(alternatives, `(?i:(?:^|[^\pL\pN])`+regexp.QuoteMeta(word)+`(?:$|[^\pL\pN]))`)
	}
	return strings.Join(alternatives, "|")
}

const (
	weakNeeded = 2
	// So many different matches of one signal are no accident, unless it is a habit that has to come several times to count.
	distinctEnough = 3
	// Notices stand at either end of an article; what happens in the middle of a very long one adds nothing.
	readAtStart, readAtEnd = 40_000, 10_000
	maxOccurrences         = 50
	// The language of a notice outvotes any number of calques, and the language it names outvotes all.
	noticeWeight, namedWeight = 10_000, 1_000_000
)

// MachineTranslation says why a text looks machine-translated: for one strong signal or two different weak ones. It is
// nil for ordinary text. Lang is the language of the text; pageLang what the page claims ("es", "es-ES", ""), a weak
// signal where it differs, for the page around a translation often keeps its own language.
func MachineTranslation(blocks []string, lang, pageLang string, sigs Signals) *report.MachineTranslation {
	text := ends(strings.Join(blocks, "\n"))
	lines := sigs.lines(text)
	var found evidence
	for i, signal := range sigs.list {
		count, distinct, named := signal.count(lines[i])
		if count == 0 || count < signal.Min {
			continue
		}
		found.add(signal.Name, signal.Strong || signal.Min <= 1 && distinct >= distinctEnough)
		if signal.Strong {
			count += noticeWeight
		}
		found.from(signal.From, count)
		found.from(named, namedWeight)
	}
	if glued(text) > 0 {
		found.add("glued words", false)
	}
	if claimed, _, _ := strings.Cut(strings.ToLower(pageLang), "-"); claimed != "" && lang != "" && claimed != lang && len(found.names) > 0 {
		found.add("page language", false)
		found.from(claimed, 1)
	}
	if !found.strong && len(found.names) < weakNeeded {
		return nil
	}
	return &report.MachineTranslation{From: found.source(lang), Signals: found.names}
}

// lines finds for each signal the lines of the text that may have it: regular expressions only run on these.
func (s Signals) lines(text string) [][]string {
	out := make([][]string, len(s.list))
	for line := range strings.SplitSeq(text, "\n") {
		for i, c := range s.list {
			if len(c.gate) == 0 {
				out[i] = append(out[i], line)
			}
		}
		if s.gates == nil || line == "" {
			continue
		}
		for _, i := range s.gates.In(patterns.Fold([]rune(line))) {
			out[i] = append(out[i], line)
		}
	}
	return out
}

// count says how often a signal occurs, in how many different words, and which source language it names, if any.
func (c compiled) count(lines []string) (count, distinct int, named string) {
	seen := map[string]bool{}
	for _, line := range lines {
		for _, match := range c.re.FindAllStringSubmatchIndex(line, maxOccurrences-count) {
			count++
			seen[strings.ToLower(line[match[0]:match[1]])] = true
			for i, group := range c.re.SubexpNames() {
				if group != "" && match[2*i] >= 0 && named == "" {
					named = group
				}
			}
		}
		if count >= maxOccurrences {
			break
		}
	}
	return count, len(seen), named
}

// ends returns the text, or only its ends where it is very long.
func ends(text string) string {
	if len(text) <= readAtStart+readAtEnd {
		return text
	}
	return strings.ToValidUTF8(text[:readAtStart], "") + "\n" + strings.ToValidUTF8(text[len(text)-readAtEnd:], "")
}

// evidence gathers signals and their votes for the source language.
type evidence struct {
	names  []string
	strong bool
	votes  []vote
}

type vote struct {
	code  string
	count int
}

func (e *evidence) add(name string, strong bool) {
	e.strong = e.strong || strong
	for _, n := range e.names {
		if n == name {
			return
		}
	}
	e.names = append(e.names, name)
}

// from counts votes for a source language.
func (e *evidence) from(code string, count int) {
	if code == "" {
		return
	}
	for i := range e.votes {
		if e.votes[i].code == code {
			e.votes[i].count += count
			return
		}
	}
	e.votes = append(e.votes, vote{code, count})
}

// source returns the language with the most votes, "" on a tie; nothing is translated from its own language.
func (e *evidence) source(lang string) string {
	best, tie := vote{}, false
	for _, v := range e.votes {
		switch {
		case v.code == lang || v.count < best.count:
		case v.count == best.count:
			tie = true
		default:
			best, tie = v, false
		}
	}
	if tie {
		return ""
	}
	return best.code
}
