"""The parts of a row in the order in which a page writes them.

Contents become elements that stand in one another; sources, cues, marks and
links may cross them anywhere and become leaves, cut wherever something begins
or ends.  It is one sweep over all those places, so time grows with the text only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterclaim.model.document import Link, LinkKind, Mark
from counterclaim.model.reading import Statement
from counterclaim.show.anchor import Anchors, letter, statement_label, web_address
from counterclaim.show.nesting import Placed
from counterclaim.show.row import Row
from counterclaim.show.visible import visible

DEEPEST = 12  # contents in contents that become elements; deeper ones keep number and place


class Token(NamedTuple):
    """One part; `kind` is `open`, `close`, `words`, `number`, `claim`, `stated`, `mark` or `medium`."""

    kind: str
    text: str = ""
    css: str = ""
    id: str = ""
    href: str = ""


_ROLES = ("own", "source", "cue", "unread")
_RESUMED = Token("open", css="said resumed")


class _Piece(NamedTuple):
    """One span of an attribution's content."""

    start: int
    end: int
    number: int
    id: str


class Sweep:
    """Collects what stands where in one text, then cuts its rows into tokens."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self._text = text
        self._anchors = anchors
        self._pieces: defaultdict[int, list[_Piece]] = defaultdict(list)
        self._before: defaultdict[int, list[Token]] = defaultdict(list)
        self._roles: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        self._named: set[int] = set()
        self._links: dict[int, tuple[int, str]] = {}
        self._places: set[int] = {0, len(text)}

    def attributions(self, placed: Iterable[Placed]) -> None:
        """Note the sources, cues, contents and claims of attributions of this text."""
        for one in placed:
            for role, spans in (("source", one.attribution.source), ("cue", one.attribution.cue)):
                for start, end in spans:
                    self._cover(role, start, end)
                    self._named.add(start)
            for index, (start, end) in enumerate(one.attribution.content):
                piece = _Piece(start, end, one.number, self._anchors.content(one.number, index))
                self._pieces[start].append(piece)
                self._places |= {start, end}
            self._claims(one)

    def statements(self, numbered: Iterable[tuple[int, Statement]]) -> None:
        """Note what the outlet states itself, each with its number."""
        for number, statement in numbered:
            for index, (start, end) in enumerate(statement.content):
                self._cover("own", start, end)
                anchor = "" if index else self._anchors.own(number)
                stated = "#" + self._anchors.stated(number)
                self._before[start].append(Token("stated", statement_label(number), id=anchor, href=stated))

    def marks(self, marks: Iterable[Mark]) -> None:
        """Note the stretches that are not read."""
        for mark in marks:
            self._cover("unread", mark.start, mark.end)
            self._before[mark.start].append(Token("mark", f"not read: {mark.kind.value}"))

    def links(self, links: Iterable[Link]) -> None:
        """Note the links and embedded media; those that lead outside the web stay plain words."""
        for link in links:
            href = web_address(link.url)
            self._places |= {link.start, link.end}
            if link.kind is not LinkKind.LINK:
                self._before[link.start].append(Token("medium", link.kind.value, href=href))
            elif href:
                self._links[link.start] = (link.end, href)

    def tokens(self, rows: Sequence[Row]) -> list[list[Token]]:
        """The tokens of each row; their words are the text but for white space at row ends."""
        starts = {row.start: row for row in rows}
        places = sorted(self._places | set(starts))
        cutter = _Cutter(self._anchors)
        for place, after in pairwise([*places, places[-1]]):
            if place in starts:
                cutter.begin(starts[place])
            cutter.close(place)
            cutter.open(self._pieces.get(place, ()))
            cutter.sign(place, self._before.get(place, ()), last=after == place)
            cutter.turn(self._roles.get(place, ()), self._links.get(place))
            cutter.words(place, self._text[place:after], place in self._named)
        return cutter.rows

    def _cover(self, role: str, start: int, end: int) -> None:
        self._roles[start].append((role, 1))
        self._roles[end].append((role, -1))
        self._places |= {start, end}

    def _claims(self, one: Placed) -> None:
        begins = {start for start, _ in one.attribution.content}
        several = len(one.attribution.claims) > 1
        for index, claim in enumerate(one.attribution.claims):
            for at, (start, _) in enumerate(claim.content[: None if several else 1]):
                label = ("" if start in begins else str(one.number)) + letter(index)
                anchor = "" if at else self._anchors.claim(one.number, index)
                self._before[start].append(Token("claim", label if several else "", id=anchor))
                self._places.add(start)


class _Cutter:
    """What is open at the place that the sweep has reached, and the rows written so far."""

    def __init__(self, anchors: Anchors) -> None:
        self.rows: list[list[Token]] = []
        self._anchors = anchors
        self._tokens: list[Token] = []
        self._visible_end = 0
        self._open: list[_Piece] = []
        self._waiting: list[Token] = []
        self._active: Counter[str] = Counter()
        self._link = (0, "")

    def begin(self, row: Row) -> None:
        """Begin a row with what goes on from the one before."""
        self._tokens.extend(Token("close") for _ in self._open)
        self._tokens = []
        self.rows.append(self._tokens)
        self._visible_end = row.visible_end
        self._open = [piece for piece in self._open if piece.end > row.start]
        self._tokens.extend(_RESUMED for _ in self._open)

    def close(self, place: int) -> None:
        """Close what ends here; what was opened later and goes on is closed and opened again."""
        first = next((index for index, piece in enumerate(self._open) if piece.end <= place), None)
        if first is None:
            return
        above = [piece for piece in self._open[first:] if piece.end > place]
        self._tokens.extend(Token("close") for _ in self._open[first:])
        self._tokens.extend(_RESUMED for _ in above)
        self._open[first:] = above

    def open(self, pieces: Iterable[_Piece]) -> None:
        """Open what begins here, the longest first, each with its number."""
        for piece in sorted(pieces, key=lambda piece: (-piece.end, piece.number)):
            card = "#" + self._anchors.card(piece.number)
            deep = len(self._open) >= DEEPEST
            if not deep:
                self._open.append(piece)
                self._tokens.append(Token("open", css="said", id=piece.id))
            self._tokens.append(Token("number", str(piece.number), id=piece.id if deep else "", href=card))

    def sign(self, place: int, signs: Iterable[Token], last: bool) -> None:
        """Write signs that stand before a place; between two paragraphs they wait for the second."""
        self._waiting.extend(signs)
        if place <= self._visible_end or last:
            self._tokens.extend(self._waiting)
            self._waiting = []

    def turn(self, roles: Iterable[tuple[str, int]], link: tuple[int, str] | None) -> None:
        """Note which roles and which link cover the words that follow."""
        for role, change in roles:
            self._active[role] += change
        self._link = link or self._link

    def words(self, place: int, words: str, named: bool) -> None:
        """Write the words up to the next place, without white space at the end of the row."""
        words = words[: max(0, self._visible_end - place)]
        anchor = self._anchors.place(place) if named else ""
        link_end, href = self._link
        css = " ".join(role for role in _ROLES if self._active[role])
        if words or anchor:
            self._tokens.append(Token("words", visible(words), css, anchor, href if place < link_end else ""))
