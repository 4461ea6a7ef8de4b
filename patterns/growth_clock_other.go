//go:build !linux

package patterns

import "time"

// clock is the time that passes: processor time by thread is not to be had everywhere.
func clock() time.Duration { return time.Since(started) }
