"""`counterclaim read` as a person uses it, in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

STORY = Path("src/counterclaim/story")


def run(root: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "counterclaim", *arguments],
        cwd=root,
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def story(root: Path) -> list[str]:
    return [str(path) for path in sorted((root / STORY).iterdir()) if path.suffix in {".html", ".txt"}]


@pytest.fixture(scope="module")
def corpus(root: Path, story: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "story.jsonl"
    texts = [Path(name) for name in story if name.endswith(".txt")]
    records = [
        {"id": f"{p.stem}-{n}", "text": p.read_text(encoding="utf-8")} for n in range(9) for p in texts
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def records(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def test_the_bundled_story_comes_out_as_cards(root: Path, story: list[str]) -> None:
    done = run(root, "read", *story)
    assert done.returncode == 0, done.stderr.decode()
    shown = done.stdout.decode("utf-8")
    assert "Ilse Varrendonk · Northern Straits Compact" in shown
    assert "has denied" in shown


def test_each_format_holds_the_same_attributions(root: Path, story: list[str]) -> None:
    by_line = records(run(root, "read", *story, "--format", "jsonl").stdout)
    as_array = json.loads(run(root, "read", *story, "--format", "json").stdout)
    page = run(root, "read", *story, "--format", "html").stdout.decode("utf-8")
    assert by_line == as_array
    assert len(by_line) == len(story)
    assert page.count("<article") >= len(story)
    assert "<script" not in page


def test_two_processes_give_the_same_bytes_as_one(root: Path, corpus: Path) -> None:
    one = run(root, "read", str(corpus), "--format", "jsonl")
    two = run(root, "read", str(corpus), "--format", "jsonl", "--jobs", "2")
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout


def test_a_document_reads_the_same_alone_and_in_company(root: Path, story: list[str], corpus: Path) -> None:
    text = next(name for name in story if name.endswith(".txt"))
    alone = records(run(root, "read", text, "--format", "jsonl").stdout)[0]["attributions"]
    among = records(run(root, "read", str(corpus), "--format", "jsonl").stdout)[0]["attributions"]
    assert alone == among


def test_output_goes_to_a_file_once_it_is_whole(root: Path, story: list[str], tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = run(root, "read", story[0], "--format", "jsonl", "--output", str(target))
    assert done.stdout == b""
    assert len(records(target.read_bytes())) == 1
    assert list(tmp_path.iterdir()) == [target]


def test_standard_input_and_a_date(root: Path) -> None:
    text = "Orla Venn, the mayor, said the bridge over the Lenn was closed."
    done = run(root, "read", "-", "--published", "2031-03-04", "--format", "jsonl", stdin=text.encode())
    (record,) = records(done.stdout)
    assert record["published"] == "2031-03-04"
    (attribution,) = record["attributions"]
    (span,) = attribution["receipt"]["content"]
    assert text[span["position"]["start"] : span["position"]["end"]] == span["quote"]["exact"]


def test_another_language_is_reported_and_not_read(root: Path) -> None:
    text = "Die Bürgermeisterin sagte am Montag, die Brücke über den Fluss sei seit dem Morgen gesperrt."
    (record,) = records(run(root, "read", "-", "--format", "jsonl", stdin=text.encode()).stdout)
    assert record["attributions"] == []
    assert "German" in record["not_read"]


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 5, "no text"),
        (b"\x00\x01\x02\x03" * 50, 6, "binary"),
        ("Das Café".encode("latin-1"), 6, "not UTF-8"),
        (b"word " * 10_000_001, 7, "bytes"),
    ],
)
def test_bad_input_is_named_with_fault_and_remedy(
    root: Path, tmp_path: Path, content: bytes, code: int, words: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    done = run(root, "read", str(bad))
    message = done.stderr.decode("utf-8")
    assert done.returncode == code
    assert str(bad) in message
    assert words in message
    assert "Traceback" not in message


def test_a_missing_file_is_code_3(root: Path) -> None:
    done = run(root, "read", "no-such-file.txt")
    assert done.returncode == 3
    assert b"no such file" in done.stderr


def test_a_bad_record_is_reported_and_the_others_are_read(root: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(
        '{"id": "a", "text": "The mayor said no."}\n{"id": "b"}\n{"id": "c", "text": "Rain fell."}\n'
    )
    done = run(root, "read", str(corpus), "--format", "jsonl")
    assert [record["id"] for record in records(done.stdout)] == ["a", "c"]
    assert b"c.jsonl:2" in done.stderr
    assert done.returncode == 8


def test_a_long_single_line_is_read(root: Path) -> None:
    line = "The ferry left at noon and came back at night. " * 4000
    done = run(root, "read", "-", "--format", "jsonl", stdin=line.encode())
    assert done.returncode == 0
    assert len(records(done.stdout)) == 1


def test_an_output_that_cannot_be_written_is_code_9(root: Path, story: list[str], tmp_path: Path) -> None:
    done = run(root, "read", story[0], "--output", str(tmp_path / "no-folder" / "x"))
    assert done.returncode == 9
    assert b"cannot be written" in done.stderr
