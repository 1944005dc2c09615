"""One claim as people left it: fields as corrected, else as read, and spans in the text for all words."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.corrections import CorrectedClaim, CorrectedQuantity
from counterclaim.model.document import Document, Field
from counterclaim.model.meaning import Quantity
from counterclaim.model.reading import Attribution, Claim
from counterclaim.model.review import NONE
from counterclaim.model.span import Spans

_JOINED = " […] "


class Correction(NamedTuple):
    """The last values that people gave fields of a claim, and who judged it last and when."""

    fields: dict[str, str]
    by: str
    at: str

    def value(self, field: str, read: str | None) -> str | None:
        """The value of a field that may have none."""
        said = self.fields.get(field)
        if said is None:
            return read
        return None if said == NONE else said


def corrected_claim(
    document: Document, attribution: Attribution, claim: Claim, said: Correction
) -> CorrectedClaim | None:
    """The claim as it was left; None where words that it was corrected to do not stand in the text."""
    text = document.title or "" if attribution.field is Field.TITLE else document.text
    content = _spans(text, said.fields.get("words"), claim.content, claim.content)
    source = _spans(text, said.fields.get("source"), attribution.source, claim.content)
    if content is None or source is None:
        return None
    meaning, speaker = claim.meaning, attribution.speaker
    asks = said.fields.get("asks_for_evidence")
    return CorrectedClaim(
        id=claim.id,
        field=attribution.field,
        source=source,
        cue=attribution.cue,
        content=content,
        speaker=said.value("speaker", speaker.name),
        speaker_kind=said.value("speaker_kind", speaker.kind.value if speaker.kind else None),
        party=said.value("party", speaker.party),
        quote_type=attribution.quote_type.value,
        polarity=said.fields.get("polarity", meaning.polarity.value),
        certainty=said.fields.get("certainty", meaning.certainty.value),
        orientation=said.fields.get("orientation", meaning.orientation.value),
        due=said.value("due", meaning.due),
        said=said.value("said", meaning.said),
        quantities=tuple(_quantity(one) for one in meaning.quantities),
        evidence_offered=said.fields.get("evidence_offered", meaning.evidence_offered.value),
        asks_for_evidence=meaning.asks_for_evidence if asks is None else asks == "yes",
        text=_JOINED.join(text[start:end] for start, end in content),
        corrected=tuple(sorted(said.fields)),
        by=said.by,
        at=said.at,
    )


def _spans(text: str, words: str | None, read: Spans, near: Spans) -> Spans | None:
    """Where words stand nearest to a claim; as read where none are given, nowhere where there are none."""
    if words is None or words == _JOINED.join(text[start:end] for start, end in read):
        return read
    if words == NONE:
        return ()
    at, found = text.find(words), []
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    if not found:
        return None
    middle = (near[0][0] + near[-1][1]) // 2
    return (min(found, key=lambda span: abs((span[0] + span[1]) // 2 - middle)),)


def _quantity(quantity: Quantity) -> CorrectedQuantity:
    return CorrectedQuantity(
        value=quantity.value, low=quantity.low, high=quantity.high, bound=quantity.bound,
        unit=quantity.unit, of=quantity.of, word=quantity.word,
    )  # fmt: skip
