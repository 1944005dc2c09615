"""Edges: what joins two documents, how strongly, and why."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class EdgeKind(StrEnum):
    """What an edge says of its first document."""

    COPIES = "copies"


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """`from_document` copies `to_document`, the one of the two that was there first.

    `weight` is the share of the shorter text that stands in the other (0 to 1),
    `reason` says so in words that a reader may see ("82% of the words"), `maker`
    names the rules and their version.  Ids are those of the ledger's documents.
    """

    kind: EdgeKind
    from_document: str
    to_document: str
    weight: float
    reason: str
    maker: str
