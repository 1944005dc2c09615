"""The evidence that each side of a question points to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import QuestionPage
from counterclaim.model.meaning import EvidenceKind, Meaning
from counterclaim.model.relation import ClaimName
from counterclaim.show.anchor import web_address
from counterclaim.show.badge import Badge, evidence_words
from counterclaim.show.report.question import Entry
from counterclaim.show.report.shifted import AnswerView
from counterclaim.show.report.words import counted

MOST = 8  # claims of a side with evidence; all stand in the table of answers
_ORDER = ("yes", "no", "number", "hedged", "asks")


class Offer(NamedTuple):
    """A claim and what it points to."""

    entry: Entry
    offered: list[Badge]


class OfAnswer(NamedTuple):
    """What those who give one answer point to, the newest first; `more` counts claims not shown."""

    answer: AnswerView
    facts: str
    offers: list[Offer]
    more: int


def evidence_of(
    found: QuestionPage, entries: Sequence[Entry], meanings: Mapping[ClaimName, Meaning]
) -> list[OfAnswer]:
    """The evidence by answer; numbers, which differ from each other, are one."""
    offers: dict[str, list[Offer]] = {css: [] for css in _ORDER}
    for one, entry in zip(found.answers, entries, strict=True):
        offered = list(_offered(meanings.get(one.position.claim))) or entry.claim.evidence
        if offered:
            offers[entry.answer.css].insert(0, Offer(entry, offered))
    return [_of_answer(some) for some in offers.values() if some]


def _of_answer(offers: list[Offer]) -> OfAnswer:
    first = offers[0].entry.answer
    answer = first._replace(word="numbers") if first.css == "number" else first
    parties = len({one.entry.side for one in offers})
    facts = f"{counted(len(offers), 'claim')} of {counted(parties, 'party', 'parties')}"
    return OfAnswer(answer, facts, offers[:MOST], max(0, len(offers) - MOST))


def _offered(meaning: Meaning | None) -> Iterator[Badge]:
    """Each piece once, with who supplies it and its address where the page links to it."""
    pieces = [one for one in meaning.evidence if one.kind is not EvidenceKind.NONE] if meaning else []
    yield from dict.fromkeys(
        Badge("evidence", evidence_words(one), web_address(one.url or "")) for one in pieces
    )
