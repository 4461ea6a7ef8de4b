// Package inputs turns the paths of a command line into articles to read: files and folders go in, one Item a file
// comes out, lazily and in a stable order.
package inputs

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Kind says how an item's bytes are to be read.
type Kind string

// The kinds of an item. Sniff is for files named on the command line whose extension says nothing.
const (
	HTML  Kind = "html"
	Text  Kind = "text"
	Sniff Kind = "sniff"
)

// extensions are the files that a folder's articles are told by.
var extensions = map[string]Kind{".html": HTML, ".htm": HTML, ".xhtml": HTML, ".txt": Text}

// Extensions names the extensions of the articles in folders, to tell a reader.
const Extensions = ".html, .htm, .xhtml and .txt"

// Item is one article to read, or a path that could not be: then Err says why.
type Item struct {
	Path string
	Kind Kind
	Err  error
}

// KindOf tells a file's kind by its name; Sniff when the name does not say.
func KindOf(path string) Kind {
	if kind, ok := extensions[strings.ToLower(filepath.Ext(path))]; ok {
		return kind
	}
	return Sniff
}

// Walk yields the articles of paths in their order, those of a folder sorted by path. A path "-" stands for a list of
// paths, one a line, read from list as it comes. Paths that do not exist or cannot be entered are yielded with Err.
// Each folder named that holds no article is passed to empty.
func Walk(paths []string, list io.Reader, empty func(folder string)) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for path := range expand(paths, list, yield) {
			if !walk(path, yield, empty) {
				return
			}
		}
	}
}

// expand replaces "-" by the paths that list holds. A list that cannot be read is reported through failed.
func expand(paths []string, list io.Reader, failed func(Item) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, path := range paths {
			if path != "-" {
				if !yield(path) {
					return
				}
				continue
			}
			lines := bufio.NewScanner(list)
			for lines.Scan() {
				line := strings.TrimSuffix(lines.Text(), "\r")
				if strings.TrimSpace(line) != "" && !yield(line) {
					return
				}
			}
			if err := lines.Err(); err != nil && !failed(Item{Path: "-", Err: fmt.Errorf("the list of paths: %w", err)}) {
				return
			}
		}
	}
}

// walk yields one path of the command line; it returns false when the reader wants no more.
func walk(path string, yield func(Item) bool, empty func(string)) bool {
	info, err := os.Stat(path)
	if err != nil {
		return yield(Item{Path: path, Err: plain(err)})
	}
	if !info.IsDir() {
		return yield(Item{Path: path, Kind: KindOf(path)})
	}
	found := false
	if !folder(path, func(item Item) bool { found = true; return yield(item) }) {
		return false
	}
	if !found {
		empty(path)
	}
	return true
}

// folder yields the articles below root: files with a known extension, none hidden, links to files included, links to
// folders not (they can form loops).
func folder(root string, yield func(Item) bool) bool {
	root = strings.TrimRight(root, string(filepath.Separator)) + string(filepath.Separator) // enters a link to a folder
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return more(yield(Item{Path: path, Err: plain(err)}), entry)
		case path != root && strings.HasPrefix(entry.Name(), "."):
			return more(true, entry)
		case entry.IsDir() || KindOf(path) == Sniff || !leadsToFile(path, entry):
			return nil
		}
		return more(yield(Item{Path: path, Kind: KindOf(path)}), nil)
	})
	return !errors.Is(err, fs.SkipAll) && !errors.Is(err, errStop)
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

// ErrTooLarge is returned by Read for an input above its limit.
var ErrTooLarge = errors.New("too large")

// Read returns the bytes of an item's file, at most limit of them; a larger file gives ErrTooLarge.
func Read(item Item, limit int) ([]byte, error) {
	if item.Err != nil {
		return nil, item.Err
	}
	file, err := os.Open(item.Path)
	if err != nil {
		return nil, plain(err)
	}
	defer file.Close()
	return ReadAll(file, limit)
}

// ReadAll returns everything of r, at most limit bytes; more gives ErrTooLarge.
func ReadAll(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, plain(err)
	}
	if len(data) > limit {
		return nil, ErrTooLarge
	}
	return data, nil
}

// plain drops the operation and the path from a file error: the record that carries it names the input already.
func plain(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
