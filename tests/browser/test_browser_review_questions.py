"""Judging questions at the desk: what follows is made anew in the background, and then shown."""

from __future__ import annotations

from playwright.sync_api import expect
from served import Desk, Open
from signing import WAIT, Begin, kept, leads_on, made_anew, press

from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Dispute, Question
from counterclaim.model.relation import ClaimName, Relation, RelationKind


def questions(desk: Desk) -> list[Question]:
    """The questions of a desk's ledger as they are now."""
    with open_ledger(desk.ledger, read_only=True) as held:
        return list(held.findings(FindingKind.QUESTION, Question))


def home_of(desk: Desk, claim: ClaimName) -> Question | None:
    """The question that a claim is at home in now."""
    return next((one for one in questions(desk) if claim in one.claims), None)


def single_contradiction(desk: Desk) -> tuple[Dispute, Relation]:
    """A dispute that rests on one contradiction alone."""
    with open_ledger(desk.ledger, read_only=True) as held:
        claims = {one.id: one.claims for one in held.findings(FindingKind.QUESTION, Question)}
        for dispute in held.findings(FindingKind.DISPUTE, Dispute):
            pairs = held.relations(claims[dispute.question])
            found = [one for one in pairs if one.kind is RelationKind.CONTRADICTS]
            if len(found) == 1:
                return dispute, found[0]
    raise AssertionError("no dispute rests on one contradiction")


def undisputed(desk: Desk, least: int) -> Question:
    """A question of at least so many claims that is not disputed, and put as the program put it."""
    with open_ledger(desk.ledger, read_only=True) as held:
        disputed = {one.question for one in held.findings(FindingKind.DISPUTE, Dispute)}
    return next(
        one
        for one in questions(desk)
        if one.id not in disputed and len(one.claims) >= least and not one.guests and "better" not in one.text
    )


def test_a_rejected_contradiction_leaves_the_disputes_until_it_is_taken_back(
    own_desk: Desk, begin: Begin, open_page: Open
) -> None:
    dispute, relation = single_contradiction(own_desk)
    disputes = open_page(f"{own_desk.address}/disputes")
    shown = disputes.locator("main").get_by_text(dispute.text, exact=True)
    expect(shown.first).to_be_visible()
    page = begin(f"/review?claim={relation.one[1]}&other={relation.other[1]}")
    press(page, "r")
    expect(page.get_by_text("Questions are being made anew")).to_be_visible()
    expect(page.locator("#note")).to_have_text("Questions are made anew.", timeout=WAIT)
    disputes.reload()
    expect(shown).to_have_count(0)
    press(page, "u")
    made_anew(page)
    disputes.reload()
    expect(shown.first).to_be_visible()


def test_two_questions_become_one(own_desk: Desk, begin: Begin) -> None:
    one = undisputed(own_desk, 2)
    other = next(two for two in reversed(questions(own_desk)) if two.id != one.id)
    page = begin(f"/review?question={one.id}")
    page.keyboard.press("m")
    page.locator("#elsewhere").fill(f"{own_desk.address}/questions/{other.id}")
    press(page, "Enter")
    assert kept(page).startswith("Put together")
    made_anew(page)
    home = home_of(own_desk, one.claims[0])
    assert home is not None
    assert {*one.claims, *other.claims} <= {*home.claims}
    page.goto(f"{own_desk.address}/questions/{home.id}")
    for _, claim in (one.claims[0], other.claims[0]):
        expect(page.locator(f"main a[href*='{claim}']").first).to_be_attached()


def test_a_claim_is_taken_out_of_a_question(own_desk: Desk, begin: Begin) -> None:
    question = undisputed(own_desk, 3)
    page = begin(f"/review?question={question.id}")
    page.keyboard.press("s")
    claim = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    with leads_on(page):
        page.get_by_role("button", name="Split").click()
    assert kept(page).startswith("Parted")
    made_anew(page)
    out = next(one for one in question.claims if one[1] == claim)
    home = home_of(own_desk, out)
    assert home is None or not {*home.claims} & ({*question.claims} - {out})


def test_a_question_is_put_better_and_is_shown_so(own_desk: Desk, begin: Begin) -> None:
    question, text = undisputed(own_desk, 2), "Is this put better now?"
    page = begin(f"/review?question={question.id}")
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
    press(page, "Enter")
    made_anew(page)
    now = next(one for one in questions(own_desk) if one.text == text)
    page.goto(f"{own_desk.address}/questions/{now.id}")
    expect(page.locator("h1")).to_have_text(text)
