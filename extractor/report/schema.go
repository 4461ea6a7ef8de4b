package report

import (
	"bytes"
	_ "embed"
)

// schema is made from the types of this package and the lists of vocabulary.go by this package's tests.
//
//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of a Report. It leaves room for fields added within a schema version.
func Schema() []byte { return bytes.Clone(schema) }
