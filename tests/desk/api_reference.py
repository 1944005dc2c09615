"""The generated part of docs/api.md; `.venv/bin/python tests/desk/api_reference.py` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from counterclaim.desk import api
from counterclaim.desk.api.description import description

PAGE = Path(__file__).parents[2] / "docs/api.md"
BEGIN, END = "<!-- generated from the OpenAPI document -->\n", "<!-- end of what is generated -->\n"


def reference() -> str:
    """The operations by their tags, each with its parameters, and the records that they give."""
    page = description(api.OPERATIONS)
    return "\n".join([*_operations(page), *_records(page)])


def with_reference(text: str) -> str:
    """The page with the generated part as it should be."""
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n{reference()}\n{END}{rest.partition(END)[2]}"


def _operations(page: dict[str, Any]) -> Iterator[str]:
    for tag in page["tags"]:
        yield f"### {tag['name'].capitalize()}\n\n{tag['description']}\n"
        yield "| request | does | gives | parameters |"
        yield "| --- | --- | --- | --- |"
        for path, methods in page["paths"].items():
            for method, operation in methods.items():
                if tag["name"] in operation["tags"]:
                    yield _row(method, path, operation)
        yield ""


def _row(method: str, path: str, operation: dict[str, Any]) -> str:
    asked = [one for one in operation.get("parameters", []) if one["in"] == "query"]
    names = [f"`{one['name']}`" + (" (needed)" if one.get("required") else "") for one in asked]
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        names = [f"body: {', '.join(_name(one) for one in schema['oneOf'])}"]
    status, given = next(iter(operation["responses"].items()))
    gives = _gives(next(iter(given["content"].values()))["schema"])
    told = gives if status == "200" else f"{status}, {gives}"
    short = path.removeprefix(api.ROOT)
    return f"| `{method.upper()} {short}` | {operation['summary']} | {told} | {', '.join(names)} |"


def _gives(schema: dict[str, Any]) -> str:
    if schema.get("type") == "array":
        return f"list of {_gives(schema['items'])}"
    return _name(schema) if "$ref" in schema else {"string": "text"}.get(schema["type"], "JSON")


def _name(schema: dict[str, Any]) -> str:
    return f"`{schema['$ref'].rpartition('/')[2]}`"


def _records(page: dict[str, Any]) -> Iterator[str]:
    yield "### Records\n\n| record | what it is | fields |"
    yield "| --- | --- | --- |"
    for name, one in page["components"]["schemas"].items():
        if "properties" in one:
            told = re.split(r"\n\n|(?<=\.)\s", one.get("description", ""), maxsplit=1)[0]
            fields = ", ".join(f"`{field}`" for field in one["properties"])
            yield f"| `{name}` | {' '.join(told.split())} | {fields} |"


if __name__ == "__main__":
    PAGE.write_text(with_reference(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
