"""What a number counts: the noun after it or after "of", or whom the verb beside it befell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.model.span import Span
from counterclaim.read.parse import Parse, Token
from counterclaim.read.quantities.befallen import CASUALTIES
from counterclaim.read.quantities.cardinals import HYPHENS
from counterclaim.read.quantities.people import is_people, is_person
from counterclaim.read.quantities.units import MEASURES, PEOPLE, plural

_NEAR = 9  # tokens in which the noun stands
_REACH = 160  # characters looked at after a number
_NOT_NOUNS = frozenset(
    """
    today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december a.m. p.m. am pm gmt midnight noon
    """.split()
)
_BEFORE_NOUN = frozenset("JJ JJR JJS VBN VBG RB RBR RBS HYPH PDT AFX FW".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_QUOTES = frozenset("[\"“”'‘’``''")
_DETERMINERS = frozenset("DT PRP$ PDT WP$".split())
_OF_PHRASE = frozenset("IN TO DT JJ JJR JJS NN NNS NNP NNPS PRP PRP$ POS HYPH VBN VBG RB".split())
_LONGEST_OF = 12
_LISTS = frozenset("and or but".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its unit, the span of the words that say it, and whether a noun was found."""

    unit: str | None
    of: Span | None
    noun: str | None = None
    single: bool = False
    end: int | None = None


NOTHING = Counted(None, None)


def counted_after(parse: Parse, end: int) -> Counted:
    """What the words after a number, which ends at an offset, say it counts."""
    near = parse.within((end, end + _REACH))
    at = next((index for index in near if parse.tokens[index].start >= end), None)
    if at is None or (at and parse.tokens[at - 1].sentence != parse.tokens[at].sentence):
        return NOTHING
    if parse.tokens[at].lower == "of":
        return _after_of(parse, at + 1)
    return _rate(parse.tokens, at) or _noun_phrase(parse, at, of=False)


def _rate(tokens: tuple[Token, ...], at: int) -> Counted | None:
    """ "Per barrel", "an hour": what an amount is paid or counted for."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in _NOUNS:
        return None
    article = tokens[at].lower in ("a", "an") and tokens[at + 1].lower in MEASURES
    if not article and tokens[at].lower != "per":
        return None
    return Counted(None, (tokens[at].start, tokens[at + 1].end))


def _after_of(parse: Parse, at: int) -> Counted:
    tokens = parse.tokens
    if at < len(tokens) and tokens[at].lower in ("whom", "us", "you"):
        return Counted(PEOPLE, None)
    first = at
    while at < len(tokens) and (tokens[at].tag in _DETERMINERS or tokens[at].tag == "CD"):
        at += 1
    found = _noun_phrase(parse, at, of=True)
    if any(token.tag == "CD" for token in tokens[first:at]):
        found = replace(found, end=None)  # the noun is the other number's: "12 of the 19 ships"
    if found is NOTHING and any(
        token.lower in CASUALTIES or token.lower == "them" for token in tokens[at : at + 1]
    ):
        return Counted(PEOPLE, None)
    return found


def _noun_phrase(parse: Parse, at: int, of: bool) -> Counted:
    head = _plural_head(parse.tokens, at, of)
    if head is None or parse.tokens[at].lower in ("last", "next", "past"):
        return NOTHING
    token = parse.tokens[head]
    if token.lower in _NOT_NOUNS:
        return NOTHING
    if token.tag == "NNP" and not (token.lower.endswith("s") and parse.tokens[head - 1].tag != "NNP"):
        return Counted(None, None, single=True)
    start = at + (parse.tokens[at].text in HYPHENS and at < head)
    person = is_person(token.lower) or is_people(token.text)
    unit = PEOPLE if person else plural(token.lower)
    return Counted(
        unit,
        (parse.tokens[start].start, _phrase_end(parse, at, head)),
        token.lower,
        not of and not _is_plural(token),
        token.end,
    )


def _plural_head(tokens: tuple[Token, ...], at: int, of: bool) -> int | None:
    """The head, or where that is no plural one before it or joined to it ("artillery and mortar systems").

    A verb may be taken for the head: "300 shells land".
    """
    head = _head(tokens, at, of)
    if head is None or _is_plural(tokens[head]):
        return head
    if tokens[head].tag == "NN" and tokens[head - 1].tag == "NNS" and head > at and not of:
        return head - 1
    if head + 2 >= len(tokens) or tokens[head + 1].tag != "CC":
        return head
    other = _head(tokens, head + 2, of)
    return other if other is not None and _is_plural(tokens[other]) else head


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or plural(token.lower) == token.lower


def _head(tokens: tuple[Token, ...], at: int, of: bool) -> int | None:
    """The last noun of the run that begins at a token."""
    head, sentence = None, tokens[at].sentence if at < len(tokens) else -1
    for index in range(at, min(at + _NEAR, len(tokens))):
        token = tokens[index]
        if token.sentence != sentence:
            break
        if token.tag in _NOUNS or (token.pos == "NOUN" and token.tag != "CD"):
            head = index
        elif of and token.tag == "POS":
            head = None
        elif head is not None and token.tag == "CD" and tokens[index - 1].tag == "NNP":
            continue  # the number of a model
        elif token.tag == "HYPH" or token.text == "-":
            continue
        elif head is not None:
            if not _compounds(tokens, index, head):
                break
            head = None  # the noun only begins an adjective: "vehicle-borne bombs"
        elif not _may_precede(tokens, index):
            break
    return head


def _may_precede(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word may stand between a number and its noun."""
    token = tokens[index]
    if token.text == ",":
        return tokens[index - 1].tag in ("JJ", "VBN")
    return token.tag in _BEFORE_NOUN or token.text in _QUOTES or token.dep == "amod"


def _compounds(tokens: tuple[Token, ...], index: int, head: int) -> bool:
    """Whether a word after a noun only leads on to the true head ("rocket-propelled grenades")."""
    return tokens[index].tag in ("VBN", "JJ") and tokens[index - 1].text == "-" and head == index - 2


def _describes_anew(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a preposition other than "of", or a participle, begins to tell more of the noun."""
    token = tokens[index]
    if token.tag in ("VBN", "VBG"):
        return token.dep in ("acl", "relcl")
    return token.tag in ("IN", "TO") and token.lower != "of" and tokens[index - 1].dep not in ("acl", "relcl")


def _phrase_end(parse: Parse, at: int, head: int) -> int:
    """Where the noun phrase ends: with what is "of" it and one description more, short of another number."""
    held, end = set(range(at, head + 1)), parse.tokens[head].end
    described = False
    for index in range(head + 1, min(head + 1 + _LONGEST_OF, len(parse.tokens))):
        token = parse.tokens[index]
        if (
            token.tag not in _OF_PHRASE
            or token.lower in _LISTS
            or token.sentence != parse.tokens[head].sentence
        ):
            break
        if _describes_anew(parse.tokens, index):
            if described:
                break
            described = True
        if token.head not in held and token.head <= index:
            break
        held.add(index)
        if token.tag in _NOUNS or token.tag == "PRP":
            end = token.end
    return end
