"""Documents on their way through the processes, and single texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from counterclaim import pipeline
from counterclaim.errors import InputError, NotText
from counterclaim.model.document import Capture, Media


class Pool:
    """Stands in for the processes: holds what was handed out until it is asked for."""

    def __init__(self, *_: object, **__: object) -> None:
        self.held = 0
        self.most = 0
        self.stopped: dict[str, object] = {}

    def submit(self, _: object, capture: Capture) -> Future:
        self.held += len(capture.data)
        self.most = max(self.most, self.held)
        return Future(self, capture)

    def shutdown(self, **how: object) -> None:
        self.stopped = how


class Future:
    def __init__(self, pool: Pool, capture: Capture) -> None:
        self.pool, self.capture = pool, capture

    def result(self) -> InputError:
        self.pool.held -= len(self.capture.data)
        return InputError(self.capture.id, "x", "y")


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Pool:
    made = Pool()
    monkeypatch.setattr(pipeline, "ProcessPoolExecutor", lambda *_, **__: made)
    return made


class Source:
    """Captures, and how many of them were asked for."""

    def __init__(self, count: int, size: int) -> None:
        self.left, self.size, self.taken = count, size, 0

    def __iter__(self) -> Iterator[Capture]:
        while self.taken < self.left:
            self.taken += 1
            yield Capture(name="x", id=str(self.taken), data=b"x" * self.size, media=Media.TEXT)


def ids(found: Any) -> list[str]:
    return [item.where for item in found]


def test_large_documents_are_handed_out_few_at_a_time(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "AHEAD_BYTES", 100)
    assert ids(pipeline.read_all(Source(50, 90), jobs=2)) == [str(n) for n in range(1, 51)]
    assert pool.most == 2 * 90  # one for each process; a third would exceed 2 * 100


def test_small_documents_are_handed_out_many_at_a_time(pool: Pool) -> None:
    assert len(ids(pipeline.read_all(Source(50, 10), jobs=2))) == 50
    assert pool.most == 10 * 2 * pipeline.AHEAD


def test_documents_over_the_limit_still_keep_all_processes_busy(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "AHEAD_BYTES", 100)
    assert len(ids(pipeline.read_all(Source(9, 1000), jobs=3))) == 9
    assert pool.most == 3 * 1000


def test_stopping_early_drops_what_was_handed_out(pool: Pool) -> None:
    source = Source(1000, 10)
    found = pipeline.read_all(source, jobs=2)
    next(found)
    found.close()
    assert pool.stopped == {"cancel_futures": True}
    assert source.taken < 20


def test_a_lone_surrogate_is_refused_by_name() -> None:
    with pytest.raises(NotText, match=r"x: lone surrogate U\+D800 at offset 2"):
        pipeline.read_text("a \ud800 b", id="x")


def test_a_lone_surrogate_in_a_title_is_refused_too() -> None:
    with pytest.raises(NotText):
        pipeline.read_text("The mayor said no.", id="x", title="a \ud800")
