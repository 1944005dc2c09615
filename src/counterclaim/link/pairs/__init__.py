"""Which pairs of claims are worth a judgement, at a cost that grows with the claims and not with pairs."""

from counterclaim.link.pairs.candidates import candidate_pairs, ranked_pairs
from counterclaim.link.pairs.index import LEAST, MOST, Index, Neighbour
from counterclaim.link.pairs.look import WINDOW
from counterclaim.link.pairs.packed import VERSION, pack

__all__ = [
    "LEAST",
    "MOST",
    "VERSION",
    "WINDOW",
    "Index",
    "Neighbour",
    "candidate_pairs",
    "pack",
    "ranked_pairs",
]
