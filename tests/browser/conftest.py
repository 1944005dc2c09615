"""A browser in front of a real desk: Debian's Chromium, and `counterclaim serve` as a process of its own."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, sync_playwright
from served import Desk, Open, serving
from signing import Begin, leads_on

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
MISSING, NOT_THERE, REFUSED = "/no-such-page", "404", "422"
LATER = "2031-04-30"  # a day on which all that either ledger foretells is overdue
# What the policy of a page forbade on it.
LISTENING = """
window.forbidden = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  forbidden.push(`${violatedDirective} ${blockedURI}`);
});
"""
DAYS = ("2022-02-15", "2022-02-16")  # of the statements that are read beside the article


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


@pytest.fixture(scope="session")
def desk(ledger: Path) -> Iterator[Desk]:
    """A desk that is only looked at."""
    with serving(ledger, "--read-only", "--today", "2022-02-16") as served:
        yield served


@pytest.fixture(scope="session")
def own_desk(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on a copy of the ledger, to write to; each test that shares it writes of other things."""
    copy = Path(shutil.copy(ledger, tmp_path_factory.mktemp("own") / "desk.db"))
    with serving(copy, "--today", LATER) as served:
        yield served


def complained(said: ConsoleMessage) -> list[str]:
    """What a page complains of, not that it is not there or refuses a form."""
    at = said.location["url"]
    is_meant = (NOT_THERE in said.text and at.endswith(MISSING)) or (REFUSED in said.text and "/review" in at)
    return [f"{at}: {said.text}"] if said.type == "error" and not is_meant else []


@contextmanager
def opening(browser: Browser) -> Iterator[Open]:
    """Open addresses, each in a window of its own; whatever a page complains of fails at the end."""
    complaints: list[str] = []
    with ExitStack() as contexts:

        def asks(dialog: Dialog) -> None:
            complaints.append(f"it opens a dialog: {dialog.message}")
            dialog.dismiss()

        def opened(address: str, *, width: int = 1280, height: int = 900) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
            )
            contexts.callback(context.close)
            context.add_init_script(LISTENING)
            page = context.new_page()
            page.on("console", lambda said: complaints.extend(complained(said)))
            page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
            page.on("dialog", asks)
            page.goto(address)
            return page

        yield opened
    assert not complaints


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open an address in a window of its own; whatever the page complains of fails the test."""
    with opening(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for many pages that are only looked at."""
    with opening(browser) as opened:
        yield opened("about:blank")


@pytest.fixture(scope="module")
def asked(window: Page) -> list[str]:
    """The addresses that the window asks for."""
    urls: list[str] = []
    window.on("request", lambda request: urls.append(request.url))
    return urls


@pytest.fixture
def begin(own_desk: Desk, open_page: Open) -> Begin:
    """Open a page of the review queue as somebody who has given a name there."""

    def begun(path: str, name: str = "Ada Weiss") -> Page:
        page = open_page(own_desk.address + path)
        page.get_by_label("Your name").fill(name)
        with leads_on(page):
            page.keyboard.press("Enter")
        return page

    return begun
