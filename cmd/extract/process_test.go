package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// started runs the command in the background; its output is there when wait has returned the exit code.
func started(t *testing.T, stdout *os.File, args ...string) (cmd *exec.Cmd, out *bytes.Buffer, wait func() int) {
	t.Helper()
	cmd = exec.CommandContext(t.Context(), "extract", args...)
	out = &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = out, out
	if stdout != nil {
		cmd.Stdout = stdout
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, out, func() int {
		cmd.Wait()
		return cmd.ProcessState.ExitCode()
	}
}

func TestInterruptFinishesWhatIsUnderWay(t *testing.T) {
	asked, release := make(chan struct{}, 9), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-release
		site().ServeHTTP(w, r)
	}))
	defer server.Close()
	page := server.URL + "/page"
	file := filepath.Join(t.TempDir(), "out.jsonl")
	cmd, out, wait := started(t, nil, "url", "--allow-private", "--parallel", "1", "--output", file, page, page, page)
	select {
	case <-asked:
	case <-time.After(time.Minute):
		close(release)
		t.Fatalf("no page was asked for: exit code %d, said %q", wait(), out)
	}
	cmd.Process.Signal(os.Interrupt)
	time.Sleep(200 * time.Millisecond) // until the command has seen it
	close(release)
	if code := wait(); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
	written, err := os.ReadFile(file)
	if err != nil || strings.Count(string(written), "\n") != 1 || !strings.Contains(out.String(), "interrupted after 1 article") {
		t.Errorf("%v, wrote %q, said %q", err, written, out)
	}
}

func TestInterruptWhileWaitingForPaths(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer write.Close()
	cmd := exec.CommandContext(t.Context(), "extract", "batch", "-")
	cmd.Stdin = read
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	write.WriteString("nowhere.html\n")
	stdout.Read(make([]byte, 1)) // it runs
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
}

func TestReaderThatGoesAway(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		said string
	}{
		{[]string{"batch", "a.html", "b.html"}, exitAllFailed, "extract: the reader of the output went away: 0 articles written\n"},
		{[]string{"schema"}, exitDone, ""}, // what nobody reads is no loss
		{[]string{"patterns", "list"}, exitDone, ""},
	} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		read.Close()
		_, out, wait := started(t, write, c.args...)
		write.Close()
		if code := wait(); code != c.code || out.String() != c.said {
			t.Errorf("%v: exit code %d, said %q", c.args, code, out)
		}
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	_, out, wait := started(t, full, "schema")
	if code := wait(); code != exitAllFailed || !strings.Contains(out.String(), "no space left") {
		t.Errorf("exit code %d, said %q", code, out)
	}
}
