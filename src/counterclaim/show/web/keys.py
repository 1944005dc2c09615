"""The page that lists the keys."""

from __future__ import annotations

from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Everywhere",
        (
            ("/", "Go to the search box"),
            ("?", "Show this list (on the review pages)"),
            ("Tab", "Go to the next link, field or button"),
        ),
    ),
    (
        "Review",
        (
            ("j", "Next thing, without judging this one"),
            ("k", "The one before"),
            ("a", "Accept, or confirm"),
            ("r", "Reject"),
            ("e", "Correct: opens the form and goes into it"),
            ("n", "Write a note: goes into its field"),
            ("u", "Take back what was kept last"),
            ("m", "Merge a question with another one"),
            ("s", "Split a question"),
            ("1 2 3 4", "Outcomes of an overdue forecast, in the order in which they stand"),
            ("o", "Open the words in their document"),
            ("Esc", "Leave a field, so that keys mean the above again"),
        ),
    ),
)
"""Keys by where they work, each with what it does."""


def keys_page(shell: Shell) -> str:
    """Which key does what."""
    return html("keys", shell, "keys", groups=KEYS)
