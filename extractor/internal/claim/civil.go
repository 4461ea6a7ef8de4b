package claim

import (
	"fmt"
	"time"
)

// civil is a calendar day, or a month (day 0), or a year (month 0); the zero value is no date.
type civil struct{ y, m, d int }

// parseCivil reads a date, or as much of one as there is: "2022-02-24", "2022-02", "2022". The dates of all wars are read
// for most figures.
func parseCivil(s string) civil {
	var parts [3]int
	for i := range parts {
		n := 0
		for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
			parts[i] = parts[i]*10 + int(s[n]-'0')
			n++
		}
		if n == 0 || n == len(s) || s[n] != '-' {
			break
		}
		s = s[n+1:]
	}
	return civil{parts[0], parts[1], parts[2]}
}

func (c civil) zero() bool { return c.y == 0 }

func (c civil) String() string {
	switch {
	case c.y == 0:
		return ""
	case c.m == 0:
		return fmt.Sprintf("%04d", c.y)
	case c.d == 0:
		return fmt.Sprintf("%04d-%02d", c.y, c.m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", c.y, c.m, c.d)
}

func (c civil) time() time.Time {
	return time.Date(c.y, time.Month(max(c.m, 1)), max(c.d, 1), 0, 0, 0, 0, time.UTC)
}

func fromTime(t time.Time) civil { return civil{t.Year(), int(t.Month()), t.Day()} }

// add moves a full day by n days.
func (c civil) add(n int) civil {
	if c.zero() || c.d == 0 {
		return c
	}
	return fromTime(c.time().AddDate(0, 0, n))
}

// forward is the time k units on.
func (c civil) forward(unit string, k int) time.Time {
	switch unit {
	case "week":
		return c.time().AddDate(0, 0, 7*k)
	case "month":
		return c.time().AddDate(0, k, 0)
	case "year":
		return c.time().AddDate(k, 0, 0)
	}
	return c.time().AddDate(0, 0, k)
}

// days is how many days o lies after c, 0 where either is no full day.
func (c civil) days(o civil) int {
	if c.d == 0 || o.d == 0 {
		return 0
	}
	return int(o.time().Sub(c.time()).Hours() / 24)
}

// weekday is 1 for Monday to 7 for Sunday.
func (c civil) weekday() int {
	w := int(c.time().Weekday())
	if w == 0 {
		return 7
	}
	return w
}

// lastWeekday is the latest such weekday on or before c.
func (c civil) lastWeekday(w int) civil {
	if c.zero() || c.d == 0 || w < 1 || w > 7 {
		return civil{}
	}
	return c.add(-((c.weekday() - w + 7) % 7))
}

// monthEnd is the last day of c's month.
func (c civil) monthEnd() civil {
	if c.m == 0 {
		return civil{c.y, 12, 31}
	}
	return fromTime(time.Date(c.y, time.Month(c.m)+1, 0, 0, 0, 0, 0, time.UTC))
}

// valid: the day exists.
func (c civil) valid() bool {
	if c.y < 1800 || c.y > 2200 || c.m < 0 || c.m > 12 || c.d < 0 {
		return false
	}
	return c.m == 0 && c.d == 0 || c.d == 0 || c.d <= c.monthEnd().d
}

// after says whether c is later than o, comparing what both state.
func (c civil) after(o civil) bool {
	if c.y != o.y {
		return c.y > o.y
	}
	if c.m != o.m && c.m != 0 && o.m != 0 {
		return c.m > o.m
	}
	return c.m == o.m && c.d != 0 && o.d != 0 && c.d > o.d
}
