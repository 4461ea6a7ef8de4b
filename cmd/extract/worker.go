package main

import (
	"os"

	"github.com/spf13/cobra"

	"lossclaims/internal/workers"
)

// workerCommand is the subcommand that batch starts its worker processes with.
const workerCommand = "worker"

func newWorker() *cobra.Command {
	return &cobra.Command{
		Use:    workerCommand,
		Short:  "Read articles for a run of batch",
		Hidden: true,
		RunE:   func(*cobra.Command, []string) error { return workers.Serve(os.Stdin, os.Stdout) },
	}
}

// newPool starts the worker processes by the flags.
func newPool(f *flags) (*workers.Pool, error) {
	opts, err := f.options()
	if err != nil {
		return nil, err
	}
	opts.Patterns = nil
	pool, err := workers.New(workers.Options{
		Command: []string{workerCommand},
		Config:  workers.Config{Options: opts, Patterns: f.patterns},
		Workers: f.parallel,
		Timeout: f.pageTimeout,
	})
	return pool, badPatterns(err)
}
