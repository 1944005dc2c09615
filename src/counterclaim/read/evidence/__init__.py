"""Evidence offered with a claim, and demands for it."""

from counterclaim.read.evidence.demands import asks_for_evidence
from counterclaim.read.evidence.find import find_evidence

__all__ = ["asks_for_evidence", "find_evidence"]
