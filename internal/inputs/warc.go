package inputs

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"

	"lossclaims/internal/archives"
	"lossclaims/internal/warc"
)

// warc yields the pages of a web archive on disk; it returns false when the reader wants no more.
func (w *walker) warc(path string) bool {
	defer w.pass(path)
	if w.archives = true; w.names {
		return w.yield(Item{Input: path})
	}
	file, err := os.Open(path)
	if err != nil {
		return w.yield(failing(path, unreadable(err, 0)))
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return w.yield(failing(path, unreadable(err, 0)))
	}
	return w.records(path, file, info.Size(), func(offset int64) { w.inside = offset })
}

// nestedWARC yields the pages of a web archive inside another archive.
func (w *walker) nestedWARC(name string, m archives.Member) bool {
	file, done, err := m.Random()
	if err != nil {
		return w.yield(failing(name, badMember(err)))
	}
	defer done()
	return w.records(name, file, file.Size(), func(int64) {})
}

// records yields the pages of a web archive, and an error for each damaged record; at is told where each begins.
func (w *walker) records(archive string, file io.ReaderAt, size int64, at func(offset int64)) bool {
	// A block may be compressed, so that an article of the largest size needs no more; its HTTP header does.
	r := warc.NewReader(file, size, warc.Options{MaxBlock: w.limit() + 1<<20})
	for {
		rec, err := r.Next()
		var damage *warc.Damage
		switch {
		case err == io.EOF:
			return true
		case errors.As(err, &damage):
			at(damage.Place.Offset)
			name := fmt.Sprintf("%s!%d@%s", archive, damage.Number, damage.Place)
			kind := "bad_record"
			if damage.TooLarge {
				kind = "too_large"
			}
			if !w.yield(failing(name, fault(kind, "%s", damage.Reason))) {
				return false
			}
		case err != nil:
			return w.yield(failing(archive, unreadable(err, 0)))
		default:
			at(rec.Place.Offset)
			if !w.record(fmt.Sprintf("%s!%d@%s", archive, rec.Number, rec.Place), rec) {
				return false
			}
		}
	}
}

// record yields the page of a record, if it holds one that is wanted.
func (w *walker) record(name string, rec *warc.Record) bool {
	if !rec.HasPage() {
		w.passed(rec.Type + " record")
		return true
	}
	page, err := rec.Page()
	if err != nil {
		if !strings.HasPrefix(rec.URI, "http") { // such as the answers of name servers
			w.passed("record without a page")
			return true
		}
		return w.yield(failing(name, badRecord(err)))
	}
	kind, what := kindOfPage(rec, page)
	switch {
	case what == "" && !w.URLs.Wants(rec.URI):
		what = "URL that is not wanted"
	case what == "":
		err = page.Decode(w.limit())
		if kind == Sniff && err == nil {
			kind, what = sniffPage(page)
		}
	}
	switch {
	case what != "":
		w.passed(what)
		return true
	case errors.Is(err, warc.ErrTooLarge):
		return w.yield(failing(name, tooLarge(w.limit())))
	case err != nil:
		return w.yield(failing(name, badRecord(err)))
	}
	return w.yield(ready(name, &Content{
		Data: page.Body, Kind: kind, URL: rec.URI, ContentType: page.ContentType, Captured: LastDay(rec.Date), Cut: page.Cut,
	}))
}

// kindOfPage tells how a record's page is to be read, or what it is when it is none.
func kindOfPage(rec *warc.Record, p *warc.Page) (kind Kind, what string) {
	media, _, _ := mime.ParseMediaType(p.ContentType)
	switch {
	case p.Status < 200 || p.Status > 299:
		return "", fmt.Sprintf("answer %d", p.Status)
	case media == "text/html", media == "application/xhtml+xml":
		return HTML, ""
	case media == "text/plain" && forPrograms(rec.URI):
		return "", "file for programs"
	case rec.Type == "conversion" && media == "text/plain":
		return Text, ""
	case media == "text/plain", media == "", media == "application/octet-stream":
		return Sniff, ""
	}
	return "", media
}

// forPrograms tells addresses whose plain text is not for people.
func forPrograms(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch name := strings.ToLower(path.Base(u.Path)); path.Ext(name) {
	case ".js", ".mjs", ".css", ".json", ".csv", ".xml", ".svg", ".map", ".vtt", ".srt":
		return true
	case ".txt":
		return name == "robots.txt" || name == "ads.txt" || name == "app-ads.txt" || name == "security.txt" || name == "llms.txt"
	}
	return false
}

// sniffPage tells what a page is whose header leaves it open. Text is only an article where the header calls it text.
func sniffPage(p *warc.Page) (Kind, string) {
	media, _, _ := mime.ParseMediaType(http.DetectContentType(p.Body))
	switch {
	case media == "text/html":
		return HTML, ""
	case media == "text/plain" && strings.HasPrefix(strings.ToLower(p.ContentType), "text/plain"):
		return Text, ""
	}
	return "", media + " without a type"
}

// LastDay is the latest day that it was anywhere at a time, "" for no time. The zone farthest east is 14 hours ahead: no
// article's date, in whatever offset, can lie behind that day.
func LastDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Add(14 * time.Hour).Format(time.DateOnly)
}
