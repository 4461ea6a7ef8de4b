package workers

import "syscall"

// limitData bounds the memory that a process can ask for, for what grows faster than it can be watched.
func limitData(limit uint64) {
	syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: limit, Max: limit})
}
