"""English is read; any other language is named and left alone."""

from __future__ import annotations

import json

import pytest

from counterclaim.clean.language import detected_language, stated_language, why_not_read
from counterclaim.model.document import Mark, MarkKind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said on Monday that the bridge would stay shut until the river had fallen.", "en"),
        (
            "Die Bürgermeisterin sagte am Montag, die Brücke bleibe gesperrt, bis der Fluss gefallen sei.",
            "de",
        ),
        ("La maire a déclaré lundi que le pont resterait fermé jusqu’à la baisse du fleuve.", "fr"),
        ("La alcaldesa dijo el lunes que el puente seguirá cerrado hasta que baje el río.", "es"),
        ("Мэр заявила в понедельник, что мост останется закрытым, пока вода не спадёт.", "ru"),
        ("Мер заявила в понеділок, що міст залишатиметься закритим, доки вода не спаде.", "uk"),
        ("De burgemeester zei maandag dat de brug dicht blijft tot de rivier is gezakt.", "nl"),
        ("رئيسة البلدية قالت يوم الاثنين إن الجسر سيبقى مغلقا حتى ينخفض النهر.", "ar"),
        ("市长星期一说，在河水退去之前，大桥将继续关闭。", "zh"),
    ],
)
def test_the_language_of_a_sentence_is_found(text, language):
    assert detected_language(text) == language


@pytest.mark.parametrize("text", ["", "OK", "Yes.", "12345", "NATO, EU, G7", "Keldmoor v Orrin Tesk", "Hola"])
def test_a_short_text_without_a_clear_answer_is_taken_for_english(text):
    assert detected_language(text) == "en"


def test_a_short_text_in_other_letters_is_not():
    assert detected_language("Мост") not in {"en"}
    assert why_not_read(detected_language("Мост")) is not None


def test_marked_stretches_do_not_count():
    leftover = (
        "Les commentaires sont fermés. Abonnez-vous à notre lettre pour recevoir les nouvelles du fleuve. "
        * 3
    )
    text = f"The mayor said the bridge was shut.\n\n{leftover}"
    start = text.index(leftover)
    assert detected_language(text) == "fr"
    assert detected_language(text, [Mark(start, len(text), MarkKind.BOILERPLATE)]) == "en"


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("ger", "de"),
        ("deu", "de"),
        ("German", "de"),
        ("Klingon", "klingon"),
        ("und", None),
        (" ", None),
        (None, None),
    ],
)
def test_a_stated_language_is_understood_as_code_or_name(stated, code):
    assert stated_language(stated) == code


def test_what_is_not_read_says_which_language_it_is():
    assert why_not_read("en") is None
    assert why_not_read("de") == "language is German (de); this reader reads English"
    assert why_not_read("klingon") == "language is 'klingon'; this reader reads English"
    assert why_not_read("und") == "language is unknown, not English; this reader reads English"


def test_every_english_text_of_the_gold_and_the_statements_is_english(shared):
    files = [shared(f"gold/world-{letter}.attributions.jsonl") for letter in "ABCDEF"]
    files.append(shared("story/statements-2022-jan-feb.jsonl"))
    texts = [
        json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert len(texts) == 518
    assert [text[:60] for text in texts if detected_language(text) != "en"] == []
