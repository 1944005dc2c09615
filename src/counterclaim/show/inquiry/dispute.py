"""A dispute in a list: both sides below each other, each in its own words; no word of who is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from counterclaim.model.inquiry import CampShown, DisputeShown
from counterclaim.model.question import Answer
from counterclaim.show.inquiry.parts import INDENT, counted, facts, headed, indented, period
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.listing import SHORT_ID, claim_entry
from counterclaim.show.visible import one_line

MOST = 3  # parties of one side whose words are shown
_ANSWERS = {Answer.YES.value: "YES", Answer.NO.value: "NO "}
_UNDER = INDENT + len("YES  ")


def dispute_entry(shown: DisputeShown, width: int, console: Console) -> Iterator[Text]:
    """The question, how many disagree, then each side: who, of how many origins, when, and the words."""
    dispute = shown.dispute
    yield from headed(dispute.text, dispute.question, width, console)
    told = (
        counted(dispute.parties, "party"),
        counted(dispute.contradictions, "contradiction"),
        f"last word {dispute.last_day}" if dispute.last_day else None,
    )
    yield from indented(facts(told, width - INDENT, console))
    last = _last_words(shown)
    for camp in shown.camps:
        yield Text()
        parties = ", ".join(_named(party, camp, last[party]) for party in camp.camp.parties)
        yield from _camp(camp, parties, dispute.question, width, console)


def _last_words(shown: DisputeShown) -> dict[str, list[str]]:
    """The days of the last words of each party, one for each side that it was on."""
    days: dict[str, list[str]] = {party: [] for camp in shown.camps for party in camp.camp.parties}
    for camp in shown.camps:
        for party in camp.camp.parties:
            days[party].append(_day_of(party, camp))
    return days


def _day_of(party: str, camp: CampShown) -> str:
    return next((row.day or "" for row in camp.rows if party in (row.party, row.speaker)), "")


def _named(party: str, camp: CampShown, days: Sequence[str]) -> str:
    """The party, and where it was on several sides, how this one stands to the other."""
    name, own = one_line(party), _day_of(party, camp)
    if len(days) == 1:
        return name
    if not own or days.count(own) > 1:
        return f"{name} (on both sides)"
    return f"{name} (changed)" if own == max(days) else f"{name} (last on {own})"


def _camp(shown: CampShown, parties: str, question: str, width: int, console: Console) -> Iterator[Text]:
    camp = shown.camp
    says = _ANSWERS.get(camp.says, one_line(camp.says))
    told = " · ".join(
        part for part in (counted(camp.origins, "origin"), period(camp.first_day, camp.last_day)) if part
    )
    head = Text.assemble((f"{says}  {parties}", "bold"))
    yield from indented(set_apart(head, Text(told, style="dim"), width - INDENT, console))
    for row in shown.rows[:MOST]:
        yield from indented(claim_entry(row, width - _UNDER, console), _UNDER)
    left = len(shown.rows) - MOST
    if left > 0:
        more = f"and {counted(left, 'party')} more: counterclaim question {question[:SHORT_ID]}"
        yield from indented(wrapped(Text(more, style="dim"), width - _UNDER, console), _UNDER)
