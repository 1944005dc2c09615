"""From captures to documents: text with offsets, what is not read of it, metadata, language."""

from counterclaim.clean.html import clean_html
from counterclaim.clean.text import clean_text
from counterclaim.clean.version import CLEANER
from counterclaim.model.document import Capture, Document, Media

__all__ = ["CLEANER", "clean"]


def clean(capture: Capture) -> Document:
    """The document of a capture, whatever it holds; the same bytes give the same document.

    InputError, with what to do about it, if no document can be made of it.
    """
    return clean_html(capture) if capture.media is Media.HTML else clean_text(capture)
