"""The reading view of a document: its text with who says what marked, and the margin beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.document import Field
from counterclaim.model.listing import DocumentRow
from counterclaim.model.opened import Family, Opened
from counterclaim.model.reading import Reading
from counterclaim.model.span import Span
from counterclaim.show.report.told import Stretch, with_stretches
from counterclaim.show.report.words import day_words
from counterclaim.show.view import DocumentView, RowView, document_view, opens_with_title
from counterclaim.show.visible import one_line, shortened
from counterclaim.show.web.document_answers import answers_here
from counterclaim.show.web.document_margin import margins_here, text_of
from counterclaim.show.web.document_notes import Notes, judged_view
from counterclaim.show.web.document_parts import part_at, parts
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

PREFIX = "t"  # begins the anchors of the reading, which no id of a claim begins with
LONGEST_MEANT = 200  # code points of the claim asked for, as the head of the page tells it
_ID = re.compile(r' id="([^"]+)"')
_HREF = re.compile(rf' href="#({PREFIX}-(?:card|said|claim)(\d+)[^"]*)"')


class Wanted(NamedTuple):
    """What of a document is asked for: a part by its number from one, that of a claim or an attribution."""

    part: int = 1
    claim: str | None = None
    attribution: int | None = None


class Leaf(NamedTuple):
    """Which part of a document a page shows; `near` are parts to lead to, `at` and they count from 0.

    `shown` are the claims that stand on the page.
    """

    path: str
    at: int
    parts: int
    near: list[int]
    shown: frozenset[str]
    may_review: bool

    def to(self, claim: str) -> str:
        """Where the words of a claim of the document are."""
        return f"#{claim}" if claim in self.shown else f"{self.path}?claim={claim}#{claim}"


class Meant(NamedTuple):
    """The claim that the reader came for; `id` is empty where this text is no longer read so."""

    id: str
    words: str
    card: str


class KinView(NamedTuple):
    """Another document: where to read it, what it is called, who published it when."""

    href: str
    name: str
    facts: str


class FamilyView(NamedTuple):
    """What the document has to do with others, in words; empty where there is nothing to say."""

    copied: KinView | None
    why: str
    began: KinView | None
    agency: str
    copies: list[KinView]
    more: int
    tally: str
    edition: str
    newest: str


def document_page(shell: Shell, opened: Opened, wanted: Wanted) -> str:
    """The document, or that part of a long one which is asked for."""
    reading = opened.reading
    found = parts(reading)
    places = _places(reading)
    at = _at(wanted, found, reading, places)
    window = found[at] if len(found) > 1 else None
    view = document_view(reading, PREFIX, window)
    rows = _marked(view, reading, window)
    leaf = Leaf(
        path=f"/documents/{opened.family.row.id}",
        at=at,
        parts=len(found),
        near=[one for one in range(len(found)) if one in (0, len(found) - 1) or abs(one - at) < 4],
        shown=frozenset(id for id, (start, _) in places.items() if part_at(found, start) == at),
        may_review=not shell.read_only,
    )
    page = html(
        "document",
        shell,
        "documents",
        document=view,
        rows=list(zip(rows, margins_here(rows, opened, Notes(opened, wanted.claim), PREFIX), strict=True)),
        facts=_facts(reading),
        family=_family(opened.family),
        answers=answers_here(opened, leaf.shown),
        reviews=[judged_view(one) for one in opened.reviews.get(opened.family.row.id, ())],
        meant=_meant(reading, wanted.claim, places) if wanted.claim else None,
        page=leaf,
    )
    return page if window is None else _led(page, leaf.path)


def _at(wanted: Wanted, found: Sequence[Span], reading: Reading, places: dict[str, tuple[int, int]]) -> int:
    """Which of the parts is asked for, counted from 0."""
    if wanted.claim in places:
        return part_at(found, places[wanted.claim][0])
    if wanted.attribution is not None and wanted.attribution <= len(reading.attributions):
        one = reading.attributions[wanted.attribution - 1]
        spans = one.content or one.source or one.cue
        return part_at(found, spans[0][0] if spans and one.field is Field.TEXT else 0)
    return min(wanted.part, len(found)) - 1


def _facts(reading: Reading) -> tuple[str, list[str]]:
    """The outlet, and the day and byline."""
    document = reading.document
    day = day_words(document.published) if document.published else ""
    return document.publisher or "", [fact for fact in (day, one_line(document.byline or "")) if fact]


def _places(reading: Reading) -> dict[str, tuple[int, int]]:
    """For each claim where its words begin, 0 in a title of its own, and the number of its attribution."""
    found: dict[str, tuple[int, int]] = {}
    for number, one in enumerate(reading.attributions, start=1):
        for claim in one.claims:
            start = claim.content[0][0] if claim.content and one.field is Field.TEXT else 0
            found.setdefault(claim.id, (start, number))
    return found


def _marked(view: DocumentView, reading: Reading, window: Span | None) -> list[RowView]:
    """The rows of the view with an element of its own around the words of each claim."""
    document = reading.document
    start, end = window or (0, len(document.text))
    above = 0
    if not start and not opens_with_title(document):
        above = sum(row.element == "h2" for row in view.rows)
    rows = view.rows
    title = with_stretches(rows[:above], document.title or document.name, _stretches(reading, Field.TITLE))
    within = [
        one._replace(
            start=max(one.start, start) - start,
            end=min(one.end, end) - start,
            id=one.id if one.start >= start else "",
        )
        for one in _stretches(reading, Field.TEXT)
        if one.start < end and start < one.end
    ]
    return [*title, *with_stretches(rows[above:], document.text[start:end], within)]


def _stretches(reading: Reading, field: Field) -> list[Stretch]:
    """The words of each claim in one of the texts; of a claim that two attributions hold, once."""
    claims = {claim.id: claim for one in reading.attributions if one.field is field for claim in one.claims}
    return [
        Stretch(start, end, f"{id}-{at + 1}" if at else id)
        for id, claim in claims.items()
        for at, (start, end) in enumerate(claim.content)
    ]


def _meant(reading: Reading, id: str, places: dict[str, tuple[int, int]]) -> Meant:
    if id not in places:
        return Meant("", "", "")
    number = places[id][1]
    one = reading.attributions[number - 1]
    claim = next(claim for claim in one.claims if claim.id == id)
    text = text_of(reading.document, one.field)
    words = " … ".join(one_line(text[start:end]) for start, end in claim.content)
    return Meant(id, shortened(words, LONGEST_MEANT), f"#{PREFIX}-card{number}")


def _family(family: Family) -> FamilyView:
    ids = [one.document for one in family.editions]
    id = family.row.id
    other_origin = family.origin and family.copied and family.origin.id != family.copied.id
    copies = len(family.copies) + family.more_copies
    return FamilyView(
        copied=kin_view(family.copied) if family.copied else None,
        why=one_line(family.row.reason or ""),
        began=kin_view(family.origin) if family.origin and other_origin else None,
        agency=one_line(family.row.agency or ""),
        copies=[kin_view(one) for one in family.copies],
        more=family.more_copies,
        tally=_tally(family, copies),
        edition=f"{ids.index(id) + 1} of {len(ids)}" if id in ids and len(ids) > 1 else "",
        newest=f"documents/{family.newest}" if family.newest else "",
    )


def _tally(family: Family, copies: int) -> str:
    other = "other " if family.copied else ""
    return f"{copies:,} {other}{'copy' if copies == 1 else 'copies'}" if copies else ""


def kin_view(row: DocumentRow) -> KinView:
    """Another document in one line."""
    facts = (one_line(row.publisher or ""), day_words(row.published) if row.published else "")
    return KinView(f"documents/{row.id}", one_line(row.title), ", ".join(fact for fact in facts if fact))


def _led(page: str, path: str) -> str:
    """The page with links to anchors of other parts leading there, by the number of the attribution.

    Templates have escaped all words, so that none of the text looks like such a link.
    """
    here = set(_ID.findall(page))

    def there(match: re.Match[str]) -> str:
        return match[0] if match[1] in here else f' href="{path}?attribution={match[2]}#{match[1]}"'

    return _HREF.sub(there, page)
