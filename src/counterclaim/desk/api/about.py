"""About the desk itself: how much its ledger holds, who asks, and what may be asked."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from counterclaim import __version__
from counterclaim.desk import session as sessions
from counterclaim.desk.answer import json_answer
from counterclaim.desk.api import shapes
from counterclaim.desk.api.description import description
from counterclaim.desk.api.operation import Operations
from counterclaim.desk.desk import TheDesk
from counterclaim.model.listing import Stats

TAG = "desk"


def register(operations: Operations) -> None:
    """Add these operations."""

    @operations.reads("/stats", TAG, Stats)
    def get_stats(request: Request, desk: TheDesk) -> Response:
        """Count what the ledger holds."""
        with desk.reading() as held:
            found = held.stats()
        return json_answer(request, found)

    @operations.reads("/session", TAG, shapes.Session)
    def get_session(request: Request, desk: TheDesk) -> Response:
        """Begin or continue a session: the token that writing takes, and who it is.

        Keep the cookie of the answer, and send `csrf` back in the header X-CSRF-Token with whatever
        writes.  A desk that asks for a token takes that as a bearer's instead.
        """
        session = sessions.Session.of(request)
        found = shapes.Session(
            csrf=session.token(desk.secret),
            name=session.name,
            ledger=desk.settings.ledger.name,
            read_only=desk.settings.read_only,
            today=desk.today().isoformat(),
            version=__version__,
        )
        response = json_answer(request, found, {"Cache-Control": "no-store"})
        if request.cookies.get(sessions.COOKIE) != session.id:
            response.set_cookie(sessions.COOKIE, session.id, httponly=True, samesite="strict", path="/")
        return response

    @operations.reads("/openapi.json", TAG, dict[str, Any])
    def get_description(request: Request) -> Response:
        """Describe this API, as OpenAPI 3.1."""
        return json_answer(request, description(operations))
