"""The pages: one module a page, or a few that belong together; each has a `router`."""

from __future__ import annotations

from counterclaim.desk.pages import (
    add,
    charts,
    docket,
    documents,
    home,
    judge,
    keys,
    look,
    map,
    matrix,
    numbers,
    outlets,
    question,
    questions,
    review,
    search,
    speakers,
    style,
)

ROUTERS = (
    home.router,
    add.router,
    look.router,
    question.router,
    style.router,
    documents.router,
    matrix.router,
    docket.router,
    charts.router,
    numbers.router,
    speakers.router,
    outlets.router,
    questions.router,
    search.router,
    map.router,
    review.router,
    judge.router,
    keys.router,
)
