"""Compare what was understood of gold claims with the gold, field by field, as counts that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from counterclaim.model.span import Span, words_at
from counterclaim.read.names.fold import fold
from evals.answers import Answer
from evals.meant import MeantRecord
from evals.mentions import MentionKind, mention_kind
from evals.quantities import quantity_scores
from evals.referents import same_party, same_speaker
from evals.spelling import plain_words
from evals.times import same_due
from evals.unnamed import Asked


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """One wrong field, for reading through: what was wanted, what was read, and the words.

    `spans` says whether those of the gold were "given" or the claim was "found"; field
    "matched" stands for a claim that was not, "party_null" for a party that was invented.
    """

    document: str
    row: str
    spans: str
    mention: str
    field: str
    gold: object
    predicted: object
    source: str
    cue: str
    content: str


@dataclass(frozen=True)
class Compared:
    """Counts of one document by `field:what`, and the fields that were wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)


@dataclass(frozen=True)
class Context:
    """The text that gold rows stand in, and its sources that a coreference file lists."""

    id: str
    text: str
    listed: Collection[Span] | None = None


def compare(
    rows: Sequence[MeantRecord], answers: Sequence[Answer | None], context: Context, spans: str
) -> Compared:
    """Counts over gold rows and the answers to them; `spans` says in misses where those came from."""
    compared = Compared()
    for row, answer in zip(rows, answers, strict=True):
        compared.counts["matched:of"] += 1
        compared.counts["matched:right"] += answer is not None
        if answer is None:
            compared.misses.append(_miss(row, context, spans, ("matched", True, False)))
        for name, gold, predicted, counts in _outcomes(row, answer, context):
            compared.counts.update({f"{name}:{key}": count for key, count in counts.items()})
            if answer is not None and name in _TOLD and _is_wrong(counts):
                compared.misses.append(_miss(row, context, spans, (name, gold, predicted)))
    return compared


# Misses of the other measures are misses of one of these.
_TOLD = frozenset(
    """speaker speaker_kind party party_null polarity certainty orientation due quantities evidence
    evidence_kind asks_for_evidence""".split()
)

Outcome = tuple[str, object, object, dict[str, int]]


def _outcomes(row: MeantRecord, answer: Answer | None, context: Context) -> Iterator[Outcome]:
    if answer is not None:
        yield from _of_speaker(row, answer, context)
        yield from _of_party(row, answer)
        yield from _of_stand(row, answer)
    yield from _of_due(row, answer)
    yield from _of_quantities(row, answer)
    yield from _of_evidence(row, answer)


def _ratio(name: str, gold: object, predicted: object, right: bool | None = None) -> Outcome:
    return name, gold, predicted, {"of": 1, "right": int(gold == predicted if right is None else right)}


def _found(name: str, gold: object, predicted: object, right: bool | None = None) -> Outcome:
    """Counts of what is there or not on either side."""
    both = bool(gold) and bool(predicted)
    return (
        name,
        gold,
        predicted,
        {
            "gold": int(bool(gold)),
            "predicted": int(bool(predicted)),
            "right": int(both and (right is None or right)),
        },
    )


def _of_speaker(row: MeantRecord, answer: Answer, context: Context) -> Iterator[Outcome]:
    kind = mention_kind(row.source, context.text, context.listed)
    words = words_at(context.text, row.source, joint=" ")
    names_itself = kind is MentionKind.NAMED and mention_kind(row.source, context.text) is MentionKind.NAMED
    asked = Asked(kind=row.speaker_kind, party=row.party, words=words if names_itself else "")
    gold, predicted = row.speaker, answer.speaker.name
    right = same_speaker(gold, predicted, asked)
    yield _ratio("speaker", gold, predicted, right)
    yield _ratio("speaker_by_string", gold, predicted, _same_string(gold, predicted))
    yield _ratio(_SPEAKER_PART[kind], gold, predicted, right)
    yield _ratio("speaker_kind", row.speaker_kind, answer.speaker.kind, _same_kind(row, answer, words))


_SPEAKER_PART = {
    MentionKind.IMPLICIT: "speaker_implicit",
    MentionKind.TO_RESOLVE: "speaker_pronouns_descriptions",
    MentionKind.NAMED: "speaker_named",
}


def _same_string(gold: str | None, predicted: str | None) -> bool:
    return gold == predicted or bool(gold and predicted and fold(gold) == fold(predicted))


def _same_kind(row: MeantRecord, answer: Answer, words: str) -> bool:
    """An unnamed spokesman is the body or anonymous, either is right."""
    if row.speaker_kind == answer.speaker.kind:
        return True
    either = {"anonymous", "organisation"}
    return "spokesman" in plain_words(words) and {row.speaker_kind, answer.speaker.kind} == either


def _of_party(row: MeantRecord, answer: Answer) -> Iterator[Outcome]:
    predicted = answer.speaker.party
    if row.party is None:
        yield "party_null", None, predicted, {"of": 1, "wrong": int(predicted is not None)}
    else:
        yield _ratio("party", row.party, predicted, same_party(row.party, predicted, row.speaker))
        yield _ratio("party_by_string", row.party, predicted, _same_string(row.party, predicted))


def _of_stand(row: MeantRecord, answer: Answer) -> Iterator[Outcome]:
    meaning = answer.meaning
    yield _ratio("polarity", row.polarity, str(meaning.polarity))
    if "none" not in {row.polarity, meaning.polarity}:
        yield _ratio("polarity_affirms_denies", row.polarity, str(meaning.polarity))
    yield _ratio("orientation_all", row.orientation, str(meaning.orientation))
    if row.polarity != "none":
        yield _ratio("orientation", row.orientation, str(meaning.orientation))
        yield _ratio("certainty", row.certainty, str(meaning.certainty))


def _of_due(row: MeantRecord, answer: Answer | None) -> Iterator[Outcome]:
    if row.due is msgspec.UNSET:
        return
    due = answer.meaning.due if answer else None
    yield _found("due", row.due, due, bool(row.due and due and same_due(row.due, due)))


def _of_quantities(row: MeantRecord, answer: Answer | None) -> Iterator[Outcome]:
    predicted = list(answer.meaning.quantities) if answer else []
    right, in_gold, in_predicted = quantity_scores(row.quantities, predicted)
    counts = {"gold": in_gold, "predicted": in_predicted, "right": right}
    yield "quantities", _told(row.quantities), _told(predicted), counts


def _of_evidence(row: MeantRecord, answer: Answer | None) -> Iterator[Outcome]:
    gold = _some(row.evidence_offered)
    predicted = _some(answer.meaning.evidence_offered) if answer else None
    yield _found("evidence", gold, predicted)
    if gold and predicted:
        yield _ratio("evidence_kind", gold, predicted)
    if row.asks_for_evidence is not msgspec.UNSET:
        yield _found(
            "asks_for_evidence", row.asks_for_evidence, bool(answer and answer.meaning.asks_for_evidence)
        )


def _some(kind: str) -> str | None:
    return None if kind == "none" else str(kind)


def _is_wrong(counts: dict[str, int]) -> bool:
    if "wrong" in counts:
        return counts["wrong"] > 0
    return counts["right"] < max(counts.get("of", 0), counts.get("gold", 0), counts.get("predicted", 0))


def _told(quantities: Sequence[msgspec.Struct]) -> list[object]:
    return [msgspec.to_builtins(quantity) for quantity in quantities]


def _miss(row: MeantRecord, context: Context, spans: str, outcome: tuple[str, object, object]) -> Miss:
    name, gold, predicted = outcome
    return Miss(
        document=context.id,
        row=row.id,
        spans=spans,
        mention=str(mention_kind(row.source, context.text, context.listed)),
        field=name,
        gold=gold,
        predicted=predicted,
        source=words_at(context.text, row.source),
        cue=words_at(context.text, row.cue),
        content=words_at(context.text, row.content),
    )
