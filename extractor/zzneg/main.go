package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"

	"lossclaims/extractor/internal/article"
	"lossclaims/extractor/internal/claim"
	"lossclaims/extractor/internal/mention"
	"lossclaims/extractor/internal/sentence"
	"lossclaims/patterns"
)

func main() {
	set, err := patterns.Load()
	if err != nil {
		panic(err)
	}
	l := set.Language(os.Args[1])
	var art *article.Article
	if len(os.Args) > 2 && strings.HasSuffix(os.Args[2], ".html") {
		b, _ := os.ReadFile(os.Args[2])
		art, _ = article.FromHTML(b, article.Hints{})
	} else {
		sc := bufio.NewScanner(os.Stdin)
		sc.Buffer(nil, 1<<20)
		art = &article.Article{Published: "2023-02-07"}
		pos := 0
		for sc.Scan() {
			art.Blocks = append(art.Blocks, article.Block{Kind: "body", Text: sc.Text(), Start: pos})
			art.Text += sc.Text() + "\n\n"
			pos += len([]rune(sc.Text())) + 2
		}
	}
	ss := sentence.Split(art.Blocks, l.Config.Abbreviations, l.Config.Starters...)
	var ms [][]mention.Mention
	for _, s := range ss {
		m, _ := mention.Mentions(l, s.Text, s.Folded, time.Second)
		ms = append(ms, m)
	}
	notes := claim.DebugScene(claim.Input{Lang: l, Common: set.Common(), Published: art.Published, Text: []rune(art.Text), Sentences: ss, Mentions: ms, Explain: true})
	for _, n := range notes {
		fmt.Println(n)
	}
}
