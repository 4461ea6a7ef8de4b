package charset

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// writing is an encoding that English and Spanish pages use or used, with the label that a server gives it and one that
// a careless server gives it instead.
type writing struct {
	name  string
	enc   encoding.Encoding
	label string
	lie   string
	text  string
}

const (
	spanish = `<p>El capitán Íñigo Muñoz habló de “catorce” bajas en la región – nueve más que el año pasado –; ¿cuántas habrá mañana?</p>
<p>«Ningún batallón», añadió, «pagó más de 1.500 € por vehículo». La 3.ª compañía perdió también dos cañones según el parte n.º 12.</p>`
	latin   = `<p>El capitán Íñigo Muñoz habló de catorce bajas en la región, nueve más que el año pasado; ¿cuántas habrá mañana?</p><p>«Ningún batallón», añadió. La 3.ª compañía perdió también dos cañones según el parte n.º 12.</p>`
	english = `<p>“We didn’t count them,” he said — the captain’s list names 31 men, 9 of them officers… The café at the crossing was hit twice, at a cost of £4,000.</p>`
	turkish = `<p>“Nine men were lost near Ağrı,” said Işık Yıldız, who had served under Erdoğan’s first minister — and two more near Şırnak.</p>`
	dos     = `<p>El capitán Íñigo Muñoz habló de catorce bajas en la región, nueve más que el año pasado; ¿cuántas habrá mañana? Ningún batallón perdió más, añadió.</p>`
	ascii   = `<p>El capit&aacute;n habl&oacute; de catorce bajas; the captain's list names 31 men.</p>`
)

var writings = []writing{
	{"UTF-8", unicode.UTF8, "utf-8", "iso-8859-1", spanish},
	{"UTF-8 with mark", unicode.UTF8BOM, "utf-8", "windows-1252", spanish},
	{"UTF-16LE with mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16", "utf-8", spanish},
	{"UTF-16BE with mark", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16", "iso-8859-1", english},
	{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", "utf-8", spanish},
	{"UTF-32LE with mark", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "utf-32", "utf-8", english},
	{"ASCII", unicode.UTF8, "us-ascii", "utf-16", ascii},
	{"windows-1252, Spanish", charmap.Windows1252, "windows-1252", "utf-8", spanish},
	{"windows-1252, English", charmap.Windows1252, "cp1252", "windows-1251", english},
	{"ISO-8859-1", charmap.ISO8859_1, "iso-8859-1", "iso-8859-2", latin},
	{"ISO-8859-15", charmap.ISO8859_15, "iso-8859-15", "iso-8859-1", strings.NewReplacer("“", `"`, "”", `"`, "–", "-").Replace(spanish)},
	{"Macintosh, Spanish", charmap.Macintosh, "macintosh", "iso-8859-1", spanish},
	{"Macintosh, English", charmap.Macintosh, "x-mac-roman", "windows-1252", english},
	{"IBM850", charmap.CodePage850, "ibm850", "iso-8859-1", dos},
	{"windows-1254", charmap.Windows1254, "windows-1254", "windows-1252", turkish},
}

// generated are four pages for each writing: labelled by the server, by themselves, not at all, and falsely.
func generated(t *testing.T, w writing) (pages [4][]byte, headers [4]string, texts [4]string) {
	t.Helper()
	meta := func(label string) string {
		if label != "" {
			label = fmt.Sprintf(`<meta http-equiv="Content-Type" content="text/html; charset=%s">`, label)
		}
		return "<!DOCTYPE html><html><head>" + label + "<title>x</title></head><body>" + strings.Repeat(w.text, 3) + "</body></html>"
	}
	texts = [4]string{meta(""), meta(w.label), meta(""), meta(w.lie)}
	headers = [4]string{"text/html; charset=" + w.label, "text/html", "", "text/html; charset=" + w.lie}
	for i, text := range texts {
		page, _, err := transform.Bytes(w.enc.NewEncoder(), []byte(text))
		if err != nil {
			t.Fatalf("%s: %v", w.name, err)
		}
		pages[i] = page
	}
	return pages, headers, texts
}

// TestGenerated reads sixty pages, fifteen encodings four times. No more than two may come out wrong, none of those in UTF-8,
// and a page that is not read as it is labelled must carry a doubt.
func TestGenerated(t *testing.T) {
	how := [4]string{"header", "meta", "no label", "false label"}
	all, wrong := 0, 0
	for _, w := range writings {
		pages, headers, texts := generated(t, w)
		for i := range pages {
			all++
			got := Decode(pages[i], headers[i])
			if got.Text != texts[i] {
				wrong++
				t.Logf("%s, %s: read as %s: %.400q", w.name, how[i], got.Encoding, got.Text)
				if strings.HasPrefix(w.name, "UTF-8") || w.name == "ASCII" || !got.Doubtful {
					t.Errorf("%s, %s: wrong and without a doubt", w.name, how[i])
				}
			}
			if strings.HasPrefix(w.name, "UTF-8") && got.Doubtful {
				t.Errorf("%s, %s: a doubt about valid UTF-8", w.name, how[i])
			}
		}
	}
	t.Logf("%d of %d right", all-wrong, all)
	if all != 60 || wrong > 2 {
		t.Errorf("%d of %d wrong", wrong, all)
	}
}

// TestFewAccents: Spanish UTF-8 with any number of accented letters stays what it is, whatever it is labelled.
func TestFewAccents(t *testing.T) {
	plain := strings.Fields("el parte habla de bajas en la zona norte y de dos carros que ardieron sin que nadie supiera por que")
	accented := strings.Fields("murió también según región después capitán batallón aquí está más")
	for n := range len(accented) + 1 {
		body := "<html><head><title>x</title></head><body><p>" + strings.Join(append(append([]string{}, plain...), accented[:n]...), " ") + "</p></body></html>"
		for _, header := range []string{"", "text/html; charset=utf-8", "text/html; charset=iso-8859-1", "text/html; charset=windows-1251", "text/html; charset=utf-16"} {
			if got := Decode([]byte(body), header); got.Text != body || got.Encoding != "utf-8" || got.Doubtful {
				t.Errorf("%d accents, %q: %+v", n, header, got)
			}
		}
	}
}

// TestOtherLanguages: a true label is believed for languages that the judging of texts does not know.
func TestOtherLanguages(t *testing.T) {
	for label, text := range map[string]string{
		"koi8-r":       "Потери составили тридцать человек, сообщили в штабе; две машины сгорели.",
		"windows-1251": "За добу втрати склали тридцять осіб, повідомили у штабі; дві машини згоріли.",
		"windows-1250": "Ztráty činily třicet mužů, řekl velitel; dvě vozidla shořela a další jsou pohřešována.",
		"iso-8859-2":   "Dowódca powiedział, że straty wyniosły trzydziestu żołnierzy; dwa wozy spłonęły pod Poznaniem, koń uciekł.",
		"iso-8859-7":   "Οι απώλειες ήταν τριάντα άνδρες, είπε ο διοικητής.",
		"windows-1256": "بلغت الخسائر ثلاثين رجلا، بحسب القيادة.",
		"shift_jis":    "損失は三十人に上ると司令部は述べた。",
		"gb2312":       "司令部表示，损失达三十人，两辆车被烧毁。",
		"euc-kr":       "사령부는 손실이 서른 명이라고 밝혔다.",
		"iso-8859-9":   "Kayıplar otuz kişiydi, dedi komutan; iki araç yandı ve birçok şoför öldü.",
		"windows-1252": "Les pertes s’élèvent à trente hommes, déclare le général François Lœb; près d’Évreux.",
	} {
		enc, err := ianaindex.IANA.Encoding(label)
		if err != nil || enc == nil {
			enc, _ = lookup(label)
		}
		body := encode(t, enc, "<p>"+text+"</p>")
		if got := Decode(body, "text/html; charset="+label); got.Text != "<p>"+text+"</p>" {
			t.Errorf("%s: read as %s: %q", label, got.Encoding, got.Text)
		}
	}
}
