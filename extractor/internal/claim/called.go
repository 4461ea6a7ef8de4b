package claim

import "strings"

// calledSo is the state that its foes call by such a name ("the regime", "the occupiers"): of those that are called so the
// one that the article names most, "" where it names none.
func (d *doc) calledSo(n *node) string {
	v, ok := d.Lang.Table("called").Value(foldedText(n))
	if !ok {
		return ""
	}
	best, most := "", 0
	for _, code := range strings.Fields(v) {
		if k := d.parties[code] + d.places[code]; k > most {
			best, most = code, k
		}
	}
	return best
}
