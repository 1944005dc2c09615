"""Pairs of gold and predicted attributions, and what counts as right."""

from __future__ import annotations

from counterclaim.model.reading import QuoteType
from evals.cues import CueClass
from evals.matching import HITS, Marked, mark_both, pair
from evals.records import AttributionRecord, DocumentRecord
from evals.tokens import Tokens


def marked(content: range, source: range = range(0), cue: range = range(0)) -> Marked:
    return Marked(
        source=frozenset(source),
        cue=frozenset(cue),
        content=frozenset(content),
        quote_type=QuoteType.INDIRECT,
        cue_class=CueClass.SPEECH,
    )


def test_the_best_overlap_is_paired_first_and_each_side_once() -> None:
    gold = [marked(range(10, 20)), marked(range(20, 30))]
    predicted = [marked(range(10, 17)), marked(range(10, 20)), marked(range(20, 28))]
    assert dict(pair(gold, predicted)) == {0: 1, 1: 2}


def test_contents_that_share_less_than_half_are_no_pair() -> None:
    assert pair([marked(range(10))], [marked(range(5, 15))]) == []
    assert pair([marked(range(10))], [marked(range(5, 10))]) == [(0, 0)]


def test_attributions_without_content_tokens_are_never_paired() -> None:
    assert pair([marked(range(0))], [marked(range(0))]) == []


def test_equal_overlap_goes_to_the_pair_whose_sources_agree() -> None:
    gold = [marked(range(10), source=range(90, 92))]
    predicted = [marked(range(10), source=range(80, 82)), marked(range(10), source=range(90, 92))]
    assert pair(gold, predicted) == [(0, 1)]


def test_who_said_what_asks_for_half_of_the_source_or_none_on_both_sides() -> None:
    who_said_what = HITS["who_said_what"]
    named = marked(range(10), source=range(90, 94))
    assert who_said_what(named, marked(range(10), source=range(90, 92)))
    assert not who_said_what(named, marked(range(10), source=range(90, 91)))
    assert not who_said_what(named, marked(range(10)))
    assert who_said_what(marked(range(10)), marked(range(10)))


def test_a_loose_hit_shares_one_source_token_and_an_exact_one_all() -> None:
    gold = marked(range(10), source=range(90, 94), cue=range(80, 81))
    near = marked(range(10), source=range(93, 99))
    assert HITS["who_said_what_loose"](gold, near)
    assert not HITS["who_said_what_exact"](gold, near)
    same = marked(range(10), source=range(90, 94))
    assert HITS["who_said_what_exact"](gold, same)
    assert not HITS["all_roles_exact"](gold, same)


def test_nested_attributions_count_only_when_asked_for() -> None:
    inner = AttributionRecord(content=((0, 4),))
    document = DocumentRecord(id="a", nested=(inner,))
    assert mark_both(document, document, "Mice sing") == ([], [])
    gold, predicted = mark_both(document, document, "Mice sing", nested=True)
    assert [attribution.content for attribution in gold] == [Tokens({0})]
    assert predicted == gold
