"""Demands for proof."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from counterclaim.model.reading import QuoteType
from counterclaim.read.evidence import asks_for_evidence
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said


def asks(parse: Callable[[str], Parse], cue: str, claim: str) -> bool:
    text = f"Corvane {cue} {claim}" if cue else claim
    start = len(text) - len(claim)
    cues = ((8, 8 + len(cue)),) if cue else ()
    said = Said(((0, 7),), cues, ((start, len(text)),), QuoteType.INDIRECT, None, ())
    return asks_for_evidence(parse(text), said, ((start, len(text)),))


@pytest.mark.parametrize(
    ("cue", "claim"),
    [
        ("says", "that it wants to see evidence"),
        ("demanded", "proof"),
        ("asked", "for hard and clear proof"),
        ("says", "the ministry has not shown any evidence of it"),
        ("said", "that proof was still missing"),
        ("sees", "no evidence of a retreat"),
        ("insists", "that it must first see proof"),
        ("says", "seeing evidence would be better"),
        ("", "“Where is the proof?”"),
        ("found", "no record of the sale"),
        ("complained", "that it was accused without evidence"),
        ("said", "that the report could not be independently verified"),
        ("says", "that Arlen must prove that the valley is empty"),
    ],
)
def test_proof_is_asked_for_or_missing(parse: Callable[[str], Parse], cue: str, claim: str) -> None:
    assert asks(parse, cue, claim)


@pytest.mark.parametrize(
    ("cue", "claim"),
    [
        ("said", "that it has proof of the attack"),
        ("said", "the evidence shows a leak"),
        ("said", "that the clerk wanted to destroy evidence"),
        ("declined", "to confirm the report"),
        ("said", "that no train will run"),
        ("", ""),
    ],
)
def test_other_words_about_proof_ask_for_none(parse: Callable[[str], Parse], cue: str, claim: str) -> None:
    assert not asks(parse, cue, claim)


def test_long_hostile_words_take_no_long_time(parse: Callable[[str], Parse]) -> None:
    text = "no not want must show " * 2_000
    said = Said((), (), ((0, len(text)),), QuoteType.INDIRECT, None, ())
    one = Parse(text, (), ())

    started = time.perf_counter()
    asks_for_evidence(one, said, ((0, len(text)),))

    assert time.perf_counter() - started < 1
