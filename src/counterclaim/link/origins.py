"""Where each document's text began: the graph of copies, followed back to the first document.

A document is taken to copy one document only, of those it copies the one that holds most of it.
So a round-up of two wire stories goes with one of them and never makes the two stories one; two
documents have one origin only if each copies its way there.  What matters is the set of edges,
in any order.

A credit gives a text its agency, and joins no documents: an agency sends out many stories a day.
The agency of an origin is the one that its first document is credited to, or else the first of
its copies that names one whole text's agency, since outlets leave credit lines out and do not
make them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.model.copies import Credit, Origin
from counterclaim.model.edge import Edge, EdgeKind


def origins(
    documents: Sequence[str], edges: Iterable[Edge], credits: Mapping[str, Sequence[Credit]]
) -> dict[str, Origin]:
    """The origin of each of the documents, which are given in order of time.

    `credits` may leave out documents without any.  Edges to documents not given are passed over.
    """
    copied = _copied(set(documents), edges)
    first = {document: _root(document, copied) for document in documents}
    agencies: dict[str, str] = {}
    for document in sorted(documents, key=lambda document: document in copied):  # first documents lead
        whole = next((credit for credit in credits.get(document, ()) if credit.whole), None)
        if whole:
            agencies.setdefault(first[document], whole.agency)
    return {
        document: Origin(
            document=document,
            origin=first[document],
            copied=copied[document].to_document if document in copied else None,
            reason=copied[document].reason if document in copied else None,
            agency=agencies.get(first[document]),
        )
        for document in documents
    }


def _copied(documents: set[str], edges: Iterable[Edge]) -> dict[str, Edge]:
    """The edge to the one document that each copy is taken to copy."""
    chosen: dict[str, Edge] = {}
    for edge in edges:
        if edge.kind is not EdgeKind.COPIES or not {edge.from_document, edge.to_document} <= documents:
            continue
        other = chosen.get(edge.from_document)
        if other is None or (-edge.weight, edge.to_document) < (-other.weight, other.to_document):
            chosen[edge.from_document] = edge
    return chosen


def _root(document: str, copied: Mapping[str, Edge]) -> str:
    passed = [document]
    while passed[-1] in copied:
        before = copied[passed[-1]].to_document
        if before in passed:
            # `copies` makes no ring, since all its edges lead to what was there first; a person's edges may.
            return min(passed[passed.index(before) :])
        passed.append(before)
    return passed[-1]
