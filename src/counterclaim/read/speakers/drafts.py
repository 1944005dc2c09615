"""Persons while their names are gathered: which names are one person's, and whose a lone name is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from counterclaim.read.names.fold import fold
from counterclaim.read.parse import Parse
from counterclaim.read.speakers.first_names import sex_of
from counterclaim.read.speakers.lexicon import FEMALE_TITLES, MALE_TITLES, SUFFIXES
from counterclaim.read.speakers.names_in_text import Name
from counterclaim.read.speakers.titles import names_in_title

_ARABIC = re.compile(r"^(?:al|el|as|ad|ar|ash|an)[ -](?=.)", re.IGNORECASE)
_KIN = frozenset(
    """daughter son wife husband brother sister father mother widow cousin nephew niece uncle aunt""".split()
)


@dataclass(slots=True)
class Draft:
    """A person while names are gathered."""

    words: tuple[str, ...]
    mentions: list[Name] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The surname, folded, without the article of an Arabic one."""
        return surname_key(self.words)

    @property
    def first(self) -> str:
        """The first name, folded; empty for a lone surname."""
        return fold(self.words[0]) if len(self.words) > 1 else ""


def full_names(names: Iterable[Name]) -> list[Draft]:
    """One draft for each person named by two words or more."""
    drafts: list[Draft] = []
    by_last: dict[str, list[Draft]] = defaultdict(list)
    by_first: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for name in names:
        if len(name.words) < 2:
            continue
        fitting = [
            draft for draft in by_last[surname_key(name.words)] if _may_be_one(draft.words, name.words)
        ]
        fitting = fitting or [one for one in by_first[name.words[:2]] if len(one.words) > 1]
        if fitting:
            draft = fitting[0]
            draft.words = _fuller(draft, name)
            if draft not in by_last[draft.last]:
                by_last[draft.last].append(draft)
        else:
            draft = Draft(name.words)
            drafts.append(draft)
            by_last[draft.last].append(draft)
            by_first[name.words[:2]].append(draft)
        draft.mentions.append(name)
    return drafts


def _may_be_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names with one surname may be one person's."""
    short = min(len(left), len(right))
    return left[-short:] == right[-short:] or _same_first(left, right)


def _same_first(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether first names may be one person's: equal, an initial, or short for the other."""
    one, two = fold(left[0]), fold(right[0])
    short = min(len(one), len(two))
    return one[:short] == two[:short] if short <= 1 or short >= 3 else one == two


def _fuller(draft: Draft, name: Name) -> tuple[str, ...]:
    """The longer name, small letters before capitals only; what a headline ran on to does not count."""
    left, right = draft.words, name.words
    if all(word.isupper() for word in left) != all(word.isupper() for word in right):
        return right if all(word.isupper() for word in left) else left
    if fold(left[-1]) != fold(right[-1]) and left[:2] == right[:2]:
        return min(left, right, key=len)
    return max(left, right, key=lambda words: (len(words), len(" ".join(words))))


def add_title(drafts: list[Draft], title: str | None) -> None:
    """Persons whose full name only the title gives; the text may use the surname."""
    known = {draft.last for draft in drafts}
    for words in names_in_title(title or ""):
        cut_off = [one for one in drafts if fold(words[0]) == one.first and _is_beginning(one.last, words)]
        if cut_off:
            cut_off[0].words = words
        elif surname_key(words) not in known:
            drafts.append(Draft(words))


def _is_beginning(last: str, words: Sequence[str]) -> bool:
    """Whether a surname is only the beginning of the one in the title, broken off in the text."""
    whole = fold(surname_of(words))
    return len(last) >= 5 and whole != last and whole.startswith(last)


def by_surname(drafts: Iterable[Draft]) -> dict[str, list[Draft]]:
    """Drafts under their surnames; under first names too, where these are nobody's surname."""
    found: dict[str, list[Draft]] = defaultdict(list)
    firsts: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        found[draft.last].append(draft)
        firsts[draft.first].append(draft)
    for first, bearers in firsts.items():
        found.setdefault(first, bearers)
    return found


def is_plural(name: Name, singles: dict[str, list[Draft]]) -> bool:
    """Whether it is a family ("the Quills") or a people taken for a person."""
    word = name.words[0]
    return word.endswith("s") and fold(word) not in singles and bool(singles.get(fold(word[:-1])))


def relatives_among(parse: Parse, drafts: Iterable[Draft]) -> frozenset[int]:
    """First tokens of those whom the text brings in as somebody's relative ("his daughter Dana Quill")."""
    firsts = (draft.mentions[0].first for draft in drafts if len(draft.words) > 1 and draft.mentions)
    return frozenset(first for first in firsts if first and parse.tokens[first - 1].lower in _KIN)


def bearer(
    name: Name, drafts: list[Draft], singles: dict[str, list[Draft]], relatives: frozenset[int]
) -> Draft:
    """Whose single name this is: of several, the sex of the title tells, then who is named in full most.

    A surname before anybody of that name is brought in as a relative is not the relative's.
    """
    key = without_article(fold(name.words[0]))
    bearers = singles.get(key, [])
    sex = sex_of_titles(name.titles)
    fitting = [one for one in bearers if sex is None or sex_of(one.words[0]) in (sex, None)]
    fitting = [
        one
        for one in fitting
        if not one.mentions or one.mentions[0].first < name.first or one.mentions[0].first not in relatives
    ]
    if not fitting:
        draft = Draft(name.words)
        drafts.append(draft)
        singles.setdefault(key, []).append(draft)
        return draft
    before = [one for one in fitting if one.mentions and one.mentions[0].first < name.first]
    return max(before or fitting, key=lambda one: len(one.mentions))


def surname_of(words: Sequence[str]) -> str:
    """The last word that is no "Jr.": the surname, in most of the names in English news."""
    kept = [word for word in words if word.rstrip(".").lower() not in SUFFIXES] or list(words)
    return kept[-1]


def surname_key(words: Sequence[str]) -> str:
    """The folded surname; "al-Quill" and "Quill" are one."""
    return without_article(fold(surname_of(words)))


def without_article(surname: str) -> str:
    """A surname less the Arabic article that news now writes and now leaves out."""
    return _ARABIC.sub("", surname)


def sex_of_titles(titles: Sequence[str]) -> str | None:
    """The sex that titles before a name tell, "f" or "m"; None where they tell none."""
    if any(title in FEMALE_TITLES for title in titles):
        return "f"
    return "m" if any(title in MALE_TITLES for title in titles) else None
