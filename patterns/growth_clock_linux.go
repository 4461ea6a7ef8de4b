package patterns

import (
	"syscall"
	"time"
)

// clock is the processor time that this thread has used: other work on the machine does not count.
func clock() time.Duration {
	const thread = 1 // RUSAGE_THREAD
	var use syscall.Rusage
	if err := syscall.Getrusage(thread, &use); err != nil {
		return time.Since(started)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
