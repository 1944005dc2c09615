"""Charts as pictures to take along: they stand alone, keep every bound, and nothing in them acts."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from counterclaim.inquiry import questions
from counterclaim.inquiry.numbers import series_shown
from counterclaim.model.meaning import Bound, Quantity
from counterclaim.show.chart.counts import Count
from counterclaim.show.chart.timeline import Mark
from counterclaim.show.chart.two_times import Speaking
from counterclaim.show.web.figure import Caption, Format, drawn
from counterclaim.show.web.figure_docket import docket_picture
from counterclaim.show.web.figure_lanes import lanes_picture
from counterclaim.show.web.figure_numbers import numbers_picture

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script> {signal} \u202etxt.exe \"' & <img src=x onerror=alert(1)>"
CAPTION = Caption("Were the ships withdrawn?", "3 answers, 2 parties", "news.db", "10 Mar 2031")


def quantity(
    value: float | None, bound: Bound, low: float | None = None, high: float | None = None
) -> Quantity:
    return Quantity(value=value, low=low, high=high, bound=bound, unit=None, of=None, span=(0, 0))


@pytest.fixture(scope="module")
def timeline(strait: TestClient) -> str:
    """The address of a timeline, without its ending."""
    with strait.app.state.desk.reading() as held:  # type: ignore[attr-defined]
        return f"/charts/question/{questions(held, about='withdrawn')[0].id}/timeline"


@pytest.fixture(scope="module")
def counted(strait: TestClient) -> str:
    """The address of the picture of a number series."""
    with strait.app.state.desk.reading() as held:  # type: ignore[attr-defined]
        return f"/charts/series/{series_shown(held)[0].series.id}"


def written(svg: bytes) -> str:
    """All words in a picture."""
    return " ".join("".join(one.itertext()) for one in etree.fromstring(svg).iter(f"{SVG}text"))


def test_a_picture_says_what_it_shows_of_which_ledger_and_day_and_gives_no_verdict(
    strait: TestClient, timeline: str
) -> None:
    words = written(strait.get(f"{timeline}.svg").content)
    assert "withdrawn its ships from the Corrave Strait?" in words
    assert "3 outlets, 2 origins" in words
    assert "no verdict" in words
    assert "strait.db" in words
    assert "10 Mar 2031" in words
    assert "When it was said" in words
    assert "The time that the claims speak of" in words


def test_pictures_come_as_svg_and_as_png(strait: TestClient, timeline: str, counted: str) -> None:
    for path in (timeline, counted):
        svg, png = strait.get(f"{path}.svg"), strait.get(f"{path}.png")
        assert svg.headers["content-type"] == "image/svg+xml"
        assert etree.fromstring(svg.content).tag == f"{SVG}svg"
        assert png.headers["content-type"] == "image/png"
        assert png.content.startswith(b"\x89PNG")
        assert "counterclaim-" in png.headers["content-disposition"]


def test_a_picture_that_a_browser_has_is_not_sent_again(strait: TestClient, timeline: str) -> None:
    first = strait.get(f"{timeline}.png")
    tag = first.headers["etag"]
    assert strait.get(f"{timeline}.png", headers={"If-None-Match": f'"other", {tag}'}).status_code == 304
    assert strait.get(f"{timeline}.svg", headers={"If-None-Match": tag}).status_code == 200


def test_what_has_no_picture_is_not_there(strait: TestClient, timeline: str) -> None:
    assert strait.get(f"{timeline}.gif").status_code == 404
    assert strait.get("/charts/question/q0000000000000000/timeline.svg").status_code == 404
    assert strait.get("/charts/series/n0000000000000000.svg").status_code == 404


def test_the_docket_has_a_picture_as_long_as_something_is_due(desk: TestClient, strait: TestClient) -> None:
    page = desk.get("/docket").text
    picture = desk.get("/charts/docket.svg")
    assert picture.status_code == (200 if "/charts/docket.svg" in page else 404)
    assert docket_picture((), date(2031, 3, 10), "news.db") is None


def test_every_bound_is_drawn_and_told() -> None:
    counts = [
        Count(0, "2031-03-01", quantity(12_000, Bound.MORE_THAN), "", ""),
        Count(1, "2031-03-03", quantity(9_000, Bound.AT_MOST), "", ""),
        Count(1, "2031-03-05", quantity(None, Bound.BETWEEN, 8_000, 10_000), "", ""),
        Count(0, "2031-03-07", quantity(14_000, Bound.ABOUT), "", ""),
    ]
    made = numbers_picture(counts, ["Caldane", "Orvessa"], CAPTION)
    assert made is not None
    words = written(drawn(made, Format.SVG))
    for told in ("> 12,000", "at most 9,000", "8,000–10,000", "~14,000", "Caldane", "Orvessa"):
        assert told in words
    bounds = [row["bound"] for rows in json.loads(made.spec)["layer"][:3] for row in rows["data"]["values"]]
    assert sorted(bounds) == ["between", "down", "up"]


def test_parties_beyond_the_signs_share_one_and_are_called_others() -> None:
    counts = [Count(at, f"2031-03-{at + 1:02}", quantity(at, Bound.EXACTLY), "", "") for at in range(12)]
    made = numbers_picture(counts, [f"party {at}" for at in range(12)], CAPTION)
    assert made is not None
    words = written(drawn(made, Format.SVG))
    assert "others" in words
    assert "party 11" not in words


def test_hostile_names_and_questions_show_as_text() -> None:
    marks = [Mark(HOSTILE, "2031-03-04", "no", HOSTILE, ""), Mark("Caldane", "2031-03-05", "yes", "", "")]
    made = lanes_picture([Speaking(one, ("2031",)) for one in marks], CAPTION._replace(title=HOSTILE))
    assert made is not None
    svg = drawn(made, Format.SVG)
    tags = {etree.QName(one).localname for one in etree.fromstring(svg).iter() if isinstance(one.tag, str)}
    assert not tags & {"script", "image", "foreignObject", "a"}
    assert not any(name.startswith("on") for one in etree.fromstring(svg).iter() for name in one.attrib)
    assert "<script>alert(1)</script>" in written(svg)
    assert "\u202e" not in svg.decode()


def test_pictures_drawn_at_once_are_the_same_as_one_by_one() -> None:
    made = [
        lanes_picture([Speaking(Mark("NATO", f"2031-03-{at + 1:02}", "yes", "", ""))], CAPTION)
        for at in range(6)
    ]
    alone = [drawn.__wrapped__(one, Format.SVG) for one in made if one]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda one: drawn.__wrapped__(one, Format.SVG), made))
    assert together == alone


def test_what_has_no_place_in_a_picture_is_counted_in_it() -> None:
    days = ("2031-03-04", "2031-03-05", None)
    made = lanes_picture([Speaking(Mark("NATO", day, "yes", "", "")) for day in days], CAPTION)
    assert made is not None
    assert "1 answer without a day or room not shown" in written(drawn(made, Format.SVG))


def test_equal_contents_make_equal_specifications() -> None:
    answers = [Speaking(Mark("NATO", "2031-03-04", "yes", "", ""), ("2031-03",))]
    assert lanes_picture(answers, CAPTION) == lanes_picture(answers, CAPTION)
    assert lanes_picture([Speaking(Mark("NATO", None, "yes", "", ""))], CAPTION) is None
