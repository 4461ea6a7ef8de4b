// Package schemacheck holds JSON against a JSON Schema: for tests, which check that every report is what its schema
// promises.
package schemacheck

import (
	"bytes"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"lossclaims/extractor/report"
)

// Checker is a compiled schema.
type Checker struct{ schema *jsonschema.Schema }

// New compiles a schema. The error says what is wrong with the schema itself.
func New(schema []byte) (*Checker, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", doc); err != nil {
		return nil, err
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		return nil, err
	}
	return &Checker{compiled}, nil
}

// Reports is the checker of reports.
func Reports() (*Checker, error) { return New(report.Schema()) }

// Check returns where and how a JSON text departs from the schema.
func (c *Checker) Check(data []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("not JSON: %w", err)
	}
	return c.schema.Validate(doc)
}
