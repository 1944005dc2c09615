"""Make the pictures of the desk in this folder: `.venv/bin/python docs/desk/pictures.py`, run by hand.

They show the bundled story and texts invented here alone, since texts of others are not published with the
program. Needs Chromium, as the tests in `tests/browser` do.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).parent
STORY = FOLDER.parents[1] / "src" / "counterclaim" / "story"
DAY = "2031-03-08"
QUESTION = "Were only six of its ships still in the strait?"
DOCUMENT = "Orvessa announces inspection zone"
WIDE, PHONE = (1280, 900), (390, 844)
PORTS = {  # the places of the story are invented: these are named so that the map has something to show
    "France": 24, "Spain": 12, "Italy": 9, "Portugal": 6, "Greece": 5, "Germany": 4, "Norway": 3, "Poland": 2,
    "Marseille": 8, "Lisbon": 6, "Genoa": 4, "Hamburg": 4, "Piraeus": 3, "Gdansk": 2, "Bergen": 1,
}  # fmt: skip


class Picture(NamedTuple):
    """A page to show: the file's name, the address, or the words of the link that leads there from it."""

    name: str
    path: str
    link: str = ""
    size: tuple[int, int] = WIDE
    scheme: str = "light"


PICTURES = (
    Picture("home", "/"),
    Picture("home-dark", "/", scheme="dark"),
    Picture("home-phone", "/", size=PHONE),
    Picture("question", "/disputes", QUESTION),
    Picture("question-phone", "/disputes", QUESTION, PHONE),
    Picture("reading", "/documents", DOCUMENT),
    Picture("matrix", "/matrix"),
    Picture("docket", "/docket"),
    Picture("review", "/review"),
    Picture("review-phone", "/review", size=PHONE),
)


def main() -> None:
    """Write all pictures anew."""
    with TemporaryDirectory() as made, sync_playwright() as started:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        texts = [one for one in sorted(STORY.iterdir()) if one.name != "README.md"]
        ports = Path(made, "ports.txt")
        ports.write_text("Ports of the continent\n\n" + "\n\n".join(port_lines()), encoding="utf-8")
        shown = (("story", texts, PICTURES), ("ports", [ports], [Picture("map", "/map")]))
        for name, files, pictures in shown:
            with serving(Path(made, f"{name}.db"), files) as address:
                for picture in pictures:
                    take(browser, address, picture)


def port_lines() -> list[str]:
    """As many invented statements about each place as it is to be named by."""
    return [
        f"The harbour union said on Monday that ferry {number} to {place} will sail again."
        for place, count in PORTS.items()
        for number in range(1, count + 1)
    ]


@contextmanager
def serving(ledger: Path, files: list[Path]) -> Iterator[str]:
    """A desk on a new ledger of these texts: its address."""
    program = [sys.executable, "-m", "counterclaim"]
    subprocess.run([*program, "add", *map(str, files), "--ledger", str(ledger)], check=True)
    command = [*program, "serve", "--ledger", str(ledger), "--port", "0", "--today", DAY]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        assert found
        try:
            yield found[0].rstrip("/")
        finally:
            process.terminate()


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Write the picture of a page as somebody sees it who has signed with a name."""
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        has_touch=picture.size == PHONE,
        is_mobile=picture.size == PHONE,
    )
    page.goto(f"{address}/review")
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_role("button", name="Begin").click()
    page.goto(address + picture.path)
    if picture.link:
        page.get_by_role("link", name=picture.link).first.click()
        page.wait_for_load_state()
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    page.close()


if __name__ == "__main__":
    main()
