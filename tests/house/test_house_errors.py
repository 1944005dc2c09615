"""The tree of errors that users read is the tree of classes."""

from __future__ import annotations

import re

from counterclaim import errors
from counterclaim.errors import CounterclaimError

DRAWN = re.compile(r"^ {4}(?P<branch>[│├└─ ]*)(?P<name>\w+) +exit code (?P<code>\d+)", re.MULTILINE)
WIDTH = 4  # of one level of the drawing


def drawn() -> dict[str, tuple[str | None, int]]:
    """Parent and exit code of each class, as the docstring of the module draws them."""
    tree: dict[str, tuple[str | None, int]] = {}
    above: list[str] = []
    for match in DRAWN.finditer(errors.__doc__ or ""):
        depth = len(match["branch"]) // WIDTH
        above[depth:] = [match["name"]]
        tree[match["name"]] = (above[depth - 1] if depth else None, int(match["code"]))
    return tree


def defined(error: type[CounterclaimError] = CounterclaimError) -> dict[str, tuple[str | None, int]]:
    """Parent and exit code of each class of the module."""
    parent = error.__base__.__name__ if error is not CounterclaimError and error.__base__ else None
    tree = {error.__name__: (parent, error.exit_code)}
    for child in error.__subclasses__():
        if child.__module__ == errors.__name__:
            tree |= defined(child)
    return tree


def test_every_error_is_drawn_under_its_parent_with_its_exit_code() -> None:
    assert drawn() == defined()


def test_no_two_errors_share_an_exit_code() -> None:
    codes = [code for _, code in defined().values()]
    assert len(codes) == len(set(codes))


def test_every_error_of_the_module_is_in_the_tree() -> None:
    classes = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception) and value.__module__ == errors.__name__
    }
    assert classes == set(defined())
