package article

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// setBlocks joins blocks to a's Text and cuts it at limit code points.
func (a *Article) setBlocks(blocks []Block, limit int) {
	if limit <= 0 {
		limit = defaultMaxText
	}
	var b strings.Builder
	at, prev := 0, ""
	a.Blocks = make([]Block, 0, len(blocks))
	for _, block := range blocks {
		gap := separator(prev, block.Kind, at == 0)
		n := utf8.RuneCountInString(block.Text)
		room := limit - at - len(gap)
		if n > room {
			a.warn("text_incomplete", fmt.Sprintf("the text is longer than %d characters and was cut", limit))
			if block.Text = firstWords(block.Text, room); block.Text == "" {
				break
			}
			n = utf8.RuneCountInString(block.Text)
			limit = 0
		}
		b.WriteString(gap)
		b.WriteString(block.Text)
		block.Start = at + len(gap)
		at = block.Start + n
		prev = block.Kind
		a.Blocks = append(a.Blocks, block)
		if limit == 0 {
			break
		}
	}
	a.Text = b.String()
}

// firstWords cuts s to at most limit code points, at a space.
func firstWords(s string, limit int) string {
	if limit <= 0 {
		return ""
	}
	n := 0
	for i := range s {
		if n == limit {
			s = s[:i]
			break
		}
		n++
	}
	return s[:max(0, strings.LastIndexByte(s, ' '))]
}

// separator stands between two blocks: items of one list and rows of one table follow each other line by line.
func separator(prev, kind string, first bool) string {
	switch {
	case first:
		return ""
	case prev == kind && (kind == ListItem || kind == TableRow):
		return "\n"
	}
	return "\n\n"
}
