package warc

import (
	"io"
	"strings"
	"testing"
)

// BenchmarkReader reads compressed pages of some 60 KB, a member each, as crawls write them.
func BenchmarkReader(b *testing.B) {
	body := answer("<p>" + strings.Repeat("The mill by the river stood still for a week. ", 1300))
	file := strings.Repeat(zip(record("response", "https://mill.example/a", body, -1)), 50)
	b.SetBytes(int64(50 * len(body)))
	for b.Loop() {
		r := NewReader(strings.NewReader(file), int64(len(file)), Options{})
		for {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			if _, err := decoded(rec, 1<<20); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkBomb passes a record of 2 GiB that 2 MB of gzip expand to.
func BenchmarkBomb(b *testing.B) {
	bomb, good := bigBomb(b), zip(page("a"))
	file := bomb + good
	b.ReportAllocs()
	for b.Loop() {
		r := NewReader(strings.NewReader(file), int64(len(file)), Options{})
		if _, err := r.Next(); err == nil {
			b.Fatal("the bomb is read")
		}
		if _, err := r.Next(); err != nil {
			b.Fatal(err)
		}
	}
}
