package claim

// boundVoices ends the reach of speeches that ran on into another paragraph. The article's leading voice holds for as
// long as nobody else speaks; whoever else was heard has had his say, and what the next paragraph tells of people is the
// article's own again. Lists of equipment, which no article counts itself, go on with whoever gave the ones before.
func (d *doc) boundVoices() {
	lead := d.leadVoices()
	for _, s := range d.sents {
		if s.Kind != "body" {
			continue
		}
		for _, c := range s.counts {
			if sp := c.spk; sp != nil && sp.para >= 0 && sp.para < s.Para && !c.equipment() && !lead.holds(sp.origin[0]) {
				c.spk = nil
			}
		}
	}
}

// voiceHeadlines gives a headline's figure the source that the text gives for it.
func (d *doc) voiceHeadlines() {
	for _, s := range d.sents {
		if s.Kind != "headline" {
			continue
		}
		for _, c := range s.counts {
			if c.loss == nil || c.ownSpeech() {
				continue
			}
			if o := d.bodyOf(c); o != nil && (o.spk == nil || o.spk.para >= 0) && (o.category == c.category || magnitude(c)) {
				c.spk = o.spk
			}
		}
	}
}

// leading are the article's leading voices: who is heard first in its text, and who gives its first figure.
type leading struct{ heard, figure *entity }

// leadVoices finds the leading voices in the text below the headlines.
func (d *doc) leadVoices() leading {
	var l leading
	for _, s := range d.sents {
		if s.Kind == "headline" || s.Kind == "caption" {
			continue
		}
		if sp := s.lasting(); sp != nil && l.heard == nil {
			l.heard = sp.origin[0]
		}
		for _, c := range s.counts {
			if c.losses() && c.ownSpeech() && l.figure == nil {
				l.figure = c.spk.origin[0]
			}
		}
	}
	return l
}

// holds: the source is a leading voice; somebody or a party, more often quoted in passing than a body that counts, must
// be both.
func (l leading) holds(e *entity) bool {
	heard, figure := l.heard != nil && sameVoice(e, l.heard), l.figure != nil && sameVoice(e, l.figure)
	if e.someone() || e.kind == "party" || e.kind == "media" {
		return heard && figure
	}
	return heard || figure
}
