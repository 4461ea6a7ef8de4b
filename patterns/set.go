package patterns

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// commonFolder holds what every language sees.
const commonFolder = "common"

// Set is the loaded pattern tree. It is safe for concurrent use.
type Set struct {
	languages map[string]*Language
	common    Common
	hash      string
}

// Languages lists the codes, sorted.
func (s *Set) Languages() []string { return slices.Sorted(maps.Keys(s.languages)) }

// Language gives a language by its code, nil when there is none.
func (s *Set) Language(code string) *Language { return s.languages[code] }

// Common gives states, groups and wars.
func (s *Set) Common() *Common { return &s.common }

// Hash identifies the bytes of all pattern files: 12 hexadecimal digits.
func (s *Set) Hash() string { return s.hash }

// Language is one language's patterns with the common ones. It is safe for concurrent use.
type Language struct {
	Config  Config
	Signals []Signal // of machine translation into the language

	rules  []*Rule
	tables map[string]*tableData

	once    sync.Once
	matcher *matcher
	probes  map[string]*Probe // by kind
}

// Code is the language's code.
func (l *Language) Code() string { return l.Config.Code }

// Rules lists the rules by file and line, the common ones first. The slice must not be changed.
func (l *Language) Rules() []*Rule { return l.rules }

// Rule finds a rule by its id, nil when there is none.
func (l *Language) Rule(id string) *Rule {
	for _, r := range l.rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Table gives a table with the lines of its common namesake; the zero Table when there is none.
func (l *Language) Table(name string) Table {
	if t := l.tables[name]; t != nil {
		t.publicOnce.Do(func() { t.shown = t.public() })
		return t.shown
	}
	return Table{}
}

// Tables lists the names of the tables, sorted.
func (l *Language) Tables() []string { return slices.Sorted(maps.Keys(l.tables)) }

// layer is one tree of files.
type layer struct {
	fsys   fs.FS
	prefix string // before the paths in messages
}

// source is one file of one layer.
type source struct {
	layer int
	name  string // in the tree
	shown string // in messages
	bytes []byte
	root  *node
	faults
}

// loadLayers reads the trees and builds the set.
func loadLayers(layers []layer) (*Set, error) {
	f := &faults{}
	var sources []*source
	sum := sha256.New()
	for i, l := range layers {
		for _, name := range l.files(f) {
			src, err := fs.ReadFile(l.fsys, name)
			if err != nil {
				f.add(pos{l.prefix + name, 0}, "%v", err)
				continue
			}
			fmt.Fprintf(sum, "%d %s %d\n", i, name, len(src))
			sum.Write(src)
			sources = append(sources, &source{layer: i, name: name, shown: l.prefix + name, bytes: src})
		}
	}
	parseAll(sources)
	folders := map[string]*folder{}
	for _, s := range sources {
		f.list = append(f.list, s.list...)
		s.read(folders, f)
	}
	s := build(folders, f)
	s.hash = hex.EncodeToString(sum.Sum(nil))[:12]
	return s, f.err()
}

// parseAll parses the files side by side: most of a load is the YAML parser.
func parseAll(sources []*source) {
	var wg sync.WaitGroup
	next := make(chan *source)
	for range min(len(sources), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for s := range next {
				s.root = parseYAML(s.shown, s.bytes, &s.faults)
			}
		})
	}
	for _, s := range sources {
		next <- s
	}
	close(next)
	wg.Wait()
}

// read takes the file into its folder.
func (s *source) read(folders map[string]*folder, f *faults) {
	code, base := path.Split(s.name)
	code = strings.TrimSuffix(code, "/")
	into := folders[code]
	if into == nil {
		into = &folder{code: code, shown: path.Dir(s.shown), tables: map[string][]rawLine{}, parts: map[string]part{}}
		folders[code] = into
	}
	r := &fileReader{faults: f, into: into, file: s.shown, layer: s.layer}
	r.read(strings.TrimSuffix(base, path.Ext(base)), s.root)
}

// files lists the YAML files of a tree, sorted; each must lie in a folder, which is its language.
func (l layer) files(f *faults) []string {
	var out []string
	err := fs.WalkDir(l.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.add(pos{l.prefix + name, 0}, "%v", err)
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".yaml" && path.Ext(name) != ".yml":
		case strings.Count(name, "/") != 1:
			f.add(pos{l.prefix + name, 0}, "pattern files lie in a folder named for their language: en/losses.yaml")
		default:
			out = append(out, name)
		}
		return nil
	})
	if err != nil {
		f.add(pos{l.prefix, 0}, "%v", err)
	}
	slices.Sort(out)
	return out
}

// build makes the languages of the folders.
func build(folders map[string]*folder, f *faults) *Set {
	s := &Set{languages: map[string]*Language{}}
	shared := folders[commonFolder]
	if shared == nil {
		shared = &folder{code: commonFolder}
	}
	shared.common.finish(f)
	s.common = shared.common.Common
	delete(folders, commonFolder)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for code, own := range folders {
		wg.Go(func() {
			mine := &faults{}
			l := buildLanguage(own, shared, mine)
			mu.Lock()
			defer mu.Unlock()
			s.languages[code] = l
			f.list = append(f.list, mine.list...)
		})
	}
	wg.Wait()
	return s
}

// buildLanguage joins a folder with the common one.
func buildLanguage(own, shared *folder, f *faults) *Language {
	l := &Language{Signals: append(slices.Clone(shared.signals), own.signals...), tables: map[string]*tableData{}}
	if own.config == nil {
		f.add(pos{own.shown, 0}, "no language.yaml: a folder of patterns is a language and needs one")
		own.config = &Config{Code: own.code}
	}
	l.Config = *own.config
	lines := map[string][]rawLine{}
	for name, ll := range shared.tables {
		lines[name] = slices.Clone(ll)
	}
	for name, ll := range own.tables {
		lines[name] = append(lines[name], ll...)
	}
	names := &nameSpace{tables: l.tables, parts: maps.Clone(shared.parts)}
	if names.parts == nil {
		names.parts = map[string]part{}
	}
	maps.Copy(names.parts, own.parts)
	for name, ll := range lines {
		l.tables[name] = newTable(name, ll, f)
		if p, ok := names.parts[name]; ok {
			f.add(p.pos, "{%s} is a part here and a table at %s: they share one name space", name, ll[0].pos)
		}
	}
	for _, raw := range slices.Concat(shared.rules, own.rules) {
		r := buildRule(raw, own.code, names, f)
		if r == nil {
			continue
		}
		if r.Overlaid = raw.layer > 0 || names.overlaid(); r.Overlaid {
			checkCompiles(r, raw, f)
		}
		l.rules = append(l.rules, r)
	}
	l.probes = map[string]*Probe{}
	for _, r := range l.rules {
		if l.probes[r.Kind] == nil {
			l.probes[r.Kind] = &Probe{}
		}
		l.probes[r.Kind].rules = append(l.probes[r.Kind].rules, r)
	}
	return l
}

func compare[T cmp.Ordered](a, b T) int { return cmp.Compare(a, b) }
