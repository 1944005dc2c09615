"""The API keeps to its own description: what schemathesis sends is answered as that says, or refused.

Every operation is tried with valid and invalid values of each parameter and field, and with methods that
it does not have; seeds are fixed, so that a run is as the one before.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from desk_client import TODAY

from counterclaim.desk import jobs
from counterclaim.desk.app import create_app
from counterclaim.desk.desk import Desk
from counterclaim.desk.session import COOKIE, NAME_COOKIE, Session
from counterclaim.desk.settings import Settings

CONFIG = {
    "generation": {"max-examples": 10, "deterministic": True, "database": "none", "no-shrink": True},
}
SESSION = Session("0123456789abcdef0123456789abcdef")
SETTINGS = {"today": TODAY, "names": ("testserver", "localhost")}
APP = create_app(Settings(ledger=Path("not-opened-yet.db"), **SETTINGS))
SCHEMA = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json", APP, config=schemathesis.Config.from_dict(CONFIG)
)


@pytest.fixture(scope="module", autouse=True)
def desk_to_try(story_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A desk on a copy of the story, where what is put in line stays there: to read it takes long."""
    ledger = Path(shutil.copy(story_ledger, tmp_path_factory.mktemp("api") / "desk.db"))
    APP.state.desk = Desk(Settings(ledger=ledger, **SETTINGS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "MOST_WAITING", 1_000_000)
        patch.setattr(jobs.Jobs, "_work", lambda _: None)
        patch.setattr(jobs.Jobs, "close", lambda _: None)  # the client opens and closes the app at each call
        yield


@SCHEMA.parametrize()
def test_every_operation_answers_as_it_is_described(case: schemathesis.Case) -> None:
    token = SESSION.token(APP.state.desk.secret)
    cookies = f"{COOKIE}={SESSION.id}; {NAME_COOKIE}=Ada"
    case.call_and_validate(headers={"Cookie": cookies, "X-CSRF-Token": token})
