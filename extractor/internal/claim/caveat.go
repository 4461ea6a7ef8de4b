package claim

// verification is what the article says of a claim's truth.
type verification struct {
	status string
	text   string
	weight int
}

// applyCaveats gives each caveat to the claims it speaks of: those of its own sentence, or when it has none, those of
// the paragraph and of the same speaker before it.
func (d *doc) applyCaveats() {
	for i, s := range d.sents {
		for _, n := range s.find("caveat") {
			v := verification{status: n.attr("status"), text: n.text()}
			if s.caveatHere(n, v) {
				continue
			}
			d.caveatBefore(i, v)
		}
	}
}

// caveatHere applies the caveat within the sentence.
func (s *sent) caveatHere(n *node, v verification) bool {
	hit := false
	for _, c := range s.counts {
		if c.loss != nil {
			c.caveat(v, 3)
			hit = true
		}
	}
	return hit
}

func (d *doc) caveatBefore(i int, v verification) {
	para := d.sents[i].Para
	hit := false
	for k := i - 1; k >= 0 && para-d.sents[k].Para <= 2; k-- {
		if hit && d.sents[k].Para != para {
			return
		}
		for _, c := range d.sents[k].counts {
			if c.loss != nil {
				c.caveat(v, 2)
				hit = true
			}
		}
	}
}

func (c *count) caveat(v verification, weight int) {
	if weight > c.verif.weight {
		v.weight = weight
		c.verif = v
	}
}
