"""Whether two descriptions mean the same people, where nobody is named."""

from __future__ import annotations

from dataclasses import dataclass

from evals.bodies import PARTY_MEMBERS, Words, same_body, whole_state
from evals.spelling import one_forms, plain_words, telling
from evals.states import parted

# Who speaks for a body without being named.
_STAFF = one_forms(
    "spokesman representative official staff staffer press service senior top unnamed anonymous unidentified"
)
_HEAD_ENDS = frozenset(
    "of for at in who that from with to on whose including attending about by which near".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten dozen couple number".split())


@dataclass(frozen=True)
class Asked:
    """What else the gold knows of a speaker.

    `words` are those of the source where it is neither a pronoun nor a description that
    stands for somebody named before, else empty.
    """

    kind: str | None = None
    party: str | None = None
    words: str = ""


def same_staff(gold: str, predicted: str, party: str | None) -> bool:
    """Whether both mean one body, given itself or by a spokesman or official without a name."""
    first, second = plain_words(gold), plain_words(predicted)
    body, other = (tuple(word for word in words if word not in _STAFF) for words in (first, second))
    if (body == first and other == second) or "and" in body + other:
        return False
    if not telling(body):  # "officials": whose they are stands in the party
        return other != second and party is not None and same_body(party, " ".join(other))
    if (body == first or other == second) and "official" in first + second and whole_state(" ".join(body)):
        return False  # officials of a state are not the state
    return bool(telling(other)) and same_body(" ".join(body), " ".join(other))


def same_unnamed(gold: str, predicted: str, asked: Asked) -> bool:
    """Whether two descriptions of people without a name are of the same ones.

    They are with one head if what stands before it is the same, and neither states, numbers
    nor what follows differ where both have them.  One person may be told of with more words
    or fewer.  A prediction that repeats words of the source with its head is right, and so
    are the police of a town where the gold says "police" and names the town's as the party.
    """
    if asked.words and _repeats(predicted, asked.words):
        return True
    if asked.party and gold.islower() and _is_of(gold, predicted, asked.party):
        return True
    left, right = _description(gold), _description(predicted)
    if left.head != right.head or left.head in PARTY_MEMBERS:
        return False
    fits = left.before == right.before or (asked.kind != "group" and _nested(left.before, right.before))
    return (
        fits
        and _nested(left.behind, right.behind)
        and _agree(left.states, right.states)
        and _agree(left.numbers, right.numbers)
    )


def _repeats(predicted: str, source: str) -> bool:
    found, words = plain_words(predicted), plain_words(source)
    return telling(found) <= telling(words) and found[_head(found)] == words[_head(words)]


def _is_of(gold: str, predicted: str, party: str) -> bool:
    return telling(plain_words(gold)) <= telling(plain_words(predicted)) and same_body(party, predicted)


def _nested(left: frozenset[str], right: frozenset[str]) -> bool:
    return left <= right or right <= left


def _agree(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or left == right


@dataclass(frozen=True)
class _Description:
    """The parts of a description: its noun, what tells of it on both sides, and whose and how many."""

    head: str
    before: frozenset[str]
    behind: frozenset[str]
    states: frozenset[str]
    numbers: frozenset[str]


def _description(text: str) -> _Description:
    words = plain_words(text)
    at = _head(words)
    states, before = parted(words[:at])
    return _Description(
        head=words[at],
        before=telling(before) - _NUMBERS,
        behind=telling(words[at + 1 :]),
        states=states,
        numbers=_NUMBERS & set(words[:at]),
    )


def _head(words: Words) -> int:
    """Place of the noun of a description: the last word before "of", "who", "involved in" and the like."""
    end = next((at for at, word in enumerate(words) if word in _HEAD_ENDS and at), len(words))
    if 1 < end < len(words) and words[end - 1].endswith(("ed", "ing")):
        end -= 1
    return end - 1
