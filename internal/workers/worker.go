package workers

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"lossclaims/extractor/report"
)

// worker is one process, seen from the parent.
type worker struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	in     *gob.Encoder
	out    *gob.Decoder
	stderr *head
	ended  chan struct{} // closed when the process is gone
}

// startTimeout is how long a worker may take to start on a machine that is very busy.
const startTimeout = 5 * time.Minute

// start starts a process and waits until it is ready.
func start(opts Options) (*worker, hello, error) {
	w, err := spawn(opts.Command)
	if err != nil {
		return nil, hello{}, fmt.Errorf("a worker process cannot be started: %w", err)
	}
	giveUp := time.AfterFunc(startTimeout, func() { w.cmd.Process.Kill() })
	defer giveUp.Stop()
	var said hello
	err = w.in.Encode(opts.Config)
	if err == nil {
		err = w.out.Decode(&said)
	}
	if err != nil {
		w.kill()
		return nil, said, fmt.Errorf("a worker process did not start: %s", w.lost().message)
	}
	if said.Err != "" {
		w.kill()
		return nil, said, &ConfigError{said.Err}
	}
	return w, said, nil
}

// spawn runs this very program again, which on Linux works even when its file has been replaced meanwhile.
func spawn(args []string) (*worker, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if runtime.GOOS == "linux" {
		path = "/proc/self/exe"
	}
	w := &worker{cmd: exec.Command(path, args...), stderr: &head{limit: 8 << 10}, ended: make(chan struct{})}
	w.cmd.Args[0] = os.Args[0]
	// Its articles come one by one: more threads would only take turns with the other workers.
	w.cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	w.cmd.Stderr = w.stderr
	if w.stdin, err = w.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	stdout, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := w.cmd.Start(); err != nil {
		return nil, err
	}
	w.in, w.out = gob.NewEncoder(w.stdin), gob.NewDecoder(stdout)
	return w, nil
}

// do has one article read. An error is a *lostError: the worker is of no use any more.
func (w *worker) do(job Job, timeout time.Duration) (*report.Report, *reply, error) {
	w.stderr.Reset()
	timedOut := make(chan struct{})
	timer := time.AfterFunc(timeout, func() { close(timedOut); w.cmd.Process.Kill() })
	defer timer.Stop()
	var answer reply
	err := w.in.Encode(job)
	if err == nil {
		err = w.out.Decode(&answer)
	}
	if err != nil {
		select {
		case <-timedOut:
			return nil, nil, &lostError{"time_limit", fmt.Sprintf("gave up after %s, the limit of --page-timeout", timeout), true}
		default:
		}
		w.kill()
		return nil, nil, w.lost()
	}
	r := &report.Report{}
	if err := json.Unmarshal(answer.Report, r); err != nil {
		return nil, nil, fmt.Errorf("a worker process sent no report: %w", err)
	}
	return r, &answer, nil
}

// kill ends the process, if it has not ended, and waits for it.
func (w *worker) kill() {
	select {
	case <-w.ended:
		return
	default:
	}
	w.stdin.Close()
	// A process that is ending by itself gets the time to say why.
	giveUp := time.AfterFunc(2*time.Second, func() { w.cmd.Process.Kill() })
	defer giveUp.Stop()
	w.cmd.Wait()
	close(w.ended)
}

// lost words why a process that has ended did so.
func (w *worker) lost() *lostError {
	said := w.stderr.String()
	first, _, _ := strings.Cut(said, "\n")
	switch {
	case strings.Contains(said, "stack overflow"):
		return &lostError{kind: "panic", message: "a fault of the program, please report it with the article: stack overflow"}
	case strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"):
		return &lostError{kind: "memory_limit", message: fmt.Sprintf("took more than %d MiB of memory", memoryLimit>>20)}
	case first != "":
		return &lostError{kind: "panic", message: "a fault of the program, please report it with the article: " + strings.TrimPrefix(first, "panic: ")}
	case w.cmd.ProcessState != nil:
		return &lostError{kind: "panic", message: "its process ended without a word: " + w.cmd.ProcessState.String()}
	}
	return &lostError{kind: "panic", message: "its process ended without a word"}
}

// head keeps the first bytes written to it.
type head struct {
	mu    sync.Mutex
	buf   bytes.Buffer
	limit int
}

func (h *head) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if room := h.limit - h.buf.Len(); room > 0 {
		h.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (h *head) Reset() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.buf.Reset()
}

func (h *head) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.buf.String()
}
