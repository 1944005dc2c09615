"""Two texts of one address compared: the claims that came, went and changed, and the words."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.document import Document
from counterclaim.model.listing import ClaimRow, Version
from counterclaim.model.opened import Compared
from counterclaim.show.report.claim import ClaimView, claim_view
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell
from counterclaim.show.web.versions_text import changed_text

MOST_CLAIMS = 40  # of each kind that are shown
MOST_VERSIONS = 60  # that are listed, the newest


class VersionView(NamedTuple):
    """One text of the address; `href` compares it with the one before, empty for the first."""

    number: int
    document: str
    href: str
    day: str
    claims: int
    came: list[str]
    is_shown: bool


class CameView(NamedTuple):
    """What became of claims; `more` says for each kind how many are not shown."""

    changed: list[tuple[ClaimView, ClaimView]]
    gone: list[ClaimView]
    new: list[ClaimView]
    more: dict[str, int]


def versions_page(shell: Shell, found: Compared) -> str:
    """What changed from one text of an address to another."""
    numbers = {one.document: number for number, one in enumerate(found.versions, start=1)}
    views = [_version(number - 1, found) for number in numbers.values()]
    earlier, later = numbers[found.earlier_id], numbers[found.later_id]
    return html(
        "versions",
        shell,
        "documents",
        name=one_line(found.later.title or found.later.name),
        facts=_facts(found.later),
        versions=views[-MOST_VERSIONS:],
        more_versions=max(0, len(views) - MOST_VERSIONS),
        earlier=views[earlier - 1],
        later=views[later - 1],
        is_single=earlier == later,
        other_cleaner=found.earlier.cleaner != found.later.cleaner,
        title=_title(found),
        text=changed_text(found.earlier.text, found.later.text),
        came=None if found.came is None else _came(found.came),
        follow=later == earlier + 1,
    )


def _facts(document: Document) -> list[str]:
    day = day_words(document.published) if document.published else ""
    return [fact for fact in (one_line(document.publisher or ""), day) if fact]


def _title(found: Compared) -> tuple[str, str] | None:
    """The titles where they differ."""
    was, now = one_line(found.earlier.title or ""), one_line(found.later.title or "")
    return (was, now) if was != now else None


def _version(at: int, found: Compared) -> VersionView:
    version = found.versions[at]
    before = found.versions[at - 1].document if at else ""
    told = version.retrieved or version.added
    return VersionView(
        number=at + 1,
        document=f"documents/{version.document}",
        href=f"documents/{version.document}/versions?with={before}" if before else "",
        day=f"{day_words(told[:10])}, {told[11:16]}" if len(told) > 15 else day_words(told),
        claims=version.claims,
        came=_tally(version) if at else [],
        is_shown=version.document in (found.earlier_id, found.later_id),
    )


def _tally(version: Version) -> list[str]:
    if version.new is None or version.gone is None or version.changed is None:
        return ["not compared"]
    counts = ((len(version.changed), "changed"), (len(version.gone), "gone"), (len(version.new), "new"))
    return [f"{count:,} {word}" for count, word in counts if count] or ["no claim changed"]


def _came(version: Version) -> CameView | None:
    if version.new is None or version.gone is None or version.changed is None:
        return None
    return CameView(
        changed=[(_claim(was), _claim(now)) for was, now in version.changed[:MOST_CLAIMS]],
        gone=[_claim(row) for row in version.gone[:MOST_CLAIMS]],
        new=[_claim(row) for row in version.new[:MOST_CLAIMS]],
        more={
            kind: max(0, len(rows) - MOST_CLAIMS)
            for kind, rows in (("changed", version.changed), ("gone", version.gone), ("new", version.new))
        },
    )


def _claim(row: ClaimRow) -> ClaimView:
    return claim_view(row, RECEIPTS)
