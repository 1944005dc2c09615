"""What a desk keeps between requests, made before anybody asks and anew whenever the ledger has changed."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
import uvicorn
from desk_client import TODAY, csrf_of, open_desk

from counterclaim.adding import forget
from counterclaim.desk import serving, warm
from counterclaim.desk.desk import Desk
from counterclaim.desk.kept import Kept
from counterclaim.desk.settings import Settings
from counterclaim.errors import LedgerError
from counterclaim.inquiry.outlines import Outlines
from counterclaim.inquiry.places import Places
from counterclaim.ledger import connection
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.linking import link


class Counted:
    """Makes what a desk keeps, and counts how often."""

    def __init__(self, desk: Desk) -> None:
        self.made: list[str] = []
        desk.questions = Kept(self._outlines, Ledger.state_of_findings)
        desk.places = Kept(self._places, Ledger.state_of_claims)

    def _outlines(self, ledger: Ledger) -> Outlines:
        self.made.append("questions")
        return Outlines(ledger)

    def _places(self, ledger: Ledger) -> Places:
        self.made.append("places")
        return Places(ledger)


def desk_on(ledger: Path) -> Desk:
    return Desk(Settings(ledger=ledger, today=TODAY))


def test_the_first_visit_finds_made_what_is_kept(story_ledger: Path) -> None:
    with open_desk(story_ledger, read_only=True) as client:
        desk = client.app.state.desk  # type: ignore[attr-defined]
        counted = Counted(desk)
        warm.warm_up(desk).join()
        assert counted.made == ["questions", "places"]
        for path in (
            "/questions",
            "/matrix?party=Orvessa",
            "/search?words=ship",
            "/map",
            "/api/v1/questions",
        ):
            assert client.get(path).status_code == 200
        assert counted.made == ["questions", "places"]


def test_a_desk_that_is_served_makes_it_as_soon_as_it_listens(
    story_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(serving, "warm_up", lambda desk: told.append(desk.settings.ledger.name))
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: told.append("served"))
    serving.serve_desk(Settings(ledger=story_ledger, port=0), lambda said: told.append(said[:16]))
    assert told == ["the desk is open", "story.db", "served"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_ledger_that_cannot_be_looked_into_yet_stops_nothing(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "none.db"
    if is_there:
        path.write_bytes(b"no ledger" * 1000)
    desk = desk_on(path)
    warm.make_ready(desk)
    with pytest.raises(LedgerError), desk.reading():  # whoever asks for a page is told
        pass


def test_two_who_ask_at_once_have_it_made_once(story_ledger: Path) -> None:
    begun, may_end = threading.Event(), threading.Event()
    made: list[Outlines] = []

    def slowly(ledger: Ledger) -> Outlines:
        begun.set()
        assert may_end.wait(10)
        made.append(Outlines(ledger))
        return made[-1]

    kept, got = Kept(slowly, Ledger.state_of_findings), []

    def ask() -> None:
        with open_ledger(story_ledger, read_only=True) as held:
            got.append(kept.of(held))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    threads[0].start()
    assert begun.wait(10)
    threads[1].start()
    may_end.set()
    for one in threads:
        one.join()
    assert len(made) == 1
    assert got == [made[0], made[0]]


def test_what_could_not_be_made_is_made_for_the_next_who_asks(story_ledger: Path) -> None:
    tries: list[Ledger] = []

    def made(ledger: Ledger) -> Outlines:
        tries.append(ledger)
        if len(tries) == 1:
            raise MemoryError
        return Outlines(ledger)

    kept = Kept(made, Ledger.state_of_findings)
    with open_ledger(story_ledger, read_only=True) as held:
        with pytest.raises(MemoryError):
            kept.of(held)
        assert kept.of(held).every


def test_what_is_forgotten_while_the_desk_is_open_is_on_no_page(own_ledger: Path) -> None:
    with open_desk(own_ledger) as client:
        with open_ledger(own_ledger, read_only=True) as held:
            documents = [one.id for one in held.documents()]
        before = {path: client.get(path).text for path in ("/map", "/questions", "/matrix?about=ship")}
        with open_ledger(own_ledger) as held:
            for one in documents:
                forget(held, one, "Ada")
        assert client.get("/api/v1/questions").json() == []
        for path, text in before.items():
            assert client.get(path).text != text
        with open_ledger(own_ledger) as held:
            list(link(held))
        assert client.get("/search?words=ship").status_code == 200
        assert client.get(f"/documents/{documents[0]}").status_code == 404


def test_another_ledger_put_into_the_place_of_the_first_is_shown(own_ledger: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    open_ledger(empty, create=True).close()
    with open_desk(own_ledger) as client:
        assert "Orvessa" in client.get("/matrix?party=Orvessa&about=ship").text
        shutil.copy(own_ledger, tmp_path / "twin.db")
        twin = sqlite3.connect(tmp_path / "twin.db", isolation_level=None)
        twin.execute("UPDATE findings SET body = replace(body, 'Marigold Anne', 'Rose of Lune')")
        twin.close()
        for other, shown in (("twin.db", "Rose of Lune"), ("empty.db", "No question")):
            (tmp_path / other).replace(own_ledger)
            assert shown in client.get("/questions?about=ship").text


def test_a_request_sees_one_moment_of_the_ledger(own_ledger: Path) -> None:
    desk = desk_on(own_ledger)
    with desk.reading() as held:
        before = held.stats()
        with open_ledger(own_ledger) as other:
            other.unlink()
        assert held.stats() == before
    with desk.reading() as held:
        assert held.stats().questions == 0 < before.questions


def test_who_judges_while_another_process_writes_is_told_to_try_again(
    own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.05)
    with open_desk(own_ledger) as client:
        client.post("/review/name", data={"csrf": csrf_of(client), "name": "Ada"})
        other = sqlite3.connect(own_ledger, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        form = {
            "csrf": csrf_of(client),
            "kind": "grade",
            "target_kind": "source",
            "target": "X",
            "value": "A",
        }
        refused = client.post("/review", data=form)
        assert refused.status_code == 503
        assert "another process held it" in refused.text
        assert client.get("/review").status_code == 200
        other.close()
        assert client.post("/review", data=form).status_code == 200
