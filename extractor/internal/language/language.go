// Package language tells which language an article is in, and whether a machine translated it: blocks of clean text go
// in, a language code with its confidence and the signals of machine translation come out.
package language

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"
)

// Spec is what the detector has to know of one supported language, as its language.yaml says it.
type Spec struct {
	Code       string   // ISO 639-1, lower case: "en"
	Lingua     string   // the language's name in lingua, any case: "English"
	Neighbours []string // lingua names of the languages that are taken for this one unless they can win
}

// Result is a detected language. Code is "" when nothing in the text tells.
type Result struct {
	Code       string  // ISO 639-1, lower case
	Confidence float64 // 0 to 1, two decimals
	Supported  bool    // Code is the code of a Spec
}

// Detector finds the language of articles. It is safe for concurrent use, and costs nothing until it is first used.
type Detector struct {
	supported map[lingua.Language]string
	languages []lingua.Language
	once      sync.Once
	detector  lingua.LanguageDetector
}

// New prepares a detector for the given languages and their neighbours. The error names a language that lingua does not
// know.
func New(specs []Spec) (*Detector, error) {
	d := &Detector{supported: map[lingua.Language]string{}}
	for _, spec := range specs {
		own, err := parse(spec.Lingua)
		if err != nil {
			return nil, fmt.Errorf("language %s: %w", spec.Code, err)
		}
		d.supported[own] = spec.Code
		d.add(own)
		for _, name := range spec.Neighbours {
			neighbour, err := parse(name)
			if err != nil {
				return nil, fmt.Errorf("language %s: neighbours: %w", spec.Code, err)
			}
			d.add(neighbour)
		}
	}
	if len(d.languages) < 2 {
		return nil, fmt.Errorf("language: %d languages to choose from, need two or more", len(d.languages))
	}
	slices.Sort(d.languages)
	return d, nil
}

func (d *Detector) add(l lingua.Language) {
	if !slices.Contains(d.languages, l) {
		d.languages = append(d.languages, l)
	}
}

func parse(name string) (lingua.Language, error) {
	for _, l := range lingua.AllLanguages() {
		if strings.EqualFold(l.String(), strings.TrimSpace(name)) {
			return l, nil
		}
	}
	return lingua.Unknown, fmt.Errorf("unknown language name %q", name)
}

// Detect returns the language of an article, given its blocks of running text in order. Most texts leave no doubt: lingua
// is asked about a small sample first, and about a larger one only where it is not sure of that, for its cost grows with
// the text.
func (d *Detector) Detect(blocks []string) Result {
	from := newExcerpt(blocks)
	if text := from.quick(); text != "" {
		if best, _ := d.weigh(text); best.sure {
			return best.Result
		}
	}
	text := from.sample()
	if text == "" {
		return Result{}
	}
	best, bestOwn := d.weigh(text)
	// Trigrams of a line or two are mostly those of its foreign names; a supported language then only has to be likely.
	if len([]rune(text)) < shortText && bestOwn.Confidence >= best.Confidence/4 {
		return bestOwn.Result
	}
	return best.Result
}

// surely is the confidence from which a longer sample would say the same.
const surely = 0.9999

// weighed is a result of one sample.
type weighed struct {
	Result
	sure bool
}

// weigh gives the likeliest language of a text, and the likeliest of the supported ones.
func (d *Detector) weigh(text string) (best, bestOwn weighed) {
	// Low accuracy mode keeps the trigrams alone: a tenth of the memory, and no loss on samples of this length.
	d.once.Do(func() {
		d.detector = lingua.NewLanguageDetectorBuilder().FromLanguages(d.languages...).WithLowAccuracyMode().Build()
	})
	for _, value := range d.detector.ComputeLanguageConfidenceValues(text) {
		// Lingua's confidences differ in their last bits from run to run.
		r := weighed{sure: value.Value() >= surely}
		r.Code, r.Confidence = strings.ToLower(value.Language().IsoCode639_1().String()), math.Round(value.Value()*100)/100
		if code, ok := d.supported[value.Language()]; ok {
			r.Code, r.Supported = code, true
			bestOwn = better(bestOwn, r)
		}
		best = better(best, r)
	}
	return best, bestOwn
}

// better returns the likelier of two results; the code breaks a tie, so that the order in which lingua lists equals
// does not matter.
func better(a, b weighed) weighed {
	if b.Confidence > a.Confidence || b.Confidence == a.Confidence && b.Confidence > 0 && b.Code < a.Code {
		return b
	}
	return a
}
