package golden

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"lossclaims/internal/output"
)

// OneOf is an answer or several that are all right; "" stands for none. In JSON it is a string, null or a list of these.
type OneOf []string

func (o OneOf) has(s string) bool {
	return slices.ContainsFunc(o, func(answer string) bool { return strings.EqualFold(answer, s) })
}

// UnmarshalJSON reads an answer or a list of them.
func (o *OneOf) UnmarshalJSON(data []byte) error {
	var list []*string
	if !bytes.HasPrefix(data, []byte("[")) {
		data = slices.Concat([]byte("["), data, []byte("]"))
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*o = OneOf{}
	for _, answer := range list {
		*o = append(*o, deref(answer))
	}
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (o OneOf) MarshalJSON() ([]byte, error) {
	list := make([]*string, len(o))
	for i := range o {
		if o[i] != "" {
			list[i] = &o[i]
		}
	}
	if len(list) == 1 {
		return output.Marshal(list[0], "")
	}
	return output.Marshal(list, "")
}

// knownFile is the path of the article's known misses.
func (a Article) knownFile() string { return strings.TrimSuffix(a.Golden, ".json") + ".known.json" }

// readKnown reads a file of known misses; there are none where there is no file.
func readKnown(path string) (Known, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Known{}, nil
	}
	if err != nil {
		return Known{}, err
	}
	var known struct {
		Missing []Missing `json:"missing"`
		Wrong   []Wrong   `json:"wrong"`
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&known); err != nil {
		return Known{}, fmt.Errorf("%s: %w", path, err)
	}
	k := Known(known)
	if err := k.check(); err != nil {
		return Known{}, fmt.Errorf("%s: %w", path, err)
	}
	return k, nil
}

// check returns what an entry lacks.
func (k *Known) check() error {
	for i, m := range k.Missing {
		if m.Quantity.key() == "" || m.Quote == "" || m.Why == "" || len(m.Loser)*len(m.Category)*len(m.Effect) == 0 {
			return fmt.Errorf("missing entry %d wants loser, category, effect, quantity, quote and why", i+1)
		}
	}
	for i, w := range k.Wrong {
		known := w.Field == "claim" || slices.ContainsFunc(fields, func(f field) bool { return f.name == w.Field })
		switch {
		case !known:
			return fmt.Errorf("wrong entry %d: unknown field %q", i+1, w.Field)
		case w.Figure == "" || w.Quote == "" || w.Why == "":
			return fmt.Errorf("wrong entry %d wants figure, quote, field and why", i+1)
		case (w.Field == "claim") != (len(w.Want) == 0):
			return fmt.Errorf("wrong entry %d: want goes with every field but claim", i+1)
		}
	}
	return nil
}

// encode is the form of a file of known misses: a line an entry.
func (k *Known) encode() ([]byte, error) {
	missing, err := lines(k.Missing)
	if err != nil {
		return nil, err
	}
	wrong, err := lines(k.Wrong)
	return fmt.Appendf(nil, "{\n  \"missing\": [%s],\n  \"wrong\": [%s]\n}\n", missing, wrong), err
}

func lines[T any](entries []T) (string, error) {
	if len(entries) == 0 {
		return "", nil
	}
	var list []string
	for _, entry := range entries {
		data, err := output.Marshal(entry, "")
		if err != nil {
			return "", err
		}
		list = append(list, "\n    "+strings.TrimSpace(string(data)))
	}
	return strings.Join(list, ",") + "\n  ", nil
}

// write writes the file, or removes it when nothing is left.
func (k *Known) write(path string) error {
	if len(k.Missing)+len(k.Wrong) == 0 {
		return os.Remove(path)
	}
	data, err := k.encode()
	if err != nil {
		return err
	}
	return output.WriteFile(path, data)
}
