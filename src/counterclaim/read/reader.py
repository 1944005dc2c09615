"""The reader: a document in, its attributions and claims out, each with a receipt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from counterclaim import __version__
from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Attribution, Claim, Reading
from counterclaim.model.receipt import make_receipt
from counterclaim.model.span import Spans
from counterclaim.read.choose import Chosen, choose
from counterclaim.read.claims import split_claims
from counterclaim.read.confidence import Calibration
from counterclaim.read.found import Found, find_attributions, spans_of
from counterclaim.read.headings import keep_headings_apart
from counterclaim.read.tagger import Tagger
from counterclaim.read.turns import add_turns
from counterclaim.read.whole_quotations import complete_quotations
from counterclaim.read.words import Words, load_tokenizer, split_words

RULES = 1  # raised whenever the rules of this folder read a text differently
ID_DIGITS = 16  # hexadecimal digits of a hash; 64 bits


@dataclass(frozen=True, slots=True)
class _Text:
    """One stored text of a document, and what of it is read."""

    text: str
    sha256: str
    field: Field
    left_out: Spans
    headings: Spans


class Reader:
    """Reads documents with one set of weights, loaded once."""

    def __init__(self, weights: Path | None = None) -> None:
        """Load the weights of the package, or of a folder; ModelError if they are not whole."""
        folder = weights or Path(str(files("counterclaim.read") / "weights"))
        tokenizer = folder / "tokenizer.json"
        self._folder = folder
        self._tokenizer = load_tokenizer(str(tokenizer))
        self._tagger = Tagger(folder)
        self._calibration = Calibration.load(folder / "calibration.json")

    @cached_property
    def version(self) -> str:
        """Number of the rules and beginning of the digest of all that the weights' folder holds."""
        digest = hashlib.sha256()
        for path in sorted(self._folder.iterdir()):
            if path.suffix in {".onnx", ".json"}:
                digest.update(path.read_bytes())
        return f"counterclaim {__version__}, rules {RULES}, weights {digest.hexdigest()[:12]}"

    def read(self, document: Document) -> Reading:
        """All attributions of a document; none where it is not to be read."""
        attributions: list[Attribution] = []
        if document.not_read is None:
            for text in _texts(document):
                attributions += self._read_text(text)
        return Reading(document=document, attributions=tuple(attributions), reader=self.version)

    def find(
        self, text: str, left_out: Spans = (), headings: Spans = (), labels: bool = True
    ) -> tuple[Words, list[Found]]:
        """The words of a text and all readings of attributions by word, before any is chosen.

        Words in `left_out` are not seen, words of `headings` stay apart, and `labels`
        says whether turns under labels are looked for.
        """
        words = split_words(text, self._tokenizer).without(left_out)
        found = complete_quotations(text, words, find_attributions(words, self._tagger))
        found = keep_headings_apart(words, found, headings)
        return words, add_turns(text, words, found) if labels else found

    def _read_text(self, text: _Text) -> list[Attribution]:
        if not text.text.strip():
            return []
        words, found = self.find(text.text, text.left_out, text.headings, text.field is Field.TEXT)
        return _records(text, words, choose(text.text, words, found, self._calibration))


def _texts(document: Document) -> list[_Text]:
    marks = tuple((mark.start, mark.end) for mark in document.marks)
    texts = [_Text(document.text, document.sha256, Field.TEXT, marks, document.headlines)]
    if document.title_is_separate and document.title and document.title_sha256:
        texts.insert(0, _Text(document.title, document.title_sha256, Field.TITLE, (), ()))
    return texts


def _records(text: _Text, words: Words, chosen: list[Chosen]) -> list[Attribution]:
    """Immutable records in reading order of their contents."""
    roles = [
        tuple(spans_of(role, words) for role in (item.found.source, item.found.cue, item.found.content))
        for item in chosen
    ]
    ids = [_identity("a", text, source, content) for source, _, content in roles]
    records = []
    for item, own_id, (source, cue, content) in zip(chosen, ids, roles, strict=True):
        records.append(
            Attribution(
                id=own_id,
                source=source,
                cue=cue,
                content=content,
                quote_type=item.quote_type,
                parent=None if item.parent is None else ids[item.parent],
                confidence=item.confidence,
                receipt=make_receipt(text.text, text.sha256, source, cue, content, text.field),
                claims=tuple(
                    _claim(text, source, cue, part, item.confidence)
                    for part in split_claims(text.text, content)
                ),
                field=text.field,
            )
        )
    return sorted(records, key=lambda record: (record.content[0][0], -record.content[-1][1], record.id))


def _claim(text: _Text, source: Spans, cue: Spans, content: Spans, sure: float) -> Claim:
    return Claim(
        id=_identity("c", text, source, content),
        content=content,
        confidence=sure,
        receipt=make_receipt(text.text, text.sha256, source, cue, content, text.field),
    )


def _identity(kind: str, text: _Text, source: Spans, content: Spans) -> str:
    """Id from content alone: hash of text hash, field, content spans and source spans."""
    key = f"{text.sha256} {text.field} {content} {source}"
    return kind + hashlib.sha256(key.encode()).hexdigest()[:ID_DIGITS]
