package jsonl

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// read words the lines of s.
func read(t *testing.T, s string, maxBytes int) (list []string) {
	t.Helper()
	r := NewReader(strings.NewReader(s), maxBytes)
	for {
		l, err := r.Next()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		if l.Err != nil {
			list = append(list, fmt.Sprintf("%d@%d error: %v", l.Number, l.Offset, l.Err))
			continue
		}
		list = append(list, fmt.Sprintf("%d@%d %s|%s|%s|%s", l.Number, l.Offset, l.URL, l.HTML, l.Text, l.Published))
	}
}

func TestLines(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"html", `{"url":"https://a.example/","html":"<p>x","published":"2023-02-07"}`, "1@0 https://a.example/|<p>x||2023-02-07"},
		{"text", `{"text":"Una línea"}`, "1@0 ||Una línea|"},
		{"base64", `{"html_base64":"PHA+8Q=="}`, "1@0 |<p>\xF1||"},
		{"base64 for URLs, unpadded", `{"html_base64":"PHA-8Q"}`, "1@0 |<p>\xF1||"},
		{"other fields and nulls", `{"id":7,"html":null,"text":"x","published":null,"meta":{"a":[1]}}`, "1@0 ||x|"},
		{"a time", `{"text":"x","published":"2023-02-07T23:30:00-05:00"}`, "1@0 ||x|2023-02-07"},
		{"an empty text", `{"text":""}`, "1@0 |||"},
		{"a lone surrogate", `{"text":"a\ud83db\udc00c"}`, "1@0 ||a\uFFFDb\uFFFDc|"},
		{"a surrogate pair", `{"text":"\ud83d\ude00"}`, "1@0 ||😀|"},
		{"line separators and control characters", `{"text":"a\u2028b\u0000c"}`, "1@0 ||a\u2028b\x00c|"},
		{"blank lines and CRLF", "\r\n{\"text\":\"a\"}\r\n\n{\"text\":\"b\"}", "1"},
		{"byte order mark", "\xEF\xBB\xBF" + `{"text":"x"}`, "1@0 ||x|"},
		{"no content", `{"url":"https://a.example/"}`, `1@0 error: the line has 0 of "html", "html_base64" and "text": give just one`},
		{"two contents", `{"html":"<p>","text":"x"}`, `1@0 error: the line has 2 of "html", "html_base64" and "text": give just one`},
		{"bad base64", `{"html_base64":"%%"}`, `1@0 error: "html_base64" is not base64`},
		{"bad date", `{"text":"x","published":"last week"}`, `1@0 error: "published" is no date: write it as 2023-02-07`},
		{"a number", `{"text":7}`, `1@0 error: "text" is a number: it must be a string`},
		{"an array", `[1]`, `1@0 error: the line is a JSON array: it must be an object`},
		{"no JSON", `<p>secret`, `1@0 error: the line is no JSON: invalid character '<' looking for beginning of value at byte 1`},
		{"cut", `{"text":"x`, `1@0 error: the line is no JSON: unexpected end of JSON input at byte 10`},
		{"two on a line", `{"text":"x"}{"text":"y"}`, `1@0 error: the line is no JSON: invalid character '{' after top-level value at byte 13`},
		{"not UTF-8", "{\"html\":\"ca\xF1on\"}", `1@0 error: the line is not UTF-8: pass pages in other encodings as "html_base64"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			after := `{"text":"after"}`
			got := strings.Join(read(t, c.in+"\n"+after+"\n", 1000), "\n")
			want := c.want + fmt.Sprintf("\n2@%d ||after|", len(c.in)+1)
			if c.name == "blank lines and CRLF" {
				want = "2@2 ||a|\n4@17 ||b|\n5@30 ||after|"
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestLongLines(t *testing.T) {
	long := `{"text":"` + strings.Repeat("x", 80_000) + `"}`
	longest := `{"text":"` + strings.Repeat("x", 800_000) + `"}`
	got := read(t, long+"\n"+longest+"\n"+`{"text":"a"}`+"\n"+longest, 5000)
	if len(got) != 4 || !strings.HasSuffix(got[0], "xxx|") || !strings.HasSuffix(got[1], "too long") ||
		got[2] != fmt.Sprintf("3@%d ||a|", len(long)+len(longest)+2) || !strings.HasSuffix(got[3], "too long") {
		t.Errorf("%d lines", len(got))
	}
}

func TestFailure(t *testing.T) {
	broken := errors.New("broken pipe")
	r := NewReader(io.MultiReader(strings.NewReader("{\"text\":\"x\"}\n{\"te"), &failing{broken}), 100)
	if l, err := r.Next(); err != nil || string(l.Text) != "x" {
		t.Errorf("%+v, %v", l, err)
	}
	if _, err := r.Next(); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

// FuzzReader holds a reader against any bytes: a line out for each line in that is not blank, in order.
func FuzzReader(f *testing.F) {
	f.Add([]byte("{\"text\":\"x\"}\n\n{\"html\":\"<p>\",\"published\":\"2023-02-07\"}"))
	f.Add([]byte("{\"html_base64\":\"PHA+8Q==\"}\r\n[]\nnull\n\xFF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		want := 0
		for l := range bytes.SplitSeq(data, []byte("\n")) {
			if len(bytes.TrimSpace(l)) > 0 {
				want++
			}
		}
		r := NewReader(bytes.NewReader(data), 1000)
		offset := int64(-1)
		for n := 0; ; n++ {
			l, err := r.Next()
			if err == io.EOF {
				if n != want {
					t.Errorf("%d lines, want %d", n, want)
				}
				return
			}
			if err != nil || l.Offset <= offset || l.Offset > 0 && data[l.Offset-1] != '\n' {
				t.Fatalf("line at %d after %d, %v", l.Offset, offset, err)
			}
			offset = l.Offset
			if l.Err == nil && (l.HTML == nil) == (l.Text == nil) {
				t.Fatal("a line with no content, or two")
			}
		}
	})
}
