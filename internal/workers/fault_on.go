//go:build faults

package workers

import (
	"bytes"
	"time"
)

// inject fails in the way that a page asks for. It is in builds with the tag "faults" only, which tests make.
func inject(page []byte) {
	switch {
	case bytes.Contains(page, []byte("<!-- fault: panic -->")):
		go panic("a fault that no recover reaches") // in a goroutine of its own, as a library might have one
		time.Sleep(time.Minute)
	case bytes.Contains(page, []byte("<!-- fault: hang -->")):
		for n := 0; ; n++ {
		}
	case bytes.Contains(page, []byte("<!-- fault: stack -->")):
		overflow(0)
	case bytes.Contains(page, []byte("<!-- fault: memory -->")):
		var hoard [][]byte
		for {
			hoard = append(hoard, bytes.Repeat([]byte{1}, 64<<20))
		}
	case bytes.Contains(page, []byte("<!-- fault: slow -->")):
		time.Sleep(2 * time.Second)
	}
}

func overflow(n int) int { return overflow(n+1) + n }
