"""Long lists in pages: which one is shown, and the ways to the others."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from counterclaim.show.web.shell import Shell


class Paging(NamedTuple):
    """One page of a list; `number` counts from one, `total` is how many there are in all."""

    number: int
    size: int
    total: int
    path: str
    query: str

    @classmethod
    def of(cls, shell: Shell, number: int, size: int, total: int) -> Paging:
        """The page of this number of the list that the shell's page shows."""
        return cls(number, size, total, shell.path, shell.query)

    @property
    def start(self) -> int:
        """The index of its first entry."""
        return (self.number - 1) * self.size

    @property
    def end(self) -> int:
        """The index behind its last entry."""
        return min(self.total, self.start + self.size)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    def href(self, number: int) -> str:
        """The address of another page of the list."""
        kept = [(name, value) for name, value in parse_qsl(self.query) if name != "page"]
        query = urlencode([*kept, ("page", number)] if number > 1 else kept)
        return f"{self.path}?{query}" if query else self.path
