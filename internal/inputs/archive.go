package inputs

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"lossclaims/internal/archives"
)

// holdsFiles tells an archive of files by its name.
func holdsFiles(name string) bool { return archives.ByName(name) != nil }

// isWARC tells a web archive by its name.
func isWARC(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, ".warc") || strings.HasSuffix(lower, ".warc.gz")
}

// archive yields the articles in an archive on disk; it returns false when the reader wants no more.
func (w *walker) archive(path string) bool {
	defer w.pass(path)
	if w.archives = true; w.names {
		return w.yield(Item{Input: path})
	}
	for member, err := range archives.ByName(path)(path) {
		if !w.member(path, member, err) {
			return false
		}
	}
	return true
}

// member yields the article in a member, if it is one that is wanted, or the articles of a web archive.
func (w *walker) member(archive string, m archives.Member, err error) bool {
	w.inside = m.Before
	if m.Name == "" {
		return w.yield(failing(archive, badRecord(err)))
	}
	full := archive + "/" + m.Name
	nested := holdsFiles(m.Name) && !w.excluded(full)
	if hidden(m.Name) || !w.wants(full) && !nested {
		return true
	}
	name := fmt.Sprintf("%s!%s@%d", archive, m.Name, m.Offset)
	switch {
	case err != nil:
		return w.yield(failing(name, badRecord(err)))
	case nested:
		return w.yield(failing(name, fault("bad_record", "an archive inside another: unpack the outer one")))
	case isWARC(m.Name):
		return w.nestedWARC(archive+"!"+m.Name, m)
	}
	data, err := ReadAll(m, w.limit())
	switch {
	case errors.Is(err, ErrTooLarge):
		return w.yield(failing(name, tooLarge(w.limit())))
	case err != nil:
		return w.yield(failing(name, badMember(err)))
	}
	return w.yield(ready(name, &Content{Data: data, Kind: KindOf(m.Name)}))
}

// badRecord is the fault of a member or record that its archive does not give.
func badRecord(err error) *Fault { return fault("bad_record", "%v", err) }

// badMember is the fault of a member whose bytes break off.
func badMember(err error) *Fault {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return fault("bad_record", "its archive is cut off inside it")
	}
	return fault("bad_record", "it is damaged in its archive: %v", err)
}

// hidden tells the members that macOS and editors leave in archives, and those in folders that a walk would not enter.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}
