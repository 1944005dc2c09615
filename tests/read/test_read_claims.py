"""A content cut into claims of a sentence or clause."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.read.claims import split_claims
from counterclaim.read.sentences import sentences


def test_a_short_content_is_one_claim_even_in_pieces() -> None:
    text = '"We stay," she said, "and we wait."'
    content = ((0, 10), (21, 35))
    assert split_claims(text, content) == [content]


def test_a_long_quotation_is_cut_at_its_sentences() -> None:
    text = (
        "“The convoy left the harbour at dawn and all of its trucks were empty when they got to the gate. "
        "Nobody asked us about the bridge over the Lenn, which has been closed for repairs since early May.”"
    )
    assert [text[a:b] for ((a, b),) in split_claims(text, ((0, len(text)),))] == [
        text[start:end] for start, end in sentences(text)
    ]


@given(
    st.lists(
        st.sampled_from(["the", "ship", "sank", "and", "but", "she", "left", ",", ".", ";", "so"]),
        max_size=120,
    )
)
def test_claims_hold_every_word_of_the_content_once(tokens: list[str]) -> None:
    text = " ".join(tokens)
    if not text.strip():
        return
    claims = split_claims(text, ((0, len(text)),))
    spans = [span for claim in claims for span in claim]
    assert spans == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    words = [w for a, b in spans for w in text[a:b].split() if w[0].isalpha()]
    assert words == [w for w in tokens if w[0].isalpha()]
