"""What the forms of the review queue write; each leads back to where it came from, with what was kept."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from counterclaim.desk import judging
from counterclaim.desk.desk import Desk, TheDesk, TheShell
from counterclaim.desk.judging import Pen
from counterclaim.desk.remaking import make_questions_anew
from counterclaim.desk.session import LONGEST_NAME, keep_name
from counterclaim.errors import InputError
from counterclaim.inquiry.questions import stored_question
from counterclaim.inquiry.remaking import remakes_questions
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.relation import RelationKind
from counterclaim.model.review import Review, ReviewKind, TargetKind

router = APIRouter(prefix="/review")
LONGEST, LONGEST_NOTE, LONGEST_ADDRESS = 4_000, 2_000, 2_000  # code points
START = "/review"
_VALUED = frozenset((ReviewKind.GRADE, ReviewKind.OUTCOME))
_PLAIN = _VALUED | {ReviewKind.ACCEPT, ReviewKind.REJECT, ReviewKind.NOTE}

Short = Annotated[str, Form(max_length=400)]
Note = Annotated[str, Form(max_length=LONGEST_NOTE)]
Back = Annotated[str, Form(max_length=LONGEST_ADDRESS)]


class Fields(BaseModel):
    """A claim, and all that a form says of its fields; `shown` names those that it has, also where empty."""

    claim: Short
    shown: Short
    note: Note = ""
    back: Back = START
    source: str = ""
    speaker: str = ""
    speaker_kind: str = ""
    party: str = ""
    polarity: str = ""
    certainty: str = ""
    orientation: str = ""
    evidence_offered: str = ""
    asks_for_evidence: str = ""
    said: str = ""
    due: str = ""
    words: str = ""

    def said_of_fields(self) -> dict[str, str]:
        """What is said of each field that the form had; InputError where it is too long."""
        known = self.model_dump(exclude={"claim", "shown", "note", "back"})
        said = {name: known[name] for name in self.shown.split() if name in known}
        if any(len(value) > LONGEST for value in said.values()):
            raise InputError("review", f"a field has more than {LONGEST:,} characters", "Make it shorter")
        return said


@router.post("")
def judge(  # noqa: PLR0913 - the fields of a review
    desk: TheDesk,
    shell: TheShell,
    kind: Annotated[ReviewKind, Form()],
    target_kind: Annotated[TargetKind, Form()],
    target: Short,
    value: Short = "",
    note: Note = "",
    back: Back = START,
) -> RedirectResponse:
    """Accept, reject, note, grade, record an outcome; of a review: confirm it or contest it."""
    if kind not in _PLAIN:
        raise InputError("review", f"{kind} is not said by this form", "Use the form of the thing itself")
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        made = pen.write(kind, target_kind, target, value=value if kind in _VALUED else None)
        return _kept(desk, held, [made], back)


@router.post("/claim")
def correct_claim(desk: TheDesk, shell: TheShell, sent: Annotated[Fields, Form()]) -> RedirectResponse:
    """Correct the fields of a claim that the form says otherwise than they stand."""
    pen, said = Pen.of(shell.reviewer, sent.note), sent.said_of_fields()
    with desk.writing() as held:
        return _kept(desk, held, judging.corrections(held, pen, sent.claim, said), sent.back)


@router.post("/relation")
def judge_relation(  # noqa: PLR0913 - two claims, and what is said of them
    desk: TheDesk,
    shell: TheShell,
    kind: Annotated[ReviewKind, Form()],
    one: Short,
    other: Short,
    relation: Annotated[RelationKind, Form()],
    note: Note = "",
    back: Back = START,
) -> RedirectResponse:
    """Accept, reject or correct how two claims stand to each other."""
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        return _kept(desk, held, [judging.relation(pen, kind, one, other, relation)], back)


@router.post("/text")
def rename_question(
    desk: TheDesk, shell: TheShell, question: Short, text: Short, note: Note = "", back: Back = START
) -> RedirectResponse:
    """Say how a question should read."""
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        return _kept(desk, held, [judging.renamed(pen, stored_question(held, question), text)], back)


@router.post("/merge")
def merge_questions(  # noqa: PLR0913 - two ways to name the other one
    desk: TheDesk,
    shell: TheShell,
    question: Short,
    other: Short = "",
    elsewhere: Short = "",
    note: Note = "",
    back: Back = START,
) -> RedirectResponse:
    """Say that two questions are one."""
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        return _kept(desk, held, judging.merged(held, pen, question, elsewhere.strip() or other), back)


@router.post("/split")
def split_question(
    desk: TheDesk,
    shell: TheShell,
    question: Short,
    claims: Annotated[list[str], Form()] = [],  # noqa: B006 - FastAPI takes a copy
    note: Note = "",
    back: Back = START,
) -> RedirectResponse:
    """Say that some claims of a question answer another one."""
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        return _kept(desk, held, judging.parted(held, pen, question, claims), back)


@router.post("/confirm")
def confirm_carried(
    desk: TheDesk, shell: TheShell, id: Short, note: Note = "", back: Back = START
) -> RedirectResponse:
    """Write a judgement anew on the words to which a newer reading carried it over."""
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        return _kept(desk, held, [judging.written_anew(held, pen, id)], back)


@router.post("/undo")
def undo(
    desk: TheDesk,
    shell: TheShell,
    ids: Annotated[str, Form(max_length=2_000)],
    note: Note = "",
    back: Back = START,
) -> RedirectResponse:
    """Take reviews back; what takes one back can be taken back too."""
    pen = Pen.of(shell.reviewer, note)
    with desk.writing() as held:
        reviews = [pen.write(ReviewKind.UNDO, TargetKind.REVIEW, id) for id in ids.split()]
        return _kept(desk, held, reviews, back)


@router.post("/name")
def name(name: Annotated[str, Form(max_length=LONGEST_NAME)], back: Back = START) -> RedirectResponse:
    """Have the browser remember who judges."""
    answer = RedirectResponse(_local(back), 303)
    keep_name(answer, " ".join(name.split()))
    return answer


@router.post("/making")
def make_anew(desk: TheDesk, back: Back = START) -> RedirectResponse:
    """Have questions made anew."""
    make_questions_anew(desk)
    return RedirectResponse(_local(back), 303)


def _kept(desk: Desk, held: Ledger, reviews: list[Review], back: str) -> RedirectResponse:
    """Keep reviews, have done what follows from them, and lead back with their ids."""
    ids = judging.keep(held, reviews)
    if remakes_questions(held, *ids):
        make_questions_anew(desk)
    return RedirectResponse(_local(back, kept=".".join(ids)), 303)


def _local(back: str, **more: str) -> str:
    """An address of this desk, whatever a form says, with more in its query."""
    try:
        parts = urlsplit(back)
    except ValueError:  # "//[" is no address at all
        parts = urlsplit(START)
    path = parts.path if not (parts.scheme or parts.netloc) and parts.path.startswith("/") else START
    path = START if path.startswith("//") or "\\" in path else path
    query = [(key, value) for key, value in parse_qsl(parts.query) if key not in ("kept", *more)]
    query += list(more.items())
    return f"{path}?{urlencode(query)}" if query else path
