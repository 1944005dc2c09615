"""What a source points to as ground for a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.document import Document, Link, LinkKind
from counterclaim.model.meaning import Evidence, EvidenceKind, Speaker
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans, words_at
from counterclaim.read.evidence import find_evidence
from counterclaim.read.parse import Parse, Parser
from counterclaim.read.said import Said

Parsing = Callable[[str], Parse]


def spans(text: str, *parts: str) -> Spans:
    return tuple((text.index(part), text.index(part) + len(part)) for part in parts if part)


def document(text: str, links: Sequence[Link] = ()) -> Document:
    return Document(id="d", name="d", text=text, sha256="", language="en", cleaner="test", links=tuple(links))


def find(
    parse: Parsing,
    text: str,
    words: tuple[str, str, str],
    speaker: str | None = None,
    links: Sequence[Link] = (),
) -> tuple[Evidence, ...]:
    source, cue, content = (spans(text, part) for part in words)
    quote = QuoteType.DIRECT if words[2][:1] in '“"' else QuoteType.INDIRECT
    said = Said(source, cue, content, quote, None, (content,))
    return find_evidence(document(text, links), parse(text), said, content, Speaker(name=speaker))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (
            "A poll by the Lowmark Institute shows that the mayor leads by six points.",
            ("A poll by the Lowmark Institute", "shows", "that the mayor leads by six points"),
            EvidenceKind.DATA,
        ),
        (
            "According to court records, the ferry had failed two inspections.",
            ("court records", "According to", "the ferry had failed two inspections"),
            EvidenceKind.DOCUMENT,
        ),
        (
            "The leaked memo says the dam was never inspected.",
            ("The leaked memo", "says", "the dam was never inspected"),
            EvidenceKind.DOCUMENT,
        ),
        (
            "Satellite images showed that the harbour was empty.",
            ("Satellite images", "showed", "that the harbour was empty"),
            EvidenceKind.SATELLITE,
        ),
        (
            "Footage released by the coast guard shows a trawler on fire.",
            ("Footage released by the coast guard", "shows", "a trawler on fire"),
            EvidenceKind.VIDEO,
        ),
        (
            "State television showed pictures of troops leaving Tarnow.",
            ("State television", "showed pictures", "troops leaving Tarnow"),
            EvidenceKind.PICTURE,
        ),
    ],
)
def test_a_medium_that_speaks_is_the_evidence(
    parse: Parsing, text: str, words: tuple[str, str, str], kind: EvidenceKind
) -> None:
    found = find(parse, text, words)

    assert found[0].kind is kind
    assert words_at(text, found[0].shows) == words[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“We have not seen a single lorry turn back,” said Ada Brunn.",
            ("Ada Brunn", "said", "“We have not seen a single lorry turn back,”"),
        ),
        (
            "“I saw the roof come down,” Mr. Tolle said.",
            ("Mr. Tolle", "said", "“I saw the roof come down,”"),
        ),
        (
            "Witnesses said the bridge swayed before it fell.",
            ("Witnesses", "said", "the bridge swayed before it fell"),
        ),
        (
            "Mira Osk, a resident of Pellham, said that the street was under water.",
            ("Mira Osk, a resident of Pellham,", "said", "that the street was under water"),
        ),
    ],
)
def test_own_watching_is_witnessed(parse: Parsing, text: str, words: tuple[str, str, str]) -> None:
    assert find(parse, text, words)[0].kind is EvidenceKind.WITNESSED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The minister said she had received reports of looting in Arlen.",
            ("The minister", "said", "she had received reports of looting in Arlen"),
        ),
        (
            "The envoy said his hope was based on signals from Corvane.",
            ("The envoy", "said", "his hope was based on signals from Corvane"),
        ),
    ],
)
def test_word_from_others_is_another_source(parse: Parsing, text: str, words: tuple[str, str, str]) -> None:
    assert find(parse, text, words)[0].kind is EvidenceKind.ANOTHER_SOURCE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms. Brunn said the talks will go on.", ("Ms. Brunn", "said", "the talks will go on")),
        (
            "“We see this as an insult,” Mr. Tolle said.",
            ("Mr. Tolle", "said", "“We see this as an insult,”"),
        ),
        (
            "The U.S. Geological Survey said the quake was shallow.",
            ("The U.S. Geological Survey", "said", "the quake was shallow"),
        ),
        (
            "The council said in a statement that the pool will open.",
            ("The council", "said in a statement", "that the pool will open"),
        ),
        (
            "The union saw the offer as a chance to talk.",
            ("The union", "saw", "the offer as a chance to talk"),
        ),
        (
            "Ms. Brunn said that pictures of dust prove nothing.",
            ("Ms. Brunn", "said", "that pictures of dust prove nothing"),
        ),
        (
            "Mr. Tolle said the results give him hope.",
            ("Mr. Tolle", "said", "the results give him hope"),
        ),
        (
            "Mr. Tolle said the audit will find every fault.",
            ("Mr. Tolle", "said", "the audit will find every fault"),
        ),
        (
            "Mr. Tolle said the release of the sailors shows good will.",
            ("Mr. Tolle", "said", "the release of the sailors shows good will"),
        ),
        (
            "Mr. Tolle said his record shows that he is a friend of farmers.",
            ("Mr. Tolle", "said", "his record shows that he is a friend of farmers"),
        ),
        (
            "“We saw growth of three percent,” Mr. Tolle said.",
            ("Mr. Tolle", "said", "“We saw growth of three percent,”"),
        ),
    ],
)
def test_mere_words_are_no_evidence(parse: Parsing, text: str, words: tuple[str, str, str]) -> None:
    assert find(parse, text, words) == ()


def test_a_sentence_takes_up_the_video_before_it(parse: Parsing) -> None:
    text = "The Navy Ministry of Corvane published a video. It shows frigates leaving the bay of Arlen."
    claim = "It shows frigates leaving the bay of Arlen."

    (video,) = find(parse, text, ("", "", claim))

    assert video.kind is EvidenceKind.VIDEO
    assert words_at(text, video.spans) == "a video"
    assert words_at(text, video.shows) == claim
    assert video.supplied_by == "The Navy Ministry of Corvane"


def test_a_video_of_another_paragraph_is_not_taken_up(parse: Parsing) -> None:
    text = "The ministry published a video.\n\nIt will rain in Arlen on Sunday."

    assert find(parse, text, ("", "", "It will rain in Arlen on Sunday.")) == ()


@pytest.mark.parametrize(
    ("source", "supplier"),
    [
        ("Pictures released by the Corvane News Agency", "the Corvane News Agency"),
        ("A survey by the Lowmark Institute", "the Lowmark Institute"),
    ],
)
def test_the_words_name_the_supplier(parse: Parsing, source: str, supplier: str) -> None:
    found = find(parse, f"{source} shows empty streets.", (source, "shows", "empty streets"), "somebody else")

    assert found[0].supplied_by == supplier


def test_who_watched_supplies_what_was_seen(parse: Parsing) -> None:
    text = "“We saw no boats,” said the harbour master."

    found = find(parse, text, ("the harbour master", "said", "“We saw no boats,”"), "Olle Brunn")

    assert found[0].supplied_by == "Olle Brunn"
    assert found[0].shows == ()  # what was not seen is not shown


def test_faint_signs_count_only_together(parse: Parsing) -> None:
    alone = "“I was in the kitchen,” Mr. Tolle said."
    joined = "“I was in the kitchen,” a passenger said."

    assert find(parse, alone, ("Mr. Tolle", "said", "“I was in the kitchen,”")) == ()
    assert find(parse, joined, ("a passenger", "said", "“I was in the kitchen,”"))


VIDEO_TEXT = "The ministry published a video. It shows tanks leaving Arlen.\n\nThe mayor was not amused."
VIDEO_WORDS = ("The ministry", "published", "It shows tanks leaving Arlen.")


def video_url(parse: Parsing, *links: Link) -> str | None:
    return find(parse, VIDEO_TEXT, VIDEO_WORDS, links=links)[0].url


def test_the_link_at_the_words_is_the_address(parse: Parsing) -> None:
    at = VIDEO_TEXT.index("a video")

    assert video_url(parse, Link(at, at + 7, "https://corvane.example/v", LinkKind.LINK)) == (
        "https://corvane.example/v"
    )


def test_a_medium_in_or_right_behind_the_paragraph_is_the_address(parse: Parsing) -> None:
    behind = VIDEO_TEXT.index("The mayor")

    assert video_url(parse, Link(behind, behind, "https://corvane.example/e", LinkKind.EMBED)) == (
        "https://corvane.example/e"
    )


def test_media_of_another_kind_or_place_are_not(parse: Parsing) -> None:
    end = len(VIDEO_TEXT)
    links = (
        Link(0, 0, "https://corvane.example/p.jpg", LinkKind.IMAGE),
        Link(end, end, "https://corvane.example/late.mp4", LinkKind.VIDEO),
        Link(4, 12, "https://corvane.example/ministry", LinkKind.LINK),
    )

    assert video_url(parse, *links) is None


PARSER = Parser()
HOSTILE = "A video shows ; we saw said “ ” \n poll of the reports according to it is 5 . 𝔸 pictures by".split(
    " "
)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(HOSTILE),
        min_size=1,
        max_size=25,
    ),
    st.data(),
)
def test_spans_lie_in_the_text_whatever_it_says(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6)))
    source, cue, content = ((cuts[0], cuts[1]),), ((cuts[2], cuts[3]),), ((cuts[4], cuts[5]),)
    said = Said(source, cue, content, QuoteType.MIXED, None, (content,))

    for one in find_evidence(document(text), PARSER.parse(text), said, content, Speaker(name="Ada (5")):
        assert one.kind is not EvidenceKind.NONE
        assert one.spans
        for start, end in one.spans + one.shows:
            assert 0 <= start < end <= len(text)
