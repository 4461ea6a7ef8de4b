package inputs

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"lossclaims/internal/jsonl"
)

// Lines is the stream of the articles that r holds as JSON Lines; input names r. A bad line is an item that fails. maxBytes
// limits an article.
func Lines(input string, r io.Reader, maxBytes int) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		lines := jsonl.NewReader(r, maxBytes)
		for n := 0; ; n++ {
			line, err := lines.Next()
			if err == io.EOF {
				return
			}
			var item Item
			if err != nil {
				item = failing(input, fault("unreadable", "reading broke off: %v", plain(err)))
			} else {
				item = lineItem(fmt.Sprintf("%s!%d@%d", input, line.Number, line.Offset), line, maxBytes)
			}
			item.Order, item.Before = n, line.Offset
			if !yield(item) || err != nil {
				return
			}
		}
	}
}

// lineItem is the article of a line.
func lineItem(name string, line jsonl.Line, maxBytes int) Item {
	c := &Content{Data: line.HTML, Kind: HTML, URL: line.URL, Published: line.Published}
	if line.Text != nil {
		c.Data, c.Kind = line.Text, Text
	}
	switch {
	case errors.Is(line.Err, jsonl.ErrTooLong), len(c.Data) > maxBytes:
		return failing(name, tooLarge(maxBytes))
	case line.Err != nil:
		return failing(name, badRecord(line.Err))
	}
	return ready(name, c)
}
