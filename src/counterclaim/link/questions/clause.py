"""A claim's words as a clause that can be asked: a subject, a verb, and what follows.

Without grammar the first auxiliary is taken for the verb of the clause and what stands before it for the
subject; a finder that knows grammar may be given instead, and also finds verbs without auxiliary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

AUXILIARIES = frozenset(
    "is are was were has have had will would shall should can could may might must do does did".split()
)
_UNSURE = {"may": "will", "might": "will", "could": "will"}  # a question asks whether it will be so
_NOT = re.compile(r"^(?:not|never|no longer)\b\s*", re.IGNORECASE)
_CONTRACTED = re.compile(
    r"\b(is|are|was|were|has|have|had|would|should|could|might|must|do|does|did)n[’']t\b"
)
_ENOUGH = 2  # words after the verb, for the first part of them to be asked alone
_SUBJECT_AT_MOST = 9  # words; what is longer is seldom one
_CONNECTIVE = frozenset(
    "that which who whom whose if whether when while because as what how where why".split()
)
_PREPOSITIONS = frozenset(
    "in on at to for from with by of about against after before despite during under".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """`verb` is an auxiliary ("are"), or a verb without one, and then `base` is its infinitive.

    `past` counts for a verb without auxiliary.  `rest` follows the verb, without "not".
    """

    subject: str
    verb: str
    rest: str
    base: str | None = None
    past: bool = False


class ClauseFinder(Protocol):
    """Finds the main clause in some words."""

    def __call__(self, words: str) -> Clause | None:
        """None where there is no clause, or it cannot tell."""
        ...


def by_auxiliary(words: str) -> Clause | None:
    """The clause around the first auxiliary; None where a subject cannot be told."""
    tokens = (
        _CONTRACTED.sub(r"\1 not", words.replace("cannot", "can not")).replace("won't", "will not").split()
    )
    for place, token in enumerate(tokens):
        lower = token.lower()
        if lower.rstrip(",;:") in _CONNECTIVE:
            return None
        if lower in AUXILIARIES and place:
            break
    else:
        return None
    subject = tokens[:place]
    if (
        place > _SUBJECT_AT_MOST
        or subject[0].lower() in _PREPOSITIONS
        or any(word.endswith((",", ";", ":")) for word in subject)
    ):
        return None
    rest = _NOT.sub("", " ".join(tokens[place + 1 :]))
    verb = tokens[place].lower()
    return Clause(" ".join(subject), verb, rest) if rest else None


def asked(clause: Clause) -> str:
    """The clause as a yes/no question."""
    subject = lowered(clause.subject)
    if clause.base is None:
        verb = _UNSURE.get(clause.verb, clause.verb)
        rest = (
            f"any {clause.rest[3:]}" if subject == "there" and clause.rest.startswith("no ") else clause.rest
        )
        return _sentence(verb, subject, rest)
    auxiliary = "did" if clause.past else "does" if clause.verb != clause.base else "do"
    return _sentence(auxiliary, subject, f"{clause.base} {clause.rest}".strip())


def _sentence(verb: str, subject: str, rest: str) -> str:
    first = rest.split(", ")[0]
    if len(first.split()) >= _ENOUGH:
        rest = first
    return f"{verb.capitalize()} {subject} {rest.rstrip(' .,;:!?')}?"


_SMALL = frozenset(
    "the a an this that these those there it they he she some any no all our their his her its my we i "
    "many most such other another each every both what when where how who if as in on at by for from "
    "to with until since last next one two more everyone everything nobody nothing something".split()
)


def lowered(words: str) -> str:
    """Words as they stand inside a sentence: a small word in front loses its capital."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}".strip() if first.lower() in _SMALL and first != "I" else words
