//go:build !race

package fetch

import (
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// bombSize is how much a bomb would expand to.
const bombSize = 1 << 30

// roomForBombs is how much a bomb may add to the memory that fetching a small page takes, in KiB.
const roomForBombs = 64 << 10

// bombURL makes the test binary a process that fetches one page, whose memory can be measured from outside.
const bombURL = "EXTRACT_TEST_BOMB"

// TestFetchBomb is that process.
func TestFetchBomb(t *testing.T) {
	address := os.Getenv(bombURL)
	if address == "" {
		t.Skip("run by TestBombs")
	}
	page, err := New(Options{AllowPrivate: true}).Fetch(t.Context(), address)
	if err != nil {
		fmt.Println("error:", err)
		return
	}
	fmt.Println("page:", len(page.Body))
}

// TestBombs fetches pages that would fill a gibibyte, compressed in every way.
func TestBombs(t *testing.T) {
	small, base := fetchApart(t, serve(t, encoded("gzip", compressed(article))))
	if !strings.Contains(small, fmt.Sprint("page: ", len(article))) {
		t.Fatalf("a small page gives %s", small)
	}
	for name, open := range map[string]func(io.Writer) io.WriteCloser{
		"gzip":        func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
		"deflate":     func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
		"raw deflate": func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 1); return z },
		"br":          func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 1) },
		"zstd":        func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z },
		"identity":    func(w io.Writer) io.WriteCloser { return plain{w} },
	} {
		t.Run(name, func(t *testing.T) {
			address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				w.Header().Set("Content-Encoding", strings.TrimPrefix(name, "raw "))
				z := open(w)
				io.CopyN(z, zeros{}, bombSize) // until the client has enough
				z.Close()
			})
			got, peak := fetchApart(t, address)
			if !strings.Contains(got, "error: too_large: ") {
				t.Errorf("it gives %s", got)
			}
			if more := peak - base; more > roomForBombs {
				t.Errorf("%d MiB more than a small page takes", more>>10)
			} else {
				t.Logf("%d MiB more than a small page takes", more>>10)
			}
		})
	}
}

// fetchApart fetches a page in a process of its own, and gives what that prints and its largest memory in KiB.
func fetchApart(t *testing.T, address string) (string, int64) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFetchBomb$", "-test.v")
	cmd.Env = append(os.Environ(), bombURL+"="+address)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out), int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
}

// zeros is a source without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// plain compresses nothing.
type plain struct{ io.Writer }

func (plain) Close() error { return nil }
