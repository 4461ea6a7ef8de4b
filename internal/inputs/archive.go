package inputs

import (
	"errors"
	"fmt"
	"strings"

	"lossclaims/internal/archives"
)

// opens is what reads the archive that a name's extension tells of, nil for files that are none.
func opens(name string) archives.Opener { return archives.ByName(name) }

// archive yields the articles in an archive on disk; it returns false when the reader wants no more.
func (w *walker) archive(path string) bool {
	for member, err := range opens(path)(path) {
		if !w.member(path, member, err) {
			return false
		}
	}
	return true
}

// member yields the article in a member, if it is one that is wanted.
func (w *walker) member(archive string, m archives.Member, err error) bool {
	if m.Name == "" {
		return w.yield(failing(archive, badRecord(err)))
	}
	if hidden(m.Name) || !w.wants(archive+"/"+m.Name) {
		return true
	}
	name := fmt.Sprintf("%s!%s@%d", archive, m.Name, m.Offset)
	var data []byte
	if err == nil {
		data, err = ReadAll(m, w.limit())
	}
	switch {
	case errors.Is(err, ErrTooLarge):
		return w.yield(failing(name, tooLarge(w.limit())))
	case err != nil:
		return w.yield(failing(name, badRecord(err)))
	}
	return w.yield(ready(name, &Content{Data: data, Kind: KindOf(m.Name)}))
}

// badRecord is the fault of a member or record that its archive does not give.
func badRecord(err error) *Fault { return fault("bad_record", "%v", err) }

// hidden tells the members that macOS and editors leave in archives, and those in folders that a walk would not enter.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}
