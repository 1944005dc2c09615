"""Plain text and corpus records to documents; nothing is cut from them."""

from __future__ import annotations

from counterclaim.clean.decode import decode_record, decode_text
from counterclaim.clean.language import detected_language, stated_language, why_not_read
from counterclaim.clean.outline import outline
from counterclaim.clean.version import CLEANER
from counterclaim.errors import EmptyInput
from counterclaim.model.document import Capture, Document, Media
from counterclaim.model.receipt import text_sha256


def clean_text(capture: Capture) -> Document:
    """The document of a text file or corpus record: its text exactly as decoded.

    Leftovers of a web page, repeated headlines and section names stay in their
    place and are marked.  NotText if it cannot be decoded, EmptyInput if there
    is only white space.
    """
    decode = decode_record if capture.media is Media.RECORD else decode_text
    text = decode(capture.data, capture.name)
    if not text.strip():
        raise EmptyInput(capture.name, "there is no text in it", "Give a file that holds an article")
    found = outline(text, title=capture.title)
    language = stated_language(capture.language) or detected_language(text, found.marks)
    separate = capture.title is not None
    return Document(
        id=capture.id,
        name=capture.name,
        text=text,
        sha256=text_sha256(text, capture.name),
        language=language,
        cleaner=CLEANER,
        title=text[slice(*found.headline)] if found.headline else capture.title,
        title_is_separate=separate,
        title_sha256=text_sha256(capture.title, capture.name) if capture.title is not None else None,
        url=capture.url,
        publisher=capture.publisher,
        published=capture.published or capture.default_published,
        marks=found.marks,
        headlines=found.headlines,
        not_read=why_not_read(language),
    )
