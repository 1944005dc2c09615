"""The folder of a report: ours are replaced, others' are never touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_samples import contents, reading_of

from counterclaim.errors import InputError, OutputError
from counterclaim.show.report.folder import LIST, write_report
from counterclaim.show.report.pages import report_pages

PAGES = [("index.html", "first"), ("documents/d1.html", "text")]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    assert write_report(tmp_path / "a" / "b", PAGES) == 2
    assert set(files(tmp_path / "a" / "b")) == {"index.html", "documents/d1.html", LIST}


def test_the_same_report_again_makes_the_same_bytes(tmp_path: Path) -> None:
    write_report(tmp_path / "one", report_pages(contents(), reading_of))
    write_report(tmp_path / "other", report_pages(contents(), reading_of))
    first = files(tmp_path / "one")
    assert files(tmp_path / "other") == first
    write_report(tmp_path / "one", report_pages(contents(), reading_of))
    assert files(tmp_path / "one") == first


def test_what_an_earlier_report_had_beyond_this_one_is_removed(tmp_path: Path) -> None:
    write_report(tmp_path, PAGES)
    write_report(tmp_path, [("index.html", "second")])
    assert files(tmp_path) == {"index.html": b"second", LIST: b"index.html\n"}
    assert not (tmp_path / "documents").exists()


def test_a_folder_with_files_of_others_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(InputError, match="not of a report"):
        write_report(tmp_path, PAGES)
    assert files(tmp_path) == {"index.html": b"mine"}


def test_a_file_put_beside_an_earlier_report_is_never_overwritten(tmp_path: Path) -> None:
    write_report(tmp_path, PAGES[:1])
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "d1.html").write_text("mine")
    with pytest.raises(InputError, match="not written by a report"):
        write_report(tmp_path, PAGES)
    assert (tmp_path / "documents" / "d1.html").read_text() == "mine"


def test_files_of_others_beside_a_report_stay(tmp_path: Path) -> None:
    write_report(tmp_path, PAGES)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "documents" / "notes.txt").write_text("mine")
    write_report(tmp_path, PAGES[:1])
    assert {"notes.txt", "documents/notes.txt"} <= set(files(tmp_path))


def test_a_list_that_names_files_elsewhere_leads_to_none_of_them(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("mine")
    folder = tmp_path / "report"
    write_report(folder, PAGES)
    with (folder / LIST).open("a") as listed:
        listed.write("../outside.html\n/etc/hosts\n")
    write_report(folder, PAGES)
    assert outside.read_text() == "mine"


def test_a_link_in_the_place_of_a_page_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("mine")
    folder = tmp_path / "report"
    write_report(folder, PAGES)
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(outside)
    with pytest.raises(InputError):
        write_report(folder, PAGES)
    assert outside.read_text() == "mine"


def test_a_report_that_was_broken_off_can_be_written_again(tmp_path: Path) -> None:
    def broken():
        yield PAGES[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_report(tmp_path, broken())
    assert write_report(tmp_path, PAGES) == 2


def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_report(tmp_path / "report", [("../index.html", "out")])
    assert not (tmp_path / "index.html").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine")
    with pytest.raises(InputError, match="not a folder"):
        write_report(tmp_path / "report", PAGES)


def test_what_the_system_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_report(tmp_path / "file" / "report", PAGES)
