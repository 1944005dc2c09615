"""What sort of words a source is."""

from __future__ import annotations

import pytest

from evals.mentions import MentionKind, mention_kind

TEXT = "Officials met. Kelder was closed, officials said."


def kind(words: str, around: str = TEXT) -> MentionKind:
    text = f"{around} {words}"
    return mention_kind(((len(around) + 1, len(text)),), text)


def test_a_source_left_out_is_implicit() -> None:
    assert mention_kind((), TEXT) is MentionKind.IMPLICIT
    assert mention_kind((), TEXT, listed=frozenset()) is MentionKind.IMPLICIT


@pytest.mark.parametrize(
    "words", ["he", "She", "who", "the minister", "his aide", "officials", "Officials", "The two countries"]
)
def test_pronouns_and_descriptions_are_to_be_resolved(words: str) -> None:
    assert kind(words) is MentionKind.TO_RESOLVE


@pytest.mark.parametrize(
    "words", ["Kelder", "the Kelder group", "a witness", "Several officials", "minister Tomas Berg", "“”"]
)
def test_names_and_new_people_are_not(words: str) -> None:
    assert kind(words) is MentionKind.NAMED


def test_a_coreference_file_has_the_say() -> None:
    listed = frozenset({(34, 43)})
    assert mention_kind(((34, 43),), TEXT, listed) is MentionKind.TO_RESOLVE
    assert mention_kind(((0, 9),), TEXT, listed) is MentionKind.NAMED
    assert mention_kind(((34, 36), (40, 43)), TEXT, listed) is MentionKind.TO_RESOLVE
