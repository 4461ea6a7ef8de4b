package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lossclaims/extractor/report"
)

// filled is a journal of n entries, closed; it returns the name and what each line ends at.
func filled(t testing.TB, n int) (path string, ends []int64) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "j")
	j, _, err := Open(path, "run", false)
	if err != nil {
		t.Fatal(err)
	}
	if e, _, err := j.Next(); e != nil || err != nil {
		t.Fatalf("a new journal has %v, %v", e, err)
	}
	for i := range n {
		if _, err := j.Add(&Entry{Input: fmt.Sprint(i), Report: report.Failed(fmt.Sprint(i), "timeout", "m")}); err != nil {
			t.Fatal(err)
		}
		ends = append(ends, j.Size())
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return path, ends
}

// read is the inputs of the entries that a journal gives.
func read(t testing.TB, path string) (inputs []string, j *Journal) {
	t.Helper()
	j, _, err := Open(path, "run", true)
	if err != nil {
		t.Fatal(err)
	}
	for {
		e, at, err := j.Next()
		if err != nil {
			t.Fatal(err)
		}
		if e == nil {
			return inputs, j
		}
		inputs = append(inputs, e.Input)
		if again, err := j.At(at); err != nil || again.Input != e.Input {
			t.Fatalf("at %d: %v, %v", at, again, err)
		}
	}
}

// TestCutAnywhere cuts a journal at every byte: what is whole stays, and the journal goes on behind it.
func TestCutAnywhere(t *testing.T) {
	path, ends := filled(t, 3)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(whole) + 1 {
		os.WriteFile(path, whole[:cut], 0o600)
		want := 0
		for _, end := range ends {
			if int64(cut) >= end {
				want++
			}
		}
		inputs, j := read(t, path)
		if len(inputs) != want {
			t.Fatalf("cut at %d: %v, want %d entries", cut, inputs, want)
		}
		for i := want; i < 3; i++ {
			if _, err := j.Add(&Entry{Input: fmt.Sprint(i), Report: report.Failed(fmt.Sprint(i), "timeout", "m")}); err != nil {
				t.Fatal(err)
			}
		}
		j.Close()
		if got, _ := os.ReadFile(path); !bytes.Equal(got, whole) {
			t.Fatalf("cut at %d: ends in other bytes:\n%s\nwant\n%s", cut, got, whole)
		}
	}
}

// FuzzJournal reads what a broken disk may hold: entries up to the fault, never a crash.
func FuzzJournal(f *testing.F) {
	path, ends := filled(f, 3)
	whole, _ := os.ReadFile(path)
	f.Add(whole, 5)
	f.Add(whole[:ends[1]], 0)
	f.Add([]byte{}, 0)
	f.Add(append(bytes.Clone(whole), make([]byte, 4096)...), 7)
	f.Fuzz(func(t *testing.T, data []byte, flip int) {
		if flip >= 0 && flip < len(data) {
			data = bytes.Clone(data)
			data[flip] ^= 0x20
		}
		path := filepath.Join(t.TempDir(), "j")
		os.WriteFile(path, data, 0o600)
		j, _, err := Open(path, "run", true)
		if errors.Is(err, ErrOther) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		for {
			e, _, err := j.Next()
			if err != nil {
				t.Fatal(err)
			}
			if e == nil {
				break
			}
		}
		if info, _ := os.Stat(path); info.Size() != j.Size() {
			t.Errorf("%d bytes on disk, %d valid", info.Size(), j.Size())
		}
	})
}

func TestBeginAnew(t *testing.T) {
	path, _ := filled(t, 2)
	if _, _, err := Open(path, "other", true); !errors.Is(err, ErrOther) {
		t.Errorf("another run's journal: %v", err)
	}
	j, set, err := Open(path, "run", false)
	if err != nil || set != path+".old" {
		t.Fatalf("set aside as %q, %v", set, err)
	}
	j.Close()
	if inputs, j := read(t, set); len(inputs) != 2 {
		t.Errorf("%v is set aside", inputs)
	} else {
		j.Close()
	}
	j, set, err = Open(path, "run", false)
	if err != nil || set != "" {
		t.Errorf("an empty journal is set aside as %q, %v", set, err)
	}
	if err := j.Remove(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it is still there")
	}
}
