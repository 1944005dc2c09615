"""Questions: what groups of claims answer, who answered what and when, who disagrees, who changed."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.meaning import Quantity
from counterclaim.model.relation import ClaimName


class QuestionForm(StrEnum):
    """What an answer looks like."""

    YES_OR_NO = "yes or no"
    HOW_MANY = "how many"
    WHEN = "when"


class Answer(StrEnum):
    """A party's answer to a question at one time."""

    YES = "yes"
    NO = "no"
    HEDGED = "hedged"
    NUMBER = "number"
    ASKS_FOR_EVIDENCE = "asks for evidence"


class HumanEdge(msgspec.Struct, frozen=True, kw_only=True):
    """What a person signed of two claims: that they answer the same question, or do not.

    `at` is the instant it was signed (ISO 8601, UTC); a later word on two claims takes the place of
    an earlier one.
    """

    one: ClaimName
    other: ClaimName
    same: bool
    by: str
    at: str


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What one claim answers to one question, and whose answer it is.

    `day` is when it was told, as an ISO day, None where that is not known.  `speaker` is a person, body or
    state, else None; `key` is the folded name.  `number` is the quantity where the answer is one.
    `origin` is the document where its text began: copies have one origin.
    """

    claim: ClaimName
    answer: Answer
    speaker: str | None = None
    key: str | None = None
    party: str | None = None
    day: str | None = None
    number: Quantity | None = None
    origin: str | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A group of claims that answer the same question.

    `id` is made from the oldest claim at home in it.  `claims` are those at home, oldest first,
    `guests` those that are at home in another question and answer this one too.  `positions` are the
    answers of both, in order of time.
    """

    id: str
    text: str
    form: QuestionForm
    claims: tuple[ClaimName, ...]
    guests: tuple[ClaimName, ...] = ()
    positions: tuple[Position, ...] = ()


class Camp(msgspec.Struct, frozen=True, kw_only=True):
    """Those who give one answer in a dispute.

    `says` is the answer as it is shown: "yes", "no", or a number.  `parties` are in order of their
    first answer; `origins` counts where the texts of the claims began.  `faces` has for each party the
    claim that says it best: that of the surest contradiction, else the newest.
    """

    says: str
    parties: tuple[str, ...]
    claims: tuple[ClaimName, ...]
    origins: int
    first_day: str | None
    last_day: str | None
    faces: tuple[ClaimName, ...] = ()


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A question with incompatible answers of different parties; it says nothing of who is right.

    `strength` is the confidence of the surest contradiction across the camps, None where the answers
    alone tell of it.  `rank` orders disputes, the largest first.
    """

    question: str
    text: str
    camps: tuple[Camp, ...]
    parties: int
    contradictions: int
    strength: float | None
    last_day: str | None
    rank: float


class ShiftKind(StrEnum):
    """How the later of two answers of one side stands to the earlier."""

    REPEAT = "repeat"
    CLARIFICATION = "clarification"
    SHIFT = "shift"
    REVERSAL = "reversal"


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """Two answers of one speaker or side to one question, the later against the earlier.

    `side` is the party, or the speaker where no party is known; `same_speaker` says that one speaker
    gave both.
    """

    question: str
    side: str
    before: Position
    after: Position
    kind: ShiftKind
    same_speaker: bool
