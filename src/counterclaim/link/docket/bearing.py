"""Later statements that may tell what became of a forecast: its names and event words, after the due day.

They are offered, no more: a person says what came of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.link.names import raw_names
from counterclaim.link.relations.content import content_words
from counterclaim.link.relations.days import day_of
from counterclaim.model.docket import Bearing, Window
from counterclaim.model.meaning import Orientation
from counterclaim.model.told import Told

HORIZON = 30  # days after the window in which statements are looked for
MOST = 5
LEAST = 0.3  # cosine of two claims' words, the rarer the more they count
LEAST_SHARED, LEAST_UNNAMED = 2, 3  # words, with a name among them and without
_LOOKS_BACK = 1.25  # the worth of what speaks of past or present against what looks ahead itself
_SETTLES = frozenset({Orientation.PAST, Orientation.PRESENT})
_AROUND = 0.5  # the worth of words right before a forecast, which say what "this" is
_LAST_WORDS = 120  # characters of the text before
_COMMON = 0.02  # share of claims; words of more bear on something only beside a rarer one
_ALWAYS_RARE, _NEVER_RARE = 20, 200  # claims
_DIGITS = 3
# What any two claims of officials share, and words that say when rather than what.
_IDLE = content_words(
    """day days week weeks month months year years hour coming next few last later soon time morning
    afternoon evening monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december president minister chancellor secretary mr mrs ms
    good question answer please thank take part place want think believe like work well emphasise say"""
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What later statements are looked for: the words of a forecast, since when, and which to leave out."""

    words: str
    before: str
    since: date
    until: date
    folded: frozenset[tuple[str, str]]


def sought(first: Told, window: Window | None, tellings: Iterable[Told]) -> Sought | None:
    """What to look for beside a forecast; None where its day is not known."""
    told_on = day_of(first.day)
    if told_on is None:
        return None
    starts = date.fromisoformat(window.first) if window and window.first else None
    ends = date.fromisoformat(window.last) if window and window.last else None
    since = max(starts or ends or told_on, told_on + timedelta(days=1))
    return Sought(
        words=first.words,
        before=first.before[-_LAST_WORDS:],
        since=since,
        until=max(ends or since, since) + timedelta(days=HORIZON),
        folded=frozenset((told.document, told.id) for told in tellings),
    )


class Statements:
    """All statements, by word and day."""

    def __init__(self, claims: Sequence[Told]) -> None:
        self._claims = claims
        self._days = [day_of(claim.day) for claim in claims]
        self._words = [content_words(claim.words) for claim in claims]
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in sorted(words):
                self._with[word].append(place)

    def bearing(self, wanted: Sought, until: date | None = None) -> tuple[Bearing, ...]:
        """The statements nearest to a forecast, best first, none told after a day."""
        weights = self._weights(wanted)
        common = min(_NEVER_RARE, max(_ALWAYS_RARE, int(_COMMON * len(self._claims))))
        places = {place for word in weights if len(self._with[word]) <= common for place in self._with[word]}
        found = [
            bearing
            for place in sorted(places)
            if self._is_after(place, wanted, until) and (bearing := self._bearing(place, wanted, weights))
        ]
        found.sort(key=lambda one: (-one.weight, one.day, one.claim))
        return tuple(found[:MOST])

    def _weights(self, wanted: Sought) -> dict[str, float]:
        """How much each word tells, by how few claims have it."""
        own = content_words(wanted.words)
        return {
            word: self._rarity(word) * (1 if word in own else _AROUND)
            for word in sorted(own | content_words(wanted.before))
            if word in self._with and word not in _IDLE and not word.isdigit()
        }

    def _rarity(self, word: str) -> float:
        return math.log((1 + len(self._claims)) / (1 + len(self._with[word])))

    def _is_after(self, place: int, wanted: Sought, until: date | None) -> bool:
        day, claim = self._days[place], self._claims[place]
        if day is None or (until and day > until) or (claim.document, claim.id) in wanted.folded:
            return False
        return wanted.since <= day <= wanted.until

    def _bearing(self, place: int, wanted: Sought, weights: dict[str, float]) -> Bearing | None:
        day, claim = self._days[place], self._claims[place]
        words = self._words[place]
        shared = sorted((word for word in words if word in weights), key=lambda one: (-weights[one], one))
        named = content_words(" ".join(raw_names(claim.words))).intersection(shared)
        if day is None or len(shared) < (LEAST_SHARED if named else LEAST_UNNAMED):
            return None
        mine = math.hypot(*weights.values())
        theirs = math.hypot(*(self._rarity(word) for word in sorted(words)))
        closeness = sum(weights[word] * self._rarity(word) for word in shared) / (mine * theirs)
        if closeness < LEAST:
            return None
        back = _LOOKS_BACK if claim.meaning.orientation in _SETTLES else 1.0
        return Bearing(
            claim=(claim.document, claim.id),
            day=day.isoformat(),
            days=(day - wanted.since).days,
            shared=tuple(shared),
            weight=round(closeness * back, _DIGITS),
        )
