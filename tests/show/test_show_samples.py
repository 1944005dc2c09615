"""Readings made by hand for the other tests of `show`: places, people and outlets are invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from counterclaim.model.document import Document, Field, Link, LinkKind, Mark, MarkKind
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading
from counterclaim.model.receipt import holds, make_receipt, text_sha256
from counterclaim.model.span import Span, Spans

DIRECT, MIXED, INDIRECT = QuoteType.DIRECT, QuoteType.MIXED, QuoteType.INDIRECT

STORY = """\
Lorvan says its river exercise is over; neighbours ask to see it

Lorvan says its river exercise is over; neighbours ask to see it | World

The Lorvan defence ministry said on Monday that the exercise along the river Ansel had ended and that all \
units were returning to their barracks. It published a video in which a column of trucks crosses a bridge at \
night.

What the neighbours say

“We have not seen a single battalion leave,” said Oda Brill, who leads the Concord alliance. “On the \
contrary, two more bridges were laid over the weekend.”

Brill told reporters that the Tessany government had warned her the crossing “could come within days”. \
According to two officials familiar with the talks, Tessany has asked for aerial pictures of the eastern bank.

Lorvan “has never threatened anyone”, its envoy Pell Marrow replied, “and it will not begin to do so now”. \
He called the reports “a fever”, and added that 12,000 soldiers would be home by the end of the month. A \
decision on the grain corridor is expected on Thursday.

No date has been set for the next round of talks, it was said.

Sign up for our morning letter.
"""
TITLE = "Envoy: we will not begin now"
SCRIPT = "<script>alert('one')</script> that \u202eeverything\u202c was \x1b[31mcalm\x1b[0m & \x07quiet"
HOSTILE = (
    f"A spokesman said {SCRIPT}.\r\n"
    '<b>Read more</b> & "more" at the harbour, {{ 7 * 7 }} {% raw %} he added.\n'
)


def find(text: str, words: str, after: str = "") -> Span:
    """Where the words stand for the first time after some other words."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return (start, start + len(words))


def document(text: str, **fields: Any) -> Document:
    given = {"id": "harbour-1", "name": "story.txt", "language": "en", "cleaner": "0.1.0", **fields}
    title = given.get("title")
    if given.get("title_is_separate"):
        given["title_sha256"] = text_sha256(str(title))
    return Document(text=text, sha256=text_sha256(text), **given)


def attribution(
    doc: Document,
    number: str,
    source: Spans,
    cue: Spans,
    content: Spans,
    quote_type: QuoteType = INDIRECT,
    parent: str | None = None,
    confidence: float = 0.9,
    claims: tuple[Spans, ...] = (),
    field: Field = Field.TEXT,
) -> Attribution:
    """An attribution with receipts; without claims given, the content is one claim."""
    text = doc.text if field is Field.TEXT else doc.title or ""
    sha256 = text_sha256(text)
    return Attribution(
        id=f"attribution-{number}",
        source=source,
        cue=cue,
        content=content,
        quote_type=quote_type,
        parent=parent and f"attribution-{parent}",
        confidence=confidence,
        receipt=make_receipt(text, sha256, source, cue, content, field),
        claims=tuple(
            Claim(
                id=f"claim-{number}-{index}",
                content=spans,
                confidence=confidence,
                receipt=make_receipt(text, sha256, source, cue, spans, field),
            )
            for index, spans in enumerate(claims or (content,))
        ),
        field=field,
    )


Where = str | tuple[str, str]  # words, or words and what stands before them


def at(text: str, *where: Where) -> Spans:
    """Spans of words, one after another."""
    return tuple(find(text, *([words] if isinstance(words, str) else words)) for words in where)


def story() -> Reading:
    """A news article with nested and discontinuous contents, marks, links and headlines."""
    second = find(STORY, "Lorvan says", after="\n")[0]
    third = STORY.index("\n\n", second)
    letter = find(STORY, "Sign up for our morning letter.")
    doc = document(
        STORY,
        id="harbour-courier-2031-03-10",
        title="Lorvan says its river exercise is over; neighbours ask to see it",
        publisher="The Harbour Courier",
        published="2031-03-10",
        url="https://courier.example/lorvan",
        headlines=((0, second - 2), find(STORY, "What the neighbours say")),
        marks=(Mark(second, third, MarkKind.REPEATED_HEADLINE), Mark(*letter, MarkKind.BOILERPLATE)),
        links=(
            Link(*find(STORY, "a video"), "https://ministry.example/video?a=1&b=2", LinkKind.LINK),
            Link(*find(STORY, "aerial pictures"), "javascript:alert(1)", LinkKind.LINK),
            Link(third + 1, third + 1, "https://ministry.example/bridge.mp4", LinkKind.VIDEO),
        ),
    )
    return Reading(document=doc, attributions=tuple(_story_rows(doc)), reader="0.1.0")


def _story_rows(doc: Document) -> Iterator[Attribution]:
    def row(name: str, source: Spans, cue: Where, content: Spans, **more: Any) -> Attribution:
        return attribution(doc, name, source, at(STORY, cue), content, **more)

    def words(*where: Where) -> Spans:
        return at(STORY, *where)

    yield row("headline", words("Lorvan"), "says", words("its river exercise is over"), confidence=0.83)
    first = "the exercise along the river Ansel had ended"
    second = "that all units were returning to their barracks"
    claims = (words(first), words(second))
    ended = words(f"that {first} and {second}")
    yield row("ended", words("The Lorvan defence ministry"), "said", ended, claims=claims, confidence=0.96)
    first = "“We have not seen a single battalion leave,”"
    second = "“On the contrary, two more bridges were laid over the weekend.”"
    claims = (words(first), words(second))
    brill = words("Oda Brill, who leads the Concord alliance")
    said = words(first, second)
    yield row("brill", brill, ("said", first), said, quote_type=DIRECT, claims=claims, confidence=0.99)
    told = words("that the Tessany government had warned her the crossing “could come within days”")
    yield row("told", words(("Brill", second)), "told reporters", told, quote_type=MIXED, confidence=0.91)
    warned = words("the crossing “could come within days”")
    tessany = words("the Tessany government")
    yield row("warned", tessany, "had warned", warned, quote_type=MIXED, parent="told", confidence=0.78)
    asked = words("Tessany has asked for aerial pictures of the eastern bank")
    yield row(
        "officials", words("two officials familiar with the talks"), "According to", asked, confidence=0.88
    )
    pictures = words("for aerial pictures of the eastern bank")
    tessany = words(("Tessany", "talks, "))
    yield row("asked", tessany, "has asked", pictures, parent="officials", confidence=0.6421)
    never = ("“has never threatened anyone”", "“and it will not begin to do so now”")
    lorvan = words(("Lorvan", "eastern bank"), *never)
    yield row("envoy", words("its envoy Pell Marrow"), "replied", lorvan, quote_type=MIXED, confidence=0.95)
    envoy = words(("He", "so now"))
    yield row("fever", envoy, "called", words("the reports “a fever”"), quote_type=MIXED, confidence=0.7)
    home = words("that 12,000 soldiers would be home by the end of the month")
    yield row("added", envoy, "added", home, confidence=0.93)
    talks = words("No date has been set for the next round of talks")
    yield row("unnamed", (), "it was said", talks, confidence=0.45)


def titled() -> Reading:
    """A corpus record: one long paragraph, and a title that is a text of its own."""
    sentences = [f"Pell Marrow said on day {day} that the bridge was open." for day in range(1, 31)]
    text = " ".join(sentences)
    doc = document(text, id="record-7", title=TITLE, title_is_separate=True, publisher="Ansel Gazette")
    envoy, promise = at(TITLE, "Envoy"), at(TITLE, "we will not begin now")
    rows = [attribution(doc, "title", envoy, (), promise, DIRECT, field=Field.TITLE, confidence=0.8)]
    for day, sentence in enumerate(sentences, start=1):
        start = text.index(sentence)
        source = ((start, start + len("Pell Marrow")),)
        cue, content = at(text, ("said", text[:start])), at(text, ("that the bridge was open", text[:start]))
        rows.append(attribution(doc, str(day), source, cue, content))
    return Reading(document=doc, attributions=tuple(rows), reader="0.1.0")


def hostile() -> Reading:
    """An article, with its title, names and links, that tries to be more than text."""
    doc = document(
        HOSTILE,
        id="\"><script>alert('id')</script>",
        title="</title><script>alert('title')</script>\u202e",
        publisher="\x1b]0;owned\x07 <img src=x onerror=alert(1)>",
        published="2031-03-11",
        language='en" onload="alert(1)',
        links=(
            Link(*find(HOSTILE, "Read more"), "JaVaScRiPt:alert(2)", LinkKind.LINK),
            Link(*find(HOSTILE, "harbour"), 'https://x.example/"onclick="alert(3)', LinkKind.LINK),
        ),
    )
    row = attribution(doc, "calm", at(HOSTILE, "A spokesman"), at(HOSTILE, "said"), at(HOSTILE, SCRIPT))
    return Reading(document=doc, attributions=(row,), reader="0.1.0")


def not_read() -> Reading:
    """A document that is left alone."""
    text = "Die Brücke ist wieder offen, sagte der Sprecher."
    reason = "language German is not read"
    doc = document(text, id="ansel-9", language="de", title="Brücke offen", not_read=reason)
    return Reading(document=doc, attributions=(), reader="0.1.0")


ALL = [story, titled, hostile, not_read]


@pytest.mark.parametrize("sample", ALL)
def test_receipts_of_the_samples_hold(sample):
    reading = sample()
    for row in reading.attributions:
        text = reading.document.text if row.field is Field.TEXT else reading.document.title
        assert holds(row.receipt, text)
        assert all(holds(claim.receipt, text) for claim in row.claims)
