package pagedate

import (
	"regexp"
	"sort"
	"strings"
	"sync"
	"time"

	"lossclaims/extractor/internal/article/words"
)

// Found is a date in a text.
type Found struct {
	Date
	Start, End int  // byte offsets in the folded text
	Updated    bool // a word such as "updated" stands before it
	Published  bool // a word such as "published" stands before it
}

// months maps every month name of every language to its number.
var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, l := range words.All() {
		for i, names := range l.Months {
			for _, name := range names {
				m[name] = i + 1
			}
		}
	}
	return m
})

type finder struct {
	dayMonth, monthDay, yearMonth, iso, numeric *regexp.Regexp
	published, updated                          *regexp.Regexp
}

// alternation is the words as a regular expression, longest first, so that "september" is not read as "sep".
func alternation(list []string) string {
	list = append([]string(nil), list...)
	sort.Slice(list, func(i, j int) bool {
		if len(list[i]) != len(list[j]) {
			return len(list[i]) > len(list[j])
		}
		return list[i] < list[j]
	})
	for i := range list {
		list[i] = regexp.QuoteMeta(list[i])
	}
	return `(?:` + strings.Join(list, "|") + `)`
}

var find = sync.OnceValue(func() finder {
	var names, of, ordinals, published, updated []string
	for _, l := range words.All() {
		for _, m := range l.Months {
			names = append(names, m...)
		}
		of, ordinals = append(of, l.Of...), append(ordinals, l.Ordinals...)
		published, updated = append(published, l.Published...), append(updated, l.Updated...)
	}
	month, link := alternation(names), `(?: ?`+alternation(of)+` )?`
	day := `(\d{1,2})` + alternation(ordinals) + `?`
	return finder{
		dayMonth:  regexp.MustCompile(`(?:^|[^\d.,:/-])` + day + `\.?[ /-]?` + link + ` ?(` + month + `)\b[.,]?[ /-]?` + link + ` ?((?:19|20)\d{2})\b`),
		yearMonth: regexp.MustCompile(`\b((?:19|20)\d{2}),? (` + month + `)\b\.? ` + day + `\b`),
		monthDay:  regexp.MustCompile(`\b(` + month + `)\b\.? ?` + day + `(?: ?,| ) ?` + link + `((?:19|20)\d{2})\b`),
		iso:       regexp.MustCompile(`(?:^|[^\d.,:/-])((?:19|20)\d{2})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:[^\d]|$)`),
		numeric:   regexp.MustCompile(`(?:^|[^\d.,:/-])(\d{1,2})([-/.])(\d{1,2})([-/.])((?:19|20)?\d{2})(?:[^\d/-]|$)`),
		published: regexp.MustCompile(alternation(published) + `[ :|,-]*$`),
		updated:   regexp.MustCompile(alternation(updated) + `[ :|,-]*$`),
	}
})

// Find returns the full dates (day, month and year) of s, in order. dayFirst orders numeric dates that can be read both
// ways.
func Find(s string, dayFirst bool) []Found {
	if !strings.ContainsAny(s, "0123456789") { // most lines of a page
		return nil
	}
	s = words.Fold(s)
	year, numbers := shapes(s)
	if !year && !numbers {
		return nil
	}
	f := find()
	var all []Found
	add := func(y, m, d, start, end int) {
		if y < 100 && y > 0 {
			y += 2000
		}
		if valid(y, m, d) {
			found := Found{Date: Date{Year: y, Month: m, Day: d}, Start: start, End: end}
			before := labelBefore(s[:start])
			found.Updated = f.updated.MatchString(before)
			found.Published = !found.Updated && f.published.MatchString(before)
			all = append(all, found)
		}
	}
	named, numeric := s, s // what the patterns with a month's name and those of numbers look at
	if !year {
		named = ""
	}
	if !numbers {
		numeric = ""
	}
	for _, m := range f.dayMonth.FindAllStringSubmatchIndex(named, -1) {
		add(atoi(s[m[6]:m[7]]), months()[s[m[4]:m[5]]], atoi(s[m[2]:m[3]]), m[2], m[7])
	}
	for _, m := range f.monthDay.FindAllStringSubmatchIndex(named, -1) {
		add(atoi(s[m[6]:m[7]]), months()[s[m[2]:m[3]]], atoi(s[m[4]:m[5]]), m[2], m[7])
	}
	for _, m := range f.yearMonth.FindAllStringSubmatchIndex(named, -1) {
		add(atoi(s[m[2]:m[3]]), months()[s[m[4]:m[5]]], atoi(s[m[6]:m[7]]), m[2], m[7])
	}
	for _, m := range f.iso.FindAllStringSubmatchIndex(numeric, -1) {
		if s[m[4]:m[5]] == s[m[8]:m[9]] {
			add(atoi(s[m[2]:m[3]]), atoi(s[m[6]:m[7]]), atoi(s[m[10]:m[11]]), m[2], m[11])
		}
	}
	for _, m := range f.numeric.FindAllStringSubmatchIndex(numeric, -1) {
		if s[m[4]:m[5]] != s[m[8]:m[9]] {
			continue
		}
		d, mo := atoi(s[m[2]:m[3]]), atoi(s[m[6]:m[7]])
		first := dayFirst || s[m[4]:m[5]] != "/"
		if day, told := weekdayBefore(s[:m[2]]); told {
			year := s[m[10]:m[11]]
			if dm, md := falls(year, mo, d, day), falls(year, d, mo, day); dm != md {
				first = dm
			}
		}
		if mo > 12 || d <= 12 && !first {
			d, mo = mo, d
		}
		add(atoi(s[m[10]:m[11]]), mo, d, m[2], m[11])
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	return all
}

// shapes tells whether a text has what dates with a month's name have, a year, and what those of numbers have, a digit
// on either side of a sign. Most lines with a digit have neither.
func shapes(s string) (year, numbers bool) {
	digit := func(i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := 0; i < len(s); i++ {
		if !digit(i) {
			continue
		}
		year = year || (s[i] == '1' && i+1 < len(s) && s[i+1] == '9' || s[i] == '2' && i+1 < len(s) && s[i+1] == '0') && digit(i+2) && digit(i+3)
		numbers = numbers || i+1 < len(s) && (s[i+1] == '-' || s[i+1] == '/' || s[i+1] == '.') && digit(i+2)
	}
	return year, numbers
}

// falls tells whether a date is on a weekday.
func falls(year string, month, day int, weekday time.Weekday) bool {
	y := atoi(year)
	if y < 100 {
		y += 2000
	}
	return valid(y, month, day) && time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday() == weekday
}

// weekdayBefore reads the weekday that stands right before a date, which settles the order of day and month.
func weekdayBefore(s string) (day time.Weekday, told bool) {
	if len(s) > 20 {
		s = s[len(s)-20:]
	}
	word := strings.TrimRight(s, " ,.")
	word = word[strings.LastIndexAny(word, " (|:>-")+1:]
	if len(word) < 3 {
		return 0, false
	}
	for _, l := range words.All() {
		for i, name := range l.Weekdays[:min(7, len(l.Weekdays))] {
			if strings.HasPrefix(name, word) {
				return time.Weekday((i + 1) % 7), true
			}
		}
	}
	return 0, false
}

// labelBefore is what stands before a date, weekday and punctuation taken off.
func labelBefore(s string) string {
	if len(s) > 60 {
		s = s[len(s)-60:]
	}
	s = strings.TrimRight(s, " ,.:|(-")
	for _, l := range words.All() {
		for _, day := range l.Weekdays {
			if rest, ok := strings.CutSuffix(s, day); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
				return strings.TrimRight(rest, " ,.:|(-")
			}
		}
	}
	return s
}

// Strip returns s, folded, without the found dates and without weekdays.
func Strip(s string, found []Found) string {
	s = words.Fold(s)
	for i := len(found) - 1; i >= 0; i-- {
		if f := found[i]; f.Start <= f.End && f.End <= len(s) {
			s = s[:f.Start] + " " + s[f.End:]
		}
	}
	return weekdayRE().ReplaceAllString(s, " ")
}

var weekdayRE = sync.OnceValue(func() *regexp.Regexp {
	var days []string
	for _, l := range words.All() {
		days = append(days, l.Weekdays...)
	}
	return regexp.MustCompile(`\b` + alternation(days) + `\b`)
})
