"""The charts on the page of a question: when it was said and of what time, and the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.model.inquiry import QuestionPage
from counterclaim.model.meaning import Meaning
from counterclaim.model.relation import ClaimName
from counterclaim.show.chart.counts import Count
from counterclaim.show.chart.timeline import Mark
from counterclaim.show.chart.two_times import Speaking, two_times
from counterclaim.show.report.question import NARROW, WIDE, Charts, Entry, NumberChart, number_chart
from counterclaim.show.report.sides import is_resolved
from counterclaim.show.visible import shortened
from counterclaim.show.web.render import ROOT

NOT_RESOLVED = "not resolved"  # the lane of all whose speaker the text does not tell
MOST_MARKS = 100  # answers in a chart, the newest; it then weighs about 40 KB
_LONGEST = 60  # code points of words in what pointing at a sign shows


def lanes_chart(
    found: QuestionPage, entries: Sequence[Entry], meanings: Mapping[ClaimName, Meaning]
) -> Charts | None:
    """The newest answers in two groups of lanes, None where none has a day.

    On narrow screens signs are too small to be tapped, so those lead nowhere: the table does.
    """
    older = max(0, len(entries) - MOST_MARKS)
    spoken = speaking_of(found, entries, meanings)[older:]
    bare = [one._replace(mark=one.mark._replace(title="", href="")) for one in spoken]
    wide, narrow = two_times(spoken, WIDE), two_times(bare, NARROW)
    if wide is None or narrow is None:
        return None
    return Charts(*(one._replace(unplaced=one.unplaced + older) for one in (wide, narrow)))


def speaking_of(
    found: QuestionPage, entries: Sequence[Entry], meanings: Mapping[ClaimName, Meaning]
) -> list[Speaking]:
    """The answers in order of time, in the lanes of their parties, with the times that they speak of."""
    return [
        Speaking(
            Mark(
                entry.side if is_resolved(one) else NOT_RESOLVED,
                entry.claim.iso,
                entry.answer.css,
                _title(entry),
                ROOT + entry.claim.href,
            ),
            _times(meanings.get(one.position.claim)),
        )
        for one, entry in zip(found.answers, entries, strict=True)
    ]


def numbers_chart(found: QuestionPage, entries: Sequence[Entry]) -> NumberChart | None:
    """The newest numbers among the answers, None where there are too few."""
    return number_chart(*counts_of(found, entries))


def counts_of(found: QuestionPage, entries: Sequence[Entry]) -> tuple[list[Count], list[str]]:
    """The newest numbers among the answers, and the parties that the counts name by their place."""
    numbered = [
        (one.position.number, one.position.day, entry)
        for one, entry in zip(found.answers, entries, strict=True)
        if one.position.number is not None
    ][-MOST_MARKS:]
    names = list(dict.fromkeys(entry.side for *_, entry in numbered))
    counts = [
        Count(names.index(entry.side), day, number, _title(entry), ROOT + entry.claim.href)
        for number, day, entry in numbered
    ]
    return counts, names


def _title(entry: Entry) -> str:
    return f"{entry.claim.day} · {entry.side}: {entry.answer.word}. {shortened(entry.claim.short, _LONGEST)}"


def _times(meaning: Meaning | None) -> tuple[str, ...]:
    return tuple(one.edtf for one in meaning.times if one.edtf is not None) if meaning else ()
