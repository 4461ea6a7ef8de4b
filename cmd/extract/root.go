package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"lossclaims/internal/output"
)

// The exit codes of the command.
const (
	exitDone        = 0
	exitDifferences = 1 // golden differences, failed pattern tests
	exitUsage       = 2
	exitSomeFailed  = 3
	exitAllFailed   = 4
	exitInterrupted = 130
)

// exitError ends the command with a code; err is nil where everything has been said.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string {
	return fmt.Sprintf("exit code %d: %v", e.code, e.err)
}

func (e exitError) Unwrap() error { return e.err }

// badPatterns is an error of the user's pattern files. It says where they are wrong; the help says nothing of it.
func badPatterns(err error) error {
	if err == nil {
		return nil
	}
	return exitError{exitUsage, err}
}

// failed is an error that has nothing to do with how the command was called.
func failed(err error) error { return exitError{exitAllFailed, err} }

// code is the exit code that an error of the command stands for.
func code(err error) int {
	var coded exitError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.As(err, &coded):
		return coded.code
	}
	return exitUsage
}

// run executes the command line and returns its exit code. Errors without a code of their own are about usage.
func run() int {
	// A reader that goes away shows as an EPIPE from the write instead of a signal, and is no failure.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second Ctrl-C ends the command at once.
	context.AfterFunc(ctx, stop)

	cmd, err := newRoot().ExecuteContextC(ctx)
	var coded exitError
	exit := code(err)
	switch {
	case exit == exitDone:
	case !errors.As(err, &coded):
		complain(err)
		fmt.Fprintf(os.Stderr, "Run '%s --help' for usage.\n", cmd.CommandPath())
	case coded.err != nil:
		complain(coded.err)
	}
	return exit
}

// complain prints an error on standard error, a line for each of several joined.
func complain(err error) {
	for line := range strings.SplitSeq(err.Error(), "\n") {
		fmt.Fprintln(os.Stderr, "extract:", output.Clean(line))
	}
}

// noSuchCommand refuses words that are no subcommand, and names the one that was probably meant.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	meant := ""
	if names := cmd.SuggestionsFor(args[0]); len(names) > 0 {
		meant = ": did you mean " + strings.Join(names, " or ") + "?"
	}
	return fmt.Errorf("unknown command %q%s", args[0], meant)
}

// newRoot builds the command and its subcommands.
func newRoot() *cobra.Command {
	flags := &flags{}
	showVersion := false
	root := &cobra.Command{
		Use:   "extract",
		Short: "Extract war-loss claims from news articles",
		Long: `Extract reads news articles in the languages that it has patterns for and prints the loss claims they make:
how many of whose people or equipment were lost, by whose word, over which time and as of when.

Exit codes: 0 done, 1 differences (golden, patterns test), 2 wrong usage, 3 some inputs failed, 4 all failed,
130 interrupted.`,
		Example: `  extract url https://example.com/news/article.html
  extract batch articles/ --format csv --output claims.csv
  extract batch article.html --explain
  curl -s https://example.com/a.html | extract batch --stdin html`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return printVersion(flags)
			}
			return errors.New("say what to do: url, batch, golden, patterns or schema")
		},
	}
	root.Flags().BoolVar(&showVersion, "version", false, "print version, commit, pattern set and schema version")
	flags.addEverywhere(root)
	root.AddCommand(newURL(flags), newBatch(flags), newGolden(flags), newPatterns(flags), newSchema(), newWorker())
	return root
}
