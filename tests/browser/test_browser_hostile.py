"""Texts, names and judgements that mean harm: a browser shows them as words and runs nothing of them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from msgspec.structs import replace
from pages_of import addresses
from playwright.sync_api import Page
from served import Desk, serving

from counterclaim.ledger.ledger import open_ledger
from counterclaim.linking import derive
from counterclaim.model.document import Link, LinkKind
from counterclaim.model.finding import FindingKind
from counterclaim.model.meaning import Evidence, EvidenceKind, Orientation, Polarity
from counterclaim.model.question import Dispute
from counterclaim.model.review import RELATION, Review, ReviewKind, TargetKind
from tests.ledger.ledger_invented import Article, Say, article, meaning, put

HARM = '"><script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">'
QUOTED = "' onfocus='window.pwned=1' autofocus x='"
LINK = "javascript:window.pwned=1"
TURNED = "\u202etxt.exe\u202c"
OUTLET, OTHER_OUTLET = f"Outlet {HARM}", f"Post {QUOTED}{TURNED}"
DUE = "2022-03-01"
# What ran, what the policy had to stop, and what could run: elements and attributes that no page has.
RAN = """
() => ({
  pwned: window.pwned ?? null,
  forbidden,
  handlers: [...document.querySelectorAll("*")]
    .filter((one) => one.getAttributeNames().some((name) => name.startsWith("on"))).length,
  elements: document.querySelectorAll("main script, img[src=x], iframe, object, embed, base").length,
  links: [...document.querySelectorAll("a[href], form[action]")]
    .map((one) => one.getAttribute("href") ?? one.getAttribute("action"))
    .filter((one) => /^\\s*(javascript|data|vbscript):/i.test(one)),
  turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML),
})
"""
NOTHING: dict[str, object] = {
    "pwned": None, "forbidden": [], "handlers": 0, "elements": 0, "links": [], "turned": False,
}  # fmt: skip
PATHS = (
    "home", "disputes", "questions", "question", "answers", "relations", "timeline", "matrix", "docket",
    "changes", "speakers", "speaker", "party", "outlets", "outlet", "other outlet", "documents", "document",
    "other document", "versions", "map", "search", "search for a turn", "reviews", "review", "review claim",
    "review pair", "review question", "review source", "review document", "review forecast", "missing",
    "data",
)  # fmt: skip


def linked(made: Article) -> Article:
    """The article, at an address and with links that would run script."""
    links = (Link(0, 3, LINK, LinkKind.LINK), Link(4, 4, LINK, LinkKind.VIDEO))
    document = replace(made.document, url=LINK, links=links)
    return Article(made.capture, document, replace(made.reading, document=document))


def articles() -> tuple[Article, Article]:
    """Two articles that contradict each other, all of whose words and names mean harm."""
    film = Evidence(kind=EvidenceKind.VIDEO, url=LINK, spans=((0, 3),))
    foretold = meaning(due=DUE, orientation=Orientation.FUTURE, evidence_offered=EvidenceKind.VIDEO)
    one = article(
        Say(f"Ada {HARM}", f"that the bridge {HARM} will stand", f"Ada {HARM}", f"North {QUOTED}",
            meaning=replace(foretold, evidence=(film,))),
        own=f"The outlet saw {TURNED} and {HARM}.", title=f"Title {HARM}", publisher=OUTLET,
    )  # fmt: skip
    other = article(
        Say(f"Ben {TURNED}", f"that the bridge {HARM} will stand {QUOTED}", f"Ben {QUOTED}{TURNED}",
            f"South {HARM}", meaning=meaning(Polarity.DENIES)),
        title=f"Reply {TURNED}{QUOTED}", publisher=OTHER_OUTLET, url="https://news.example/reply",
    )  # fmt: skip
    return linked(one), other


def judgement(kind: ReviewKind, target_kind: TargetKind, target: str, **more: str) -> Review:
    """A judgement whose author and note mean harm."""
    return Review(
        kind=kind, target_kind=target_kind, target=target, by=f"Mallory {HARM}", at="2022-02-20T10:00:00Z",
        note=f"{TURNED} {QUOTED} {HARM}", **more,
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on these two articles, and on what was judged of them."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with open_ledger(path, create=True) as held:
        made = articles()
        put(held, *made)
        one, other = (each.reading.attributions[0].claims[0].id for each in made)
        value = f"{other} contradicts"
        held.review(judgement(ReviewKind.CORRECT, TargetKind.CLAIM, one, field=RELATION, value=value))
        held.review(judgement(ReviewKind.CORRECT, TargetKind.CLAIM, one, field="party", value=f"East {HARM}"))
        held.review(judgement(ReviewKind.NOTE, TargetKind.CLAIM, other))
        held.review(judgement(ReviewKind.GRADE, TargetKind.SOURCE, OUTLET, value="E"))
        derive(held)
    with serving(path, "--today", "2022-04-01") as served:
        yield served


@pytest.fixture(scope="module")
def places(hostile: Desk) -> dict[str, str]:
    """The paths of all pages that show something of it."""
    with open_ledger(hostile.ledger, read_only=True) as held:
        question = held.findings(FindingKind.DISPUTE, Dispute)[0].question
        one, other = (row.id for row in held.claims(limit=2))
        documents = [row.id for row in held.documents(limit=2)]
    return addresses(hostile.ledger) | {
        "outlet": f"/outlets/{quote(OUTLET, safe='')}",
        "other outlet": f"/outlets/{quote(OTHER_OUTLET, safe='')}",
        "document": f"/documents/{documents[0]}",
        "other document": f"/documents/{documents[1]}",
        "answers": f"/questions/{question}/answers?party={quote('South ' + HARM)}",
        "relations": f"/questions/{question}/relations?kind=contradicts",
        "timeline": f"/charts/question/{question}/timeline.svg",
        "search": f"/search?words={quote(HARM)}",
        "search for a turn": f"/search?words={quote(TURNED + QUOTED)}",
        "review claim": f"/review?claim={one}",
        "review pair": f"/review?claim={one}&other={other}",
        "review question": f"/review?question={question}",
        "review source": f"/review?source={quote(OUTLET)}",
        "review document": f"/review?document={documents[0]}",
        "review forecast": "/review?queue=forecasts",
        "missing": f"/speakers/{quote(HARM, safe='')}/no-such-page",
        "data": "/api/v1/claims",
    }


@pytest.mark.parametrize("kind", PATHS)
def test_nothing_runs_on_any_page(
    kind: str, hostile: Desk, places: dict[str, str], window: Page, asked: list[str]
) -> None:
    asked.clear()
    answer = window.goto(hostile.address + places[kind])
    assert answer is not None
    assert answer.status == (404 if kind == "missing" else 200)
    assert window.evaluate(RAN) == NOTHING | ({"turned": True} if kind == "data" else {})
    assert all(url.startswith(hostile.address + "/") for url in asked)


@pytest.mark.parametrize("kind", ["disputes", "question", "speaker", "outlet", "document", "review claim"])
def test_what_means_harm_can_be_read(kind: str, hostile: Desk, places: dict[str, str], window: Page) -> None:
    window.goto(hostile.address + places[kind])
    assert 'onerror="window.pwned = 1"' in window.locator("main").inner_text()


def test_a_name_that_means_harm_can_judge(hostile: Desk, window: Page) -> None:
    window.goto(f"{hostile.address}/review?queue=claims")
    window.get_by_label("Your name").fill(f"Eve {HARM}")
    with window.expect_navigation():
        window.keyboard.press("Enter")
    with window.expect_navigation():
        window.keyboard.press("a")
    assert window.evaluate(RAN) == NOTHING
    assert f"Eve {HARM}" in window.locator(".review-head").inner_text()


def test_addresses_that_would_run_script_are_no_links(
    hostile: Desk, places: dict[str, str], window: Page
) -> None:
    window.goto(hostile.address + places["document"])
    assert window.locator("a", has_text="original page").count() == 0
