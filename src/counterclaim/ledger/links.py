"""Sketches, edges between documents, and the origins that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.documents import document_of
from counterclaim.ledger.folds import keep_folds
from counterclaim.ledger.ids import shown
from counterclaim.ledger.stored import document_row
from counterclaim.model.copies import Origin, SketchedText
from counterclaim.model.document import MarkKind
from counterclaim.model.edge import Edge

_KIND = codes.codes(codes.EDGE)


def keep_edges(connection: Connection, edges: Iterable[Edge]) -> None:
    """Keep edges; one of the same kind, ends and maker takes the place of the older one.

    None between two versions of one address: a version is no copy.
    """
    connection.executemany(
        "INSERT INTO edges (kind, from_document, to_document, weight, reason, maker)"
        " SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE"
        " (SELECT address FROM documents JOIN captures ON captures.row = capture WHERE documents.row = ?2) <>"
        " (SELECT address FROM documents JOIN captures ON captures.row = capture WHERE documents.row = ?3)"
        " ON CONFLICT (kind, from_document, to_document, maker)"
        " DO UPDATE SET weight = excluded.weight, reason = excluded.reason",
        [
            (
                _KIND[edge.kind], document_row(connection, edge.from_document),
                document_row(connection, edge.to_document), edge.weight, edge.reason, edge.maker,
            )
            for edge in edges
        ],
    )  # fmt: skip


def edges(connection: Connection) -> Iterator[Edge]:
    """All edges, by the ids of their documents."""
    found = connection.execute(
        "SELECT edges.kind, one.id, other.id, weight, edges.reason, maker FROM edges"
        " JOIN documents AS one ON one.row = from_document JOIN documents AS other ON other.row = to_document"
        " ORDER BY one.id, other.id, edges.kind, maker"
    )
    for kind, from_document, to_document, weight, reason, maker in found:
        yield Edge(
            kind=codes.EDGE[kind], from_document=shown("d", from_document),
            to_document=shown("d", to_document), weight=weight, reason=reason, maker=maker,
        )  # fmt: skip


def keep_origins(connection: Connection, origins: Iterable[Origin]) -> None:
    """Say of documents where their texts began, and fold the claims of copies anew."""
    changed: list[int] = []
    for origin in origins:
        row = document_row(connection, origin.document)
        first = None if origin.origin == origin.document else document_row(connection, origin.origin)
        copied = None if origin.copied is None else document_row(connection, origin.copied)
        facts = (first, copied, origin.reason, origin.agency)
        before = connection.execute(
            "SELECT origin, copied, origin_reason, agency FROM documents WHERE row = ?", (row,)
        ).fetchone()
        if before == facts:
            continue
        connection.execute(
            "UPDATE documents SET origin = ?, copied = ?, origin_reason = ?, agency = ? WHERE row = ?",
            (*facts, row),
        )
        if before[0] != first:
            changed += [row, *([] if before[0] is None else [before[0]])]
    keep_folds(connection, changed)


def origins(connection: Connection) -> Iterator[Origin]:
    """Where the text of each listed document began, by id."""
    found = connection.execute(
        "SELECT documents.id, coalesce(first.id, documents.id), source.id, documents.origin_reason,"
        " documents.agency FROM documents LEFT JOIN documents AS first ON first.row = documents.origin"
        " LEFT JOIN documents AS source ON source.row = documents.copied"
        " WHERE documents.listed = 1 ORDER BY documents.id"
    )
    for id, first, copied, reason, agency in found:
        yield Origin(
            document=shown("d", id), origin=shown("d", first),
            copied=None if copied is None else shown("d", copied), reason=reason, agency=agency,
        )  # fmt: skip


def sketches(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """The id and sketch of every listed document that has one."""
    found = connection.execute(
        "SELECT documents.id, sketch FROM sketches JOIN documents ON documents.row = sketches.document"
        " WHERE documents.listed = 1 ORDER BY documents.row"
    )
    for id, sketch in found:
        yield shown("d", id), sketch


def keep_sketch(connection: Connection, document: str, sketch: bytes) -> None:
    """Keep a document's sketch; the same one again changes nothing."""
    connection.execute(
        "INSERT INTO sketches (document, sketch) VALUES (?, ?)"
        " ON CONFLICT (document) DO UPDATE SET sketch = excluded.sketch WHERE sketch <> excluded.sketch",
        (document_row(connection, document), sketch),
    )


def unsketched(connection: Connection) -> list[str]:
    """Ids of the listed documents without a sketch, in the order of adding."""
    found = connection.execute(
        "SELECT id FROM documents WHERE listed = 1"
        " AND row NOT IN (SELECT document FROM sketches) ORDER BY row"
    )
    return [shown("d", id) for (id,) in found]


def sketched_text(connection: Connection, document: str) -> SketchedText:
    """The text of a document, and what of it is no part of the article."""
    found = document_of(connection, document_row(connection, document))
    left_out = tuple((mark.start, mark.end) for mark in found.marks if mark.kind is MarkKind.BOILERPLATE)
    return SketchedText(
        document=document, text=found.text, left_out=left_out,
        publisher=found.publisher, published=found.published, byline=found.byline,
    )  # fmt: skip
