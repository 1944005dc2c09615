"""How far a training has come: by its steps and, where it has a budget of seconds, by the clock."""

from __future__ import annotations

import time


class Clock:
    """Counts steps and seconds; a budget of none is never spent."""

    def __init__(self, steps: int, budget: float | None) -> None:
        self.step, self.steps = 0, steps
        self._budget, self._started = budget, time.time()

    @property
    def seconds(self) -> float:
        """How long training has gone on."""
        return time.time() - self._started

    @property
    def spent(self) -> float:
        """Share of the budget."""
        return self.seconds / self._budget if self._budget else 0.0

    @property
    def done(self) -> bool:
        """Whether all steps are made, or the budget is spent."""
        return self.step >= self.steps or self.spent >= 1
