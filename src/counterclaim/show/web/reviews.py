"""The list of what people judged."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from counterclaim.model.queue import ReviewList
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.render import html
from counterclaim.show.web.review_words import judged_view
from counterclaim.show.web.shell import Shell


class PersonView(NamedTuple):
    """Who judged, how much, and the way to that alone."""

    name: str
    judged: int
    href: str
    is_chosen: bool


def reviews_page(shell: Shell, found: ReviewList, by: str | None, paging: Paging) -> str:
    """What people judged, or one of them, the newest first."""
    return html(
        "reviews",
        shell,
        "review",
        judged=[judged_view(one, shell.reviewer) for one in found.judged],
        people=[
            PersonView(name, count, f"/reviews?{urlencode({'by': name})}", name == by)
            for name, count in found.people
        ],
        by=by,
        back=paging.href(paging.number),
        paging=paging,
    )
