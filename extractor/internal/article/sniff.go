package article

import (
	"bytes"
	"strings"

	"lossclaims/extractor/report"
)

// magics are the first bytes of files that people feed to the tool by mistake, with what to do about it.
var magics = []struct{ prefix, what, advice string }{
	{"%PDF-", "a PDF", "extract its text first (pdftotext) and pass that as plain text"},
	{"\x89PNG", "a PNG image", "pass the article's page instead"},
	{"\xFF\xD8\xFF", "a JPEG image", "pass the article's page instead"},
	{"GIF8", "a GIF image", "pass the article's page instead"},
	{"RIFF", "an image or sound file", "pass the article's page instead"},
	{"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as HTML or plain text"},
	{"\x1F\x8B", "gzip-compressed", "decompress it first (gunzip)"},
	{"BZh", "bzip2-compressed", "decompress it first (bunzip2)"},
	{"\x28\xB5\x2F\xFD", "zstd-compressed", "decompress it first (unzstd)"},
	{"\xFD7zXZ", "xz-compressed", "decompress it first (unxz)"},
	{"\xD0\xCF\x11\xE0", "an old office document", "save it as HTML or plain text"},
	{"{\\rtf", "an RTF document", "save it as HTML or plain text"},
	{"\x7FELF", "a program", "pass the article's page instead"},
	{"SQLite format 3", "a database", "pass the article's page instead"},
}

// refuse says why page cannot be HTML or text, or returns nil.
func refuse(page []byte, contentType string) *report.Notice {
	trimmed := bytes.TrimLeft(page, " \t\r\n")
	if len(trimmed) == 0 {
		return noArticle("the input is empty")
	}
	for _, m := range magics {
		if bytes.HasPrefix(trimmed, []byte(m.prefix)) {
			return notHTML("the input is " + m.what + "; " + m.advice)
		}
	}
	if isBinary(page) {
		return notHTML("the input is binary data, neither a page nor text; pass the article's page as saved by a browser")
	}
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	switch kind = strings.TrimSpace(kind); {
	case strings.HasPrefix(kind, "image/"), strings.HasPrefix(kind, "audio/"), strings.HasPrefix(kind, "video/"),
		kind == "application/pdf", kind == "application/zip":
		if !bytes.Contains(bytes.ToLower(trimmed[:min(len(trimmed), 1024)]), []byte("<html")) {
			return notHTML("the server calls the input " + kind + "; pass the article's page instead")
		}
	}
	return nil
}

func notHTML(message string) *report.Notice {
	return &report.Notice{Kind: "not_html", Message: message}
}

// isBinary tells control bytes that no text has from text, leaving UTF-16 and UTF-32, whose letters have zero bytes, alone.
func isBinary(page []byte) bool {
	sample := page[:min(len(page), 8192)]
	var control, zero int
	for _, b := range sample {
		switch {
		case b == 0:
			zero++
		case b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B || b == 0x7F:
			control++
		}
	}
	return control*20 > len(sample) || zero > 0 && control > 0 && control*100 > len(sample)
}
