package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// Class names and ids are English the web over, whatever the page's language, with some Spanish; their words say what an
// element is for. Strong words are furniture wherever they stand; weak ones only where no word beside them says
// otherwise ("sidebar" is furniture, "sidebar-grid" a layout with the article in it).
var (
	strongNames = fieldSet(`
		sidebar related relacionado relacionados relacionada relacionadas recommended recommendation
		recommendations recomendados recirc recirculation teaser teasers promo promos promotion promobox
		newsletter newsletters subscribe subscription subscriptions suscripcion suscribete signup cookie
		cookies consent gdpr share shares sharing sharebar sharedaddy sharetools compartir comments
		comentarios disqus breadcrumb breadcrumbs taglist mostread mostpopular trending sponsor sponsored
		sponsors advert advertisement advertising advertisment adslot adbox adunit publicidad outbrain taboola
		pagination addtoany yarpp relatedposts readmore readnext alsoread morestories morefrom authorbio
		aboutauthor followus skiplink crosslinks onward upnext nextup masleidas
		masleido masvisto tickers livefyre spotim commentlist`)
	weakNames = fieldSet(`
		nav navbar navigation menu ad ads social socials comment tags tag popular paywall copyright pager
		byline bylines author authors autor autores bio firma timestamp dateline date fecha toolbar tooltip
		modal popup login rating ratings banner masthead widget contributors contributor topics metadata meta
		infobox rail kicker eyebrow audio player poll cta disclaimer credits follow bookmark donate
		donation app ticker carousel footer foot hidden tease upsell register print toc legal overlay signin
		partner partners aside`)
	pairNames = fieldSet(`
		most-read most-popular most-viewed read-more read-next read-also also-read see-also sign-up sign-in
		more-from more-on more-stories more-news sr-only visually-hidden screen-reader print-only author-bio
		about-author follow-us skip-link next-article mas-leidas mas-leido lo-mas lea-tambien lee-tambien
		le-puede te-puede you-may up-next link-list links-block topic-list`)
	contentName = fieldSet(`
		grid layout content body article main text page template entry story post has with no single primary
		cuerpo contenido noticia nota hentry`)
	layoutNames = fieldSet(`
		grid layout has with no without template single enabled body`)
)

// nameWords are the space-separated names of an element, each split into its words: "RelatedLinks__item" is related, links,
// item.
func nameWords(n *html.Node) [][]string {
	var all [][]string
	for i := range n.Attr {
		if !isNameAttr(n.Attr[i].Key) {
			continue
		}
		for j, token := range strings.Fields(n.Attr[i].Val) {
			if j < 40 && len(token) < 100 {
				all = append(all, splitName(token))
			}
		}
	}
	return all
}

// fieldSet is a set of the words of s.
func fieldSet(s string) map[string]bool { return set(strings.Fields(s)...) }

func splitName(token string) []string {
	for i := 0; i < len(token); i++ {
		if token[i] >= 0x80 {
			return splitForeignName(token)
		}
	}
	words := make([]string, 0, 4)
	lowered := strings.ToLower(token)
	start := -1
	for i := 0; i < len(token); i++ {
		letter := lowered[i] >= 'a' && lowered[i] <= 'z'
		// A capital begins a word where a small letter stands before it.
		if start >= 0 && (!letter || token[i] != lowered[i] && token[i-1] >= 'a' && token[i-1] <= 'z') {
			words = append(words, lowered[start:i])
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		words = append(words, lowered[start:])
	}
	return words
}

// splitForeignName is splitName for letters beyond ASCII.
func splitForeignName(token string) []string {
	var words []string
	start := -1
	runes := []rune(token)
	for i, r := range runes {
		letter := unicode.IsLetter(r)
		if start >= 0 && (!letter || unicode.IsUpper(r) && unicode.IsLower(runes[i-1])) {
			words = append(words, strings.ToLower(string(runes[start:i])))
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		words = append(words, strings.ToLower(string(runes[start:])))
	}
	return words
}

// nameSays returns the furniture word among an element's names and whether it is a strong one.
func nameSays(n *html.Node) (word string, strong bool) {
	for _, words := range nameWords(n) {
		w, s := furnitureWord(words)
		if w != "" && (word == "" || s) {
			word, strong = w, s
		}
		if strong {
			break
		}
	}
	return word, strong
}

func furnitureWord(words []string) (word string, strong bool) {
	layout, content := false, false
	for _, w := range words {
		layout = layout || layoutNames[w]
		content = content || contentName[w]
	}
	for i, w := range words {
		if strongNames[w] && !layout || i > 0 && pairNames[words[i-1]+"-"+w] && !layout {
			return w, true
		}
		if weakNames[w] && !content && !layout {
			word = w
		}
	}
	return word, false
}
