package inputs

import (
	"bufio"
	"context"
	"io"
	"iter"
	"regexp"
	"strings"
)

// URLs is the stream of the pages that list names and wanted wants, a URL a line; blank lines and lines that begin with #
// are passed over. fetch gets a page when its item is loaded; it should give up when its context ends.
func URLs(list io.Reader, wanted Filter, fetch func(ctx context.Context, url string) (*Content, error)) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		lines := bufio.NewScanner(list)
		n := 0
		for lines.Scan() {
			url := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
			if url == "" || strings.HasPrefix(url, "#") || !wanted.Wants(url) {
				continue
			}
			name := Redacted(url)
			item := Item{Order: n, Input: name, URL: name, load: func(ctx context.Context) (*Content, error) { return fetch(ctx, url) }}
			if !yield(item) {
				return
			}
			n++
		}
		if err := lines.Err(); err != nil {
			item := failing("-", fault("unreadable", "the list of URLs: %v", plain(err)))
			item.Order = n
			yield(item)
		}
	}
}

// userinfo is the user and password of a URL, well-formed or not.
var userinfo = regexp.MustCompile(`^([a-zA-Z][a-zA-Z0-9+.-]*:)?//[^/?#]*@`)

// Redacted is a URL without the password in it, which must not end up in a report.
func Redacted(url string) string { return userinfo.ReplaceAllString(url, "$1//") }
