// Package words holds what the article stage must know of languages before the language is known: month names for dates
// in the page's text and the phrases that mark furniture. A language is a file beside this one; nothing lists them.
package words

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"
)

//go:embed *.yaml
var files embed.FS

// Language is one file. All words are folded (see Fold).
type Language struct {
	Code      string              `yaml:"code"`
	DayFirst  bool                `yaml:"day_first"` // 03/04/2024 is 3 April
	Months    [][]string          `yaml:"months"`    // twelve lists of names, full and short
	Weekdays  []string            `yaml:"weekdays"`
	Of        []string            `yaml:"of"`        // words between day, month and year
	Ordinals  []string            `yaml:"ordinals"`  // endings of a day's number
	Published []string            `yaml:"published"` // labels before a publication date
	Updated   []string            `yaml:"updated"`   // labels before a date of change
	By        []string            `yaml:"by"`        // words before an author's name
	AllBy     []string            `yaml:"all_by"`    // words before the name in links to all of an author's articles
	Fields    map[string][]string `yaml:"fields"`    // labels at the head of plain text: title, author, publisher, address, date, modified, captured, section, body, nothing
	Lines     []string            `yaml:"lines"`     // a block that is this, and no more, is furniture; * stands for any words
	Starts    []string            `yaml:"starts"`    // a block that starts so is furniture
	Contains  []string            `yaml:"contains"`  // a block without figures that has this in it is furniture
	Leads     []string            `yaml:"leads"`     // a block or list headed so points to other articles; * stands for any words
}

// All returns every language, sorted by code. It panics when an embedded file is broken.
var All = sync.OnceValue(func() []Language {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		panic(err)
	}
	var all []Language
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		var l Language
		if err := yaml.Unmarshal(data, &l); err != nil {
			panic(fmt.Errorf("words/%s: %w", name, err))
		}
		if len(l.Months) != 12 {
			panic(fmt.Errorf("words/%s: %d months", name, len(l.Months)))
		}
		all = append(all, l.fold())
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Code < all[j].Code })
	return all
})

func (l Language) fold() Language {
	lists := append([][]string{l.Weekdays, l.Of, l.Ordinals, l.Published, l.Updated, l.By, l.AllBy, l.Lines, l.Starts, l.Contains, l.Leads}, l.Months...)
	for _, list := range l.Fields {
		lists = append(lists, list)
	}
	for _, list := range lists {
		for i := range list {
			list[i] = Fold(list[i])
		}
	}
	return l
}

// Fold lower-cases s and strips its accents, so that one spelling in the files finds all of a page's.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == '’' || r == '‘':
			return '\''
		case r == '\u00A0' || r == '\u202F':
			return ' '
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
