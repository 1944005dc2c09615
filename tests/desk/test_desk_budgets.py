"""What each kind of page may cost: bytes, and time of the processor against work that is always the same.

How the desk does with 100,000 claims, `benchmarks/desk.py` tells.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.browser.pages_of import KINDS, addresses

KB = 1024
PAGE_BYTES = 150 * KB
MOST_TIME = 10  # times the reference, which takes about 7 ms where pages take 1 to 17
TRIES = 3  # of which the best counts, so that what is made once or runs beside does not


@pytest.fixture(scope="module")
def places(story_ledger: Path) -> dict[str, str]:
    """The path of a page of each kind."""
    return addresses(story_ledger)


def spent(did: Callable[[], object]) -> float:
    """Seconds of the processor that a call takes at best."""
    took = []
    for _ in range(TRIES):
        began = time.process_time()
        did()
        took.append(time.process_time() - began)
    return min(took)


def fixed_work() -> None:
    """Work that is the same on every machine: words are counted, and their bytes hashed."""
    counted: dict[str, int] = {}
    for at in range(50_000):
        word = f"word {at % 997}"
        counted[word] = counted.get(word, 0) + len(word)
    for word in counted:
        hashlib.sha256(word.encode() * 20).hexdigest()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_within_its_budgets(kind: str, desk: TestClient, places: dict[str, str]) -> None:
    answer = desk.get(places[kind])
    assert answer.status_code == (404 if kind == "missing" else 200)
    assert len(answer.content) <= PAGE_BYTES
    assert spent(lambda: desk.get(places[kind])) <= MOST_TIME * spent(fixed_work)


@pytest.mark.parametrize("path", ["/style.css", "/static/desk.js", "/static/review.js", "/static/reading.js"])
def test_what_all_pages_share_is_small_and_not_sent_twice(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert len(answer.content) <= PAGE_BYTES / 2
    again = desk.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
