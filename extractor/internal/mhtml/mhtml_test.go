package mhtml

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"
)

// crlf writes a test file's lines as browsers end them.
func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

const chromium = `From: <Saved by Blink>
Snapshot-Content-Location: https://mill.example/news/quiet-night
Subject: =?utf-8?Q?Quiet=20night?=
Date: Tue, 7 Feb 2023 22:30:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--abc----"


------MultipartBoundary--abc----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://mill.example/news/quiet-night

<!DOCTYPE html><html><body><p class=3D"x">Nueve veh=C3=ADculos quema=
dos.</p></body></html>
------MultipartBoundary--abc----
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ads.example/frame

<p>Buy now</p>
------MultipartBoundary--abc----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://mill.example/a.png

iVBORw0KGgo=
------MultipartBoundary--abc------
`

const page = `<!DOCTYPE html><html><body><p class="x">Nueve vehículos quemados.</p></body></html>`

func TestOpen(t *testing.T) {
	explorer := "From: \"Saved by Windows Internet Explorer 8\"\nSubject: x\nDate: Tue, 7 Feb 2023 22:30:00 +0100\nMIME-Version: 1.0\n" +
		"Content-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--=_x\"\n\nThis is a multi-part message in MIME format.\n\n----=_x\n" +
		"Content-Type: text/html;\n\tcharset=\"windows-1252\"\nContent-Transfer-Encoding: base64\nContent-Location: http://mill.example/a\n\n"
	body64 := base64.StdEncoding.EncodeToString([]byte("<p>Nueve veh\xEDculos.</p>"))
	tests := []struct {
		name, file        string
		body, kind, where string
		saved             string
		cut               bool
	}{
		{"Chromium", crlf(chromium), page, "text/html", "https://mill.example/news/quiet-night", "2023-02-07T22:30:00Z", false},
		{"line feeds alone", chromium, page, "text/html", "https://mill.example/news/quiet-night", "2023-02-07T22:30:00Z", false},
		{"byte order mark and blank lines before it", "\xEF\xBB\xBF\r\n" + crlf(chromium), page, "text/html", "https://mill.example/news/quiet-night", "2023-02-07T22:30:00Z", false},
		{"Internet Explorer, base64", crlf(explorer + body64[:12] + "\n " + body64[12:] + "\n----=_x--\n"), "<p>Nueve veh\xEDculos.</p>", `text/html; charset="windows-1252"`, "http://mill.example/a", "2023-02-07T21:30:00Z", false},
		{"start part that comes second", "MIME-Version: 1.0\nContent-Type: multipart/related; start=\"<b>\"; boundary=q\n\n--q\nContent-Type: text/html\nContent-ID: <a>\n\n<p>Frame.</p>\n--q\nContent-Type: text/html\nContent-ID: <b>\nContent-Location: cid:b\n\n<p>Page.</p>\n--q--\n",
			"<p>Page.</p>", "text/html", "", "", false},
		{"HTML rather than text", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=q\n\n--q\nContent-Type: text/plain\n\nPage.\n--q\nContent-Type: text/html\n\n<p>Page.</p>\n--q--\n--o--\n",
			"<p>Page.</p>", "text/html", "", "", false},
		{"text alone", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: text/plain; charset=utf-8\n\nPage.\n--q--\n",
			"Page.", "text/plain; charset=utf-8", "", "", false},
		{"one part only", "From: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: http://mill.example/a\n\n<p>14=20men</p>\n",
			"<p>14 men</p>\n", "text/html; charset=utf-8", "http://mill.example/a", "", false},
		{"cut in the page", crlf(chromium)[:strings.Index(crlf(chromium), "=ADculos")], `<!DOCTYPE html><html><body><p class="x">Nueve veh` + "\xC3", "text/html", "https://mill.example/news/quiet-night", "2023-02-07T22:30:00Z", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !Is([]byte(tt.file)) {
				t.Fatal("not recognised")
			}
			got, err := Open([]byte(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			saved := ""
			if !got.Saved.IsZero() {
				saved = got.Saved.UTC().Format(time.RFC3339)
			}
			if tt.cut != got.Cut || string(got.Body) != tt.body {
				t.Errorf("body %q cut %v, want %q %v", got.Body, got.Cut, tt.body, tt.cut)
			}
			if got.ContentType != tt.kind || got.URL != tt.where || saved != tt.saved {
				t.Errorf("got %q %q %s, want %q %q %s", got.ContentType, got.URL, saved, tt.kind, tt.where, tt.saved)
			}
			if got.Plain() != strings.HasPrefix(tt.kind, "text/plain") {
				t.Errorf("plain: %v", got.Plain())
			}
		})
	}
}

func TestIsNot(t *testing.T) {
	for _, s := range []string{
		"", "<html><body>MIME-Version: 1.0\n\n", "Date: 2023-02-07\n\nNine trucks were lost.", "MIME-Version: 1.0\n\nNine trucks were lost.",
		"Kyiv: the column burned\nContent-Type: text/html\n\nNine.", "Nine trucks burned.\nMIME-Version: 1.0\nContent-Type: text/html\n\nx",
	} {
		if Is([]byte(s)) {
			t.Errorf("%q is no web archive", s)
		}
	}
}

func TestOpenFails(t *testing.T) {
	for name, file := range map[string]string{
		"pictures only": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: image/png\n\nx\n--q--\n",
		"no boundary":   "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--q\nContent-Type: text/html\n\nx\n--q--\n",
		"empty page":    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: text/html\n\n\n--q--\n",
	} {
		if p, err := Open([]byte(file)); !errors.Is(err, ErrNoPage) {
			t.Errorf("%s: %q %v", name, p.Body, err)
		}
	}
	if _, err := Open([]byte("no header at all")); err == nil {
		t.Error("opened a file without a header")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(crlf(chromium)))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/x; boundary=a\n\n--a\nContent-Type: multipart/x; boundary=b\n\n--b\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		p, err := Open(file)
		if err == nil && len(p.Body) == 0 {
			t.Error("a page without bytes")
		}
	})
}
