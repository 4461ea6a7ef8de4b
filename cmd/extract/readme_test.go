package main

import (
	"flag"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"lossclaims/extractor/report"
	"lossclaims/internal/output"
	"lossclaims/patterns"
)

var update = flag.Bool("update", false, "write the output of its commands into README.md")

const readme = "../../README.md"

// consoleBlock is a command in the README and the output that it says the command has.
var consoleBlock = regexp.MustCompile("(?s)```console\n\\$ ([^\n]+)\n(.*?)```\n")

// TestReadmeOutput runs the commands that the README shows with their output.
func TestReadmeOutput(t *testing.T) {
	text := readFile(t, readme)
	fresh := consoleBlock.ReplaceAllStringFunc(text, func(block string) string {
		command := consoleBlock.FindStringSubmatch(block)[1]
		return "```console\n$ " + command + "\n" + shell(t, command) + "```\n"
	})
	if *update {
		if err := os.WriteFile(readme, []byte(fresh), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if fresh != text {
		t.Errorf("README.md shows other output than its commands have: go test ./cmd/extract -run Readme -update")
	}
}

// shell runs a command line in the project's folder.
func shell(t *testing.T, command string) string {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell here")
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", command)
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", command, err)
	}
	return string(out)
}

// TestReadmeNames looks up in the README every name of the output's closed lists, the columns and the subcommands.
func TestReadmeNames(t *testing.T) {
	text := readFile(t, readme)
	names := append(output.Columns(), output.ArticleColumns()...)
	for _, list := range [][]string{report.People, report.Equipment, report.Effects, report.Mods, report.Periods,
		report.AsOfBases, report.Roles, report.Statuses, report.Parts, report.BlockKinds, report.DateBases, output.Formats} {
		names = append(names, list...)
	}
	for _, kind := range report.Kinds {
		names = append(names, kind.Name)
	}
	for _, name := range names {
		if !strings.Contains(text, "`"+name+"`") {
			t.Errorf("README.md does not name `%s`", name)
		}
	}
	for _, cmd := range newRoot().Commands() {
		if !cmd.Hidden && !strings.Contains(text, "`extract "+cmd.Name()) {
			t.Errorf("README.md does not tell of extract %s", cmd.Name())
		}
	}
}

// yamlFile is a pattern file that the README shows.
var yamlFile = regexp.MustCompile(`(?s)cat > mine/(\S+) <<'END'\n(.*?)END\n`)

// TestReadmePatterns loads the pattern files that the README shows.
func TestReadmePatterns(t *testing.T) {
	found := yamlFile.FindAllStringSubmatch(readFile(t, readme), -1)
	if len(found) == 0 {
		t.Fatal("README.md shows no pattern file")
	}
	dir := t.TempDir()
	for _, file := range found {
		if err := os.MkdirAll(dir+"/"+file[1][:strings.LastIndex(file[1], "/")], 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir+"/"+file[1], []byte(file[2]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := patterns.Load(os.DirFS(dir)); err != nil {
		t.Error(err)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
