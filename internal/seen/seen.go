// Package seen remembers the articles of a run by their bytes, so that copies are told and not worked on twice. It keeps
// them in a temporary database on disk: memory stays the same however many there are.
package seen

import (
	"crypto/sha256"
	"database/sql"

	_ "modernc.org/sqlite" // the driver
)

// First is the earlier article that another one is a copy of.
type First struct {
	Input string // of the first of the copies
	Same  bool   // there is one of which all else that a report depends on is the same, too
}

// Store is the memory. It is safe for concurrent use.
type Store struct {
	db                *sql.DB
	find, add, finish *sql.Stmt
}

// pending is the place of a report that is not finished.
const pending = -1

// New makes an empty memory.
func New() (*Store, error) {
	db, err := sql.Open("sqlite", "") // an empty name is a file that the system removes with the process
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // the file belongs to its connection
	s := &Store{db: db}
	_, err = db.Exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;
CREATE TABLE seen (sum BLOB, key BLOB, n INTEGER, input TEXT, place INTEGER, PRIMARY KEY (sum, n)) WITHOUT ROWID; BEGIN`)
	prepare := func(stmt **sql.Stmt, query string) {
		if err == nil {
			*stmt, err = db.Prepare(query)
		}
	}
	prepare(&s.find, "SELECT key, input, place FROM seen WHERE sum = ? ORDER BY n")
	prepare(&s.add, "INSERT INTO seen SELECT ?1, ?2, count(*), ?3, ?4 FROM seen WHERE sum = ?1")
	prepare(&s.finish, "UPDATE seen SET place = ?3 WHERE sum = ?1 AND key = ?2")
	if err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

// Add remembers an article by what copies have in common and by the key of all that its report depends on. It returns the
// first of the copies, or nil when this is the first.
func (s *Store) Add(sum, key [sha256.Size]byte, input string) (*First, error) {
	first, _, err := s.first(sum, key)
	if err != nil || first != nil && first.Same {
		return first, err
	}
	_, err = s.add.Exec(sum[:], key[:], input, pending)
	return first, err
}

// first is the first of these articles, and the place of the report of the one that is the same in all.
func (s *Store) first(sum, key [sha256.Size]byte) (first *First, place int64, err error) {
	rows, err := s.find.Query(sum[:])
	if err != nil {
		return nil, pending, err
	}
	defer rows.Close()
	for rows.Next() {
		var k sql.RawBytes
		var input string
		if err := rows.Scan(&k, &input, &place); err != nil {
			return nil, pending, err
		}
		if first == nil {
			first = &First{Input: input}
		}
		if string(k) == string(key[:]) {
			first.Same = true
			return first, place, nil
		}
	}
	return first, pending, rows.Err()
}

// Finish says where the report of an article is that was added.
func (s *Store) Finish(sum, key [sha256.Size]byte, place int64) error {
	_, err := s.finish.Exec(sum[:], key[:], place)
	return err
}

// Place is where the report of an article with this key is, -1 while that is not known.
func (s *Store) Place(sum, key [sha256.Size]byte) (int64, error) {
	_, place, err := s.first(sum, key)
	return place, err
}

// Close forgets everything.
func (s *Store) Close() error { return s.db.Close() }
