package warc

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// packed compresses s with the writer that open makes.
func packed(t *testing.T, s string, open func(io.Writer) (io.WriteCloser, error)) string {
	t.Helper()
	var b bytes.Buffer
	w, err := open(&b)
	if err == nil {
		_, err = io.WriteString(w, s)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// decoded is the page of a record with its body.
func decoded(r *Record, limit int) (*Page, error) {
	p, err := r.Page()
	if err == nil {
		err = p.Decode(limit)
	}
	return p, err
}

func TestPage(t *testing.T) {
	const body = "<p>Seven boats were lost, the harbour master of Vell said.</p>"
	br := packed(t, body, func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriter(w), nil })
	zs := packed(t, body, func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) })
	zl := packed(t, body, func(w io.Writer) (io.WriteCloser, error) { return zlib.NewWriter(w), nil })
	fl := packed(t, body, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 9) })
	gz := zip(body)
	long := zip(strings.Repeat(body, 100))
	chunked := "10;ext=1\r\n" + body[:16] + "\r\n" + "2E\r\n" + body[16:] + "\r\n0\r\nTrailer: x\r\n\r\n"
	cases := []struct {
		name   string
		answer string
		want   string // of the body; body when empty
		cut    string // a part of why it is cut
		fails  string // a part of the error
	}{
		{name: "plain", answer: answer(body)},
		{name: "line ends of one kind", answer: "HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + body},
		{name: "line ends of both kinds", answer: "HTTP/1.1 200 OK\r\nContent-Type: text/html\n\r\n" + body},
		{name: "no reason phrase", answer: "HTTP/2 200\r\nContent-Type: text/html\r\n\r\n" + body},
		{name: "a line that is no field", answer: answer(body, "what is this")},
		{name: "gzip", answer: answer(gz, "Content-Encoding: gzip")},
		{name: "gzip, undone by the archive", answer: answer(body, "Content-Encoding: gzip")},
		{name: "gzip that the header does not name", answer: answer(gz)},
		{name: "gzip twice, named twice", answer: answer(zip(gz), "Content-Encoding: gzip, gzip")},
		{name: "gzip twice, named once", answer: answer(zip(gz), "Content-Encoding: gzip")},
		{name: "gzip once, named twice", answer: answer(gz, "Content-Encoding: gzip", "Content-Encoding: gzip")},
		{name: "gzip around brotli", answer: answer(zip(br), "Content-Encoding: br, gzip")},
		{name: "brotli", answer: answer(br, "Content-Encoding: br")},
		{name: "brotli, undone by the archive", answer: answer(body, "Content-Encoding: br")},
		{name: "zstd", answer: answer(zs, "Content-Encoding: zstd")},
		{name: "deflate with the header of zlib", answer: answer(zl, "Content-Encoding: deflate")},
		{name: "deflate without", answer: answer(fl, "Content-Encoding: deflate")},
		{name: "deflate, undone by the archive", answer: answer(body, "Content-Encoding: deflate")},
		{name: "an unknown encoding, undone", answer: answer(body, "Content-Encoding: aws-chunked")},
		{name: "an unknown encoding", answer: answer("\x00\x01\x02", "Content-Encoding: compress"), fails: "not known"},
		{name: "gzip in chunks", answer: answer("14\r\n"+gz[:20]+"\r\nfff\r\n"+gz[20:], "Transfer-Encoding: chunked", "Content-Encoding: gzip"), cut: "chunks"},
		{name: "chunks", answer: answer(chunked, "Transfer-Encoding: chunked")},
		{name: "chunks, joined by the archive", answer: answer(body, "Transfer-Encoding: chunked")},
		{name: "a page that begins like a chunk, joined", answer: answer("dead bodies were found", "Transfer-Encoding: chunked"), want: "dead bodies were found"},
		{name: "chunks that break off", answer: answer(chunked[:40], "Transfer-Encoding: chunked"), want: chunked[10:26] + chunked[32:40], cut: "missing"},
		{name: "no last chunk", answer: answer("5\r\n<p>ab\r\n", "Transfer-Encoding: chunked"), want: "<p>ab", cut: "missing"},
		{name: "a damaged chunk", answer: answer("5\r\n<p>ab\r\nzz\r\n", "Transfer-Encoding: chunked"), want: "<p>ab", cut: "damaged"},
		{name: "gzip that breaks off", answer: answer(long[:len(long)-30], "Content-Encoding: gzip"), want: "?", cut: "breaks off"},
		{name: "gzip that is none", answer: answer(gz[:12], "Content-Encoding: gzip"), fails: "damaged"},
		{name: "a bomb", answer: answer(zip(strings.Repeat("x", 1<<20)), "Content-Encoding: gzip"), fails: "too large"},
		{name: "a bomb in a bomb", answer: answer(zip(zip(strings.Repeat("x", 1<<23))), "Content-Encoding: gzip"), fails: "too large"},
		{name: "encoded over and over", answer: answer(body, "Content-Encoding: gzip,gzip,gzip,gzip,gzip"), fails: "5 times over"},
		{name: "too large", answer: answer(strings.Repeat("x", 9000)), fails: "too large"},
		{name: "empty", answer: answer(""), want: "-"},
		{name: "no HTTP", answer: "dns record", fails: "no HTTP"},
		{name: "nothing", answer: "", fails: "no HTTP"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := &Record{Type: "response", Block: []byte(c.answer), Size: int64(len(c.answer))}
			p, err := decoded(r, 8000)
			if c.fails != "" {
				if err == nil || !strings.Contains(err.Error(), c.fails) {
					t.Errorf("error %v, want one of %q", err, c.fails)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			want := c.want
			switch want {
			case "":
				want = body
			case "-":
				want = ""
			case "?":
				want = string(p.Body)
				if len(want) < 200 || !strings.HasPrefix(want, body) {
					t.Errorf("%d bytes survive", len(want))
				}
			}
			if string(p.Body) != want || (p.Cut == "") != (c.cut == "") || !strings.Contains(p.Cut, c.cut) || p.Status != 200 {
				t.Errorf("page %d %q, cut %q\nwant %q, %q", p.Status, p.Body, p.Cut, want, c.cut)
			}
		})
	}
}

func TestCutByTheArchive(t *testing.T) {
	r := &Record{Type: "response", Block: []byte(answer("<p>")), Header: Header{{"WARC-Truncated", "length"}}}
	r.Size = int64(len(r.Block))
	if p, err := decoded(r, 100); err != nil || !strings.Contains(p.Cut, "length") {
		t.Errorf("%+v, %v", p, err)
	}
	r.Size++
	if p, err := decoded(r, 100); !errors.Is(err, ErrTooLarge) || p.ContentType != "text/html" {
		t.Errorf("a block that is not whole: %+v, %v", p, err)
	}
}
