package article

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFromText(t *testing.T) {
	tests := []struct {
		name, in string
		hints    Hints
		date     string
		basis    string
		want     []string
	}{
		{"date line and headline", "date 2023-03-25 3/25/23\n\nNine trucks lost at the ford\n\nThe command said so on Friday.\n", Hints{}, "2023-03-25", "text",
			[]string{"headline: Nine trucks lost at the ford", "body: The command said so on Friday."}},
		{"English date", "7 February 2023\n\nThe command said so on Friday.", Hints{}, "2023-02-07", "text", []string{"body: The command said so on Friday."}},
		{"American date", "Nine trucks lost at the ford\nFebruary 7, 2023\n\nThe command said so.", Hints{}, "2023-02-07", "text",
			[]string{"headline: Nine trucks lost at the ford", "body: The command said so."}},
		{"Spanish date", "Publicado: martes, 7 de febrero de 2023\n\nLa columna perdió nueve camiones.", Hints{}, "2023-02-07", "text", []string{"body: La columna perdió nueve camiones."}},
		{"place before the date", "Puerto Berrío, 7 de febrero de 2023\n\nLa columna perdió nueve camiones.", Hints{}, "2023-02-07", "text",
			[]string{"body: La columna perdió nueve camiones."}},
		{"numeric Spanish date", "03/04/2024\n\nLa columna perdió nueve de los camiones que el mando había enviado a la orilla.", Hints{}, "2024-04-03", "text",
			[]string{"body: La columna perdió nueve de los camiones que el mando había enviado a la orilla."}},
		{"ISO with a label", "Published: 2023-02-07T10:00:00Z\nThe column lost nine trucks.", Hints{}, "2023-02-07", "text", []string{"body: The column lost nine trucks."}},
		{"date in prose is no date line", "The ford was mined on 7 February 2023, he said.", Hints{Published: "2023-05-01"}, "2023-05-01", "input",
			[]string{"body: The ford was mined on 7 February 2023, he said."}},
		{"bullets", "The list, as read out:\n  • nine trucks\n* two guns\n- a bridge layer\n", Hints{}, "", "none",
			[]string{"body: The list, as read out:", "list_item: nine trucks", "list_item: two guns", "list_item: a bridge layer"}},
		{"table by tabs", "The list, as read out:\n\nKind\tLost\nTanks\t17\nGuns\t22\n", Hints{}, "", "none",
			[]string{"body: The list, as read out:", "table_row: Kind | Lost", "table_row: Tanks | 17", "table_row: Guns | 22"}},
		{"table of Markdown", "# Nine trucks lost at the ford\n\n| Kind | Lost |\n|---|---:|\n| **Tanks** | 17 |\n\n> [Nobody](https://mill.example/n) crossed, he said.\n", Hints{}, "", "none",
			[]string{"headline: Nine trucks lost at the ford", "table_row: Kind | Lost", "table_row: Tanks | 17", "body: Nobody crossed, he said."}},
		{"no day after the one on which it was printed", "Printed: 8 February 2023\nDate: 9 February 2023\nFecha: 7 de febrero de 2023\n\nThe column lost nine trucks.", Hints{}, "2023-02-07", "text",
			[]string{"body: The column lost nine trucks."}},
		{"a label that begins the text stays out of it", "Text: The column lost nine trucks.\nUpdated: 9 February 2023\n\nNobody crossed.", Hints{}, "", "none",
			[]string{"body: The column lost nine trucks.", "body: Nobody crossed."}},
		{"hard-wrapped", "The column lost nine of its twelve trucks at the ford on\nFriday night, and the rest turned back before the bridge\nwas blown, the command said in a statement on Saturday\nmorning.\n\nNobody crossed the river.\n", Hints{}, "", "none",
			[]string{"body: The column lost nine of its twelve trucks at the ford on Friday night, and the rest turned back before the bridge was blown, the command said in a statement on Saturday morning.", "body: Nobody crossed the river."}},
		{"Windows line ends", "One gun was lost.\r\n\r\nTwo were kept.\r\n", Hints{}, "", "none", []string{"body: One gun was lost.", "body: Two were kept."}},
		{"subhead in capitals", "The night was quiet, he said.\n\nKEY POINTS\n\nNine trucks were lost.", Hints{}, "", "none",
			[]string{"body: The night was quiet, he said.", "subhead: KEY POINTS", "body: Nine trucks were lost."}},
		{"pasted furniture", "Nine trucks were lost at the ford on Friday, the command said.\n\nCLICK HERE TO GET THE APP\n\nKeep reading:\n\nTwelve dead as coach leaves mountain road\n\nFive things to know today", Hints{}, "", "none",
			[]string{"body: Nine trucks were lost at the ford on Friday, the command said."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, n := FromText([]byte(tt.in), tt.hints)
			if n != nil {
				t.Fatal(n)
			}
			if a.Published != tt.date || a.DateBasis != tt.basis {
				t.Errorf("date %q (%s), want %q (%s)", a.Published, a.DateBasis, tt.date, tt.basis)
			}
			if diff := cmp.Diff(tt.want, lines(a)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
