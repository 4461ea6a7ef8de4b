package output

import (
	"os"
	"path/filepath"
	"strings"
)

// extensions are the formats that the endings of file names stand for.
var extensions = map[string]string{".txt": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv",
	".parquet": "parquet", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite"}

// FormatOf is the format that the ending of a file's name says, before .gz or .zst; "" when it says none.
func FormatOf(name string) string {
	stem, _ := cutCompression(name)
	return extensions[strings.ToLower(filepath.Ext(stem))]
}

// IsFolder reports whether a name of an output means a folder: one that is there, or one that ends in a slash.
func IsFolder(name string) bool {
	if strings.HasSuffix(name, string(filepath.Separator)) || strings.HasSuffix(name, "/") {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// cutCompression cuts .gz or .zst off a name and returns both parts.
func cutCompression(name string) (stem, ending string) {
	switch ext := filepath.Ext(name); strings.ToLower(ext) {
	case ".gz", ".zst":
		return strings.TrimSuffix(name, ext), ext
	}
	return name, ""
}

// tables reports whether a format keeps articles apart from claims, in a second file.
func tables(format string) bool { return format == "csv" || format == "tsv" || format == "parquet" }

// fileNames are the files of an output in a format: the one of the claims or of whole reports and, where there is a
// second table, the one of the articles. A folder gets files of fixed names.
func fileNames(name, format string) []string {
	if IsFolder(name) {
		base := "reports"
		if tables(format) || format == "sqlite" {
			base = "claims"
		}
		ending := "." + format
		if format == "text" {
			ending = ".txt"
		}
		files := []string{filepath.Join(name, base+ending)}
		if tables(format) {
			files = append(files, filepath.Join(name, "articles"+ending))
		}
		return files
	}
	if !tables(format) {
		return []string{name}
	}
	stem, compression := cutCompression(name)
	ext := filepath.Ext(stem)
	return []string{name, strings.TrimSuffix(stem, ext) + ".articles" + ext + compression}
}
