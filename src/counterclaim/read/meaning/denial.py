"""Cues that deny by themselves: what "dismissed ... as" reports is denied, and a denied plan is one's own."""

from __future__ import annotations

import re

# On 3,962 labelled attributions (PolNeAR train, world sets, story-dev; November 2026) 28 have such a cue, and
# 27 of these are labelled as denied.
_DENIES = re.compile(
    r"""(?ix) (?<![\w-]) (?:
        den(?:y|ies|ied|ying) | refut(?:e[sd]?|ing) | rebut(?:s|ted|ting)? | debunk(?:s|ed|ing)?
      | reject(?:s|ed|ing)? | dismiss(?:es|ed|ing)? | rubbish(?:es|ed|ing)? | ridicul(?:e[sd]?|ing)
      | scoff(?:s|ed|ing)?\sat | pooh-?pooh(?:s|ed|ing)?
      | (?:brush|wav|laugh|shrug)(?:e|es|s|ed|ing)?\s(?:off|aside|away) | (?:writ(?:es|ing|ten)|wrote)\soff
      | (?:pour|pours|poured|pouring)\s(?:scorn|cold\swater)\son
    ) (?![\w-])"""
)
_PLAN = re.compile(
    r"(?i)(?<![\w-])(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|intentions?|meant to|designs? on)(?![\w-])"
)
_TAKES_BACK = re.compile(
    r"""(?ix) (?<![\w-])
    (?: not | n['’]t | never | neither | nor | cannot | without | refus\w+\sto | declin\w+\sto ) (?![\w-])"""
)


def denies_by_cue(cue: str) -> bool:
    """Whether the reporting words deny what they report; "neither confirmed nor denied" does not."""
    return bool(_DENIES.search(cue)) and not _TAKES_BACK.search(cue)


def names_a_plan(content: str) -> bool:
    """Whether words name a plan or intention; one that is denied is that of the speaker's own side."""
    return bool(_PLAN.search(content))
