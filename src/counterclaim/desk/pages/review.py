"""The review queue, one thing opened for judging, and the list of what was judged."""

from __future__ import annotations

import io
import zipfile
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from counterclaim.desk.answer import html_answer, tagged
from counterclaim.desk.desk import Desk, TheDesk, TheShell
from counterclaim.desk.pages.asked import MOST_WORDS, PageNumber
from counterclaim.desk.remaking import is_making_anew
from counterclaim.errors import UnknownId
from counterclaim.inquiry import queue as queues
from counterclaim.inquiry import threads
from counterclaim.inquiry.corrections import corrections
from counterclaim.inquiry.docket import on_docket
from counterclaim.inquiry.judged import review_list
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.queue import QueueName, Thing
from counterclaim.model.review import ReviewKind
from counterclaim.show.corrections import corrections_files
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.review import Making, queue_page, thread_page
from counterclaim.show.web.review_words import JustKept
from counterclaim.show.web.reviews import reviews_page

router = APIRouter()
MOST_REVIEWS = 40
MOST_KEPT = 50  # ids of what was just kept, in an address
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day of ZIP, so that equal content gives equal bytes
Named = Annotated[str | None, Query(max_length=MOST_WORDS)]


@router.get("/review")
def review(  # noqa: PLR0913 - what can be opened
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    queue: QueueName = QueueName.CONTRADICTIONS,
    at: Annotated[int, Query(ge=1, le=10_000_000)] = 1,
    claim: Named = None,
    other: Named = None,
    question: Named = None,
    forecast: Named = None,
    document: Named = None,
    source: Named = None,
    kept: Annotated[str | None, Query(max_length=2_000)] = None,
) -> Response:
    """The queue at one place, or one thing that is asked for by its id or name."""
    asked = {
        name: value
        for name, value in (
            ("claim", claim), ("other", other), ("question", question), ("forecast", forecast),
            ("document", document), ("source", source),
        )
        if value
    }  # fmt: skip
    with desk.reading() as held:
        just_kept = _kept(held, kept)
        making = Making(is_making_anew(desk), not held.has_derived())
        if asked:
            thing = _opened(held, desk, asked)
            counts = queues.counts(held, desk.today())
            page = thread_page(shell, thing, asked, counts, just_kept, making)
        else:
            page = queue_page(shell, queues.queue(held, queue, at, desk.today()), just_kept, making)
    return html_answer(request, page)


def _kept(held: Ledger, kept: str | None) -> JustKept:
    """The reviews whose ids an address names, and those that they take back."""
    found = held.stored_reviews((kept or "").split(".")[:MOST_KEPT])
    undone = [one.review.target for one in found if one.review.kind is ReviewKind.UNDO]
    return JustKept(found, held.stored_reviews(undone))


def _opened(held: Ledger, desk: Desk, asked: dict[str, str]) -> Thing:
    """The one thing that is asked for; UnknownId."""
    if "claim" in asked and "other" in asked:
        one, other = (held.claim(asked[name])[0].row for name in ("claim", "other"))
        return threads.pair_thread(held, one, other)
    if "claim" in asked:
        return threads.claim_thread(held, asked["claim"])
    if "question" in asked:
        return threads.question_thread(held, asked["question"])
    if "document" in asked:
        return threads.document_thread(held, held.family(held.document_id(asked["document"])).row)
    if "source" in asked:
        return threads.source_thread(held, asked["source"])
    id, today = asked.get("forecast", asked.get("other", "")), desk.today()
    entry = next((one for one in on_docket(held, today) if one.forecast.id == id), None)
    if entry is None:
        raise UnknownId(id, "no forecast of the ledger has this id by today", "Take the id from the docket")
    return threads.forecast_thread(held, entry, today)


@router.get("/review/making")
def making(desk: TheDesk) -> dict[str, bool]:
    """Whether questions are being made anew, and whether they are as they should be."""
    with desk.reading() as held:
        return {"running": is_making_anew(desk), "made": held.has_derived()}


@router.get("/reviews")
def reviews(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    by: Named = None,
    number: PageNumber = 1,
) -> Response:
    """What people judged, or one of them, the newest first."""
    with desk.reading() as held:
        paging = Paging.of(shell, number, MOST_REVIEWS, held.count_reviews(by))
        found = review_list(held, by, MOST_REVIEWS, paging.start)
    return html_answer(request, reviews_page(shell, found, by, paging))


@router.get("/reviews/corrections.zip")
def corrections_zip(request: Request, desk: TheDesk) -> Response:
    """What people accepted and corrected, as files for training."""
    packed = io.BytesIO()
    with desk.reading() as held, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in corrections_files(corrections(held)):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), body, zipfile.ZIP_DEFLATED)
    headers = {"Content-Disposition": 'attachment; filename="corrections.zip"'}
    return tagged(request, Response(packed.getvalue(), media_type="application/zip", headers=headers))
