"""A readable question, made by rule from the words of the claims that answer it.

The claim that is asked is the one that speaks for itself best: short, without pronouns for a subject,
and made of words that the others use too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterclaim.link.questions.clause import ClauseFinder, asked, by_auxiliary, lowered
from counterclaim.link.questions.directions import words_of
from counterclaim.model.meaning import Bound, Certainty, Orientation, Polarity, Quantity
from counterclaim.model.question import QuestionForm
from counterclaim.model.told import Told

BEST_LENGTH, LONGEST = 9, 22  # words
STEM = 6  # letters by which words of one family are told
_SHORTEST_STEM = 4
_POINTING = frozenset("they he she it this that these those he's it's such you".split())
_POINTING_BACK = frozenset("it them him her this that there so one".split())  # at the end of a question
_JOINING = frozenset("whereas since although while because if when as since why but and".split())
_QUOTES = re.compile(r"[\"“”«»„]|(?<!\w)['‘’]|['‘’](?!\w)")
_ASIDE = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\])\s*")
_SENTENCE_END = re.compile(r"(?<=[a-z\d])[.!?](?:\s+(?=[A-Z“\"])|$)")
_CUT = re.compile(
    r"\s*(?:;|:|—|–|,\s*(?:which|who|where|but|and|so|because|although|though|however|as)\b|"
    r"\b(?:and this|and that|because|although)\b).*$"
)
_FILLER = re.compile(
    r"(?:^|\s)(?:today|right now|now|currently|presently|at the moment|at present|at this point|yet|already|"
    r"also|of course|indeed|in fact|unfortunately|however|actually|really|simply|as of today|on the contrary|"
    r"despite everything|therefore|once again|again|moreover)(?=[\s,.]|$),?",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:yes|no|well|and|but|so|or|also|then|thus|still|that|,|-|…|\.\.\.)(?:,\s*|\s+|$)", re.IGNORECASE
)
_FRAME = re.compile(
    r"^(?:[\w’'-]+,? ){1,9}?(?:say|says|said|sure|think|thinks|believe|believes|seems?|appears?|likely|clear|"
    r"know|knows|note|notes|state|states|stated|doubt|doubts|hope|hopes|fact|denies|deny|"
    r"confirms?) that ",
    re.IGNORECASE,
)
_BELIEVED = re.compile(r"^(?:I|we) (?:think|believe|hope|know|say|feel) (?:that )?(?=\w)", re.IGNORECASE)
_SEEN = re.compile(
    r"^(?:[\w’'-]+ ){1,3}?(?:have(?: not|n[’']t)? seen|has(?: not|n[’']t)? seen|do(?:es)?(?: not|n[’']t) see|"
    r"sees?) (?:(?:no|any|some|the) )?(?:(?:evidence|signs?|proof|indications?) of )?(?=[a-z])",
    re.IGNORECASE,
)
_WITH_ARTICLE = re.compile(
    r"(?:States|Kingdom|Union|Nations|Republic|Netherlands|Party|[Cc]ampaign|Kremlin)$"
)
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "am": "is"}
_AFTER_WE = re.compile(r"\bwe (are|were|have|do)\b", re.IGNORECASE)
_AFTER_I = re.compile(r"\bI (am|have|do)\b")
_ARTICLE = re.compile(r"^(?:a|an|any|some|the|no|another|further|more|all)\s", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"\s(?:to|of|for|in|on|from|by|with|about|near|at|that|which)\b.*$")
_PLACED = re.compile(r"\b(?:in|on|at|near|along|around|from|by)\b.*$")
_HOMELAND = re.compile(r"\bour (?:country|state|nation|homeland)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    penalty: int


def question_text(
    claims: Sequence[Told], form: QuestionForm = QuestionForm.YES_OR_NO, find: ClauseFinder | None = None
) -> str:
    """The question that claims, which are given in order of time, answer."""
    spread = Counter(stem for claim in claims for stem in stems(claim.words))
    if form is QuestionForm.HOW_MANY:
        counted = [draft for claim in claims if (draft := _how_many(claim))]
        if counted:
            common = Counter(counted)
            return max(counted, key=lambda text: (common[text], -counted.index(text)))
    drafts = [
        (_cost(claim, draft, spread, len(claims)), draft.text)
        for claim in claims
        for draft in [_draft(claim, find)]
    ]
    text = min(drafts, key=lambda item: item[0])[1]
    return f"{text.removesuffix('?')}, and when?" if form is QuestionForm.WHEN else text


def form_from(claims: Sequence[Told], *, times_differ: bool = False) -> QuestionForm:
    """What answers look like: numbers of one thing in most claims, or times that people differ on."""
    numbers = [_counted(claim) for claim in claims]
    of_what = Counter(quantity.unit for quantity in numbers if quantity)
    if of_what and 2 * max(of_what.values()) > len(claims):
        return QuestionForm.HOW_MANY
    if times_differ and 2 * sum(claim.meaning.due is not None for claim in claims) >= len(claims):
        return QuestionForm.WHEN
    return QuestionForm.YES_OR_NO


def stems(text: str) -> set[str]:
    """Beginnings of the longer words, by which claims on one thing know each other."""
    return {word[:STEM] for word in words_of(text) if len(word) >= _SHORTEST_STEM}


def _draft(claim: Told, find: ClauseFinder | None) -> _Draft:
    words = in_third_person(plain(claim.words), claim)
    clause = (find(words) if find else None) or by_auxiliary(words)
    if clause:
        return _Draft(asked(clause), 0)
    if _ARTICLE.match(words) and len(words.split()) <= BEST_LENGTH + 3:
        return _Draft(_capital(f"{'are' if _plural(words) else 'is'} there {lowered(words)}?"), 15)
    return _Draft(f"Is it so that {lowered(words)}?", 30)


def _plural(phrase: str) -> bool:
    """Whether a noun phrase is of many, by the last word before what hangs on it."""
    head = _AFTER_HEAD.sub("", phrase)
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def plain(words: str) -> str:
    """The first sentence that says something, without quotation marks, asides, fillers and frames."""
    whole = _ASIDE.sub(" ", _QUOTES.sub("", words)).replace(" […] ", " ")
    sentences = [part.strip() for part in _SENTENCE_END.split(whole) if part.strip()]
    text = max(sentences[:2], key=lambda part: min(len(part.split()), BEST_LENGTH), default=whole.strip())
    text = _repeat(lambda part: _OPENING.sub("", _FILLER.sub("", part).strip(" ,")), text)
    text = _SEEN.sub(_seen, _BELIEVED.sub("", _FRAME.sub("", text)))
    text = _repeat(lambda part: _OPENING.sub("", part), text)
    cut = _CUT.sub("", text)
    return " ".join((cut if len(cut.split()) > 2 else text).split()).strip(" ,.;:!?")


def _seen(match: re.Match[str]) -> str:
    """What was seen or not is asked for itself."""
    return "" if match.string[match.end() :].startswith(("a ", "an ", "any ")) else "any "


def _repeat(change: Callable[[str], str], text: str) -> str:
    while (changed := change(text)) != text:
        text = changed
    return text


def in_third_person(words: str, claim: Told) -> str:
    """We, our and I as those who speak, where it is known who they are."""
    side = claim.party or claim.speaker
    if side:
        name = f"the {side}" if _WITH_ARTICLE.search(side) and not side.startswith("the ") else side
        words = _AFTER_WE.sub(lambda match: f"{name} {_SINGULAR[match[1].lower()]}", words)
        words = _HOMELAND.sub(name, words)
        words = re.sub(
            r"\bours?\b", f"{name}’s", re.sub(r"\b(?:[Ww]e|us)\b", name, words), flags=re.IGNORECASE
        )
    if claim.speaker:
        words = _AFTER_I.sub(lambda match: f"{claim.speaker} {_SINGULAR.get(match[1], match[1])}", words)
        words = re.sub(
            r"\bmy\b",
            f"{claim.speaker}’s",
            re.sub(r"\b(?:I|me)\b", claim.speaker, words),
            flags=re.IGNORECASE,
        )
    return words


def _cost(claim: Told, draft: _Draft, spread: Counter[str], claims: int) -> int:
    """How badly a claim would do as a question; claims come in order of time, so the older wins a tie."""
    words = draft.text.split()
    own = stems(claim.words)
    shared = sum(spread[stem] - 1 for stem in own)
    central = 60 * shared // (len(own) * (claims - 1)) if own and claims > 1 else 0
    pointing = 40 * any(word.lower().rstrip("’s,") in _POINTING for word in words[1:3])
    pointing += 40 * (words[-1].lower().rstrip("?") in _POINTING_BACK)
    pointing += 40 * (len(words) > 1 and words[1].lower() in _JOINING)
    length = 2 * abs(len(words) - BEST_LENGTH) + 30 * (len(words) > LONGEST)
    stand = 10 * (claim.meaning.polarity is Polarity.DENIES) + 25 * (claim.meaning.polarity is Polarity.NONE)
    soft = 10 * (claim.meaning.certainty is not Certainty.CERTAIN)
    soft += 15 * (claim.meaning.orientation is Orientation.OPINION)
    return draft.penalty + pointing + length + stand + soft - central


def _counted(claim: Told) -> Quantity | None:
    return next((one for one in claim.meaning.quantities if one.bound is not Bound.VAGUE), None)


def _how_many(claim: Told) -> str | None:
    """How many of what is counted, and where, if that follows the words of it."""
    quantity = _counted(claim)
    if quantity is None or not (quantity.of or quantity.unit):
        return None
    whole = quantity.of or quantity.unit or ""
    words = plain(claim.words)
    place = words.find(whole)
    after = _CUT.sub("", words[place + len(whole) :].split(",")[0]).strip() if place >= 0 else ""
    tail = f"{whole} {after}" if _PLACED.match(after) else whole
    where = _PLACED.search(tail)
    what = tail[: where.start()].strip() if where and where.start() else whole
    place_words = where.group() if where and where.start() else ""
    return " ".join(f"How many {what} are there {in_third_person(place_words, claim)}".split()) + "?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
