"""A small ledger by hand: invented places, three parties, every kind of answer, and text that means harm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counterclaim.model.docket import Bearing, DueState, Forecast, Telling, Window
from counterclaim.model.document import Document
from counterclaim.model.inquiry import (
    Answered,
    BearingShown,
    CampShown,
    Counted,
    DisputeShown,
    ForecastShown,
    QuestionPage,
    Related,
    SeriesShown,
    Shifted,
    Teller,
)
from counterclaim.model.listing import ClaimRow, Standing, Stats
from counterclaim.model.meaning import (
    Bound,
    Certainty,
    Evidence,
    EvidenceKind,
    Meaning,
    Orientation,
    Polarity,
    Quantity,
    Speaker,
    SpeakerKind,
)
from counterclaim.model.question import (
    Answer,
    Camp,
    Dispute,
    Position,
    Question,
    QuestionForm,
    Shift,
    ShiftKind,
)
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading, Statement
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.model.relation import ContradictionKind, Relation, RelationKind
from counterclaim.model.series import Point, Series
from counterclaim.model.span import Span
from counterclaim.show.report.contents import Contents

HOSTILE = "<script>alert('x')</script> & \u202etxt.exe\u202c <img src=x onerror=alert(1)>"
LORVAN = (
    "Units are home, Lorvan says\n\n"
    "The Lorvan ministry said that all units had returned to their barracks. It showed a film.\n\n"
    "“We have counted 12,000 soldiers by the river,” said Oda Brill of the Concord alliance.\n\n"
    f"“{HOSTILE},” said Pell Marrow, and promised that the bridges would be gone by Friday.\n\n"
    "The river is 300 km long."
)
BRILL = (
    "“We have not seen a single battalion leave,” said Oda Brill of the Concord alliance. "
    "Tessany asked for pictures of the eastern bank."
)
DOCUMENTS = {"d" + "1" * 16: (LORVAN, "The Harbour Courier", "2031-03-10")} | {
    "d" + "2" * 16: (BRILL, "Caldane <b>Sentinel</b>", "2031-03-12")
}
FIRST, SECOND = DOCUMENTS
HOME, SOLDIERS, HARM, BRIDGES = ("c" + digit * 16 for digit in "abcd")
NONE_LEFT, PICTURES = ("c" + digit * 16 for digit in "ef")
RIVER = "s" + "9" * 16
PARTIES = {HOME: "Lorvan", SOLDIERS: "Concord", HARM: "Lorvan", BRIDGES: "Lorvan"} | {
    NONE_LEFT: "Concord",
    PICTURES: "Tessany",
}
WORDS = {
    HOME: "that all units had returned to their barracks",
    SOLDIERS: "We have counted 12,000 soldiers by the river",
    HARM: HOSTILE,
    BRIDGES: "that the bridges would be gone by Friday",
    NONE_LEFT: "We have not seen a single battalion leave",
    PICTURES: "for pictures of the eastern bank",
    RIVER: "The river is 300 km long",
}
WHERE = dict.fromkeys((HOME, SOLDIERS, HARM, BRIDGES, RIVER), FIRST) | {NONE_LEFT: SECOND, PICTURES: SECOND}
FILM = Evidence(kind=EvidenceKind.VIDEO, spans=((110, 116),), supplied_by="Lorvan")


def plain(**fields: Any) -> Meaning:
    given = {"polarity": Polarity.AFFIRMS, "certainty": Certainty.CERTAIN, "orientation": Orientation.PAST}
    return Meaning(**(given | fields))


MEANINGS: Mapping[str, Meaning] = {
    HOME: plain(evidence=(FILM,), evidence_offered=EvidenceKind.VIDEO),
    NONE_LEFT: plain(polarity=Polarity.DENIES),
    BRIDGES: plain(orientation=Orientation.COMMITMENT, due="2031-03-14"),
    PICTURES: plain(polarity=Polarity.NONE, orientation=Orientation.REQUEST, asks_for_evidence=True),
}


def span_of(id: str) -> Span:
    """Where the words of a claim or statement stand in its text."""
    text = DOCUMENTS[WHERE[id]][0]
    start = text.index(WORDS[id])
    return start, start + len(WORDS[id])


def reading_of(document: str) -> Reading:
    """The reading of one of the two documents."""
    text, publisher, published = DOCUMENTS[document]
    sha256 = text_sha256(text)
    title = text.split("\n")[0] if document == FIRST else None
    doc = Document(
        id="as it was put",
        name="page.html",
        text=text,
        sha256=sha256,
        language="en",
        cleaner="1",
        title=title,
        publisher=publisher,
        published=published,
        headlines=((0, len(title)),) if title else (),
    )
    made = [
        _attribution(id, text, sha256) for id, place in WHERE.items() if place == document and id[0] == "c"
    ]
    own_voice = (_river(text, sha256),) if document == FIRST else ()
    return Reading(document=doc, attributions=tuple(made), reader="1", own_voice=own_voice)


def _river(text: str, sha256: str) -> Statement:
    """What the outlet states itself."""
    content = (span_of(RIVER),)
    receipt = make_receipt(text, sha256, (), (), content)
    return Statement(id=RIVER, content=content, receipt=receipt, meaning=plain(), why=("quantity",))


def _attribution(id: str, text: str, sha256: str) -> Attribution:
    content = (span_of(id),)
    receipt = make_receipt(text, sha256, (), (), content)
    meaning = MEANINGS.get(id, plain())
    claim = Claim(id=id, content=content, confidence=0.9, receipt=receipt, meaning=meaning)
    return Attribution(
        id="a" + id[1:],
        source=(),
        cue=(),
        content=content,
        quote_type=QuoteType.DIRECT,
        parent=None,
        confidence=0.9,
        receipt=receipt,
        claims=(claim,),
        speaker=Speaker(name=PARTIES[id], kind=SpeakerKind.STATE, party=PARTIES[id], key=PARTIES[id].lower()),
    )


def row(id: str) -> ClaimRow:
    """The claim as lists show it."""
    document = WHERE[id]
    _, publisher, published = DOCUMENTS[document]
    meaning = MEANINGS.get(id, plain())
    return ClaimRow(
        id=id,
        attribution="a" + id[1:],
        document=document,
        title="A title",
        publisher=publisher,
        published=published,
        url=None,
        speaker=PARTIES[id],
        party=PARTIES[id],
        source="",
        words=WORDS[id],
        quote_type=QuoteType.DIRECT,
        polarity=meaning.polarity,
        certainty=meaning.certainty,
        certainty_word=None,
        orientation=meaning.orientation,
        said=published,
        due=meaning.due,
        day=published,
        evidence_offered=meaning.evidence_offered,
        confidence=0.9,
        standing=Standing.CURRENT,
        documents=1,
        added="2031-03-20T00:00:00Z",
    )


def position(id: str, answer: Answer, number: Quantity | None = None) -> Position:
    party, (_, _, day) = PARTIES[id], DOCUMENTS[WHERE[id]]
    return Position(
        claim=(WHERE[id], id),
        answer=answer,
        speaker=party,
        key=party.lower(),
        party=party,
        day=day,
        number=number,
    )


def amount(
    value: float | None, bound: Bound, low: float | None = None, high: float | None = None
) -> Quantity:
    return Quantity(value=value, low=low, high=high, bound=bound, unit="people", of="soldiers", span=(0, 0))


def page_of(id: str, text: str, positions: list[Position], dispute: Dispute | None = None) -> QuestionPage:
    """The page of a question with these answers."""
    name = tuple(one.claim for one in positions)
    question = Question(
        id=id, text=text, form=QuestionForm.YES_OR_NO, claims=name, positions=tuple(positions)
    )
    relation = Relation(
        one=name[0],
        other=name[-1],
        kind=RelationKind.CONTRADICTS,
        confidence=0.91,
        reason="Lorvan: units are home / Concord: none has left; 2 days later, opposite polarity.",
        contradiction=ContradictionKind.DENIAL,
    )
    related = Related(relation=relation, one=row(name[0][1]), other=row(name[-1][1]))
    return QuestionPage(
        question=question,
        answers=tuple(Answered(position=one, row=row(one.claim[1])) for one in positions),
        relations=(related,),
        dispute=dispute,
        shifts=(_shifted(id, text),),
        origins=2,
        outlets=2,
    )


def _shifted(id: str, text: str) -> Shifted:
    before, after = position(SOLDIERS, Answer.YES), position(NONE_LEFT, Answer.NO)
    shift = Shift(
        question=id, side="Concord", before=before, after=after, kind=ShiftKind.REVERSAL, same_speaker=True
    )
    return Shifted(shift=shift, text=text, before=row(SOLDIERS), after=row(NONE_LEFT))


def contents(**fields: Any) -> Contents:
    """All of it; fields given take the place of those here."""
    id, text = "q" + "0" * 16, f"Have the units left? {HOSTILE}"
    camps = (
        Camp(
            says="yes",
            parties=("Lorvan",),
            claims=((FIRST, HOME), (FIRST, HARM)),
            origins=1,
            first_day="2031-03-10",
            last_day="2031-03-10",
        ),
        Camp(
            says="no",
            parties=("Concord",),
            claims=((SECOND, NONE_LEFT),),
            origins=1,
            first_day="2031-03-12",
            last_day="2031-03-12",
        ),
    )
    dispute = Dispute(
        question=id, text=text, camps=camps, parties=2, contradictions=1, strength=0.91,
        last_day="2031-03-12", rank=1.0,
    )  # fmt: skip
    answers = [
        position(HOME, Answer.YES),
        position(HARM, Answer.YES),
        position(BRIDGES, Answer.HEDGED),
        position(PICTURES, Answer.ASKS_FOR_EVIDENCE),
        position(NONE_LEFT, Answer.NO),
    ]
    counted = [
        position(SOLDIERS, Answer.NUMBER, amount(12_000, Bound.EXACTLY)),
        position(NONE_LEFT, Answer.NO),
    ]
    pages = (
        page_of("q" + "1" * 16, "How many soldiers are there?", counted),
        page_of(id, text, answers, dispute),
    )
    shown = DisputeShown(
        dispute=dispute,
        camps=(CampShown(camp=camps[0], rows=(row(HOME),)), CampShown(camp=camps[1], rows=(row(NONE_LEFT),))),
    )
    given: dict[str, Any] = {
        "name": "harbour.db",
        "today": "2031-03-13",
        "stats": stats(),
        "questions": pages,
        "disputes": (shown,),
        "shifts": pages[1].shifts,
        "series": (series(),),
        "forecasts": tuple(forecasts()),
    }
    return Contents(**(given | fields))


def stats() -> Stats:
    """Counts of which most are nothing."""
    counts: dict[str, Any] = dict.fromkeys(Stats.__struct_fields__, 0)
    return Stats(**(counts | {"documents": 2, "claims": 6, "first_day": None, "last_day": None}))


def series() -> SeriesShown:
    """Two counts of parties with bounds, and one in the outlet's own voice."""
    points = (
        point((FIRST, SOLDIERS), amount(12_000, Bound.MORE_THAN), "2031-03-10", "Concord"),
        point((SECOND, NONE_LEFT), amount(None, Bound.BETWEEN, 8_000, 9_000), "2031-03-12", "Lorvan"),
        point((FIRST, RIVER), amount(300, Bound.ABOUT), "2031-03-10", None),
    )
    found = Series(id="n" + "0" * 16, unit="people", of="soldiers", owners=(), places=(), points=points)
    return SeriesShown(
        series=found,
        points=tuple(
            Counted(point=one, row=None if one.own_voice else row(one.claims[0][1])) for one in points
        ),
    )


def point(name: tuple[str, str], quantity: Quantity, day: str, party: str | None) -> Point:
    return Point(
        claims=(name,), quantity=quantity, words="so many soldiers", day=day, speaker=party, party=party,
        own_voice=party is None, origin=name[0],
    )  # fmt: skip


def forecasts() -> list[ForecastShown]:
    """One forecast in each state, the first with a later statement."""
    found = []
    for at, (state, days) in enumerate(
        ((DueState.COMING, 5), (DueState.OVERDUE, -3), (DueState.DUE, 0), (DueState.NO_DATE, None))
    ):
        telling = Telling(
            claim=(FIRST, BRIDGES),
            speaker="Lorvan",
            key="lorvan",
            party="Lorvan",
            day="2031-03-10",
            origin=FIRST,
        )
        forecast = Forecast(
            id=f"f{at:016}",
            words=WORDS[BRIDGES],
            orientation=Orientation.COMMITMENT,
            due="2031-03-14",
            window=Window(first="2031-03-14", last="2031-03-14"),
            tellings=(telling,),
            origins=1,
        )
        bearing = Bearing(
            claim=(SECOND, NONE_LEFT), day="2031-03-12", days=2, shared=("battalion",), weight=1.0
        )
        later = BearingShown(bearing=bearing, words=WORDS[NONE_LEFT], row=row(NONE_LEFT))
        found.append(
            ForecastShown(
                forecast=forecast,
                state=state,
                days=days,
                tellers=(Teller(telling=telling, row=row(BRIDGES)),),
                bearing=() if at else (later,),
            )
        )
    return found
