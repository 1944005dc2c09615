"""Whom sources stand for, in invented documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model.document import Document
from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.fold import fold
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers import resolve_speakers

Parser = Callable[[str], Parse]


def _document(text: str, title: str | None = None, published: str | None = "2022-02-10") -> Document:
    return Document(
        id="d", name="d", text=text, sha256="", language="en", cleaner="", title=title, published=published
    )


@pytest.fixture
def speakers(parse: Parser) -> Callable[..., list[Speaker]]:
    """Speakers of a text, one for each of the sources named in order, whose contents are given."""

    def resolve(text: str, *pairs: tuple[str, str], title: str | None = None) -> list[Speaker]:
        said, at = [], 0
        for source, content in pairs:
            start = text.index(content, 0)
            contents: Spans = ((start, start + len(content)),)
            sources: Spans = ()
            if source:
                found = text.index(source, at)
                sources, at = ((found, found + len(source)),), found + len(source)
            kind = QuoteType.DIRECT if content[0] in '“"' else QuoteType.INDIRECT
            said.append(Said(sources, (), contents, kind, None, (contents,)))
        document = _document(text, title)
        return list(resolve_speakers(document, parse(text), said, Aliases.packaged()))

    return resolve


def test_a_surname_is_completed_from_the_text(speakers: Callable[..., list[Speaker]]) -> None:
    text = "Mayor Helen Ostrander opened the bridge. Ostrander said the work was done."
    _, speaker = speakers(text, ("Mayor Helen Ostrander", "the bridge"), ("Ostrander", "the work was done"))
    assert speaker.name == "Helen Ostrander"
    assert speaker.kind is SpeakerKind.PERSON
    assert speaker.key == fold("Helen Ostrander")


def test_mr_and_mrs_are_told_apart(speakers: Callable[..., list[Speaker]]) -> None:
    text = (
        "Robert Quillan and Margaret Quillan spoke in Leeds. Mrs. Quillan said taxes would fall. "
        "Mr. Quillan said roads came first."
    )
    first, second = speakers(text, ("Mrs. Quillan", "taxes would fall"), ("Mr. Quillan", "roads came first"))
    assert (first.name, second.name) == ("Margaret Quillan", "Robert Quillan")


def test_pronouns_follow_sex_and_subject(speakers: Callable[..., list[Speaker]]) -> None:
    text = (
        "Senator Helen Ostrander met the engineer Robert Quillan on Monday. Ostrander praised the plan. "
        "She said the harbor would open. He said costs would rise."
    )
    she, he = speakers(text, ("She", "the harbor would open"), ("He", "costs would rise"))
    assert (she.name, he.name) == ("Helen Ostrander", "Robert Quillan")


def test_an_office_leads_to_its_holder(speakers: Callable[..., list[Speaker]]) -> None:
    text = (
        "NATO chief Jens Stoltenberg spoke after Defence Secretary Helen Ostrander. "
        "The secretary-general of the alliance said talks would go on."
    )
    (speaker,) = speakers(text, ("The secretary-general of the alliance", "talks would go on"))
    assert speaker.name == "Jens Stoltenberg"
    assert speaker.party == "NATO"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Helen Ostrander, the mayor of Alderby,", "Helen Ostrander"),
        ("The mayor of Alderby, Helen Ostrander,", "Helen Ostrander"),
        ("Alderby Mayor Helen Ostrander", "Helen Ostrander"),
        ("Helen Ostrander, who leads the council,", "Helen Ostrander"),
    ],
)
def test_appositions_and_offices_around_a_name(
    speakers: Callable[..., list[Speaker]], source: str, name: str
) -> None:
    (speaker,) = speakers(f"{source} said the water was safe.", (source, "the water was safe"))
    assert (speaker.name, speaker.kind) == (name, SpeakerKind.PERSON)


def test_two_who_speak_together_are_joined(speakers: Callable[..., list[Speaker]]) -> None:
    text = "Helen Ostrander and Robert Quillan said the strike was over."
    (speaker,) = speakers(text, ("Helen Ostrander and Robert Quillan", "the strike was over"))
    assert speaker.name == "Helen Ostrander; Robert Quillan"


def test_both_presidents_are_those_of_the_talks(speakers: Callable[..., list[Speaker]]) -> None:
    text = (
        "President Helen Ostrander received President Robert Quillan on Friday. "
        "Both presidents said the border would stay open."
    )
    (speaker,) = speakers(text, ("Both presidents", "the border would stay open"))
    assert speaker.name == "Helen Ostrander; Robert Quillan"


def test_a_city_of_government_is_its_state(speakers: Callable[..., list[Speaker]]) -> None:
    (speaker,) = speakers("Moscow said the drills were over.", ("Moscow", "the drills were over"))
    assert (speaker.name, speaker.kind, speaker.party) == ("Russia", SpeakerKind.STATE, "Russia")


def test_an_unnamed_spokesman_speaks_for_the_body_before(speakers: Callable[..., list[Speaker]]) -> None:
    text = "The Kremlin said the drills were over. “Nothing else is planned,” a spokesman said."
    _, speaker = speakers(
        text, ("The Kremlin", "the drills were over"), ("a spokesman", "“Nothing else is planned,”")
    )
    assert speaker.kind is SpeakerKind.ANONYMOUS
    assert speaker.party == "Russia"
    assert "Kremlin" in (speaker.name or "")


def test_a_poll_is_its_makers(speakers: Callable[..., list[Speaker]]) -> None:
    text = "A poll by the Harrow Institute came out on Tuesday. The poll found that most people walk to work."
    (speaker,) = speakers(text, ("The poll", "most people walk to work"))
    assert speaker.name == "Harrow Institute"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Several analysts", "analysts"),
        ("Many of the farmers", "farmers"),
        ("Residents of the valley, who were angry,", "residents of the valley"),
    ],
)
def test_groups_are_listed_without_articles_and_counts(
    speakers: Callable[..., list[Speaker]], source: str, name: str
) -> None:
    (speaker,) = speakers(f"{source} said the price was too high.", (source, "the price was too high"))
    assert (speaker.name, speaker.kind, speaker.party) == (name, SpeakerKind.GROUP, None)


def test_a_candidate_speaks_for_the_campaign(speakers: Callable[..., list[Speaker]]) -> None:
    text = "The Ostrander campaign hired more staff. Helen Ostrander said she would win."
    (speaker,) = speakers(text, ("Helen Ostrander", "she would win"))
    assert speaker.party == "Ostrander campaign"


def test_a_former_office_gives_no_party(speakers: Callable[..., list[Speaker]]) -> None:
    text = "Former Alderby mayor Helen Ostrander said the bridge was unsafe."
    (speaker,) = speakers(text, ("Helen Ostrander", "the bridge was unsafe"))
    assert speaker.party is None


def test_a_speech_without_a_label_is_its_titles(speakers: Callable[..., list[Speaker]]) -> None:
    text = "“Dear friends! We are not afraid of anything. We will defend our land.”"
    named = "Address by President Helen Ostrander to the people"
    (speaker,) = speakers(text, ("", text), title=named)
    assert speaker.name == "Helen Ostrander"
    (speaker,) = speakers(text, ("", text), title="Address by the President of Ukraine to the people")
    assert speaker.name == "Volodymyr Zelenskyy"


def test_nobody_is_named_for_a_passive(parse: Parser) -> None:
    text = "The vote is expected on Monday."
    cue, content = ((9, 20),), ((0, 8),)
    said = Said((), cue, content, QuoteType.INDIRECT, None, (content,))
    (speaker,) = resolve_speakers(_document(text), parse(text), [said], Aliases.packaged())
    assert speaker.name is None
    assert speaker.key is None
    assert speaker.reason == "the text names nobody"


def test_i_in_a_quotation_is_the_one_quoted(parse: Parser) -> None:
    text = "“I said the road was closed,” Helen Ostrander said."
    outer = Said(((30, 45),), ((46, 50),), ((0, 29),), QuoteType.DIRECT, None, (((0, 29),),))
    inner = Said(((1, 2),), ((3, 7),), ((8, 27),), QuoteType.INDIRECT, 0, (((8, 27),),))
    speakers = resolve_speakers(_document(text), parse(text), [outer, inner], Aliases.packaged())
    assert [one.name for one in speakers] == ["Helen Ostrander", "Helen Ostrander"]


_WORDS = st.lists(
    st.sampled_from(
        """Helen Ostrander Mr. Mrs. President of the Peru and , . “ ” ’s 's he She they who the poll group
        minister said spokesman Kremlin Republicans both two a - ( R-Ohio ) campaign police I We
        É 9""".split()
    ),
    max_size=40,
).map(" ".join)


@given(
    text=_WORDS, cuts=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40)), max_size=5), data=st.data()
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_spans_give_one_speaker_each(
    parse: Parser, text: str, cuts: list[tuple[int, int]], data: st.DataObject
) -> None:
    spans = [(min(start, len(text)), min(start + length, len(text))) for start, length in cuts]
    said = []
    for number, span in enumerate(spans):
        parent = data.draw(st.one_of(st.none(), st.integers(0, max(0, len(spans) - 1))))
        parent = None if parent == number else parent
        said.append(Said((span,), (), (span,), QuoteType.DIRECT, parent, ((span,),)))
    speakers = resolve_speakers(_document(text), parse(text), said, Aliases.packaged())
    assert len(speakers) == len(said)
    for speaker in speakers:
        assert (speaker.name is None) == (speaker.key is None)
        assert (speaker.name is None) == (speaker.reason is not None)
