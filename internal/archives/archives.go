// Package archives opens files that hold other files: the path of an archive goes in, its members come out one by one,
// in the archive's own order, with where each begins. Nothing is written to disk, whatever the members are called.
package archives

import (
	"io"
	"iter"
	"strings"
)

// Member is a file in an archive. Its bytes are to be read before the next member is asked for.
type Member struct {
	Name   string // with slashes, as the archive has it
	Offset int64  // where it begins, in bytes
	io.Reader
}

// Opener yields the members of the archive at a path. A member that cannot be read comes with an error; its Name and
// Offset say which it is. An error without a name is about the archive, or the rest of it.
type Opener func(path string) iter.Seq2[Member, error]

// formats are the archives by the endings of their names.
var formats = []struct {
	ending string
	open   Opener
}{
	{".zip", openZip},
}

// ByName returns what opens the archive that a name's ending tells of, nil where it tells of none.
func ByName(name string) Opener {
	lower := strings.ToLower(name)
	for _, f := range formats {
		if strings.HasSuffix(lower, f.ending) {
			return f.open
		}
	}
	return nil
}
