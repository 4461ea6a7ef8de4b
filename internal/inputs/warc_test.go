package inputs

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// gz compresses each part into a gzip member of its own.
func gz(parts ...string) []byte {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		z.Write([]byte(p))
		z.Close()
	}
	return b.Bytes()
}

// rec is a record of a web archive.
func rec(kind, uri, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2023-02-07T08:00:00Z\r\n"+
		"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, len(block), block)
}

// got is the record of an HTTP answer.
func got(path, status, contentType, body string) string {
	head := "HTTP/1.1 " + status + "\r\n"
	if contentType != "" {
		head += "Content-Type: " + contentType + "\r\n"
	}
	return rec("response", "https://mill.example/"+path, head+"\r\n"+body)
}

func TestWARC(t *testing.T) {
	tree(t)
	first := got("a", "200 OK", "text/html; charset=utf-8", "<p>a")
	parts := []string{
		first, rec("request", "https://mill.example/a", "GET / HTTP/1.1\r\n\r\n"), rec("revisit", "https://mill.example/r", "HTTP/1.1 200 OK\r\n\r\n"),
		got("pic", "200 OK", "image/png", "\x89PNG"), got("gone", "404 Not Found", "text/html", "<p>gone"),
		got("robots.txt", "200 OK", "text/plain", "User-agent: *"), got("untyped", "200 OK", "", "<html>u"), got("bytes", "200 OK", "application/octet-stream", "\x00\x01"),
		got("plain", "200 OK", "text/plain", "In words"), got("large", "200 OK", "text/html", strings.Repeat("x", 3000)),
		rec("resource", "https://mill.example/res", "<p>res"), got("zip", "200 OK", "text/html\r\nContent-Encoding: compress", "\x00\x01"),
		"WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n", rec("response", "dns:mill.example", "20230207 10.0.0.1"), rec("response", "https://mill.example/x", "no HTTP"),
	}
	var offsets []int
	for at := 0; len(offsets) < len(parts); at += len(gz(parts[len(offsets)-1])) {
		offsets = append(offsets, at)
	}
	write(t, "x.warc.gz", gz(parts...))
	passed := map[string]int{}
	items, empties := list(t, Options{Paths: []string{"x.warc.gz"}, MaxBytes: 2000, Passed: func(what string) { passed[what]++ }})
	want := []string{
		fmt.Sprintf("x.warc.gz!1@%d html", offsets[0]),
		fmt.Sprintf("x.warc.gz!7@%d html", offsets[6]),
		fmt.Sprintf("x.warc.gz!9@%d text", offsets[8]),
		fmt.Sprintf("x.warc.gz!10@%d: too_large: larger than 2000 bytes: cut it into articles", offsets[9]),
		fmt.Sprintf("x.warc.gz!11@%d html", offsets[10]),
		fmt.Sprintf("x.warc.gz!12@%d: bad_record: the page is encoded as \"compress\", which is not known here", offsets[11]),
		fmt.Sprintf("x.warc.gz!13@%d: bad_record: its header has no Content-Length", offsets[12]),
		fmt.Sprintf("x.warc.gz!15@%d: bad_record: the record holds no HTTP answer", offsets[14]),
	}
	if !slices.Equal(items, want) || empties != nil {
		t.Errorf("got  %q\nwant %q", items, want)
	}
	if fmt.Sprint(passed) != "map[answer 404:1 application/octet-stream without a type:1 file for programs:1 image/png:1 record without a page:1 request record:1 revisit record:1]" {
		t.Errorf("passed over: %v", passed)
	}
}

func TestWARCContent(t *testing.T) {
	tree(t)
	write(t, "x.warc", []byte(got("a", "200 OK", "text/html; charset=latin1", "<p>a")))
	for item := range Stream(Options{Paths: []string{"x.warc"}}) {
		c, err := item.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if c.URL != "https://mill.example/a" || c.ContentType != "text/html; charset=latin1" || c.Captured != "2023-02-07" || string(c.Data) != "<p>a" {
			t.Errorf("%+v", c)
		}
	}
	filter, err := NewFilter([]string{"mill.example/b*"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if items, empties := list(t, Options{Paths: []string{"x.warc"}, URLs: filter}); len(items) != 0 || len(empties) != 1 {
		t.Errorf("unwanted URLs: %q, %q", items, empties)
	}
}

func TestNestedArchives(t *testing.T) {
	tree(t)
	archive := string(gz(got("a", "200 OK", "text/html", "<p>a"), "junk"))
	second := len(gz(got("a", "200 OK", "text/html", "<p>a")))
	write(t, "x.wacz", zipped(t, "archive/data.warc.gz", archive, "indexes/index.cdx", "", "pages/pages.jsonl", "{}", "inner.zip", "PK"))
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	w.WriteHeader(&tar.Header{Name: "d/data.warc.gz", Size: int64(len(archive)), Mode: 0o644})
	w.Write([]byte(archive))
	w.Close()
	write(t, "y.tar.gz", gz(b.String()))
	items, _ := list(t, Options{Paths: []string{"."}})
	want := []string{
		"x.wacz!archive/data.warc.gz!1@0 html",
		fmt.Sprintf("x.wacz!archive/data.warc.gz!2@%d: bad_record: bytes that are no record", second),
		items[2],
		"y.tar.gz!d/data.warc.gz!1@0 html",
		fmt.Sprintf("y.tar.gz!d/data.warc.gz!2@%d: bad_record: bytes that are no record", second),
	}
	if !slices.Equal(items, want) || !strings.HasPrefix(items[2], "x.wacz!inner.zip@") || !strings.HasSuffix(items[2], "an archive inside another: unpack the outer one") {
		t.Errorf("got  %q\nwant %q", items, want)
	}
}

func TestLastDay(t *testing.T) {
	for in, want := range map[string]string{"2023-02-07T09:59:00Z": "2023-02-07", "2023-02-07T10:00:00Z": "2023-02-08", "2023-02-07T23:00:00-12:00": "2023-02-09"} {
		at, err := time.Parse(time.RFC3339, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := LastDay(at); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	if LastDay(time.Time{}) != "" {
		t.Error("no time has a day")
	}
}

func TestFilter(t *testing.T) {
	cases := []struct {
		include, exclude []string
		url              string
		want             bool
	}{
		{nil, nil, "", true},
		{nil, nil, "https://mill.example/", true},
		{[]string{"mill.example/*"}, nil, "https://mill.example/a?b=c", true},
		{[]string{"mill.example/*"}, nil, "https://www.mill.example/a", false},
		{[]string{"*mill.example/*"}, nil, "https://www.MILL.example/a", true},
		{[]string{"https://mill.example/*"}, nil, "http://mill.example/a", false},
		{[]string{"mill.example/news/*"}, nil, "https://other.example/?u=mill.example/news/", false},
		{[]string{"mill.example/*"}, nil, "", false},
		{[]string{"*.example/*"}, []string{"*/sport/*"}, "https://mill.example/sport/a", false},
		{nil, []string{"*/sport/*"}, "https://mill.example/news/a", true},
		{nil, []string{"*"}, "", true},
		{[]string{"mill.example/a.html"}, nil, "https://mill.example/aXhtml", false},
	}
	for _, c := range cases {
		f, err := NewFilter(c.include, c.exclude)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Wants(c.url); got != c.want {
			t.Errorf("include %q, exclude %q, %q: %v", c.include, c.exclude, c.url, got)
		}
	}
	if _, err := NewFilter([]string{" "}, nil); err == nil {
		t.Error("an empty pattern passes")
	}
}

func TestLines(t *testing.T) {
	in := `{"url":"https://mill.example/a","html":"<p>a","published":"2023-02-07"}` + "\nnonsense\n" + `{"text":"words"}` + "\n" + `{"text":"too many words"}`
	var items []string
	for item := range Lines("-", strings.NewReader(in), 10) {
		if item.Order != len(items) {
			t.Errorf("%s has the order %d", item.Input, item.Order)
		}
		items = append(items, word(t, item))
		if c, err := item.Load(t.Context()); item.Order == 0 && (err != nil || c.URL != "https://mill.example/a" || c.Published != "2023-02-07") {
			t.Errorf("%+v, %v", c, err)
		}
	}
	want := []string{"-!1@0 html", "-!2@72: bad_record: the line is no JSON: invalid character 'o' in literal null (expecting 'u') at byte 2",
		"-!3@81 text", "-!4@98: too_large: larger than 10 bytes: cut it into articles"}
	if !slices.Equal(items, want) {
		t.Errorf("got %q", items)
	}
}

func TestKey(t *testing.T) {
	a := Content{Data: []byte("x"), Kind: HTML, URL: "https://mill.example/a"}
	b := a
	b.URL = "https://mill.example/b"
	if a.Key() != b.Key() || a.Sum() != b.Sum() {
		t.Error("the address makes a copy another article")
	}
	b.Published = "2023-02-07"
	if a.Key() == b.Key() || a.Sum() != b.Sum() {
		t.Error("the date makes no difference")
	}
}
