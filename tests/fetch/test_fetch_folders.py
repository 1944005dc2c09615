"""Folders are walked in an order of their own, without links and hidden files."""

from __future__ import annotations

import os

import pytest
from fetch_fakes import taken

from counterclaim.errors import PassedOver
from counterclaim.fetch.inputs import input_captures
from tests.fuzz.seeds import JSONL

TEXT = "The mayor said the bridge was shut."


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.html", "a/deep/er/x.md", ".hidden.txt", ".git/x.txt", "a/.x/y.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    return tmp_path / "news"


def names(captures, folder):
    return [os.path.relpath(capture.name, folder) for capture in captures]


def test_files_come_by_name_and_hidden_ones_are_left_out(folder):
    captures, errors = taken(folder)
    assert errors == []
    assert names(captures, folder) == ["a/1.html", "a/2.txt", "a/deep/er/x.md", "b.txt"]


def test_files_of_other_kinds_are_counted_in_one_line(folder):
    for name in ("p.png", "a/q.PNG", "r.css", "noname"):
        (folder / name).write_bytes(b"\x89PNG")
    captures, (error,) = taken(folder)
    assert len(captures) == 4
    assert (type(error), error.where) == (PassedOver, str(folder))
    assert "4 files" in error.wrong
    assert "2 .png, " in error.wrong


def test_links_are_not_followed(folder, tmp_path):
    (tmp_path / "out.txt").write_text(TEXT)
    (folder / "out.txt").symlink_to(tmp_path / "out.txt")
    (folder / "loop").symlink_to(folder)
    captures, (error,) = taken(folder)
    assert len(captures) == 4
    assert "2 link" in error.wrong


def test_what_is_no_plain_file_is_not_opened(folder):
    os.mkfifo(folder / "pipe.txt")
    captures, (error,) = taken(folder)
    assert len(captures) == 4
    assert "1 no plain file" in error.wrong


def test_a_bad_file_keeps_none_from_being_read(folder):
    (folder / "a" / "empty.txt").write_text(" ")
    (folder / "corpus.jsonl").write_bytes(JSONL + b"\n{bad\n")
    captures, errors = taken(folder)
    assert len(captures) == 6
    assert [os.path.relpath(error.where, folder) for error in errors] == ["a/empty.txt", "corpus.jsonl:3"]


def test_a_folder_is_entered_so_deep_and_no_deeper(tmp_path):
    path = tmp_path / "deep"
    path.mkdir()
    here = os.open(path, os.O_RDONLY)
    for _ in range(250):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    captures, (error,) = taken(path)
    assert captures == []
    assert "1 folder too deep" in error.wrong


def test_an_empty_folder_gives_nothing(tmp_path):
    assert list(input_captures([str(tmp_path)])) == []
