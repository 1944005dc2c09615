"""What bytes are, told from the bytes themselves."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096  # bytes looked at; the longest preamble of a saved page seen was under 1,000

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a GZIP archive"),
    (b"BZh", "a BZIP2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS or PPT)"),
    (b"{\\rtf", "an RTF document"),
    (b"bplist00", "a Safari web archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
)
_ZIPPED = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (ODT)"),
    (b"application/epub+zip", "an EPUB book"),
)
# *+ gives nothing back: with * the number of ways to cut comments doubles with each
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|article|main|section|div|h1|p|table)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def foreign_format(data: bytes) -> str | None:
    """What the data is where it is no text at all ("a PDF", "binary data"), or None."""
    head = data[:_HEAD]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(b"PK\x03\x04"):
        return next((name for part, name in _ZIPPED if part in head), "a ZIP archive")
    if head.startswith((b"From: ", b"MIME-Version: ")) and b"multipart/related" in head:
        return "a web archive (MHTML)"
    if not head.startswith(_WIDE_BOMS) and (at := data.find(0)) >= 0:
        return f"binary data (a NUL byte at offset {at})"
    return None


def looks_like_html(data: bytes) -> bool:
    """Whether the first bytes begin a web page."""
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8)
    if head.startswith(_WIDE_BOMS):
        # the markup is ASCII; dropping the BOM and the zero bytes leaves it bare
        head = head[2:].replace(b"\x00", b"")
    return _HTML_START.match(head) is not None


def is_blank(data: bytes) -> bool:
    """Whether there is nothing but white space and a byte order mark."""
    return not data.removeprefix(codecs.BOM_UTF8).strip()
