"""Options that several commands share."""

from __future__ import annotations

import argparse


def positive(value: str) -> int:
    """A whole number of at least 1, from the command line."""
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
