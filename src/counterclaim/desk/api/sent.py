"""What may be written: the bodies of requests, each with its bounds; what is not known is refused."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from counterclaim.desk.api.asked import Day
from counterclaim.fetch.limits import DOCUMENT_BYTES
from counterclaim.ledger.reviewable import CLAIM_GRADES, FIELDS, QUESTION_FIELDS, SOURCE_GRADES
from counterclaim.model.relation import RelationKind
from counterclaim.model.review import NONE, RELATION, Outcome

# Blanks and controls are spelt out where \s is not the same in all languages that read such patterns.
_BLANK = r"\s\x00-\x20\x7f-\xa0\ufeff"
# Words with something to see in them, and no NUL, at which some programs would end them.
WORDS = rf"^[^\x00]*[^{_BLANK}][^\x00]*$"
ADDRESS = rf"^https?://[^{_BLANK}/\\?#][^{_BLANK}]*$"
Short = Annotated[str, Field(max_length=300, pattern=WORDS)]
Long = Annotated[str, Field(max_length=10_000, pattern=WORDS)]
Address = Annotated[str, Field(max_length=4_000, pattern=ADDRESS)]
Claims = Annotated[str, Field(pattern=r"^c[0-9a-f]{3,16}( c[0-9a-f]{3,16}){0,99}$")]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


def _ruled(*rules: tuple[dict[str, str], Any]) -> ConfigDict:
    """A schema with rules: where fields have these values, what the others are then.

    They are for readers of the schema; it is the ledger that keeps to them, and says so in its own words.
    """
    told = [
        {
            "if": {
                "properties": {name: {"const": value} for name, value in case.items()},
                "required": [*case],
            },
            "then": then,
        }
        for case, then in rules
    ]
    rules_told: dict[str, Any] = {"allOf": told}
    return ConfigDict(extra="forbid", json_schema_extra=rules_told)


_RELATES = {"type": "string", "pattern": rf"^c[0-9a-f]{{3,16}} ({'|'.join(RelationKind)})$"}
_JUDGES_RELATION = _ruled(
    (
        {"field": RELATION},
        {"properties": {"target_kind": {"const": "claim"}, "value": _RELATES}, "required": ["value"]},
    )
)
_OF_CLAIM, _OF_QUESTION, _OF_SOURCE = ({"target_kind": one} for one in ("claim", "question", "source"))


class _Judged(_Sent):
    target: Short = Field(
        description="Id of what is judged, or its beginning; of a source the name.",
        examples=["c0123456789abcdef"],
    )
    by: Annotated[str, Field(max_length=120, pattern=WORDS)] | None = Field(
        None, description="Who judges; as the session has it if left out.", examples=["Ada"]
    )
    note: Long | None = Field(None, description="Why.")


class _OfAnything(_Judged):
    target_kind: Literal["claim", "document", "source", "question", "review"] = Field(
        description="What the target is; a source is an outlet or speaker."
    )


class _OfRelation(_OfAnything):
    field: Literal["relation"] | None = Field(
        None, description="Of a claim: that how another one stands to it is judged, and not its reading."
    )
    value: Long | None = Field(
        None,
        description="Then the id of that claim and how it stands.",
        examples=["cfedcba9876543210 contradicts"],
    )


class Accept(_OfRelation):
    """It was read as it stands in the text; of a review, a second reader confirms it."""

    model_config = _JUDGES_RELATION
    kind: Literal["accept"]


class Reject(_OfRelation):
    """It was misread; of a review, a second reader contests it."""

    model_config = _JUDGES_RELATION
    kind: Literal["reject"]


class Note(_OfAnything):
    """Words beside it, which change nothing."""

    kind: Literal["note"]
    note: Long = Field(description="The words.")


class Correct(_Judged):
    """What a field of a claim should be, or how a question should read."""

    model_config = _ruled(
        (_OF_QUESTION, {"properties": {"field": {"enum": [*QUESTION_FIELDS]}}}),
        (_OF_CLAIM, {"properties": {"field": {"enum": [*FIELDS]}}}),
        ({"field": RELATION}, {"properties": {"value": _RELATES}}),
        *(
            ({"field": field}, {"properties": {"value": {"enum": [*values]}}})
            for field, values in FIELDS.items()
            if values
        ),
    )
    kind: Literal["correct"]
    target_kind: Literal["claim", "question"] = Field(description="What the target is.")
    field: str = Field(
        max_length=40,
        description="The field that is corrected; of a question its text.",
        json_schema_extra={"enum": [*FIELDS, *QUESTION_FIELDS]},
        examples=["polarity"],
    )
    value: Long = Field(
        description=" ".join(
            (
                f'What it should be; "{NONE}" where it has no value: nobody, no time.',
                *(f"Of {field} one of: {', '.join(values)}." for field, values in FIELDS.items() if values),
                f"Of {RELATION} the id of another claim and how that stands to this one.",
            )
        ),
        examples=["denies"],
    )


class Grade(_Judged):
    """What a person thinks of a source or of what is claimed, in the letters and figures of that scale."""

    model_config = _ruled(
        (_OF_SOURCE, {"properties": {"value": {"enum": [*SOURCE_GRADES]}}}),
        (_OF_CLAIM, {"properties": {"value": {"enum": [*CLAIM_GRADES]}}}),
    )
    kind: Literal["grade"]
    target_kind: Literal["source", "claim"] = Field(description="What the target is.")
    value: str = Field(
        max_length=1,
        description="A to F of a source, 1 to 6 of a claim.",
        json_schema_extra={"enum": [*SOURCE_GRADES, *CLAIM_GRADES]},
        examples=["B"],
    )


class Became(_Judged):
    """What became of a forecast or commitment."""

    kind: Literal["outcome"]
    target_kind: Literal["claim", "question"] = Field("claim", description="What the target is.")
    value: Outcome = Field(description="What became of it.", examples=["met"])


class Undo(_Judged):
    """Take a review back; undoing an undo brings it back."""

    kind: Literal["undo"]
    target_kind: Literal["review"] = Field("review", description="What the target is.")


class Merge(_Judged):
    """Claims answer the same question; it outweighs what was computed."""

    kind: Literal["merge"]
    target_kind: Literal["claim"] = Field("claim", description="What the target is.")
    value: Claims = Field(
        description="Ids of the other claims, a blank between two.", examples=["cfedcba9876543210"]
    )


class Split(_Judged):
    """Claims do not answer the same question; it outweighs what was computed."""

    kind: Literal["split"]
    target_kind: Literal["claim"] = Field("claim", description="What the target is.")
    value: Claims = Field(
        description="Ids of the other claims, a blank between two.", examples=["cfedcba9876543210"]
    )


SentReview = Annotated[
    Accept | Reject | Note | Correct | Grade | Became | Undo | Merge | Split, Field(discriminator="kind")
]


class AddText(_Sent):
    """A text as it is given, with what is known of it."""

    type: Literal["text"]
    text: str = Field(
        max_length=DOCUMENT_BYTES,
        pattern=WORDS,
        description="The words.",
        examples=["A ministry said on Tuesday that its troops had left."],
    )
    title: Short | None = Field(None, description="Its title.")
    publisher: Short | None = Field(None, description="Who published it.", examples=["Harbour Courier"])
    published: Day | None = Field(None, description="The day of publication.", examples=["2022-02-16"])
    url: Address | None = Field(None, description="Where it stands on the web; it is not asked.")


class AddAddress(_Sent):
    """The page at an address of the web, or the pages of a sitemap."""

    type: Literal["address"]
    url: Address = Field(description="The address.", examples=["https://news.example/troops"])
    published: Day | None = Field(
        None, description="The day for pages that state none.", examples=["2022-02-16"]
    )


class AddFeeds(_Sent):
    """What is new in feeds since they were asked last."""

    type: Literal["feeds"]
    urls: list[Address] = Field(
        min_length=1,
        max_length=100,
        description="The addresses of the feeds.",
        examples=[["https://news.example/feed.xml"]],
    )


class Compare(_Sent):
    """Nothing new: what was added and is not compared with the others yet is compared."""

    type: Literal["comparison"]


SentAddition = Annotated[AddText | AddAddress | AddFeeds | Compare, Field(discriminator="type")]
