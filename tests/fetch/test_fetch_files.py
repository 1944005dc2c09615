"""Files and standard input become captures, or say what is in the way."""

from __future__ import annotations

import io
import os
import stat
import time

import pytest

from counterclaim.errors import (
    EmptyInput,
    InputError,
    InputTooLarge,
    MalformedRecord,
    MissingInput,
    NotText,
    UnreadableInput,
)
from counterclaim.fetch import captures, files
from counterclaim.model.document import Capture, Media

ARTICLE = "Bridge at Keldmoor shut\r\n\r\nThe mayor said on Monday that the bridge was shut.\r\n"
PAGE = "<!DOCTYPE html><html><head><title>Bridge shut</title></head><body><p>It is shut.</p></body></html>"


def only(found):
    items = list(found)
    assert len(items) == 1
    return items[0]


@pytest.fixture
def write(tmp_path):
    def write(name: str, data: bytes | str) -> str:
        path = tmp_path / name
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return str(path)

    return write


def test_a_text_file_is_one_capture_with_its_bytes_untouched(write):
    name = write("keldmoor.txt", ARTICLE)
    capture = only(captures([name]))
    assert capture == Capture(name=name, data=ARTICLE.encode(), media=Media.TEXT, id="keldmoor.txt")


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml"])
def test_html_is_known_by_the_extension(write, name):
    assert only(captures([write(name, "It is shut.")])).media is Media.HTML


@pytest.mark.parametrize(
    "start",
    [
        PAGE,
        "\n  <html lang='en'><p>It is shut.</p>",
        '<?xml version="1.0"?>\n<!-- saved --><!DOCTYPE html PUBLIC "x"><html></html>',
        "\ufeff<div class='story'>It is shut.</div>",
        "<!-- saved from url=(0014)about:internet -->\r\n<html><body></body></html>",
    ],
)
def test_html_is_known_by_its_first_bytes(write, start):
    assert only(captures([write("page.txt", start)])).media is Media.HTML


def test_html_in_utf_16_is_known_too(write):
    assert only(captures([write("page.dat", PAGE.encode("utf-16"))])).media is Media.HTML


@pytest.mark.parametrize(
    "start", ["<3 is what she wrote.", "5 < 6, he said.", "<unclear> he said.", "-- html --"]
)
def test_text_with_angle_brackets_is_text(write, start):
    assert only(captures([write("note.txt", start)])).media is Media.TEXT


def test_a_dash_is_standard_input():
    text = only(captures(["-"], stdin=io.BytesIO(ARTICLE.encode())))
    page = only(captures(["-"], stdin=io.BytesIO(PAGE.encode())))
    assert (text.name, text.id, text.media) == ("-", "-", Media.TEXT)
    assert page.media is Media.HTML


def test_the_day_of_the_command_line_is_kept_apart_from_a_stated_one(write):
    capture = only(captures([write("a.txt", ARTICLE)], published="2031-03-04T17:20:00Z"))
    assert (capture.published, capture.default_published) == (None, "2031-03-04")


def test_a_day_that_is_none_is_refused_before_anything_is_read():
    with pytest.raises(InputError, match="not a date of the form YYYY-MM-DD"):
        captures(["nowhere.txt"], published="next week")


def test_inputs_come_in_order_and_a_bad_one_keeps_none_from_being_read(write):
    found = list(captures([write("a.txt", "One."), "nowhere.txt", write("b.txt", "Two.")]))
    assert [type(item) for item in found] == [Capture, MissingInput, Capture]
    assert [item.id for item in found if isinstance(item, Capture)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "name", ["nowhere.txt", "nowhere.jsonl", "nowhere.txt/inside.txt", "a\0b.txt", "x" * 5000]
)
def test_a_file_that_is_not_there_is_missing(tmp_path, name):
    found = only(captures([str(tmp_path / name)]))
    assert type(found) is MissingInput
    assert "there is no such file" in str(found)


@pytest.mark.parametrize("suffix", ["", ".csv"])
def test_a_folder_is_answered_with_how_to_name_its_files(tmp_path, suffix):
    folder = tmp_path / f"articles{suffix}"
    folder.mkdir()
    found = only(captures([f"{folder}/"]))
    assert type(found) is InputError
    assert f"{folder}/*" in found.remedy


def test_a_file_without_permission_is_unreadable(write):
    name = write("locked.txt", ARTICLE)
    os.chmod(name, 0)
    if os.access(name, os.R_OK):
        pytest.skip("this user may read everything")
    found = only(captures([name]))
    os.chmod(name, stat.S_IRUSR)
    assert type(found) is UnreadableInput


def test_what_the_system_refuses_is_unreadable(write, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "open", refuse, raising=False)
    found = only(captures([write("locked.txt", ARTICLE)]))
    assert type(found) is UnreadableInput
    assert "permission" in str(found)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf\n"])
def test_nothing_but_white_space_is_empty(write, data):
    assert type(only(captures([write("empty.txt", data)]))) is EmptyInput


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04" + b"\0" * 30 + b"word/document.xml", "a Word document (DOCX)"),
        (b"PK\x03\x04" + b"\0" * 30 + b"notes.txt", "a ZIP archive"),
        (b"\x1f\x8b\x08\0", "a GZIP archive"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (
            b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;",
            "a web archive",
        ),
        (b"The mayor said\0", "a NUL byte at offset 14"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(write, data, name):
    found = only(captures([write("input", data)]))
    assert type(found) is NotText
    assert name in str(found)
    assert found.remedy


def test_utf_16_with_its_mark_is_text(write):
    assert only(captures([write("wide.txt", ARTICLE.encode("utf-16"))])).media is Media.TEXT


def test_a_document_over_the_limit_is_too_large(write, monkeypatch):
    monkeypatch.setattr(files, "DOCUMENT_BYTES", 10)
    assert isinstance(only(captures([write("ten.txt", "0123456789")])), Capture)
    found = only(captures([write("eleven.txt", "0123456789a")]))
    assert type(found) is InputTooLarge


def test_a_name_that_is_no_utf_8_can_still_be_shown(tmp_path):
    name = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    try:
        with open(name, "wb") as file:
            file.write(b"It is shut.")
    except OSError:
        pytest.skip("this file system takes no such name")
    capture = only(captures([name]))
    assert capture.id == "caf\ufffd.txt"
    capture.name.encode("utf-8")


def test_a_row_of_comments_is_looked_through_once(write):
    start = time.process_time()
    for head in (b"<!---->" * 500 + b"x", b"<!-- " * 800, b" " * 4000 + b"<?xml" * 8):
        assert only(captures([write("note.txt", head)])).media is Media.TEXT
    assert time.process_time() - start < 1
    assert only(captures([write("note.txt", b"<!---->" * 40 + b"<html>")])).media is Media.HTML


def test_files_of_one_name_are_called_by_their_paths(tmp_path, write):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(ARTICLE)
    one, two = (str(tmp_path / folder / "page.txt") for folder in ("a", "b"))
    assert [item.id for item in captures([one, two, write("c.txt", ARTICLE)])] == [one, two, "c.txt"]
    # what comes of the others makes no difference
    assert [item.id for item in captures([one, "nowhere/page.txt"]) if isinstance(item, Capture)] == [one]


def test_an_input_given_twice_is_read_once(write):
    name = write("a.txt", ARTICLE)
    first, second = captures([name, name])
    assert first.id == "a.txt"
    assert "given twice" in str(second)


def test_no_id_is_given_twice_in_one_run(write):
    corpus = write("c.jsonl", '{"id": "a.txt", "text": "Shut."}\n{"id": "b", "text": "Shut."}\n')
    again = write("d.jsonl", '{"id": "b", "text": "Open."}\n{"id": "e", "text": "Open."}\n')
    found = list(captures([write("a.txt", ARTICLE), corpus, again]))
    assert [type(item) for item in found] == [Capture, MalformedRecord, Capture, MalformedRecord, Capture]
    assert f"already that of {corpus}:2" in found[3].wrong
    late = list(captures([corpus, write("a.txt", ARTICLE)]))[-1]
    assert type(late) is InputError
    assert f"its id 'a.txt' is already that of {corpus}:1" in late.wrong
