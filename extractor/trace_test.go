package extractor

import (
	"context"
	"slices"
	"testing"
)

func TestTrace(t *testing.T) {
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"with a claim", "The army said that 12 soldiers were killed near the border on Monday, and that 3 tanks were destroyed in the fighting.", append(slices.Clone(Stages), "")},
		{"without", "The council met again on Monday and spoke for an hour of the budget for its schools and of nothing else.",
			[]string{stageArticle, stageLanguage, stageSentences, stageMentions, ""}},
		{"an error", " ", []string{stageArticle, ""}},
	} {
		var got []string
		ctx := WithTrace(context.Background(), func(stage string) { got = append(got, stage) })
		if _, err := x.Text(ctx, []byte(c.text), Meta{}); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
