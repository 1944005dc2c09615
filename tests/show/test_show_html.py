"""The page: all words in order, every card tied to its words, and nothing that acts."""

from __future__ import annotations

import re

import pytest
from test_show_builders import attribution, document
from test_show_meanings import meaning
from test_show_page_reader import Page, without_space
from test_show_samples import ALL, HOSTILE, TITLE, hostile, not_read, titled
from test_show_story import STORY, story

from counterclaim.clean import clean
from counterclaim.fetch.files import captures
from counterclaim.model.document import Link, LinkKind
from counterclaim.model.meaning import Evidence, EvidenceKind, Polarity
from counterclaim.model.reading import Reading
from counterclaim.show.html import reading_page
from counterclaim.show.visible import visible


@pytest.mark.parametrize("sample", ALL)
def test_every_word_of_the_article_is_there_in_order(sample):
    reading = sample()
    shown = without_space("".join(Page(reading_page([reading])).words))
    assert shown.endswith(without_space(visible(reading.document.text)))


@pytest.mark.parametrize("sample", ALL)
def test_anchors_are_unique_and_every_link_leads_somewhere(sample):
    page = Page(reading_page([sample(), sample()]))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_each_card_leads_to_its_words_and_back():
    reading = story()
    page = Page(reading_page([reading]))
    assert len(page.cards) == len(reading.attributions)
    for number in range(1, len(reading.attributions) + 1):
        assert f"#d1-said{number}" in page.inside[f"d1-card{number}"]
        assert f"#d1-card{number}" in page.links


def words_of(number: int) -> str:
    """What a card of the story says."""
    return " ".join(Page(reading_page([story()])).cards[f"d1-card{number}"].split())


def test_a_card_is_headed_by_the_speaker_and_the_words_of_the_text_follow():
    assert words_of(9).startswith("9 Pell Marrow speaks for Lorvan “He” called")


def test_words_that_only_name_the_speaker_stand_for_the_name():
    assert words_of(5).startswith("5 the Tessany government had warned speaks for Tessany forecast")
    assert words_of(1).startswith("1 Lorvan says indirect")


def test_what_a_claim_means_stands_on_its_card():
    assert "commitment, due by 31 Mar 2031 12,000 soldiers" in words_of(10)
    assert "request asks for evidence" in words_of(7)
    assert "a denies evidence: witnessed b 2 bridges “over the weekend”: 8–9 Mar 2031" in words_of(3)


def test_what_is_not_resolved_is_shown_as_such():
    html = reading_page([story()])
    assert '<li class="badge is-open"><bdi>speaker not resolved: no source is named</bdi></li>' in html


def test_evidence_has_its_link_and_what_it_is_said_to_show():
    html = reading_page([story()])
    link = '<a href="https://ministry.example/video?a=1&amp;b=2" rel="noreferrer noopener nofollow">'
    assert f"{link}<bdi>evidence: video, supplied by Lorvan</bdi></a>" in html
    assert "said to show “a column of trucks crosses a bridge at night”" in words_of(2)


def test_what_evidence_shows_is_not_repeated_where_it_is_the_claim_itself():
    doc = document("A film shows boats by the bank.", title=None)
    boats = ((13, 30),)
    film = Evidence(kind=EvidenceKind.VIDEO, spans=((0, 6),), shows=boats)
    row = attribution(doc, "1", (), (), boats, meanings=(meaning(evidence=(film,)),))
    assert "said to show" not in reading_page([Reading(document=doc, attributions=(row,), reader="0.1.0")])


def test_the_receipt_lists_all_that_was_read():
    assert "meaning affirms · certainty: possible (“could”) · future" in words_of(5)
    assert "ICD 203 roughly even chance (45-55%)" in words_of(5)
    assert "due 10 Mar 2031 to about 14 Mar 2031 (2031-03-10/2031-03-14~)" in words_of(5)
    assert "said 10 Mar 2031 (2031-03-10), as the text says" in words_of(2)
    assert "place “Ansel” Ansel, feature, XX, one of several of this name" in words_of(2)
    assert "number “12,000 soldiers” 12,000 soldiers, unit: people, of: soldiers" in words_of(10)
    assert "kind person speaks for Lorvan key pell marrow" in words_of(10)


def test_the_own_voice_is_marked_in_the_text_and_listed_apart():
    page = Page(reading_page([story()]))
    assert {"#d1-own1", "#d1-own2", "#d1-stated1", "#d1-stated2"} <= set(page.links)
    html = reading_page([story()])
    assert '<span class="own">a column of trucks crosses a bridge at night</span>' in html
    listed = html[html.index('<section class="own-voice"') :]
    assert listed.index("A decision on the grain corridor") < listed.index("forecast, due 13 Mar 2031")
    assert "11 attributions, 2 in the outlet’s own voice" in html


def test_a_document_without_own_voice_has_no_list_of_it():
    assert "own-voice" not in re.sub(r"<style>.*?</style>", "", reading_page([not_read()]), flags=re.DOTALL)


def test_badges_of_a_long_speech_stand_beside_the_words():
    sentences = [
        f"We have not closed gate {number} of the harbour in all these years. " for number in range(60)
    ]
    text = "".join(sentences)
    doc = document(text, title=None)
    starts = [text.index(sentence) for sentence in sentences]
    claims = tuple(
        ((start, start + len(sentence) - 1),) for start, sentence in zip(starts, sentences, strict=True)
    )
    denials = tuple(meaning(polarity=Polarity.DENIES) for _ in claims)
    speech = attribution(doc, "1", (), (), ((0, len(text) - 1),), claims=claims, meanings=denials)
    html = reading_page([Reading(document=doc, attributions=(speech,), reader="0.1.0")])
    _, *rows = html.split('<div class="row')[1:]  # the first one is the heading
    assert len(rows) > 1
    letters = [re.findall(r'class="letter" href="#(d1-claim1[a-z]+)"', row) for row in rows]
    assert all(f'id="{anchor}"' in row for row, found in zip(rows, letters, strict=True) for anchor in found)
    assert sum(map(len, letters)) == len(claims)
    assert all("(not named), continued" in row for row in rows[1:])


def test_a_card_says_who_how_and_with_what_confidence():
    card = Page(reading_page([story()])).cards["d1-card5"]
    assert "the Tessany government had warned" in " ".join(card.split())
    assert "mixed · confidence 0.78, fair · inside 4" in " ".join(card.split())


def test_an_implicit_source_is_shown_as_not_named():
    assert "(not named)" in Page(reading_page([story()])).cards["d1-card11"]


def test_the_receipt_shows_hash_offsets_and_exact_words():
    reading = story()
    card = " ".join(Page(reading_page([reading])).cards["d1-card5"].split())
    for entry in reading.attributions[4].receipt.content:
        assert f"content {entry.position.start}–{entry.position.end} {entry.quote.exact}" in card
    assert reading.document.sha256[:12] in card


def test_pieces_and_claims_have_anchors_of_their_own():
    page = Page(reading_page([story()]))
    assert page.inside["d1-card3"][-2:] == ["#d1-claim3a", "#d1-claim3b"]
    assert {"#d1-said8", "#d1-said8-2", "#d1-said8-3"} <= set(page.inside["d1-card8"])


def test_the_text_is_only_text_however_hostile():
    html = reading_page([hostile()])
    page = Page(html)
    assert {name for name, _ in page.elements}.isdisjoint({"script", "img", "b", "iframe", "object", "form"})
    assert not [name for _, given in page.elements for name in given if name.startswith("on")]
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert "<script>alert('one')</script>" in "".join(page.words)
    assert "speaks for <script>alert('two')</script>⟨U+202E⟩␛[31m!" in page.cards["d1-card1"]
    assert "{{ 7 * 7 }} {% raw %}" in "".join(page.words)


def test_acting_characters_are_named():
    html = reading_page([hostile()])
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", html)
    assert "⟨U+202E⟩everything⟨U+202C⟩" in html


def test_a_page_has_a_strict_policy_and_loads_nothing():
    page = Page(reading_page([story()]))
    policy = [given["content"] for name, given in page.elements if given.get("http-equiv")]
    assert policy[0].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src 'none'")
    assert not [given for _, given in page.elements if "src" in given or "style" in given]
    assert {name for name, _ in page.elements}.isdisjoint({"script", "link"})


def test_only_web_addresses_become_links():
    page = Page(reading_page([story()]))
    outside = [given for _, given in page.elements if (given.get("href") or "#")[0] != "#"]
    assert {given["href"] for given in outside} == {
        "https://courier.example/lorvan",
        "https://ministry.example/video?a=1&b=2",
        "https://ministry.example/bridge.mp4",
    }
    assert {given["rel"] for given in outside} == {"noreferrer noopener nofollow"}


def test_stretches_left_aside_say_why():
    html = reading_page([story()])
    assert "not read: repeated headline" in html
    assert "not read: boilerplate" in html


def test_a_document_that_was_not_read_says_why_and_stays_whole():
    html = reading_page([not_read()])
    assert "language German is not read" in html
    assert 'lang="de"' in html


def test_a_separate_title_has_its_own_cards_and_is_shown_once():
    page = Page(reading_page([titled()]))
    assert page.words[0].strip() == TITLE
    assert "title sha256" in page.cards["d1-card1"]


def test_a_title_that_opens_the_text_is_not_repeated():
    page = Page(reading_page([story()]))
    assert page.words[0].strip() == STORY.partition("\n")[0]
    assert without_space("".join(page.words)) == without_space(STORY)


def test_a_title_with_a_section_name_behind_it_is_not_repeated(root):
    (capture,) = captures([str(root / "src/counterclaim/story/2031-03-05-caldane-sentinel.txt")])
    doc = clean(capture)
    page = Page(reading_page([Reading(document=doc, attributions=(), reader="0.1.0")]))
    assert page.words[0].strip() == f"{doc.title} | Foreign"
    assert without_space("".join(page.words)) == without_space(doc.text)
    assert [name for name, given in page.elements if "words" in (given.get("class") or "")][:2] == ["h2", "p"]


def test_a_title_below_blank_lines_is_not_repeated():
    doc = document("\n\nA title\n\nWords.", title="A title", headlines=((2, 9),))
    page = Page(reading_page([Reading(document=doc, attributions=(), reader="0.1.0")]))
    assert [words.strip() for words in page.words] == ["A title", "Words."]


def test_the_page_is_titled_by_its_document():
    assert "<title>Counterclaim — Brücke offen</title>" in reading_page([not_read()])
    assert "<title>Counterclaim — 2 documents</title>" in reading_page([not_read(), story()])


def test_a_page_without_documents_is_a_page():
    assert "<title>Counterclaim — 0 documents</title>" in reading_page([])


def test_an_empty_text_is_shown():
    doc = document("", title=None, not_read="empty")
    assert "empty" in reading_page([Reading(document=doc, attributions=(), reader="0.1.0")])


def test_a_medium_after_the_last_word_is_shown():
    doc = document("One.", links=(Link(4, 4, "https://x.example/a.mp4", LinkKind.VIDEO),))
    page = Page(reading_page([Reading(document=doc, attributions=(), reader="0.1.0")]))
    assert "https://x.example/a.mp4" in page.links


def test_no_line_passes_a_verdict():
    words = re.sub(r"<style>.*?</style>|<[^>]+>", " ", reading_page([story()]), flags=re.DOTALL).lower()
    for verdict in (
        "true",
        "false",
        "lie",
        "lying",
        "fake",
        "debunked",
        "misleading",
        "wrong",
        "right",
        "correct",
    ):
        assert not re.search(rf"\b{verdict}\b", words), verdict


def test_the_same_readings_give_the_same_page():
    assert reading_page([story(), titled()]) == reading_page([story(), titled()])


def test_contents_nested_very_deep_keep_their_numbers():
    doc = document(HOSTILE)
    spans = [((index, len(HOSTILE) - index),) for index in range(40)]
    names = [str(index) for index in range(40)]
    parents = [None, *names]
    rows = [
        attribution(doc, name, (), (), content, parent=parent)
        for name, content, parent in zip(names, spans, parents, strict=False)
    ]
    page = Page(reading_page([Reading(document=doc, attributions=tuple(rows), reader="0.1.0")]))
    assert {f"d1-said{number}" for number in range(1, 41)} <= set(page.ids)
