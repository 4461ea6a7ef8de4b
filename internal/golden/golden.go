// Package golden compares what the extractor says about the articles of a corpus with what it is known to say: a folder of
// articles and a folder of expected reports, with notes where these are known to be wrong, go in; the differences and the
// precision and recall of each language come out.
package golden

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lossclaims/extractor/report"
	"lossclaims/internal/inputs"
	"lossclaims/internal/output"
)

// Article is one article of the corpus and the file of its expected report.
type Article struct {
	Name   string // <language>/<name>, without extension
	Lang   string // the folder it is in
	Path   string // of the article
	Input  string // how its report names it: the same wherever the corpus stands
	Golden string // path of the expected report; what is known to be wrong with it is in the file beside it
}

// Articles lists the corpus, <corpus>/<lang>/<name>.html or .txt, sorted; two articles of one name are an error, for
// they would share a golden file.
func Articles(corpus, golden string) ([]Article, error) {
	if _, err := os.Stat(corpus); err != nil {
		return nil, err
	}
	var list []Article
	names := map[string]string{}
	for item := range inputs.Stream(inputs.Options{Paths: []string{corpus}}) {
		relative, err := filepath.Rel(corpus, item.Input)
		if err != nil {
			return nil, err
		}
		relative = filepath.ToSlash(relative)
		name := strings.TrimSuffix(relative, filepath.Ext(relative))
		lang, _, nested := strings.Cut(name, "/")
		if !nested {
			return nil, fmt.Errorf("%s is in no language's folder: move it to %s", item.Input, filepath.Join(corpus, "en"))
		}
		if other, taken := names[name]; taken {
			return nil, fmt.Errorf("%s and %s have one name: rename one", other, item.Input)
		}
		names[name] = item.Input
		list = append(list, Article{Name: name, Lang: lang, Path: item.Input, Input: "corpus/" + relative,
			Golden: filepath.Join(golden, filepath.FromSlash(name)+".json")})
	}
	return list, nil
}

// Orphans lists the golden files that belong to no article.
func Orphans(golden string, articles []Article) ([]string, error) {
	var orphans []string
	err := filepath.WalkDir(golden, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == golden {
			return fs.SkipAll
		}
		known := slices.ContainsFunc(articles, func(a Article) bool { return a.Golden == path || a.knownFile() == path })
		if err == nil && !entry.IsDir() && filepath.Ext(path) == ".json" && !known {
			orphans = append(orphans, path)
		}
		return err
	})
	return orphans, err
}

// Result is one article's comparison.
type Result struct {
	Article Article
	Missing bool // there is no golden file
	Diff    Diff
	Want    *report.Report // without claims when there is no golden file
	Got     *report.Report
	Known   Known    // what the file of known misses says
	Stale   []string // which of it holds no longer
}

// Same reports whether the article's report is the golden one, byte for byte, and what is known of it still holds.
func (r *Result) Same() bool { return !r.Missing && r.Diff.Empty() && len(r.Stale) == 0 }

// Compare holds a report against the article's golden file and its known misses. The error is about reading these.
func Compare(a Article, got *report.Report) (*Result, error) {
	known, err := readKnown(a.knownFile())
	if err != nil {
		return nil, err
	}
	want := &report.Report{}
	result := &Result{Article: a, Want: want, Got: got, Known: known}
	_, result.Stale = known.holding(got)
	data, err := os.ReadFile(a.Golden)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		result.Missing = true
	case err != nil:
		return nil, err
	default:
		if err := json.Unmarshal(data, want); err != nil {
			return nil, fmt.Errorf("%s is no report: %w", a.Golden, err)
		}
	}
	result.Diff = Compute(want, got)
	if !result.Missing && result.Diff.Empty() {
		// A field that this program does not know, or another order of claims, shows in the bytes alone.
		text, err := Encode(got)
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(text, data) {
			result.Diff.Other = []string{"the file's form, order of claims or unknown fields differ: --update writes it anew"}
		}
	}
	return result, nil
}

// Encode is the form of a golden file.
func Encode(r *report.Report) ([]byte, error) { return output.Marshal(r, "  ") }

// Update writes the golden file of a result, and drops the known misses that hold no longer.
func (r *Result) Update() error {
	data, err := Encode(r.Got)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(r.Article.Golden), 0o777); err != nil {
		return err
	}
	if err := output.WriteFile(r.Article.Golden, data); err != nil || len(r.Stale) == 0 {
		return err
	}
	known, _ := r.Known.holding(r.Got)
	return known.write(r.Article.knownFile())
}
