package extractor

import (
	"slices"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/claim"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/patterns"
)

// Context is read so far before and after a sentence that may hold a claim, and so far at the head of the article: who
// speaks, who fights and what day it is are told there. Few news articles are longer than one such stretch.
const (
	contextReach = 60 // sentences
	headReach    = 30
	thingReach   = 2 // sentences before a figure that may name what it counts
)

// parts are the mentions of an article's sentences, each sentence searched when first asked for and no more than once.
type parts struct {
	lang      *patterns.Language
	sentences []sentence.Sentence
	limit     time.Duration // of a pattern
	found     [][]mention.Mention
	searched  []bool
	slow      map[string]int // on how many sentences each rule gave up
}

func newParts(lang *patterns.Language, sentences []sentence.Sentence, limit time.Duration) *parts {
	return &parts{lang, sentences, limit, make([][]mention.Mention, len(sentences)), make([]bool, len(sentences)), map[string]int{}}
}

// of gives the mentions of sentence i.
func (p *parts) of(i int) []mention.Mention {
	if !p.searched[i] {
		s := p.sentences[i]
		found, timeouts := mention.Mentions(p.lang, s.Text, s.Folded, p.limit)
		p.found[i], p.searched[i] = found, true
		for _, t := range timeouts {
			p.slow[t.Rule]++
		}
	}
	return p.found[i]
}

// worthReading marks the sentences that the article's claims may need, none when it can hold no claim: in some sentence a
// word of loss, a figure and a thing that is lost must join, or a list or table must have figures and things under a word
// of loss. It runs the patterns of losses alone, those of quantities and targets on the few sentences that have one, and
// all of them only on what is left: of ordinary news pages that is all they cost. hurried says that stop ended it early.
func (x *Extractor) worthReading(parts *parts, stop func() bool) (wanted []bool, hurried bool) {
	lang, sentences := parts.lang, parts.sentences
	anchors := x.anchors(lang, sentences, stop)
	in := claim.Input{Lang: lang, Common: x.set.Common(), Stop: stop, Translated: true}
	for _, i := range anchors {
		if stop() {
			break
		}
		in.Sentences, in.Mentions = append(in.Sentences, sentences[i]), append(in.Mentions, parts.of(i))
	}
	// What a rule that gave up might have found is to be told of.
	if len(anchors) == 0 || len(parts.slow) == 0 && !claim.Holds(in) {
		return nil, stop()
	}
	wanted = make([]bool, len(sentences))
	for i := range min(headReach, len(wanted)) {
		wanted[i] = true
	}
	for _, a := range anchors {
		for i := max(0, a-contextReach); i <= min(len(wanted)-1, a+contextReach); i++ {
			wanted[i] = true
		}
	}
	if len(parts.slow) == 0 && x.elsewhere(parts, wanted) {
		return nil, stop()
	}
	return wanted, stop()
}

// elsewhere tells that what the wanted sentences are about, a disaster or a game, leaves no claim. Its words are looked for
// before all else is, for many pages speak of a figure of dead somewhere.
func (x *Extractor) elsewhere(parts *parts, wanted []bool) bool {
	var sentences []sentence.Sentence
	var scenes [][]mention.Mention
	for i, s := range parts.sentences {
		if wanted[i] {
			sentences = append(sentences, s)
			scenes = append(scenes, mention.Scenes(x.probes[parts.lang.Code()].scenes, s.Text, s.Folded, x.opts.PatternTimeout))
		}
	}
	return claim.Elsewhere(sentences, scenes)
}

// probes find quickly what decides whether an article is read.
type probes struct {
	scenes, losses, tallies, trackers *patterns.Probe
}

func newProbes(l *patterns.Language) *probes {
	losses, tallies := mention.LossProbes(l)
	return &probes{mention.SceneProbe(l), losses, tallies, mention.TrackerProbe(l)}
}

// loss tells whether a sentence has a word of loss, and whether that is one of people's, which needs no other word to say
// what was lost ("45 dead"). "Has", "lists" and other verbs that count things, found in every other sentence, are one only
// where somebody is named who keeps lists of losses.
func (p *probes) loss(s sentence.Sentence, limit time.Duration) (found, people bool) {
	if p.losses.May(s.Text, s.Folded) {
		matches, timeouts := p.losses.Find(s.Text, s.Folded, limit)
		for _, m := range matches {
			switch m.Attrs["effect"] {
			case "destroyed", "damaged", "abandoned":
			default:
				people = true
			}
		}
		found = len(matches)+len(timeouts) > 0
	}
	return found || p.trackers.May(s.Text, s.Folded) && p.tallies.Has(s.Text, s.Folded, limit), people
}

// anchors lists the sentences with a loss, a figure and a thing, or people's loss, and those that a list or table owes its
// loss to.
func (x *Extractor) anchors(lang *patterns.Language, sentences []sentence.Sentence, stop func() bool) []int {
	has := func(kind string, s sentence.Sentence) bool {
		return lang.Has(kind, s.Text, s.Folded, x.opts.PatternTimeout)
	}
	probes := x.probes[lang.Code()]
	// What "71 were shot down" counts may stand in the sentences just before.
	thing := func(i int) bool {
		return slices.ContainsFunc(sentences[max(0, i-thingReach):i+1], func(s sentence.Sentence) bool { return has(mention.KindTarget, s) })
	}
	var out []int
	lost, top := -1, -1
	for i, s := range sentences {
		if stop() {
			break
		}
		found, people := probes.loss(s, x.opts.PatternTimeout)
		if found {
			lost = i
		}
		row := s.Kind == article.TableRow
		if !row || i == 0 || sentences[i-1].Kind != article.TableRow {
			top = i
		}
		listed := s.Kind == article.ListItem || row
		// Of a table the heading may name the thing.
		if lost >= 0 && (lost == i || listed) && has(mention.KindQuantity, s) && (people || row && top < i || thing(i)) {
			for _, k := range []int{min(lost, top), max(lost, top)} {
				if k < i && (len(out) == 0 || out[len(out)-1] < k) && (k == lost || row) {
					out = append(out, k)
				}
			}
			out = append(out, i)
		}
	}
	return out
}
