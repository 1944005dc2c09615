"""Who speaks, and where it is printed: speakers, parties and outlets."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query, Request, Response

from counterclaim.desk.answer import json_answer
from counterclaim.desk.api import cursor
from counterclaim.desk.api.asked import Paged, PartiesAsked, SpeakersAsked
from counterclaim.desk.api.listed import listed
from counterclaim.desk.api.operation import Operations
from counterclaim.desk.api.shapes import VoiceProfile
from counterclaim.desk.desk import Desk, TheDesk
from counterclaim.inquiry.profiles import outlet_profile, profile, spellings
from counterclaim.model.profile import OutletProfile, OutletRow, PartyRow, SpeakerRow, Voice

TAG = "voices"
SpeakerKey = Annotated[
    str, Path(description="Key of a speaker, as the list of speakers gives it.", examples=["sergey lavrov"])
]
PartyName = Annotated[str, Path(description="Name of a party, as the list gives it.", examples=["Russia"])]
OutletName = Annotated[
    str, Path(description="Name of an outlet, as the list gives it.", examples=["Harbour Courier"])
]


def register(operations: Operations) -> None:
    """Add these operations."""

    @operations.reads("/speakers", TAG, list[SpeakerRow], is_list=True)
    def list_speakers(request: Request, desk: TheDesk, asked: Annotated[SpeakersAsked, Query()]) -> Response:
        """List the speakers that have a name, most claims first."""
        ways = spellings(asked.words) if asked.words is not None else ()
        with desk.reading() as held:
            page, following = cursor.behind(
                asked.cursor,
                "speakers",
                asked.limit,
                lambda limit, start: held.speaker_list(
                    limit, start, spellings=ways, kind=asked.kind, party=asked.party
                )[0],
                lambda one: one.key,
            )
        return listed(request, page, following)

    @operations.reads("/speakers/{key:path}", TAG, VoiceProfile)
    def get_speaker(request: Request, desk: TheDesk, key: SpeakerKey) -> Response:
        """Show what is known of a speaker: names, parties, and how much it has a part in.

        What it said is in the list of claims, under its name.
        """
        return json_answer(request, _profile(desk, Voice(key=key)))

    @operations.reads("/parties", TAG, list[PartyRow], is_list=True)
    def list_parties(request: Request, desk: TheDesk, asked: Annotated[PartiesAsked, Query()]) -> Response:
        """List the parties that speakers speak for, most claims first."""
        with desk.reading() as held:
            page, following = cursor.behind(
                asked.cursor,
                "parties",
                asked.limit,
                lambda limit, start: held.party_list(limit, start, words=asked.words)[0],
                lambda one: one.name,
            )
        return listed(request, page, following)

    @operations.reads("/parties/{name:path}", TAG, VoiceProfile)
    def get_party(request: Request, desk: TheDesk, name: PartyName) -> Response:
        """Show what is known of a party: who speaks for it, and how much it has a part in."""
        return json_answer(request, _profile(desk, Voice(party=name)))

    @operations.reads("/outlets", TAG, list[OutletRow], is_list=True)
    def list_outlets(request: Request, desk: TheDesk, asked: Annotated[Paged, Query()]) -> Response:
        """List the outlets, most documents first."""
        with desk.reading() as held:
            page, following = cursor.behind(
                asked.cursor,
                "outlets",
                asked.limit,
                lambda limit, start: held.outlet_list(limit, start)[0],
                lambda one: one.outlet or "",
            )
        return listed(request, page, following)

    @operations.reads("/outlets/{name:path}", TAG, OutletProfile)
    def get_outlet(request: Request, desk: TheDesk, name: OutletName) -> Response:
        """Show what is known of an outlet: where its copies began, who copied it, whom it quotes."""
        with desk.reading() as held:
            found = outlet_profile(held, name)
        return json_answer(request, found)


def _profile(desk: Desk, voice: Voice) -> VoiceProfile:
    with desk.reading() as held:
        found = profile(held, voice, desk.today())
    return VoiceProfile(name=found.name, claims=found.claims, profile=found)
