package article

import "strings"

// weight is what a page would cost to read in the usual way, estimated from its tags alone.
type weight struct {
	tags    int // start tags, and the end tags that make an element
	depths  int // of all tags, the number of elements open around it
	rebuilt int // formatting elements that the parser opens again, after each block that closed over them
}

// The most that is parsed in the usual way. Live pages with the news of a week have some 50,000 elements and a tenth of the
// other limits; 86 KB that leave 450 <font> open across paragraphs make the parser build eight million elements.
const (
	maxTags    = 70_000
	maxDepths  = 8_000_000
	maxRebuilt = 1_500_000
)

func (w weight) fits() bool {
	return w.tags <= maxTags && w.depths <= maxDepths && w.rebuilt <= maxRebuilt
}

// formatting elements are opened again by the parser where a block has cut them off.
var formatting = set("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")

// unnested elements are closed by the next of their kind, so that they do not pile up when nobody closes them.
var unnested = set("p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "rt", "rp", "html", "head", "body")

// rawText elements hold no tags.
var rawText = []string{"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}

// weigh looks at a page's tags in one quick pass, a few hundred megabytes a second.
func weigh(page string) weight {
	var w weight
	open, depth, paragraph := 0, 0, false
	for {
		at := strings.IndexByte(page, '<')
		if at < 0 || at+1 >= len(page) {
			return w
		}
		page = page[at+1:]
		end := page[0] == '/'
		name := tagName(page)
		if name == "" {
			if strings.HasPrefix(page, "!--") {
				_, page, _ = strings.Cut(page, "-->")
			}
			continue
		}
		step := 1
		if end {
			step = -1
		}
		// An end tag of a paragraph that is not open makes an empty one.
		if !end || name == "br" || name == "p" && !paragraph {
			w.tags++
		}
		if name == "p" {
			paragraph = !end
		}
		switch {
		case formatting[name]:
			open = max(0, open+step)
		case voidElements[name] || unnested[name]:
			w.rebuilt += open
		default:
			depth = max(0, depth+step)
			w.rebuilt += open
		}
		w.depths += depth
		if !end {
			page = skipRaw(page, name)
		}
	}
}

// tagName is the lower-case name of the tag that page is in, "" where it is in none.
func tagName(page string) string {
	if page[0] == '/' {
		page = page[1:]
	}
	n := 0
	for n < len(page) && n < 20 && (page[n]|0x20 >= 'a' && page[n]|0x20 <= 'z' || n > 0 && (page[n] >= '0' && page[n] <= '9' || page[n] == '-')) {
		n++
	}
	return strings.ToLower(page[:n])
}

// skipRaw goes on behind the text of elements that hold no tags.
func skipRaw(page, name string) string {
	for _, raw := range rawText {
		if name != raw {
			continue
		}
		for {
			at := strings.Index(page, "</")
			if at < 0 {
				return ""
			}
			if len(page) >= at+2+len(raw) && strings.EqualFold(page[at+2:at+2+len(raw)], raw) {
				return page[at:]
			}
			page = page[at+2:]
		}
	}
	return page
}
