"""Counterclaim: who said what, on what evidence, and who contradicts whom."""

__version__ = "0.1.0"
