"""What a page says of one document, ready to be written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Reading, Statement
from counterclaim.model.span import Span
from counterclaim.show.anchor import Anchors, web_address
from counterclaim.show.card import card
from counterclaim.show.margin import Margin, margins
from counterclaim.show.nesting import Placed, in_tree_order
from counterclaim.show.stated import StatedView, stated_view
from counterclaim.show.token import Sweep, Token
from counterclaim.show.visible import one_line
from counterclaim.show.window import Standing, rows_in

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_PAGE_LANGUAGE = "en"


class RowView(NamedTuple):
    """A stretch of text with its margin; `element` is `p`, `h2` (the title) or `h3`."""

    element: str
    tokens: list[Token]
    margin: Margin
    continues: bool


class DocumentView(NamedTuple):
    """A document as the page shows it; `language` is empty where it is the page's own."""

    id: str
    name: str
    facts: list[str]
    address: str
    language: str
    tally: str
    not_read: str | None
    rows: list[RowView]
    own_voice: list[StatedView]
    record: list[tuple[str, str]]


def document_view(reading: Reading, prefix: str, window: Span | None = None) -> DocumentView:
    """The view of a reading; `prefix` begins every anchor of this document in the page.

    `window` is the stretch of the text whose rows, cards and statements are wanted, None for all of it;
    what stands above the text belongs to the stretch that begins it.
    """
    document = reading.document
    placed = sorted(in_tree_order(reading.attributions), key=lambda one: one.number)
    return DocumentView(
        id=prefix,
        name=one_line(document.title or document.name),
        facts=[one_line(fact) for fact in (document.publisher, document.published, document.byline) if fact],
        address=web_address(document.url or ""),
        language=_language(document.language),
        tally=_tally(document, len(placed), len(reading.own_voice)),
        not_read=None if document.not_read is None else one_line(document.not_read),
        rows=_with_title(reading, placed, prefix, window),
        own_voice=[
            stated_view(
                statement, number, _text_of(document, statement.field), Anchors(prefix, statement.field)
            )
            for number, statement in enumerate(reading.own_voice, start=1)
            if window is None or _begins_in(statement, window)
        ],
        record=_record(reading),
    )


def _tally(document: Document, attributions: int, statements: int) -> str:
    if document.not_read is not None:
        return "not read"
    tally = f"{attributions} attribution{'' if attributions == 1 else 's'}"
    return f"{tally}, {statements} in the outlet’s own voice" if statements else tally


def _text_of(document: Document, field: Field) -> str:
    return document.text if field is Field.TEXT else document.title or document.name


def _begins_in(statement: Statement, window: Span) -> bool:
    """Whether a statement belongs to a stretch of the text; those of the title do to the first."""
    place = statement.content[0][0] if statement.content and statement.field is Field.TEXT else 0
    return window[0] <= place < window[1]


def _with_title(
    reading: Reading, placed: Sequence[Placed], prefix: str, window: Span | None
) -> list[RowView]:
    """The rows of the text under a heading: the title, or its own first line if that is the title."""
    document = reading.document
    text_rows = _rows(reading, Field.TEXT, placed, prefix, window)
    if window is not None and window[0] > 0:
        return text_rows
    if text_rows and opens_with_title(document):
        return [text_rows[0]._replace(element="h2"), *text_rows[1:]]
    title_rows = _rows(reading, Field.TITLE, placed, prefix)
    title_rows = [row._replace(element="h2", continues=index > 0) for index, row in enumerate(title_rows)]
    return [*title_rows, *text_rows]


def opens_with_title(document: Document) -> bool:
    """Whether the text begins with a headline that is its title; a section name may stand behind it."""
    if document.title is None or document.title_is_separate:
        return False
    text, title = document.text, document.title.split()
    begin = len(text) - len(text.lstrip())
    return any(start == begin and text[start:end].split() == title for start, end in document.headlines)


def _rows(
    reading: Reading, field: Field, placed: Sequence[Placed], prefix: str, window: Span | None = None
) -> list[RowView]:
    """The rows of one of the document's texts, each with the cards of what is said first in it."""
    document = reading.document
    of_text = field is Field.TEXT
    text = _text_of(document, field)
    anchors = Anchors(prefix, field)
    standing = Standing(
        placed=[one for one in placed if one.attribution.field is field],
        statements=_stated_in(reading, field),
        marks=document.marks if of_text else (),
        links=document.links if of_text else (),
    )
    start, end = window or (0, len(text))
    here = [one for one in standing.placed if window is None or start <= _belongs_at(one) < end]
    if window is not None:
        standing = standing.within(window)
    sweep = Sweep(text, anchors)
    sweep.attributions(standing.placed)
    sweep.statements(standing.statements)
    sweep.marks(standing.marks)
    sweep.links(standing.links)
    contents = sorted(span for one in standing.placed for span in one.attribution.content)
    cards = [(_belongs_at(one), card(one, text, anchors)) for one in here]
    notes = [meaning.start for _, one in cards for meaning in one.glance]
    headlines = sorted(document.headlines) if of_text else ()
    found = rows_in(text, (start, end), contents, headlines, notes)
    beside = margins(cards, [row.start for row in found])
    return [
        RowView("h3" if row.headline else "p", tokens, margin, row.continues)
        for row, tokens, margin in zip(found, sweep.tokens(found), beside, strict=True)
    ]


def _stated_in(reading: Reading, field: Field) -> list[tuple[int, Statement]]:
    return [one for one in enumerate(reading.own_voice, start=1) if one[1].field is field]


def _belongs_at(one: Placed) -> int:
    """The offset beside which a card stands: where the words that are said begin."""
    spans = one.attribution.content or one.attribution.source or one.attribution.cue
    return spans[0][0] if spans else 0


def _language(language: str | None) -> str:
    known = language is not None and _LANGUAGE.fullmatch(language) and language != _PAGE_LANGUAGE
    return language if known and language else ""


def _record(reading: Reading) -> list[tuple[str, str]]:
    """How the document is stored, for whoever wants to check it."""
    document = reading.document
    facts = (
        ("document", document.id),
        ("address", document.url),
        ("language", document.language),
        ("sha256 of the text", document.sha256),
        ("sha256 of the title", document.title_sha256),
        ("cleaner", document.cleaner),
        ("reader", reading.reader),
    )
    return [(name, one_line(fact)) for name, fact in facts if fact]
