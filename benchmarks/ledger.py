"""How fast a ledger takes claims in and gives them back, and how large its file is.

    python benchmarks/ledger.py [--claims 1000000] [--batch 1000] [--keep PATH] [--json]

Made-up documents with readings (see `synthetic_news.py`) are put into a new ledger, in batches
of documents, with full-text search kept up to date as always; making them is not counted.
Then searches and lists are asked of the ledger opened anew, each a few times over, words and
speakers from very common to rare.  Times are of the wall clock and of the processor, so that
other work on the machine can be told apart.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from synthetic_news import NAMES, News

from counterclaim.ledger.ledger import Ledger, open_ledger

# Bytes of `ru_maxrss`: kilobytes, but bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
ADDED = "2026-01-01T00:00:00Z"
SPEAKERS = (("of very many claims", 0, 10), ("of many", 100, 1_000), ("of few", 10_000, NAMES))


@dataclass(frozen=True)
class Written:
    """What putting claims in took."""

    claims: int
    documents: int
    wall_seconds: float
    cpu_seconds: float
    claims_per_wall_second: float
    claims_per_cpu_second: float
    file_mb: float


@dataclass(frozen=True)
class Asked:
    """What one kind of question took."""

    question: str
    times: int
    p50_ms: float
    p95_ms: float
    p95_cpu_ms: float
    worst_ms: float
    answers: float


def write(path: Path, news: News, claims: int, batch: int) -> Written:
    """Put documents in until the ledger holds so many claims."""
    documents = news.documents(claims)
    told = count = 0
    wall = cpu = 0.0
    with open_ledger(path, create=True) as ledger:
        while made := list(islice(documents, batch)):
            wall_before, cpu_before = time.perf_counter(), time.process_time()
            with ledger.transaction():
                for one in made:
                    ledger.put(one.capture, one.document, one.reading, ADDED)
            wall += time.perf_counter() - wall_before
            cpu += time.process_time() - cpu_before
            count += len(made)
            told += sum(len(said.claims) for one in made for said in one.reading.attributions)
            progress(told, claims)
    return Written(
        claims=told,
        documents=count,
        wall_seconds=wall,
        cpu_seconds=cpu,
        claims_per_wall_second=told / wall,
        claims_per_cpu_second=told / cpu,
        file_mb=sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / 1e6,
    )


def progress(told: int, claims: int) -> None:
    """One line on a terminal that is written over."""
    if sys.stderr.isatty():
        print(f"\r{told:>10,} of {claims:,} claims", end="" if told < claims else "\n", file=sys.stderr)


def ask(question: str, asked: Sequence[Callable[[], int]]) -> Asked:
    """Ask all, and say how long the usual and the slow ones took."""
    took, worked, answers = [], [], 0
    for one in asked:
        before, cpu_before = time.perf_counter(), time.process_time()
        answers += one()
        took.append((time.perf_counter() - before) * 1e3)
        worked.append((time.process_time() - cpu_before) * 1e3)
    took.sort()
    worked.sort()
    return Asked(
        question=question,
        times=len(took),
        p50_ms=took[len(took) // 2],
        p95_ms=took[int(len(took) * 0.95)],
        p95_cpu_ms=worked[int(len(worked) * 0.95)],
        worst_ms=took[-1],
        answers=answers / len(took),
    )


def searches(ledger: Ledger, news: News, chance: random.Random, times: int) -> list[Asked]:
    """Searches for words from very common to rare, for phrases, and without words."""
    common, usual, rare = news.words[:20], news.words[200:2_000], news.words[20_000:]
    kinds: dict[str, Callable[[], str]] = {
        "search: a very common word": lambda: chance.choice(common),
        "search: a usual word": lambda: chance.choice(usual),
        "search: a rare word": lambda: chance.choice(rare),
        "search: two usual words": lambda: f"{chance.choice(usual)} {chance.choice(usual)}",
        "search: a common and a usual word": lambda: f"{chance.choice(common)} {chance.choice(usual)}",
        "search: two very common words": lambda: f"{chance.choice(common)} {chance.choice(common)}",
        "search: a phrase of common words": lambda: f'"{chance.choice(common)} {chance.choice(common)}"',
        "search: a phrase with a usual word": lambda: f'"{chance.choice(common)} {chance.choice(usual)}"',
        "search: a usual word without another": lambda: f"{chance.choice(usual)} -{chance.choice(common)}",
        "search: a speaker": lambda: news.names[int(len(news.names) * chance.random() ** 4)],
    }

    def one(words: str) -> Callable[[], int]:
        return lambda: len(ledger.search(words).hits)

    asked = {kind: [one(make()) for _ in range(times)] for kind, make in kinds.items()}
    every = [question for questions in asked.values() for question in questions]
    chance.shuffle(every)
    return [*(ask(kind, questions) for kind, questions in asked.items()), ask("search: all of these", every)]


def lists(ledger: Ledger, news: News, chance: random.Random, times: int) -> list[Asked]:
    """Lists of claims by speaker, party and day."""

    def by(name: str) -> Callable[[], int]:
        return lambda: len(ledger.claims(by=name))

    def party(name: str) -> Callable[[], int]:
        return lambda: len(ledger.claims(party=name))

    def since(day: str) -> Callable[[], int]:
        return lambda: len(ledger.claims(since=day))

    def party_since(name: str, day: str) -> Callable[[], int]:
        return lambda: len(ledger.claims(party=name, since=day))

    def by_about(name: str, word: str) -> Callable[[], int]:
        return lambda: len(ledger.claims(by=name, about=word))

    def day() -> str:
        return f"{chance.randint(2021, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"

    named = {kind: news.names[first:last] for kind, first, last in SPEAKERS}
    every = [name for names in named.values() for name in chance.choices(names, k=times)]
    chance.shuffle(every)
    return [
        *(
            ask(f"claims --by a speaker {kind}", [by(name) for name in chance.choices(names, k=times)])
            for kind, names in named.items()
        ),
        ask("claims --by: all of these", [by(name) for name in every]),
        ask("claims --by a surname", [by(name.split()[-1]) for name in every]),
        ask("claims --party", [party(name) for name in chance.choices(news.parties, k=times)]),
        ask("claims --since", [since(day()) for _ in range(times)]),
        ask("claims --party --since", [party_since(n, day()) for n in chance.choices(news.parties, k=times)]),
        ask("claims --by --about", [by_about(name, chance.choice(news.words[:2_000])) for name in every]),
    ]


def opened(path: Path) -> Asked:
    """How long opening and closing takes."""

    def one() -> int:
        with open_ledger(path, read_only=True):
            return 1

    return ask("open and close", [one] * 20)


def table(written: Written | None, asked: Sequence[Asked], peak_mb: float) -> str:
    """Figures as a person reads them."""
    lines = []
    if written:
        lines += [
            f"{written.claims:,} claims of {written.documents:,} documents",
            f"written in {written.wall_seconds:.1f} s ({written.claims_per_wall_second:,.0f} claims/s),"
            f" {written.cpu_seconds:.1f} CPU s ({written.claims_per_cpu_second:,.0f} claims/CPU s)",
            f"file {written.file_mb:.1f} MB",
            "",
        ]
    lines.append(
        f"{'':<44} {'times':>5} {'p50 ms':>8} {'p95 ms':>8} {'p95 CPU':>8} {'worst':>8} {'answers':>8}"
    )
    lines += [
        f"{one.question:<44} {one.times:>5} {one.p50_ms:>8.2f} {one.p95_ms:>8.2f}"
        f" {one.p95_cpu_ms:>8.2f} {one.worst_ms:>8.2f} {one.answers:>8.1f}"
        for one in asked
    ]
    return "\n".join([*lines, "", f"peak memory {peak_mb:.0f} MB"])


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=1_000_000, help="how many claims (default 1000000)")
    parser.add_argument("--batch", type=int, default=1000, help="documents a transaction (default 1000)")
    parser.add_argument("--times", type=int, default=200, help="questions of each kind (default 200)")
    parser.add_argument("--keep", type=Path, help="keep the ledger here; one that is there is asked again")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    news, chance = News(), random.Random(4)
    with tempfile.TemporaryDirectory() as name:
        path = options.keep or Path(name) / "ledger.db"
        written = None if path.exists() else write(path, news, options.claims, options.batch)
        asked = [opened(path)]
        with open_ledger(path, read_only=True) as ledger:
            asked += searches(ledger, news, chance, options.times)
            asked += lists(ledger, news, chance, options.times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6
    if options.json:
        figures = {"written": written and asdict(written), "asked": [asdict(one) for one in asked]}
        print(json.dumps({**figures, "peak_mb": peak}, indent=2))
    else:
        print(table(written, asked, peak))


if __name__ == "__main__":
    main()
