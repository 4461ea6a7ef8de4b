package patterns

import (
	"embed"
	"io/fs"
	"sync"
)

// embedded holds the shipped tree. The glob finds new languages and files by itself: nothing lists them.
//
//go:embed */*.yaml
var embedded embed.FS

// Load reads the embedded pattern tree and lays the overlays over it, the later ones on top. An overlay has the
// shape of the tree itself (es/losses.yaml, fr/language.yaml …): table lines are added, rules of the same name
// replaced, new files and languages added.
//
// The error joins every fault found, each an *Error with file and line. The set is never nil: after an error it
// holds what could be read, for tools that list faults, and must not be used for extraction.
//
// Without overlays every call gives the same set, read once.
func Load(overlays ...fs.FS) (*Set, error) {
	if len(overlays) == 0 {
		return loadEmbedded()
	}
	layers := []layer{{fsys: embedded, prefix: "patterns/"}}
	for _, o := range overlays {
		layers = append(layers, layer{fsys: o})
	}
	return loadLayers(layers)
}

// loadEmbedded reads the embedded tree, once: the set is safe for concurrent use, and its rules keep what they
// compile.
var loadEmbedded = sync.OnceValues(func() (*Set, error) {
	return loadLayers([]layer{{fsys: embedded, prefix: "patterns/"}})
})

// LoadOnly is Load without the embedded tree: the first tree is the base, the others lie over it.
func LoadOnly(trees ...fs.FS) (*Set, error) {
	var layers []layer
	for i, t := range trees {
		l := layer{fsys: t}
		if i == 0 {
			l.prefix = "patterns/"
		}
		layers = append(layers, l)
	}
	return loadLayers(layers)
}
