package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

// pack is the script command `pack ARCHIVE FILE…`: it packs files into an archive of the kind that its name says. In a web
// archive, the pages come from https://FILE and were saved on 7 February 2023.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 1 {
		ts.Fatalf("usage: pack ARCHIVE FILE…")
	}
	var b bytes.Buffer
	var err error
	switch name, files := args[0], args[1:]; {
	case strings.HasSuffix(name, ".zip"), strings.HasSuffix(name, ".wacz"):
		err = packZip(ts, &b, files)
	case strings.HasSuffix(name, ".tar"):
		err = packTar(ts, &b, files)
	case strings.HasSuffix(name, ".tar.gz"):
		z := gzip.NewWriter(&b)
		err = packTar(ts, z, files)
		z.Close()
	case strings.HasSuffix(name, ".tar.zst"):
		z, _ := zstd.NewWriter(&b)
		err = packTar(ts, z, files)
		z.Close()
	case strings.HasSuffix(name, ".warc"), strings.HasSuffix(name, ".warc.gz"):
		for _, f := range files {
			record := warcRecord(f, ts.ReadFile(f))
			if !strings.HasSuffix(name, ".gz") {
				b.WriteString(record)
				continue
			}
			z := gzip.NewWriter(&b)
			io.WriteString(z, record)
			z.Close()
		}
	default:
		ts.Fatalf("pack: what kind of archive is %s?", name)
	}
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// warcRecord is a record of a page; a file that is not called .html is served as an image.
func warcRecord(name, content string) string {
	kind := "text/html; charset=utf-8"
	if filepath.Ext(name) != ".html" {
		kind = "image/png"
	}
	block := "HTTP/1.1 200 OK\r\nContent-Type: " + kind + "\r\n\r\n" + content
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://%s\r\nWARC-Date: 2023-02-07T09:00:00Z\r\n"+
		"Content-Length: %d\r\n\r\n%s\r\n\r\n", name, len(block), block)
}

func packZip(ts *testscript.TestScript, to io.Writer, files []string) error {
	z := zip.NewWriter(to)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f, Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, ts.ReadFile(f)); err != nil {
			return err
		}
	}
	return z.Close()
}

func packTar(ts *testscript.TestScript, to io.Writer, files []string) error {
	w := tar.NewWriter(to)
	for _, f := range files {
		content := ts.ReadFile(f)
		if err := w.WriteHeader(&tar.Header{Name: f, Size: int64(len(content)), Mode: 0o644}); err != nil {
			return err
		}
		if _, err := io.WriteString(w, content); err != nil {
			return err
		}
	}
	return w.Close()
}
