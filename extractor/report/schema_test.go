package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"

	"lossclaims/extractor/report"
)

var update = flag.Bool("update", false, "write schema.json anew")

func TestSchemaIsCurrent(t *testing.T) {
	want, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, report.Schema()) {
		t.Error("schema.json is not what the types say: run go test ./extractor/report -update")
	}
}

// generate makes the schema from the types, their comments and the closed lists.
func generate() ([]byte, error) {
	reflector := jsonschema.Reflector{AllowAdditionalProperties: true, Anonymous: true}
	if err := reflector.AddGoComments("lossclaims/extractor/report", "./"); err != nil {
		return nil, err
	}
	root := reflector.Reflect(&report.Report{})
	root.Title = "A report: the loss claims of one article"
	nullable(root, reflect.TypeFor[report.Report](), map[reflect.Type]bool{})
	for path, constrain := range constraints() {
		def, field, _ := strings.Cut(path, ".")
		constrain(core(property(root, def, field)))
	}
	root.Definitions["Quantity"].AllOf = bounds()
	root.Definitions["Report"].AllOf = []*jsonschema.Schema{{
		If:   &jsonschema.Schema{Required: []string{"error"}},
		Then: withProperty("claims", &jsonschema.Schema{MaxItems: new(uint64)}),
	}}
	data, err := json.MarshalIndent(root, "", "  ")
	return append(data, '\n'), err
}

// property is the schema of a field of a definition.
func property(root *jsonschema.Schema, def, field string) *jsonschema.Schema {
	p, ok := root.Definitions[def].Properties.Get(field)
	if !ok {
		panic("no property " + def + "." + field)
	}
	return p
}

// core is the schema of a field's value where it is not null.
func core(s *jsonschema.Schema) *jsonschema.Schema {
	if len(s.OneOf) > 0 {
		return s.OneOf[0]
	}
	return s
}

// nullable lets every pointer field that is always present be null.
func nullable(root *jsonschema.Schema, t reflect.Type, seen map[reflect.Type]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] {
		return
	}
	seen[t] = true
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		nullable(root, f.Type, seen)
		if f.Type.Kind() != reflect.Pointer || options == "omitempty" {
			continue
		}
		p := property(root, t.Name(), name)
		value := *p
		value.Description = ""
		*p = jsonschema.Schema{
			Description: p.Description,
			OneOf:       []*jsonschema.Schema{&value, {Type: "null"}},
		}
	}
}

// The forms of dates: a day, and a day, month or year.
const (
	day        = `^\d{4}-\d{2}-\d{2}$`
	dayOrLess  = `^\d{4}(-\d{2}(-\d{2})?)?$`
	partyCode  = `^(unknown|([A-Z]{3}|[a-z][a-z0-9-]*)(\+([A-Z]{3}|[a-z][a-z0-9-]*))*)$`
	nothingOr  = `^$|`
	hexadecima = `^[0-9a-f]{64}$`
)

// constraints is what the types cannot say of a field.
func constraints() map[string]func(*jsonschema.Schema) {
	var kinds []string
	meanings := "What went wrong or stays doubtful:"
	for _, k := range report.Kinds {
		kinds = append(kinds, k.Name)
		meanings += " " + k.Name + ": " + k.Meaning + ";"
	}
	offset := func(s *jsonschema.Schema) { s.Minimum = "0" }
	return map[string]func(*jsonschema.Schema){
		"Report.schema":               func(s *jsonschema.Schema) { s.Const = report.SchemaVersion },
		"Article.sha256":              pattern(nothingOr + hexadecima),
		"Article.datePublished":       pattern(day),
		"Article.dateModified":        pattern(day),
		"Article.date_basis":          oneOf(report.DateBases),
		"Article.language_confidence": func(s *jsonschema.Schema) { s.Minimum, s.Maximum = "0", "1" },
		"Block.kind":                  oneOf(report.BlockKinds),
		"Block.start":                 offset,
		"Block.end":                   offset,
		"Claim.category":              pattern(categories()),
		"Claim.effect":                oneOf(report.Effects),
		"Claim.as_of":                 pattern(dayOrLess),
		"Claim.as_of_basis":           oneOf(report.AsOfBases),
		"Claim.evidence":              func(s *jsonschema.Schema) { one := uint64(1); s.MinItems = &one },
		"Party.code":                  pattern(partyCode),
		"Quantity.mod":                oneOf(report.Mods),
		"Period.type":                 oneOf(report.Periods),
		"Period.start":                pattern(dayOrLess),
		"Period.end":                  pattern(dayOrLess),
		"Attribution.role":            oneOf(report.Roles),
		"Verification.status":         oneOf(report.Statuses),
		"Evidence.part":               oneOf(report.Parts),
		"Evidence.start":              offset,
		"Evidence.end":                offset,
		"Notice.kind": func(s *jsonschema.Schema) {
			oneOf(kinds)(s)
			s.Description = strings.TrimSuffix(meanings, ";")
		},
	}
}

func pattern(p string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Pattern = p }
}

func oneOf(values []string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) {
		for _, v := range values {
			s.Enum = append(s.Enum, v)
		}
	}
}

// categories matches one category or several joined by "+".
func categories() string {
	one := "(" + strings.Join(slices.Concat(report.People, report.Equipment), "|") + ")"
	return "^" + one + `(\+` + one + ")*$"
}

// bounds says which numbers each mod has.
func bounds() []*jsonschema.Schema {
	number, null := &jsonschema.Schema{Type: "integer"}, &jsonschema.Schema{Type: "null"}
	shapes := []struct {
		mods             []string
		value, low, high *jsonschema.Schema
	}{
		{[]string{"exact"}, number, number, number},
		{[]string{"about"}, number, null, null},
		{[]string{"at_least", "more_than"}, number, number, null},
		{[]string{"at_most", "less_than"}, number, null, number},
		{[]string{"between"}, null, number, number},
		{[]string{"vague"}, null, number, null},
	}
	var rules []*jsonschema.Schema
	for _, shape := range shapes {
		mod := &jsonschema.Schema{}
		oneOf(shape.mods)(mod)
		then := withProperty("value", shape.value)
		then.Properties.Set("low", shape.low)
		then.Properties.Set("high", shape.high)
		rules = append(rules, &jsonschema.Schema{If: withProperty("mod", mod), Then: then})
	}
	return rules
}

func withProperty(name string, s *jsonschema.Schema) *jsonschema.Schema {
	properties := jsonschema.NewProperties()
	properties.Set(name, s)
	return &jsonschema.Schema{Properties: properties}
}
