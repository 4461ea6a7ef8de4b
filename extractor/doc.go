// Package extractor turns news articles into structured loss claims: who lost how many of what, to what effect, over
// which period, as of when, by whose word, and whether anybody checked. Pages or texts go in, reports come out.
//
// An article goes down one straight line, each stage a package of its own:
//
//	bytes ─ article ─ language ─ sentences ─ mentions ─ claims ─ report
//
// The article stage decodes and parses the page once, lets go-readability find the text in that tree and renders it
// block by block. The language stage routes the text to a folder of patterns. Sentences are cut, the patterns find the
// typed parts in each (quantities, targets, losses, parties, sources, times, caveats, exclusions), and the join makes
// claims of them. Nothing flows back.
//
// # Promises
//
//   - The same bytes, Options and Meta give the same report, on any day, in any order and from any number of
//     goroutines; a report with the warning time_limit or pattern_timeout is the exception.
//   - No network, no environment, no log, no exit, no files but those of Options.Patterns. The clock is read for the
//     two time limits alone: relative dates count from the article's own date.
//   - Whatever the bytes are, there is a report. What went wrong is in its Error and Warnings, and a fault of the
//     program costs the one article. HTML and Text return an error only when their context is done.
//   - Slices that the report's schema calls arrays are never nil, and every string is valid UTF-8.
//   - With Options.WithText, every Evidence is found in Article.Text at its Start and End, counted in code points.
//   - An Extractor never changes after New.
package extractor
