"""A browser in front of a real desk: Debian's Chromium, and `counterclaim serve` as a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from counterclaim.adding import add_all
from counterclaim.fetch.files import captures
from counterclaim.ledger.ledger import open_ledger
from counterclaim.linking.link import link

DEMAND = "COUNTERCLAIM_DEMAND_BROWSER"
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# As root, on a machine without a screen, and asking nothing of the network.
SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
STORY = "src/counterclaim/story"
NEIGHBOURS = 4  # of a claim, where a ledger of this size has room for twelve: it saves half a minute
MISSING, NOT_THERE = "/no-such-page", "404"
DAYS = ("2022-02-15", "2022-02-16")  # of the statements that are read beside the article


class Desk(NamedTuple):
    """A desk that is served: where, on which ledger."""

    address: str
    ledger: Path


def lacking(message: str) -> None:
    """Skip, or fail where the browser is demanded, so that CI cannot pass by skipping."""
    if os.environ.get(DEMAND) == "1":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        lacking("there is no Chromium here (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(SWITCHES))
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which looks for faults of accessibility."""
    if not AXE.is_file():
        lacking(f"{AXE} is not there (npm ci --prefix tests/browser)")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def ledger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A linked ledger of the article and of statements around its day, else of the bundled story."""
    folder = tmp_path_factory.mktemp("browser")
    path = folder / "story.db"
    with open_ledger(path, create=True) as held:
        list(add_all(captures(inputs(root, folder), published="2022-02-16"), held, jobs=2))
        list(link(held, most=NEIGHBOURS))
    return path


def inputs(root: Path, folder: Path) -> list[str]:
    """What the ledger is made of."""
    story = Path(os.environ.get("COUNTERCLAIM_SHARED") or root.parent / "shared") / "story"
    if not story.is_dir():
        return sorted(str(one) for one in (root / STORY).iterdir() if one.suffix in {".html", ".txt"})
    statements = folder / "statements.jsonl"
    lines = (story / "statements-2022-jan-feb.jsonl").read_text(encoding="utf-8").splitlines()
    first, last = DAYS
    near = [line for line in lines if first <= json.loads(line)["published"][:10] <= last]
    statements.write_text("\n".join(near) + "\n", encoding="utf-8")
    return [str(story / "article.txt"), str(statements)]


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[Desk]:
    """Serve a ledger as a newcomer would, on a free port."""
    command = [sys.executable, "-m", "counterclaim", "serve", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        try:
            yield Desk(found[0].rstrip("/"), ledger)
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def desk(ledger: Path) -> Iterator[Desk]:
    """A desk that is only looked at."""
    with serving(ledger, "--read-only", "--today", "2022-02-16") as served:
        yield served


@pytest.fixture
def own_desk(ledger: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a ledger of one's own, to write to."""
    copy = Path(shutil.copy(ledger, tmp_path / "desk.db"))
    with serving(copy, "--today", "2022-02-16") as served:
        yield served


def complains(said: ConsoleMessage) -> bool:
    """Whether a page complains; that it is not there itself is no fault of its."""
    return said.type == "error" and not (NOT_THERE in said.text and said.location["url"].endswith(MISSING))


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a window of its own; whatever the page complains of fails the test."""
    contexts = []
    complaints: list[str] = []

    def opened(address: str, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if complains(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints
