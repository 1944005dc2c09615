"""What all pages of a desk share: its settings, ledger and secret, and what is kept between requests."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request

from counterclaim.desk.jobs import Jobs
from counterclaim.desk.kept import Kept
from counterclaim.desk.session import Session
from counterclaim.desk.settings import Settings
from counterclaim.inquiry.outlines import Outlines
from counterclaim.inquiry.places import Places
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.show.web.shell import Shell


class Desk:
    """A desk that is served; its secret lives as long as the process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.secret = secrets.token_bytes(32)
        self.jobs = Jobs(settings)
        self.questions = Kept(Outlines, Ledger.state_of_findings)
        self.places = Kept(Places, Ledger.state_of_claims)

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger as it is now; opened for each request, because a connection keeps to its thread."""
        with open_ledger(self.settings.ledger, read_only=True) as held, held.snapshot():
            yield held

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger, to write into; LedgerError where the desk is for looking only."""
        self.settings.must_write()
        with open_ledger(self.settings.ledger) as held:
            yield held

    def today(self) -> date:
        """The day on which the docket stands."""
        return date.fromisoformat(self.settings.today) if self.settings.today else datetime.now(UTC).date()


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    desk: Desk = request.app.state.desk
    return desk


def shell_of(request: Request) -> Shell:
    """What stands around the page that is asked for."""
    desk = desk_of(request)
    session = Session.of(request)
    return Shell(
        ledger=desk.settings.ledger.name,
        csrf=session.token(desk.secret),
        reviewer=session.name,
        read_only=desk.settings.read_only,
        path=quote(request.scope["path"]),  # as it came: a name in it may hold what parts an address
        query=request.url.query,
        today=desk.today().isoformat(),
    )


TheDesk = Annotated[Desk, Depends(desk_of)]
TheShell = Annotated[Shell, Depends(shell_of)]
