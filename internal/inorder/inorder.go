// Package inorder maps a stream of inputs to a stream of results: several are worked on at once, the results come out
// in the order of the inputs, and only a bounded window of them is ever held in memory.
package inorder

import (
	"context"
	"iter"
)

// windowFactor is how many results a worker may be ahead of the slowest one before it. It keeps the workers busy
// behind one slow article without letting finished reports pile up.
const windowFactor = 4

// Map yields f of every item of in, in order, running at most n calls of f at once. When ctx ends no further item is
// read; the calls under way are finished and yielded. in is read on a goroutine of its own, item by item.
func Map[T, R any](ctx context.Context, n int, in iter.Seq[T], f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		pending := feed(ctx, n, in, f)
		for {
			select {
			case result, ok := <-pending:
				if !ok || !yield(<-result) {
					return
				}
			case <-ctx.Done():
				drain(pending, yield)
				return
			}
		}
	}
}

// feed starts the calls and hands out, in order, a channel for each one's result.
func feed[T, R any](ctx context.Context, n int, in iter.Seq[T], f func(T) R) <-chan chan R {
	pending := make(chan chan R, n*windowFactor)
	slots := make(chan struct{}, n)
	go func() {
		defer close(pending)
		for item := range in {
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
				return
			}
			if ctx.Err() != nil {
				return
			}
			result := make(chan R, 1)
			select {
			case pending <- result:
			case <-ctx.Done():
				return
			}
			go func() {
				defer func() { <-slots }()
				result <- f(item)
			}()
		}
	}()
	return pending
}

// drain yields what was under way when the context ended. It does not wait for the feeder, which may sit in a read of
// standard input that never returns.
func drain[R any](pending <-chan chan R, yield func(R) bool) {
	for {
		select {
		case result, ok := <-pending:
			if !ok || !yield(<-result) {
				return
			}
		default:
			return
		}
	}
}
