package output

import (
	"database/sql"
	_ "embed"
	"fmt"
	"net/url"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"lossclaims/extractor/report"
)

// sqliteViews are the views and indexes of a database, made when its rows are there.
//
//go:embed sqlite.sql
var sqliteViews string

// sqlitePrinter writes a database with a table of claims and one of articles. Nobody else sees the file before it is
// complete, so it needs no journal of its own and is one transaction.
type sqlitePrinter struct {
	db               *sql.DB
	claims, articles *sql.Stmt
	article, claim   int64 // the numbers of the last rows
}

func newSQLite(path string) (*sqlitePrinter, error) {
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // pragmas and the transaction belong to a connection
	p := &sqlitePrinter{db: db}
	if err := p.begin(); err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

func (p *sqlitePrinter) begin() error {
	_, err := p.db.Exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384;
PRAGMA user_version = ` + report.SchemaVersion + "; BEGIN;" +
		createTable("articles", "article INTEGER PRIMARY KEY", articleColumns) +
		createTable("claims", "claim INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles", claimColumns))
	if err != nil {
		return err
	}
	if p.articles, err = p.db.Prepare(insert("articles", 1+len(articleColumns))); err != nil {
		return err
	}
	p.claims, err = p.db.Prepare(insert("claims", 2+len(claimColumns)))
	return err
}

// createTable is the statement that makes a table of columns after the keys.
func createTable(name, keys string, columns []column) string {
	types := map[kind]string{textKind: "TEXT", dayKind: "TEXT", listKind: "TEXT", wholeKind: "INTEGER", flagKind: "INTEGER", fractionKind: "REAL"}
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (%s", name, keys)
	for _, c := range columns {
		fmt.Fprintf(&b, ", %s %s", c.name, types[c.kind])
	}
	b.WriteString(") STRICT;\n")
	return b.String()
}

func insert(table string, n int) string {
	return "INSERT INTO " + table + " VALUES (?" + strings.Repeat(", ?", n-1) + ")"
}

func (p *sqlitePrinter) Print(r *report.Report) error {
	p.article++
	if _, err := p.articles.Exec(values([]any{p.article}, articleColumns, r, nil)...); err != nil {
		return err
	}
	for i := range r.Claims {
		p.claim++
		if _, err := p.claims.Exec(values([]any{p.claim, p.article}, claimColumns, r, &r.Claims[i])...); err != nil {
			return err
		}
	}
	return nil
}

// values are the keys and the cells of a row; what is missing is NULL.
func values(row []any, columns []column, r *report.Report, c *report.Claim) []any {
	for _, col := range columns {
		value := col.cell(r, c)
		switch v := value.(type) {
		case *int64:
			if value = nil; v != nil {
				value = *v
			}
		case []string:
			value = orNull(joined(v))
			if strings.Join(v, "") == "" {
				value = nil // sources without a canonical id
			}
		case string:
			value = orNull(v)
		}
		row = append(row, value)
	}
	return row
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Close makes the views and indexes and completes the file.
func (p *sqlitePrinter) Close() error {
	if _, err := p.db.Exec(sqliteViews + "COMMIT; PRAGMA optimize;"); err != nil {
		p.db.Close()
		return err
	}
	return p.db.Close()
}

// Abort lets go of the file.
func (p *sqlitePrinter) Abort() { p.db.Close() }
