"""The list of documents."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.listing import DocumentRow
from counterclaim.model.opened import Shelf
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell


class ShelfLine(NamedTuple):
    """A document in the list; `outlet` is the name as it is sought by."""

    href: str
    name: str
    outlet: str
    published: str
    added: str
    claims: int
    is_copy: bool
    not_read: str


def documents_page(shell: Shell, shelf: Shelf, outlet: str | None, paging: Paging) -> str:
    """A page of the list, of one outlet or of all."""
    return html(
        "documents",
        shell,
        "documents",
        documents=[_line(row) for row in shelf.rows],
        outlet=outlet or "",
        outlets=[(one_line(name), f"{count:,}") for name, count in shelf.outlets],
        paging=paging,
    )


def _line(row: DocumentRow) -> ShelfLine:
    return ShelfLine(
        href=f"documents/{row.id}",
        name=one_line(row.title),
        outlet=row.publisher or "",
        published=day_words(row.published) if row.published else "",
        added=day_words(row.added[:10]),
        claims=row.claims,
        is_copy=row.origin != row.id,
        not_read=one_line(row.not_read or ""),
    )
