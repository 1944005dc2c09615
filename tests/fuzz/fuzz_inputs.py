"""Give mutated inputs of every kind to `add`'s way in, and fail where one does worse than an error value.

    python -m tests.fuzz.fuzz_inputs --seconds 60 --seed 1

The same seed gives the same inputs.  What fails is kept in the folder that is named.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path

from counterclaim.errors import InputError
from counterclaim.fetch.inputs import input_captures
from counterclaim.model.document import Capture
from tests.fuzz.seeds import seeds

SLOWEST = 5.0  # seconds for one input
GROWTH = 400_000  # kilobytes of memory over all inputs, beyond what the seeds take

_WORDS = (
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"&#55296;",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"<!DOCTYPE x [",
    b"<!ENTITY a 'b'>",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\r\n\r\n",
    b"WARC/1.0\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"Content-Length: -1\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"\x1f\x8b\x08",
    b'"',
    b"'",
    b",",
    b"{",
    b"[",
    b"9" * 400,
    b"<item>",
    b"<entry>",
    b"<content type='",
    b"xml:base='http://[::1'",
    b"encoding='utf-7'",
    b"encoding='idna'",
    b"http://[",
    b"PAR1",
    b"\xff\xfe",
    b"1e999",
    b"NaN",
    b"\\ud800",
    b"ffffffff\r\n",
    b"<pubDate>",
    b"<link>",
)


def mutated(data: bytes, choice: random.Random) -> bytes:
    """The data with one to eight changes."""
    changed = bytearray(data)
    for _ in range(choice.choice((1, 1, 2, 4, 8))):
        choice.choice(_MUTATIONS)(changed, choice)
    return bytes(changed)


def _flip(data: bytearray, choice: random.Random) -> None:
    if data:
        data[choice.randrange(len(data))] = choice.randrange(256)


def _cut(data: bytearray, choice: random.Random) -> None:
    at = choice.randrange(len(data) + 1)
    del data[at : at + choice.choice((1, 2, 8, 64, 1 << 20))]


def _insert(data: bytearray, choice: random.Random) -> None:
    at = choice.randrange(len(data) + 1)
    data[at:at] = choice.choice(_WORDS)


def _repeat(data: bytearray, choice: random.Random) -> None:
    at = choice.randrange(len(data) + 1)
    data[at:at] = bytes(data[at : at + choice.randrange(1, 200)]) * choice.choice((1, 2, 50))


def _move(data: bytearray, choice: random.Random) -> None:
    at, to = choice.randrange(len(data) + 1), choice.randrange(len(data) + 1)
    data[to:to] = data[at : at + choice.randrange(1, 300)]


def _overwrite(data: bytearray, choice: random.Random) -> None:
    at, word = choice.randrange(len(data) + 1), choice.choice(_WORDS)
    data[at : at + len(word)] = word


_MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip,
    _flip,
    _cut,
    _insert,
    _repeat,
    _move,
    _overwrite,
)


def check(path: Path) -> Counter[str]:
    """Take in one file; raises AssertionError if anything but captures and error values comes of it."""
    start = time.perf_counter()
    found: Counter[str] = Counter()
    for item in input_captures([str(path)]):
        assert isinstance(item, Capture | InputError)
        found[type(item).__name__] += 1
        if isinstance(item, Capture):
            for text in (item.id, item.name, item.url, item.title, item.publisher, item.published):
                assert text is None or text.encode("utf-8")
    seconds = time.perf_counter() - start
    assert seconds < SLOWEST, f"it took {seconds:.1f} seconds"
    return found


def fuzz(folder: Path, seed: int, iterations: int | None, seconds: float | None) -> Counter[str]:
    """Run so many iterations or so long; what fails stays in the folder under a name with its number."""
    choice = random.Random(seed)
    given = seeds(folder)
    for name, data in given.items():
        (folder / name).write_bytes(data)
        check(folder / name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    end = None if seconds is None else time.monotonic() + seconds
    total: Counter[str] = Counter()
    for number in count() if iterations is None else range(iterations):
        if end is not None and time.monotonic() > end:
            break
        name = choice.choice(list(given))
        path = folder / f"{number}-{name}"
        path.write_bytes(mutated(given[name], choice))
        try:
            total += check(path)
        except BaseException as error:
            error.add_note(f"input: {path} (seed {seed}, iteration {number})")
            raise
        path.unlink()
        total["inputs"] += 1
    growth = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert growth < GROWTH, f"memory grew by {growth:,} kB"
    total["kB grown"] = growth
    return total


def main() -> None:
    """Fuzz as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--iterations", type=int)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.iterations is None and options.seconds is None:
        parser.error("give --iterations or --seconds")
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    print(f"failing inputs are kept in {folder}")
    for name, number in fuzz(folder, options.seed, options.iterations, options.seconds).most_common():
        print(f"{number:10,} {name}")


if __name__ == "__main__":
    main()
