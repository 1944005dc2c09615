"""Whether a claim demands proof, or says that it is missing."""

from __future__ import annotations

import re

from counterclaim.model.span import Spans, words_at
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said

_PROOF = (
    r"(?:evidence|proofs?|verification|corroboration|substantiation|independent confirmation|smoking gun)\b"
)
_FEW = r"(?:[\w’'-]+ ){0,4}?"  # words between, such as "hard and clear"
_NOT = r"\b(?:not|never|none|nobody|cannot|fail(?:ed|s)? to|refus\w+ to|yet to|without|\w+n['’]t)"
_BRING = (
    r"(?:shown?|see|seen|provid\w+|present\w*|produc\w+|offer\w*|giv\w+|publish\w*|releas\w+"
    r"|find|found|have|had)"
)
_DUTY = r"\b(?:must|should|ought to|ha(?:s|ve|d) to|needs? to|would (?:rather|like to|prefer to))"
_LACKING = r"(?:missing|lacking|needed|required|absent|wanting)"

# Each holds a fixed number of words, so that none can run away over long texts.
_PATTERNS = (
    # "no evidence", "without hard proof", "lacks evidence", "not a shred of evidence"
    rf"\b(?:no|without|lack(?:s|ed|ing)?(?: of)?|little|scant|scarce|zero|insufficient|not enough"
    rf"|(?:shred|scrap|iota|absence) of) {_FEW}{_PROOF}",
    # "has not shown any evidence", "none found any evidence"
    rf"{_NOT} {_FEW}{_BRING} {_FEW}{_PROOF}",
    # "evidence is needed", "proof was still missing"
    rf"\b{_PROOF} (?:is|are|was|were|remains?) (?:[\w-]+ )?{_LACKING}\b",
    # "want to see evidence", "demand proof", "ask for proof", "need independent verification"
    rf"\b(?:want(?:s|ed)?|need(?:s|ed)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|await(?:s|ed|ing)?"
    rf"|requir(?:es?|ed|ing)|seek(?:s|ing)?"
    rf"|(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|press(?:es|ed|ing)?) (?:\w+ )?for"
    rf"|insist(?:s|ed|ing)? on) (?!to (?!see|be|get|have|hear)){_FEW}{_PROOF}",
    # "must first see proof", "should publish its evidence", "would rather see evidence"
    rf"{_DUTY} {_FEW}{_BRING} {_FEW}{_PROOF}",
    # "seeing evidence would be better"
    rf"\bseeing {_FEW}{_PROOF} would\b",
    # "show us the proof", "where is the evidence?"
    rf"\b(?:(?:show|give) (?:me|us|them)|where(?:['’]s| is| are)|what is) {_FEW}{_PROOF}",
    r"\bshow me\b|\bprove it\b|\bput up or shut up\b",
    # "must prove that", "has to confirm the absence"
    r"\b(?:must|should|ha(?:s|ve|d) to|needs? to|ought to) (?:[\w-]+ )?"
    r"(?:prove|verify|substantiate|corroborate|back up|confirm (?:the|its|that|this))\b",
    # "found no record of it"
    r"\b(?:found|finds?|finding|turned up) no (?:[\w-]+ ){0,2}?(?:record|trace|documentation|ties|link)s?\b",
    r"\bnot (?:find|found) (?:[\w-]+ ){0,2}?[\"“]?(?:records?|traces?|ties|links?)\b",
    # "could not be verified"
    r"\b(?:could|can|has|have)(?: ?not|n['’]t) (?:yet )?(?:be|been) (?:independently )?"
    r"(?:verified|confirmed|substantiated|corroborated|proven|proved)\b",
    r"\bun(?:substantiated|verified|proven|corroborated)\b",
)
_DEMAND = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def asks_for_evidence(parse: Parse, said: Said, claim: Spans) -> bool:
    """Whether cue and claim together demand proof or say that there is none.

    The cue counts, as in "demanded | evidence" and "sees no evidence of | a withdrawal".
    """
    words = f"{words_at(parse.text, said.cue, ' ')} {words_at(parse.text, claim, ' ')}"
    return _DEMAND.search(_BLANKS.sub(" ", words)) is not None
