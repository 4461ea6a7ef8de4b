package pagedate

import "testing"

func TestMachine(t *testing.T) {
	tests := []struct {
		in, day, time string
		dayFirst      bool
	}{
		{"2023-02-07", "2023-02-07", "", false},
		{"2023-02-07T23:30:00-05:00", "2023-02-07", "2023-02-07T23:30:00-05:00", false},
		{"2023-02-07T23:30:00.000Z", "2023-02-07", "2023-02-07T23:30:00Z", false},
		{"2023-02-07T01:02+0300", "2023-02-07", "2023-02-07T01:02:00+03:00", false},
		{"2023-02-07 10:15:00", "2023-02-07", "", false},
		{"2023/2/7", "2023-02-07", "", false},
		{"20230207", "2023-02-07", "", false},
		{"20230207T101500Z", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"1675764900", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"1675764900123", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"Tue, 07 Feb 2023 10:15:00 GMT", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"Tue Feb 07 10:15:00 2023", "2023-02-07", "", false},
		{"Tue Feb 07 10:15:00 UTC 2023", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"February 7, 2023 at 3:00 p.m.", "2023-02-07", "", false},
		{"Martes, 7 de febrero del 2023", "2023-02-07", "", false},
		{"03/04/2024", "2024-03-04", "", false},
		{"03/04/2024", "2024-04-03", "", true},
		{"31.12.2022", "2022-12-31", "", false},
		{"Tuesday, 07-Feb-23 10:15:00 GMT", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"/Date(1675764900000)/", "2023-02-07", "2023-02-07T10:15:00Z", false},
		{"2023 February 7", "2023-02-07", "", false},
		{"martes 07/02/2023", "2023-02-07", "", false},
		{"Tuesday, 02/07/2023", "2023-02-07", "", true},
		{"Vie, 03/02/2023 - 10:30", "2023-02-03", "", false},
		{"Feb.7,2023", "2023-02-07", "", false},
		{"7 de feb. de 2023", "2023-02-07", "", false},
		{"5 de setiembre de 2022", "2022-09-05", "", false},
		{"2023-02-30", "", "", false},
		{"soon", "", "", false},
		{"0001-01-01T00:00:00", "", "", false},
	}
	for _, tt := range tests {
		got, ok := Machine(tt.in, tt.dayFirst)
		if !ok {
			got = Date{}
		}
		if got.String() != tt.day || got.Time != tt.time {
			t.Errorf("Machine(%q) = %s %s, want %s %s", tt.in, got, got.Time, tt.day, tt.time)
		}
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		in       string
		days     []string
		dayFirst bool
	}{
		{"The depot burned on 7 February 2023, and again on March 1st, 2023.", []string{"2023-02-07", "2023-03-01"}, false},
		{"Ardió el 7 de febrero de 2023 y el 1º de marzo del 2023", []string{"2023-02-07", "2023-03-01"}, true},
		{"Sept. 5, 2022", []string{"2022-09-05"}, false},
		{"5-sep-2022 | 10:00", []string{"2022-09-05"}, true},
		{"date 2023-07-25 7/25/23", []string{"2023-07-25", "2023-07-25"}, false},
		{"Ratio 3/4/5 of 1.234.567 and 10/11", nil, false},
		{"call 555-2023-02-07-11", nil, false},
		{"in May 2023 some 14 fell", nil, false},
	}
	for _, tt := range tests {
		found := Find(tt.in, tt.dayFirst)
		var days []string
		for _, f := range found {
			days = append(days, f.String())
		}
		if len(days) != len(tt.days) {
			t.Errorf("Find(%q) = %v, want %v", tt.in, days, tt.days)
			continue
		}
		for i := range days {
			if days[i] != tt.days[i] {
				t.Errorf("Find(%q) = %v, want %v", tt.in, days, tt.days)
			}
		}
	}
}

func TestFindLabels(t *testing.T) {
	found := Find("Published: Monday, June 5, 2023 – Updated on June 6, 2023", false)
	if len(found) != 2 || !found[0].Published || found[0].Updated || !found[1].Updated {
		t.Errorf("got %+v", found)
	}
}

func TestFromURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://news.example/2023/02/07/fourteen-tanks": "2023-02-07",
		"https://news.example/world-2023-2-7.html":       "2023-02-07",
		"https://news.example/a/20230207/x":              "2023-02-07",
		"https://news.example/story-20230207101500.html": "2023-02-07",
		"https://news.example/2023/feb/07/tanks":         "2023-02-07",
		"https://news.example/2023-02/07/content_12.htm": "2023-02-07",
		"https://news.example/t20230207_12.htm":          "2023-02-07",
		"https://news.example/carros-nid07022023/":       "2023-02-07",
		"https://news.example/07-02-2023/carros":         "2023-02-07",
		"https://news.example/2023-02-07T101500Z":        "2023-02-07",
		"https://news.example/2023/02/tanks":             "",
		"https://news.example/a/id/1202302071":           "",
		"https://news.example/id/20231507":               "",
		"https://news.example/":                          "",
	} {
		got, ok := FromURL(in)
		if !ok {
			got = Date{}
		}
		if got.String() != want {
			t.Errorf("FromURL(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzDates(f *testing.F) {
	f.Add("7 February 2023")
	f.Add("Publicado: 7 de febrero de 2023 / 10:00")
	f.Add("2023-02-07T10:15:00+01:00")
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range Find(s, true) {
			if d.Start > d.End || d.String() == "" {
				t.Errorf("%q: %+v", s, d)
			}
		}
		Strip(s, Find(s, false))
		Machine(s, false)
		FromURL(s)
	})
}
