package article

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"golang.org/x/net/html"
)

// finder finds the main part of a page. It leaves tree as it is and returns the part as a tree of its own, in which
// elements carry the attributes that they have in tree. address is absolute.
type finder interface {
	find(tree *html.Node, address *url.URL) (*html.Node, error)
}

// markAttr numbers the elements of the page, so that what readability kept can be told in the page's own tree.
// Readability renames elements, wraps text into paragraphs and drops classes, but carries unknown attributes along.
const markAttr = "data-extract-mark"

// maxWork bounds readability's work, in bytes of text times depth: it reads an element's whole text for most of the
// elements around it, and cannot be cancelled. maxCopied bounds its memory, for it works on a copy of the tree.
const (
	maxWork   = 256 << 20
	maxCopied = 200_000
)

var errTooMuch = errors.New("the page is too large or nests too deep")

// find lets reader look for the article's part. A page that is too much for it, or makes it fail, is an error.
func find(tree *html.Node, address string) (part *html.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			part, err = nil, fmt.Errorf("readability panicked: %v", r)
		}
	}()
	if nodes, work := size(tree); nodes > maxCopied || work > maxWork {
		return nil, errTooMuch
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		u = &url.URL{Scheme: "http", Host: "localhost", Path: "/"}
	}
	return reader.find(tree, u)
}

// size counts the tree's nodes and estimates what readability will do on it.
func size(tree *html.Node) (nodes, work int) {
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		nodes++
		work += (len(n.Data) + 16) * depth
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(tree, 1)
	return nodes, work
}

// mark numbers every element below tree; unmark takes the numbers off again.
func mark(tree *html.Node) {
	elements, room := 0, 0
	each(tree, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			elements, room = elements+1, room+len(n.Attr)+1
		}
		return true
	})
	// One piece of memory for all: an attribute more would otherwise move those of every element.
	attrs, next := make([]html.Attribute, 0, room), 0
	numbers := numerals(elements)
	each(tree, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			from := len(attrs)
			attrs = append(append(attrs, n.Attr...), html.Attribute{Key: markAttr, Val: numbers[next]})
			n.Attr = attrs[from:len(attrs):len(attrs)]
			next++
		}
		return true
	})
}

// numerals are the numbers from 1 to n, cut from one text.
func numerals(n int) []string {
	text := make([]byte, 0, 6*n)
	for i := range n {
		text = strconv.AppendInt(text, int64(i+1), 10)
	}
	all, from, digits, next := make([]string, n), 0, 1, 10
	whole := string(text)
	for i := range all {
		if i+1 == next {
			digits, next = digits+1, next*10
		}
		all[i] = whole[from : from+digits]
		from += digits
	}
	return all
}

// keptIn returns a test whether an element of the marked tree is in part. An element that is not, but holds one that is,
// counts as kept too: readability merges nested wrappers into one.
func keptIn(tree, part *html.Node) func(*html.Node) bool {
	if part == nil {
		return func(*html.Node) bool { return false }
	}
	marks := map[string]bool{}
	each(part, func(n *html.Node) bool {
		if m := attr(n, markAttr); m != "" {
			marks[m] = true
		}
		return true
	})
	kept := map[*html.Node]bool{}
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		in := n.Type == html.ElementNode && marks[attr(n, markAttr)]
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if walk(c) && is(n, "div", "section", "article", "td") {
				in = true
			}
		}
		if in {
			kept[n] = true
		}
		return in
	}
	walk(tree)
	return func(n *html.Node) bool { return kept[n] }
}
