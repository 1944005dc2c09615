"""What each claim answers to its question: its own words, and the claims it was compared with.

Claims that agree hold each other to the same answer, claims that contradict each other to opposite
ones, and what a party said at other times counts a little.  Claims so tied take sides as a block, then
each one's answer settles, in order of time and round after round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.link.questions.identity import day_of, name_of
from counterclaim.link.questions.numbers import number_in
from counterclaim.link.questions.stance import STATED, stance
from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.question import Answer, Position
from counterclaim.model.relation import ClaimName, Relation, RelationKind
from counterclaim.model.told import Told

ROUNDS = 20  # more than answers need to settle; a ring that never does is left where it is
PULL = {
    RelationKind.AGREES: STATED,
    RelationKind.REPEATS: STATED,
    RelationKind.COPIES: 3 * STATED,
    RelationKind.CONTRADICTS: -STATED,
    RelationKind.SHIFTS: -STATED // 2,
}
OWN_PARTY = 500  # how much a party's other answers pull, all together

_KNOWN = frozenset((SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.STATE))
_PRONOUNS = frozenset("i we you he she it they one".split())
Pulls = Mapping[ClaimName, Sequence[tuple[ClaimName, int]]]


def pulls(relations: Iterable[Relation]) -> dict[ClaimName, list[tuple[ClaimName, int]]]:
    """How strongly each claim holds each other to its own answer, or below 0 to the opposite one.

    A relation pulls by how much likelier it is than not.
    """
    found: dict[ClaimName, list[tuple[ClaimName, int]]] = defaultdict(list)
    for relation in relations:
        if amount := round(PULL.get(relation.kind, 0) * max(0.0, 2 * relation.confidence - 1)):
            found[relation.one].append((relation.other, amount))
            found[relation.other].append((relation.one, amount))
    return found


def positions(claims: Sequence[Told], question: str, pulled: Pulls | None = None) -> tuple[Position, ...]:
    """The answers of claims, which are given in order of time, to a question."""
    alone = {name_of(claim): stance(claim, question) for claim in claims}
    worth = {name: known.yes for name, known in alone.items() if known.answer is None}
    parties = {name_of(claim): claim.party for claim in claims if claim.party}
    settled = _settled(worth, parties, pulled or {})
    return tuple(
        _position(
            claim,
            alone[name_of(claim)].answer or (Answer.YES if settled[name_of(claim)] > 0 else Answer.NO),
            question,
        )
        for claim in claims
    )


def _position(claim: Told, answer: Answer, question: str) -> Position:
    return Position(
        claim=name_of(claim),
        answer=answer,
        speaker=claim.speaker if _is_named(claim) else None,
        key=claim.key,
        party=claim.party,
        day=day_of(claim),
        number=number_in(claim, question) if answer is Answer.NUMBER else None,
        origin=claim.origin or claim.document,
    )


def _is_named(claim: Told) -> bool:
    """Whether somebody speaks who can be told from others: "the array" and "we" are no side of a question."""
    name = claim.speaker or ""
    return claim.kind in _KNOWN and name != name.lower() and name.lower() not in _PRONOUNS


def _settled(
    worth: Mapping[ClaimName, int], parties: Mapping[ClaimName, str], pulled: Pulls
) -> dict[ClaimName, int]:
    """+1 or -1 for each claim."""
    answers = _by_blocks(worth, pulled)
    of_party: dict[str, int] = defaultdict(int)
    heard: dict[str, int] = defaultdict(int)
    for name, party in parties.items():
        if name in worth:
            of_party[party] += answers[name] * abs(worth[name])
            heard[party] += abs(worth[name])
    for _ in range(ROUNDS):
        changed = False
        for name, yes in worth.items():
            total = yes + sum(
                amount * answers[other] for other, amount in pulled.get(name, ()) if other in answers
            )
            party = parties.get(name, "")
            if party and heard[party] > abs(yes):
                said_else = of_party[party] - answers[name] * abs(yes)
                total += OWN_PARTY * said_else // (heard[party] - abs(yes))
            answer = 1 if total >= 0 else -1
            if answer != answers[name]:
                changed = True
                if party:
                    of_party[party] += 2 * answer * abs(yes)
                answers[name] = answer
        if not changed:
            break
    return answers


def _by_blocks(worth: Mapping[ClaimName, int], pulled: Pulls) -> dict[ClaimName, int]:
    """Claims tied to each other by relations take sides together, the strongest ties first.

    Which side a block is on, the words of all its claims tell.
    """
    ties = sorted(
        {
            (-abs(amount), min(one, other), max(one, other), amount)
            for one in worth
            for other, amount in pulled.get(one, ())
            if other in worth
        }
    )
    block = {name: [name] for name in worth}
    sign = dict.fromkeys(worth, 1)
    for _minus, one, other, amount in ties:
        if block[one] is block[other]:
            continue
        kept, moved = sorted((block[one], block[other]), key=lambda names: (-len(names), names))
        if sign[one] * sign[other] * amount < 0:
            for name in moved:
                sign[name] = -sign[name]
        kept += moved
        for name in moved:
            block[name] = kept
    answers: dict[ClaimName, int] = {}
    for name, names in block.items():
        if name not in answers:
            speaks = sum(sign[one] * worth[one] for one in names)
            answers.update((one, sign[one] if speaks >= 0 else -sign[one]) for one in names)
    return answers
