// Package pagedate reads dates as pages write them: a machine-readable value, a line of text or an address goes in, a
// calendar day comes out.
package pagedate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"lossclaims/extractor/internal/article/words"
)

// Date is a calendar day in the page's own offset.
type Date struct {
	Year, Month, Day int
	Time             string // RFC 3339, where a time of day and its offset were given, else ""
}

// String is the day as YYYY-MM-DD, "" for the zero Date.
func (d Date) String() string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// firstYear is the earliest year believed of an article's date: archives put century-old reports on line.
const firstYear = 1900

func valid(y, m, d int) bool {
	if y < firstYear || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

var (
	isoRE = regexp.MustCompile(`^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`)
	// compactRE is 20230207 and 20230207T101500Z.
	compactRE = regexp.MustCompile(`^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$`)
	epochRE   = regexp.MustCompile(`^\s*(?:/Date\()?(\d{9,10})(\d{3})?(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?\s*$`)
	// shortRE is the 07-Feb-23 of old servers.
	shortRE = regexp.MustCompile(`^\s*(?:[A-Za-z]{3,9}, *)?(\d{1,2})-([A-Za-z]{3})-(\d{2})(?: +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([A-Z]{3,4}|[+-]\d{4}))?)?\s*$`)
	rfcRE   = regexp.MustCompile(`^\s*[A-Za-z]{3},? +(?:(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4})|([A-Za-z]{3}) +(\d{1,2})) +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([A-Z]{3,4}|[+-]\d{4}))?(?: +(\d{4}))?`)
)

// Machine reads a value meant for programs (JSON-LD, meta, datetime attributes); failing the usual formats, it takes the
// first date of the value read as text. Day-first orders 03/04/2024.
func Machine(s string, dayFirst bool) (Date, bool) {
	if len(s) > 200 {
		s = s[:200]
	}
	if m := isoRE.FindStringSubmatch(s); m != nil {
		return build(m[1], m[2], m[3], m[4], m[5], m[6], m[7])
	}
	if m := compactRE.FindStringSubmatch(s); m != nil {
		return build(m[1], m[2], m[3], m[4], m[5], m[6], m[7])
	}
	if m := epochRE.FindStringSubmatch(s); m != nil {
		n, _ := strconv.ParseInt(m[1], 10, 64)
		t := time.Unix(n, 0).UTC()
		return Date{t.Year(), int(t.Month()), t.Day(), t.Format(time.RFC3339)}, valid(t.Year(), int(t.Month()), t.Day())
	}
	if m := rfcRE.FindStringSubmatch(s); m != nil {
		year, month, day := m[3], monthNumber(m[2]), m[1]
		if m[4] != "" {
			year, month, day = m[10], monthNumber(m[4]), m[5]
		}
		if d, ok := build(year, strconv.Itoa(month), day, m[6], m[7], m[8], m[9]); ok {
			return d, true
		}
	}
	if m := shortRE.FindStringSubmatch(s); m != nil {
		if d, ok := build("20"+m[3], strconv.Itoa(monthNumber(m[2])), m[1], m[4], m[5], m[6], m[7]); ok {
			return d, true
		}
	}
	if found := Find(s, dayFirst); len(found) > 0 {
		return found[0].Date, true
	}
	return Date{}, false
}

// build makes a Date of the captured strings; a time of day without an offset is left out, for it names no instant.
func build(year, month, day, hour, minute, second, zone string) (Date, bool) {
	y, m, d := atoi(year), atoi(month), atoi(day)
	if !valid(y, m, d) {
		return Date{}, false
	}
	date := Date{Year: y, Month: m, Day: d}
	zone = offset(zone)
	if hour == "" || zone == "" || atoi(hour) > 23 || atoi(minute) > 59 {
		return date, true
	}
	date.Time = fmt.Sprintf("%sT%02d:%02d:%02d%s", date, atoi(hour), atoi(minute), min(atoi(second), 59), zone)
	return date, true
}

func offset(zone string) string {
	switch strings.ToUpper(zone) {
	case "":
		return ""
	case "Z", "UTC", "GMT":
		return "Z"
	}
	if zone[0] != '+' && zone[0] != '-' {
		return ""
	}
	digits := strings.ReplaceAll(zone[1:], ":", "")
	if len(digits) == 2 {
		digits += "00"
	}
	if len(digits) != 4 || atoi(digits[:2]) > 14 || atoi(digits[2:]) > 59 {
		return ""
	}
	return zone[:1] + digits[:2] + ":" + digits[2:]
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func monthNumber(word string) int {
	return months()[words.Fold(word)]
}

var urlREs = []*regexp.Regexp{
	regexp.MustCompile(`[/_=-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?:[/_.&#?-]|$)`),
	regexp.MustCompile(`[/_=-]((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:[/_.&#?-]|$)`),
	regexp.MustCompile(`[/_=-]((?:19|20)\d{2})[/_-]?(\d{2})[/_-]?(\d{2})[/_T-]`),
	regexp.MustCompile(`/[a-z]((?:19|20)\d{2})(\d{2})(\d{2})_\d`), // /t20230207_12.htm
}

// urlDayFirstREs have the day before the month, as addresses of sites in Spanish do.
var urlDayFirstREs = []*regexp.Regexp{
	regexp.MustCompile(`[/_-](\d{2})[/-](\d{2})[/-]((?:19|20)\d{2})(?:[/_.-]|$)`),
	regexp.MustCompile(`-nid(\d{2})(\d{2})((?:19|20)\d{2})(?:/|$)`),
}

var urlMonthRE = regexp.MustCompile(`/((?:19|20)\d{2})/([a-z]{3,10})/(\d{1,2})(?:/|$)`)

// FromURL reads the day that an address has in its path, as in /2023/02/07/ or -20230207.html.
func FromURL(address string) (Date, bool) {
	for _, re := range urlREs {
		if m := re.FindStringSubmatch(address); m != nil {
			if d, ok := build(m[1], m[2], m[3], "", "", "", ""); ok {
				return d, true
			}
		}
	}
	for _, re := range urlDayFirstREs {
		if m := re.FindStringSubmatch(address); m != nil {
			if d, ok := build(m[3], m[2], m[1], "", "", "", ""); ok {
				return d, true
			}
		}
	}
	if m := urlMonthRE.FindStringSubmatch(strings.ToLower(address)); m != nil {
		return build(m[1], strconv.Itoa(monthNumber(m[2])), m[3], "", "", "", "")
	}
	return Date{}, false
}
