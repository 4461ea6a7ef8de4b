// Package extractor turns news articles into structured loss claims: who lost how many of what, to what effect, over
// which period, as of when, by whose word, and whether anybody checked.
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
// The library never touches the network, the clock, the environment or the log, and never exits: everything comes in
// through Options and Meta, and everything that went wrong goes out in the Report. The same bytes and options give the
// same report.
package extractor
