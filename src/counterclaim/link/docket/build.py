"""The docket of all claims, from when they fall due to what was said later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from counterclaim.link.docket.bearing import Statements, sought
from counterclaim.link.docket.fold import Ahead, ahead_of, folded
from counterclaim.link.docket.window import stands, window_of
from counterclaim.model.docket import DocketEntry, Forecast, Telling
from counterclaim.model.meaning import Orientation
from counterclaim.model.told import Told

AHEAD = frozenset({Orientation.FUTURE, Orientation.COMMITMENT})
_NEVER = "9999"  # sorts behind all days


def forecasts(claims: Iterable[Told], *, undated: bool = False) -> tuple[Forecast, ...]:
    """What claims forecast or commit to, by when it falls due; with `undated`, what names no time as well."""
    return tuple(_forecast(group) for group in _groups(claims, undated))


def docket(
    claims: Sequence[Told], *, today: str | None = None, undated: bool = False
) -> tuple[DocketEntry, ...]:
    """Forecasts as they stand on a day (ISO), each with the later statements that may bear on it.

    With a day nothing that was told after it counts.
    """
    day = date.fromisoformat(today) if today else None
    known = [claim for claim in claims if not (today and claim.day and claim.day[: len(today)] > today)]
    statements = Statements(known)
    entries = []
    for group in _groups(known, undated):
        wanted = sought(group[0].told, group[0].window, [one.told for one in group])
        state, left = stands(group[0].window, day) if day else (None, None)
        bearing = statements.bearing(wanted, day) if wanted else ()
        entries.append(DocketEntry(forecast=_forecast(group), state=state, days=left, bearing=bearing))
    return tuple(entries)


def _groups(claims: Iterable[Told], undated: bool) -> list[list[Ahead]]:
    found = []
    for claim in claims:
        if claim.meaning.orientation in AHEAD and not claim.words.rstrip("\"'”’ ").endswith("?"):
            window = window_of(claim.meaning.due)
            if window or undated:
                found.append(ahead_of(claim, window))
    groups = folded(sorted(found, key=_age))
    return sorted(groups, key=_due)


def _age(claim: Ahead) -> tuple[str, str, str]:
    return claim.told.day or _NEVER, claim.told.document, claim.told.id


def _due(group: Sequence[Ahead]) -> tuple[str, str, tuple[str, str, str]]:
    window = group[0].window
    last = (window.last or window.first) if window else None
    return last or _NEVER, (window.first if window else None) or _NEVER, _age(group[0])


def _forecast(group: Sequence[Ahead]) -> Forecast:
    first = group[0].told
    return Forecast(
        id="f" + hashlib.sha256(f"{first.document}\0{first.id}".encode()).hexdigest()[:16],
        words=first.words,
        orientation=first.meaning.orientation,
        due=first.meaning.due,
        window=group[0].window,
        tellings=tuple(_telling(one) for one in group),
        origins=len({one.origin for one in group}),
    )


def _telling(one: Ahead) -> Telling:
    told = one.told
    return Telling(
        claim=(told.document, told.id),
        speaker=told.speaker,
        key=told.key,
        party=told.party,
        day=told.day,
        origin=one.origin,
    )
