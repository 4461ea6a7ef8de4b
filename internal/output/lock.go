package output

import (
	"errors"
	"fmt"
	"os"

	"github.com/gofrs/flock"
)

// ErrBusy says that another run is writing the same output.
var ErrBusy = errors.New("another run is writing it: wait for its end, or choose another name")

// lock is held by the run that writes an output. It goes with its process, so that a run that was killed leaves none.
type lock struct{ *flock.Flock }

// acquire takes the lock of an output or returns ErrBusy.
func acquire(path string) (*lock, error) {
	for {
		l := flock.New(path, flock.SetPermissions(0o600))
		ok, err := l.TryLock()
		if err != nil {
			return nil, err
		}
		if !ok {
			l.Close()
			return nil, ErrBusy
		}
		// The run before may have removed the file between our opening and our locking it: then the lock is of no use.
		mine, err := l.Stat()
		there, errThere := os.Stat(path)
		if err == nil && errThere == nil && os.SameFile(mine, there) {
			return &lock{l}, nil
		}
		l.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
}

// release lets the next run in.
func (l *lock) release() {
	if l != nil {
		os.Remove(l.Path())
		l.Close()
	}
}
