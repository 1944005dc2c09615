"""The reader: a document in, its attributions and claims out, each with a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Attribution, Reading, Statement
from counterclaim.model.span import Spans
from counterclaim.read.choose import Chosen, choose
from counterclaim.read.claims import split_claims
from counterclaim.read.confidence import Calibration
from counterclaim.read.found import Found, find_attributions, spans_of
from counterclaim.read.headings import keep_headings_apart
from counterclaim.read.interpret import Interpreted, Interpreter
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.receipts import attribution_records, statement_records
from counterclaim.read.said import Said
from counterclaim.read.stored import StoredText, as_document, stored_texts
from counterclaim.read.tagger import Tagger
from counterclaim.read.title_speakers import as_in_the_text
from counterclaim.read.turns import add_turns
from counterclaim.read.version import packaged_weights, reader_version
from counterclaim.read.whole_quotations import complete_quotations
from counterclaim.read.words import Words, load_tokenizer, split_words


class Reader:
    """Reads documents with one set of weights, loaded once."""

    def __init__(self, weights: Path | None = None, aliases: Path | None = None) -> None:
        """Load the weights of the package, or of a folder, and the names of a user's own file.

        ModelError if the weights are not whole, an InputError if the file is at fault.
        """
        folder = weights or packaged_weights()
        tokenizer = folder / "tokenizer.json"
        self._tokenizer = load_tokenizer(str(tokenizer))
        self._tagger = Tagger(folder)
        self._calibration = Calibration.load(folder / "calibration.json")
        names = Aliases.packaged()
        names = names.with_file(aliases) if aliases else names
        self._interpreter = Interpreter(folder, names, self._tokenizer)
        self.version = reader_version(weights, aliases)

    def read(self, document: Document) -> Reading:
        """All attributions of a document; none where it is not to be read."""
        attributions: dict[Field, list[Attribution]] = {Field.TITLE: [], Field.TEXT: []}
        vectors: list[bytes] = []
        own_voice: list[Statement] = []
        if document.not_read is None:
            for text in stored_texts(document):
                attributions[text.field], of_claims, stated = self._read_text(document, text)
                vectors += of_claims
                own_voice += stated
        title = as_in_the_text(attributions[Field.TITLE], attributions[Field.TEXT])
        return Reading(
            document=document,
            attributions=(*title, *attributions[Field.TEXT]),
            reader=self.version,
            own_voice=tuple(own_voice),
            vectors=tuple(vectors),
        )

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

    def interpret(self, document: Document, said: Sequence[Said]) -> tuple[Interpreted, ...]:
        """Speakers and meanings of attributions found in a document's text, in the order given."""
        words = split_words(document.text, self._tokenizer)
        return self._interpreter.interpret(self._interpreter.prepare(document, words), said)

    def _read_text(
        self, document: Document, text: StoredText
    ) -> tuple[list[Attribution], list[bytes], list[Statement]]:
        """Attributions, the vectors of their claims, and what the outlet states itself."""
        if not text.text.strip():
            return [], [], []
        words, found = self.find(text.text, text.left_out, text.headings, text.field is Field.TEXT)
        chosen = choose(text.text, words, found, self._calibration)
        said = [_said(text.text, words, one) for one in chosen]
        prepared = self._interpreter.prepare(as_document(document, text), words)
        interpreted = self._interpreter.interpret(prepared, said)
        attributions, vectors = attribution_records(
            text, said, interpreted, [one.confidence for one in chosen]
        )
        if text.field is not Field.TEXT:
            return attributions, vectors, []
        own_voice = statement_records(text, self._interpreter.own_voice(prepared, said, text))
        return attributions, vectors, own_voice


def _said(text: str, words: Words, chosen: Chosen) -> Said:
    source, cue, content = (
        tuple(spans_of(role, words)) for role in (chosen.found.source, chosen.found.cue, chosen.found.content)
    )
    return Said(source, cue, content, chosen.quote_type, chosen.parent, tuple(split_claims(text, content)))
