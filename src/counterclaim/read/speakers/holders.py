"""Who held the highest offices when, for texts that name the office and not the person."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.fold import fold

# state or body | office | holder | from | until; days in ISO 8601, public facts
_TABLE = """
Russia|president|Vladimir Putin|2012-05-07|
Russia|foreign minister|Sergei Lavrov|2004-03-09|
Russia|defence minister|Sergei Shoigu|2012-11-06|2024-05-12
Russia|prime minister|Mikhail Mishustin|2020-01-16|
Ukraine|president|Petro Poroshenko|2014-06-07|2019-05-20
Ukraine|president|Volodymyr Zelenskyy|2019-05-20|
Ukraine|foreign minister|Dmytro Kuleba|2020-03-04|2024-09-05
Belarus|president|Alexander Lukashenko|1994-07-20|
United States|president|George W. Bush|2001-01-20|2009-01-20
United States|president|Barack Obama|2009-01-20|2017-01-20
United States|president|Donald Trump|2017-01-20|2021-01-20
United States|president|Joe Biden|2021-01-20|2025-01-20
United States|president|Donald Trump|2025-01-20|
United States|secretary of state|John Kerry|2013-02-01|2017-01-20
United States|secretary of state|Antony Blinken|2021-01-26|2025-01-20
United Kingdom|prime minister|David Cameron|2010-05-11|2016-07-13
United Kingdom|prime minister|Theresa May|2016-07-13|2019-07-24
United Kingdom|prime minister|Boris Johnson|2019-07-24|2022-09-06
United Kingdom|prime minister|Rishi Sunak|2022-10-25|2024-07-05
United Kingdom|prime minister|Keir Starmer|2024-07-05|
France|president|François Hollande|2012-05-15|2017-05-14
France|president|Emmanuel Macron|2017-05-14|
Germany|chancellor|Angela Merkel|2005-11-22|2021-12-08
Germany|chancellor|Olaf Scholz|2021-12-08|2025-05-06
Germany|chancellor|Friedrich Merz|2025-05-06|
China|president|Xi Jinping|2013-03-14|
Turkey|president|Recep Tayyip Erdoğan|2014-08-28|
Poland|president|Andrzej Duda|2015-08-06|2025-08-06
Hungary|prime minister|Viktor Orbán|2010-05-29|
Israel|prime minister|Benjamin Netanyahu|2009-03-31|2021-06-13
Israel|prime minister|Naftali Bennett|2021-06-13|2022-07-01
Israel|prime minister|Benjamin Netanyahu|2022-12-29|
India|prime minister|Narendra Modi|2014-05-26|
Japan|prime minister|Shinzo Abe|2012-12-26|2020-09-16
Japan|prime minister|Fumio Kishida|2021-10-04|2024-10-01
Canada|prime minister|Justin Trudeau|2015-11-04|2025-03-14
Syria|president|Bashar al-Assad|2000-07-17|2024-12-08
Iran|president|Hassan Rouhani|2013-08-03|2021-08-03
Iran|president|Ebrahim Raisi|2021-08-03|2024-05-19
South Korea|president|Moon Jae-in|2017-05-10|2022-05-10
South Korea|president|Yoon Suk Yeol|2022-05-10|2025-04-04
Kazakhstan|president|Kassym-Jomart Tokayev|2019-03-20|
Finland|president|Sauli Niinistö|2012-03-01|2024-03-01
Lithuania|president|Gitanas Nausėda|2019-07-12|
Estonia|president|Alar Karis|2021-10-11|
Moldova|president|Maia Sandu|2020-12-24|
Georgia|president|Salome Zourabichvili|2018-12-16|2024-12-29
Azerbaijan|president|Ilham Aliyev|2003-10-31|
Armenia|prime minister|Nikol Pashinyan|2018-05-08|
Venezuela|president|Nicolás Maduro|2013-04-19|
NATO|secretary general|Jens Stoltenberg|2014-10-01|2024-10-01
NATO|secretary general|Mark Rutte|2024-10-01|
United Nations|secretary general|Ban Ki-moon|2007-01-01|2017-01-01
United Nations|secretary general|António Guterres|2017-01-01|
European Union|president of the european commission|Ursula von der Leyen|2019-12-01|
European Union|president of the european council|Charles Michel|2019-12-01|2024-12-01
""".strip()
_NO_OFFICE = frozenset("foreign defence prime general".split())  # they only tell which minister it is
_ROWS = tuple(tuple(line.split("|")) for line in _TABLE.split("\n"))


def holder(words: str, parties: Iterable[str], on: str | None) -> str | None:
    """Who held the office that the words give, of one of the parties, on a day; None where unknown."""
    if on is None:
        return None
    lower = (
        words.lower().replace("-", " ").replace("defense", "defence").replace("head of state", "president")
    )
    wanted = {fold(party) for party in parties}
    for party, office, name, since, until in _ROWS:
        if fold(party) in wanted and office in lower and since <= on < (until or "9999"):
            return name
    return None


def offices_of(name: str, on: str | None) -> frozenset[str]:
    """Words of the offices that a person held on a day, as descriptions give them; empty where unknown."""
    if on is None:
        return frozenset()
    key = fold(name)
    held = (
        office
        for _, office, holder_, since, until in _ROWS
        if fold(holder_) == key and since <= on < (until or "9999")
    )
    return frozenset(
        word
        for office in held
        for word in (*office.split(" of ")[0].split(), office.replace(" ", "-"))
        if word not in _NO_OFFICE
    )


def states_in(words: str, aliases: Aliases, on: str | None) -> set[str]:
    """States and bodies that words name, whole or by an adjective."""
    tokens = words.replace(",", " ").replace("'s", " ").split()
    found: set[str] = set()
    for size in (4, 3, 2, 1):
        for start in range(len(tokens) - size + 1):
            text = " ".join(tokens[start : start + size])
            if not text[:1].isupper():
                continue
            state = aliases.adjective(text)
            entry = None if state else aliases.find(text, on)
            if state or (entry is not None and entry.party and entry.kind is not SpeakerKind.PERSON):
                found.add(state or str(entry.party if entry else ""))
    return found
