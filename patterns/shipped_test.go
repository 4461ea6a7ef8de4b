package patterns

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/dlclark/regexp2/v2"
	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// shipped gives the embedded tree; what could be read is tested even when a file is broken.
func shipped() *Set {
	s, _ := Load()
	return s
}

// TestShippedLoads shows every fault of the shipped files.
func TestShippedLoads(t *testing.T) {
	if _, err := Load(); err != nil {
		t.Errorf("the shipped patterns do not load:\n%v", err)
	}
}

// TestShipped runs the examples of every shipped rule, a subtest a rule.
func TestShipped(t *testing.T) {
	s := shipped()
	for _, code := range s.Languages() {
		t.Run(code, func(t *testing.T) {
			for _, r := range s.Language(code).Rules() {
				t.Run(strings.ReplaceAll(r.ID, "/", ":"), func(t *testing.T) {
					for _, f := range TestRule(r) {
						t.Error(f)
					}
				})
			}
		})
	}
}

// exampleTexts gives every text beside the rules of a language.
func exampleTexts(l *Language) []string {
	var out []string
	for _, r := range l.Rules() {
		for _, list := range [][]Example{r.Examples, r.Not, r.Todo} {
			for _, e := range list {
				out = append(out, e.Text)
			}
		}
	}
	return out
}

// TestUngated lists the rules whose regex runs on every sentence. Each costs more than hundreds of gated ones:
// give it a `gate`, or make part of it mandatory.
func TestUngated(t *testing.T) {
	s := shipped()
	for _, code := range s.Languages() {
		for _, r := range s.Language(code).Rules() {
			if r.Ungated() {
				t.Logf("%s:%d: %s has no gate", r.File, r.Line, r.ID)
			}
		}
	}
}

// TestShortCutsAgreeWithRegex matches every shipped rule over every shipped example the plain way, too: word
// trie, gates, beginnings and look-arounds by themselves may save time, and nothing else.
func TestShortCutsAgreeWithRegex(t *testing.T) {
	s := shipped()
	for _, code := range s.Languages() {
		l := s.Language(code)
		texts := exampleTexts(l)
		for _, r := range l.Rules() {
			if r.TableName() != "" && r.NotBefore != "" { // a regex would fall back on a shorter word
				continue
			}
			re, err := regexp2.Compile(r.Expanded())
			if err != nil {
				t.Errorf("%s: %v", r.ID, err)
				continue
			}
			rt := &ruleTest{rule: r, alone: newMatcher([]*Rule{r})}
			for _, text := range texts {
				in := Fold([]rune(text))
				if r.Case {
					in = []rune(text)
				}
				want, err := re.FindAllRunesIndex(in, -1)
				if err != nil {
					t.Fatal(err)
				}
				var got [][]int
				for _, m := range rt.find(text, len(r.Gate) == 0) {
					got = append(got, []int{m.Start, m.End})
				}
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("%s in %q: %v, plainly %v", r.ID, text, got, want)
				}
			}
		}
	}
}

// TestSchema holds the published schema against the shipped files.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(embedded, "*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		src, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(schema, src); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{"kinds: loss", "rules: [{name: A}]", "tables: {A: {}}", "states: [{code: x, names: {}}]",
		"rules: [{name: a, pattern: b, todo: [{text: a, match: a}]}]"} {
		if validate(schema, []byte(bad)) == nil {
			t.Errorf("the schema lets %s pass", bad)
		}
	}
}

// validate holds one YAML file against the schema, by way of JSON.
func validate(schema *jsonschema.Schema, src []byte) error {
	js, err := yaml.YAMLToJSON(src)
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(js))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}
