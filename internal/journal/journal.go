// Package journal keeps the reports of a run on disk as they are finished, in order, so that a run that was stopped at any
// point can go on from there. An entry that was being written when the power failed is dropped with all that follows it.
package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"lossclaims/extractor/report"
)

// Entry is one finished article.
type Entry struct {
	Input  string         `json:"input"`          // its name in the stream of inputs
	Same   []byte         `json:"same,omitempty"` // a hash that copies have in common; nothing where there were no bytes
	Key    []byte         `json:"key,omitempty"`  // a hash of all that its report depends on
	Took   time.Duration  `json:"took,omitempty"`
	Report *report.Report `json:"report"`

	Resumed bool `json:"-"` // it comes from an earlier run
}

// header is the first line of a journal.
type header struct {
	Journal int    `json:"journal"` // the version of the format
	Run     string `json:"run"`     // what the reports depend on but their inputs
}

const version = 1

// syncEvery is how much work a power failure may cost.
const syncEvery = 5 * time.Second

// Journal is an open journal: entries are read to the end first, then written. It is not safe for concurrent use.
type Journal struct {
	file   *os.File
	in     *bufio.Reader // nil when the end is reached
	size   int64         // of what is valid
	count  int
	synced time.Time
}

// ErrOther says that a journal belongs to another run.
var ErrOther = errors.New("it belongs to a run with other options or of another version")

// Open opens the journal of a run at path, which begins anew unless resume says to go on with what is there. A journal
// that is not to go on, and holds something, is kept under the name path.old, and set is that name.
func Open(path, run string, resume bool) (j *Journal, set string, err error) {
	if !resume {
		if set, err = setAside(path); err != nil {
			return nil, "", err
		}
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, "", err
	}
	j = &Journal{file: file, in: bufio.NewReaderSize(file, 256<<10), synced: time.Now()}
	if err := j.begin(run); err != nil {
		file.Close()
		return nil, "", fmt.Errorf("%s: %w", path, err)
	}
	return j, set, nil
}

// Temporary is a journal that goes with its process.
func Temporary() (*Journal, error) {
	file, err := os.CreateTemp("", "extract-*")
	if err != nil {
		return nil, err
	}
	os.Remove(file.Name())
	return &Journal{file: file}, nil
}

// setAside renames a journal that holds entries and removes one that holds none.
func setAside(path string) (string, error) {
	data, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	in := bufio.NewReader(data)
	_, header := readLine(in)
	_, entry := readLine(in)
	data.Close()
	if header != nil || entry != nil {
		return "", os.Remove(path)
	}
	return path + ".old", os.Rename(path, path+".old")
}

// begin reads the header, or writes it to a journal that is empty or whose header was not finished.
func (j *Journal) begin(run string) error {
	line, err := readLine(j.in)
	if err == nil {
		var h header
		if json.Unmarshal(line, &h) != nil || h.Journal != version || h.Run != run {
			return ErrOther
		}
		j.size = int64(len(line)) + overhead
		return nil
	}
	if err := j.truncate(); err != nil {
		return err
	}
	data, err := json.Marshal(header{version, run})
	if err != nil {
		return err
	}
	_, err = j.write(data)
	return err
}

// Next returns the next entry that an earlier run left, or nil when there are no more: then new ones may be added.
func (j *Journal) Next() (*Entry, int64, error) {
	if j.in == nil {
		return nil, 0, nil
	}
	line, err := readLine(j.in)
	var e Entry
	if err == nil {
		err = json.Unmarshal(line, &e)
	}
	if err != nil {
		return nil, 0, j.truncate()
	}
	at := j.size
	j.size += int64(len(line)) + overhead
	j.count++
	e.Resumed = true
	return &e, at, nil
}

// truncate cuts off what is not valid; from here on the journal is written.
func (j *Journal) truncate() error {
	j.in = nil
	if err := j.file.Truncate(j.size); err != nil {
		return err
	}
	_, err := j.file.Seek(j.size, io.SeekStart)
	return err
}

// Add writes an entry and returns its place. The system has it then: it outlives the process, and soon a power failure.
func (j *Journal) Add(e *Entry) (int64, error) {
	data, err := json.Marshal(e)
	if err != nil {
		return 0, err
	}
	at, err := j.write(data)
	if err != nil {
		return 0, err
	}
	j.count++
	if time.Since(j.synced) < syncEvery {
		return at, nil
	}
	j.synced = time.Now()
	return at, j.file.Sync()
}

// Count is how many entries there are; Size how many bytes.
func (j *Journal) Count() int { return j.count }

// Size is how many bytes the journal has.
func (j *Journal) Size() int64 { return j.size }

// At returns the entry at a place that Next or Add gave.
func (j *Journal) At(place int64) (*Entry, error) {
	line, err := readLine(bufio.NewReaderSize(io.NewSectionReader(j.file, place, j.size-place), 64<<10))
	if err != nil {
		return nil, err
	}
	var e Entry
	return &e, json.Unmarshal(line, &e)
}

// Close keeps the journal for another run.
func (j *Journal) Close() error {
	err := j.file.Sync()
	return errors.Join(err, j.file.Close())
}

// Remove ends the journal of a run that is complete.
func (j *Journal) Remove() error {
	j.file.Close()
	return os.Remove(j.file.Name())
}

// overhead is what a line has around its JSON: the checksum, a space and the line end.
const overhead = 8 + 1 + 1

var errBroken = errors.New("a broken line")

// write adds a line.
func (j *Journal) write(data []byte) (int64, error) {
	at := j.size
	line := make([]byte, 0, len(data)+overhead)
	line = fmt.Appendf(line, "%08x ", crc32.ChecksumIEEE(data))
	line = append(append(line, data...), '\n')
	if _, err := j.file.Write(line); err != nil {
		return 0, err
	}
	j.size += int64(len(line))
	return at, nil
}

// readLine returns the JSON of the next line if it is whole.
func readLine(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	if len(line) < overhead || line[8] != ' ' {
		return nil, errBroken
	}
	data := bytes.TrimSuffix(line[9:], []byte("\n"))
	sum, err := strconv.ParseUint(string(line[:8]), 16, 32)
	if err != nil || uint32(sum) != crc32.ChecksumIEEE(data) {
		return nil, errBroken
	}
	return data, nil
}
