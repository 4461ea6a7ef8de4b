package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"lossclaims/extractor/report"
)

// build is what the toolchain recorded of the program.
type build struct{ version, commit string }

func buildInfo() build {
	b := build{version: "devel", commit: "unknown"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		b.version = v
	}
	dirty := ""
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.commit = setting.Value
		case "vcs.modified":
			if setting.Value == "true" {
				dirty = " (modified)"
			}
		}
	}
	b.commit += dirty
	return b
}

// version is the program's version as a word.
func version() string { return buildInfo().version }

// printVersion tells all that a report depends on but its input.
func printVersion(f *flags) error {
	set, err := f.loadPatterns()
	if err != nil {
		return err
	}
	b := buildInfo()
	return print(fmt.Sprintf("extract %s\ncommit %s\npatterns %s (%s)\nschema %s\n%s\n", b.version, b.commit, set.Hash(),
		strings.Join(set.Languages(), ", "), report.SchemaVersion, runtime.Version()))
}
