"""What a search found: claims with the words marked, speakers, questions, documents."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.listing import SearchHit
from counterclaim.model.profile import Found
from counterclaim.model.span import Spans
from counterclaim.show.report.claim import ClaimView, claim_view
from counterclaim.show.visible import visible
from counterclaim.show.web.home import arrival_view
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.profile_paths import asked_for
from counterclaim.show.web.questions import question_views
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell
from counterclaim.show.web.speakers import party_line, speaker_line

_AROUND = 160  # code points before the first mark and behind the last, where words are long
_LONGEST = 420


class Piece(NamedTuple):
    """A stretch of words, and whether it was looked for."""

    text: str
    is_marked: bool


class HitView(NamedTuple):
    """A claim that was found; `before` and `after` say that its words go on there.

    `by_name` says that the name of its speaker or source holds the words.
    """

    claim: ClaimView
    pieces: list[Piece]
    before: bool
    after: bool
    by_name: bool


class GroupView(NamedTuple):
    """One kind of what was found: its name, how many there are, and where all of them are listed."""

    kind: str
    name: str
    total: str
    href: str
    is_here: bool


def search_page(shell: Shell, words: str, kind: str, found: Found, paging: Paging | None) -> str:
    """All that holds the words; `paging` is of the one kind that is shown, None where all are."""
    return html(
        "search",
        shell,
        "",
        words=words,
        kind=kind,
        groups=_groups(words, kind, found),
        any_found=bool(found.claims or found.speakers or found.parties or found.questions or found.documents),
        hits=[_hit(one) for one in found.claims],
        capped=found.capped,
        speakers=[speaker_line(one) for one in found.speakers],
        parties=[party_line(one) for one in found.parties],
        questions=question_views(found.questions, found.disputed),
        documents=[arrival_view(one) for one in found.documents],
        paging=paging,
    )


def _groups(words: str, kind: str, found: Found) -> list[GroupView]:
    """The kinds with their counts; where one kind is shown the others were not counted."""
    counts = {
        "claims": ("Claims", found.claims_total),
        "speakers": ("Speakers", found.speakers_total + found.parties_total),
        "questions": ("Questions", found.questions_total),
        "documents": ("Documents", found.documents_total),
    }
    groups = []
    for one, (name, total) in counts.items():
        more = "+" if one == "claims" and found.capped else ""
        known = f"{total:,}{more}" if kind in ("", one) else ""
        groups.append(GroupView(one, name, known, f"search{asked_for(words=words, kind=one)}", one == kind))
    return groups


def _hit(hit: SearchHit) -> HitView:
    pieces, before, after = marked(hit.claim.words, hit.marks)
    return HitView(claim_view(hit.claim, RECEIPTS), pieces, before, after, not hit.marks)


def marked(words: str, marks: Spans) -> tuple[list[Piece], bool, bool]:
    """Words in pieces, of long ones the stretch around the first mark, and whether they go on at its ends."""
    start, end = 0, len(words)
    if end > _LONGEST:
        first = marks[0][0] if marks else 0
        start = max(0, first - _AROUND)
        start = words.find(" ", start) + 1 if start else 0
        end = min(end, start + _LONGEST)
    pieces: list[Piece] = []
    at = start
    for left, right in marks:
        if left < at or right > end:
            continue
        pieces += [Piece(visible(words[at:left]), False), Piece(visible(words[left:right]), True)]
        at = right
    pieces.append(Piece(visible(words[at:end]), False))
    return [one for one in pieces if one.text], start > 0, end < len(words)
