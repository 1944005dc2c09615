"""Readings as one web page that stands alone: no script, nothing from outside.

Jinja2 escapes every word, the policy in the page's head forbids all but its
own style, and characters that would act are shown by name; so an article can
be no more than text.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

import jinja2

from counterclaim.model.reading import Reading
from counterclaim.show.view import document_view


def reading_page(readings: Iterable[Reading]) -> str:
    """One HTML5 page of all readings: the words in their place, who says them in the margin.

    The page is UTF-8 and loads nothing; its links lead to the article's own
    web addresses only.  Time and size grow with the texts.
    """
    documents = [document_view(reading, f"d{index}") for index, reading in enumerate(readings, start=1)]
    title = documents[0].name if len(documents) == 1 else f"{len(documents)} documents"
    return _environment().get_template("reading.html.j2").render(documents=documents, title=title)


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("counterclaim.show", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
