"""The page about the API: its tables are those of the description, its session is what the desk answers."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from api_reference import BEGIN, END, with_reference
from fastapi.testclient import TestClient

from counterclaim.desk import api, jobs
from counterclaim.desk.api.description import description

ADDRESS = "http://127.0.0.1:8765/api/v1"


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs/api.md").read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_description(page: str) -> None:
    assert BEGIN in page
    assert END in page
    assert page == with_reference(page), "run: .venv/bin/python tests/desk/api_reference.py"


def test_the_session_is_what_the_desk_answers(
    page: str, own_desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs.Jobs, "_work", lambda _: None)
    blocks = re.findall(r"^```\n(\$ .+?)^```", page, flags=re.MULTILINE | re.DOTALL)
    lines, stale = 0, []
    for command, shown in _typed("\n".join(blocks)):
        answer = _answered(own_desk, command)
        lines += len(answer)
        stale += [line for line in shown if line not in answer]
    assert lines > 10
    assert len(stale) <= lines // 5, stale  # another kind of processor may see a doubtful claim or not


def _typed(session: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines that it prints."""
    for one in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, *shown = one.strip().splitlines()
        yield command, shown


def _answered(desk: TestClient, command: str) -> list[str]:
    """What a command of the session prints; nothing where it asks the desk nothing, or keeps the answer."""
    asking, _, after = command.partition(" | ")
    words = shlex.split(asking.replace("$desk", ADDRESS))
    if words[0] not in ("curl", "$write") or ">" in after:
        return []
    address = next(one for one in words if one.startswith(ADDRESS))
    if "-sI" in words:
        headers = desk.head(address).headers
        return [f"{name}: {value}" for name, value in headers.items() if name == after.split()[-1]]
    if words[0] == "$write":
        token = desk.get(f"{ADDRESS}/session").json()["csrf"]
        sent = words[words.index("-d") + 1]
        headers_sent = {"X-CSRF-Token": token, "Content-Type": "application/json"}
        answer = desk.post(address, content=sent, headers=headers_sent)
    else:
        answer = desk.get(address)
    if not after:
        return [answer.text]
    found = _filtered(answer.json(), re.fullmatch(r"jq -c '(.+)'", after)[1])  # type: ignore[index]
    return [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in found]


def _filtered(value: Any, asked: str) -> list[Any]:
    """What jq gives for as much of its language as the page uses: a path, a pipe, an array of paths."""
    first, _, rest = asked.partition(" | ")
    if first.startswith("["):
        return [[_filtered(value, one)[0] for one in first.strip("[]").split(", ")]]
    found = [value]
    for step in re.findall(r"\[\]|\w+", first):
        found = [each for one in found for each in one] if step == "[]" else [one[step] for one in found]
    return [each for one in found for each in _filtered(one, rest)] if rest else found


def test_every_part_of_the_description_says_what_it_is() -> None:
    document = description(api.OPERATIONS)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], path
            assert operation["description"], path
            for parameter in operation.get("parameters", []):
                assert parameter["description"], (method, path, parameter["name"])
            for status, response in operation["responses"].items():
                assert response["description"], (method, path, status)
                if status >= "400":
                    (content,) = response["content"].values()
                    assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
    for name, component in document["components"]["schemas"].items():
        assert component.get("description"), name


def test_what_is_pointed_to_is_there() -> None:
    document = description(api.OPERATIONS)
    text = json.dumps(document)
    for name in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert name in document["components"]["schemas"]
    assert "HTTPValidationError" not in text
    operations = [one["operationId"] for each in document["paths"].values() for one in each.values()]
    assert len(operations) == len(set(operations)) == len(api.OPERATIONS.described)
