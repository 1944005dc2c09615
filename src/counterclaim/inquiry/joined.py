"""Claims that people say belong together or apart, as one review names them."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.errors import InputError
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.review import ReviewKind

_FEWEST = 2


def joined_claims(ledger: Ledger, kind: ReviewKind, claims: Iterable[str]) -> tuple[str, str]:
    """The target and the value of a review that joins or parts claims, given by ids or their beginnings.

    Each goes by the claim at which a review of it would stand now.  InputError where they are fewer than
    two, UnknownId.
    """
    ids = list(dict.fromkeys(ledger.claim_place(one)[1] for one in claims))
    if len(ids) < _FEWEST:
        raise InputError(kind.value, "it takes two claims", "Give the ids of two different claims")
    return ids[0], " ".join(ids[1:])
