//go:build !linux

package workers

// limitData does nothing: watchMemory is all there is.
func limitData(uint64) {}
