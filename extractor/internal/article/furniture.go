package article

import (
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lossclaims/extractor/internal/article/words"
)

var furnitureTags = set("nav", "aside", "footer", "form", "button", "menu")

var furnitureRoles = set("navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu", "menubar", "toolbar", "alertdialog")

// reason says why an element is furniture.
type reason struct {
	what   string
	strong bool // even long paragraphs inside it are furniture
}

// furnitureBelow finds the elements below container that are furniture by their tag, role or names. An element that
// holds a good part of the kept text is not, whatever its name: pages call their whole body "social-article".
func furnitureBelow(container *html.Node, pieces []*piece) map[*html.Node]reason {
	held, total := map[*html.Node]int{}, 0
	for _, p := range pieces {
		total += p.kept
		if p.kept > 0 {
			for n := p.owner; n != nil && n != container; n = n.Parent {
				held[n] += p.kept
			}
		}
	}
	flags := map[*html.Node]reason{}
	each(container, func(n *html.Node) bool {
		if n.Type != html.ElementNode || n == container {
			return true
		}
		why := furnitureElement(n)
		limit := 25
		if why.strong {
			limit = 50
		}
		if why.what != "" && held[n]*100 <= total*limit {
			flags[n] = why
			return !why.strong
		}
		return true
	})
	return flags
}

func furnitureElement(n *html.Node) reason {
	switch {
	case furnitureTags[n.Data]:
		return reason{n.Data, true}
	case furnitureRoles[attr(n, "role")]:
		return reason{"role", true}
	case is(n, "body", "html", "main", "article"):
		return reason{}
	case !blockElements[n.Data] && n.Data != "span" && !strings.Contains(n.Data, "-"):
		return reason{}
	}
	if word, strong := nameSays(n); word != "" {
		return reason{"named " + word, strong && n.Data != "span"}
	}
	return reason{}
}

// reasonOf walks up from n to container and returns the strongest reason that an element on the way is furniture.
func reasonOf(n, container *html.Node, flags map[*html.Node]reason) reason {
	var found reason
	for ; n != nil && n != container; n = n.Parent {
		if r := flags[n]; r.strong {
			return r
		} else if r.what != "" {
			found = r
		}
	}
	return found
}

// phrases are the furniture phrases of all languages.
type phrases struct {
	lines, leads     phraseSet
	starts, contains []string
}

var furniturePhrases = sync.OnceValue(func() phrases {
	var p phrases
	for _, l := range words.All() {
		p.lines.add(l.Lines)
		p.leads.add(l.Leads)
		p.starts, p.contains = append(p.starts, l.Starts...), append(p.contains, l.Contains...)
	}
	return p
})

// phraseSet holds phrases, some with * for any words. It is asked for every block of a page: a look-up and a few
// comparisons, where one regular expression of all phrases took longer than the page's parse.
type phraseSet struct {
	exact map[string]bool
	wild  [][]string // the parts between the stars
}

func (p *phraseSet) add(list []string) {
	if p.exact == nil {
		p.exact = map[string]bool{}
	}
	for _, s := range list {
		if strings.Contains(s, "*") {
			p.wild = append(p.wild, strings.Split(s, "*"))
		} else {
			p.exact[s] = true
		}
	}
}

func (p *phraseSet) has(s string) bool {
	if p.exact[s] {
		return true
	}
	for _, parts := range p.wild {
		if matchParts(s, parts) {
			return true
		}
	}
	return false
}

func matchParts(s string, parts []string) bool {
	last := len(parts) - 1
	s, ok := strings.CutPrefix(s, parts[0])
	for _, part := range parts[1:max(1, last)] {
		_, after, found := strings.Cut(s, part)
		s, ok = after, ok && found
	}
	rest, end := strings.CutSuffix(s, parts[last])
	return ok && end && rest != "" && len(rest) <= 40
}

// trimLabel takes off what stands around a label.
func trimLabel(folded string) string {
	return strings.Trim(folded, " :.>»→|-–—*•·…[]()")
}

// droppedLine is the reason of pieces that are furniture labels.
const droppedLine = "line"

// furnitureText tells by a piece's words that it is no part of the article.
func furnitureText(p *piece) string {
	if p.size > 400 {
		return ""
	}
	text := words.Fold(p.text)
	ph := furniturePhrases()
	if p.size < 80 && ph.lines.has(trimLabel(text)) {
		return droppedLine
	}
	text = strings.TrimLeft(text, " >»→|-–—*•·[(")
	for _, s := range ph.starts {
		if strings.HasPrefix(text, s) {
			return "starts " + s
		}
	}
	if hasFigure(text) {
		return ""
	}
	for _, s := range ph.contains {
		if strings.Contains(text, s) {
			return "contains " + s
		}
	}
	return ""
}

// isLead tells whether a piece announces links to other articles.
func isLead(p *piece) bool {
	if p.size > 60 {
		return false
	}
	ph := furniturePhrases()
	return ph.leads.has(trimLabel(words.Fold(p.text)))
}
