package output

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// gap stands between two columns of a table; minColumn is as narrow as a column is made for want of room.
const (
	gap       = "  "
	minColumn = 6
)

// table is rows of cells under headings, aligned in columns; right is the one that is aligned to the right, or -1.
// The words of the columns in whole, such as figures and dates, are broken last.
type table struct {
	heads []string
	rows  [][]string
	right int
	whole []int
}

// print writes the table within limit columns, wrapping the widest cells; 0 is no limit. head styles a heading.
func (t *table) print(b *strings.Builder, limit int, head func(string) string) {
	for _, row := range t.rows {
		for i := range row {
			indent := row[i][:len(row[i])-len(strings.TrimLeft(row[i], " "))]
			row[i] = indent + Clean(row[i])
		}
	}
	widths := t.fit(limit)
	t.line(b, widths, t.heads, head)
	for _, row := range t.rows {
		t.line(b, widths, row, func(s string) string { return s })
	}
}

// fit is the width of each column in a table of at most limit columns; 0 is no limit. Where room is short, cells are
// wrapped between words first, then words are broken, those of the whole columns last.
func (t *table) fit(limit int) []int {
	widths := t.widest(columnsOf)
	if limit <= 0 {
		return widths
	}
	floors := t.widest(longestWord)
	narrow(widths, floors, limit)
	for i := range floors {
		if !slices.Contains(t.whole, i) {
			floors[i] = minColumn
		}
	}
	narrow(widths, floors, limit)
	for _, i := range t.whole {
		floors[i] = minColumn
	}
	narrow(widths, floors, limit)
	return widths
}

// widest measures the cells, headings included, and keeps the largest measure of each column.
func (t *table) widest(measure func(cell string) int) []int {
	widths := make([]int, len(t.heads))
	for _, row := range append([][]string{t.heads}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], measure(cell))
		}
	}
	return widths
}

func longestWord(cell string) int {
	longest := 0
	for word := range strings.FieldsSeq(cell) {
		longest = max(longest, columnsOf(word))
	}
	return longest
}

// narrow takes from the widest columns, one step at a time and none below its floor, until all are within limit.
func narrow(widths, floors []int, limit int) {
	total := len(gap) * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	for ; total > limit; total-- {
		widest := -1
		for i, w := range widths {
			if w > floors[i] && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

// line prints one row, over as many lines as its longest cell needs.
func (t *table) line(b *strings.Builder, widths []int, cells []string, style func(string) string) {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = wrap(cell, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		var out strings.Builder
		for i := range cells {
			text := ""
			if n < len(wrapped[i]) {
				text = wrapped[i][n]
			}
			pad := strings.Repeat(" ", max(0, widths[i]-columnsOf(text)))
			if i == t.right {
				out.WriteString(pad + style(text))
			} else {
				out.WriteString(style(text) + pad)
			}
			out.WriteString(gap)
		}
		b.WriteString(strings.TrimRight(out.String(), " ") + "\n")
	}
}

// wrap breaks a text into lines of at most limit columns, at spaces where it can; 0 is no limit. Spaces at its
// beginning stay.
func wrap(text string, limit int) []string {
	if limit <= 0 || columnsOf(text) <= limit {
		return []string{text}
	}
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	var lines []string
	line := indent
	for word := range strings.FieldsSeq(text) {
		separate := ""
		if line != indent {
			separate = " "
		}
		if columnsOf(line+separate+word) <= limit {
			line += separate + word
			continue
		}
		if line != indent {
			lines = append(lines, line)
		}
		for columnsOf(word) > limit {
			head := cut(word, limit)
			lines, word = append(lines, head), word[len(head):]
		}
		line, indent = word, ""
	}
	return append(lines, line)
}

// cut is the beginning of a word that fills limit columns, at least one character.
func cut(word string, limit int) string {
	used := 0
	for i, r := range word {
		used += columnsOfRune(r)
		if used > limit && i > 0 {
			return word[:i]
		}
	}
	return word
}

// columnsOf is how many columns of a terminal a text takes.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOfRune(r)
	}
	return n
}

func columnsOfRune(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}
