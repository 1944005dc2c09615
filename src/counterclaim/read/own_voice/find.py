"""Statements of the outlet itself that are worth checking."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.model.document import Document, LinkKind
from counterclaim.model.span import Span, Spans
from counterclaim.read.evidence.words import verbs
from counterclaim.read.own_voice.units import Unit, span_of, taken_by, units
from counterclaim.read.own_voice.worth import why_checked
from counterclaim.read.parse import Parse, Token
from counterclaim.read.said import Said
from counterclaim.read.transcripts import turns

_SHORTEST = 5  # words of a statement
_ENDS = re.compile(r"[.…;]['\"’”»)\]]*\s*$")
_QUOTES = re.compile(r"[\"“”„«»]")
_LABEL = re.compile(
    r"^\W*(?:By(?: [A-Z][\w.’'-]+){2}"
    r"|(?i:(?:file )?(?:photo|image|picture|video|source|caption|credit|correction|note|graphic)\s*[:/(]"
    r"|(?:read|see|watch|listen|sign up|subscribe|follow|click|share)"
    r" (?:more|also|our|us|this|here|to|for|on)\b"
    r"|(?:updated|published)\s*:|copyright\b|©))"
)
_ADDRESS = frozenset("i we you me us my our your mine ours yours myself ourselves".split())
_SUPPOSING = frozenset("would could may might should must can".split())
_ATTRIBUTES = verbs(
    """say+said+says tell+told claim report announce state warn argue add deny+denied insist believe
    think+thought suggest explain note confirm admit allege acknowledge accuse estimate predict
    conclude reveal reply tweet write+wrote ask declare express promise vow pledge propose urge
    expect hope fear doubt"""
)
_REPORTED = frozenset("according reportedly allegedly apparently".split())


def find_own_voice(
    document: Document, parse: Parse, said: Sequence[Said], headings: Spans, left_out: Spans
) -> tuple[tuple[Spans, tuple[str, ...]], ...]:
    """Sentences and clauses outside attributions that hold a quantity, date or event, with which of them.

    In reading order.  Of transcripts nothing.  Sure rather than complete: what asks, addresses the
    reader, quotes, supposes or reports is left out, and so are lines that end like no sentence.
    """
    if not parse.tokens or turns(parse.text):
        return ()
    unread = (*left_out, *headings, *_captions(document))
    found = []
    for unit in units(parse, taken_by(parse, said, unread)):
        if _is_plain(document, parse, unit) and (why := why_checked(parse, unit)):
            found.append(((span_of(parse, unit),), why))
    return tuple(found)


def _captions(document: Document) -> Spans:
    return tuple(
        (link.start, link.end)
        for link in document.links
        if link.kind is not LinkKind.LINK and link.start < link.end
    )


def _is_plain(document: Document, parse: Parse, unit: Unit) -> bool:
    """Whether the unit is a statement in the outlet's words, to nobody in particular."""
    if len(unit.words) < _SHORTEST or not _is_prose(document, parse, unit):
        return False
    if any(_is_personal_or_reported(parse.tokens[one]) for one in unit.words):
        return False
    helpers = [parse.tokens[one] for one in parse.children[unit.verb]]
    return not any(one.tag == "MD" and one.lower in _SUPPOSING for one in helpers)


def _is_personal_or_reported(token: Token) -> bool:
    """Whether a word is "we" or "you" (but not "US"), or a verb of saying (but not "member states")."""
    if token.tag.startswith("PRP"):
        return token.lower in _ADDRESS
    return token.lower in _REPORTED or (token.pos == "VERB" and token.lower in _ATTRIBUTES)


def _is_prose(document: Document, parse: Parse, unit: Unit) -> bool:
    """Whether the unit stands in a whole sentence with a full stop, without quotation marks or labels."""
    start, end = _sentence_span(parse, unit)
    sentence = parse.text[start:end]
    if not _ENDS.search(sentence) or _LABEL.match(sentence) or "|" in sentence:
        return False
    if document.byline and document.byline in sentence:
        return False
    own = span_of(parse, unit)
    return not _QUOTES.search(parse.text[own[0] : own[1]])


def _sentence_span(parse: Parse, unit: Unit) -> Span:
    sentence = parse.sentence(parse.tokens[unit.verb].sentence)
    return parse.tokens[sentence.start].start, parse.tokens[sentence.stop - 1].end
