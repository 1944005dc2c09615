"""What one claim's own words answer to a question, before anything is compared with other claims.

The claim's polarity counts, and where its words point against those of the question on an axis, such
as building up against withdrawing, it is turned round.  How much the answer is worth says how much of the
question was met: a claim that merely affirms something says little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.link.questions.directions import denials, points, words_of
from counterclaim.link.questions.numbers import number_in
from counterclaim.model.meaning import Certainty, Orientation, Polarity
from counterclaim.model.question import Answer, QuestionForm
from counterclaim.model.told import Told

STATED = 1000  # the worth of an answer whose direction or denial stands in the claim's own words
ASSUMED = 300  # of one that is taken for a yes since the claim affirms something
ADDED = 500  # to either, for the direction of another axis

_OPEN = re.compile(
    r"\b(?:too (?:early|soon)|premature|unclear|uncertain|remains? to be seen|not rul(?:e|ed|ing) out|"
    r"depend(?:s|ing|ed)? on|who (?:can|could) (?:say|guarantee|know)|no guarantees?|"
    r"(?:difficult|hard|impossible) to (?:say|predict|tell|judge|know)|"
    r"(?:can|could)(?:not|n[’']t| not) predict|(?:do|does|did)(?:n[’']t| not) know|cautious(?:ly)?|"
    r"whether it|unless|in case|possib(?:le|ly|ility)|likelihood|prospects?|"
    r"might|perhaps|maybe)\b|^\W*(?:(?:but|and|so|even) )?if\b|, if\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stance:
    """An answer apart from yes and no, or how much speaks for yes (above 0) or no (below)."""

    answer: Answer | None
    yes: int = 0


def form_of(question: str) -> QuestionForm:
    """What an answer to a question looks like, by its first words."""
    start = question.lower().split()[:2]
    if start[:1] == ["when"] or question.lower().endswith("and when?"):
        return QuestionForm.WHEN
    if start[:1] == ["how"] and start[1:] in (["many"], ["much"], ["large"], ["long"], ["far"], ["high"]):
        return QuestionForm.HOW_MANY
    return QuestionForm.YES_OR_NO


def stance(claim: Told, question: str) -> Stance:
    """What a claim answers to a question, by itself."""
    meaning = claim.meaning
    if form_of(question) is QuestionForm.HOW_MANY:
        return Stance(Answer.NUMBER if number_in(claim, question) else Answer.HEDGED)
    if meaning.asks_for_evidence:
        return Stance(Answer.ASKS_FOR_EVIDENCE)
    if _leaves_open(claim):
        return Stance(Answer.HEDGED)
    return Stance(None, by_words(claim, question))


def by_words(claim: Told, question: str) -> int:
    """How much the words speak for yes (above 0) or no (below 0)."""
    asked, said = words_of(question), words_of(claim.words)
    wanted, given = points(asked), points(said)
    shared = [wanted[axis] * given[axis] for axis in wanted if axis in given]
    sign = -1 if claim.meaning.polarity is Polarity.DENIES else 1
    if sum(shared) < 0:
        sign = -sign
    if _denies_in_itself(claim) and not shared:
        sign = -1
    if denials(asked) % 2:
        sign = -sign
    stated = bool(shared) or claim.meaning.polarity is Polarity.DENIES or _denies_in_itself(claim)
    return sign * ((STATED if stated else ASSUMED) + ADDED * max(0, len(shared) - 1))


def _denies_in_itself(claim: Told) -> bool:
    """Whether a claim that affirms is made of words that are negative in themselves."""
    return claim.meaning.polarity is not Polarity.DENIES and denials(words_of(claim.words)) % 2 == 1


def _leaves_open(claim: Told) -> bool:
    meaning = claim.meaning
    if meaning.polarity is Polarity.NONE:
        return meaning.orientation is not Orientation.REQUEST
    unsure = meaning.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN)
    return unsure or bool(_OPEN.search(claim.words))
