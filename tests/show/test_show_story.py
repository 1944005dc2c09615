"""A news article read by hand: places, people and outlets are invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from test_show_builders import DIRECT, MIXED, Where, at, attribution, document, find, statement
from test_show_meanings import meaning

from counterclaim.model.document import Document, Link, LinkKind, Mark, MarkKind
from counterclaim.model.meaning import (
    Bound,
    Certainty,
    Evidence,
    EvidenceKind,
    Orientation,
    Place,
    Polarity,
    Precision,
    Quantity,
    Speaker,
    SpeakerKind,
    Time,
)
from counterclaim.model.reading import Attribution, Reading, Statement
from counterclaim.model.span import Spans

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
    return Reading(
        document=doc,
        attributions=tuple(_story_rows(doc)),
        reader="0.1.0",
        own_voice=tuple(_story_statements(doc)),
    )


def _story_rows(doc: Document) -> Iterator[Attribution]:
    def row(name: str, source: Spans, cue: Where, content: Spans, **more: Any) -> Attribution:
        return attribution(doc, name, source, at(STORY, cue), content, **more)

    def words(*where: Where) -> Spans:
        return at(STORY, *where)

    lorvan_state = Speaker(name="Lorvan", kind=SpeakerKind.STATE, party="Lorvan", key="lorvan")
    head = words("Lorvan")
    yield row(
        "headline", head, "says", words("its river exercise is over"), confidence=0.83, speaker=lorvan_state
    )
    yield _ministry(row, words)
    yield _brill(row, words)
    told = words("that the Tessany government had warned her the crossing “could come within days”")
    brill = Speaker(name="Oda Brill", kind=SpeakerKind.PERSON, party="Concord", key="oda brill")
    by_brill = words(("Brill", "over the weekend"))
    yield row("told", by_brill, "told reporters", told, quote_type=MIXED, confidence=0.91, speaker=brill)
    yield _warning(row, words)
    asked = words("Tessany has asked for aerial pictures of the eastern bank")
    unnamed = Speaker(kind=SpeakerKind.ANONYMOUS)
    officials = words("two officials familiar with the talks")
    yield row("officials", officials, "According to", asked, confidence=0.88, speaker=unnamed)
    pictures = words("for aerial pictures of the eastern bank")
    asks = meaning(
        polarity=Polarity.NONE,
        certainty=Certainty.UNKNOWN,
        orientation=Orientation.REQUEST,
        asks_for_evidence=True,
    )
    tessany = words(("Tessany", "talks, "))
    of_tessany = Speaker(name="Tessany", kind=SpeakerKind.STATE, party="Tessany", key="tessany")
    yield row(
        *("asked", tessany, "has asked", pictures),
        parent="officials",
        confidence=0.6421,
        speaker=of_tessany,
        meanings=(asks,),
    )
    yield from _envoy(row, words)
    talks = words("No date has been set for the next round of talks")
    nobody = Speaker(reason="no source is named")
    denial = meaning(polarity=Polarity.DENIES)
    yield row("unnamed", (), "it was said", talks, confidence=0.45, speaker=nobody, meanings=(denial,))


def _ministry(row: Any, words: Any) -> Attribution:
    first = "the exercise along the river Ansel had ended"
    second = "that all units were returning to their barracks"
    ended = words(f"that {first} and {second}")
    video = Evidence(
        kind=EvidenceKind.VIDEO,
        spans=words("a video"),
        shows=words("a column of trucks crosses a bridge at night"),
        supplied_by="Lorvan",
        url="https://ministry.example/video?a=1&b=2",
    )
    river = Place(
        span=find(STORY, "Ansel"),
        name="Ansel",
        country="XX",
        precision=Precision.FEATURE,
        reason="one of several of this name",
    )
    said = {"said": "2031-03-10", "said_in_text": True}
    past = meaning(
        orientation=Orientation.PAST,
        places=(river,),
        evidence_offered=EvidenceKind.VIDEO,
        evidence=(video,),
        **said,
    )
    return row(
        *("ended", words("The Lorvan defence ministry"), "said", ended),
        claims=(words(first), words(second)),
        confidence=0.96,
        speaker=Speaker(
            name="Ministry of Defence of Lorvan",
            kind=SpeakerKind.ORGANISATION,
            party="Lorvan",
            key="lorvan defence",
        ),
        meanings=(past, meaning(**said)),
    )


def _brill(row: Any, words: Any) -> Attribution:
    first = "“We have not seen a single battalion leave,”"
    second = "“On the contrary, two more bridges were laid over the weekend.”"
    seen = Evidence(kind=EvidenceKind.WITNESSED, spans=words("We have not seen"))
    bridges = Quantity(
        value=2,
        low=2,
        high=2,
        bound=Bound.EXACTLY,
        unit="bridges",
        of="bridges",
        span=find(STORY, "two more bridges"),
    )
    weekend = Time(span=find(STORY, "over the weekend"), edtf="2031-03-08/2031-03-09")
    return row(
        *("brill", words("Oda Brill, who leads the Concord alliance"), ("said", first), words(first, second)),
        quote_type=DIRECT,
        claims=(words(first), words(second)),
        confidence=0.99,
        speaker=Speaker(name="Oda Brill", kind=SpeakerKind.PERSON, party="Concord", key="oda brill"),
        meanings=(
            meaning(polarity=Polarity.DENIES, evidence_offered=EvidenceKind.WITNESSED, evidence=(seen,)),
            meaning(orientation=Orientation.PAST, quantities=(bridges,), times=(weekend,)),
        ),
    )


def _warning(row: Any, words: Any) -> Attribution:
    soon = Time(span=find(STORY, "within days"), edtf="2031-03-10/2031-03-14~")
    crossing = meaning(
        certainty=Certainty.POSSIBLE,
        certainty_word="could",
        certainty_band="roughly even chance (45-55%)",
        orientation=Orientation.FUTURE,
        due="2031-03-10/2031-03-14~",
        times=(soon,),
    )
    return row(
        *("warned", words("the Tessany government"), "had warned"),
        words("the crossing “could come within days”"),
        quote_type=MIXED,
        parent="told",
        confidence=0.78,
        speaker=Speaker(
            name="Tessany government", kind=SpeakerKind.ORGANISATION, party="Tessany", key="tessany"
        ),
        meanings=(crossing,),
    )


def _envoy(row: Any, words: Any) -> Iterator[Attribution]:
    marrow = Speaker(name="Pell Marrow", kind=SpeakerKind.PERSON, party="Lorvan", key="pell marrow")
    never = ("“has never threatened anyone”", "“and it will not begin to do so now”")
    lorvan = words(("Lorvan", "eastern bank"), *never)
    yield row(
        *("envoy", words("its envoy Pell Marrow"), "replied", lorvan),
        quote_type=MIXED,
        confidence=0.95,
        speaker=marrow,
        meanings=(meaning(polarity=Polarity.DENIES, orientation=Orientation.PAST),),
    )
    envoy = words(("He", "so now"))
    fever = meaning(polarity=Polarity.NONE, certainty=Certainty.UNKNOWN, orientation=Orientation.OPINION)
    reports = words("the reports “a fever”")
    yield row(
        "fever", envoy, "called", reports, quote_type=MIXED, confidence=0.7, speaker=marrow, meanings=(fever,)
    )
    soldiers = Quantity(
        value=12000,
        low=12000,
        high=12000,
        bound=Bound.EXACTLY,
        unit="people",
        of="soldiers",
        span=find(STORY, "12,000 soldiers"),
    )
    home = meaning(orientation=Orientation.COMMITMENT, due="../2031-03-31", quantities=(soldiers,))
    by_then = words("that 12,000 soldiers would be home by the end of the month")
    yield row("added", envoy, "added", by_then, confidence=0.93, speaker=marrow, meanings=(home,))


def _story_statements(doc: Document) -> Iterator[Statement]:
    thursday = Time(span=find(STORY, "on Thursday"), edtf="2031-03-13")
    yield statement(doc, "video", at(STORY, "a column of trucks crosses a bridge at night"), ("event",))
    yield statement(
        doc,
        "grain",
        at(STORY, "A decision on the grain corridor is expected on Thursday."),
        ("date", "event"),
        meaning(orientation=Orientation.FUTURE, due="2031-03-13", times=(thursday,)),
    )


def test_all_speakers_but_two_are_resolved():
    assert [row.id for row in story().attributions if row.speaker.name is None] == [
        "attribution-officials",
        "attribution-unnamed",
    ]
