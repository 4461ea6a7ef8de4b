package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"lossclaims/extractor/report"
)

// report turns the counts into claims, merges the ones that say the same, and links parts to their sums.
func (d *doc) report() Output {
	var out Output
	var drafts []*draft
	for _, s := range d.sents {
		for _, c := range s.counts {
			if c.loss == nil {
				d.nearMiss(&out, s, c)
				continue
			}
			if r := d.refuse(s, c); r != "" {
				c.reason = r
				d.nearMiss(&out, s, c)
				continue
			}
			drafts = append(drafts, d.draft(s, c))
		}
	}
	drafts = d.merge(drafts)
	for _, f := range drafts {
		f.claim.ID = claimID(d.SHA256, f)
	}
	linkParts(drafts)
	for _, f := range drafts {
		out.Claims = append(out.Claims, f.claim)
		if d.Explain {
			out.Parts = append(out.Parts, report.ClaimParts{ID: f.claim.ID, Parts: f.parts()})
		}
	}
	return out
}

// draft is a claim on its way, with the counts that it came from.
type draft struct {
	claim  report.Claim
	counts []*count
}

func (d *doc) draft(s *sent, c *count) *draft {
	q := c.q.Quantity
	effect, category := settle(c)
	f := &draft{counts: []*count{c}}
	f.claim = report.Claim{
		Loser:        report.Party{Code: c.loser, Name: d.partyName(c.loser)},
		Category:     category,
		Effect:       effect,
		Target:       report.Target{Text: c.targetText()},
		Quantity:     report.Quantity{Text: q.Text, Value: q.Value, Low: q.Low, High: q.High, Mod: q.Mod},
		Attribution:  attribution(c.spk),
		Verification: report.Verification{Status: orNone(c.verif.status), Text: c.verif.text},
		Evidence:     []report.Evidence{d.evidence(s, c)},
		Rule:         c.loss.Rule,
		Flags:        []string{},
	}
	if c.doubt != "" {
		f.claim.Flags = append(f.claim.Flags, c.doubt)
	}
	f.setPeriod(c)
	if n := s.placeNode(c); n != nil {
		t := n.text()
		f.claim.Place = &t
	}
	if c.agent == nil {
		c.agent = s.agentOf(c)
	}
	if c.agent != nil && d.realParty(c.agent.attr("code")) && c.agent.attr("code") != c.loser {
		f.claim.InflictedBy = &report.Party{Code: c.agent.attr("code"), Name: d.partyName(c.agent.attr("code"))}
	}
	return f
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func (f *draft) setPeriod(c *count) {
	p := c.period
	f.claim.Period = report.Period{Type: p.kind, Text: p.text}
	f.claim.Period.Start = dateOrNil(p.start)
	f.claim.Period.End = dateOrNil(p.end)
	f.claim.AsOf = dateOrNil(p.asOf)
	if f.claim.AsOf != nil {
		b := p.basis
		f.claim.AsOfBasis = &b
	}
}

func dateOrNil(c civil) *string {
	if c.zero() {
		return nil
	}
	s := c.String()
	return &s
}

// settle fits effect and category to each other: equipment is not killed, people are not destroyed, and a number
// before a word of dying alone counts people.
func settle(c *count) (effect, category string) {
	effect, category = c.loss.attr("effect"), c.category
	if c.effect != "" {
		effect = c.effect
	}
	if category == "" {
		category = c.impliedCategory()
	}
	if isPeople(category) {
		switch effect {
		case "destroyed":
			effect = "killed"
		case "damaged":
			effect = "wounded"
		}
		return effect, category
	}
	switch effect {
	case "killed", "killed_or_wounded":
		effect = "destroyed"
		if r := c.loss.attr("role"); r == "noun" || r == "toll" || c.loss.s != c.s {
			effect = "unspecified"
		}
	case "missing": // drones lost from the radar
		if c.loss.s != c.s || c.sharesWithPeople() {
			effect = "unspecified"
		}
	case "wounded":
		effect = "damaged"
		if c.loss.s != c.s || c.sharesWithPeople() {
			effect = "unspecified"
		}
	}
	return effect, category
}

// sharesWithPeople: the loss word belongs to a count of people before it; the equipment in the list only follows.
func (c *count) sharesWithPeople() bool {
	for _, o := range c.s.counts {
		if o.loss == c.loss && isPeople(o.category) {
			return true
		}
	}
	return false
}

// impliedCategory: fighters where the loser is an armed group or the words are an army's, people otherwise.
func (c *count) impliedCategory() string {
	switch c.loss.attr("effect") {
	case "destroyed", "damaged", "abandoned":
		return ""
	}
	if c.loss.attr("effect") == "captured" || c.loss.s.d.inTable("fighter_loss", lastWord(foldedText(c.loss)), "fighter") {
		return "personnel"
	}
	for _, p := range c.parties {
		switch p.attr("form") {
		case "group", "force", "generic", "enemy", "own":
			return "personnel"
		}
	}
	if c.loser != "" && strings.ToLower(c.loser) == c.loser && c.loser != "unknown" {
		return "personnel"
	}
	switch c.loss.attr("role") {
	case "noun", "own", "toll":
		if c.target != nil {
			break
		}
		if e := c.loss.attr("effect"); e == "killed_or_wounded" || e == "unspecified" || e == "captured" {
			return "personnel"
		}
	}
	return "people"
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func (c *count) targetText() string {
	if c.target != nil {
		first, last := c.targets[0], c.targets[len(c.targets)-1]
		if first.Start > last.End {
			first, last = last, first
		}
		return string(c.s.Text[first.Start:last.End])
	}
	if c.head != nil {
		return c.head.text()
	}
	if c.body != nil {
		return c.body.text()
	}
	for _, o := range []*count{c.lead, c.like} {
		if o != nil {
			return o.targetText()
		}
	}
	return ""
}

func attribution(sp *speech) []report.Attribution {
	out := []report.Attribution{}
	if sp == nil {
		return out
	}
	for _, e := range sp.origin {
		out = append(out, report.Attribution{Role: "origin", Name: e.name, ID: e.id, Cue: sp.cue})
	}
	for _, e := range sp.relay {
		out = append(out, report.Attribution{Role: "relay", Name: e.name, ID: e.id, Cue: sp.cue})
	}
	return out
}

// partyName is the party's name in the article's language.
func (d *doc) partyName(code string) string {
	if code == "unknown" || code == "" || d.Common == nil {
		return ""
	}
	var names []string
	for _, c := range strings.Split(code, "+") {
		names = append(names, d.nameOf(c))
	}
	return strings.Join(names, " + ")
}

func (d *doc) nameOf(code string) string {
	for _, s := range d.Common.States {
		if s.Code == code {
			return s.Names[d.Lang.Code()]
		}
	}
	for _, g := range d.Common.Groups {
		if g.Code == code {
			return g.Names[d.Lang.Code()]
		}
	}
	return code
}

// placeNode is the place named nearest after the count, or else in its sentence.
func (s *sent) placeNode(c *count) *node {
	var best *node
	cost := far
	for _, n := range s.nodes {
		if !n.is("place") {
			continue
		}
		v := n.from - c.to
		if v < 0 {
			v = c.from - n.to + 5
		}
		if v < cost {
			best, cost = n, v
		}
	}
	return best
}

const context = 32 // code points of prefix and suffix around a piece of evidence

// evidence is the stretch of the sentence from the loss word to the figure.
func (d *doc) evidence(s *sent, c *count) report.Evidence {
	start, end := s.toks[c.from].start, s.toks[c.to-1].end
	if c.target != nil {
		start, end = min(start, c.targets[0].Start), max(end, c.targets[len(c.targets)-1].End)
	}
	if c.loss.s == s {
		if lo, hi := min(start, c.loss.Start), max(end, c.loss.End); hi-lo < 200 {
			start, end = lo, hi
		}
	}
	part := "body"
	if s.Kind == "headline" || s.Kind == "caption" {
		part = s.Kind
	}
	a, b := s.Start+start, s.Start+end
	return report.Evidence{
		Exact: string(d.Text[a:b]), Prefix: string(d.Text[max(0, a-context):a]),
		Suffix: string(d.Text[b:min(len(d.Text), b+context)]), Start: a, End: b, Part: part,
	}
}

func (d *doc) nearMiss(out *Output, s *sent, c *count) {
	if !d.Explain || len(s.find("loss")) == 0 {
		return
	}
	out.NearMisses = append(out.NearMisses, report.NearMiss{
		Text: c.q.Quantity.Text, Sentence: string(s.Text), Start: s.Start + c.q.Start, Reason: c.reason,
	})
}

func claimID(sha string, f *draft) string {
	c := f.claim
	asOf := ""
	if c.AsOf != nil {
		asOf = *c.AsOf
	}
	key := fmt.Sprintln(sha, c.Loser.Code, c.Category, c.Effect, figureKey(c.Quantity), c.Period.Type, asOf, f.counts[0].s.Start+f.counts[0].q.Start)
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:8])
}

func (f *draft) parts() []report.Part {
	var out []report.Part
	for _, c := range f.counts {
		for _, n := range append([]*node{c.q, c.target, c.loss}, c.parties...) {
			if n != nil {
				out = append(out, report.Part{Kind: n.Kind, Rule: n.Rule, Text: n.text(), Start: n.s.Start + n.Start, Attrs: n.Attrs})
			}
		}
	}
	return out
}
