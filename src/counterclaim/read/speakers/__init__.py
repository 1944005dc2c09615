"""Whom a source stands for: within one document, every source brought to a name, a kind and a party."""

from counterclaim.read.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
