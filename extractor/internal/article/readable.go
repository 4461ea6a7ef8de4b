package article

import (
	"net/url"

	readability "github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
)

// reader is the finder in use. Another package takes the place of readability by changes to this file alone.
var reader finder = readabilityFinder{}

// readabilityFinder is go-shiori's port of Firefox's reader view.
type readabilityFinder struct{}

func (readabilityFinder) find(tree *html.Node, address *url.URL) (*html.Node, error) {
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	result, err := parser.ParseDocument(tree, address)
	return result.Node, err
}
