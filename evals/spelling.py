"""Plain words of a name, so that two spellings of it can be compared word by word."""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"['’‘]s\b|(?<=s)['’](?!\w)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("of for the and in at on to & de la du der".split())
_DETERMINERS = frozenset(
    """the a an one another other some several many most all both this that these those
    his her its their our my your""".split()
)
_VARIANTS = {
    "defence": "defense", "organisation": "organization", "labour": "labor", "centre": "center",
    "programme": "program", "dept": "department", "gov": "government", "govt": "government",
    "intl": "international", "assn": "association", "comm": "committee", "republicans": "republican",
    "gop": "republican", "dems": "democrat", "democratic": "democrat", "telly": "television",
    "tv": "television", "neighbour": "neighbor", "neighbours": "neighbor", "cops": "police",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "spokespeople": "spokesman",
    "spokesmen": "spokesman", "spokeswomen": "spokesman", "people": "person", "men": "man", "women": "woman",
    "policemen": "policeman", "authorities": "authority", "coworker": "worker", "co": "company",
    "corp": "corporation", "ltd": "limited", "inc": "incorporated", "ops": "operations",
}  # fmt: skip
_KEEPS_S = ("ss", "us", "is", "news", "series")


def plain(name: str) -> str:
    """A name in small letters, without accents, possessives, dots of initials and what stands in brackets."""
    text = _BRACKETS.sub(" ", name) if _WORD.search(_BRACKETS.sub(" ", name)) else name
    text = "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    return _POSSESSIVE.sub("", text)


def plain_words(name: str) -> tuple[str, ...]:
    """Words of a name without articles and the like before it, one form for each word."""
    words = _WORD.findall(plain(name))
    while len(words) > 1 and words[0] in _DETERMINERS:
        words.pop(0)
    return tuple(map(_one_form, words))


def one_forms(text: str) -> frozenset[str]:
    """The words of a list, in the form in which `plain_words` gives them."""
    return frozenset(_one_form(word) for word in text.split())


def telling(words: tuple[str, ...]) -> frozenset[str]:
    """The words but for small ones ("of", "the")."""
    return frozenset(words) - _SMALL


def _one_form(word: str) -> str:
    word = _VARIANTS.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(_KEEPS_S):
        word = word[:-1]
    return _VARIANTS.get(word, word)


def initials(name: str) -> frozenset[str]:
    """What the first letters of a name of three words or more give, with small words and without."""
    words = re.findall(r"[^\W_]+|&", _POSSESSIVE.sub("", _BRACKETS.sub(" ", name)))
    if words and words[0].lower() in _DETERMINERS:
        words = words[1:]
    big = [word[0] for word in words if word[0].isupper()]
    every = [word[0] for word in words if word != "&"]
    if len(big) < 3:
        return frozenset()
    found = {"".join(big).casefold(), "".join(every).casefold()}
    # "CDC" for Centers for Disease Control and Prevention; "DOJ" for US Department of Justice
    found |= {"".join(big[:-1]).casefold() for _ in range(len(big) > 3)}
    if words[0] in {"US", "U"} or words[0] == "United":
        found |= {form[1:] for form in found if len(form) > 3}
    return frozenset(form for form in found if len(form) > 2)
