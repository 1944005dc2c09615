"""Pages of speakers, parties and outlets: what they said over time, and who says otherwise."""

from __future__ import annotations

from datetime import date

from counterclaim.errors import UnknownId
from counterclaim.inquiry.docket import entries_shown, on_docket
from counterclaim.inquiry.questions import newest_shifts
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.docket import Forecast, Telling
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import Answered, ForecastShown, Shifted
from counterclaim.model.profile import OutletProfile, OwnAnswers, Profile, Voice
from counterclaim.model.question import Position, Question, Shift
from counterclaim.read.names.fold import fold

MOST_ANSWERS = 4  # of one question, the newest


def spellings(words: str) -> tuple[str, ...]:
    """How a name may stand in the ledger: as typed, and as spellings of one name are folded together."""
    return tuple(dict.fromkeys(one for one in (words, fold(words)) if one.strip()))


def profile(ledger: Ledger, voice: Voice, today: date) -> Profile:
    """The head of the page of a speaker or party as it stands on a day; UnknownId where none is so called."""
    heard = tuple(ledger.heard(voice))
    if not heard:
        kind, remedy = (
            ("speaker", "/speakers") if voice.key is not None else ("party", "/speakers?kind=party")
        )
        wrong = f"no claim of the ledger is by a {kind} of this name"
        raise UnknownId(voice.key or voice.party or "", wrong, f"Look for it among those at {remedy}")
    return Profile(
        voice=voice,
        heard=heard,
        questions=ledger.count_own_questions(voice),
        shifts=ledger.count_findings_of(FindingKind.SHIFT, voice),
        forecasts=_count_forecasts(ledger, voice, today),
    )


def own_answers(
    ledger: Ledger,
    voice: Voice,
    limit: int,
    offset: int = 0,
    *,
    words: str | None = None,
    disputed: bool = False,
) -> tuple[list[OwnAnswers], int]:
    """One page of the questions that a speaker or party answers, the newest answer first, and how many.

    `words` are those that an answer has to hold; `disputed` asks for answers that are in a dispute.
    """
    ids, total = ledger.own_questions(voice, limit, offset, words=words, disputed=disputed)
    return _answers(ledger, ledger.questions_of(ids), voice, set(ledger.disputed_questions())), total


def _answers(ledger: Ledger, questions: list[Question], voice: Voice, disputed: set[str]) -> list[OwnAnswers]:
    mine = {one.id: [position for position in one.positions if _is_of(voice, position)] for one in questions}
    shown = {id: given[::-1][:MOST_ANSWERS] for id, given in mine.items()}
    rows = ledger.claim_rows(dict.fromkeys(one.claim for given in shown.values() for one in given))
    return [
        OwnAnswers(
            question=one.id,
            text=one.text,
            disputed=one.id in disputed,
            answers=tuple(
                Answered(position=given, row=rows[given.claim])
                for given in shown[one.id]
                if given.claim in rows
            ),
            total=len(mine[one.id]),
        )
        for one in questions
    ]


def _is_of(voice: Voice, position: Position | Telling) -> bool:
    return position.key == voice.key if voice.key is not None else position.party == voice.party


def own_shifts(ledger: Ledger, voice: Voice, limit: int, offset: int = 0) -> list[Shifted]:
    """One page of the answers that a speaker or party changed, the newest first."""
    return newest_shifts(ledger, ledger.findings_of(FindingKind.SHIFT, Shift, voice), limit, offset)


def own_forecasts(
    ledger: Ledger, voice: Voice, today: date, limit: int, offset: int = 0
) -> list[ForecastShown]:
    """One page of what a speaker or party forecast or promised, in the order of the docket on a day."""
    entries = [
        one
        for one in on_docket(ledger, today)
        if any(_is_of(voice, telling) for telling in one.forecast.tellings)
    ]
    entries.sort(key=lambda one: one.soonest(today))
    return entries_shown(ledger, entries[offset : offset + limit], today)


def _count_forecasts(ledger: Ledger, voice: Voice, today: date) -> int:
    """How many of them were told by that day."""
    day = today.isoformat()
    found = ledger.findings_of(FindingKind.FORECAST, Forecast, voice)
    return sum((one.tellings[0].day or "")[: len(day)] <= day for one in found)


def outlet_profile(ledger: Ledger, outlet: str) -> OutletProfile:
    """What is known of an outlet; UnknownId where no document is of it."""
    row = ledger.outlet_row(outlet)
    if row is None:
        raise UnknownId(outlet, "no document of the ledger is of this outlet", "Look for it at /outlets")
    gone, changed = ledger.edited_counts(outlet)
    return OutletProfile(
        row=row,
        copied_from=tuple(ledger.copied_from(outlet)),
        copied_by=tuple(ledger.copied_by(outlet)),
        quoted=tuple(ledger.quoted_by(outlet)),
        gone=gone,
        changed=changed,
    )
