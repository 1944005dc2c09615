"""Made-up news of any length: documents with readings that are like real ones in number and size.

Words, names and parties follow Zipf's law over a made-up vocabulary, from a seeded
generator, so that a few are very common and most are rare.  The averages are those of
84 newspaper articles as the reader reads them (NewsWCL50, November 2026): 17 claims a document,
1.07 claims an attribution, 14.5 words and 84 characters a claim, 153 characters of text a claim,
1.1 spans a claim, 43% of claims with quantities, times, places or evidence, 0.14 own statements a claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from counterclaim.model.document import Capture, Document, Media
from counterclaim.model.meaning import (
    Bound,
    Certainty,
    Evidence,
    EvidenceKind,
    Meaning,
    Orientation,
    Place,
    Polarity,
    Precision,
    Quantity,
    Speaker,
    SpeakerKind,
    Time,
)
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading, Statement
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.model.span import Span, Spans

VOCABULARY = 60_000
NAMES = 40_000
PARTIES = 400
OUTLETS = 2_000
CLAIMS_A_DOCUMENT = 17
TOPIC = 50  # words that a document comes back to
OF_TOPIC = 0.42  # share of such words; zlib then packs a text to 47% of its size, as it does real ones
VERSIONS = 0.02  # share of documents that are an edited version of the one before

_HEAD = """the of to and in a that for is on was with as by it at from be has are were have will this its not
an or had they which been their would more said we but there who also after can if than new over one no all
about other when up out could what i first against so some two only time before during many people last
may""".split()
_ONSETS = "b br c ch d f g gr h k l m n p pr qu r s sh st t tr v w z".split()
_NUCLEI = "a e i o u ai ea ie ou".split()
_CODAS = ("", "", "", "n", "r", "l", "s", "t", "nd", "m", "ck")
_FIRST_DAY = date(2021, 1, 1)
_DAYS = 5 * 365


@dataclass(frozen=True)
class Made:
    """What goes into a ledger with one `put`."""

    capture: Capture
    document: Document
    reading: Reading


class News:
    """Documents from one seed, always the same ones in the same order."""

    def __init__(self, seed: int = 4) -> None:
        self._random = np.random.default_rng(seed)
        self.words = [*_HEAD, *self._made_words(VOCABULARY - len(_HEAD), set(_HEAD))]
        surnames = self._made_names(NAMES // 4)
        firsts = self._made_names(600)
        self.names = [
            f"{firsts[int(self._random.integers(len(firsts)))]} {surnames[rank % len(surnames)]}"
            for rank in range(NAMES)
        ]
        self.parties = self._made_names(PARTIES)
        self.outlets = [f"The {name} Times" for name in self._made_names(OUTLETS)]
        self._party_of = self._zipf(PARTIES, 1.0, NAMES)
        self._made = 0

    def documents(self, claims: int) -> Iterator[Made]:
        """Documents until they hold at least so many claims."""
        told, last = 0, None
        while told < claims:
            if last is not None and self._random.random() < VERSIONS:
                made, last = self._edited(last), None
            else:
                made = last = self._document()
            told += sum(len(one.claims) for one in made.reading.attributions)
            yield made

    def _zipf(self, kinds: int, exponent: float, number: int, shift: float = 2.7) -> np.ndarray:
        """Ranks drawn by the law of Zipf and Mandelbrot."""
        weights = 1.0 / (np.arange(kinds) + 1 + shift) ** exponent
        return np.searchsorted(np.cumsum(weights / weights.sum()), self._random.random(number))

    def _made_words(self, number: int, taken: set[str]) -> list[str]:
        """So many different words, the short ones first, as in a language."""
        words = set(taken)
        while len(words) < number + len(taken):
            syllables = int(self._random.integers(1, 5))
            words.add("".join(self._syllable() for _ in range(syllables)))
        return sorted(words - taken, key=lambda word: (len(word) // 3, hashlib.md5(word.encode()).digest()))

    def _made_names(self, number: int) -> list[str]:
        return [word.capitalize() for word in self._made_words(number * 2, set()) if len(word) > 4][:number]

    def _syllable(self) -> str:
        parts = (_ONSETS, _NUCLEI, _CODAS)
        return "".join(part[int(self._random.integers(len(part)))] for part in parts)

    def _document(self) -> Made:
        number = max(1, int(self._random.gamma(2.5, CLAIMS_A_DOCUMENT / 2.5) + 0.5))
        day = _FIRST_DAY + timedelta(days=int(self._random.integers(_DAYS)))
        url = f"https://news{self._made % OUTLETS}.example/{day:%Y/%m/%d}/{self._made}"
        return self._written(self._drafts(number), url, day, f"{day}T12:00:00Z")

    def _edited(self, before: Made) -> Made:
        """The same article with one claim taken out and a word of another changed."""
        drafts = self._last_drafts
        words = drafts[0].content.split()
        content = " ".join([*words[:-1], "amended"])
        first = _Draft(drafts[0].speaker, drafts[0].source, content, drafts[0].rest)
        kept = [first, *drafts[2:]]
        day = date.fromisoformat(before.capture.published or "")
        return self._written(kept, before.capture.url or "", day, f"{day + timedelta(days=1)}T12:00:00Z")

    def _drafts(self, number: int) -> list[_Draft]:
        lengths = np.maximum(3, self._random.gamma(3.0, 15.7 / 3.0, number) + 0.5).astype(int)
        rests = np.maximum(1, self._random.gamma(3.0, 8.0 / 3.0, number) + 0.5).astype(int)
        count = int(lengths.sum() + rests.sum())
        topic = self._zipf(VOCABULARY, 1.05, TOPIC)
        of_topic = self._random.random(count) < OF_TOPIC
        ranks = self._zipf(VOCABULARY, 1.05, count)
        ranks[of_topic] = topic[self._random.integers(TOPIC, size=int(of_topic.sum()))]
        words = [self.words[rank] for rank in ranks]
        people = self._zipf(NAMES, 1.0, number)
        drafts, at = [], 0
        for length, rest, person in zip(lengths, rests, people, strict=True):
            content, after = words[at : at + length], words[at + length : at + length + rest]
            at += length + rest
            told, rest_told = " ".join(content), " ".join(after).capitalize()
            drafts.append(_Draft(int(person), self._source(int(person)), told, rest_told))
        self._last_drafts = drafts
        return drafts

    def _source(self, person: int) -> str:
        drawn = self._random.random()
        if drawn < 0.25:
            return "He"
        return self.names[person] if drawn < 0.8 else f"The spokesman {self.names[person]}"

    def _written(self, drafts: list[_Draft], url: str, day: date, retrieved: str) -> Made:
        pieces, places, at = [], [], 0
        for draft in drafts:
            lead = f"{draft.source} said that "
            pieces.append(f"{lead}{draft.content}. {draft.rest}.\n")
            places.append((at, at + len(draft.source), at + len(lead), at + len(lead) + len(draft.content)))
            at += len(pieces[-1])
        text = "".join(pieces)
        sha256 = text_sha256(text)
        self._made += 1
        title = f"{drafts[0].rest} {drafts[-1].rest}"[:70]
        publisher = self.outlets[self._made % OUTLETS]
        capture = Capture(
            name=url, data=text.encode(), media=Media.RECORD, id=f"made-{self._made}", url=url,
            publisher=publisher, published=day.isoformat(), title=title, retrieved=retrieved,
        )  # fmt: skip
        document = Document(
            id=capture.id, name=url, text=text, sha256=sha256, language="en", cleaner="made/1", title=title,
            title_is_separate=True, title_sha256=text_sha256(title), url=url, publisher=publisher,
            published=day.isoformat(),
        )  # fmt: skip
        return Made(capture, document, self._reading(document, drafts, places))

    def _reading(
        self, document: Document, drafts: list[_Draft], places: list[tuple[int, int, int, int]]
    ) -> Reading:
        attributions = []
        for draft, (source, source_end, start, end) in zip(drafts, places, strict=True):
            contents = self._claim_spans(document.text, start, end)
            at = (source, source_end)
            cue = (source_end + 1, source_end + 5)
            claims = tuple(self._claim(document, at, cue, content) for content in contents)
            whole = ((start, end),)
            attributions.append(
                Attribution(
                    id=_identity("a", document.sha256, (at,), whole),
                    source=(at,),
                    cue=(cue,),
                    content=whole,
                    quote_type=QuoteType.INDIRECT,
                    parent=None,
                    confidence=claims[0].confidence,
                    receipt=make_receipt(document.text, document.sha256, (at,), (cue,), whole),
                    claims=claims,
                    speaker=self._speaker(draft.speaker),
                )
            )
        own = tuple(
            self._statement(document, (end + 2, end + 2 + len(draft.rest)))
            for draft, (_, _, _, end) in zip(drafts, places, strict=True)
            if self._random.random() < 0.135
        )
        return Reading(document=document, attributions=tuple(attributions), reader="made/1", own_voice=own)

    def _claim_spans(self, text: str, start: int, end: int) -> list[Spans]:
        """One claim, seldom two; seldom with a gap."""
        drawn = self._random.random()
        middle = text.find(" ", (start + end) // 2, end)
        if middle < 0 or drawn > 0.17:
            return [((start, end),)]
        if drawn < 0.07:
            return [((start, middle),), ((middle + 1, end),)]
        return [((start, middle - 1), (middle + 1, end))]

    def _claim(self, document: Document, source: Span, cue: Span, content: Spans) -> Claim:
        return Claim(
            id=_identity("c", document.sha256, (source,), content), content=content,
            confidence=round(float(self._random.beta(6, 1.5)), 3),
            receipt=make_receipt(document.text, document.sha256, (source,), (cue,), content),
            meaning=self._meaning(document, content[0]),
        )  # fmt: skip

    def _statement(self, document: Document, span: Span) -> Statement:
        return Statement(
            id=_identity("s", document.sha256, (), (span,)), content=(span,),
            receipt=make_receipt(document.text, document.sha256, (), (), (span,)),
            meaning=self._meaning(document, span), why=("quantity",),
        )  # fmt: skip

    def _meaning(self, document: Document, span: Span) -> Meaning:
        random = self._random
        said = document.published
        polarity = tuple(Polarity)[int(np.searchsorted((0.8, 0.9), random.random()))]
        orientation = tuple(Orientation)[int(random.integers(6))]
        unsure = random.random() < 0.15
        filled = random.random() < 0.43
        drawn = random.random()
        start = span[0]
        place = Place(span=(start, start + 5), name=self.parties[int(random.integers(PARTIES))], country="UA",
                      precision=Precision.SETTLEMENT, latitude=50.45466, longitude=30.5238)  # fmt: skip
        quantity = Quantity(value=1200, low=1200, high=None, bound=Bound.MORE_THAN, unit="people",
                            of="soldiers", span=(start, start + 9))  # fmt: skip
        evidence = Evidence(kind=EvidenceKind.ANOTHER_SOURCE, spans=((start, start + 7),),
                            supplied_by="the ministry")  # fmt: skip
        time = Time(span=(start, start + 6), edtf=said)
        return Meaning(
            polarity=polarity, certainty=Certainty.POSSIBLE if unsure else Certainty.CERTAIN,
            certainty_word="may" if unsure else None, orientation=orientation, said=said,
            said_in_text=random.random() < 0.2, due=said if orientation is Orientation.FUTURE else None,
            quantities=(quantity,) if filled and drawn < 0.4 else (),
            times=(time,) if filled and drawn > 0.4 else (),
            places=(place,) if filled and 0.25 < drawn < 0.65 else (),
            evidence=(evidence,) if filled and drawn > 0.8 else (),
            evidence_offered=EvidenceKind.ANOTHER_SOURCE if filled and drawn > 0.8 else EvidenceKind.NONE,
        )  # fmt: skip

    def _speaker(self, person: int) -> Speaker:
        if person % 10 == 9:
            return Speaker(reason="the text names nobody")
        name = self.names[person]
        party = None if person % 3 == 2 else self.parties[int(self._party_of[person])]
        return Speaker(name=name, kind=SpeakerKind.PERSON, party=party, key=name.lower())


@dataclass(frozen=True)
class _Draft:
    """What one attribution is to say, before it stands in a text."""

    speaker: int
    source: str
    content: str
    rest: str


def _identity(kind: str, sha256: str, source: Spans, content: Spans) -> str:
    return kind + hashlib.sha256(f"{sha256} text {content} {source}".encode()).hexdigest()[:16]
