"""Origins: the graph of copies, followed back to where each text began."""

from __future__ import annotations

from itertools import permutations

from counterclaim.link.origins import origins
from counterclaim.model.copies import Credit, Origin
from counterclaim.model.edge import Edge, EdgeKind


def edge(later: str, earlier: str, weight: float) -> Edge:
    return Edge(
        kind=EdgeKind.COPIES,
        from_document=later,
        to_document=earlier,
        weight=weight,
        reason=f"{weight:.0%} of the words",
        maker="test",
    )


AP = Credit(agency="AP", reason="AP dateline", span=(0, 9))
HELP = Credit(agency="Reuters", reason="Reuters contribution", whole=False, span=(90, 130))


def test_a_document_that_copies_none_is_its_own_origin():
    assert origins(["a"], [], {}) == {"a": Origin(document="a", origin="a")}


def test_a_copy_of_a_copy_goes_back_to_the_first():
    found = origins(["a", "b", "c"], [edge("b", "a", 0.9), edge("c", "b", 0.8)], {})
    assert found["c"] == Origin(document="c", origin="a", copied="b", reason="80% of the words")


def test_a_round_up_of_two_stories_does_not_make_them_one():
    found = origins(["a", "b", "both"], [edge("both", "a", 0.7), edge("both", "b", 0.9)], {})
    assert [found[id_].origin for id_ in ("a", "b", "both")] == ["a", "b", "b"]


def test_the_order_of_the_edges_does_not_matter():
    edges = [edge("c", "a", 0.6), edge("c", "b", 0.6), edge("b", "a", 0.5), edge("d", "c", 1.0)]
    results = [origins(["a", "b", "c", "d"], order, {}) for order in permutations(edges)]
    assert all(result == results[0] for result in results)
    assert {origin.origin for origin in results[0].values()} == {"a"}


def test_a_credit_names_the_agency_of_a_document_and_joins_no_two():
    found = origins(["a", "b"], [], {"a": [AP], "b": [AP]})
    assert [(origin.origin, origin.agency) for origin in found.values()] == [("a", "AP"), ("b", "AP")]


def test_a_credit_that_one_copy_kept_names_the_agency_of_all():
    found = origins(["a", "b", "c"], [edge("b", "a", 0.9), edge("c", "a", 0.9)], {"c": [AP]})
    assert {origin.agency for origin in found.values()} == {"AP"}


def test_an_agency_that_only_contributed_is_not_where_a_text_began():
    assert origins(["a"], [], {"a": [HELP]})["a"].agency is None


def test_edges_to_documents_that_are_not_asked_about_are_passed_over():
    assert origins(["b"], [edge("b", "a", 0.9)], {})["b"].origin == "b"


def test_a_ring_of_edges_ends():
    found = origins(["a", "b"], [edge("a", "b", 1.0), edge("b", "a", 1.0)], {})
    assert {origin.origin for origin in found.values()} == {"a"}
