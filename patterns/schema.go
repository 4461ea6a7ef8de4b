package patterns

import (
	"bytes"
	_ "embed"
)

// schema is what an editor checks pattern files with; TestSchema holds the shipped files against it.
//
//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of a pattern file, for editors that complete and check YAML.
func Schema() []byte { return bytes.Clone(schema) }
