"""What sort of words a source is: left out, a pronoun or description to be resolved, or a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from counterclaim.model.span import Span, Spans, words_at

_PRONOUNS = frozenset(
    """i we you he she it they me us him her them who which that this these those one whom himself herself
    itself themselves mine ours his hers theirs its""".split()
)
_DEFINITE = frozenset("the this that these those his her its their our my your".split())
_INDEFINITE = frozenset(
    """a an another one some several many most all any other others few two three four five six seven eight
    nine ten each both every no""".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class MentionKind(StrEnum):
    """How a source names who speaks."""

    IMPLICIT = "implicit"
    TO_RESOLVE = "to resolve"
    NAMED = "named"


def mention_kind(source: Spans, text: str, listed: Collection[Span] | None = None) -> MentionKind:
    """How a source names who speaks.

    `listed` are the sources that a coreference file gives as to be resolved.  Without a list
    these are pronouns, and descriptions without a name that begin with "the" or the like, or
    with no such word ("officials").  A capital at the beginning of a sentence makes no name
    if the text has the word without it as well.
    """
    if not source:
        return MentionKind.IMPLICIT
    if listed is not None:
        known = any(span in listed for span in source) or (source[0][0], source[-1][1]) in listed
        return MentionKind.TO_RESOLVE if known else MentionKind.NAMED
    words = _WORD.findall(words_at(text, source, joint=" "))
    if not words or words[0].lower() in _INDEFINITE:
        return MentionKind.NAMED
    if len(words) == 1 and words[0].lower() in _PRONOUNS:
        return MentionKind.TO_RESOLVE
    first = words[0].lower() in _DEFINITE or words[0].islower() or _is_common(words[0], text)
    rest = all(word[0].islower() for word in words[1:])
    return MentionKind.TO_RESOLVE if first and rest else MentionKind.NAMED


def _is_common(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word.lower())}\b", text) is not None
