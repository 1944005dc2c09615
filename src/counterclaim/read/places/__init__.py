"""Places that a claim names: which state, and where on the map."""

from counterclaim.read.places.find import find_places

__all__ = ["find_places"]
