"""How pages of the desk are written: as those of a report are, with a shell around them."""

from __future__ import annotations

from counterclaim.show.report.render import environment
from counterclaim.show.web.shell import Shell

ROOT = "/"
FRAME = "web/base.html.j2"
TO = {"shifts": "changes"}


def html(template: str, shell: Shell, section: str = "", **values: object) -> str:
    """A page made by a template; `section` is the entry of the navigation that it belongs to."""
    found = environment().get_template(f"web/{template}.html.j2")
    return found.render(root=ROOT, frame=FRAME, to=TO, shell=shell, section=section, **values)


def part(template: str, **values: object) -> str:
    """A piece of a page, as scripts put it in."""
    return environment().get_template(f"web/{template}.html.j2").render(root=ROOT, **values)


def style_sheet() -> str:
    """The style of all pages: that of a reading, of a report, and of the desk."""
    return environment().get_template("web/desk.css.j2").render()


def load_templates() -> None:
    """Read the templates of all pages, which the first page would wait for otherwise."""
    for name in environment().list_templates(filter_func=lambda name: name.startswith("web/")):
        environment().get_template(name)
