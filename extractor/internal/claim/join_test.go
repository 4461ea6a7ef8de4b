package claim

import (
	"strings"
	"sync"
	"testing"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/extractor/report"
	"lossclaims/patterns"
)

var shipped = sync.OnceValues(func() (*patterns.Set, error) { return patterns.Load() })

// kinds are the marks that tell what block a line of a test article is; a line without one is a paragraph.
var kinds = map[string]string{"# ": "headline", "- ": "list_item", "~ ": "caption", "| ": "table_row", "= ": "subhead"}

// war ends a test article that would else be too short to be of a war.
var war = map[string]string{
	"en": "Artillery hit both banks, and clashes with rebels went on at the front line.",
	"es": "La artillería golpeó las orillas y los choques con rebeldes siguen en el frente.",
}

// joined joins the lines, a block each, as an article of Tuesday, 7 February 2023.
func joined(t *testing.T, lang string, lines ...string) []report.Claim {
	t.Helper()
	return joinedAs(t, lang, false, lines...)
}

// joinedAs joins the lines as an article that is translated by a machine or not.
func joinedAs(t *testing.T, lang string, translated bool, lines ...string) []report.Claim {
	t.Helper()
	set, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	l := set.Language(lang)
	var blocks []article.Block
	text, pos := "", 0
	for _, line := range lines {
		kind := "body"
		if len(line) > 2 && kinds[line[:2]] != "" {
			kind, line = kinds[line[:2]], line[2:]
		}
		blocks = append(blocks, article.Block{Kind: kind, Text: line, Start: pos})
		text += line + "\n\n"
		pos += len([]rune(line)) + 2
	}
	ss := sentence.Split(blocks, l.Config.Abbreviations, l.Config.Starters...)
	var ms [][]mention.Mention
	for _, s := range ss {
		m, _ := mention.Mentions(l, s.Text, s.Folded, time.Second)
		ms = append(ms, m)
	}
	return Join(Input{Lang: l, Common: set.Common(), Published: "2023-02-07", Text: []rune(text), Sentences: ss, Mentions: ms, Translated: translated}).Claims
}

// inWar joins the lines as an article of a war.
func inWar(t *testing.T, lang string, lines ...string) []report.Claim {
	t.Helper()
	return joined(t, lang, append(lines[:len(lines):len(lines)], war[lang])...)
}

// figures writes the figures of claims.
func figures(claims []report.Claim) []string {
	var out []string
	for _, c := range claims {
		out = append(out, c.Quantity.Text)
	}
	return out
}

// claimed reads a sentence behind a lead that sets the war scene and writes its figures.
func claimed(t *testing.T, lang, text string) string {
	t.Helper()
	lead := map[string][]string{
		"en": {"# Fighting goes on", "Artillery and airstrikes hit both banks, and clashes with rebels went on at the front line."},
		"es": {"# Siguen los combates", "La artillería y los bombardeos golpearon las orillas y los enfrentamientos con rebeldes siguen en el frente."},
	}[lang]
	return strings.Join(figures(joined(t, lang, append(lead, text)...)), " ")
}
