package claim

import "fmt"

// DebugScene is temporary.
func DebugScene(in Input) []string {
	d := newDoc(in)
	out := []string{fmt.Sprintf("DOC %+v", d.whole())}
	for _, s := range d.sents {
		words := ""
		for _, n := range s.nodes {
			if n.is("exclusion") && n.attr("type") == "scene" {
				words += " " + n.attr("what")[:1] + n.attr("weight") + ":" + n.text()
			}
		}
		out = append(out, fmt.Sprintf("%+v %s | %s", s.scene(), words, string(s.Text)))
	}
	return out
}
