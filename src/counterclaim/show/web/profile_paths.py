"""Where the pages of speakers, parties and outlets are; any characters may be in a name."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def speaker_path(key: str) -> str:
    """The page of a speaker, from the root."""
    return f"speakers/{quote(key, safe='')}"


def party_path(name: str) -> str:
    """The page of all who speak for a party, from the root."""
    return f"parties/{quote(name, safe='')}"


def outlet_path(name: str) -> str:
    """The page of an outlet, from the root."""
    return f"outlets/{quote(name, safe='')}"


def asked_for(**values: str | None) -> str:
    """The query of an address, without what is empty, a question mark before it where there is any."""
    query = urlencode({name: value for name, value in values.items() if value})
    return f"?{query}" if query else ""
