//go:build !faults

package workers

// inject does nothing: only test builds have faults to inject.
func inject([]byte) {}
