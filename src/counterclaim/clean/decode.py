"""From bytes to characters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from trafilatura.utils import detect_encoding

from counterclaim.errors import NotText

_WIDE_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARATION_BYTES = 4096  # browsers look at 1,024; saved pages often put comments first
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?\s*+([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_NO_PAGE_ENCODING = {
    "utf-7",  # no browser reads it: it hides markup
    # Python's own; they make lone surrogates, or take quadratic time
    "unicode-escape",
    "raw-unicode-escape",
    "idna",
    "punycode",
}
# What pages name and what their bytes are, after the Encoding Standard
# (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}


def decode_text(data: bytes, name: str) -> str:
    """The text of a plain text file, newlines untouched; NotText if it is in no encoding it claims.

    UTF-8, or UTF-16 or UTF-32 where a byte order mark declares it.  The mark is
    no part of the text: offsets count from the first character behind it.
    """
    for mark, encoding in _WIDE_BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, name, 0)
    marked = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return _strictly(data[marked:], "utf-8", name, marked)


def decode_record(data: bytes, name: str) -> str:
    """The text of a corpus record, exactly: a leading U+FEFF belongs to it."""
    return _strictly(data, "utf-8", name, 0)


def decode_page(data: bytes) -> str:
    """The source of a web page: by its byte order mark, as UTF-8 if it is that, by its
    declaration, by its look; at the very last with U+FFFD for what cannot be read.

    UTF-8 goes before the declaration because saved pages often keep one that
    is no longer true, and text in another encoding is hardly ever valid UTF-8.
    """
    for mark, encoding in _WIDE_BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    for encoding in _candidates(data):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def _candidates(data: bytes) -> Iterator[str]:
    declared = _declared(data)
    if declared is not None and declared.startswith(("iso2022", "hz")):
        # 7-bit encodings are valid UTF-8 too, and not what they seem in it
        yield declared
    yield "utf-8"
    if declared is not None:
        yield declared
    yield from detect_encoding(data)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARATION_BYTES])
    if match is None:
        return None
    try:
        found = codecs.lookup(match.group(1).decode("ascii"))
    except LookupError:
        return None
    if found.name in _NO_PAGE_ENCODING:
        return None
    return _MEANT.get(found.name, found.name)


def _strictly(data: bytes, encoding: str, name: str, shift: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + shift
        byte = f"the byte 0x{data[error.start]:02X} at offset {at}" if error.start < len(data) else "its end"
        source = "windows-1252" if encoding == "utf-8" else encoding
        raise NotText(
            name,
            f"{byte} is not {encoding.upper()} ({error.reason})",
            "Convert it to UTF-8, for example: "
            f"iconv -f {source} -t utf-8 OLD > NEW (with the encoding that it was saved in)",
        ) from error
