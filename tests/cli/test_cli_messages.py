"""What a person sees beside the result: messages, the bar, the end of an interrupted run."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from counterclaim.cli import progress
from counterclaim.cli.progress import Progress
from counterclaim.fetch import counted
from counterclaim.fetch.counted import documents_in

COMMAND = [sys.executable, "-m", "counterclaim"]


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_names_and_headers_do_not_act_on_the_terminal(tmp_path: Path) -> None:
    corpus = tmp_path / "c.csv"
    corpus.write_text("id,text,\x1b[2Jx,\x1b[2Jx\na,b,c,d\n")
    command = [*COMMAND, "read", "no\x1b[31m\nfile.txt", str(corpus), "--format", "jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 3
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 2
    assert "␛[31m file.txt: there is no such file" in done.stderr.decode()


def test_documents_are_counted_in_pieces_of_one_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "_BLOCK", 4)
    corpus = tmp_path / "c.jsonl"
    corpus.write_text("{}\n" * 5 + "x" * 50)
    assert documents_in([str(corpus), "a.txt"]) == 7
    assert documents_in([str(corpus), "b.csv"]) is None
    assert documents_in(["a.txt"]) is None


@pytest.mark.parametrize(("terminal", "quiet"), [(False, False), (True, True)])
def test_nothing_is_counted_for_a_bar_that_is_not_drawn(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, quiet: bool
) -> None:
    def refuse(inputs: object) -> int:
        raise AssertionError(inputs)

    monkeypatch.setattr(sys, "stderr", Terminal() if terminal else io.StringIO())
    monkeypatch.setattr(progress, "documents_in", refuse)
    with Progress(["corpus.jsonl"], quiet=quiet) as bar:
        assert list(bar.follow("ab")) == ["a", "b"]


def test_a_single_document_has_a_bar_too(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Terminal()
    monkeypatch.setattr(sys, "stderr", seen)
    monkeypatch.setattr(progress, "Console", lambda **_: Console(file=seen, force_terminal=True, width=80))
    with Progress(["a.txt"]) as bar:
        list(bar.follow("a"))
    assert "reading" in seen.getvalue()


def _hear_interrupts() -> None:
    """Undo what a shell does for commands in the background, which are to hear no Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to interrupt like this")
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_an_interrupted_run_ends_with_130_and_without_a_word(tmp_path: Path, jobs: str) -> None:
    corpus, output = tmp_path / "c.jsonl", tmp_path / "out.jsonl"
    corpus.write_text("".join(f'{{"id": "{n}", "text": "The mayor said no."}}\n' for n in range(100_000)))
    command = [*COMMAND, "read", str(corpus), "--format", "jsonl", "--output", str(output), "--jobs", jobs]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_hear_interrupts
    ) as run:
        part = tmp_path / f".counterclaim-{run.pid}.part"
        deadline = time.monotonic() + 60
        while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all processes at once
        _, said = run.communicate(timeout=60)
    assert said == b""
    assert run.returncode == 130
    assert list(tmp_path.iterdir()) == [corpus]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize("terminal", [True, False])
def test_the_table_is_styled_on_a_terminal_only(root: Path, terminal: bool) -> None:
    command = [*COMMAND, "read", "src/counterclaim/story/2031-03-05-caldane-sentinel.txt"]
    master, slave = os.openpty()
    with subprocess.Popen(
        command, cwd=root, stdout=slave if terminal else subprocess.PIPE, env={**os.environ, "TERM": "xterm"}
    ) as run:
        os.close(slave)
        shown = os.read(master, 20) if terminal else run.stdout.read(20) if run.stdout else b""
        os.close(master)
    assert shown.startswith(b"\x1b[1m") is terminal
    assert b"Satel" in shown
