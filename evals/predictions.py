"""Run the reader over texts, and keep what it saw in the form of the gold."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Protocol

from counterclaim.model.document import Field
from counterclaim.model.reading import Attribution, Reading
from evals.records import AttributionRecord, ClaimRecord, DocumentRecord, TextRecord


class TextReader(Protocol):
    """What the evaluations need of the package: `counterclaim.pipeline.read_text`."""

    def __call__(
        self,
        text: str,
        *,
        id: str,
        title: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
    ) -> Reading:
        """Read one text; offsets count in exactly that text."""
        ...


def installed_reader() -> TextReader:
    """The reader of the package; imported late, so that scoring a file needs no weights."""
    from counterclaim.pipeline import read_text

    return read_text


def predict(text: TextRecord, reader: TextReader) -> DocumentRecord:
    """What the reader sees in one text; ValueError if it moved the offsets.

    Attributions inside another's content go to `nested`; those in the title are
    left out, for no gold marks titles.
    """
    reading = reader(
        text.text, id=text.id, title=text.title, publisher=text.publisher, published=text.published
    )
    if reading.document.text != text.text:
        raise ValueError(f"{text.id}: the reader changed the text, so its offsets cannot be scored")
    seen = [attribution for attribution in reading.attributions if attribution.field is Field.TEXT]
    return DocumentRecord(
        id=text.id,
        attributions=tuple(_record(attribution) for attribution in seen if attribution.parent is None),
        nested=tuple(_record(attribution) for attribution in seen if attribution.parent is not None),
    )


def predict_all(
    texts: Iterable[TextRecord], make_reader: Callable[[], TextReader], jobs: int = 1
) -> dict[str, DocumentRecord]:
    """Predictions by document id, in the order of the texts, on one process or several."""
    if jobs == 1:
        reader = make_reader()
        return {text.id: predict(text, reader) for text in texts}
    # "spawn", because a forked child would inherit the parent's onnxruntime threads in an unknown state.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
        documents = pool.map(partial(_predict_in_worker, make_reader), texts, chunksize=4)
        return {document.id: document for document in documents}


def _predict_in_worker(make_reader: Callable[[], TextReader], text: TextRecord) -> DocumentRecord:
    return predict(text, make_reader())


def _record(attribution: Attribution) -> AttributionRecord:
    return AttributionRecord(
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        confidence=attribution.confidence,
        claims=tuple(
            ClaimRecord(content=claim.content, confidence=claim.confidence) for claim in attribution.claims
        ),
    )
