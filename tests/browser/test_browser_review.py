"""Judging at the desk, by keyboard first: what is signed, taken back and confirmed, and what follows."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from faults_of import DARK_ALONE, faults
from playwright.sync_api import Browser, expect
from served import Desk, Open
from signing import Begin, kept, leads_on, passage, press

from counterclaim.ledger.ledger import open_ledger

ADA, BEN = "Ada Weiss", "Ben Okri"
CLAIMS, QUESTIONS = "/review?queue=claims", "/review?queue=questions"


def test_a_name_is_asked_for_once_and_remembered(own_desk: Desk, begin: Begin) -> None:
    page = begin(CLAIMS)
    expect(page.locator(".review-head")).to_contain_text(f"signed as {ADA}")
    page.goto(own_desk.address + QUESTIONS)
    expect(page.get_by_label("Your name")).to_have_count(0)
    expect(page.get_by_role("button", name="Accept")).to_be_visible()


@pytest.mark.parametrize("queue", ["contradictions", "claims", "forecasts", "questions"])
def test_the_forms_of_the_queue_keep_nobody_out(queue: str, begin: Begin, axe: str) -> None:
    page = begin(f"/review?queue={queue}")
    for fold in page.locator("details.fold > summary").all():
        fold.click()
    assert faults(page, axe) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page, axe, DARK_ALONE) == []


def test_nothing_can_be_judged_before_there_is_a_name(own_desk: Desk, open_page: Open) -> None:
    page = open_page(own_desk.address + CLAIMS)
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    assert page.url == own_desk.address + CLAIMS


def test_keys_go_through_the_queue_and_judge_what_is_open(begin: Begin) -> None:
    page = begin(CLAIMS)
    first = passage(page)
    press(page, "j")
    second = passage(page)
    assert second != first
    press(page, "k")
    assert passage(page) == first
    press(page, "a")
    assert kept(page).startswith("Accepted")
    assert passage(page) == second
    press(page, "r")
    assert kept(page).startswith("Rejected")
    assert passage(page) not in (first, second)


@pytest.mark.parametrize("way", ["key", "button"])
def test_what_was_just_judged_is_taken_back(way: str, begin: Begin) -> None:
    page = begin(CLAIMS)
    first = passage(page)
    press(page, "r")
    assert passage(page) != first
    if way == "key":
        press(page, "u")
    else:
        with leads_on(page):
            page.get_by_role("button", name="Undo").click()
    assert kept(page).startswith("Took back: rejected")
    assert passage(page) == first


def test_a_note_is_typed_without_judging_and_is_kept_with_the_judgement(begin: Begin) -> None:
    page = begin(CLAIMS)
    page.keyboard.press("n")
    page.keyboard.type("as a rule read right")
    page.keyboard.press("Escape")
    press(page, "a")
    page.goto(page.url.partition("/review")[0] + "/reviews")
    expect(page.locator(".judgement").first).to_contain_text("as a rule read right")


def test_loading_a_page_again_neither_judges_again_nor_says_so(begin: Begin) -> None:
    page = begin(CLAIMS)
    press(page, "a")
    after = passage(page)
    page.reload()
    expect(page.locator(".kept")).to_have_count(0)
    assert passage(page) == after


def test_fields_are_corrected_and_what_was_read_stands_beside_them(begin: Begin) -> None:
    page = begin(CLAIMS)
    claim = page.locator(".decide input[name=target]").get_attribute("value")
    page.keyboard.press("e")
    stand = page.get_by_label("Stand", exact=True)
    before = stand.input_value()
    stand.select_option("denies" if before != "denies" else "affirms")
    page.get_by_label("Speaker", exact=True).fill("Ilse Varrendonk")
    press(page, "Enter")
    assert kept(page).startswith("Corrected")
    assert "1 more" in kept(page)
    page.goto(re.sub(r"/review.*", f"/review?claim={claim}", page.url))
    page.keyboard.press("e")
    expect(page.locator("#h-polarity")).to_contain_text(f"read as {before}")
    expect(page.get_by_label("Speaker", exact=True)).to_have_value("Ilse Varrendonk")
    expect(page.locator(".judgement")).to_have_count(2)


def test_a_source_that_does_not_stand_in_the_text_is_refused_and_says_why(begin: Begin) -> None:
    page = begin(CLAIMS)
    first = passage(page)
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("nobody of whom this text speaks")
    press(page, "Enter")
    expect(page.locator("main")).to_contain_text("does not hold the words")
    page.go_back()
    assert passage(page) == first
    expect(page.locator(".judgement")).to_have_count(0)


def test_a_second_reader_confirms_and_nobody_confirms_themselves(own_desk: Desk, begin: Begin) -> None:
    ada = begin(CLAIMS)
    claim = ada.locator(".decide input[name=target]").get_attribute("value")
    press(ada, "a")
    opened = f"{own_desk.address}/review?claim={claim}"
    ada.goto(opened)
    expect(ada.get_by_role("button", name="Take back")).to_be_visible()
    expect(ada.get_by_role("button", name="Confirm")).to_have_count(0)
    ben = begin(f"/review?claim={claim}", BEN)
    with leads_on(ben):
        ben.get_by_role("button", name=f"Confirm what {ADA} accepted").click()
    expect(ben.get_by_role("button", name="Confirm")).to_have_count(0)
    ada.goto(f"{own_desk.address}/reviews?by=Ada+Weiss")
    expect(ada.locator(".judgement").first).to_contain_text(f"confirmed by {BEN}")


def test_a_source_is_graded(own_desk: Desk, begin: Begin) -> None:
    with open_ledger(own_desk.ledger, read_only=True) as held:
        outlet = next(one.publisher for one in held.documents(limit=50) if one.publisher)
    page = begin(f"/review?source={outlet}")
    page.keyboard.press("e")
    page.keyboard.press("c")
    with leads_on(page):
        page.get_by_role("button", name="Keep the grade").click()
    expect(page.locator(".thing .facts")).to_contain_text("Graded C — fairly reliable")


def test_what_became_of_a_forecast_stands_on_the_docket(own_desk: Desk, begin: Begin) -> None:
    page = begin("/review?queue=forecasts")
    while page.locator("[name=value][data-key]").count() == 0:  # one that only an outlet itself tells
        press(page, "j")
    target = page.locator(".decide input[name=target]").get_attribute("value")
    press(page, "2")
    assert "Recorded not met" in kept(page)
    page.goto(f"{own_desk.address}/docket")
    entry = page.locator(".forecast").filter(has=page.locator(f"a[href*='{target}']")).first
    expect(entry.locator(".outcome strong")).to_have_text("not met")


def test_all_of_it_works_without_script(own_desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(own_desk.address + CLAIMS)
    page.get_by_label("Your name").fill("Cy Lund")
    page.get_by_role("button", name="Begin").click()
    first = passage(page)
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".kept")).to_contain_text("Accepted")
    assert passage(page) != first
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".kept")).to_contain_text("Took back: accepted")
    assert passage(page) == first
    page.locator("summary", has_text="Correct").click()
    page.get_by_label("Party", exact=True).fill("the compact of Sillhaven")
    page.get_by_role("button", name="Keep the corrections").click()
    expect(page.locator(".kept")).to_contain_text("the compact of Sillhaven")
    context.close()


def test_what_was_judged_is_taken_home_as_data(own_desk: Desk, begin: Begin, tmp_path: Path) -> None:
    page = begin(CLAIMS)
    press(page, "a")
    page.goto(f"{own_desk.address}/reviews")
    with page.expect_download() as awaited:
        page.get_by_role("link", name="as data for training").click()
    assert awaited.value.suggested_filename == "corrections.zip"
    awaited.value.save_as(tmp_path / "corrections.zip")
    with zipfile.ZipFile(tmp_path / "corrections.zip") as packed:
        lines = [line for name in packed.namelist() for line in packed.read(name).splitlines() if line]
    assert lines
