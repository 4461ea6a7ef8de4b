package extractor

import (
	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/claim"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/patterns"
)

// worthReading tells whether the article can hold a claim: in some sentence a word of loss, a figure and a thing that is
// lost join, or a list or table has figures and things under a word of loss. It runs the patterns of losses alone, those
// of quantities and targets on the few sentences that have one, and all of them only on what is left: of ordinary news
// pages that is all they cost. An article that is worth reading is read whole, for who, whose and when stand anywhere.
func (x *Extractor) worthReading(lang *patterns.Language, sentences []sentence.Sentence) bool {
	has := func(kind string, s sentence.Sentence) bool {
		return lang.Has(kind, s.Text, s.Folded, x.opts.PatternTimeout)
	}
	in := claim.Input{Lang: lang, Common: x.set.Common()}
	lost, taken := -1, -1
	take := func(i int) {
		if i > taken {
			found, _ := mention.Mentions(lang, sentences[i].Text, sentences[i].Folded, x.opts.PatternTimeout)
			in.Sentences, in.Mentions, taken = append(in.Sentences, sentences[i]), append(in.Mentions, found), i
		}
	}
	for i, s := range sentences {
		if lang.May(mention.KindLoss, s.Text, s.Folded) && has(mention.KindLoss, s) {
			lost = i
		}
		listed := s.Kind == article.ListItem || s.Kind == article.TableRow
		if lost >= 0 && (lost == i || listed) && has(mention.KindQuantity, s) && has(mention.KindTarget, s) {
			take(lost)
			take(i)
		}
	}
	return taken >= 0 && claim.Holds(in)
}
