// Command extract reads news articles and prints the loss claims they make: how many of whose people or equipment were
// lost, by whose word, over which time and as of when.
package main

import (
	"os"
)

func main() { os.Exit(run()) }
