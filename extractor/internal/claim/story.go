package claim

// longAgo: a story that names such a day goes on in its own time, not in the article's.
func (d *doc) longAgo(c civil) bool { return !d.day.zero() && c.days(d.day) > toldAgo }

const (
	toldAgo   = 100 // days before the article
	toldReach = 3   // paragraphs over which a story goes on
	toldBack  = 14  // days that it may go back
	toldNext  = 45  // days that a story may go on from the last one it named
)

// inStory is the year in which a day or month without one falls when a story of long ago is being told: in its own
// paragraph always, in the next ones when little time would have passed since.
func (d *doc) inStory(c civil) int {
	if d.told.zero() || d.reading == nil || c.m == 0 {
		return 0
	}
	c.y = d.told.y
	if c.m < d.told.m {
		c.y++
	}
	switch gap := d.reading.Para - d.toldIn; {
	case c.after(d.day) || gap < 0 || gap > toldReach:
		return 0
	case gap > 0 && (c.d == 0 || d.told.days(c) > toldNext || d.told.days(c) < 0):
		return 0
	}
	return c.y
}
