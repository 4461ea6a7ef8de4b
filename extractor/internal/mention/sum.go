package mention

import "math"

// sum adds the tokens up.
func sum(tokens []token) (int64, bool) {
	s := summer{large: math.Inf(1)}
	for i, t := range tokens {
		next := tokenKind(-1)
		if i+1 < len(tokens) {
			next = tokens[i+1].kind
		}
		if !s.add(t, next) {
			return 0, false
		}
	}
	v := s.total + s.current
	if v > float64(maxNumber) || v < 0 || math.Abs(v-math.Round(v)) > 1e-6 {
		return 0, false
	}
	return int64(math.Round(v)), true
}

// summer is the state of a sum: what thousands and millions have closed, what is still open, the last scale of any
// kind, and the last large one.
type summer struct {
	total, current, last, large float64
	previous                    tokenKind
	started                     bool
}

// add takes the next token; next is the kind of the one after it, -1 for none.
func (s *summer) add(t token, next tokenKind) bool {
	ok := true
	switch t.kind {
	case digitToken:
		ok = s.current == 0 && (!s.started || t.value < s.large)
		s.current = t.value
	case wordToken:
		if t.value == 1 && s.started && s.previous == digitToken && next == scaleToken {
			return true // "36 one thousand 200", a translation of "36 mil 200"
		}
		ok = fits(s.current, t.value)
		s.current += t.value
	case halfToken:
		ok = s.addHalf(next)
	case scaleToken:
		s.multiply(t.value)
	}
	s.previous, s.started = t.kind, true
	return ok
}

// fits tells whether a word may be added: 20 and 1, 300 and 45, but not 1 and 2.
func fits(current, v float64) bool {
	switch {
	case current == 0:
		return true
	case v < 10:
		return math.Mod(current, 10) == 0 && math.Mod(current, 100) != 10
	case v < 100:
		return math.Mod(current, 100) == 0
	}
	return math.Mod(current, 1000) == 0
}

// addHalf adds half of the scale that went before, or half of the one that follows.
func (s *summer) addHalf(next tokenKind) bool {
	switch {
	case s.previous == scaleToken && s.started && s.current > 0:
		s.current += s.last / 2
	case s.previous == scaleToken && s.started:
		s.total += s.last / 2
	case next == scaleToken && s.current > 0:
		s.current += 0.5
	default:
		return false
	}
	return true
}

// multiply applies a scale. A hundred or a dozen stays open for what follows; "mil millones" multiplies what a smaller scale closed.
func (s *summer) multiply(scale float64) {
	switch {
	case scale < 1000:
		s.current = max(s.current, 1) * scale
	case scale > s.large:
		s.total = (s.total + s.current) * scale
		s.current, s.large = 0, scale
	default:
		if s.current == 0 {
			s.current = 1
		}
		s.total += s.current * scale
		s.current, s.large = 0, scale
	}
	s.last = scale
}
