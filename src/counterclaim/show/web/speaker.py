"""The page of a speaker or party: what they said over time, in exact words, and who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import ForecastShown, Related, Shifted
from counterclaim.model.listing import ClaimRow
from counterclaim.model.profile import Carrier, Opposite, OwnAnswers, Profile
from counterclaim.show.report.claim import ClaimView, claim_view
from counterclaim.show.report.docket import ForecastView, forecast_views
from counterclaim.show.report.related import relation_view
from counterclaim.show.report.shifted import AnswerView, answer_view, shift_view
from counterclaim.show.visible import one_line
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.profile_head import Head, head_of
from counterclaim.show.web.profile_paths import asked_for, outlet_path, speaker_path
from counterclaim.show.web.receipts import PATHS, RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

_MOST_BESIDE = 12  # lines of the lists beside the answers
NOT_NAMED = "sources that are not named"


class OwnView(NamedTuple):
    """A question and what was answered to it, newest first; `more` counts older answers."""

    text: str
    path: str
    disputed: bool
    answers: list[tuple[AnswerView, ClaimView]]
    more: int


class CountView(NamedTuple):
    """A line of a list beside the answers: a name, its page, a number, and where its pairs are listed."""

    name: str
    href: str
    number: int
    note: str
    pairs: str


class Asked(NamedTuple):
    """What of the page is asked for: which list, words in it, disputes alone, against whom."""

    show: str = "answers"
    words: str = ""
    disputed: bool = False
    against: str = ""


class Around(NamedTuple):
    """What stands beside the answers."""

    opposites: Sequence[Opposite]
    carriers: Sequence[Carrier]


def answers_page(
    shell: Shell,
    profile: Profile,
    asked: Asked,
    answers: Sequence[OwnAnswers],
    around: Around,
    paging: Paging,
) -> str:
    """What they answered, question by question, and who says otherwise."""
    head = head_of(profile, asked.show)
    own = {one.key for one in profile.heard}
    carriers = around.carriers[:_MOST_BESIDE]
    opposites = around.opposites[:_MOST_BESIDE]
    return _page(
        shell,
        head,
        asked,
        paging,
        answers=[_own(one) for one in answers],
        opposites=[_opposite(one, head, own) for one in opposites],
        more_opposites=len(around.opposites) - len(opposites),
        carriers=[_carrier(one) for one in carriers],
        more_carriers=len(around.carriers) - len(carriers),
    )


def beside_page(
    shell: Shell, profile: Profile, asked: Asked, rows: Sequence[ClaimRow], paging: Paging
) -> str:
    """Their claims that answer no question, in order of time."""
    return _page(shell, head_of(profile, asked.show), asked, paging, claims=[_claim(one) for one in rows])


def shifts_page(
    shell: Shell, profile: Profile, asked: Asked, shifts: Sequence[Shifted], paging: Paging
) -> str:
    """Answers that they changed."""
    views = [shift_view(one, RECEIPTS, PATHS) for one in shifts]
    return _page(shell, head_of(profile, asked.show), asked, paging, shifts=views)


def forecasts_page(
    shell: Shell, profile: Profile, asked: Asked, forecasts: Sequence[ForecastShown], paging: Paging
) -> str:
    """What they forecast or promised."""
    views = [_due(one) for one in forecast_views(forecasts, RECEIPTS)]
    return _page(shell, head_of(profile, asked.show), asked, paging, forecasts=views)


def pairs_page(shell: Shell, profile: Profile, asked: Asked, pairs: Sequence[Related], paging: Paging) -> str:
    """Pairs of their claims and other ones that cannot both be true."""
    views = [relation_view(one, {}, RECEIPTS) for one in pairs]
    return _page(shell, head_of(profile, asked.show), asked, paging, pairs=views)


def _page(shell: Shell, head: Head, asked: Asked, paging: Paging, **lists: object) -> str:
    return html("speaker", shell, "speakers", head=head, asked=asked, paging=paging, **lists)


def _own(one: OwnAnswers) -> OwnView:
    return OwnView(
        text=one_line(one.text),
        path=PATHS[one.question],
        disputed=one.disputed,
        answers=[(answer_view(given.position), _claim(given.row)) for given in one.answers],
        more=one.total - len(one.answers),
    )


def _claim(row: ClaimRow) -> ClaimView:
    return claim_view(row, RECEIPTS)


def _due(view: ForecastView) -> ForecastView:
    return view._replace(href=f"docket/{view.id}")


def _opposite(one: Opposite, head: Head, own: set[str | None]) -> CountView:
    name = one_line(one.name or one.key or NOT_NAMED)
    return CountView(
        name=name,
        href=speaker_path(one.key) if one.key else "",
        number=one.pairs,
        note="their own words" if one.key and one.key in own else "",
        pairs=head.path + asked_for(show="contradictions", against=one.key) if one.key else "",
    )


def _carrier(one: Carrier) -> CountView:
    copies = f"{one.copies:,} of them copies" if one.copies else ""
    name = one_line(one.outlet or "") or "outlet not told"
    return CountView(name, outlet_path(one.outlet) if one.outlet else "", one.documents, copies, "")
