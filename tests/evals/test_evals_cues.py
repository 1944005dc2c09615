"""Classes of cues."""

from __future__ import annotations

from collections import Counter

import pytest

from evals.cues import WORDS, CueClass, cue_class, forms


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", CueClass.SPEECH),
        ("has repeatedly denied", CueClass.SPEECH),
        ("according to", CueClass.SPEECH),
        ("declined to comment", CueClass.SPEECH),
        ("criticised", CueClass.SPEECH),
        ("echoes", CueClass.SPEECH),
        (":", CueClass.SPEECH),
        ("SAYS", CueClass.SPEECH),
        ("said he believes", CueClass.SPEECH),
        ("thinks", CueClass.BELIEF),
        ("is widely expected", CueClass.BELIEF),
        ("preferred", CueClass.BELIEF),
        ("sought", CueClass.INTENTION),
        ("planning to", CueClass.INTENTION),
        ("saw", CueClass.PERCEPTION),
        ("found", CueClass.DOCUMENT),
        ("voted for", CueClass.OTHER),
        ("", CueClass.NONE),
    ],
)
def test_the_first_listed_word_gives_the_class(cue: str, expected: CueClass) -> None:
    assert cue_class(cue) is expected


def test_no_word_is_listed_in_two_classes() -> None:
    listed = Counter(word for words in WORDS.values() for word in words)
    assert [word for word, times in listed.items() if times > 1] == []


def test_regular_forms_are_spelled_right() -> None:
    assert forms("deny") == {"deny", "denies", "denied", "denying"}
    assert forms("plan") == {"plan", "plans", "planned", "planning"}
    assert forms("stress") == {"stress", "stresses", "stressed", "stressing"}
    assert forms("recognize") >= {"recognising", "recognizes"}
    assert "portrayed" in forms("portray")
