package inorder

import (
	"context"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func numbers(n int, read *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			read.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, n := range []int{1, 2, 8} {
			var read atomic.Int64
			slow := func(i int) int {
				time.Sleep(time.Duration(i%7) * time.Second)
				return i * i
			}
			got := slices.Collect(Map(t.Context(), n, numbers(50, &read), slow))
			for i, v := range got {
				if v != i*i {
					t.Fatalf("n=%d: result %d is %d, want %d", n, i, v, i*i)
				}
			}
			if len(got) != 50 {
				t.Fatalf("n=%d: %d results, want 50", n, len(got))
			}
		}
	})
}

func TestMapReadsLazily(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var read atomic.Int64
		release := make(chan struct{})
		stuckFirst := func(i int) int {
			if i == 0 {
				<-release
			}
			return i
		}
		go func() {
			synctest.Wait()
			if n := read.Load(); n > 2*windowFactor+3 {
				t.Errorf("%d inputs read behind one slow one", n)
			}
			close(release)
		}()
		if got := slices.Collect(Map(t.Context(), 2, numbers(1000, &read), stuckFirst)); len(got) != 1000 {
			t.Errorf("%d results", len(got))
		}
	})
}

func TestMapFinishesWhatIsUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var read atomic.Int64
		var got []int
		f := func(i int) int {
			time.Sleep(time.Second)
			return i
		}
		time.AfterFunc(3500*time.Millisecond, cancel)
		for v := range Map(ctx, 2, numbers(1000, &read), f) {
			got = append(got, v)
		}
		if len(got) != 8 || got[7] != 7 {
			t.Errorf("results after an interruption in the fourth second: %v, want 0 to 7", got)
		}
	})
}

func TestMapDoesNotWaitForABlockedReader(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	never := make(chan struct{})
	defer close(never)
	in := func(yield func(int) bool) {
		if yield(1) {
			<-never
		}
	}
	for range Map(ctx, 1, in, func(i int) int { return i }) {
		cancel()
	}
}

func TestMapStopsWithItsReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var read atomic.Int64
		for range Map(t.Context(), 2, numbers(1000, &read), func(i int) int { return i }) {
			break
		}
		synctest.Wait()
		if n := read.Load(); n > 20 {
			t.Errorf("%d inputs read for one result", n)
		}
	})
}
