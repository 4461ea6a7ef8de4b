package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const sentence = "El parte habla de “catorce” bajas en Logroño, según fuentes del batallón."

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	cp1252 := encode(t, charmap.Windows1252, sentence)
	utf16 := encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "<p>"+sentence)
	utf16bare := encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "<p>"+sentence)
	koi8 := encode(t, charmap.KOI8R, "Потери составили тридцать человек, сообщили в штабе.")
	tests := []struct {
		name, header string
		body         []byte
		want, enc    string
		doubtful     bool
	}{
		{"UTF-8 whatever the label", "text/html; charset=iso-8859-1", []byte(sentence), sentence, "utf-8", false},
		{"UTF-8 with mark", "", []byte("\xEF\xBB\xBF" + sentence), sentence, "utf-8", false},
		{"one accent only", "", []byte("<p>Murió.</p>"), "<p>Murió.</p>", "utf-8", false},
		{"header", "text/html; charset=windows-1252", cp1252, sentence, "windows-1252", false},
		{"header with quotes", `text/html; charset="latin1"`, cp1252, sentence, "windows-1252", false},
		{"Latin-1 is windows-1252, as in browsers", "text/html; charset=ISO-8859-1", cp1252, sentence, "windows-1252", false},
		{"meta", "", append([]byte(`<html><META CHARSET='windows-1252'>`), cp1252...), `<html><META CHARSET='windows-1252'>` + sentence, "windows-1252", false},
		{"meta http-equiv", "", append([]byte(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`), cp1252...), `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">` + sentence, "windows-1252", false},
		{"header that lies is a last resort too", "text/html; charset=utf-8", cp1252, sentence, "windows-1252", true},
		{"guess", "", cp1252, sentence, "windows-1252", true},
		{"Cyrillic by header", "text/html; charset=koi8-r", koi8, "Потери составили тридцать человек, сообщили в штабе.", "koi8-r", false},
		{"UTF-16 with mark", "", utf16, "<p>" + sentence, "utf-16le", false},
		{"UTF-16 without mark", "", utf16bare, "<p>" + sentence, "utf-16be", false},
		{"UTF-8 cut in the middle of a letter", "", []byte(strings.Repeat(sentence, 4) + "\xC3"), strings.Repeat(sentence, 4) + "\uFFFD", "utf-8", true},
		{"empty", "", nil, "", "utf-8", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Decode(tt.body, tt.header)
			if got.Text != tt.want || got.Encoding != tt.enc || got.Doubtful != tt.doubtful {
				t.Errorf("got %q %s doubtful %v,\nwant %q %s doubtful %v", got.Text, got.Encoding, got.Doubtful, tt.want, tt.enc, tt.doubtful)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(sentence), "text/html; charset=latin1")
	f.Add([]byte("<meta charset=utf-16>\xE9"), "")
	f.Add([]byte("\xFF\xFEa"), "x")
	f.Fuzz(func(t *testing.T, body []byte, header string) {
		got := Decode(body, header)
		if !utf8.ValidString(got.Text) {
			t.Errorf("invalid UTF-8 from %q", body)
		}
		if utf8.Valid(body) && !strings.Contains(string(body), "\x00") && got.Text != strings.TrimPrefix(string(body), "\uFEFF") {
			t.Errorf("valid UTF-8 was altered: %q to %q", body, got.Text)
		}
		if again := Decode(body, header); again != got {
			t.Errorf("two answers for %q", body)
		}
	})
}
