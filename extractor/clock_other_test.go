//go:build !linux

package extractor

import "time"

var started = time.Now()

// processorTime is the clock, where nothing better is at hand.
func processorTime() time.Duration { return time.Since(started) }
