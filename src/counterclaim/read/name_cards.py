"""Names that a page gives twice: in the text, and on the card of a link, which runs on without a blank.

Web pages hide a card behind the name of somebody; a text made from such a page tells it in the middle of
a sentence ("Foreign Minister Dana Quill Quill DanaForeign Minister of Orvessa: ...").  The grammar would
take all of it for one long name, so it is shown a comma and blanks there; no other part of a text changes.
"""

from __future__ import annotations

import re

_WORD = r"[A-ZÀ-ÞА-Я][\w’'.-]*"
# A name of two to four words, and the same with the surname first, run into a post or followed by a mark.
_CARD = re.compile(
    rf"\b(?P<given>{_WORD}(?: {_WORD}){{0,2}}) (?P<family>{_WORD}) (?P<card>(?P=family) (?P=given))"
    r"(?=[A-ZÀ-ÞА-Я]|[^\w\s]|\s*[:(])"
)


def without_cards(text: str) -> str:
    """The text with a comma and blanks in the place of each name told again, every offset as it was."""
    return _CARD.sub(_blanked, text)


def _blanked(found: re.Match[str]) -> str:
    kept = found.start("card") - found.start()
    return found[0][:kept] + ",".ljust(len(found["card"]))
