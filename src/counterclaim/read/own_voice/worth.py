"""What makes a statement worth checking: a quantity, a date, an event."""

from __future__ import annotations

import re

from counterclaim.read.evidence.words import verbs
from counterclaim.read.own_voice.units import Unit, is_finite, span_of
from counterclaim.read.parse import Entity, Parse

_COUNTED = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_UNCOUNTED = frozenset(
    {
        "DATE",
        "TIME",
        "ORDINAL",
        "LAW",
        "EVENT",
        "PRODUCT",
        "WORK_OF_ART",
        "FAC",
        "ORG",
        "PERSON",
        "GPE",
        "LOC",
    }
)
_PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_SMALL = frozenset("one half another both".split())
_LARGE = frozenset("dozens hundreds thousands millions billions tens".split())
_DAY = re.compile(
    r"\b(?:(?:1[89]|20|21)\d\d|january|february|march|april|june|july|august|september|october|november"
    r"|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|may \d|\d may|yesterday|tomorrow|tonight|today"
    r"|(?:last|next|this|past) (?:night|week(?:end)?|month|year|spring|summer|autumn|fall|winter|decade)"
    r"|(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)) ago)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"^\d{1,3}$|-?years?[ -]+old", re.IGNORECASE)
_EVENTS = verbs(
    """attack invade seize capture annex occupy withdraw+withdrew+withdrawn deploy send+sent sign
    ban+banned arrest kill launch fire strike+struck bomb+bombed destroy shoot+shot win+won
    lose+lost elect resign appoint approve reject impose lift expel+expelled close open gather mass
    leave+left enter cross land dock visit sack free release+released evacuate shell down
    bury+buried hijack flood burn+burnt collapse explode crash sink+sank+sunk begin+began+begun end
    start join quit veto sue charge convict sentence indict execute abduct detain deport ratify
    dissolve overthrow+overthrew+overthrown raid storm blow+blew+blown cut halt resume suspend
    buy+bought sell+sold acquire merge pay+paid fine injure wound hit die cancel+cancelled postpone
    delay build+built move pull gain take+took+taken break+broke+broken fall+fell+fallen
    rise+rose+risen drop+dropped increase double cast defeat beat+beaten nominate inaugurate replace
    strip+stripped block seal declare suffer expand raise"""
)
_AUXILIARIES = frozenset({"aux", "auxpass"})


def why_checked(parse: Parse, unit: Unit) -> tuple[str, ...]:
    """Which of "quantity", "date", "event" the unit holds, in this order; () if none."""
    span = span_of(parse, unit)
    inside = parse.entities_within(span)
    reasons = (
        ("quantity", _has_quantity(parse, unit, inside)),
        ("date", any(entity.label == "DATE" and _is_day(parse, entity) for entity in inside)),
        ("event", _has_event(parse, unit, inside)),
    )
    return tuple(name for name, holds in reasons if holds)


def _has_quantity(parse: Parse, unit: Unit, inside: list[Entity]) -> bool:
    """Whether a number of two or more stands outside dates and names, or a round number of many."""
    other = {
        one for entity in inside if entity.label in _UNCOUNTED for one in range(entity.first, entity.last)
    }
    counted = {
        one for entity in inside if entity.label in _COUNTED for one in range(entity.first, entity.last)
    }
    for one in unit.words:
        token = parse.tokens[one]
        if token.lower in _LARGE and one not in other:
            return True
        if token.tag != "CD" or token.lower in _SMALL or one in other:
            continue
        if (one in counted or token.dep == "nummod") and not _is_label(parse, one):
            return True
    return False


def _is_label(parse: Parse, number: int) -> bool:
    """Whether a number numbers rather than counts ("Article 5", "phase two", an age after a name)."""
    token = parse.tokens[number]
    before = parse.tokens[number - 1] if number else token
    return token.dep in {"appos", "npadvmod"} or (
        token.head == number - 1 and before.pos in {"NOUN", "PROPN"} and token.dep != "nummod"
    )


def _is_day(parse: Parse, entity: Entity) -> bool:
    words = parse.text[entity.start : entity.end]
    return _DAY.search(words) is not None and _AGE.search(words) is None


def _has_event(parse: Parse, unit: Unit, inside: list[Entity]) -> bool:
    """Whether a named party does, did or will do something that can be seen to happen."""
    named = {one for entity in inside if entity.label in _PARTIES for one in range(entity.first, entity.last)}
    words = set(unit.words)
    return any(
        parse.tokens[one].lower in _EVENTS
        and parse.tokens[one].pos == "VERB"
        and is_finite(parse, one)
        and _happens(parse, one)
        and _party_acts(parse, one, named, words)
        for one in unit.words
    )


def _happens(parse: Parse, verb: int) -> bool:
    """Past, present perfect or future, and not denied or supposed."""
    helpers = [parse.tokens[one] for one in parse.children[verb] if parse.tokens[one].dep in _AUXILIARIES]
    if any(parse.tokens[one].dep == "neg" for one in parse.children[verb]):
        return False
    modals = {one.lower for one in helpers if one.tag == "MD"}
    if modals:
        return modals <= {"will", "'ll", "’ll", "shall"}
    return parse.tokens[verb].tag == "VBD" or (parse.tokens[verb].tag == "VBN" and bool(helpers))


def _party_acts(parse: Parse, verb: int, named: set[int], words: set[int]) -> bool:
    """Whether subject, object or agent of the verb is, or holds, a party's name."""
    for one in parse.children[verb]:
        token = parse.tokens[one]
        if token.dep in {"nsubj", "nsubjpass", "dobj"}:
            near = {one, *parse.children[one]}
        elif token.dep in {"agent", "prep"}:
            near = set(parse.children[one])
        else:
            continue
        if near & named & words:
            return True
    return False
