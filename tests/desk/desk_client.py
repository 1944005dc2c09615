"""A client of a desk: what a browser without script would be."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from counterclaim.desk.app import create_app
from counterclaim.desk.session import COOKIE, Session
from counterclaim.desk.settings import Settings

TODAY = "2031-03-10"
ADDRESS = "http://127.0.0.1:8765"


def open_desk(ledger: Path, **settings: object) -> TestClient:
    """A client of a desk with these settings, as it stands in the days of the bundled story."""
    given: dict[str, object] = {"today": TODAY, **settings}
    app = create_app(Settings(ledger=ledger, **given))  # type: ignore[arg-type]
    return TestClient(app, base_url=ADDRESS, follow_redirects=True)


def csrf_of(client: TestClient) -> str:
    """The token of a client's session, as its pages carry it in their forms."""
    if COOKIE not in client.cookies:
        client.get("/")
    desk = client.app.state.desk  # type: ignore[attr-defined]
    return Session(client.cookies[COOKIE]).token(desk.secret)
