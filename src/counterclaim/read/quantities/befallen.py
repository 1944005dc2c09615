"""Words beside a bare number that say what befell people: "50 were injured", "killing one"."""

from __future__ import annotations

from counterclaim.model.span import Span
from counterclaim.read.parse import Parse

CASUALTIES = frozenset(
    """
    kill kills killed killing injure injures injured injuring wound wounds wounded wounding dead die dies
    died dying missing hurt hurting arrested arresting detained detaining hospitalised hospitalized
    displaced displacing homeless jailed imprisoned rescued rescuing evacuated fled unaccounted infected
    shot shooting stabbed drowned perished murdered murdering executed executing sickened sickening trapped
    beheaded martyred critical

    """.split()
)
_BETWEEN = frozenset(
    """
    the all confirmed reported believed feared also still were was are is have has had been being be more
    others other and left leaving

    """.split()
)
_REACH = 4  # tokens on either side


def befallen(parse: Parse, span: Span) -> bool:
    """Whether such a word stands beside the number at a span, only auxiliaries and adverbs between."""
    inside = parse.within(span)
    if not inside:
        return False
    return _leads_to(parse, inside[-1], 1) or _leads_to(parse, inside[0], -1)


def _leads_to(parse: Parse, at: int, step: int) -> bool:
    tokens = parse.tokens
    for index in range(at + step, at + step * (_REACH + 1), step):
        if not 0 <= index < len(tokens) or tokens[index].sentence != tokens[at].sentence:
            return False
        if tokens[index].lower in CASUALTIES:
            return True
        if tokens[index].lower not in _BETWEEN and not tokens[index].tag.startswith("RB"):
            return False
    return False
