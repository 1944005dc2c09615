"""Who is introduced in a document: persons with their fullest names and all places that name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.span import Span
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.fold import fold
from counterclaim.read.parse import Parse
from counterclaim.read.speakers.described import Description, descriptions_of, phrase_around
from counterclaim.read.speakers.drafts import (
    Draft,
    add_title,
    bearer,
    by_surname,
    full_names,
    is_plural,
    relatives_among,
    sex_of_titles,
    surname_key,
    surname_of,
    without_article,
)
from counterclaim.read.speakers.first_names import sex_of
from counterclaim.read.speakers.lexicon import (
    FEMALE_NOUNS,
    MALE_NOUNS,
)
from counterclaim.read.speakers.names_in_text import Name, headline_end, is_title, names_in

_ACTING = frozenset("nsubj nsubjpass poss appos agent dobj dative ROOT conj".split())


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """A person of the document; `mentions` in reading order, `described` the words used of them.

    `phrases` are token ranges of mentions with all that stands beside them.
    """

    name: str
    surname: str
    sex: str | None
    mentions: tuple[Name, ...]
    descriptions: tuple[Description, ...]
    described: frozenset[str]
    phrases: tuple[tuple[int, int], ...]


def find_persons(
    parse: Parse, title: str | None, sources: Iterable[Span], aliases: Aliases, on: str | None
) -> tuple[Person, ...]:
    """Persons by first appearance; names in the title count only for how full a name is."""
    found = (_without_state(name, aliases) for name in names_in(parse, sources))
    names = _of_persons(list(found), aliases, on)
    drafts = full_names(names)
    add_title(drafts, title)
    singles = by_surname(drafts)
    relatives = relatives_among(parse, drafts)
    for name in names:
        if len(name.words) == 1 and not is_plural(name, singles):
            bearer(name, drafts, singles, relatives).mentions.append(name)
    _add_bare(parse, drafts, {name.first for name in names}, aliases)
    named = frozenset(
        at for draft in drafts for name in draft.mentions for at in range(name.first, name.last)
    )
    persons = [
        _finished(parse, draft, named, aliases, on)
        for draft in drafts
        if draft.mentions and _acts(parse, draft)
    ]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].first))


def _without_state(name: Name, aliases: Aliases) -> Name:
    """A name less the state whose office stands before it ("President of Peru Ana Quill")."""
    if len(name.words) < 3:
        return name
    entry = aliases.find(name.words[0])
    if entry is None or entry.kind is not SpeakerKind.STATE:
        return name
    return Name(name.first + 1, name.last, name.words[1:], ())


def _of_persons(names: Sequence[Name], aliases: Aliases, on: str | None) -> list[Name]:
    """Names less those that a table knows for another's, unless the text has them for a surname too."""
    kept = [name for name in names if not _is_no_person(name, aliases, on)]
    surnames = {surname_key(name.words) for name in kept if len(name.words) > 1}
    kept += [name for name in names if len(name.words) == 1 and surname_key(name.words) in surnames]
    return sorted({name.first: name for name in kept}.values(), key=lambda name: name.first)


def _is_no_person(name: Name, aliases: Aliases, on: str | None) -> bool:
    """Whether a table knows the name for a state, body or outlet."""
    if name.titles:
        return False
    entry = aliases.find(" ".join(name.words), on)
    if entry is None or entry.kind is SpeakerKind.PERSON:
        return False
    words = {fold(word) for word in name.words}
    led_by = len(name.words) > 1 and sex_of(name.words[0]) and words.isdisjoint(entry.key.split())
    return not led_by  # a body listed under the name of its head


def _add_bare(parse: Parse, drafts: Iterable[Draft], taken: set[int], aliases: Aliases) -> None:
    """Surnames that the grammar did not take for names, standing alone."""
    owners: dict[str, Draft] = {}
    for draft in drafts:
        surname = surname_of(draft.words)
        for word in (surname, without_article(surname)):
            owners.setdefault(word, draft)
            owners.setdefault(word.upper(), draft)
    _own_first_names(drafts, owners, _family_names_first(parse, drafts, aliases))
    covered = {at for draft in drafts for name in draft.mentions for at in range(name.first, name.last)}
    for index, token in enumerate(parse.tokens):
        owner = owners.get(token.text.replace("’", "'"))
        if owner is None or index in covered or index in taken or not token.text[0].isupper():
            continue
        if token.tag not in ("NNP", "NNPS") and fold(token.text) == owner.first:
            continue
        if not _within_other_name(parse, index):
            owner.mentions.append(Name(index, index + 1, (token.text,), ()))
    for draft in drafts:
        draft.mentions.sort(key=lambda name: name.first)


def _family_names_first(parse: Parse, drafts: Iterable[Draft], aliases: Aliases) -> set[str]:
    """First words of names that the text uses alone as it does with surnames, as in East Asia."""
    firsts = {draft.words[0] for draft in drafts if len(draft.words) == 2}
    return {
        token.text
        for at, token in enumerate(parse.tokens)
        if token.text in firsts
        and token.dep == "nsubj"
        and not _within_other_name(parse, at)
        and aliases.find(token.text) is None
    }


def _own_first_names(drafts: Iterable[Draft], owners: dict[str, Draft], alone: set[str]) -> None:
    """Add first names that only one person bears and that are nobody's surname: common ones, and `alone`."""
    bearers: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if len(draft.words) > 1 and (sex_of(draft.words[0]) or draft.words[0] in alone):
            bearers[draft.words[0]].append(draft)
    for first, several in bearers.items():
        if len(several) == 1:
            owners.setdefault(first, several[0])


def _within_other_name(parse: Parse, index: int) -> bool:
    """Whether the words beside make it part of a longer name ("Quill Tower", "Anna Quill")."""
    tokens = parse.tokens
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    left = before is not None and before.tag in ("NNP", "NNPS") and before.text[0].isupper()
    right = after is not None and after.tag in ("NNP", "NNPS") and after.text[0].isupper()
    return (left and before is not None and not is_title(before)) or right


def _acts(parse: Parse, draft: Draft) -> bool:
    """Whether it is a person, not a place taken for one: a lone name that does, owns or bears something."""
    if len(draft.words) > 1:
        return True
    return any(name.titles or parse.tokens[name.last - 1].dep in _ACTING for name in draft.mentions)


def _finished(parse: Parse, draft: Draft, named: frozenset[int], aliases: Aliases, on: str | None) -> Person:
    headline = headline_end(parse.text)
    descriptions = tuple(
        found
        for name in draft.mentions
        if parse.tokens[name.first].start >= headline
        for found in descriptions_of(parse, name, named)
    )
    full = _name(draft, aliases, on)
    described = frozenset(word for found in descriptions for word in found.words)
    return Person(
        name=full,
        surname=surname_of(draft.words),
        sex=_sex(draft, full, descriptions),
        mentions=tuple(draft.mentions),
        descriptions=descriptions,
        described=described,
        phrases=tuple(
            phrase_around(parse, name, named)
            for name in draft.mentions
            if parse.tokens[name.first].start >= headline
        ),
    )


def _name(draft: Draft, aliases: Aliases, on: str | None) -> str:
    """The fullest form in the document; a lone surname as a table of well-known persons completes it."""
    words = [word.title() if word.isupper() and len(word.strip(".")) > 2 else word for word in draft.words]
    if len(words) == 1:
        entry = aliases.find(words[0], on)
        if entry is not None and entry.kind is SpeakerKind.PERSON:
            return entry.name
    return " ".join(words)


def _sex(draft: Draft, full: str, descriptions: Sequence[Description]) -> str | None:
    """By titles, then the first name, then nouns of the descriptions."""
    heads = {found.head for found in descriptions}
    titles = Counter(sex for name in draft.mentions if (sex := sex_of_titles(name.titles)))
    nouns = Counter(f=len(heads & FEMALE_NOUNS), m=len(heads & MALE_NOUNS))
    first = sex_of(full.split()[0].split("-")[0]) if " " in full else None
    return _more(titles) or first or _more(nouns)


def _more(votes: Counter[str]) -> str | None:
    if votes["f"] == votes["m"]:
        return None
    return "f" if votes["f"] > votes["m"] else "m"
