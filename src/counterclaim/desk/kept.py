"""What follows from a whole ledger, kept between requests for as long as the ledger is the same."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.states import State

T = TypeVar("T")


class Kept(Generic[T]):
    """One thing made from a ledger; `state` gives the figures that change whenever it must be made anew."""

    def __init__(self, make: Callable[[Ledger], T], state: Callable[[Ledger], State]) -> None:
        self._make = make
        self._state = state
        self._lock = Lock()
        self._held: tuple[State, T] | None = None

    def of(self, ledger: Ledger) -> T:
        """The thing for this ledger as it is now.

        The figures are read before the thing is made: what is written meanwhile has it made again.  Whoever
        asks while it is made waits for it, which is sooner than making another one beside it.
        """
        state = self._state(ledger)
        held = self._held
        if held is not None and held[0] == state:
            return held[1]
        with self._lock:
            held = self._held
            if held is None or held[0] != state:
                held = self._held = (state, self._make(ledger))
        return held[1]
