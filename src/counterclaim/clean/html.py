"""Web pages to documents: title, blank line, body."""

from __future__ import annotations

from counterclaim.clean.addresses import page_address, resolve_links
from counterclaim.clean.article import Article, find_article
from counterclaim.clean.blocks import PARAGRAPH, Writer, plain, write_body
from counterclaim.clean.headlines import same_headline
from counterclaim.clean.language import detected_language, stated_language, why_not_read
from counterclaim.clean.media import embedded_media
from counterclaim.clean.outline import outline
from counterclaim.clean.page import Element, parse_page
from counterclaim.clean.title import page_title
from counterclaim.clean.version import CLEANER
from counterclaim.errors import EmptyInput
from counterclaim.model.document import Capture, Document
from counterclaim.model.receipt import text_sha256

_LEADING = 3  # elements of the body looked at for the title said again


def clean_html(capture: Capture) -> Document:
    """The document of a web page: its article's title, a blank line, and its paragraphs.

    Hyperlinks and embedded media keep their places in that text.  What the
    capture states (address, publisher, date, language) goes before what the
    page says, and a default date behind it.  Nothing is fetched.  EmptyInput if
    no article is found, InputTooLarge if the page exceeds the bounds of
    `parse_page`, InputError if it is broken in another way.
    """
    tree = parse_page(capture.data, capture.name)
    url = page_address(tree, capture.url)
    resolve_links(tree, url)
    article = find_article(tree, capture.name)
    if article is None:
        raise _no_article(capture.name)
    title = plain(capture.title or "").strip() or page_title(tree, article.title, article.outlet, url)
    writer, headline_end = _written(article, title)
    text = writer.text()
    if len(text) == (headline_end or 0):
        raise _no_article(capture.name)
    found = outline(text, headline_end=headline_end, headings=writer.headings)
    language = stated_language(capture.language) or detected_language(text, found.marks)
    links = [*writer.links, *embedded_media(tree, text, writer.pieces, url)]
    return Document(
        id=capture.id,
        name=capture.name,
        text=text,
        sha256=text_sha256(text, capture.name),
        language=language,
        cleaner=CLEANER,
        title=None if found.headline is None else text[slice(*found.headline)],
        url=url,
        publisher=capture.publisher or article.outlet,
        published=capture.published or article.published or capture.default_published,
        byline=article.byline,
        marks=found.marks,
        links=tuple(sorted(links, key=lambda link: (link.start, link.end, link.url))),
        headlines=found.headlines,
        not_read=why_not_read(language),
    )


def _no_article(name: str) -> EmptyInput:
    remedy = "Save the page again when it has loaded fully, or copy its text into a .txt file"
    return EmptyInput(name, "no article text is found in the page", remedy)


def _written(article: Article, title: str | None) -> tuple[Writer, int | None]:
    """The text with its links and headings, and where its first line ends if that is a title."""
    writer = Writer()
    headline_end = None
    if title:
        writer.words(title)
        writer.space(PARAGRAPH)
        headline_end = writer.length
        _drop_title(article.body, title)
    write_body(article.body, writer)
    return writer, headline_end


def _drop_title(body: Element, title: str) -> None:
    """Take the title out of the body's beginning, where it would stand a second time."""
    for element in list(body)[:_LEADING]:
        said = plain("".join(element.itertext())).strip()
        # removing an element takes the text behind it along
        if same_headline(said, title) and not (element.tail or "").strip():
            body.remove(element)
