package article

import "golang.org/x/net/html"

// dataTables finds the tables whose rows are lines of data. Old pages lay themselves out with tables: those have tables,
// headings or long texts in their cells.
func dataTables(root *html.Node) map[*html.Node]bool {
	tables := map[*html.Node]bool{}
	stack := []*tableShape{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if is(n, "table") {
			if len(stack) > 0 {
				stack[len(stack)-1].nested = true
			}
			stack = append(stack, &tableShape{})
			defer func() {
				tables[n] = stack[len(stack)-1].isData()
				stack = stack[:len(stack)-1]
			}()
		}
		if len(stack) > 0 {
			stack[len(stack)-1].see(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return tables
}

// tableShape counts what tells a table of data from one of layout.
type tableShape struct {
	rows, cells, long, cell, heads int
	nested                         bool
}

func (t *tableShape) see(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		if is(n.Parent, "script", "style") {
			return
		}
		if t.cell += len(n.Data); t.cell > 400 && t.cell-len(n.Data) <= 400 {
			t.long++
		}
	case is(n, "tr"):
		t.rows++
	case is(n, "td", "th"):
		t.cells++
		t.cell = 0
	case is(n, "h1", "h2", "article", "form"):
		t.heads++
	}
}

func (t *tableShape) isData() bool {
	return !t.nested && t.heads == 0 && t.rows > 0 && t.cells > t.rows && t.long*5 <= t.cells && t.long <= 3
}

func tableOf(n *html.Node) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if is(p, "table") {
			return p
		}
	}
	return nil
}
