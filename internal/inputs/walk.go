package inputs

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"lossclaims/internal/archives"
)

// extensions are the files that articles are told by.
var extensions = map[string]Kind{".html": HTML, ".htm": HTML, ".xhtml": HTML, ".mhtml": HTML, ".mht": HTML, ".txt": Text}

// Extensions names the files that are read in folders and archives, to tell a reader.
const Extensions = ".html, .htm, .xhtml, .mhtml, .mht, .txt, .warc, .warc.gz, " + archives.Extensions

// KindOf tells a file's kind by its name; Sniff when the name does not say.
func KindOf(path string) Kind {
	if kind, ok := extensions[strings.ToLower(filepath.Ext(path))]; ok {
		return kind
	}
	return Sniff
}

// walker walks the paths of its options and yields what it finds.
type walker struct {
	Options
	want        func(Item) bool
	n           int   // items yielded
	passedBytes int64 // of the files and archives before the one that is read
	inside      int64 // bytes of that one before the item
	names       bool  // archives are counted, not read
	archives    bool  // there was one
}

// pass goes on from a file or an archive to the next.
func (w *walker) pass(path string) {
	w.inside = 0
	if info, err := os.Stat(path); err == nil {
		w.passedBytes += info.Size()
	}
}

// yield hands out an item with its place in the stream; it returns false when the reader wants no more.
func (w *walker) yield(i Item) bool {
	i.Order, i.Before = w.n, w.passedBytes+w.inside
	w.n++
	return w.want(i)
}

// paths are the paths of the options, with "-" replaced by those that the list holds.
func (w *walker) paths() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, path := range w.Paths {
			if path != "-" {
				if !yield(path) {
					return
				}
				continue
			}
			lines := bufio.NewScanner(w.List)
			for lines.Scan() {
				line := strings.TrimSuffix(lines.Text(), "\r")
				if strings.TrimSpace(line) != "" && !yield(line) {
					return
				}
			}
			if err := lines.Err(); err != nil && !w.yield(failing("-", fault("unreadable", "the list of paths: %v", err))) {
				return
			}
		}
	}
}

// path yields the articles of one path; it returns false when the reader wants no more.
func (w *walker) path(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.glob(path, err)
	}
	before := w.n
	switch {
	case info.IsDir():
		if !w.folder(path) {
			return false
		}
	case holdsFiles(path) && !w.excluded(path):
		if !w.archive(path) {
			return false
		}
	case isWARC(path) && w.wants(path):
		if !w.warc(path) {
			return false
		}
	case w.excluded(path) || len(w.Include) > 0 && !matchesAny(w.Include, path):
		return true
	default:
		return w.file(path)
	}
	if w.n == before && w.Empty != nil {
		w.Empty(path)
	}
	return true
}

// glob yields the articles of the paths that match a pattern. A path that is none, or that nothing matches, fails with
// what was wrong with it as a path.
func (w *walker) glob(pattern string, asPath error) bool {
	var matches []string
	if strings.ContainsAny(pattern, "*?[{") {
		matches, _ = doublestar.FilepathGlob(pattern) // in the order of names; a broken pattern matches nothing
	}
	if len(matches) == 0 {
		return w.yield(failing(pattern, unreadable(asPath, 0)))
	}
	for _, path := range matches {
		if !w.path(path) {
			return false
		}
	}
	return true
}

// folder yields the articles below root: files that the options want, none hidden, links to files included, links to
// folders not (they can form loops).
func (w *walker) folder(root string) bool {
	root = strings.TrimRight(root, string(filepath.Separator)) + string(filepath.Separator) // enters a link to a folder
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return more(w.yield(failing(path, unreadable(err, 0))), entry)
		case path != root && strings.HasPrefix(entry.Name(), "."):
			return more(true, entry)
		case entry.IsDir() || !leadsToFile(path, entry):
			return nil
		case holdsFiles(path) && !w.excluded(path):
			return more(w.archive(path), nil)
		case !w.wants(path):
			return nil
		case isWARC(path):
			return more(w.warc(path), nil)
		}
		return more(w.file(path), nil)
	})
	return !errors.Is(err, errStop)
}

// errStop ends a walk whose reader wants no more; fs.SkipAll would look like a walk that came to its end.
var errStop = errors.New("stop")

// more is what a walk function returns: stop when the reader wants no more, and skip the folder that was passed over.
func more(wanted bool, skip fs.DirEntry) error {
	switch {
	case !wanted:
		return errStop
	case skip != nil && skip.IsDir():
		return fs.SkipDir
	}
	return nil
}

// leadsToFile reports whether an entry is a regular file or a link to one. A broken link counts: reading it gives the
// error record that tells of it.
func leadsToFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// file yields the article that a file on disk holds; it returns false when the reader wants no more.
func (w *walker) file(path string) bool {
	defer w.pass(path)
	limit := w.limit()
	return w.yield(Item{Input: path, load: func(context.Context) (*Content, error) { return ReadFile(path, limit) }})
}

// ReadFile returns the article in the file at path; the error is a *Fault.
func ReadFile(path string, maxBytes int) (*Content, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(err, maxBytes)
	}
	defer file.Close()
	data, err := ReadAll(file, maxBytes)
	if err != nil {
		return nil, unreadable(err, maxBytes)
	}
	return &Content{Data: data, Kind: KindOf(path)}, nil
}

// plain drops the operation and the path from a file error: the record that carries it names the input already.
func plain(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// wants tells whether a file or member found by the way, not named, is an article to read. An archive counts as a folder.
func (w *walker) wants(name string) bool {
	if w.excluded(name) {
		return false
	}
	if len(w.Include) == 0 {
		return KindOf(name) != Sniff || isWARC(name)
	}
	return matchesAny(w.Include, name)
}

func (w *walker) excluded(name string) bool { return matchesAny(w.Exclude, name) }

// matchesAny matches a pattern without a slash against the last part of name, others against the whole of it.
func matchesAny(patterns []string, name string) bool {
	name = strings.TrimPrefix(filepath.ToSlash(filepath.Clean(name)), "./")
	for _, p := range patterns {
		subject := name
		if !strings.Contains(p, "/") {
			subject = name[strings.LastIndexByte(name, '/')+1:]
		}
		if ok, _ := doublestar.Match(p, subject); ok {
			return true
		}
	}
	return false
}

// CheckGlobs returns what is wrong with patterns for Include or Exclude.
func CheckGlobs(patterns []string) error {
	for _, p := range patterns {
		if !doublestar.ValidatePattern(p) {
			return fmt.Errorf("%q is no glob: write it as \"*.html\" or \"news/**/*.txt\"", p)
		}
	}
	return nil
}
