"""One record of a corpus, whatever file it stands in: its fields, checked."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.errors import MalformedRecord
from counterclaim.fetch.dates import iso_day
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.model.document import Capture, Media

REQUIRED = ("id", "text")
OPTIONAL = ("url", "publisher", "published", "title", "language")
_TYPES: dict[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def record_capture(fields: Mapping[str, object], where: str, day: str | None) -> Capture:
    """The capture of one record; MalformedRecord or InputTooLarge naming `where` if it is not one.

    `id` and `text` must be there; `url`, `publisher`, `published`, `title` and
    `language` may be; every other field is ignored.  `day` is the default date
    of publication, for a record that states none.
    """
    text = _required(fields, "text", where)
    data = text.encode("utf-8")
    if len(data) > DOCUMENT_BYTES:
        raise too_large(where)
    stated = {field: _optional(fields, field, where) for field in OPTIONAL}
    return Capture(
        name=where,
        data=data,
        media=Media.RECORD,
        id=_id(fields, where),
        url=stated["url"],
        publisher=stated["publisher"],
        published=None if stated["published"] is None else _day(stated["published"], where),
        title=stated["title"],
        language=stated["language"],
        default_published=day,
    )


def _id(fields: Mapping[str, object], where: str) -> str:
    stated = fields.get("id")
    if isinstance(stated, int) and not isinstance(stated, bool):
        return str(stated)
    name = _required(fields, "id", where)
    if not name.isprintable():
        raise MalformedRecord(
            where, "`id` holds a line break or another control character", "Give it a plain name"
        )
    return name


def _day(stated: str, where: str) -> str:
    try:
        return iso_day(stated)
    except ValueError as error:
        remedy = "Write the day like this: 2022-02-16, or leave the field out"
        raise MalformedRecord(where, f"`published`: {error}", remedy) from error


def _required(fields: Mapping[str, object], field: str, where: str) -> str:
    if field not in fields:
        raise MalformedRecord(
            where, f"there is no field `{field}`", "Every record needs an `id` and a `text`"
        )
    value = _string(fields[field], field, where)
    if value is None or not value.strip():
        raise MalformedRecord(where, f"`{field}` is empty", f"Give the record its `{field}`, or leave it out")
    return value


def _optional(fields: Mapping[str, object], field: str, where: str) -> str | None:
    value = _string(fields.get(field), field, where)
    return value if value and value.strip() else None


def _string(value: object, field: str, where: str) -> str | None:
    """The value as a string that UTF-8 can hold; None stays None."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise MalformedRecord(
            where,
            f"`{field}` is {_TYPES.get(type(value), 'something else')}, not a string",
            "Put it in quotation marks",
        )
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MalformedRecord(
            where,
            f"`{field}` holds {_bad_unit(value[error.start])} at offset {error.start}",
            "Save the corpus as valid UTF-8",
        ) from error
    return value


def _bad_unit(unit: str) -> str:
    """What a code unit that UTF-8 cannot hold came from.

    The readers decode with `surrogateescape`, which turns a byte that is no
    UTF-8 into U+DC80 to U+DCFF; any other lone surrogate was written as such.
    """
    code = ord(unit)
    if 0xDC80 <= code <= 0xDCFF:
        return f"the byte 0x{code - 0xDC00:02X}, which is not UTF-8,"
    return f"the lone surrogate U+{code:04X}"
