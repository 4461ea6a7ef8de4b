package main

import (
	"fmt"
	"strings"
	"time"

	"lossclaims/internal/workers"
)

// timings words what the stages took, in all and each: "4.1s: article 3.2s (78 %), language 0.2s (5 %) …".
func timings(stages []workers.Stage) string {
	var all time.Duration
	for _, s := range stages {
		all += s.Took
	}
	if all == 0 {
		return "no article was read"
	}
	var parts []string
	for _, s := range stages {
		parts = append(parts, fmt.Sprintf("%s %s (%.0f %%)", s.Name, seconds(s.Took), 100*s.Took.Seconds()/all.Seconds()))
	}
	return fmt.Sprintf("%s of the workers: %s", seconds(all), strings.Join(parts, ", "))
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }
