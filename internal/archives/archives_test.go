package archives

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// tarred is a tar archive of names and contents, in turn.
func tarred(t *testing.T, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	w.WriteHeader(&tar.Header{Name: "dir/", Typeflag: tar.TypeDir, Mode: 0o755})
	w.WriteHeader(&tar.Header{Name: "link", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink})
	for i := 0; i < len(pairs); i += 2 {
		err := w.WriteHeader(&tar.Header{Name: pairs[i], Size: int64(len(pairs[i+1])), Mode: 0o644, Format: tar.FormatUSTAR})
		if err == nil {
			_, err = io.WriteString(w, pairs[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data)
	z.Close()
	return b.Bytes()
}

func zstded(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return z.EncodeAll(data, nil)
}

// list words the members of an archive with the given name and bytes, read in two ways.
func list(t *testing.T, name string, data []byte) (members []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for m, err := range ByName(name)(path) {
		var content []byte
		if err == nil {
			content, err = io.ReadAll(m)
		}
		if err != nil {
			members = append(members, fmt.Sprintf("%s@%d: %v", m.Name, m.Offset, err))
			continue
		}
		members = append(members, fmt.Sprintf("%s@%d %s", m.Name, m.Offset, content))
	}
	for m, err := range ByName(name)(path) {
		if err != nil {
			break
		}
		r, done, err := m.Random()
		if err != nil {
			break
		}
		content, err := io.ReadAll(r)
		done()
		word := fmt.Sprintf("%s@%d %s", m.Name, m.Offset, content)
		if err != nil || int64(len(content)) == m.Size && !slices.Contains(members, word) {
			t.Errorf("random access gives %s, %v", word, err)
		}
	}
	for range ByName(name)(path) {
		break // a reader that wants no more is nothing special
	}
	return members
}

func TestArchives(t *testing.T) {
	plain := tarred(t, "b/two.html", "<p>two", "a.txt", strings.Repeat("one ", 1000))
	long := strings.Repeat("one ", 1000)
	want := []string{"b/two.html@1536 <p>two", "a.txt@2560 " + long}
	damaged := bytes.Clone(plain)
	damaged[1024+150] ^= 0x77 // in the checksum of the first file's header
	lost := []string{
		`@0: a damaged header after "link", before byte 1536: its file is lost`, "a.txt@2560 " + long,
	}
	if got := list(t, "x.tar", damaged); !slices.Equal(got, lost) {
		t.Errorf("damaged header: %.200q", got)
	}
	var stored bytes.Buffer
	z := zip.NewWriter(&stored)
	w, _ := z.CreateHeader(&zip.FileHeader{Name: "b/two.html", Method: zip.Store})
	io.WriteString(w, "<p>two")
	w, _ = z.Create("a.txt")
	io.WriteString(w, long)
	z.Close()
	cases := []struct {
		name string
		data []byte
		want []string
	}{
		{"x.tar", plain, want},
		{"x.tar.gz", gzipped(plain), want},
		{"X.TGZ", gzipped(plain), want},
		{"x.tar.zst", zstded(t, plain), want},
		{"x.tar.gz", append(gzipped(plain[:1000]), gzipped(plain[1000:])...), want},
		{"x.tar", tarred(t), nil},
		{"x.tar", plain[:3000], []string{want[0], "a.txt@2560: unexpected EOF", "@0: it is cut off after 3000 bytes of its decompressed content: the rest is missing"}},
		{"x.tar.gz", gzipped(plain)[:15], []string{"@0: it is cut off after 0 bytes of its decompressed content: the rest is missing"}},
		{"x.tar.gz", plain, []string{"@0: not a gzip file: test it with gzip -t, or copy it again"}},
		{"x.tar", []byte(strings.Repeat("no archive ", 100)), []string{"@0: a damaged header before byte 512: its file is lost", "@0: it is cut off after 1100 bytes of its decompressed content: the rest is missing"}},
		{"x.zip", stored.Bytes(), []string{"b/two.html@40 <p>two", "a.txt@97 " + long}},
		{"x.zip", stored.Bytes()[:50], []string{"@0: not a complete ZIP archive: test it with unzip -t, or copy it again"}},
	}
	for _, c := range cases {
		if got := list(t, c.name, c.data); !slices.Equal(got, c.want) {
			t.Errorf("%s: %.400q\nwant %.400q", c.name, got, c.want)
		}
	}
}

func TestMissingArchives(t *testing.T) {
	for _, name := range []string{"no.zip", "no.tar", "no.tar.gz", "no.tar.zst"} {
		n := 0
		for m, err := range ByName(name)(name) {
			n++
			if m.Name != "" || err == nil || err.Error() != "no such file or directory" {
				t.Errorf("%s: %+v, %v", name, m, err)
			}
		}
		if n != 1 {
			t.Errorf("%s yields %d", name, n)
		}
	}
	if ByName("a.html") != nil || ByName("zip") != nil || ByName("a.gz") != nil {
		t.Error("what is no archive is opened")
	}
}

// TestOverlap refuses a ZIP archive whose members share their bytes, as bombs do.
func TestOverlap(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.CreateHeader(&zip.FileHeader{Name: "a.txt", Method: zip.Store})
	io.WriteString(w, strings.Repeat("x", 500))
	z.Close()
	data := b.Bytes()
	// The one entry of the directory, four times over.
	start := bytes.Index(data, []byte("PK\x01\x02"))
	end := bytes.Index(data, []byte("PK\x05\x06"))
	entry, tail := data[start:end], bytes.Clone(data[end:])
	tail[8], tail[10] = 4, 4
	size := 4 * len(entry)
	tail[12], tail[13] = byte(size), byte(size>>8)
	bomb := append(append(bytes.Clone(data[:start]), bytes.Repeat(entry, 4)...), tail...)
	if got := list(t, "x.zip", bomb); !slices.Equal(got, []string{"@0: " + errOverlap.Error()}) {
		t.Errorf("got %.300q", got)
	}
}

// zeros never end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestGuard(t *testing.T) {
	n, err := io.Copy(io.Discard, &guarded{Reader: zeros{}, in: &counted{n: 1 << 20}})
	if err != ErrBomb || n < bombBytes || n > bombBytes+1<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
	if n, err := io.Copy(io.Discard, &guarded{Reader: io.LimitReader(zeros{}, 2<<30), in: &counted{n: 1 << 30}}); err != nil || n != 2<<30 {
		t.Errorf("what expands little is refused: %d bytes, %v", n, err)
	}
}
