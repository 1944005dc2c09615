"""Killed at any instant, `add` goes on where it ended and comes to the same ledger."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from crash_corpus import corpus

COMMAND = [sys.executable, "-m", "counterclaim"]
KILLS = int(os.environ.get("COUNTERCLAIM_KILLS", "5"))


def exported(ledger: Path, folder: Path) -> dict[str, bytes]:
    """Every file of a ledger's export by name."""
    subprocess.run(
        [*COMMAND, "export", str(folder), "--ledger", str(ledger)], check=True, capture_output=True
    )
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def seconds(command: list[str]) -> float:
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - started


def added(source: Path, ledger: Path) -> list[str]:
    return [*COMMAND, "add", str(source), "--jobs", "2", "--ledger", str(ledger)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_ledger_is_the_same_however_often_its_making_was_killed(tmp_path: Path) -> None:
    source = corpus(tmp_path / "corpus.jsonl", 10 * KILLS + 20, seed=20310304)
    begins = seconds(added(corpus(tmp_path / "one.jsonl", 1, seed=1), tmp_path / "one.db"))
    lasts = seconds(added(source, tmp_path / "whole.db"))
    a_part = max(0.5, (lasts - begins) / KILLS)
    rng = random.Random(20310305)
    survived = 0
    for kill in range(KILLS):
        whole_group = kill % 2 == 1
        with subprocess.Popen(
            added(source, tmp_path / "killed.db"), stderr=subprocess.DEVNULL, start_new_session=True
        ) as run:
            time.sleep(rng.uniform(begins / 2, begins + a_part))
            survived += run.poll() is not None
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL) if whole_group else run.kill()
    assert survived < KILLS  # or nothing was proved
    subprocess.run(added(source, tmp_path / "killed.db"), check=True, capture_output=True)
    subprocess.run([*COMMAND, "verify", "--ledger", str(tmp_path / "killed.db")], check=True)
    assert exported(tmp_path / "killed.db", tmp_path / "a") == exported(tmp_path / "whole.db", tmp_path / "b")


def test_two_processes_that_add_at_once_both_succeed(tmp_path: Path) -> None:
    first, second = corpus(tmp_path / "a.jsonl", 12, seed=1), corpus(tmp_path / "b.jsonl", 12, seed=1)
    for one, name in ((first, "a"), (second, "b")):
        one.write_text(one.read_text().replace("record-", f"{name}-").replace("example/", f"example/{name}"))
    runs = [subprocess.Popen(added(source, tmp_path / "both.db")) for source in (first, second)]
    assert [run.wait() for run in runs] == [0, 0]
    for source in (first, second):
        subprocess.run(added(source, tmp_path / "apart.db"), check=True)
    subprocess.run([*COMMAND, "verify", "--ledger", str(tmp_path / "both.db")], check=True)
    # Which claims are compared depends on which were there: compared anew, all come out the same.
    for name in ("both.db", "apart.db"):
        subprocess.run([*COMMAND, "link", "--again", "--ledger", str(tmp_path / name)], check=True)
    assert exported(tmp_path / "both.db", tmp_path / "x") == exported(tmp_path / "apart.db", tmp_path / "y")


def test_adding_the_same_again_changes_nothing(tmp_path: Path) -> None:
    source = corpus(tmp_path / "corpus.jsonl", 8, seed=3)
    subprocess.run(added(source, tmp_path / "l.db"), check=True)
    before = exported(tmp_path / "l.db", tmp_path / "x")
    again = subprocess.run(added(source, tmp_path / "l.db"), check=True, capture_output=True)
    assert b"8 known" in again.stderr
    assert exported(tmp_path / "l.db", tmp_path / "y") == before
