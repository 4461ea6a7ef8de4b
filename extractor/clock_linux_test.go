package extractor

import (
	"syscall"
	"time"
)

// processorTime is what this process has used of the processors so far, the collection of its garbage included.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
