"""Gold questions with the claims that answer them, and predicted claims put in place of gold ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from counterclaim.errors import EmptyInput, MalformedRecord, MissingInput
from counterclaim.model.question import Answer
from counterclaim.model.told import Told
from evals.meant import MeantDocument, MeantRecord
from evals.pairs import all_told
from evals.records import TextRecord, read_records, read_texts

ClaimName = tuple[str, str]


class AnswerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, `document#claim`, and its answer."""

    claim: str
    position: Answer


class QuestionRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the gold."""

    id: str
    question: str
    claims: tuple[AnswerRecord, ...]


@dataclass(frozen=True)
class Asked:
    """A question, and what each claim answers."""

    id: str
    text: str
    answers: Mapping[ClaimName, Answer]


@dataclass(frozen=True)
class Gold:
    """All claims, those of the questions among them, and the texts they stand in."""

    claims: Mapping[ClaimName, Told]
    rows: Mapping[str, Sequence[MeantRecord]]
    texts: Mapping[str, TextRecord]
    questions: Sequence[Asked]

    @property
    def answering(self) -> list[ClaimName]:
        """The claims that answer a question, in the order of all claims."""
        wanted = {name for question in self.questions for name in question.answers}
        return [name for name in self.claims if name in wanted]


def read_gold(claims: Path, questions: Path, texts: Sequence[Path]) -> Gold:
    """Questions with their claims; errors name what cannot be used."""
    documents = read_records(claims, MeantDocument)
    known = read_texts(documents.values(), texts)
    rows = {document.id: document.in_reading_order() for document in documents.values()}
    of_rows = {(document, row.id): row for document, of_document in rows.items() for row in of_document}
    told = {name: _asking(one, of_rows[name]) for name, one in all_told(documents.values(), known).items()}
    if not questions.is_file():
        raise MissingInput(str(questions), "no such file", "Give the path of a JSON file")
    try:
        records = msgspec.json.decode(questions.read_bytes(), type=list[QuestionRecord])
    except msgspec.MsgspecError as error:
        raise MalformedRecord(
            str(questions), str(error), "See the fields of questions in evals/asked.py"
        ) from error
    if not records:
        raise EmptyInput(str(questions), "no questions", "Give a file with at least one")
    return Gold(told, rows, known, [_asked(record, told, questions) for record in records])


def _asking(told: Told, row: MeantRecord) -> Told:
    asks = row.asks_for_evidence is True
    return msgspec.structs.replace(
        told, meaning=msgspec.structs.replace(told.meaning, asks_for_evidence=asks)
    )


def _asked(record: QuestionRecord, told: Mapping[ClaimName, Told], path: Path) -> Asked:
    answers: dict[ClaimName, Answer] = {}
    for one in record.claims:
        document, _, claim = one.claim.partition("#")
        if (document, claim) not in told:
            raise MalformedRecord(
                str(path), f"{one.claim!r} is not among the claims", "Give the claims that it names"
            )
        answers[document, claim] = one.position
    return Asked(record.id, record.question, answers)
