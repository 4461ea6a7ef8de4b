package article

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// ldLimit bounds one JSON-LD script; an article's, its whole body included, is far smaller.
const ldLimit = 2 << 20

// ldObject is one JSON-LD object with its keys as they are.
type ldObject = map[string]any

// readJSONLD collects the JSON-LD objects of the page that can describe an article, in document order, and the name that
// the site's own object gives it.
func readJSONLD(tree *html.Node) (all []ldObject, site string) {
	each(tree, func(n *html.Node) bool {
		if !is(n, "script") {
			return true
		}
		if kind := strings.ToLower(attr(n, "type")); strings.Contains(kind, "ld+json") && n.FirstChild != nil && len(n.FirstChild.Data) < ldLimit {
			v := parseLD(n.FirstChild.Data)
			collectLD(v, 0, &all)
			site = firstOf(site, ldSiteName(v, 0))
		}
		return false
	})
	return all, site
}

// ldSiteName is the name of the WebSite object at the top or in the graph of v.
func ldSiteName(v any, depth int) string {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if name := ldSiteName(item, depth+1); name != "" && depth < 4 {
				return name
			}
		}
	case ldObject:
		for _, t := range ldStrings(v["@type"]) {
			if strings.EqualFold(t, "WebSite") {
				return ldText(v["name"])
			}
		}
		if depth < 4 {
			return ldSiteName(v["@graph"], depth+1)
		}
	}
	return ""
}

var (
	ldWrapperRE  = regexp.MustCompile(`^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$`)
	ldTrailingRE = regexp.MustCompile(`,(\s*[}\]])`)
	ldFieldRE    = regexp.MustCompile(`"(datePublished|dateCreated|dateModified|headline)"\s*:\s*"((?:[^"\\]|\\.)*)"`)
)

// parseLD reads the JSON of one script. Pages break it in a few ways that are mended here; when it stays broken, the
// plain fields that matter are picked out of the wreck as one article.
func parseLD(s string) any {
	s = ldWrapperRE.ReplaceAllString(strings.TrimSpace(s), "")
	s = strings.Map(func(r rune) rune {
		if r < 0x20 {
			return ' '
		}
		return r
	}, strings.TrimSpace(s))
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		return v
	}
	if json.Unmarshal([]byte(ldTrailingRE.ReplaceAllString(s, "$1")), &v) == nil {
		return v
	}
	if dec := json.NewDecoder(strings.NewReader(s)); dec.Decode(&v) == nil {
		return v
	}
	wreck := ldObject{"@type": "Article"}
	for _, m := range ldFieldRE.FindAllStringSubmatch(s, -1) {
		var text string
		if _, seen := wreck[m[1]]; !seen && json.Unmarshal([]byte(`"`+m[2]+`"`), &text) == nil {
			wreck[m[1]] = text
		}
	}
	return wreck
}

// collectLD takes the objects that may be the article from the places where pages put it, and no others: teasers, comments
// and products hang below other keys.
func collectLD(v any, depth int, all *[]ldObject) {
	if depth > 8 || len(*all) > 200 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			collectLD(item, depth+1, all)
		}
	case ldObject:
		if rankLD(v) > 0 {
			*all = append(*all, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "item"} {
			collectLD(v[key], depth+1, all)
		}
	}
}

// rankLD says how well an object's type fits an article: 3 an article, 2 a page or other work, 0 anything else.
func rankLD(o ldObject) int {
	best := 0
	for _, t := range ldStrings(o["@type"]) {
		t = strings.ToLower(t[strings.LastIndexAny(t, "/:#")+1:])
		switch {
		case strings.HasSuffix(t, "article"), strings.HasSuffix(t, "posting"), t == "report", t == "reportage":
			best = max(best, 3)
		case strings.HasSuffix(t, "page"), t == "creativework", t == "review", t == "videoobject", t == "liveblog", t == "recipe":
			best = max(best, 2)
		}
	}
	if best == 0 && o["datePublished"] != nil && (o["headline"] != nil || o["articleBody"] != nil) {
		return 3
	}
	return best
}

// ldStrings flattens a value that may be a string or a list of strings.
func ldStrings(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, item := range v {
			if s, ok := item.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// ldText returns the first text of a value: itself, or the name or value of the object or list it is.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return clean(html.UnescapeString(v))
	case []any:
		for _, item := range v {
			if s := ldText(item); s != "" {
				return s
			}
		}
	case ldObject:
		for _, key := range []string{"name", "@value", "headline"} {
			if s, ok := v[key].(string); ok && s != "" {
				return clean(html.UnescapeString(s))
			}
		}
		if list, ok := v["name"].([]any); ok {
			return ldText(list)
		}
	}
	return ""
}

// ldNames joins the names of a person, an organisation or a list of them.
func ldNames(v any) string {
	list, ok := v.([]any)
	if !ok {
		return ldText(v)
	}
	var names []string
	for _, item := range list {
		if name := ldText(item); name != "" && len(names) < 10 && !contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// ldURL returns the address an object gives itself.
func ldURL(o ldObject) string {
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		switch v := o[key].(type) {
		case string:
			return v
		case ldObject:
			for _, inner := range []string{"@id", "url"} {
				if s, ok := v[inner].(string); ok {
					return s
				}
			}
		}
	}
	return ""
}
