"""Where results go: no good file is lost, and no fault of the place is a traceback."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from counterclaim.cli.output import Output, ReaderGone
from counterclaim.errors import OutputError

TEXT = b"Orla Venn, the mayor, said the bridge over the Lenn was closed.\n"
COMMAND = [sys.executable, "-m", "counterclaim"]
NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT)
    return str(path)


def write(path: Path, data: bytes = b"new") -> None:
    with Output(path) as sink:
        sink.write(data)


@pytest.mark.parametrize("format", ["html", "json", "jsonl", "table"])
def test_a_good_file_stays_when_nothing_could_be_read(tmp_path: Path, format: str) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"good")
    command = [*COMMAND, "read", "missing.txt", "--format", format, "--output", str(page)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 3
    assert page.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [page]


def test_a_folder_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "read", "missing.txt", "--output", "."], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 9
    assert b"it is a folder" in done.stderr
    assert b"missing" not in done.stderr


def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    old, new, usual = tmp_path / "old", tmp_path / "new", tmp_path / "usual"
    old.touch()
    old.chmod(0o640)
    usual.touch()
    write(old)
    write(new)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode
    assert old.read_bytes() == new.read_bytes() == b"new"


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target, link, loop = tmp_path / "folder" / "out", tmp_path / "link", tmp_path / "loop"
    link.symlink_to(target)
    loop.symlink_to(loop)
    write(link)  # leads nowhere yet
    write(link, b"newer")
    assert link.is_symlink()
    assert target.read_bytes() == b"newer"
    with pytest.raises(OutputError):
        Output(loop)


def test_a_pipe_and_a_device_are_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write(pipe)
    reader.join(10)
    assert got == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    write(Path(os.devnull))
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_an_error_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250)  # leaves no room for a longer name beside it
    path.write_bytes(b"good")
    with pytest.raises(TypeError), Output(path) as sink:
        sink.write("no bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"good"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_that_nobody_reads_is_no_error_of_ours(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    sink = Output(pipe)
    os.close(reader)
    with pytest.raises(ReaderGone):
        sink.write(b"new")
    with pytest.raises(ReaderGone), sink:
        pass  # what is still held is written when it is closed


@NEEDS_FULL
@pytest.mark.parametrize("arguments", [["read", "{}", "--format", f] for f in ("table", "jsonl", "html")])
def test_a_full_disk_is_code_9(text: str, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        command = [*COMMAND, *(text if word == "{}" else word for word in arguments)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 9
    assert done.stderr.startswith(b"counterclaim: standard output: it cannot be written")
    assert done.stderr.count(b"\n") == 1


@NEEDS_FULL
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_full_disk_is_code_9_for_help_too(option: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, option], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 9
    assert b"Traceback" not in done.stderr


@NEEDS_FULL
def test_what_is_found_when_a_file_is_closed_is_code_9(text: str) -> None:
    done = subprocess.run([*COMMAND, "read", text, "--output", "/dev/full"], capture_output=True, check=False)
    assert done.returncode == 9
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_who_reads_no_further_ends_the_run_quietly(tmp_path: Path, jobs: str) -> None:
    corpus = tmp_path / "c.jsonl"
    lines = (f'{{"id": "{n}", "text": "{TEXT.decode().strip()}"}}\n' for n in range(2000))
    corpus.write_text("".join(lines))
    command = [*COMMAND, "read", str(corpus), "--format", "jsonl", "--jobs", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert len(run.stdout.read(5)) == 5
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0
