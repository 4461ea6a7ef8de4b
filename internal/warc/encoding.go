package warc

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

var zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD}

// encodingOf tells an encoding by the first bytes of a body, "" when there is none that can be told so.
func encodingOf(body []byte) string {
	switch {
	case bytes.HasPrefix(body, gzipMagic):
		return "gzip"
	case bytes.HasPrefix(body, zstdMagic):
		return "zstd"
	}
	return ""
}

// undo undoes one encoding. Bytes that are readable as they are, or not encoded so, stay what they are: the archive has
// undone the encoding and kept the header. What breaks off in the middle is kept as far as it goes.
func (p *Page) undo(kind string, body []byte, limit int) ([]byte, error) {
	if len(body) == 0 || kind == "identity" || kind == "none" {
		return body, nil
	}
	r, err := opener(kind, body)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return body, nil
	}
	defer r.Close()
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case len(out) > limit:
		return nil, ErrTooLarge
	case err == nil:
		return out, nil
	case len(out) > 0 && (kind != "br" && kind != "deflate" || !readable(body)):
		p.Cut = "its " + kind + " encoding is damaged or breaks off"
		return out, nil
	case readable(body):
		return body, nil
	}
	return nil, fmt.Errorf("the page's %s encoding is damaged", kind)
}

// opener is a reader that undoes an encoding of body; nil where body is not encoded so.
func opener(kind string, body []byte) (io.ReadCloser, error) {
	switch kind {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, gzipMagic) {
			return nil, nil
		}
		r, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, fmt.Errorf("the page's gzip encoding is damaged")
		}
		return r, nil
	case "zstd":
		if !bytes.HasPrefix(body, zstdMagic) {
			return nil, nil
		}
		r, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20))
		if err != nil {
			return nil, fmt.Errorf("the page's zstd encoding is damaged")
		}
		return r.IOReadCloser(), nil
	case "deflate":
		return inflater(body), nil
	case "br":
		if readable(body) {
			return nil, nil
		}
		return io.NopCloser(brotli.NewReader(bytes.NewReader(body))), nil
	}
	if readable(body) {
		return nil, nil
	}
	return nil, fmt.Errorf("the page is encoded as %q, which is not known here", kind)
}

// inflater undoes deflate, which servers send with the header of zlib and without.
func inflater(body []byte) io.ReadCloser {
	if readable(body) {
		return nil
	}
	if r, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
		return r
	}
	return flate.NewReader(bytes.NewReader(body))
}

// readable reports whether bytes are text as they are.
func readable(body []byte) bool {
	return strings.HasPrefix(http.DetectContentType(body), "text/")
}
