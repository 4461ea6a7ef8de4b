package article

import "strings"

// phraseFinder tells which of several long phrases stand in a page. It looks at one place in about as many as the shortest
// phrase has letters: where the two letters there belong to no phrase, none ends before their next.
type phraseFinder struct {
	phrases []string
	least   int                // length of the shortest phrase
	skip    [skipTable]uint8   // how far to go on, by the hash of two bytes
	ending  [skipTable][]uint8 // the phrases whose first least bytes end so, where skip is 0
}

const skipTable = 1 << 12

func pairHash(a, b byte) int { return (int(a)<<5 ^ int(b)) & (skipTable - 1) }

// newPhraseFinder prepares phrases of two bytes or more.
func newPhraseFinder(phrases []string) *phraseFinder {
	f := &phraseFinder{phrases: phrases, least: 255}
	for _, p := range phrases {
		f.least = min(f.least, len(p))
	}
	for i := range f.skip {
		f.skip[i] = uint8(f.least - 1)
	}
	for i, p := range phrases {
		for end := 2; end <= f.least; end++ {
			h := pairHash(p[end-2], p[end-1])
			f.skip[h] = min(f.skip[h], uint8(f.least-end))
			if end == f.least {
				f.ending[h] = append(f.ending[h], uint8(i))
			}
		}
	}
	return f
}

// in tells of each phrase whether it stands in s.
func (f *phraseFinder) in(s string) []bool {
	seen := make([]bool, len(f.phrases))
	for end := f.least; end <= len(s); {
		h := pairHash(s[end-2], s[end-1])
		if skip := int(f.skip[h]); skip > 0 {
			end += skip
			continue
		}
		for _, i := range f.ending[h] {
			if !seen[i] && strings.HasPrefix(s[end-f.least:], f.phrases[i]) {
				seen[i] = true
			}
		}
		end++
	}
	return seen
}
