package claim

// table is a run of rows: the headings of its columns, the line that says what all of it counts, and the rows of figures.
type table struct {
	head [][]*node // the mentions of each column's heading
	top  *sent     // the row of headings, nil for none
	lead *sent     // the caption, or the line right above, that names the loss
	rows []*sent

	names bool // the headings or the caption name whose losses they are
}

// readTables gives the numbers of table rows the thing, the party, the loss word and the time that their column's heading,
// their row's label or the table's caption names.
func (d *doc) readTables() {
	for i := 0; i < len(d.sents); {
		if d.sents[i].Kind != "table_row" {
			i++
			continue
		}
		t := d.tableAt(i)
		i += len(t.rows)
		if t.top != nil {
			i++
		}
		for _, s := range t.rows {
			t.readRow(s)
		}
	}
}

// tableAt is the table that begins with sentence i.
func (d *doc) tableAt(i int) *table {
	t := &table{}
	if s := d.sents[i]; s.headings() {
		t.top, t.head = s, s.cells()
		i++
	}
	first := i
	for i < len(d.sents) && d.sents[i].Kind == "table_row" && (i == first || !d.sents[i].headsAgain()) {
		t.rows = append(t.rows, d.sents[i])
		i++
	}
	above := first - 1
	if t.top != nil {
		above--
	}
	switch {
	case above >= 0 && d.sents[above].entitles():
		t.lead = d.sents[above]
	case i < len(d.sents) && d.sents[i].Kind == "caption" && d.sents[i].entitles():
		t.lead = d.sents[i]
	}
	for _, cell := range append(t.head[:len(t.head):len(t.head)], t.lead.all()) {
		for _, n := range cell {
			t.names = t.names || n.is("party") && n.attr("form") != "compound"
		}
	}
	return t
}

// all are the sentence's mentions, none of no sentence.
func (s *sent) all() []*node {
	if s == nil {
		return nil
	}
	return s.nodes
}

// headings: the row heads columns: it has no figures but years.
func (s *sent) headings() bool { return len(s.counts) == 0 }

// headsAgain: the row begins another table under the first: it has headings and no figures.
func (s *sent) headsAgain() bool {
	if !s.headings() {
		return false
	}
	for _, cell := range s.cells()[1:] {
		if len(cell) > 0 {
			return true
		}
	}
	return false
}

// entitles: the sentence names a loss and no figure of it, as captions and the lines above a table do.
func (s *sent) entitles() bool {
	return s.Kind != "table_row" && s.Kind != "headline" && len(s.counts) == 0 && s.lossAt(s.nodes) != nil
}

// readRow reads the figures of one row: what stands beside them, above them and over the whole table.
func (t *table) readRow(s *sent) {
	cells := s.cells()
	label := cells[0]
	for _, c := range s.counts {
		k := s.cellOf(c)
		if k == 0 {
			if t.numbers(s, c) && len(cells) > 1 {
				label = cells[1]
				c.loss, c.governor, c.apart, c.reason = nil, nil, true, "it numbers the row"
			}
			continue
		}
		if k < len(t.head) {
			c.takeHeading(t.head[k])
			c.year, c.month, c.summed = t.top.yearIn(k), t.top.monthIn(k), t.top.inCell(k, "column_total") >= 0
		}
		t.takeLoss(c, k, label)
		if t.culprits() {
			c.dropLabel()
		} else {
			c.takeLabel(label, t.names)
		}
		if c.year == 0 {
			c.year = s.yearIn(0)
		}
		if c.month == 0 {
			c.month = s.monthIn(0)
		}
		c.classify()
	}
	for _, c := range s.counts {
		t.takeTotal(s, c)
		t.takeAll(s, c)
	}
}

// culprits: the rows' labels tell who did it, not who was lost.
func (t *table) culprits() bool { return t.top != nil && t.top.inCell(0, "culprit_word") >= 0 }

// dropLabel takes back the thing that the row's label seemed to name.
func (c *count) dropLabel() {
	if c.label && c.target != nil && c.target.s == c.s {
		c.target, c.targets, c.label = nil, nil, false
	}
}

// takeAll gives the figures of the row that adds up equipment the kind of all of it.
func (t *table) takeAll(s *sent, c *count) {
	if c.category != "" || c.loss == nil || c.bracket || s.inCell(0, "column_total") < 0 {
		return
	}
	for _, r := range t.rows {
		for _, o := range r.counts {
			if o.category != "" && isPeople(o.category) {
				return
			}
		}
	}
	for _, o := range t.rows[0].counts {
		if o.equipment() {
			c.category = "equipment"
		}
	}
}

// numbers: the first cell is a number alone before the row's label, which counts the rows.
func (t *table) numbers(s *sent, c *count) bool {
	return c.from == 0 && s.word(c.q.to) == "|" && c.target == nil && t.top != nil && len(t.head[0]) == 0
}

// takeLoss gives a figure without a word of loss of its own the one of the table: a column of totals stands beside columns
// of what was destroyed, the corner or the caption says what all of it counts. A column of what was sent, launched or
// owned counts no loss.
func (t *table) takeLoss(c *count, k int, label []*node) {
	if k < len(t.head) && c.loss == nil || c.loss != nil && c.loss.s == t.top {
		if n := t.excluded(k); n != nil {
			c.loss, c.governor, c.reason = nil, n, "its column counts what is no loss"
			return
		}
	}
	if c.loss != nil || c.governor != nil && !c.describes(label) {
		return
	}
	l := lossIn(t.head)
	if l != nil && k < len(t.head) {
		if t.partColumn(k) {
			c.loss, c.reason, c.governor = t.lossOfColumn(k-1), "", nil
			return
		}
		if !t.same(l, k) {
			c.apart, c.reason = true, "its column counts something else"
			return
		}
	}
	if l == nil && t.lead != nil {
		l = t.lead.lossAt(t.lead.nodes)
	}
	if l == nil {
		return
	}
	c.loss, c.reason, c.governor = l, "", nil
	if l.s == t.top && (len(t.head[0]) == 0 || l.from >= t.head[0][0].s.cellStart(1)) || l.s == t.lead && l.s.manyEffects() {
		c.effect = "unspecified"
	}
}

// partColumn: the heading says a part of what the column before it counts ("of whom children").
func (t *table) partColumn(k int) bool {
	i := t.top.cellStart(k)
	return i < len(t.top.toks) && t.top.toks[i].mark == "part" && t.lossOfColumn(k-1) != nil
}

// lossOfColumn is the word of loss in the heading of column k.
func (t *table) lossOfColumn(k int) *node {
	if k < 0 || k >= len(t.head) {
		return nil
	}
	return lossIn(t.head[k : k+1])
}

// same: column k counts what the word of loss in another column's heading is of: it adds up, tells whose or what or when.
func (t *table) same(l *node, k int) bool {
	if len(t.head[0]) > 0 && t.head[0][0] == l || len(t.head[k]) == 0 && t.top.cellEmpty(k) {
		return true
	}
	for _, n := range t.head[k] {
		if n.is("party") || n.is("target") || n.is("time") || n.is("place") {
			return true
		}
	}
	return t.top.inCell(k, "column_total") >= 0 || t.top.inCell(k, "counter_word") >= 0 || t.top.yearIn(k) > 0 || t.top.monthIn(k) > 0
}

// excluded is the word in the heading of column k that says what it counts was not lost.
func (t *table) excluded(k int) *node {
	if k >= len(t.head) {
		return nil
	}
	var out *node
	for _, n := range t.head[k] {
		if n.is("loss") && n.attr("weak") == "" {
			return nil
		}
		if n.is("exclusion") && (n.attr("type") == "governor" || n.attr("type") == "building") {
			out = n
		}
	}
	return out
}

// describes: the word that would exclude the figure only describes the thing in the row's label ("training jets").
func (c *count) describes(label []*node) bool {
	if c.governor.s != c.s || finite(c.governor) {
		return false
	}
	for _, n := range label {
		if n.is("target") && n.from >= c.governor.to {
			return true
		}
	}
	return false
}

// takeTotal: "+7" adds to the total beside it and counts the same things.
func (t *table) takeTotal(s *sent, c *count) {
	if !c.bracket {
		return
	}
	for _, o := range s.counts {
		if o != c && !o.bracket && o.loss != nil && s.cellOf(o) > 0 {
			c.lead, c.loss, c.category, c.effect, c.targets, c.target, c.head, c.reason = o, o.loss, o.category, o.effect, o.targets, o.target, o.head, ""
			return
		}
	}
}

// manyEffects: the sentence names losses of several kinds ("destroyed or captured"), which are not told apart.
func (s *sent) manyEffects() bool {
	effect := ""
	for _, n := range s.nodes {
		if n.is("loss") && n.attr("weak") == "" {
			if effect != "" && effect != n.attr("effect") {
				return true
			}
			effect = n.attr("effect")
		}
	}
	return false
}

// lossIn is the first word of loss in a table's heading.
func lossIn(head [][]*node) *node {
	for _, cell := range head {
		for _, n := range cell {
			if n.is("loss") && n.attr("weak") == "" {
				return n
			}
		}
	}
	return nil
}

// lossAt is the first word of loss among mentions of the sentence.
func (s *sent) lossAt(nodes []*node) *node { return lossIn([][]*node{nodes}) }

// takeHeading takes what the count lacks from a column's heading.
func (c *count) takeHeading(nodes []*node) {
	for _, n := range nodes {
		switch {
		case n.is("target") && len(c.targets) == 0 && !c.bracket:
			c.targets, c.head = []*node{n}, n
		case n.is("party"):
			c.takeCellParty(n)
		case n.is("loss") && n.attr("weak") == "" && (c.loss == nil || c.loss.s != n.s):
			c.loss, c.reason, c.governor = n, "", nil
		case n.is("time"):
			c.column = append(c.column, n)
		}
	}
}

// takeLabel takes what the count then still lacks from its row's label.
func (c *count) takeLabel(nodes []*node, named bool) {
	for _, n := range nodes {
		switch {
		case n.is("place") && !named && len(c.parties) == 0 && !c.equipment() && n.attr("code") != "":
			c.parties = []*node{n}
		case n.is("target") && (len(c.targets) == 0 || c.targets[0].s == n.s && c.head == c.targets[0] && n.from >= c.head.to) && c.lead == nil:
			c.targets, c.head = append(c.targets, n), n
		case n.is("party"):
			c.takeCellParty(n)
		case n.is("loss") && n.attr("weak") == "" && c.loss == nil && c.governor == nil:
			c.loss, c.reason = n, ""
		}
	}
}

// takeCellParty takes the party that a heading or label names for the loser; two only from one cell ("GNA and Turkey").
func (c *count) takeCellParty(n *node) {
	if f := n.attr("form"); f == "compound" || f == "pronoun" || n.s.byAgent(n.from) {
		return
	}
	if len(c.parties) == 0 || c.parties[0].s == n.s && n.s.coordinated([]*node{c.parties[len(c.parties)-1], n}) && c.from >= n.to {
		c.parties = append(c.parties, n)
	}
}
