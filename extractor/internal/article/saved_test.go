package article

import (
	"fmt"
	"mime/quotedprintable"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// singleLine is prose on one line a paragraph, for forms that keep the lines of a text.
var paragraphs = []string{
	"The brigade's press officer told reporters that the night had been quiet along the river, apart from one raid, and that the bridge held.",
	"Farther north, engineers cleared the road between the two villages, which had been closed to traffic, and to aid, since the autumn.",
	"Residents who stayed behind described long evenings in cellars, the hum of generators, and the dogs that nobody had come back for.",
}

// archive writes a page as a browser's web archive.
func archive(page string) []byte {
	var body strings.Builder
	w := quotedprintable.NewWriter(&body)
	w.Write([]byte(page))
	w.Close()
	return []byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mill.example/news/quiet-night\r\nSubject: Quiet night\r\n" +
		"Date: Wed, 8 Feb 2023 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x--\"\r\n\r\n\r\n" +
		"----x--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://mill.example/news/quiet-night\r\n\r\n" +
		body.String() + "\r\n----x----\r\n")
}

// TestSavedForms reads one article in the forms in which people keep pages. A date that is later than the moment the
// page was saved stands in those that say when that was, before the true one.
func TestSavedForms(t *testing.T) {
	const head = `<title>Quiet night on the river | The Mill Post</title><meta name="author" content="Ann Miller"><meta property="og:site_name" content="The Mill Post">`
	const late = `<meta property="article:published_time" content="2031-01-01T00:00:00Z"><meta name="date" content="2023-02-07">`
	const menu = `<nav><a href="/">Front page</a> <a href="/w">World</a></nav>`
	body := "<article><h1>Quiet night on the river</h1>" + prose + "</article>"
	text := strings.Join(paragraphs, "\n\n") + "\n"
	tests := []struct {
		name string
		page []byte
	}{
		{"web archive", archive("<!DOCTYPE html><html><head>" + head + late + "</head><body>" + menu + body + "</body></html>")},
		{"SingleFile", []byte("<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://mill.example/news/quiet-night \n saved date: Wed Feb 08 2023 10:15:00 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8>" +
			head + late + `<style>:root{--sf-img-1:url("data:image/png;base64,` + strings.Repeat("iVBORw0KGgo", 4000) + `")}</style><body><img src="data:image/gif;base64,R0lGOD">` + menu + body)},
		{"Save Page WE", []byte("<!DOCTYPE html><html><head>" + head + late + `<meta name="savepage-url" content="https://mill.example/news/quiet-night"><meta name="savepage-date" content="Wed Feb 08 2023 10:15:00 GMT+0100 (CET)">` + "</head><body>" + menu + body)},
		{"monolith", []byte("<!-- Saved from https://mill.example/news/quiet-night at 2023-02-08T09:00:00Z using monolith v2.8.1 --><!DOCTYPE html><html><head>" + head + late + "</head><body>" + menu + body)},
		{"HTTrack", []byte("<!DOCTYPE html><html><head>" + head + late + "</head><!-- Mirrored from mill.example/news/quiet-night by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 08 Feb 2023 09:00:00 GMT --><body>" + menu + body)},
		{"Save as of a browser", []byte("<!DOCTYPE html>\n<!-- saved from url=(0040)https://mill.example/news/quiet-night -->\n<html><head>" + head + `<meta name="date" content="2023-02-07"></head><body>` + menu + body)},
		{"AMP", []byte(`<!doctype html><html ⚡ lang=en><head><meta charset="utf-8">` + head + `<link rel="canonical" href="https://mill.example/news/quiet-night"><script async src="https://cdn.ampproject.org/v0.js"></script>
			<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Quiet night on the river","datePublished":"2023-02-07T08:00:00Z","author":{"@type":"Person","name":"Ann Miller"},"publisher":{"name":"The Mill Post"}}</script></head>
			<body><amp-sidebar id="side" layout="nodisplay"><ul><li><a href="/">Front page of the whole newspaper, with all its sections</a></li></ul></amp-sidebar><amp-consent id="c"><p>We and our 914 partners store and read information on your device, and you may change your mind at any time.</p></amp-consent>
			<article><h1>Quiet night on the river</h1><amp-img src="a.jpg" width="1" height="1"></amp-img>` + prose + `<amp-ad width="300" height="250" type="x"><div placeholder>Your advertisement could have been standing here all of this week.</div></amp-ad></article>
			<amp-user-notification id="n">This site uses a number of small files to remember who you are.<button>OK</button></amp-user-notification></body></html>`)},
		{"print view", []byte("<html><head>" + head + `</head><body onload="window.print()"><table width="640"><tr><td><img src="logo.gif"></td></tr><tr><td><b><font size="5">Quiet night on the river</font></b><br>By Ann Miller<br>February 7, 2023<br><br>` +
			strings.Join(paragraphs, "<br><br>") + `<br><br><hr>Source URL: https://mill.example/news/quiet-night<br>Copyright © 2023 The Mill Post. All rights reserved.</td></tr></table><a href="javascript:window.close()">Close window</a></body></html>`)},
		{"Firefox reader view", []byte(`<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><title>Quiet night on the river</title></head><body class="light sans-serif loaded"><div class="container"><div class="header reader-header reader-show-element" dir="ltr">
			<a class="domain reader-domain" href="https://mill.example/news/quiet-night">mill.example</a><div class="domain-border"></div><h1 class="reader-title">Quiet night on the river</h1><div class="credits reader-credits">Ann Miller</div>
			<div class="meta-data"><div class="reader-estimated-time">3-4 minutes</div></div></div><hr><div class="content"><div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page"><div><p>February 7, 2023</p>` + prose + `</div></div></div></div></div></body></html>`)},
		{"Safari reader", []byte(`<html><head><title>Quiet night on the river</title></head><body><div id="article" role="article"><div class="page" style="display: block;"><h1 class="title">Quiet night on the river</h1><div class="metadata singleline"><time datetime="2023-02-07">7 Feb 2023</time><a class="byline" href="https://mill.example/ann">Ann Miller</a></div>` + prose + `</div></div></body></html>`)},
		{"Markdown of a reader", []byte("Title: Quiet night on the river\n\nURL Source: https://mill.example/news/quiet-night\n\nPublished Time: 2023-02-07T08:00:00Z\n\nAuthor: Ann Miller\n\nMarkdown Content:\n# Quiet night on the river\n\n![a](https://mill.example/a.jpg)\n\n" +
			strings.Replace(text, "the night", "[the night](https://mill.example/n)", 1))},
		{"plain text", []byte("Quiet night on the river\nBy Ann Miller\nFebruary 7, 2023\nhttps://mill.example/news/quiet-night\n\n" + text)},
	}
	want := []string{"headline: Quiet night on the river", "body: " + paragraphs[0], "body: " + paragraphs[1], "body: " + paragraphs[2]}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			read := FromHTML
			if !strings.Contains(string(tt.page[:20]), "<") && tt.name != "web archive" {
				read = FromText
			}
			a, failed := read(tt.page, Hints{})
			if failed != nil {
				t.Fatal(failed)
			}
			if diff := cmp.Diff(want, lines(a)); diff != "" {
				t.Errorf("text, -want +got\n%s", diff)
			}
			// HTTrack drops the scheme, Safari the whole address.
			address := strings.Replace(a.URL, "http:", "https:", 1)
			if tt.name == "Safari reader" {
				address = "https://mill.example/news/quiet-night"
			}
			got := fmt.Sprintf("%s %s %s", a.Published, a.Author, address)
			if want := "2023-02-07 Ann Miller https://mill.example/news/quiet-night"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if len(a.Warnings) > 0 {
				t.Errorf("warnings %v", a.Warnings)
			}
		})
	}
}

func TestDamagedArchive(t *testing.T) {
	whole := archive("<!DOCTYPE html><html><head><title>x</title></head><body><article>" + prose + prose + "</article></body></html>")
	a, failed := FromHTML(whole[:len(whole)-400], Hints{})
	if failed != nil {
		t.Fatal(failed)
	}
	if len(a.Warnings) != 1 || a.Warnings[0].Kind != "text_incomplete" || !strings.Contains(a.Text, "bridge held") {
		t.Errorf("%q %v", a.Text, a.Warnings)
	}
	if _, failed := FromHTML([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: image/png\n\nx\n--q--\n"), Hints{}); failed == nil || failed.Kind != "no_article" {
		t.Errorf("pictures alone: %v", failed)
	}
	if _, failed := FromHTML(archive(string(whole)), Hints{}); failed == nil || failed.Kind != "no_article" {
		t.Errorf("archive in archive: %v", failed)
	}
}

func TestUnarchived(t *testing.T) {
	saved := time.Date(2023, 2, 8, 9, 0, 0, 0, time.UTC)
	for in, want := range map[string]struct {
		address string
		saved   time.Time
	}{
		"https://web.archive.org/web/20230208090000/https://mill.example/a":   {"https://mill.example/a", saved},
		"http://web.archive.org/web/20230208090000id_/http://mill.example/a":  {"http://mill.example/a", saved},
		"https://web.archive.org/web/20230208090000if_/https:/mill.example/a": {"https://mill.example/a", saved},
		"https://archive.ph/2023/https://mill.example/a":                      {"https://mill.example/a", time.Time{}},
		"https://mill.example/web/20230208090000/a":                           {"https://mill.example/web/20230208090000/a", time.Time{}},
		"": {},
	} {
		if address, at := unarchived(in); address != want.address || !at.Equal(want.saved) {
			t.Errorf("unarchived(%q) = %q %v", in, address, at)
		}
	}
	a := read(t, page(`<link rel="canonical" href="https://web.archive.org/web/20230208090000/https://mill.example/2023/02/06/a">`, "<article>"+prose+"</article>"),
		Hints{URL: "https://web.archive.org/web/20230208090000/https://mill.example/2023/02/06/a"})
	if a.Published != "2023-02-06" || a.URL != "https://mill.example/2023/02/06/a" {
		t.Errorf("%s %s", a.Published, a.URL)
	}
}
