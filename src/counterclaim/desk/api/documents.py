"""Documents: the list, one with its reading, its bare text, the texts that an address had."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from counterclaim.desk.answer import json_answer, tagged
from counterclaim.desk.api import cursor
from counterclaim.desk.api.asked import DocumentId, DocumentsAsked, Paged, VersionsAsked
from counterclaim.desk.api.cursor import Number
from counterclaim.desk.api.listed import listed
from counterclaim.desk.api.operation import Operations
from counterclaim.desk.api.shapes import ReadDocument, VersionRow, shaped
from counterclaim.desk.desk import TheDesk
from counterclaim.model.listing import DocumentRow, Skipped

TAG = "documents"
TEXT = "text/plain; charset=utf-8"


def register(operations: Operations) -> None:
    """Add these operations."""

    @operations.reads("/documents", TAG, list[DocumentRow], is_list=True)
    def list_documents(
        request: Request, desk: TheDesk, asked: Annotated[DocumentsAsked, Query()]
    ) -> Response:
        """List the documents, and which of them are copies, in the order of adding."""
        with desk.reading() as held:
            if asked.words is None:
                place = cursor.read(asked.cursor, "documents", Number)
                rows, last = held.documents_after(asked.limit, place[0] if place else None)
                following = None if last is None else cursor.written("documents", (last,))
            else:
                words = asked.words
                rows, following = cursor.behind(
                    asked.cursor,
                    "documents found",
                    asked.limit,
                    lambda limit, start: held.documents_found(words, limit, start)[0],
                    lambda one: one.id,
                )
        return listed(request, rows, following)

    @operations.reads("/documents/{id}", TAG, ReadDocument)
    def get_document(request: Request, desk: TheDesk, id: DocumentId) -> Response:
        """Show a document with its text and its newest reading."""
        with desk.reading() as held:
            whole = held.document_id(id)
            found = ReadDocument.of(held.family(whole).row, held.reading(whole))
        return json_answer(request, found)

    @operations.reads("/documents/{id}/text", TAG, str, media=TEXT)
    def get_document_text(request: Request, desk: TheDesk, id: DocumentId) -> Response:
        """Give the bare text of a document, in which the offsets of its receipts count.

        Its SHA-256 is that of the document.
        """
        with desk.reading() as held:
            text = held.reading(held.document_id(id)).document.text
        return tagged(request, Response(text.encode(), headers={"Content-Type": TEXT}))

    @operations.reads("/documents/{id}/versions", TAG, list[VersionRow])
    def list_document_versions(request: Request, desk: TheDesk, id: DocumentId) -> Response:
        """List the texts that the address of a document had, oldest first."""
        with desk.reading() as held:
            found = held.versions(held.family(held.document_id(id)).row.address)
        return json_answer(request, [shaped(one) for one in found])

    @operations.reads("/versions", TAG, list[VersionRow], may_miss=True)
    def list_versions(request: Request, desk: TheDesk, asked: Annotated[VersionsAsked, Query()]) -> Response:
        """List the texts that one address had, oldest first, and the claims that came and went with each."""
        with desk.reading() as held:
            found = held.versions(asked.address)
        return json_answer(request, [shaped(one) for one in found])

    @operations.reads("/skipped", TAG, list[Skipped], is_list=True)
    def list_skipped(request: Request, desk: TheDesk, asked: Annotated[Paged, Query()]) -> Response:
        """List what was not taken in, and why, in the order of adding."""
        place = cursor.read(asked.cursor, "skipped", Number)
        with desk.reading() as held:
            found, last = held.skipped_after(asked.limit, place[0] if place else None)
        return listed(request, found, None if last is None else cursor.written("skipped", (last,)))
