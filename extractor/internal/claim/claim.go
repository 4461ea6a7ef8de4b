// Package claim joins the mentions of one article into loss claims: what a number counts, who lost it, to what effect,
// over which period, as of when and by whose word. Mentions and sentences go in, claims come out. It knows no language:
// every word it looks at comes typed from the pattern files.
package claim

import (
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/extractor/report"
	"lossclaims/patterns"
)

// Input is one article, ready to be joined.
type Input struct {
	Lang      *patterns.Language
	Common    *patterns.Common
	Published string // YYYY-MM-DD, "" when unknown
	SHA256    string // of the input, seeds the claims' ids
	Text      []rune // the article's clean text
	Sentences []sentence.Sentence
	Mentions  [][]mention.Mention // of each sentence, sorted by start
	Explain   bool
	// Translated: the text shows the marks of machine translation.
	Translated bool
	Stop       func() bool // tells that time is up: the sentences left are not joined; nil for never

	// Publisher is the page's publisher with the mentions in its name: a ministry's own page speaks for the ministry.
	Publisher         sentence.Sentence
	PublisherMentions []mention.Mention
}

// Output is what the join made of an article.
type Output struct {
	Claims     []report.Claim
	Parts      []report.ClaimParts
	NearMisses []report.NearMiss
	Stopped    bool // by Input.Stop, before the end
}

// Join reads the article from top to bottom and returns its claims in order of first appearance.
func Join(in Input) Output {
	d := newDoc(in)
	stopped := !d.link()
	d.readTables()
	d.inheritLeads()
	d.resolveAnaphors()
	d.findSpeakers()
	d.presumeHouse()
	d.datePeriods()
	d.freeHistory()
	d.freeDated()
	d.freeBackground()
	d.boundVoices()
	d.voiceHeadlines()
	d.findLosers()
	d.refineCategories()
	d.applyCaveats()
	out := d.report()
	out.Stopped = stopped
	return out
}

// link finds within each sentence what its figures count and what happened to that: by far the longest part of the
// join where a hostile text is all figures and losses. False when time was up before the end.
func (d *doc) link() bool {
	for _, s := range d.sents {
		if d.Stop != nil && d.Stop() {
			return false
		}
		s.findCounts()
		s.readVoices()
		s.linkLosses()
	}
	return true
}

// Holds tells whether in any of the sentences a figure joins a word of loss by the words there alone. What the article is
// about, who lost and when are not asked, so that the sentences of an article that have a figure and a loss are enough.
func Holds(in Input) bool {
	d := newDoc(in)
	d.link()
	d.readTables()
	d.inheritLeads()
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				continue
			}
			if r := s.refuse(c); r == "" || r == noThing {
				return true
			}
		}
	}
	return false
}
