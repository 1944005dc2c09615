"""News agencies, and the names by which texts credit them."""

from __future__ import annotations

import re

AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Anadolu": ("AA", "Anadolu", "Anadolu Agency"),
    "ANI": ("ANI", "Asian News International"),
    "ANSA": ("ANSA",),
    "AP": ("AP", "Associated Press"),
    "APA": ("APA",),
    "Belga": ("Belga",),
    "BelTA": ("BelTA",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "CNA": ("CNA",),
    "CNN": ("CNN", "CNN Wire", "CNN Newsource"),
    "CP": ("CP", "Canadian Press"),
    "CTK": ("CTK", "ČTK"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "Interfax": ("Interfax", "Interfax news agency"),
    "Interfax-Ukraine": ("Interfax-Ukraine",),
    "JTA": ("JTA", "Jewish Telegraphic Agency"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Lusa": ("Lusa",),
    "PA Media": ("PA Media", "PA", "Press Association"),
    "PAP": ("PAP", "Polish Press Agency"),
    "PTI": ("PTI", "Press Trust of India"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "SANA": ("SANA",),
    "Sputnik": ("Sputnik",),
    "TASS": ("TASS", "ITAR-TASS"),
    "UkrInform": ("Ukrinform",),
    "UPI": ("UPI", "United Press International"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
}
"""Short name to the spellings that credit lines use; "the" before a name does not count."""

AMBIGUOUS = {"AA", "APA", "CNA", "CP", "PA", "PAP", "RIA", "SANA", "ANI", "Sputnik", "CNN"}
"""Spellings that are something else as often: a name, an association, a state, an outlet of its own."""

_BY_SPELLING = {spelling.lower(): agency for agency, names in AGENCIES.items() for spelling in names}
_SPELLINGS = sorted((spelling for names in AGENCIES.values() for spelling in names), key=len, reverse=True)


def _pattern(spellings: list[str]) -> str:
    # A long name is the same in capitals ("REUTERS"); a short one in small letters is a word ("ap").
    forms = dict.fromkeys(form for name in spellings for form in (name, name.upper()))
    return "|".join(re.escape(form).replace("\\ ", r"\s+").replace("\\-", r"\s?-\s?") for form in forms)


IN_PARENTHESES = _pattern(_SPELLINGS)
"""Pattern of every name that may stand in parentheses after a place."""

IN_LINE = _pattern([name for name in _SPELLINGS if name not in AMBIGUOUS])
"""Pattern of the names that mean the agency wherever a credit stands."""


def agency_named(words: str) -> str:
    """The agency that a name matched by one of the patterns stands for."""
    return _BY_SPELLING[_folded(words)]


def is_agency(publisher: str | None) -> bool:
    """Whether an outlet is a news agency itself ("AP", "The Associated Press", "Reuters")."""
    return publisher is not None and _folded(publisher) in _BY_SPELLING


def _folded(words: str) -> str:
    spaced = re.sub(r"\s?-\s?", "-", " ".join(words.split())).lower()
    return spaced.removeprefix("the ")
