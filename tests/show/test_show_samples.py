"""Readings made by hand for the other tests of `show`: places, people and outlets are invented."""

from __future__ import annotations

import pytest
from test_show_builders import DIRECT, at, attribution, document, find, statement
from test_show_meanings import hostile_meaning
from test_show_story import story

from counterclaim.model.document import Field, Link, LinkKind
from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.reading import Reading
from counterclaim.model.receipt import holds

TITLE = "Envoy: we will not begin now"
SCRIPT = "<script>alert('one')</script> that \u202eeverything\u202c was \x1b[31mcalm\x1b[0m & \x07quiet"
BAD = "<script>alert('two')</script>\u202e\x1b[31m"
HOSTILE = (
    f"A spokesman said {SCRIPT}.\r\n"
    '<b>Read more</b> & "more" at the harbour, {{ 7 * 7 }} {% raw %} he added.\n'
)


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
    own_voice = (statement(doc, "title", at(TITLE, "now"), ("date",), field=Field.TITLE),)
    return Reading(document=doc, attributions=tuple(rows), reader="0.1.0", own_voice=own_voice)


def bare() -> Reading:
    """A reading in which all that may be left out is left out."""
    doc = document("The bridge, it was said, is open. It was closed for days.", title=None)
    said = attribution(doc, "bare", (), (), at(doc.text, "is open"))
    return Reading(
        document=doc,
        attributions=(said,),
        reader="0.1.0",
        own_voice=(statement(doc, "bare", at(doc.text, "It was closed for days.")),),
    )


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
    spans = at(HOSTILE, SCRIPT)
    meant = hostile_meaning(BAD, spans)
    bad = Speaker(name=BAD, kind=SpeakerKind.PERSON, party=f"{BAD}!", key=BAD, reason=BAD)
    source, cue = at(HOSTILE, "A spokesman"), at(HOSTILE, "said")
    row = attribution(doc, "calm", source, cue, spans, speaker=bad, meanings=(meant,))
    own = statement(doc, "own", at(HOSTILE, "Read more"), (BAD,), meant)
    return Reading(document=doc, attributions=(row,), reader="0.1.0", own_voice=(own,))


def not_read() -> Reading:
    """A document that is left alone."""
    text = "Die Brücke ist wieder offen, sagte der Sprecher."
    reason = "language German is not read"
    doc = document(text, id="ansel-9", language="de", title="Brücke offen", not_read=reason)
    return Reading(document=doc, attributions=(), reader="0.1.0")


ALL = [story, titled, hostile, not_read, bare]


@pytest.mark.parametrize("sample", ALL)
def test_receipts_of_the_samples_hold(sample):
    reading = sample()
    for row in reading.attributions:
        text = reading.document.text if row.field is Field.TEXT else reading.document.title
        assert holds(row.receipt, text)
        assert all(holds(claim.receipt, text) for claim in row.claims)
    for own in reading.own_voice:
        assert holds(
            own.receipt, reading.document.text if own.field is Field.TEXT else reading.document.title
        )
