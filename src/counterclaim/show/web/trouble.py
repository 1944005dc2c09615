"""The page that says what went wrong and what to do; it stands alone, so that it always can be shown."""

from __future__ import annotations

from counterclaim.show.report.render import environment
from counterclaim.show.visible import one_line

_INSIDE = (404, 413, 422, 503)  # who meets these is let in: there are ways on
_HEADS = {
    401: "The desk is locked",
    403: "Not allowed",
    404: "Not found",
    413: "Too much at once",
    421: "Not this desk",
    422: "That does not work",
    503: "The ledger is busy",
}


def trouble_page(status: int, where: str, wrong: str, remedy: str) -> str:
    """A page about a request that could not be answered."""
    template = environment().get_template("web/trouble.html.j2")
    return template.render(
        root="/",
        is_inside=status in _INSIDE,
        head=_HEADS.get(status, "Something went wrong"),
        where=one_line(where),
        wrong=one_line(wrong),
        remedy=one_line(remedy),
    )
