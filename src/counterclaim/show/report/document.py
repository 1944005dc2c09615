"""The pages of one document: its reading as shown elsewhere, with an anchor at each claim referred to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Reading
from counterclaim.model.span import Spans
from counterclaim.show.badge import Badge, claim_badges
from counterclaim.show.report.claim import Receipt
from counterclaim.show.report.render import Page, environment, page
from counterclaim.show.report.told import Stretch, with_stretches
from counterclaim.show.view import DocumentView, RowView, document_view
from counterclaim.show.visible import visible

ROOM = 200_000  # bytes of the rows on one page, whose frame and own voice come on top
STATEMENTS = 100  # statements in the outlet's own voice listed on one page
_PREFIX = "t"  # begins the anchors of the reading, which no id of a claim begins with
_ID = re.compile(r' id="([^"]+)"')
_HREF = re.compile(r' href="#([^"]+)"')


class Answered(NamedTuple):
    """A question that claims of a document answer; `claims` are anchors with whose answer it is and which."""

    path: str
    text: str
    claims: list[tuple[str, str, str]]


class DocumentPages(NamedTuple):
    """The pages of a document, and for each claim and statement by its id where it is marked."""

    pages: list[Page]
    receipts: dict[str, Receipt]


class _Part(NamedTuple):
    html: list[Markup]
    own_voice: Markup
    continues: bool


def document_pages(
    reading: Reading, id: str, wanted: Collection[str], answers: Sequence[Answered]
) -> DocumentPages:
    """The pages of a reading whose document has this id in the ledger.

    `wanted` are the ids of claims and statements that get an anchor of their own.
    """
    document = reading.document
    view = document_view(reading, _PREFIX)
    view = view._replace(rows=_marked(view, document, list(_stretches(reading, wanted))))
    parts = _parts(view)
    paths = [f"documents/{id}{'' if not at else f'-{at + 1}'}.html" for at in range(len(parts))]
    places = {
        anchor: path
        for part, path in zip(parts, paths, strict=True)
        for html in (*part.html, part.own_voice)
        for anchor in _ID.findall(html)
    }
    pages = [
        page(
            "document",
            path,
            document=view,
            rows=[_led(html, path, places) for html in part.html],
            own_voice=_led(part.own_voice, path, places),
            answers=[] if at else answers,
            hrefs={id: _from(path, places.get(id, path), id) for one in answers for id, *_ in one.claims},
            parts=paths,
            at=at,
        )
        for at, (part, path) in enumerate(zip(parts, paths, strict=True))
    ]
    receipts = {
        id: Receipt(f"{places.get(id, paths[0])}#{id}", badges)
        for id, _, badges in _referred(reading, wanted)
    }
    return DocumentPages(pages, receipts)


def _referred(
    reading: Reading, wanted: Collection[str]
) -> Iterator[tuple[str, tuple[Field, Spans], list[Badge]]]:
    """Claims and statements that are wanted, each id once: where they stand and what they mean."""
    document = reading.document
    seen: set[str] = set()
    for one in reading.attributions:
        for claim in one.claims:
            if claim.id in wanted and claim.id not in seen:
                seen.add(claim.id)
                yield (
                    claim.id,
                    (one.field, claim.content),
                    claim_badges(claim.meaning, _text(document, one.field)),
                )
    for stated in reading.own_voice:
        if stated.id in wanted and stated.id not in seen:
            seen.add(stated.id)
            badges = claim_badges(stated.meaning, _text(document, stated.field))
            yield stated.id, (stated.field, stated.content), badges


def _stretches(reading: Reading, wanted: Collection[str]) -> Iterator[tuple[Field, Stretch]]:
    for id, (field, content), _ in _referred(reading, wanted):
        for at, (start, end) in enumerate(content):
            yield field, Stretch(start, end, f"{id}-{at + 1}" if at else id)


def _text(document: Document, field: Field) -> str:
    return document.text if field is Field.TEXT else document.title or document.name


def _marked(view: DocumentView, document: Document, stretches: list[tuple[Field, Stretch]]) -> list[RowView]:
    """The rows of the view with stretches; a title that stands above the text has rows of its own."""
    text = [one for field, one in stretches if field is Field.TEXT]
    title = [one for field, one in stretches if field is Field.TITLE]
    above = _title_rows(view, document)
    return [
        *with_stretches(view.rows[:above], _text(document, Field.TITLE), title),
        *with_stretches(view.rows[above:], document.text, text),
    ]


def _title_rows(view: DocumentView, document: Document) -> int:
    """How many rows are of the title: the first ones until no more is left than the text."""
    sizes = [
        sum(len("".join(one.text.split())) for one in row.tokens if one.kind == "words") for row in view.rows
    ]
    of_text = len("".join(visible(document.text).split()))
    left, rows = sum(sizes), 0
    while left > of_text:
        left -= sizes[rows]
        rows += 1
    return rows


def _parts(view: DocumentView) -> list[_Part]:
    """The rows and lists as HTML, parted where a page would grow too long."""
    row_of = environment().get_template("row.html.j2").module.row_of  # type: ignore[attr-defined]
    own_voice_of = environment().get_template("own.html.j2").module.own_voice_of  # type: ignore[attr-defined]
    parts: list[list[Markup]] = [[]]
    room = ROOM
    for at, row in enumerate(view.rows):
        html = row_of(row, view, "" if at else f"{view.id}-heading")
        size = len(html.encode("utf-8", "surrogatepass"))
        if size > room and parts[-1]:
            parts.append([])
            room = ROOM
        parts[-1].append(html)
        room -= size
    lists = [
        own_voice_of(view._replace(own_voice=view.own_voice[start : start + STATEMENTS]))
        for start in range(0, len(view.own_voice), STATEMENTS)
    ]
    first, last = lists[:1] or [Markup()], lists[1:]
    return [
        *(_Part(html, Markup(), at > 0) for at, html in enumerate(parts[:-1])),
        _Part(parts[-1], first[0], len(parts) > 1),
        *(_Part([], more, True) for more in last),
    ]


def _led(html: Markup, path: str, places: Mapping[str, str]) -> Markup:
    """The HTML with links to anchors of other pages of the document leading there.

    Templates have escaped it, so that no word of the text looks like such a link.
    """

    def there(match: re.Match[str]) -> str:
        return f' href="{_from(path, places.get(match[1], path), match[1])}"'

    return Markup(_HREF.sub(there, html))


def _from(path: str, target: str, anchor: str) -> str:
    return f"#{anchor}" if target == path else f"{target.rpartition('/')[2]}#{anchor}"
