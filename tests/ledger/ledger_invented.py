"""Small invented articles: sentences that say who says what become documents with readings."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.document import Capture, Document, Media
from counterclaim.model.meaning import (
    Certainty,
    EvidenceKind,
    Meaning,
    Orientation,
    Polarity,
    Speaker,
    SpeakerKind,
)
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading, Statement
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.model.span import Span, Spans

CLEANER = "cleaner/1"
READER = "reader/1"
ADDED = "2022-03-01T08:00:00Z"


@dataclass(frozen=True)
class Say:
    """One sentence of an article: who says what; `content` may be two claims joined by `; `."""

    source: str
    content: str
    speaker: str | None = None
    party: str | None = None
    cue: str = "said"
    meaning: Meaning = field(
        default_factory=lambda: Meaning(
            polarity=Polarity.AFFIRMS, certainty=Certainty.CERTAIN, orientation=Orientation.PRESENT
        )
    )

    @property
    def who(self) -> Speaker:
        """The speaker, with a folded key where there is a name."""
        if self.speaker is None:
            return Speaker(reason="the text names nobody")
        return Speaker(name=self.speaker, kind=SpeakerKind.PERSON, party=self.party, key=_key(self.speaker))


def meaning(
    polarity: Polarity = Polarity.AFFIRMS,
    *,
    said: str | None = None,
    due: str | None = None,
    orientation: Orientation = Orientation.PRESENT,
    evidence_offered: EvidenceKind = EvidenceKind.NONE,
) -> Meaning:
    """A meaning in which only what matters is told."""
    return Meaning(
        polarity=polarity,
        certainty=Certainty.CERTAIN,
        orientation=orientation,
        said=said,
        due=due,
        evidence_offered=evidence_offered,
    )


@dataclass(frozen=True)
class Article:
    """What goes into a ledger with one `put`."""

    capture: Capture
    document: Document
    reading: Reading


def article(
    *sayings: Say,
    url: str = "https://news.example/bridge",
    published: str | None = "2022-02-16",
    title: str = "The bridge",
    publisher: str | None = "The Invented Times",
    retrieved: str | None = None,
    cleaner: str = CLEANER,
    reader: str = READER,
    own: str | None = None,
) -> Article:
    """An article of these sayings, a line each, and of one sentence of the outlet's own at the end."""
    text, places = "", []
    for say in sayings:
        start = len(text)
        text += f"{say.source} {say.cue} {say.content}.\n"
        places.append((start, start + len(say.source) + 1, start + len(say.source) + len(say.cue) + 2))
    own_start = len(text)
    text += f"{own}\n" if own else ""
    sha256 = text_sha256(text)
    id = "t" + hashlib.sha256(f"{url} {sha256}".encode()).hexdigest()[:8]
    capture = Capture(
        name=url, data=text.encode(), media=Media.RECORD, id=id, url=url, publisher=publisher,
        published=published, title=title, retrieved=retrieved,
    )  # fmt: skip
    document = Document(
        id=id, name=url, text=text, sha256=sha256, language="en", cleaner=cleaner, title=title,
        title_is_separate=True, title_sha256=text_sha256(title), url=url, publisher=publisher,
        published=published,
    )  # fmt: skip
    attributions = tuple(_attribution(text, sha256, say, at) for say, at in zip(sayings, places, strict=True))
    statements = (_statement(text, sha256, (own_start, own_start + len(own))),) if own else ()
    return Article(
        capture,
        document,
        Reading(document=document, attributions=attributions, reader=reader, own_voice=statements),
    )


def put(ledger: Ledger, *articles: Article, added: str = ADDED) -> None:
    """Put articles in, in one transaction."""
    with ledger.transaction():
        for one in articles:
            ledger.put(one.capture, one.document, one.reading, added)


def _key(name: str) -> str:
    """The name as a reader folds it."""
    return name.casefold().replace("ø", "o").replace("ö", "o").replace("é", "e")


def _attribution(text: str, sha256: str, say: Say, at: tuple[int, int, int]) -> Attribution:
    start, cue, content = at
    source: Spans = ((start, start + len(say.source)),)
    cues: Spans = ((cue, cue + len(say.cue)),)
    whole: Spans = ((content, content + len(say.content)),)
    pieces, from_ = [], content
    for words in say.content.split("; "):
        pieces.append((from_, from_ + len(words)))
        from_ += len(words) + 2
    return Attribution(
        id=_identity("a", sha256, source, whole), source=source, cue=cues, content=whole,
        quote_type=QuoteType.INDIRECT, parent=None, confidence=0.9,
        receipt=make_receipt(text, sha256, source, cues, whole), speaker=say.who,
        claims=tuple(
            Claim(
                id=_identity("c", sha256, source, (piece,)), content=(piece,), confidence=0.9,
                receipt=make_receipt(text, sha256, source, cues, (piece,)), meaning=say.meaning,
            )
            for piece in pieces
        ),
    )  # fmt: skip


def _statement(text: str, sha256: str, span: Span) -> Statement:
    return Statement(
        id=_identity("s", sha256, (), (span,)), content=(span,),
        receipt=make_receipt(text, sha256, (), (), (span,)), meaning=meaning(), why=("event",),
    )  # fmt: skip


def _identity(kind: str, sha256: str, source: Spans, content: Spans) -> str:
    return kind + hashlib.sha256(f"{sha256} text {content} {source}".encode()).hexdigest()[:16]
