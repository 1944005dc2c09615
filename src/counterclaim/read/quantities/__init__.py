"""Quantities of a claim: numbers as the speaker bounds them."""

from counterclaim.read.quantities.find import find_quantities

__all__ = ["find_quantities"]
