"""Processes that work side by side, and what becomes of the work of one that dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim import workers
from counterclaim.errors import CounterclaimError, ModelError
from counterclaim.workers import Lost, Workers


def nothing() -> None:
    """There is nothing to prepare."""


def doubled(piece: str) -> str:
    time.sleep(0.02 if piece.startswith("slow") else 0)
    return piece * 2


def deadly(piece: str) -> str:
    """Doubles, but ends its process at the words that ask for it: "once" only the first time."""
    what, _, place = piece.partition(" ")
    if what == "always" or (what == "once" and not Path(place).exists()):
        if place:
            Path(place).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return what * 2


def faulty() -> None:
    raise ModelError("weights", "they are missing", "Install the package again")


def suicidal() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def results(task: object, pieces: list[str], jobs: int = 2) -> list[object]:
    with Workers(jobs, task, nothing) as pool:  # type: ignore[arg-type]
        return [result for _, result in pool.map(pieces, len)]


def test_results_come_in_the_order_of_the_pieces() -> None:
    pieces = ["slow a", "b", "c", "slow d", "e"]
    assert results(doubled, pieces) == [piece * 2 for piece in pieces]


def test_a_process_that_dies_costs_nothing_if_its_piece_was_not_the_cause(tmp_path: Path) -> None:
    pieces = ["a", "b", f"once {tmp_path / 'died'}", "c", "d", "e"]
    assert results(deadly, pieces) == ["aa", "bb", "onceonce", "cc", "dd", "ee"]


def test_a_piece_that_kills_every_process_is_lost_and_no_other() -> None:
    pieces = ["a", "always", "b", "c", "always", "d", "e", "f"]
    found = results(deadly, pieces)
    assert found == ["aa", Lost(), "bb", "cc", Lost(), "dd", "ee", "ff"]


def test_what_is_wrong_before_the_first_piece_is_raised_here() -> None:
    with Workers(2, doubled, faulty) as pool, pytest.raises(ModelError, match="they are missing"):
        list(pool.map(["a"], len))


def test_processes_that_cannot_begin_end_the_run_with_a_remedy() -> None:
    with Workers(2, doubled, suicidal) as pool, pytest.raises(CounterclaimError, match="fewer --jobs"):
        list(pool.map(["a", "b", "c"], len))


class Source:
    """Pieces, and how many of them were asked for."""

    def __init__(self, count: int, size: int) -> None:
        self.count, self.size, self.taken = count, size, 0

    def __iter__(self) -> Iterator[str]:
        while self.taken < self.count:
            self.taken += 1
            yield "x" * self.size


@pytest.mark.parametrize(
    ("size", "ahead"),
    [
        pytest.param(90, 3, id="large pieces, few at a time: one for each process, and one to follow"),
        pytest.param(1000, 3, id="pieces over the limit still keep all processes busy"),
        pytest.param(1, 2 * workers.AHEAD + 1, id="small pieces, many at a time"),
    ],
)
def test_no_more_is_taken_in_than_memory_should_hold(
    size: int, ahead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "AHEAD_BYTES", 100)
    source = Source(200, size)
    with Workers(2, doubled, nothing) as pool:
        for count, _ in enumerate(pool.map(source, len), 1):
            assert source.taken - count < ahead
    assert source.taken == 200


def test_who_stops_early_leaves_no_process_behind() -> None:
    with Workers(2, doubled, nothing) as pool:
        next(pool.map(["a"] * 50, len))
        processes = [worker.process for worker in pool._workers]
    assert processes
    assert not any(process.is_alive() for process in processes)
