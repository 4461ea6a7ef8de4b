// Package once does the same work once: a key and what to do go in, the value comes out, from the work or from one that
// was done for the same key before. It remembers as many values as their sizes allow, the latest used.
package once

import (
	"container/list"
	"sync"
)

// Cache remembers values by their keys. It is safe for concurrent use.
type Cache[K comparable, V any] struct {
	limit int
	size  func(V) int

	mu      sync.Mutex
	entries map[K]*list.Element // of latest
	latest  *list.List          // of *entry, the one used last in front
	total   int
}

type entry[K comparable, V any] struct {
	key   K
	done  chan struct{} // closed when value is there
	value V
	size  int
	lost  bool // the work panicked
}

// New returns a cache for values whose sizes, by the function given, sum up to limit.
func New[K comparable, V any](limit int, size func(V) int) *Cache[K, V] {
	return &Cache[K, V]{limit: limit, size: size, entries: map[K]*list.Element{}, latest: list.New()}
}

// Do returns the value of key. It calls work unless that has been done and is remembered; a call for a key that is being
// worked on waits for that.
func (c *Cache[K, V]) Do(key K, work func() V) V {
	c.mu.Lock()
	if el, ok := c.entries[key]; ok {
		c.latest.MoveToFront(el)
		c.mu.Unlock()
		e := el.Value.(*entry[K, V])
		<-e.done
		if e.lost {
			return work()
		}
		return e.value
	}
	e := &entry[K, V]{key: key, done: make(chan struct{}), lost: true}
	c.entries[key] = c.latest.PushFront(e)
	c.mu.Unlock()
	defer c.finish(e)
	e.value = work()
	e.lost = false
	return e.value
}

// finish makes a value known and forgets those that are too many.
func (c *Cache[K, V]) finish(e *entry[K, V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(e.done)
	if e.lost {
		c.drop(c.entries[e.key])
		return
	}
	e.size = c.size(e.value)
	c.total += e.size
	for el := c.latest.Back(); c.total > c.limit && el != nil; {
		before := el.Prev()
		if el.Value.(*entry[K, V]).size > 0 { // work that is not finished has none yet
			c.drop(el)
		}
		el = before
	}
}

func (c *Cache[K, V]) drop(el *list.Element) {
	e := c.latest.Remove(el).(*entry[K, V])
	delete(c.entries, e.key)
	c.total -= e.size
}
