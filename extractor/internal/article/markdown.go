package article

import (
	"regexp"
	"strings"
)

var (
	mdHeadingRE = regexp.MustCompile(`^ {0,3}(#{1,6})\s+(.*?)\s*#*$`)
	mdImageRE   = regexp.MustCompile(`!\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)`)
	mdLinkRE    = regexp.MustCompile(`\[([^\[\]]+)\]\((?:[^()\s]|\([^()\s]*\))+(?:\s+"[^"]*")?\)`)
	mdNoteRE    = regexp.MustCompile(`\[\^[\w-]+\]`)
	mdStrongRE  = regexp.MustCompile(`(\*\*|__)([^*_\s](?:[^*_]*[^*_\s])?)(\*\*|__)`)
	mdStressRE  = regexp.MustCompile(`(^|[^\p{L}\p{N}*_])([*_])([^*_\s](?:[^*_]*[^*_\s])?)([*_])($|[^\p{L}\p{N}*_])`)
	mdRuleRE    = regexp.MustCompile(`^\s*(?:(?:\|?\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?|(?:[-*_]\s*){3,}|={3,}|` + "`{3,}.*" + `)\s*$`)
	mdRowRE     = regexp.MustCompile(`^\s*\|(.+)\|\s*$`)
	mdEscapeRE  = regexp.MustCompile(`\\([\\*_#\[\]().!+\->|$~` + "`" + `])`)
)

// isMarkdown tells whether a text is marked up as reader views and converters do it: by headings, links or a table.
func isMarkdown(s string) bool {
	signs := 0
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case mdHeadingRE.MatchString(line):
			signs += 2
		case mdLinkRE.MatchString(line), mdImageRE.MatchString(line), mdStrongRE.MatchString(line):
			signs++
		case mdRowRE.MatchString(line) && strings.Count(line, "|") > 2:
			signs++
		}
		if signs > 1 {
			return true
		}
	}
	return false
}

// fromMarkdown takes the marks out of one line and says what they made of it; kind is "" for a line like any other. Lines
// that are nothing but marks come back empty.
func fromMarkdown(line string) (text, kind string) {
	if mdRuleRE.MatchString(line) {
		return "", ""
	}
	if m := mdHeadingRE.FindStringSubmatch(line); m != nil {
		return unmarked(m[2]), Subhead
	}
	if m := mdRowRE.FindStringSubmatch(line); m != nil && strings.Contains(m[1], "|") {
		return unmarked(strings.ReplaceAll(m[1], "|", " | ")), TableRow
	}
	trimmed := strings.TrimLeft(line, " \t")
	for strings.HasPrefix(trimmed, ">") {
		line = strings.TrimPrefix(strings.TrimPrefix(trimmed, ">"), " ")
		trimmed = strings.TrimLeft(line, " \t")
	}
	return unmarked(line), ""
}

// unmarked drops pictures and the marks of links and stress.
func unmarked(s string) string {
	s = mdImageRE.ReplaceAllString(s, "")
	s = mdLinkRE.ReplaceAllString(s, "$1")
	s = mdNoteRE.ReplaceAllString(s, "")
	s = mdStrongRE.ReplaceAllString(s, "$2")
	s = mdStressRE.ReplaceAllString(s, "$1$3$5")
	return mdEscapeRE.ReplaceAllString(s, "$1")
}
