"""Days and instants as options give them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from counterclaim.errors import InputError


def day(stated: str | None, option: str) -> str | None:
    """The day that an option gives, as an ISO date; InputError if it is none."""
    if stated is None:
        return None
    try:
        return date.fromisoformat(stated).isoformat()
    except ValueError as error:
        raise InputError(option, f"{stated!r} is no day", "Give a day like this: 2022-02-16") from error


def today(stated: str | None) -> date:
    """The day that --today gives, else this one."""
    given = day(stated, "--today")
    return date.fromisoformat(given) if given else date.today()


def instant(stated: str, option: str) -> str:
    """A day or instant as the ledger writes instants, in UTC."""
    try:
        given = datetime.fromisoformat(stated)
    except ValueError as error:
        remedy = "Give a day or an instant like this: 2022-02-16 or 2022-02-16T10:00"
        raise InputError(option, f"{stated!r} is no time", remedy) from error
    return given.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
