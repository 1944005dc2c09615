"""One key for one name, however it is spelt: letter case, accents, titles and romanisation do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from counterclaim.read.names.romanised import romanised

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʹ": "'", "ʻ": "'",
    }
)  # fmt: skip

# Cyrillic as English newspapers write it; Ukrainian "г" is left as "g" and "и" as "i", which
# costs less than telling the two languages apart.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ђ": "dj",
        "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ё": "e",
    }
)  # fmt: skip

# Titles before a name.  Full words that also begin names of bodies ("General Motors",
# "Justice Department") are let go only as abbreviations.
_TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr hon sen senator rep
    representative congressman congresswoman gov governor pres president chancellor premier minister
    ambassador amb gen lt col colonel maj sgt sergeant capt captain cmdr commander adm admiral brig
    lieutenant cpl corporal ayatollah sheikh imam emir sultan pope archbishop cardinal herr frau monsieur
    madame mme señor senor sheriff mayor councilman councilwoman""".split()
)
# What follows a title and makes it an office or a body, not a name: "President of Peru".
_NO_NAME = frozenset("of the for and at in on office elect".split())

_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?!\w)")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}(?!\w)|\b[a-z]\.[a-z]\b(?!\.)")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """Give the key under which a name is compared; the same for a key given back.

    Empty only where the name holds no letter or digit.
    """
    words = _untitled(_WORDS.findall(_plain(name)))
    # A romanised word may be a title ("Capt" from "Captt"); it would be off on the second time.
    return " ".join(_untitled([romanised(word) for word in words]))


def _plain(name: str) -> str:
    """Small letters without accents, possessives, dots of initials and what stands in brackets."""
    text = name.casefold().translate(_LETTERS).translate(_CYRILLIC)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    text = text.casefold()
    shorter = _PARENTHESIS.sub(" ", text)
    text = shorter if _WORDS.search(shorter) else text
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    return _POSSESSIVE.sub("", text).replace("'", "")


def _untitled(words: list[str]) -> list[str]:
    """The words from the first that is neither an article nor a title before a name."""
    at = 0
    while at + 1 < len(words) and (
        words[at] == "the" or (words[at] in _TITLES and words[at + 1] not in _NO_NAME)
    ):
        at += 1
    return words[at:]
