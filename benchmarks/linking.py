"""How the cost of finding pairs of claims, series and forecasts grows with the claims of a ledger.

    python benchmarks/linking.py TEXTS.jsonl... [--claims 10000 30000 100000] [--read 2000] [--json]

The texts (`id`, `text`, `published`) are read until there are so many claims, which are then repeated:
every repetition gives all names another beginning and moves all days by up to two years, so that it is
another story told in the same common words.  Reading is not counted.

`pack` makes what claims are compared by (found: bytes), `load` fills the index with it until the first claim
can be looked up, `pairs` finds the neighbours of all claims, and `one` adds one document more, of the usual
length, with the neighbours of its claims.  With `--judge` follow `compare`, which judges as many pairs as
linking a ledger of so many claims does, and `derive`, which makes questions, disputes and shifts of them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import msgspec

from counterclaim.link.disputes import disputes
from counterclaim.link.docket import docket
from counterclaim.link.names import raw_names
from counterclaim.link.pairs import Index, candidate_pairs, pack
from counterclaim.link.questions.build import questions
from counterclaim.link.relations.judge import Judge
from counterclaim.link.series import series
from counterclaim.link.shifts import shifts
from counterclaim.linking.compare import most_among
from counterclaim.model.relation import Relation
from counterclaim.model.told import Told
from counterclaim.pipeline import read_text

# Bytes of `ru_maxrss`: kilobytes, but bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
BEFORE = 200  # characters of the text before a claim
YEARS = 2
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SYLLABLES = "Ka Lo Mi Nu Re So Ta Vi Zu Be Da Fo Ge Hu Jo Pe".split()


@dataclass(frozen=True)
class Took:
    """What one kind of linking took over so many claims, and how many things it found."""

    what: str
    claims: int
    cpu_seconds: float
    found: int
    peak_mb: float


def read(paths: Sequence[Path], most: int) -> list[Told]:
    """The first claims of texts."""
    claims: list[Told] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if len(claims) >= most:
                return claims[:most]
            record = json.loads(line)
            known = {key: record.get(key) for key in ("title", "publisher", "published")}
            claims += _told(record["id"], record["text"], known)
    return claims[:most]


def _told(document: str, text: str, known: dict[str, str | None]) -> Iterator[Told]:
    reading = read_text(text, id=document, **known)
    for attribution in reading.attributions:
        for claim in attribution.claims:
            start = claim.content[0][0]
            yield Told(
                document=document,
                id=claim.id,
                words=" ".join(text[left:right] for left, right in claim.content),
                meaning=claim.meaning,
                before=text[max(0, start - BEFORE) : start],
                speaker=attribution.speaker.name,
                key=attribution.speaker.key,
                kind=attribution.speaker.kind,
                party=attribution.speaker.party,
                published=(known["published"] or "2022-01-01")[:10],
                title=known["title"],
            )


def repeated(claims: Sequence[Told], most: int) -> list[Told]:
    """So many claims, made of few: other names, other days."""
    chance = random.Random(5)
    found: list[Told] = []
    for copy in range(-(-most // len(claims))):
        beginning = "".join(chance.choices(_SYLLABLES, k=2)).capitalize()
        moved = timedelta(days=chance.randrange(365 * YEARS))
        found += [_other(claim, copy, beginning, moved) for claim in claims]
    return found[:most]


def _other(claim: Told, copy: int, beginning: str, moved: timedelta) -> Told:
    def named(text: str | None) -> str | None:
        for name in sorted(set(raw_names(text or "")), key=len, reverse=True):
            text = (text or "").replace(name, beginning + name.lower())
        return text

    def later(day: str | None) -> str | None:
        return _DAY.sub(lambda one: (date.fromisoformat(one[0]) + moved).isoformat(), day) if day else None

    meaning = msgspec.structs.replace(
        claim.meaning,
        due=later(claim.meaning.due),
        said=None,
        quantities=tuple(msgspec.structs.replace(one, of=named(one.of)) for one in claim.meaning.quantities),
        times=tuple(msgspec.structs.replace(one, edtf=later(one.edtf)) for one in claim.meaning.times),
        places=tuple(
            msgspec.structs.replace(one, name=named(one.name) or "") for one in claim.meaning.places
        ),
    )
    return msgspec.structs.replace(
        claim,
        document=f"{copy}-{claim.document}",
        words=named(claim.words) or "",
        before=named(claim.before) or "",
        title=named(claim.title),
        party=named(claim.party),
        meaning=meaning,
        published=later(claim.published),
    )


def took(what: str, claims: int, link: Callable[[], int]) -> Took:
    """Link once."""
    before = time.process_time()
    found = link()
    seconds = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6
    return Took(what, claims, seconds, found, peak)


def pairs(claims: Sequence[Told]) -> Iterator[Took]:
    """Find the neighbours of all claims, step by step."""
    documents = [list(told) for _, told in groupby(claims, key=lambda claim: claim.document)]
    packed: list[bytes] = []
    index, numbers = Index(), list[range]()

    def pack_all() -> int:
        packed.extend(map(pack, documents))
        return sum(map(len, packed))

    def load() -> int:
        numbers.extend(
            index.add(told[0].document, body) for told, body in zip(documents, packed, strict=True)
        )
        index.neighbours(numbers[0][:1])
        return len(index)

    def neighbours(of: Sequence[range]) -> int:
        return sum(len(near) for some in of for near in index.neighbours(some))

    yield took("pack", len(claims), pack_all)
    yield took("load", len(claims), load)
    yield took("pairs", len(claims), lambda: neighbours(numbers))
    usual = packed[sorted(range(len(packed)), key=lambda place: len(numbers[place]))[len(packed) // 2]]
    yield took("one", len(claims), lambda: neighbours([index.add("one more", usual)]))


def judged(claims: Sequence[Told]) -> Iterator[Took]:
    """Judge the pairs that linking would, and derive what follows."""
    relations: list[Relation] = []
    judge = Judge()

    def compare() -> int:
        near = candidate_pairs(claims, most=most_among(len(claims)))
        relations.extend(judge.relate(claims[one], claims[other]) for one, other in near)
        return len(relations)

    def derive() -> int:
        asked = questions(claims, relations)
        return len(asked) + len(disputes(asked, relations)) + len(shifts(asked, relations))

    yield took("compare", len(claims), compare)
    yield took("derive", len(claims), derive)


def linked(claims: Sequence[Told], judge: bool) -> Iterator[Took]:
    """All kinds of linking."""
    yield from pairs(claims)
    if judge:
        yield from judged(claims)
    yield took("docket", len(claims), lambda: len(docket(claims)))
    yield took("series", len(claims), lambda: len(series(claims)))


def table(rows: Sequence[Took]) -> str:
    """Figures as a person reads them."""
    lines = [f"{'':<8} {'claims':>9} {'CPU s':>8} {'ms a claim':>11} {'found':>10} {'peak MB':>8}"]
    lines += [
        f"{row.what:<8} {row.claims:>9,} {row.cpu_seconds:>8.2f} {row.cpu_seconds / row.claims * 1e3:>11.3f}"
        f" {row.found:>10,} {row.peak_mb:>8.0f}"
        for row in rows
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", type=Path, nargs="+", help="JSONL of id, text, published")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--read", type=int, default=2_000, help="claims to read (default 2000)")
    parser.add_argument(
        "--judge", action="store_true", help="judge the pairs too: 20 minutes at 100,000 claims"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    few = read(options.texts, options.read)
    rows: list[Took] = []
    for most in sorted(options.claims):
        claims = repeated(few, most)
        rows += linked(claims, options.judge)
    print(json.dumps([asdict(row) for row in rows], indent=2) if options.json else table(rows))


if __name__ == "__main__":
    main()
