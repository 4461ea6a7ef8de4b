package main

import (
	"github.com/spf13/cobra"

	"lossclaims/extractor/report"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of a report",
		Example: `  extract schema > report.schema.json`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return print(string(report.Schema()))
		},
	}
}
