"""The list of outlets, and the page of one: what it published, copied, quoted and took back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.listing import DocumentRow
from counterclaim.model.profile import CopiedFrom, Edited, Heard, OutletProfile, OutletRow
from counterclaim.show.report.claim import ClaimView, claim_view
from counterclaim.show.report.words import counted, days_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.home import arrival_view
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.profile_paths import asked_for, outlet_path, speaker_path
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

NOT_TOLD = "Outlet not told"
_DAY = 10  # letters of an ISO day


class OutletLine(NamedTuple):
    """An outlet in a list; `href` is empty where no text tells who published it."""

    name: str
    href: str
    documents: int
    copies: int
    claims: int
    own_voice: int
    days: str


class OriginView(NamedTuple):
    """Where copies began, or who made them."""

    name: str
    href: str
    agency: str
    documents: int


class QuotedView(NamedTuple):
    """Somebody whom an outlet quotes."""

    name: str
    href: str
    party: str
    claims: int


class EditedView(NamedTuple):
    """A claim that is gone or changed, what it became, and where the texts can be compared."""

    was: ClaimView
    became: ClaimView | None
    versions: str


def outlets_page(shell: Shell, rows: Sequence[OutletRow], paging: Paging) -> str:
    """Who published the texts, most documents first."""
    return html("outlets", shell, "outlets", outlets=[_line(one) for one in rows], paging=paging)


def outlet_page(
    shell: Shell, profile: OutletProfile, documents: Sequence[DocumentRow], paging: Paging
) -> str:
    """What an outlet published, the newest first."""
    return _page(
        shell,
        profile,
        "documents",
        paging,
        documents=[arrival_view(one)._replace(outlet="") for one in documents],
    )


def edited_page(shell: Shell, profile: OutletProfile, edited: Sequence[Edited], paging: Paging) -> str:
    """Claims that a later text of the same address has no more, or words otherwise."""
    return _page(shell, profile, "edits", paging, edited=[_edited(one) for one in edited])


def _page(shell: Shell, profile: OutletProfile, show: str, paging: Paging, **lists: object) -> str:
    row = _line(profile.row)
    return html(
        "outlet",
        shell,
        "outlets",
        outlet=row,
        facts=[
            counted(row.documents, "document"),
            counted(row.claims, "claim"),
            f"{counted(row.own_voice, 'statement')} in its own voice",
            row.days or "no day",
        ],
        show=show,
        copied_from=[_origin(one) for one in profile.copied_from],
        copied_by=[_origin(one) for one in profile.copied_by],
        quoted=[_quoted(one) for one in profile.quoted],
        gone=profile.gone,
        changed=profile.changed,
        to_documents=row.href,
        to_edits=row.href + asked_for(show="edits"),
        paging=paging,
        **lists,
    )


def _line(row: OutletRow) -> OutletLine:
    first, last = (day[:_DAY] if day else None for day in (row.first_day, row.last_day))
    return OutletLine(
        name=one_line(row.outlet or "") or NOT_TOLD,
        href=outlet_path(row.outlet) if row.outlet else "",
        documents=row.documents,
        copies=row.copies,
        claims=row.claims,
        own_voice=row.own_voice,
        days=days_words(first, last),
    )


def _origin(one: CopiedFrom) -> OriginView:
    return OriginView(
        name=one_line(one.outlet or "") or NOT_TOLD,
        href=outlet_path(one.outlet) if one.outlet else "",
        agency=one_line(one.agency or ""),
        documents=one.documents,
    )


def _quoted(one: Heard) -> QuotedView:
    name = one_line(one.name or one.key or "")
    party = one_line(one.party or "")
    return QuotedView(
        name=name,
        href=speaker_path(one.key or ""),
        party="" if party.casefold() == name.casefold() else party,
        claims=one.claims,
    )


def _edited(one: Edited) -> EditedView:
    return EditedView(
        was=claim_view(one.was, RECEIPTS),
        became=claim_view(one.became, RECEIPTS) if one.became else None,
        versions=f"documents/{one.ended_in}/versions",
    )
