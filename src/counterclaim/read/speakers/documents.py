"""Documents, polls and recordings as sources: the speaker is who made them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.lexicon import BODY_NOUNS, DETERMINERS, DOCUMENT_NOUNS
from counterclaim.read.speakers.phrase import listed, phrase_at, phrase_of, singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source, source_of_tokens
from counterclaim.read.speakers.sponsors import sponsors_of

_MAKERS = ("by", "from", "of", "at", "in", "on")  # prepositions before the maker, the surest first
_OF_A_PERSON = frozenset(
    """statement letter email e-mail tweet post speech remark comment message text memo testimony interview
    answer question note column blog article op-ed memoir""".split()
)
MOST = 12  # places that speak of a document which are looked at
REACH = 14  # words behind the noun in which "by" may stand
_PAPERS = frozenset("record statistic document".split())
_ANYONES = frozenset(
    "comment answer question remark message word evidence sign data text rule record number".split()
)
_TOPICS = frozenset({"Republican Party", "Democratic Party"})  # a Republican poll need not be the party's
_SAME = {
    **dict.fromkeys("poll survey polling tally result finding average number".split(), "poll"),
    **dict.fromkeys("suit lawsuit complaint filing".split(), "lawsuit"),
    **dict.fromkeys(
        "ad advert advertisement commercial spot video narrator voiceover clip footage".split(), "ad"
    ),
    **dict.fromkeys(
        "report summary review analysis inquiry investigation audit study paper".split(), "report"
    ),
    **dict.fromkeys("email e-mail letter memo memorandum".split(), "letter"),
    **dict.fromkeys("tweet post".split(), "post"),
}
_MADE = frozenset(
    """file files filed release releases released issue issues issued publish publishes published write writes
    wrote written conduct conducts conducted post posts posted produce produced air airs aired launch launched
    run runs ran send sends sent submit submitted author authored""".split()
)
_NEW = frozenset("a an another one some several two three other".split())
_PARTS = frozenset("narrator voiceover result finding".split())  # of a document spoken of before
_GROUND = frozenset("state country nation republic city town county province".split())
_TELL = frozenset(
    """said says found finds wrote writes told announced announces warned warns concluded concludes reported
    reports asked surveyed polled interviewed estimated estimates""".split()
)
_DEFINITE = frozenset("the this that these those latest".split())
Resolve = Callable[[list[int]], Referent | None]


def is_document(scene: Scene, source: Source) -> bool:
    """Whether the head of a source is something written, recorded or counted."""
    token = scene.parse.tokens[source.head]
    common = token.pos == "NOUN" and singular(token.lower) in DOCUMENT_NOUNS
    return common or token.lower in ("poll", "polls", "survey")


def maker_of(scene: Scene, source: Source, resolve: Resolve) -> Referent:
    """Who made the document: named in the source, or where the text speaks of it elsewhere."""
    return (
        _behind(scene, source.tokens, source.head, resolve)
        or sponsors_of(scene, source)
        or _before(scene, source, resolve)
        or _media(scene, source)
        or _told_of(scene, source, resolve)
        or _records(scene, source)
        or Referent(None, None, reason="the text does not say whose it is")
    )


def _told_of(scene: Scene, source: Source, resolve: Resolve) -> Referent | None:
    """The maker where the text tells of the document: before, or behind a lead that brings in "a poll"."""
    part = singular(scene.parse.tokens[source.head].lower) in _PARTS
    if part or scene.parse.tokens[source.core[0]].lower not in _NEW:
        return _remembered(scene, source) or _elsewhere(scene, source, resolve)
    return _elsewhere(scene, source, resolve, later=True)


def _media(scene: Scene, source: Source) -> Referent | None:
    """ "Peruvian media reports": the media, whatever they put out."""
    tokens = scene.parse.tokens
    before = [at for at in source.core if at < source.head and tokens[at].lower not in DETERMINERS]
    if not before or tokens[before[-1]].lower not in ("media", "press"):
        return None
    return Referent(listed(scene.parse, before[0], before[-1] + 1), SpeakerKind.OUTLET)


def _records(scene: Scene, source: Source) -> Referent | None:
    """ "court records": papers that everybody calls by their kind."""
    head = scene.parse.tokens[source.head]
    if singular(head.lower) not in _PAPERS or len(source.core) < 2 or head.tag != "NNS":
        return None
    name = phrase_of(scene.parse, source.core[0], source.core[-1] + 1, source.head).name
    return Referent(name, SpeakerKind.ORGANISATION)


def _behind(scene: Scene, stretch: Sequence[int], head: int, resolve: Resolve) -> Referent | None:
    """The maker behind a preposition."""
    tokens = scene.parse.tokens
    for preposition in _MAKERS:
        for place, at in enumerate(stretch):
            if at > head and tokens[at].lower == preposition:
                found = resolve(_until_clause(scene, stretch[place + 1 :]))
                if found is not None and found.name and _may_make(found, preposition):
                    return found
    return None


def _may_make(found: Referent, preposition: str) -> bool:
    """Whether what stands behind the preposition is a maker, not a place or a topic."""
    if preposition in ("by", "from") and found.actor is not None and _is_body_or_its(found.actor):
        return True
    if (
        found.actor is None
        or not _is_named(found.actor)
        or (found.actor.body is not None and found.actor.body.place)
    ):
        return bool(found.members)
    return preposition not in ("in", "on", "at", "of") or found.kind in (
        SpeakerKind.OUTLET,
        SpeakerKind.ORGANISATION,
    )


def _is_body_or_its(actor: Actor) -> bool:
    """Whether an unnamed maker is a body, as "the health ministry" is."""
    return actor.kind is SpeakerKind.ORGANISATION and not actor.heads.isdisjoint(BODY_NOUNS)


def _until_clause(scene: Scene, stretch: Sequence[int]) -> list[int]:
    kept: list[int] = []
    for at in stretch:
        token = scene.parse.tokens[at]
        if (
            kept
            and (token.pos in ("VERB", "ADP", "SCONJ") or token.text in (",", "("))
            and token.lower != "of"
        ):
            break
        kept.append(at)
    return kept


def _before(scene: Scene, source: Source, resolve: Resolve, bodies_only: bool = False) -> Referent | None:
    """The owner or modifier before the head: "the bank's memo", "a CNN tally", "her letter"."""
    tokens = scene.parse.tokens
    for at in source.core:
        if at >= source.head:
            break
        actor = (
            scene.names[at][1] if at in scene.names else scene.body_at[at][2] if at in scene.body_at else None
        )
        if actor is not None and _is_maker(actor, bodies_only):
            return Referent(actor.name, actor.kind, actor, words=actor.name)
        if tokens[at].tag == "PRP$":
            return resolve([at])
        if at + 1 == source.head and _is_body_noun(scene, source, at):
            return resolve([index for index in source.core if index <= at])
        if at + 1 < source.head and tokens[at + 1].tag == "POS" and tokens[at].pos != "PROPN":
            return resolve([index for index in source.core if index <= at])
    return None


def _is_body_noun(scene: Scene, source: Source, at: int) -> bool:
    """Whether a common noun for a body stands before the document: "the weather office report"."""
    token = scene.parse.tokens[at]
    told = at > source.core[0]
    return told and token.tag == "NN" and (token.lower in BODY_NOUNS - _GROUND or token.lower == "police")


def _is_named(actor: Actor) -> bool:
    return actor.person is not None or actor.body is not None


def _is_maker(actor: Actor, bodies_only: bool) -> bool:
    """Whether a name before a document is its maker's, not its topic."""
    if actor.body is None:
        return not bodies_only
    return not actor.body.place and actor.kind is not SpeakerKind.STATE and actor.name not in _TOPICS


def _remembered(scene: Scene, source: Source) -> Referent | None:
    """The maker of the last document of the kind."""
    word = _kind(scene, source.head)
    opener = scene.parse.tokens[source.core[0]].lower
    if scene.parse.tokens[source.head].tag == "NNS" and opener not in _DEFINITE:
        return None
    return next((referent for kind, referent in reversed(scene.documents) if kind == word), None)


def _elsewhere(scene: Scene, source: Source, resolve: Resolve, later: bool = False) -> Referent | None:
    """The maker named where the text first speaks of a document of the kind, or first does `later`."""
    tokens = scene.parse.tokens
    word = _kind(scene, source.head)
    if tokens[source.head].tag == "NNS" or word in _ANYONES:
        return None
    places = [
        at for at in _places(scene).get(word, ()) if at > source.head or (at < source.head and not later)
    ]
    for at in places[:MOST]:
        phrase = phrase_at(scene.parse, at)
        made = scene.parse.tokens[phrase.first].tag == "PRP$" and _maker_verb(scene, at) is not None
        whole = None if made else source_of_tokens(scene.parse, range(phrase.first, at + 1), ())
        found = _before(scene, whole, resolve, bodies_only=True) if whole and whole.head == at else None
        found = found or _behind(scene, _sentence_from(scene, at), at, _only(resolve))
        found = found if found is not None and found.name else _by_subject(scene, at, _only(resolve))
        if found is not None and found.name:
            return found
    return None


def _by_subject(scene: Scene, at: int, resolve: Resolve) -> Referent | None:
    """Who "filed a lawsuit", "released a report" or "said in a letter": the subject of that verb."""
    tokens = scene.parse.tokens
    verb = _maker_verb(scene, at)
    if verb is None:
        return None
    for _ in range(2):
        subject = next((one for one in scene.parse.children[verb] if tokens[one].dep == "nsubj"), None)
        if subject is not None:
            first = phrase_at(scene.parse, subject).first
            return resolve(_until_clause_or_verb(scene, first, verb, subject))
        if tokens[verb].dep not in ("conj", "xcomp", "advcl"):
            return None
        verb = tokens[verb].head
    return None


def _maker_verb(scene: Scene, at: int) -> int | None:
    """The verb whose subject made a document: that of which it is the object, or "said in" it."""
    tokens = scene.parse.tokens
    up = tokens[at].head
    if tokens[at].dep == "pobj" and tokens[up].lower == "in" and tokens[tokens[up].head].lower in _TELL:
        return tokens[up].head
    return up if tokens[at].dep == "dobj" and tokens[up].lower in _MADE else None


def _until_clause_or_verb(scene: Scene, first: int, verb: int, subject: int) -> list[int]:
    """The subject of a verb without its clauses, and without appositions that end it."""
    tokens = scene.parse.tokens
    verb = verb if verb > subject else subject + 1  # "said the bank in a letter"
    end = next((at for at in range(first, verb) if tokens[at].pos in ("VERB", "AUX")), verb)
    end = next((at for at in range(first, end) if tokens[at].lower in ("who", "whose", "which")), end)
    return list(range(first, end))


def _places(scene: Scene) -> dict[str, list[int]]:
    """Where the text speaks of documents, by their kind; found once."""
    if scene.document_places is None:
        places: dict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(scene.parse.tokens):
            if token.pos in ("NOUN", "PROPN") and singular(token.lower) in DOCUMENT_NOUNS:
                places[_kind(scene, at)].append(at)
        scene.document_places = places
    return scene.document_places


def _only(resolve: Resolve) -> Resolve:
    """Resolves names alone: outside of a source "by" and "from" have many meanings."""

    def named(tokens: list[int]) -> Referent | None:
        found = resolve(tokens)
        if found is None or not (found.members or (found.actor is not None and _is_named(found.actor))):
            return None
        return found

    return named


def _sentence_from(scene: Scene, at: int) -> list[int]:
    """The few words behind a noun that may say "by" whom it was made."""
    tokens = scene.parse.tokens
    reach = range(at, min(len(tokens), at + REACH))
    near = [index for index in reach if tokens[index].sentence == tokens[at].sentence]
    by = [place for place, index in enumerate(near) if tokens[index].lower in ("by", "from")]
    return near[by[0] :] if by else []


def _kind(scene: Scene, head: int) -> str:
    """The noun of a document, words for one thing brought to one."""
    word = singular(scene.parse.tokens[head].lower)
    return _SAME.get(word, word)


def remember(scene: Scene, source: Source, referent: Referent) -> None:
    """Keep who made a document, for when the text comes back to it."""
    if referent.name:
        scene.documents.append((_kind(scene, source.head), referent))
