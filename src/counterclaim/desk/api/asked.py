"""What may be asked: the parameters of addresses, each with its bounds and what it means."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from counterclaim.desk.api.cursor import LONGEST
from counterclaim.model.meaning import Polarity, SpeakerKind
from counterclaim.model.relation import RelationKind

MOST, USUAL = 1_000, 50  # items of a page
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)


def _day(stated: Any) -> Any:
    if isinstance(stated, str) and _DAY.fullmatch(stated):
        return date.fromisoformat(stated)
    raise ValueError("it is no day: write one like 2022-02-16")


def _instant(stated: Any) -> str:
    """A day or instant as the ledger writes instants, in UTC."""
    if isinstance(stated, str) and _DAY.fullmatch(stated):
        return date.fromisoformat(stated).isoformat()
    if not (isinstance(stated, str) and _INSTANT.fullmatch(stated)):
        raise ValueError("it is no day or instant: write one like 2022-02-16 or 2022-02-16T10:00:00Z")
    given = datetime.fromisoformat(stated.upper())
    try:
        return f"{given.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    except OverflowError as error:
        raise ValueError("in UTC it falls outside of the years 1 to 9999") from error


Day = Annotated[date, BeforeValidator(_day)]
Instant = Annotated[
    str,
    BeforeValidator(_instant),
    WithJsonSchema(
        {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}, mode="validation"
    ),
]
Name = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(min_length=1, max_length=1_000)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Left = SkipJsonSchema[None]  # a parameter may be left out, and has no value that says so


def id_of(noun: str, letter: str, example: str) -> Any:
    """A parameter of the path: an id, or the beginning of one, that the ledger itself looks up."""
    return Path(
        description=f"Id of a {noun}, or its beginning: {letter} and 3 to 16 hexadecimal digits.",
        json_schema_extra={"pattern": f"^{letter}[0-9a-f]{{3,16}}$"},
        examples=[example],
    )


ClaimId = Annotated[str, id_of("claim", "c", "c0123456789abcdef")]
DocumentId = Annotated[str, id_of("document", "d", "d0123456789abcdef")]
QuestionId = Annotated[str, id_of("question", "q", "q0123456789abcdef")]
SeriesId = Annotated[str, id_of("number series", "n", "n0123456789abcdef")]
ReviewId = Annotated[str, id_of("review", "v", "v0123456789abcdef")]
AdditionId = Annotated[
    str, Path(description="Id of an addition, as the answer to it gives it.", examples=["j0123456789abcdef"])
]


class Asked(BaseModel):
    """Nothing; what is not known is refused, so that a slip in the name of a filter is not overheard."""

    model_config = ConfigDict(extra="forbid")


class Paged(Asked):
    """A page of a list."""

    limit: int = Field(USUAL, ge=1, le=MOST, description="How many at most.", examples=[100])
    cursor: Annotated[str, Field(max_length=LONGEST)] | Left = Field(
        None,
        description="Where to go on; take it from the Link header of the page before.",
    )


class ClaimsAsked(Paged):
    """Which claims, as `counterclaim claims` has them."""

    by: Name | Left = Field(
        None, description="Only of speakers of this name, or part of it.", examples=["Lavrov"]
    )
    party: Name | Left = Field(None, description="Only of those who speak for it.", examples=["Russia"])
    about: Words | Left = Field(
        None,
        description='Only with these words; "a phrase" and -word are understood.',
        examples=["troops withdrawal"],
    )
    since: Day | Left = Field(None, description="Only said on this day or later.", examples=["2022-02-01"])
    until: Day | Left = Field(None, description="Only said on this day or earlier.", examples=["2022-02-16"])
    polarity: Polarity | Left = Field(None, description="Only what is affirmed, denied, or neither.")
    confidence: Share | Left = Field(
        None,
        description="Only those that were read with this confidence or more.",
        examples=[0.8],
    )
    copies: bool = Field(False, description="List every copy of a text, not the first alone.")


class DocumentsAsked(Paged):
    """Which documents."""

    words: Words | Left = Field(
        None,
        description="Only with these words in the title or the name of the outlet, the newest first.",
        examples=["harbour"],
    )


class SearchAsked(Asked):
    """What a search looks for."""

    words: Words = Field(
        description='Words that a claim must hold; "a phrase"; -word for one it must not.',
        examples=['troops "armed attack" -exercise'],
    )
    limit: int = Field(20, ge=1, le=MOST, description="How many at most; no more follow.", examples=[20])


class SpeakersAsked(Paged):
    """Which speakers."""

    words: Name | Left = Field(None, description="Only of this name, or part of it.", examples=["Lavrov"])
    kind: SpeakerKind | Left = Field(None, description="Only of this kind.")
    party: Name | Left = Field(None, description="Only those who speak for it.", examples=["Russia"])


class PartiesAsked(Paged):
    """Which parties."""

    words: Name | Left = Field(None, description="Only of this name, or part of it.", examples=["Russia"])


class QuestionsAsked(Paged):
    """Which questions, as `counterclaim questions` has them."""

    party: Name | Left = Field(None, description="Only those that it answers.", examples=["Russia"])
    about: Words | Left = Field(None, description="Only with these words.", examples=["withdraw troops"])
    disputed: bool = Field(False, description="Only those that are in dispute.")


class SeriesAsked(Paged):
    """Which number series, as `counterclaim numbers` has them."""

    words: Words | Left = Field(
        None, description="Only what is counted with these words.", examples=["troops"]
    )


class ForecastsAsked(Paged):
    """Which forecasts and commitments, as `counterclaim forecasts` has them."""

    due: bool = Field(False, description="Only what is due or overdue and has no outcome yet.")
    today: Day | Left = Field(
        None, description="As they stand on this day, and not on that of the desk.", examples=["2022-02-16"]
    )


class RelationsAsked(Paged):
    """Which relations."""

    kind: RelationKind | Left = Field(None, description="Only of this kind.", examples=["contradicts"])
    claim: Annotated[str, Field(max_length=100)] | Left = Field(
        None,
        description="Only of this claim, by its id or the beginning of it.",
        examples=["c0123456789abcdef"],
    )


class ChangesAsked(Paged):
    """Since when."""

    since: Instant = Field(
        description="Only what was added at or after this day or instant (UTC).",
        examples=["2022-02-16", "2022-02-16T10:00:00Z"],
    )


class VersionsAsked(Asked):
    """Of which address."""

    address: str = Field(
        min_length=1,
        max_length=4_000,
        description="Address of a document, or the file's name, as `address` in the list of documents.",
        examples=["https://news.example/troops"],
    )


class ReviewsAsked(Paged):
    """Which judgements."""

    target: Name | Left = Field(
        None,
        description="Only those of this target, or standing at this claim now; a whole id or a name.",
        examples=["c0123456789abcdef"],
    )
