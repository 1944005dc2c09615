"""Entries of one speaker or party."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model.docket import DocketEntry


def told_by(
    entries: Iterable[DocketEntry], *, speaker: str | None = None, party: str | None = None
) -> tuple[DocketEntry, ...]:
    """Entries that a speaker (by any word of the name) or a party told, letter case aside."""
    return tuple(
        entry
        for entry in entries
        if any(
            _names(speaker, telling.speaker) and (party is None or _same(party, telling.party))
            for telling in entry.forecast.tellings
        )
    )


def _names(wanted: str | None, name: str | None) -> bool:
    if wanted is None:
        return True
    return name is not None and set(wanted.casefold().split()) <= set(name.casefold().split())


def _same(wanted: str, name: str | None) -> bool:
    return name is not None and wanted.casefold() == name.casefold()
