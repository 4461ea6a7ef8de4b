package once

import (
	"sync"
	"sync/atomic"
	"testing"
)

func TestDo(t *testing.T) {
	c := New[string, int](30, func(v int) int { return v })
	calls := 0
	do := func(key string, v int) {
		t.Helper()
		if got := c.Do(key, func() int { calls++; return v }); got != v {
			t.Errorf("%s gives %d, want %d", key, got, v)
		}
	}
	do("a", 10)
	do("b", 15)
	do("a", 10)
	if calls != 2 {
		t.Errorf("%d calls for two keys", calls)
	}
	do("c", 12) // too much with the two: b was used least
	do("a", 10)
	if calls != 3 {
		t.Errorf("a is forgotten, %d calls", calls)
	}
	do("b", 15)
	if calls != 4 {
		t.Errorf("b is remembered, %d calls", calls)
	}
	do("huge", 100)
	if c.total > 30 || len(c.entries) != c.latest.Len() {
		t.Errorf("%d held in %d entries", c.total, len(c.entries))
	}
}

func TestDoTogether(t *testing.T) {
	c := New[int, int](1000, func(int) int { return 1 })
	var calls atomic.Int32
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			if got := c.Do(i%10, func() int { calls.Add(1); return i % 10 }); got != i%10 {
				t.Errorf("%d gives %d", i%10, got)
			}
		})
	}
	wg.Wait()
	if calls.Load() != 10 {
		t.Errorf("%d calls for ten keys", calls.Load())
	}
}

func TestPanic(t *testing.T) {
	c := New[int, int](1000, func(int) int { return 1 })
	func() {
		defer func() { recover() }()
		c.Do(1, func() int { panic("broken") })
	}()
	if got := c.Do(1, func() int { return 7 }); got != 7 || len(c.entries) != 1 {
		t.Errorf("%d after a panic", got)
	}
}
