"""Adding at the desk: what may be given, what becomes of it, and what is said of that."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk_client import csrf_of, open_desk
from fastapi.testclient import TestClient

from counterclaim.desk import jobs as jobs_module
from counterclaim.desk.additions import check, name_of, text_capture
from counterclaim.desk.desk import Desk
from counterclaim.desk.job_news import MOST_FAULTS, Begun, Ended, Left, Told, advanced, job_fault
from counterclaim.desk.job_work import steps
from counterclaim.desk.settings import Settings
from counterclaim.desk.uploads import shown_file
from counterclaim.errors import EmptyInput, InputError, InputTooLarge, PassedOver, RefusedAddress, UnknownId
from counterclaim.fetch.client import Client
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.added import Added
from counterclaim.model.job import (
    Addition,
    AskedFeeds,
    Comparison,
    GivenAddress,
    GivenFile,
    GivenFiles,
    Job,
    JobFault,
    JobState,
    PastedText,
)
from counterclaim.show.web.adding import job_view
from tests.fetch.server import Server, page, reply

TEXT = (
    "The ministry of Orvessa said on Tuesday that its ships had left the strait. "
    "The Compact said it had not seen a withdrawal. A spokesman denied any plan to attack."
)
NOBODY = frozenset[str]()


def news_of(addition: Addition, ledger: Path, *allowed: str) -> list[object]:
    """All news of an addition, done in this process."""
    with Client(allowed_hosts=frozenset(allowed), delay=0.0) as client:
        return list(steps(addition, Settings(ledger=ledger), client))


def job_of(addition: Addition, ledger: Path, *allowed: str) -> Job:
    """How a job stands after it."""
    job = Job(id="j1", addition="text", name="x", state=JobState.WAITING, submitted="2031-03-10T10:00:00Z")
    for news in news_of(addition, ledger, *allowed):
        job = advanced(job, news)  # type: ignore[arg-type]
    return job


def files_of(folder: Path, **contents: bytes) -> GivenFiles:
    """Files as they are put aside: under numbers, with the names that they came with."""
    folder.mkdir(exist_ok=True)
    given = []
    for number, (name, content) in enumerate(contents.items()):
        shown = name.replace("_", ".")
        path = folder / f"{number:03}{Path(shown).suffix}"
        path.write_bytes(content)
        given.append(GivenFile(path=str(path), name=shown))
    return GivenFiles(files=tuple(given))


# What may be given


@pytest.mark.parametrize(
    ("addition", "error"),
    [
        (PastedText(text=" \n "), EmptyInput),
        (PastedText(text="a" * 10_000_001), InputTooLarge),
        (PastedText(text=TEXT, published="yesterday"), InputError),
        (PastedText(text=TEXT, url="javascript:alert(1)"), InputError),
        (PastedText(text=TEXT, url="https://[::1"), InputError),
        (PastedText(text="\ud800"), InputError),
        (GivenFiles(files=()), EmptyInput),
        (GivenFiles(files=(GivenFile(path="a", name="a"),), published="2031-13-01"), InputError),
        (GivenAddress(url="http://127.0.0.1/"), RefusedAddress),
        (GivenAddress(url="http://169.254.169.254/latest"), RefusedAddress),
        (GivenAddress(url="file:///etc/passwd"), RefusedAddress),
        (GivenAddress(url="/etc/passwd"), RefusedAddress),
        (GivenAddress(url="-"), RefusedAddress),
        (GivenAddress(url=""), RefusedAddress),
        (AskedFeeds(urls=()), InputError),
        (AskedFeeds(urls=("https://example.org/",) * 101), InputError),
        (AskedFeeds(urls=("http://localhost/feed",)), RefusedAddress),
    ],
)
def test_what_can_be_seen_to_be_wrong_is_refused_before_anything_is_done(
    addition: Addition, error: type[InputError]
) -> None:
    with pytest.raises(error):
        check(addition, NOBODY)


def test_a_host_that_was_allowed_may_be_asked() -> None:
    check(GivenAddress(url="http://127.0.0.1:8000/a"), frozenset({"127.0.0.1:8000"}))


def test_a_text_without_a_title_is_called_by_its_first_words() -> None:
    assert name_of(PastedText(text=TEXT)) == "“The ministry of Orvessa said on Tuesday that …”"
    assert name_of(PastedText(text=TEXT, title="Ships")) == "Ships"
    assert name_of(PastedText(text="...")) == "A pasted text"


def test_the_same_text_is_the_same_document_and_another_is_not() -> None:
    first, same = text_capture(PastedText(text=TEXT)), text_capture(PastedText(text=TEXT))
    other = text_capture(PastedText(text=TEXT + " It left."))
    assert first == same
    assert first.name != other.name


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a.html", "a.html"),
        ("a\r\nb\u202etxt.exe", "a b txt.exe"),
        ("..", "a file"),
        ("\ud800.txt", "?.txt"),
        ("", "a file"),
    ],
)
def test_a_file_is_called_by_its_name_alone(given: str, shown: str) -> None:
    assert shown_file(given) == shown


def test_a_long_name_keeps_its_ending() -> None:
    assert len(shown_file("a" * 5000 + ".jsonl")) == 120
    assert shown_file("a" * 5000 + ".jsonl").endswith(".jsonl")


# What becomes of it


def test_each_file_becomes_a_document_or_is_said_to_be_none(own_ledger: Path, tmp_path: Path) -> None:
    given = files_of(
        tmp_path / "aside",
        ships_txt=TEXT.encode(),
        corpus_jsonl=b'{"id": 1, "text": "The mayor of Caldane denied it."}\n{"id": 2}\n',
        picture_pdf=b"%PDF-1.4",
        empty_txt=b" ",
    )
    job = job_of(given, own_ledger)
    assert job.state is JobState.DONE
    assert job.counts == {"new": 2, "skipped": 3}
    assert [one.title for one in job.documents] == ["1", "ships.txt"]
    assert job.claims == sum(one.claims for one in job.documents) > 0
    assert {one.where for one in job.faults} == {"corpus.jsonl:2", "picture.pdf", "empty.txt"}
    assert str(tmp_path) not in str(job)
    with open_ledger(own_ledger, read_only=True) as held:
        assert {job.documents[0].id, job.documents[1].id} <= {one.id for one in held.documents()}
        assert not [one for one in held.skipped() if str(tmp_path) in one.where]
    assert job.found is not None
    assert job.found.relations > 0


def test_the_same_file_again_changes_nothing_wherever_it_lies(own_ledger: Path, tmp_path: Path) -> None:
    first = job_of(files_of(tmp_path / "one", ships_txt=TEXT.encode()), own_ledger)
    again = job_of(files_of(tmp_path / "two", ships_txt=TEXT.encode()), own_ledger)
    assert again.counts == {"known": 1}
    assert again.claims == 0
    assert [one.id for one in again.documents] == [one.id for one in first.documents]
    assert again.found is None


def test_another_file_of_the_same_name_is_no_version_of_the_first(own_ledger: Path, tmp_path: Path) -> None:
    job_of(files_of(tmp_path / "one", index_html=b"<p>The mayor denied that he had left."), own_ledger)
    other = job_of(files_of(tmp_path / "two", index_html=b"<p>The envoy said it was false."), own_ledger)
    assert other.counts == {"new": 1}


def test_a_pasted_text_stands_under_its_address_title_outlet_and_day(own_ledger: Path) -> None:
    given = PastedText(
        text=TEXT,
        title="Ships leave",
        publisher="Harbour Post",
        published="2031-03-09",
        url="https://example.org/ships",
    )
    (made,) = job_of(given, own_ledger).documents
    assert (made.title, made.publisher, made.published) == ("Ships leave", "Harbour Post", "2031-03-09")
    with open_ledger(own_ledger, read_only=True) as held:
        assert held.versions("https://example.org/ships")[0].document == made.id


@pytest.fixture
def wire() -> Iterator[Server]:
    """A server with a feed of two pages, one of which is gone."""
    server = Server({})
    item = "<item><title>{0}</title><link>{1}/{0}</link></item>"
    items = "".join(item.format(name, server.url) for name in ("ships", "gone"))
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'
    server.site.update(
        {
            "/feed": reply(feed.encode(), content_type="application/rss+xml"),
            "/ships": page(f"<html><title>Ships</title><body><p>{TEXT}</p></body></html>".encode()),
        }
    )
    yield server
    server.stop()


def test_a_page_is_fetched_and_added(own_ledger: Path, wire: Server) -> None:
    job = job_of(GivenAddress(url=f"{wire.url}/ships"), own_ledger, wire.host)
    assert job.counts == {"new": 1}
    assert "/robots.txt" in wire.asked


def test_an_address_that_cannot_be_had_is_said_to_be_so(own_ledger: Path, wire: Server) -> None:
    job = job_of(GivenAddress(url=f"{wire.url}/nowhere"), own_ledger, wire.host)
    assert job.state is JobState.DONE
    assert [one.where for one in job.faults] == [f"{wire.url}/nowhere"]


def test_an_address_inside_the_network_is_never_asked(own_ledger: Path, wire: Server) -> None:
    job = job_of(GivenAddress(url=f"{wire.url}/ships"), own_ledger)
    assert job.counts == {"skipped": 1}
    assert wire.asked == []


def test_a_feed_is_remembered_and_asked_for_what_is_new(own_ledger: Path, wire: Server) -> None:
    feed = AskedFeeds(urls=(f"{wire.url}/feed",))
    first = job_of(feed, own_ledger, wire.host)
    assert first.counts == {"new": 1, "skipped": 2}
    with open_ledger(own_ledger, read_only=True) as held:
        assert [one.url for one in held.feeds(10)] == [f"{wire.url}/feed"]
    assert job_of(feed, own_ledger, wire.host).counts == {"known": 1}


def test_a_feed_that_failed_is_left_alone_and_that_is_said(own_ledger: Path, wire: Server) -> None:
    feed = AskedFeeds(urls=(f"{wire.url}/none",))
    job_of(feed, own_ledger, wire.host)
    asked = len(wire.asked)
    again = job_of(feed, own_ledger, wire.host)
    assert len(wire.asked) == asked
    assert "left alone until" in again.faults[0].wrong


def test_what_was_added_elsewhere_is_compared_when_asked(own_ledger: Path, tmp_path: Path) -> None:
    with Client() as client:
        for news in steps(PastedText(text=TEXT), Settings(ledger=own_ledger), client):
            if isinstance(news, Told):
                break
    with open_ledger(own_ledger, read_only=True) as held:
        assert held.stats().not_linked == 1
    job = job_of(Comparison(), own_ledger)
    assert job.compared == job.to_compare == 1
    with open_ledger(own_ledger, read_only=True) as held:
        assert held.stats().not_linked == 0


def test_a_busy_ledger_is_said_to_be_busy(own_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.ledger.connection.WAIT", 0.1)
    with open_ledger(own_ledger) as held, held.transaction():
        job = job_of(PastedText(text=TEXT), own_ledger)
    assert job.state is JobState.FAILED
    assert job.error is not None
    assert "another process held it" in job.error.wrong
    assert "try again" in job.error.remedy


def test_a_job_remembers_no_more_than_it_must() -> None:
    job = Job(id="j1", addition="files", name="x", state=JobState.READING, submitted="2031-03-10T10:00:00Z")
    for number in range(MOST_FAULTS + 20):
        job = advanced(job, Left(job_fault(InputError(f"file {number}", "x" * 10_000, "Mend it"))))
    assert len(job.faults) == MOST_FAULTS
    assert job.faults[0].where == f"file {MOST_FAULTS + 19}"
    assert len(job.faults[0].wrong) == 400
    assert job.counts == {"skipped": MOST_FAULTS + 20}
    assert job_view(job).more_faults == 20


def test_what_is_passed_over_by_rule_is_no_fault() -> None:
    job = Job(id="j1", addition="files", name="x", state=JobState.READING, submitted="2031-03-10T10:00:00Z")
    job = advanced(job, Left(job_fault(PassedOver("a.warc:9", "it is a picture", "Nothing is to be done"))))
    assert job.counts == {"passed over": 1}


def test_reading_is_measured_where_it_can_be() -> None:
    job = Job(id="j1", addition="files", name="x", state=JobState.WAITING, submitted="2031-03-10T10:00:00Z")
    job = advanced(advanced(job, Begun(4)), Told(Added.KNOWN, None))
    assert job_view(job).progress == (1, 4)
    assert job_view(advanced(job, Begun(None))).progress is None


# The pages


def test_the_page_offers_each_way_of_adding_and_works_without_script(own_desk: TestClient) -> None:
    shown = own_desk.get("/add").text
    for action in ("text", "files", "address", "feeds"):
        form = re.search(rf'<form method="post" action="/add/{action}".*?</form>', shown, re.DOTALL)
        assert form is not None
        assert 'name="csrf"' in form[0]
        assert "<button" in form[0]
    assert 'type="file" multiple' in shown
    assert "64 MB" in shown


def test_a_desk_for_looking_only_says_so_and_offers_nothing(desk: TestClient) -> None:
    shown = desk.get("/add").text
    assert "for looking only" in shown
    assert 'method="post"' not in shown


def test_what_cannot_be_added_stands_in_its_form_again(own_desk: TestClient) -> None:
    hostile = '"><script>alert(1)</script>'
    sent = {"csrf": csrf_of(own_desk), "text": "", "title": hostile, "publisher": "Harbour Post"}
    shown = own_desk.post("/add/text", data=sent)
    assert shown.status_code == 422
    assert "there is no text in it" in shown.text
    assert 'value="Harbour Post"' in shown.text
    assert "<script>alert" not in shown.text
    refused = own_desk.post("/add/address", data={"csrf": csrf_of(own_desk), "url": "http://10.0.0.1/a"})
    assert refused.status_code == 422
    assert 'value="http://10.0.0.1/a"' in refused.text
    assert "private address" in refused.text


def test_no_file_is_kept_of_what_was_refused(own_desk: TestClient) -> None:
    files = [("files", ("a.txt", io.BytesIO(b"He denied it.")))]
    sent = {"csrf": csrf_of(own_desk), "published": "yesterday"}
    assert own_desk.post("/add/files", data=sent, files=files).status_code == 422
    assert left_in(desk_in(own_desk)) == []


def test_a_job_that_is_not_remembered_is_not_found(own_desk: TestClient) -> None:
    assert own_desk.get("/add/jobs/j0000000000000000").status_code == 404
    assert own_desk.get("/add/jobs/j0000000000000000/events").status_code == 404
    sent = {"csrf": csrf_of(own_desk)}
    assert own_desk.post("/add/jobs/j0000000000000000/cancel", data=sent).status_code == 404


def test_feeds_that_were_asked_before_can_be_asked_again(own_ledger: Path, wire: Server) -> None:
    feed = f"{wire.url}/feed"
    job_of(AskedFeeds(urls=(feed,)), own_ledger, wire.host)
    with open_desk(own_ledger) as client:
        assert f'name="feed" value="{feed}"' in client.get("/add").text


# The process that does it


def desk_in(client: TestClient) -> Desk:
    """The desk behind a client."""
    desk = client.app.state.desk  # type: ignore[attr-defined]
    assert isinstance(desk, Desk)
    return desk


def left_in(desk: Desk) -> list[Path]:
    """The files that a desk has put aside."""
    return [one for one in desk.jobs.folder().parent.rglob("*") if one.is_file()]


def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that takes the time of a process."""
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("it took too long")


@pytest.fixture(scope="module")
def working(story_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a desk whose other process is started once for all tests that need it."""
    path = Path(shutil.copy(story_ledger, tmp_path_factory.mktemp("working") / "desk.db"))
    with open_desk(path) as client:
        yield client


def test_a_job_is_followed_to_its_end_and_leads_to_what_came_of_it(working: TestClient) -> None:
    sent = {"csrf": csrf_of(working), "text": TEXT, "title": "<b>Ships</b>", "published": "2031-03-09"}
    shown = working.post("/add/text", data=sent)
    path = shown.url.path
    assert re.fullmatch(r"/add/jobs/j[0-9a-f]{16}", path)
    assert '<meta http-equiv="refresh"' in shown.text
    stream = working.get(f"{path}/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    events = [json.loads(line[5:]) for line in stream.text.splitlines() if line.startswith("data:")]
    assert [one["over"] for one in events] == [False] * (len(events) - 1) + [True]
    assert events[-1]["state"] == "done"
    last = events[-1]["html"]
    assert "&lt;b&gt;Ships&lt;/b&gt;" in last
    assert "Compared with the others" in last
    assert re.search(r"\d+ disputes? in the ledger", last)
    link = re.search(r'href="(/documents/d[0-9a-f]{16})"', last)
    assert link is not None
    assert "Ships" in working.get(link[1]).text
    shown = working.get(path)
    assert "http-equiv" not in shown.text
    assert last.strip() in shown.text
    assert path in working.get("/add").text


def test_uploaded_files_are_gone_when_their_job_is_over(working: TestClient) -> None:
    files = [
        ("files", ("../../a.txt", io.BytesIO(b"The envoy of Orvessa said it was false."))),
        ("files", ("<i>.pdf", io.BytesIO(b"%PDF-1"))),
    ]
    shown = working.post("/add/files", data={"csrf": csrf_of(working)}, files=files)
    job = jobs_of(working)[0]
    until(lambda: desk_in(working).jobs.job(job.id).state.is_over)
    job = desk_in(working).jobs.job(job.id)
    assert job.counts == {"new": 1, "skipped": 1}
    assert job.documents[0].title == "a.txt"
    assert left_in(desk_in(working)) == []
    assert "&lt;i&gt;.pdf" in working.get(shown.url.path).text


def jobs_of(client: TestClient) -> list[Job]:
    """What a desk remembers of additions."""
    return desk_in(client).jobs.recent()


def corpus(folder: Path, documents: int, salt: str) -> GivenFiles:
    """A corpus of so many documents that no ledger holds yet."""
    lines = [
        json.dumps({"id": f"{salt}{n}", "text": f"The envoy {salt} denied {n} reports. {TEXT}"})
        for n in range(documents)
    ]
    return files_of(folder, corpus_jsonl="\n".join(lines).encode())


def test_jobs_wait_for_each_other_and_can_be_cancelled(working: TestClient, tmp_path: Path) -> None:
    desk = desk_in(working)
    running = desk.jobs.submit(corpus(tmp_path / "aside", 400, "first"))
    waiting = desk.jobs.submit(PastedText(text=TEXT + " It waits."))
    until(lambda: desk.jobs.job(running.id).read > 0)
    assert desk.jobs.job(waiting.id).state is JobState.WAITING
    assert working.get("/disputes").elapsed.total_seconds() < 1
    assert desk.jobs.cancel(waiting.id).state is JobState.CANCELLED
    working.post(f"/add/jobs/{running.id}/cancel", data={"csrf": csrf_of(working)})
    until(lambda: desk.jobs.job(running.id).state.is_over)
    stopped = desk.jobs.job(running.id)
    assert stopped.state is JobState.CANCELLED
    assert 0 < stopped.read < 400
    with desk.reading() as held:
        assert held.stats().not_linked == stopped.counts["new"]
    assert not (tmp_path / "aside").exists()
    assert "Compare now" in working.get("/add").text


def test_a_process_that_is_killed_loses_nothing_that_was_kept(working: TestClient, tmp_path: Path) -> None:
    desk = desk_in(working)
    job = desk.jobs.submit(corpus(tmp_path / "aside", 30, "killed"))
    until(lambda: desk.jobs.job(job.id).read >= 2)
    process = desk.jobs._hand._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    until(lambda: desk.jobs.job(job.id).state.is_over)
    failed = desk.jobs.job(job.id)
    assert failed.state is JobState.FAILED
    assert failed.error is not None
    assert "Add it once more" in failed.error.remedy
    again = desk.jobs.submit(corpus(tmp_path / "again", 30, "killed"))
    until(lambda: desk.jobs.job(again.id).state.is_over)
    done = desk.jobs.job(again.id)
    assert done.state is JobState.DONE
    assert done.counts["known"] >= 2
    assert done.counts["known"] + done.counts["new"] == 30


def test_a_desk_that_closes_stops_its_job_and_leaves_no_file(own_ledger: Path, tmp_path: Path) -> None:
    with open_desk(own_ledger) as client:
        desk = desk_in(client)
        shelf = desk.jobs.folder().parent
        job = desk.jobs.submit(corpus(tmp_path / "aside", 400, "closing"))
        until(lambda: desk.jobs.job(job.id).read > 0)
        process = desk.jobs._hand._process
        assert process is not None
    assert desk.jobs.job(job.id).state.is_over
    assert not shelf.exists()
    with open_ledger(own_ledger, read_only=True) as held:
        assert list(held.verify()) == []


def test_a_comparison_in_line_serves_all_that_ask_for_one(own_desk: TestClient, tmp_path: Path) -> None:
    jobs = desk_in(own_desk).jobs
    jobs.submit(corpus(tmp_path / "aside", 50, "before"))
    first = jobs.submit(Comparison())
    assert jobs.submit(Comparison()).id == first.id
    jobs.cancel(first.id)
    assert jobs.submit(Comparison()).id != first.id


def test_too_much_in_line_is_refused(own_desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "MOST_WAITING", 0)
    refused = own_desk.post("/add/text", data={"csrf": csrf_of(own_desk), "text": TEXT})
    assert refused.status_code == 503
    assert "wait in line already" in refused.text


def test_what_no_job_is_called_is_unknown(own_desk: TestClient) -> None:
    with pytest.raises(UnknownId):
        desk_in(own_desk).jobs.job("j1")


def test_an_error_is_told_with_what_to_do() -> None:
    fault = JobFault(where="the ledger", wrong="it is busy", remedy="Wait")
    job = Job(id="j1", addition="text", name="x", state=JobState.READING, submitted="2031-03-10T10:00:00Z")
    view = job_view(advanced(job, Ended(JobState.FAILED, error=fault)))
    assert view.is_failed
    assert view.error == fault
