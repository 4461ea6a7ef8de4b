// Package patterns reads the pattern files, which say how articles of a language word losses, and matches them
// against sentences: text and its folded form go in, typed and placed mentions come out.
//
// # Files
//
// A folder is a language; patterns/common is seen by all of them. Every file may hold
//
//	kind: loss             # of the mentions its rules make; a rule may override it
//	tables:                # words and what they mean
//	  death_noun:
//	    killed: [deaths, fatalities, "lives lost"]
//	parts:                 # fragments of patterns
//	  approx: '(?:about|around|some)'
//	rules:
//	  - name: count-deaths
//	    pattern: '{approx}? ?{death_noun}'
//	    set: {effect: "{death_noun}", role: noun}
//	    not_before: ' row\b'
//	    examples:
//	      - {text: "Officials reported 30 deaths.", match: deaths, set: {effect: killed}}
//	    not: ["Death row is full."]
//
// and language.yaml also code, name, lingua, neighbours, decimal, thousands, abbreviations and starters; any file
// may list machine-translation signals; and files of the common folder states, groups and wars. An unknown key is
// an error. schema.json says the same to editors.
//
// # Text
//
// Patterns match folded text: lower case, no diacritics, plain quotes, hyphens and spaces, rune for rune (Fold).
// A rule with `case: true` sees the text as it stands.
//
// # Patterns
//
// A pattern is a regex of regexp2 (the .NET dialect) with {name} for a table or a part. A table becomes a group
// of its name that matches any of its words, the longest first; a part is inlined. Tables and parts are known in
// all files of a language and share one name space. A group that `set` uses may be set once in a match: in
// alternatives its name may stand in each, beside itself the second is {name#2}, and its group name_2. Groups are
// named or (?:…).
//
// A pattern is wrapped in word edges, so that no letter or digit stands next to a match, unless `edges: false`.
// `not_before` must not follow the match, `not_after` must not go before it; both touch it.
//
// In table words a space stands for one or more spaces, and a hyphen between letters or digits for a hyphen, a
// space or nothing. Words are plain text, no regexes. A word has one value in a table.
//
// `set` makes the attributes of a match: constants, {table} for the value of the line that matched, {group} for
// the folded text of a group, {group!} for its original text, or several in a row. A group that took no part is
// empty, and an attribute whose groups are all empty is left out.
//
// # Speed
//
// A pattern that is a single {table} is no regex: one trie holds the words of all such rules of a language.
// Every other rule has a gate: sets of literals, worked out from the pattern, of each of which one must stand in
// the sentence before the regex runs. `gate: [word, …]` overrides it, with literals of folded text. Where a pattern
// can only begin with certain words or with digits, it is tried at those places alone.
//
// # Examples
//
// A rule has one example and one `not` at least; Test and `go test` run them. `todo` holds known misses with a
// reason, and fails once they match.
//
// # Overlays
//
// Load lays further trees over the embedded one: lines are added to tables, a rule replaces its namesake, a
// part too, an entry of states, groups and wars too; a word of a later tree has the value given there.
package patterns
