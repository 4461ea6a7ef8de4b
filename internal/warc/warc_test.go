package warc

import (
	"bytes"
	"crypto/sha1"
	"encoding/base32"
	"errors"
	"fmt"
	"github.com/klauspost/compress/gzip"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// answer is an HTTP answer with a page.
func answer(body string, fields ...string) string {
	head := append([]string{"HTTP/1.1 200 OK", "Content-Type: text/html"}, fields...)
	return strings.Join(head, "\r\n") + "\r\n\r\n" + body
}

// record writes a record; a length of -1 is the right one.
func record(kind, uri, block string, length int64, fields ...string) string {
	if length < 0 {
		length = int64(len(block))
	}
	head := append([]string{"WARC/1.0", "WARC-Type: " + kind, "WARC-Target-URI: " + uri, "WARC-Date: 2023-02-07T10:00:00Z",
		fmt.Sprintf("Content-Length: %d", length)}, fields...)
	return strings.Join(head, "\r\n") + "\r\n\r\n" + block + "\r\n\r\n"
}

// page is the record of a page.
func page(name string) string {
	return record("response", "https://mill.example/"+name, answer("<p>This is page "+name+"."), -1)
}

func zip(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		io.WriteString(z, p)
		z.Close()
	}
	return b.String()
}

// spoil flips bits of one byte; a negative index counts from the end.
func spoil(s string, at int) string {
	b := []byte(s)
	if at < 0 {
		at += len(b)
	}
	b[at] ^= 0x55
	return string(b)
}

// read words what a reader makes of a file: the last letter of a page's address with the place of its record, or the
// place of a damage.
func read(t *testing.T, file string, opts Options) (list []string) {
	t.Helper()
	r := NewReader(strings.NewReader(file), int64(len(file)), opts)
	for n := 1; ; n++ {
		rec, err := r.Next()
		var d *Damage
		switch {
		case err == io.EOF:
			return list
		case errors.As(err, &d):
			if d.Number != n {
				t.Errorf("number %d of %v", n, d)
			}
			list = append(list, fmt.Sprintf("bad@%s", d.Place))
			if len(file) > 600 {
				t.Log(d)
			}
		case err != nil:
			t.Fatal(err)
		default:
			if rec.Number != n {
				t.Errorf("number %d of %v", n, rec)
			}
			list = append(list, fmt.Sprintf("%s@%s", rec.URI[strings.LastIndexByte(rec.URI, '/')+1:], rec.Place))
			if p, err := decoded(rec, 1<<20); rec.Type == "response" && rec.Whole() && (err != nil || !strings.HasPrefix(string(p.Body), "<p>")) {
				t.Errorf("%s: page %+v, %v", rec.URI, p, err)
			}
		}
		if n > 10_000 {
			t.Fatal("no end")
		}
	}
}

func TestRecords(t *testing.T) {
	a, b, c := page("a"), page("b"), page("c")
	za, zb, zc := zip(a), zip(b), zip(c)
	la, lb := len(a), len(b)
	digest := func(block string) string {
		sum := sha1.Sum([]byte(block))
		return "WARC-Block-Digest: sha1:" + base32.StdEncoding.EncodeToString(sum[:])
	}
	signed := record("response", "https://mill.example/s", answer("<p>signed"), -1, digest(answer("<p>signed")))
	zeroed := func(z string) string { return strings.Repeat("\x00", 10) + z[10:] }
	// lying is a record whose length is wrong.
	lying := func(n int64) string { return record("response", "https://mill.example/l", answer("<p>lying"), n) }
	incompressible := make([]byte, 5000)
	for i, rng := 0, rand.New(rand.NewPCG(1, 2)); i < len(incompressible); i++ {
		incompressible[i] = byte(rng.Uint32())
	}
	big := record("response", "https://mill.example/big", answer("<p>"+string(incompressible)), -1)
	nested := record("response", "https://mill.example/nest", answer("<p>"+a+string(incompressible)), -1)
	bomb := record("response", "https://mill.example/bomb", answer("<p>"+strings.Repeat("bomb", 1<<19)), -1)
	blocks := func(s string, n int) (list []string) {
		for len(s) > n {
			list, s = append(list, s[:n]), s[n:]
		}
		return append(list, s)
	}
	bare := strings.ReplaceAll(record("response", "https://mill.example/a", answer("<p>bare"), int64(len(answer("<p>bare"))-3)), "\r\n", "\n")
	small := Options{MaxBlock: 1000, BombBytes: 1 << 20}
	at := func(format string, offsets ...int) string {
		args := make([]any, len(offsets))
		for i, o := range offsets {
			args[i] = o
		}
		return fmt.Sprintf(format, args...)
	}
	cases := []struct {
		name string
		file string
		opts Options
		want string
	}{
		{"nothing", "", Options{}, ""},
		{"uncompressed", a + b + c, Options{}, at("a@0 b@%d c@%d", la, la+lb)},
		{"a member each", za + zb + zc, Options{}, at("a@0 b@%d c@%d", len(za), len(za)+len(zb))},
		{"one member for all", zip(a + b + c), Options{}, at("a@0 b@0+%d c@0+%d", la, la+lb)},
		{"members cut anywhere", zip(blocks(a+b+c, 100)...), Options{}, at("a@0 b@0+%d c@0+%d", la, la+lb)},
		{"no blank lines at the end", strings.TrimRight(a+b, "\r\n"), Options{}, at("a@0 b@%d", la)},
		{"extra blank lines", "\r\n" + a + "\r\n\n\r\n\r\n" + b + strings.Repeat("\r\n", 300) + c, Options{},
			at("a@2 b@%d c@%d", la+9, la+lb+609)},
		{"extra blank lines in members", zip(a+"\r\n\r\n", "\r\n"+b, c), Options{},
			at("a@0 b@%d+2 c@%d", len(zip(a+"\r\n\r\n")), len(zip(a+"\r\n\r\n", "\r\n"+b)))},
		{"line ends of one kind", bare + b, Options{}, at("a@0 b@%d", len(bare))},
		{"line ends of both kinds", strings.Replace(a, "\r\nWARC-Date", "\nWARC-Date", 1) + b, Options{}, at("a@0 b@%d", la-1)},

		{"truncated, uncompressed", (a + b)[:la+lb-10], Options{}, at("a@0 bad@%d", la)},
		{"truncated in the header", (a + b)[:la+30], Options{}, at("a@0 bad@%d", la)},
		{"truncated, members", (za + zb)[:len(za)+len(zb)-20], Options{}, at("a@0 bad@%d", len(za))},
		{"truncated before the checksum", (za + zb)[:len(za)+len(zb)-8], Options{}, at("a@0 bad@%d", len(za))},
		{"truncated in a member's header", (za + zb)[:len(za)+5], Options{}, at("a@0 bad@%d", len(za))},
		{"truncated, one member", zip(a + b + big)[:2000], Options{}, at("a@0 b@0+%d bad@0+%d", la, la+lb)},

		{"flipped bits in a member", za + spoil(zb, len(zb)/2) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zb))},
		{"flipped bits in two members", spoil(za, 40) + spoil(zb, 60) + zc, Options{}, at("bad@0 bad@%d c@%d", len(za), len(za)+len(zb))},
		{"flipped checksum", za + spoil(zb, -6) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zb))},
		{"flipped bits in a member's header", za + spoil(zb, 1) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zb))},
		{"flipped version", a + spoil(b, 1) + c, Options{}, at("a@0 bad@%d c@%d", la, la+lb)},
		{"flipped version in a member", za + zip(spoil(b, 1)) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zip(spoil(b, 1))))},
		{"flipped colon", a + strings.Replace(b, "Type:", "Type;", 1) + c, Options{}, at("a@0 bad@%d c@%d", la, la+lb)},
		{"flipped digit of a length", a + strings.Replace(b, "Content-Length: ", "Content-Length: x", 1) + c, Options{}, at("a@0 bad@%d c@%d", la, la+lb+1)},
		{"flipped bits under a digest", a + spoil(signed, -10) + signed, Options{}, at("a@0 bad@%d s@%d", la, la+len(signed))},
		{"a digest of an unknown kind", record("response", "https://mill.example/u", answer("<p>u"), -1, "WARC-Block-Digest: crc7:ABCD"), Options{}, "u@0"},
		{"no length", a + strings.Replace(b, "Content-Length", "Content-Width", 1) + c, Options{}, at("a@0 bad@%d c@%d", la, la+lb-1)},

		{"zeroed member header", za + zeroed(zb) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zb))},
		{"zeroed first header", zeroed(za) + zb + zc, Options{}, at("bad@0 b@%d c@%d", len(za), len(za)+len(zb))},
		{"zeroed last header", za + zeroed(zb), Options{}, at("a@0 bad@%d", len(za))},
		{"leading junk", "some junk" + a + b, Options{}, at("bad@0 a@9 b@%d", la+9)},
		{"leading junk before members", "some junk\x1f\x8b\x08junk" + za + zb, Options{}, at("bad@0 a@16 b@%d", len(za)+16)},
		{"leading junk in a member", zip("some junk" + a + b), Options{}, at("bad@0 a@0+9 b@0+%d", la+9)},
		{"junk between", a + "WARC/1.0 is what articles about archives say\r\n\r\n" + b, Options{}, at("a@0 bad@%d b@%d", la, la+48)},
		{"trailing zeros", za + strings.Repeat("\x00", 100), Options{}, at("a@0 bad@%d", len(za))},
		{"nothing but junk", "<html>no archive</html>", Options{}, "bad@0"},

		{"length of 0", a + lying(0) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(0)))},
		{"length too small", a + lying(20) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(20)))},
		{"length too large", a + lying(200) + b + c, Options{}, at("a@0 bad@%d b@%d c@%d", la, la+len(lying(200)), la+lb+len(lying(200)))},
		{"length beyond the file", a + lying(90_000) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(90_000)))},
		{"length of 2^63-1", a + lying(math.MaxInt64) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(math.MaxInt64)))},
		{"length of 2^63-100", a + lying(math.MaxInt64-99) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(math.MaxInt64)))},
		{"length of 2^64", a + strings.Replace(lying(10), ": 10\r", ": 18446744073709551616\r", 1) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(10))+18)},
		{"negative length", a + strings.Replace(lying(10), ": 10\r", ": -1\r", 1) + c, Options{}, at("a@0 bad@%d c@%d", la, la+len(lying(10)))},
		{"length too large, members", za + zip(lying(200)) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zip(lying(200))))},
		{"length too small, members", za + zip(lying(20)) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zip(lying(20))))},
		{"length of 2^63-1, members", za + zip(lying(math.MaxInt64)) + zc, Options{}, at("a@0 bad@%d c@%d", len(za), len(za)+len(zip(lying(math.MaxInt64))))},
		{"length of 2^63-1, one member", zip(a + lying(math.MaxInt64) + b + c), Options{},
			at("a@0 bad@0+%d b@0+%d c@0+%d", la, la+len(lying(math.MaxInt64)), la+lb+len(lying(math.MaxInt64)))},
		{"length of 10^9, one member", zip(a + lying(1e9) + b + lying(1e9) + c), Options{},
			at("a@0 bad@0+%d b@0+%d bad@0+%d c@0+%d", la, la+len(lying(1e9)), la+lb+len(lying(1e9)), la+lb+2*len(lying(1e9)))},
		{"length wrong in a large record", a + strings.Replace(big, ": 5", ": 6", 1) + b + strings.Repeat("x", 3000), small,
			at("a@0 bad@%d b@%d bad@%d", la, la+len(big), la+len(big)+lb)},

		{"large record", a + big + b, small, at("a@0 big@%d b@%d", la, la+len(big))},
		{"large record, members", za + zip(big) + zb, small, at("a@0 big@%d b@%d", len(za), len(za)+len(zip(big)))},
		{"large record, one member", zip(a + big + b), small, at("a@0 big@0+%d b@0+%d", la, la+len(big))},
		{"large record, members cut anywhere", zip(blocks(a+big+b, 700)...), small, at("a@0 big@0+%d b@0+%d", la, la+len(big))},
		{"large record, truncated", za + zip(big)[:3000], small, at("a@0 bad@%d", len(za))},
		{"records inside a large record", zip(a + nested + b), small, at("a@0 nest@0+%d b@0+%d", la, la+len(nested))},
		{"records inside a record", a + nested + b, Options{}, at("a@0 nest@%d b@%d", la, la+len(nested))},
		{"bomb", za + zip(bomb) + zb, small, at("a@0 bad@%d b@%d", len(za), len(za)+len(zip(bomb)))},
		{"large, but no bomb", za + zip(bomb) + zb, Options{MaxBlock: 1000}, at("a@0 bomb@%d b@%d", len(za), len(za)+len(zip(bomb)))},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := read(t, c.file, c.opts)
			if strings.Join(got, " ") != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestAnyDamage cuts, flips and zeroes everywhere: whatever happens to one record, the others are read.
func TestAnyDamage(t *testing.T) {
	parts := []string{zip(page("a")), zip(page("b")), zip(page("c"))}
	file := strings.Join(parts, "")
	from, to := len(parts[0]), len(parts[0])+len(parts[1])
	for at := from; at < to; at++ {
		for name, hurt := range map[string]string{
			"flipped": spoil(file, at),
			"zeroed":  file[:at] + strings.Repeat("\x00", min(to-at, 10)) + file[min(to, at+10):],
			"missing": file[:at] + file[to:],
		} {
			if hurt == file {
				continue
			}
			got := strings.Join(read(t, hurt, Options{}), " ")
			if !strings.HasPrefix(got, "a@0 ") || !strings.Contains(got, " c@") || !strings.Contains(got, fmt.Sprintf(" bad@%d", from)) &&
				!(name == "flipped" && at < from+10 && strings.Contains(got, " b@")) && !(at == from && name == "missing") {
				t.Errorf("%s at %d: %s", name, at-from, got)
			}
		}
	}
}

func TestPartialReads(t *testing.T) {
	if _, err := NewReader(broken{}, 100, Options{}).Next(); err == nil || err == io.EOF {
		t.Errorf("a disk that fails gives %v", err)
	}
}

type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, errors.New("disk failure") }

func TestHeader(t *testing.T) {
	file := "WARC/1.1\r\nwarc-type: Resource\r\nWARC-Target-URI: <https://mill.example/a>\r\nX-Long: one\r\n two\r\n" +
		"WARC-Date: 2023-02-07T10:00:00.123Z\r\nContent-Type: text/html\r\ncontent-length:4\r\n\r\n<p>x\r\n\r\n"
	rec, err := NewReader(strings.NewReader(file), int64(len(file)), Options{}).Next()
	if err != nil {
		t.Fatal(err)
	}
	if rec.Type != "resource" || rec.URI != "https://mill.example/a" || rec.Header.Get("x-long") != "one two" ||
		rec.Date.Format("15:04:05.000") != "10:00:00.123" || string(rec.Block) != "<p>x" {
		t.Errorf("%+v", rec)
	}
	if p, err := decoded(rec, 4); err != nil || p.ContentType != "text/html" || string(p.Body) != "<p>x" || p.Status != 200 {
		t.Errorf("page %+v, %v", p, err)
	}
	if _, err := decoded(rec, 3); err != ErrTooLarge {
		t.Errorf("above the limit: %v", err)
	}
}

func TestAllKinds(t *testing.T) {
	kinds := []string{"warcinfo", "request", "response", "revisit", "metadata", "conversion"}
	var file string
	for _, k := range kinds {
		file += record(k, "https://mill.example/"+k, answer("<p>"), -1)
	}
	r := NewReader(strings.NewReader(file), int64(len(file)), Options{})
	var got []string
	for rec, err := r.Next(); err != io.EOF; rec, err = r.Next() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, rec.Type)
		if want := rec.Type == "response" || rec.Type == "conversion"; rec.HasPage() != want {
			t.Errorf("%s has a page: %v", rec.Type, !want)
		}
	}
	if !slices.Equal(got, kinds) {
		t.Errorf("got %q", got)
	}
}

// bigBomb is a gzip member of some 2 MB that holds a record of 2 GiB.
func bigBomb(t testing.TB) string {
	t.Helper()
	const size = 2 << 30
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	head := answer("<p>")
	fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mill.example/x\r\nContent-Length: %d\r\n\r\n%s", size, head)
	zeros := make([]byte, 1<<20)
	for left := size - len(head); left > 0; left -= len(zeros) {
		z.Write(zeros[:min(left, len(zeros))])
	}
	io.WriteString(z, "\r\n\r\n")
	z.Close()
	return b.String()
}

// TestHugeRecord holds the memory and the work for a record of 2 GiB against bounds.
func TestHugeRecord(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds to make")
	}
	bomb := bigBomb(t)
	if got := read(t, bomb+zip(page("a")), Options{}); !slices.Equal(got, []string{"bad@0", fmt.Sprintf("a@%d", len(bomb))}) {
		t.Errorf("%d bytes give %q", len(bomb), got)
	}
	file := bomb + zip(page("a"))
	r := NewReader(strings.NewReader(file), int64(len(file)), Options{})
	var d *Damage
	if _, err := r.Next(); !errors.As(err, &d) || !d.TooLarge {
		t.Errorf("the record of 2 GiB gives %v", err)
	}
	if held := cap(r.win.buf); held > 1<<20 {
		t.Errorf("%d bytes are held", held)
	}
}
