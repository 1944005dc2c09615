"""A small reader of pages for the other tests of `show`, and a test of itself."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}
SIGNS = {"number", "claim", "stated", "why", "medium"}  # what the page adds between an article's words


class Page(HTMLParser):
    """What stands in a page: elements, anchors, links, the article's words and the cards' words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.cards: dict[str, str] = {}
        self.inside: dict[str, list[str]] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute twice in {tag}"
        self.elements.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
            if card := self._card():
                self.inside.setdefault(card, []).append(given["href"])
        if tag not in VOID:
            self._open.append((tag, given))
            if "words" in self._classes(given):
                self.words.append("")

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        classes = [self._classes(given) for _, given in self._open]
        if any("words" in names for names in classes) and not any(names & SIGNS for names in classes):
            self.words[-1] += data
        if card := self._card():
            self.cards[card] = self.cards.get(card, "") + data

    def _card(self) -> str | None:
        return next((given["id"] for _, given in self._open if "card" in self._classes(given)), None)

    @staticmethod
    def _classes(given: dict[str, str | None]) -> set[str]:
        return set((given.get("class") or "").split())


def without_space(words: str) -> str:
    return "".join(words.split())


def test_signs_between_words_are_no_words():
    page = Page('<p class="words">one <a class="number" href="#x">1</a>two</p><p>three</p>')
    assert page.words == ["one two"]
