package workers

import (
	"context"
	"time"

	"lossclaims/extractor"
)

// Stage is what a stage of the extraction took in all.
type Stage struct {
	Name string
	Took time.Duration
}

// stageReport is the stage after the library's own: the report becomes JSON.
const stageReport = "report"

// stopwatch adds up what the stages of one article take.
type stopwatch struct {
	stages []Stage
	name   string
	since  time.Time
}

// enter ends the stage under way and begins another one, none for "".
func (w *stopwatch) enter(name string) {
	now := time.Now()
	if w.name != "" {
		w.stages = addStage(w.stages, Stage{w.name, now.Sub(w.since)})
	}
	w.name, w.since = name, now
}

func (w *stopwatch) watch(ctx context.Context) context.Context {
	return extractor.WithTrace(ctx, w.enter)
}

// addStage adds a stage to those of its name.
func addStage(all []Stage, s Stage) []Stage {
	for i := range all {
		if all[i].Name == s.Name {
			all[i].Took += s.Took
			return all
		}
	}
	return append(all, s)
}

// Stages are what the stages took over all articles so far, in the order of the line: time of the workers, which is more
// than what has passed where several work side by side.
func (p *Pool) Stages() []Stage {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []Stage
	for _, name := range append(append([]string{}, extractor.Stages...), stageReport) {
		for _, s := range p.stages {
			if s.Name == name {
				out = append(out, s)
			}
		}
	}
	return out
}

func (p *Pool) addStages(stages []Stage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range stages {
		p.stages = addStage(p.stages, s)
	}
}
