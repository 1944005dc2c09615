"""Who speaks: the list of speakers and parties, and the page of each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import Desk, TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry.profiles import own_answers, own_forecasts, own_shifts, profile, spellings
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.profile import Profile, Voice
from counterclaim.show.web import speaker
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.profile_head import LISTS
from counterclaim.show.web.shell import Shell
from counterclaim.show.web.speaker import Around, Asked
from counterclaim.show.web.speakers import PARTIES, Wanted, parties_page, speakers_page

router = APIRouter()
MOST_SPEAKERS, MOST_QUESTIONS, MOST_CLAIMS, MOST_OTHERS = 50, 12, 30, 15


@router.get("/speakers")
def speakers(  # noqa: PLR0913 - what the list may be narrowed to
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    words: Words = "",
    kind: str = "",
    party: Words = "",
    number: PageNumber = 1,
) -> Response:
    """Who speaks in the texts, or for whom; unknown kinds narrow nothing."""
    wanted = Wanted(words.strip(), kind if kind in (*SpeakerKind, PARTIES) else "", party.strip())
    start = (number - 1) * MOST_SPEAKERS
    with desk.reading() as held:
        if wanted.kind == PARTIES:
            parties, total = held.party_list(MOST_SPEAKERS, start, words=wanted.words or None)
            paging = Paging.of(shell, number, MOST_SPEAKERS, total)
            return html_answer(request, parties_page(shell, parties, wanted, paging))
        rows, total = held.speaker_list(
            MOST_SPEAKERS,
            start,
            spellings=spellings(wanted.words),
            kind=SpeakerKind(wanted.kind) if wanted.kind else None,
            party=wanted.party or None,
        )
    paging = Paging.of(shell, number, MOST_SPEAKERS, total)
    return html_answer(request, speakers_page(shell, rows, wanted, paging))


def _asked(show: str = "answers", words: Words = "", disputed: bool = False, against: Words = "") -> Asked:
    """Which of the lists of a page, and what it is narrowed to; unknown lists are the first."""
    return Asked(show, words.strip(), disputed, against)


TheAsked = Annotated[Asked, Depends(_asked)]


@router.get("/speakers/{key:path}")
def one_speaker(
    request: Request, desk: TheDesk, shell: TheShell, key: str, asked: TheAsked, number: PageNumber = 1
) -> Response:
    """What a speaker said over time."""
    return html_answer(request, _page(desk, shell, Voice(key=key), asked, number))


@router.get("/parties/{name:path}")
def one_party(
    request: Request, desk: TheDesk, shell: TheShell, name: str, asked: TheAsked, number: PageNumber = 1
) -> Response:
    """What all said who speak for a party."""
    return html_answer(request, _page(desk, shell, Voice(party=name), asked, number))


def _page(desk: Desk, shell: Shell, voice: Voice, asked: Asked, number: int) -> str:
    with desk.reading() as held:
        found = profile(held, voice, desk.today())
        if asked.show == "contradictions":
            return _pairs(held, shell, found, asked, number)
        if asked.show == "changes":
            paging = Paging.of(shell, number, MOST_OTHERS, found.shifts)
            shifts = own_shifts(held, voice, MOST_OTHERS, paging.start)
            return speaker.shifts_page(shell, found, asked, shifts, paging)
        if asked.show == "forecasts":
            paging = Paging.of(shell, number, MOST_CLAIMS, found.forecasts)
            forecasts = own_forecasts(held, voice, desk.today(), MOST_CLAIMS, paging.start)
            return speaker.forecasts_page(shell, found, asked, forecasts, paging)
        if asked.show == "claims":
            return _beside(held, shell, found, asked, number)
        return _answers(held, shell, found, asked._replace(show=next(iter(LISTS))), number)


def _answers(held: Ledger, shell: Shell, found: Profile, asked: Asked, number: int) -> str:
    answers, total = own_answers(
        held,
        found.voice,
        MOST_QUESTIONS,
        (number - 1) * MOST_QUESTIONS,
        words=asked.words or None,
        disputed=asked.disputed,
    )
    around = Around(held.opposites(found.voice), held.outlets_carrying(found.voice))
    paging = Paging.of(shell, number, MOST_QUESTIONS, total)
    return speaker.answers_page(shell, found, asked, answers, around, paging)


def _beside(held: Ledger, shell: Shell, found: Profile, asked: Asked, number: int) -> str:
    start = (number - 1) * MOST_CLAIMS
    rows, total = held.claims_beside(found.voice, MOST_CLAIMS, start, words=asked.words or None)
    return speaker.beside_page(shell, found, asked, rows, Paging.of(shell, number, MOST_CLAIMS, total))


def _pairs(held: Ledger, shell: Shell, found: Profile, asked: Asked, number: int) -> str:
    start = (number - 1) * MOST_OTHERS
    pairs, total = held.pairs_against(found.voice, asked.against or None, MOST_OTHERS, start)
    if asked.against:
        named = next((one.name for one in held.heard(Voice(key=asked.against)) if one.name), asked.against)
        asked = asked._replace(against=named)
    return speaker.pairs_page(shell, found, asked, pairs, Paging.of(shell, number, MOST_OTHERS, total))
