package inputs

import (
	"fmt"
	"regexp"
	"strings"
)

// Filter chooses articles by their URLs. The zero value wants all.
type Filter struct{ include, exclude []*regexp.Regexp }

// NewFilter makes a filter of patterns in which * stands for anything: an article's URL must match one of include, if
// there are any, and none of exclude. A pattern without a scheme matches every scheme. Case does not matter.
func NewFilter(include, exclude []string) (Filter, error) {
	var f Filter
	var err error
	if f.include, err = compile(include); err != nil {
		return f, err
	}
	f.exclude, err = compile(exclude)
	return f, err
}

func compile(patterns []string) (list []*regexp.Regexp, err error) {
	for _, p := range patterns {
		if strings.TrimSpace(p) == "" {
			return nil, fmt.Errorf("an empty URL pattern: write it as \"*.example.com/news/*\"")
		}
		scheme := `(?:[a-z][a-z0-9+.-]*://)?`
		if strings.Contains(p, "://") || strings.HasPrefix(p, "*") {
			scheme = ""
		}
		parts := strings.Split(p, "*")
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		re, err := regexp.Compile(`(?is)^` + scheme + strings.Join(parts, ".*") + `$`)
		if err != nil {
			return nil, fmt.Errorf("the URL pattern %q: %w", p, err)
		}
		list = append(list, re)
	}
	return list, nil
}

// Empty reports whether the filter wants all.
func (f Filter) Empty() bool { return len(f.include) == 0 && len(f.exclude) == 0 }

// Wants reports whether an article is wanted that comes from url. Where that is not known, an article is wanted unless
// there are URLs to include.
func (f Filter) Wants(url string) bool {
	if matches(f.exclude, url) {
		return false
	}
	return len(f.include) == 0 || matches(f.include, url)
}

func matches(list []*regexp.Regexp, url string) bool {
	for _, re := range list {
		if url != "" && re.MatchString(url) {
			return true
		}
	}
	return false
}
