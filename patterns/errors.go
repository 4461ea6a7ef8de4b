package patterns

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Error is one fault in a pattern file. Line is 0 where the fault is of the whole file or folder.
type Error struct {
	File string // as users know it: patterns/es/losses.yaml, or the path in the overlay
	Line int    // counted from 1
	Msg  string
}

// Error gives file, line and message: `patterns/es/losses.yaml:31: unknown table {persn}`.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Msg
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
}

// pos is a place in a pattern file.
type pos struct {
	file string
	line int
}

// String gives file:line.
func (p pos) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// faults collects the errors of one load: a writer of patterns wants all of them, not the first.
type faults struct{ list []*Error }

// add notes a fault at p.
func (f *faults) add(p pos, format string, args ...any) {
	f.list = append(f.list, &Error{File: p.file, Line: p.line, Msg: fmt.Sprintf(format, args...)})
}

// err joins the faults in the order of files and lines, each said once; nil when there are none.
func (f *faults) err() error {
	slices.SortStableFunc(f.list, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Msg, b.Msg))
	})
	f.list = slices.CompactFunc(f.list, func(a, b *Error) bool { return *a == *b })
	errs := make([]error, len(f.list))
	for i, e := range f.list {
		errs[i] = e
	}
	return errors.Join(errs...)
}
