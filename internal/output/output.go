// Package output prints reports: as a table to read, as JSON, as rows for a spreadsheet, as Parquet files or as an SQLite
// database. What goes to files appears under its names when it is whole, and not at all before.
package output

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"lossclaims/extractor/report"
)

// Formats are the names that New knows.
var Formats = []string{"text", "json", "jsonl", "csv", "tsv", "parquet", "sqlite"}

// Options is how reports are printed.
type Options struct {
	Format string // one of Formats
	Single bool   // json: one object, for a command line that names one article, instead of an array
	Width  int    // text: columns of the terminal, 0 for no limit
	Color  bool   // text: bold and coloured words
}

// Printer prints reports one after the other. Close completes the output; it does not close the file.
type Printer interface {
	Print(r *report.Report) error
	Close() error
}

// newPrinter returns the printer of a format. It prints reports or claims to w and, where the format has a second table,
// articles to articles; nil is to leave them out. A database is written by its path.
func newPrinter(opts Options, w, articles io.Writer, path string) (Printer, error) {
	switch opts.Format {
	case "text":
		return &textPrinter{w: w, opts: opts}, nil
	case "json":
		return &jsonPrinter{w: w, single: opts.Single}, nil
	case "jsonl":
		return jsonlPrinter{w}, nil
	case "csv", "tsv":
		return newRows(opts.Format, w, articles), nil
	case "parquet":
		return newParquet(w, articles), nil
	case "sqlite":
		return newSQLite(path)
	}
	return nil, unknownFormat(opts.Format)
}

func unknownFormat(format string) error {
	return fmt.Errorf("unknown format %q: use one of %s", format, strings.Join(Formats, ", "))
}

type jsonlPrinter struct{ w io.Writer }

func (p jsonlPrinter) Print(r *report.Report) error {
	line, err := Marshal(r, "")
	if err != nil {
		return err
	}
	_, err = p.w.Write(line)
	return err
}

func (p jsonlPrinter) Close() error { return nil }

// jsonPrinter prints an indented array as it goes, so that no more than one report is held.
type jsonPrinter struct {
	w      io.Writer
	single bool
	begun  bool
}

func (p *jsonPrinter) Print(r *report.Report) error {
	data, err := Marshal(r, "  ")
	if err != nil {
		return err
	}
	if !p.single {
		before := "[\n"
		if p.begun {
			before = ",\n"
		}
		data = append([]byte(before), data[:len(data)-1]...)
	}
	p.begun = true
	_, err = p.w.Write(data)
	return err
}

func (p *jsonPrinter) Close() error {
	end := "\n]\n"
	switch {
	case p.single:
		return nil
	case !p.begun:
		end = "[]\n"
	}
	_, err := io.WriteString(p.w, end)
	return err
}

// Marshal is the JSON of a value with a line end after it: on one line, or indented by indent. Letters and signs stay
// as they are, control characters that a terminal would obey are escaped.
func Marshal(v any, indent string) ([]byte, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return []byte(escapeControls(b.String())), nil
}

// escapeControls writes DEL and the C1 control characters, which JSON lets stand, as escapes. They occur inside JSON
// strings only.
func escapeControls(s string) string {
	isControl := func(r rune) bool { return r >= 0x7f && r <= 0x9f }
	if !strings.ContainsFunc(s, isControl) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isControl(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
