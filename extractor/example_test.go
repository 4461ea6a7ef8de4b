package extractor_test

import (
	"context"
	"fmt"
	"log"

	"lossclaims/extractor"
)

func Example() {
	x, err := extractor.New(extractor.Options{})
	if err != nil {
		log.Fatal(err)
	}
	text := `7 February 2023

Fighting around Bakhmut grew heavier on Monday. The General Staff of the Armed Forces of Ukraine said that Russia had
lost 1,030 soldiers and 14 tanks in the past day. The figures could not be independently verified. Four civilians were
wounded when rockets hit the Ukrainian town of Kupiansk on Sunday, its mayor told reporters.
`
	report, err := x.Text(context.Background(), []byte(text), extractor.Meta{Input: "example.txt"})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range report.Claims {
		fmt.Printf("%s: %s %s %s, %s\n", c.Loser.Name, c.Quantity.Text, c.Target.Text, c.Effect, c.Verification.Status)
		for _, a := range c.Attribution {
			fmt.Printf("  %s: %s\n", a.Role, a.Name)
		}
		fmt.Printf("  %q\n", c.Evidence[0].Exact)
	}
	// Output:
	// Russia: 1,030 soldiers unspecified, unverified
	//   origin: General Staff of the Armed Forces of Ukraine
	//   "had lost 1,030 soldiers"
	// Russia: 14 tanks unspecified, unverified
	//   origin: General Staff of the Armed Forces of Ukraine
	//   "had lost 1,030 soldiers and 14 tanks"
	// Ukraine: Four civilians wounded, none
	//   origin: mayor
	//   "Four civilians were wounded"
}
