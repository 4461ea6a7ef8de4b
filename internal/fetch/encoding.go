package fetch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// acceptEncoding is what the server is told of the compressions that decoded undoes.
const acceptEncoding = "gzip, deflate, br, zstd"

// maxWindow bounds the memory that a zstd page can make its decoder take: what browsers allow.
const maxWindow = 8 << 20

// chunk is how much of a page is read at once. A page is gathered chunk by chunk: a buffer that grows as it fills
// would hold the page several times.
const chunk = 256 << 10

var (
	errTooLarge = errors.New("larger than wanted")
	errDamaged  = errors.New("damaged compression")
)

// encodingError is a compression that is not known, or several in a row, as only bombs have them.
type encodingError struct{ name string }

func (e *encodingError) Error() string { return fmt.Sprintf("unknown compression %q", e.name) }

// content reads a response to its end, decompressed, and no further than limit.
func content(resp *http.Response, limit int) ([]byte, error) {
	w := &wire{r: resp.Body, left: limit}
	out, err := decompressed(resp.Header.Get("Content-Encoding"), w, limit)
	switch {
	case err == nil:
		return out, nil
	case w.err != nil:
		return nil, w.err
	}
	return nil, err
}

// decompressed undoes an encoding. Its errors are those of the compression.
func decompressed(encoding string, w *wire, limit int) ([]byte, error) {
	r, err := decoder(strings.ToLower(strings.TrimSpace(encoding)), bufio.NewReader(w))
	if err == io.EOF { // nothing at all, whatever it is called
		return nil, nil
	}
	if err == nil {
		defer r.Close()
		var out []byte
		if out, err = readAll(r, limit); err == nil {
			return out, nil
		}
	}
	var unknown *encodingError
	switch {
	case errors.Is(err, errTooLarge), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &unknown):
		return nil, err
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return nil, errTooLarge
	}
	return nil, errDamaged // the library's own words may hold bytes of the page
}

// decoder undoes one encoding of HTTP.
func decoder(encoding string, r *bufio.Reader) (io.ReadCloser, error) {
	switch encoding {
	case "", "identity":
		return io.NopCloser(r), nil
	case "gzip", "x-gzip":
		return gzip.NewReader(r)
	case "deflate":
		return inflater(r)
	case "br":
		return io.NopCloser(brotli.NewReader(r)), nil
	case "zstd":
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return nil, &encodingError{encoding}
}

// inflater undoes deflate, which servers send with the header of zlib, as they should, and without.
func inflater(r *bufio.Reader) (io.ReadCloser, error) {
	head, err := r.Peek(2)
	if err != nil {
		return nil, err
	}
	if head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(r)
	}
	return flate.NewReader(r), nil
}

// readAll reads to the end, or to errTooLarge.
func readAll(r io.Reader, limit int) ([]byte, error) {
	var chunks [][]byte
	for size := 0; ; {
		part := make([]byte, chunk)
		n, err := fill(r, part)
		chunks = append(chunks, part[:n])
		switch size += n; {
		case size > limit:
			return nil, errTooLarge
		case err == io.EOF:
			return slices.Concat(chunks...), nil
		case err != nil:
			return nil, err
		}
	}
}

// fill reads until into is full or something ends it. Unlike io.ReadFull it leaves the error as it is.
func fill(r io.Reader, into []byte) (n int, err error) {
	for n < len(into) && err == nil {
		var m int
		m, err = r.Read(into[n:])
		n += m
	}
	return n, err
}

// wire reads what the server sends, and keeps what went wrong with the sending apart from what is wrong with the
// compression. It ends after left bytes: a compressed stream can go on for ever and hold nothing.
type wire struct {
	r    io.Reader
	left int
	err  error
}

func (w *wire) Read(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.r.Read(p)
	if w.left -= n; w.left < 0 {
		err = errTooLarge
	}
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}
