"""A question in a list: who answered what last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.inquiry import QuestionRow, Stand
from counterclaim.model.question import Answer
from counterclaim.show.inquiry.parts import (
    INDENT,
    NOT_NAMED,
    beside,
    counted,
    facts,
    headed,
    indented,
    label_of,
    period,
)
from counterclaim.show.visible import one_line

_ORDER = {answer: place for place, answer in enumerate(Answer)}


def question_entry(row: QuestionRow, width: int, console: Console) -> Iterator[Text]:
    """The question, how many answer it and since when, and the last answer of each side."""
    yield from headed(row.text, row.id, width, console)
    told = (
        row.form.value,
        counted(row.parties, "party"),
        f"{counted(row.answers, 'answer')} from {counted(row.origins, 'origin')}",
        period(row.first_day, row.last_day),
    )
    yield from indented(facts(told, width - INDENT, console))
    yield from stand_lines(row.stands, width, console)


def stand_lines(stands: Iterable[Stand], width: int, console: Console) -> Iterator[Text]:
    """The sides by their last answers: yes, no, hedged, numbers, who asks for evidence."""
    given: dict[str, list[str]] = {}
    for stand in sorted(stands, key=lambda one: _ORDER[one.answer]):
        name = one_line(stand.party or "") or NOT_NAMED
        given.setdefault(label_of(stand.answer, stand.number), []).append(
            f"{name} (changed)" if stand.changed else name
        )
    yield from beside({label: Text(", ".join(names)) for label, names in given.items()}, width, console)
