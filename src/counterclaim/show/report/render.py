"""How pages are written: Jinja2 escapes every word, and characters that would act are shown by name."""

from __future__ import annotations

import functools

import jinja2

from counterclaim.show.visible import visible

Page = tuple[str, str]
"""A file of the report by its path from the root, with slashes, and its text."""

FRAME = "report/base.html.j2"
"""What stands around every page of a report; the desk shows some of the same pages in a frame of its own."""
TO = {"shifts": "shifts.html"}
"""Where the lists are that such pages lead to."""


def page(template: str, path: str, **values: object) -> Page:
    """A page made by a template; `root` leads from it back to the report's first page."""
    root = "../" * path.count("/")
    found = environment().get_template(f"report/{template}.html.j2")
    return path, found.render(root=root, path=path, frame=FRAME, to=TO, **values)


def style_sheet() -> Page:
    """The one style sheet of all pages."""
    return "style.css", environment().get_template("report/style.css.j2").render()


@functools.cache
def environment() -> jinja2.Environment:
    """Where templates are found and how their values are written."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("counterclaim.show", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: object) -> object:
    return visible(value) if type(value) is str else value
