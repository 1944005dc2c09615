"""Which pairs of claims are worth a judgement, at a cost that grows with the claims and not with pairs."""

from counterclaim.link.pairs.candidates import candidate_pairs
from counterclaim.link.pairs.index import Index, Neighbour

__all__ = ["Index", "Neighbour", "candidate_pairs"]
